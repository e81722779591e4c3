import type { DiskSpace } from '../domain/disk-space.ts'
import type { Bytes, Instant } from '../domain/units.ts'

/** Files and disks of the machine, for reading. Paths start at the working directory. */
export interface Workspace {
  /** Names of the files in a folder; none when there is no such folder. */
  names(folder: string): Promise<string[]>
  /** The text of a file, at most 1 MiB of it; null when there is no such file. */
  read(path: string): Promise<string | null>
  /** Null when there is no such file. */
  look(path: string): Promise<{ size: Bytes; modifiedAt: Instant } | null>
  /** The disk that a folder lies on. Null when there is no such folder. */
  disk(path: string): Promise<DiskSpace | null>
}
