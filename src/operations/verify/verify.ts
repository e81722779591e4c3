import type { Environment } from '../../domain/environment/schema.ts'
import { Failure } from '../../domain/failure.ts'
import type { Report } from '../../domain/report.ts'
import type { Rung } from '../../domain/verdict.ts'
import type { Ports } from '../../ports/ports.ts'

export interface VerifyInput {
  /** An id, `latest`, or a date or time: the last backup before it. */
  backup: string
  /** How far up the ladder to go; `useful` is everything. */
  level: Rung
}

export interface VerifyResult {
  report: Report
  /** Key of the proof in the stores; null when none could be written. */
  proof: string | null
}

/**
 * Restores a backup into a throwaway server, proves it rung by rung and stores the proof beside it. Expected troubles
 * end in the report; what is thrown is a bug.
 */
export async function verify(
  _environment: Environment,
  _input: VerifyInput,
  _ports: Ports,
): Promise<VerifyResult> {
  throw new Failure('bug', 'not built yet')
}
