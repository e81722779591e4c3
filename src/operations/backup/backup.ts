import type { Environment } from '../../domain/environment/schema.ts'
import type { Report } from '../../domain/report.ts'
import { Failure } from '../../domain/failure.ts'
import type { Ports } from '../../ports/ports.ts'

export interface BackupInput {
  label?: string | undefined
  class: 'scheduled' | 'critical'
}

/**
 * Makes one backup of all sources of the environment and stores it in all its stores. Expected troubles end in the
 * report's `failure`; what is thrown is a bug.
 */
export async function backup(_environment: Environment, _input: BackupInput, _ports: Ports): Promise<Report> {
  throw new Failure('bug', 'not built yet')
}
