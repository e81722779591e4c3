import type { Isolation } from '../domain/proof.ts'
import type { Catalog, MigrationRun } from '../domain/pull-request/catalog.ts'
import type { DataDigest, RowComparison } from '../domain/pull-request/data.ts'
import type { Milliseconds } from '../domain/units.ts'

/** A double of a database in a laboratory, on which a proposed change is tried. Disposing it removes all of it. */
export interface Trial extends AsyncDisposable {
  readonly isolation: Isolation
  readonly facts: readonly { label: string; text: string }[]
  /** What could not be made there, and is therefore not judged. */
  readonly missing: readonly string[]
  catalog(): Promise<Catalog>
  /** Rows and values of every table, as digests. */
  data(): Promise<DataDigest>
  /** Keeps a digest of each row where the change cannot reach it. */
  keepRows(): Promise<KeptRows>
  /** Runs the change and watches it. What the change says itself comes out only where `isWatched`. */
  migrate(change: ProposedChange): Promise<MigrationRun>
  /** Runs each statement in a transaction that is rolled back. In order. */
  ask(statements: readonly string[], expects: 'no error' | 'true'): Promise<TrialAnswer[]>
  /** Rules that the rows break, although the constraint stands: `shop.orders.orders_customer_fkey`. */
  brokenRules(): Promise<string[]>
}

export interface KeptRows extends AsyncDisposable {
  /** What has become of the rows; a table is left out whose rows cannot be told apart any more. */
  compare(): Promise<RowComparison[]>
}

export interface TrialAnswer {
  holds: boolean
  /** What the server said, without values; null when it holds. */
  trouble: string | null
}

export interface ProposedChange {
  /** SQL files, in order; or a command. */
  files: readonly { name: string; sql: string }[]
  command: readonly string[] | null
  transaction: 'file' | 'statement'
  /** Where the command runs: the pull request's checkout. */
  directory: string
  timeout: Milliseconds
}
