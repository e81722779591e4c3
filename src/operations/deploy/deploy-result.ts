import type { DeployState } from '../../domain/deploy-history.ts'
import type { Report } from '../../domain/report.ts'
import type { Context } from './forward.ts'

export interface DeployResult {
  report: Report
  /** How it ended; null when nothing was deployed. */
  state: DeployState | null
  /** The backup to go back to, and the one made at the end. */
  backupId: string | null
  postBackup: string | null
  /** Of GitHub's record; null when there is none. */
  deploymentId: number | null
  /** What was deployed or taken back; null when it did not come so far. */
  version: string | null
}

/** A deployment under way: what all its parts share, and what they find to tell. */
export interface Deploying extends Omit<Context, 'place'> {
  result: Omit<DeployResult, 'report'>
}
