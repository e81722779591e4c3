import type { SourceConfig } from '../domain/environment/schema.ts'
import type { SourceRecord } from '../domain/manifest.ts'
import type { Clock, Random } from './clock.ts'
import type { Log } from './log.ts'
import type { Processes } from './process.ts'
import type { Restoration, RestoreRequest } from './restoration.ts'
import type { Rehearsal, Source } from './source.ts'
import type { Store } from './store.ts'

/** Everything that an operation reaches the world through. The wiring makes one per run, tests make their own. */
export interface Ports {
  /** The environment's stores, in its order. */
  stores: readonly Store[]
  /** Opens a source. @throws Failure `config` when its variables are not set, or its kind is not supported */
  openSource(config: SourceConfig): Promise<Source>
  /**
   * The rehearsal that suits a record's engine. `config` is the source as the environment file has it now, for its
   * freshness query and its checks; undefined when the file no longer has it.
   */
  openRehearsal(record: SourceRecord, config: SourceConfig | undefined): Promise<Rehearsal>
  /**
   * The restoration that suits a record's engine, into the place that the request names or the source's own.
   * @throws Failure `config` when neither says where
   */
  openRestoration(
    record: SourceRecord,
    config: SourceConfig | undefined,
    request: RestoreRequest,
  ): Promise<Restoration>
  keys: Keys
  run: RunInfo
  log: Log
  clock: Clock
  random: Random
  processes: Processes
  /** A folder of this run alone, removed when the run ends whatever happens. */
  spool: string
  signal: AbortSignal
}

/** Secrets of this run's role; what the role has no need of is absent. */
export interface Keys {
  /** Passphrase that seals or opens, resolved from the environment file. */
  passphrase: string | null
  /** age identities that open. */
  identities: readonly string[]
  /** `ed25519-secret:…`, signs manifests or proofs. */
  signing: string | null
  /** All signing keys that the run was given, `signing` among them: one run may take several roles, one after the other. */
  signingKeys?: readonly string[]
}

/** Who runs, why and where. */
export interface RunInfo {
  actor: string | null
  reason: string | null
  /** Where the log of this run can be read. */
  url: string | null
  /** Name of the machine; absent where it is nobody's business. */
  host?: string
  /** Lifeboat's version. */
  version: string
  /** What it runs on, for proofs: a time means little without it. Memory in bytes. */
  machine: { cpu: string; cores: number; memory: number }
}
