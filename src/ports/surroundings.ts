import type { DiskSpace } from '../domain/disk-space.ts'
import type { RepositoryState } from './repository-state.ts'

/** What the watch looks at beside the stores. */
export interface Surroundings {
  /** The disk where a path lies, or its nearest folder that exists; null when it cannot be told. */
  diskSpace(path: string): Promise<DiskSpace | null>
  /** Where the local stores lie, by name; null when this run has not the variables that say so. */
  readonly localStores: ReadonlyMap<string, string | null>
  /** The repository's workflow files as YAML says them, by path from its root; what is no YAML is left out. */
  workflows(): Promise<ReadonlyMap<string, unknown>>
  /** Null without a token, or outside of GitHub. */
  readonly repository: RepositoryState | null
}
