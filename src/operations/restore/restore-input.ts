import type { Ports } from '../../ports/ports.ts'
import type { RestoreMode, RestoreSelection } from '../../ports/restoration.ts'
import type { HealthProbe, Target } from '../../ports/target.ts'
import type { Lease } from '../../vault/leases.ts'

export interface RestoreInput {
  /** An id, `latest`, `latest-proven`, a date or time, or a label. */
  backup: string
  mode: RestoreMode
  /** A connection URL, or the name of a database on the source's server; null for the mode's default. */
  target: string | null
  /** Only this source of the environment; null for all. */
  source: string | null
  /** The environment's name, as a person has typed it. */
  confirm: string | null
  selection: RestoreSelection | null
  /** Names of what is bound to the database and may be given up. */
  answered: readonly string[]
  /** Take the next older backup when no store has a sound copy of the chosen one. */
  fallBack: boolean
  emergencyBackup: boolean
  /** Lead the application to what was restored beside. */
  reroute: boolean
  dryRun: boolean
}

/** A restore beside, of every source, of nothing but data, with nothing given up. */
export const plainRestore = {
  mode: 'side-by-side',
  target: null,
  source: null,
  confirm: null,
  selection: null,
  answered: [],
  fallBack: false,
  emergencyBackup: false,
  reroute: false,
  dryRun: false,
} as const satisfies Partial<RestoreInput>

/** What a restore needs of the world besides. */
export interface RestorePorts extends Ports {
  application: Application
  /** The environment's place, when the run that restores as a part of its work holds it already. */
  place?: Pick<Lease, 'demand'>
}

export interface Application {
  target: Target
  /** Null when the environment file does not say how the application is asked. */
  health: HealthProbe | null
  /** The same place with the password that belongs to it, for the program that reroutes. */
  urlOf(place: string, source: string): string
}

/** Whether the application will work on what is restored: then more must be made sure of. */
export function changesService(input: Pick<RestoreInput, 'mode' | 'reroute'>): boolean {
  return input.mode !== 'side-by-side' || input.reroute
}
