import type { Transform } from 'node:stream'
import { Failure } from '../domain/failure.ts'

/** How the artifacts of one backup are sealed: made once for the backup, used for each of its artifacts. */
export interface Sealing {
  /** What the keys of artifacts end in that were sealed so. */
  readonly ending: SealedEnding
  /** Turns the plain bytes of one artifact into what is stored. Keeps no reference to the chunks it is given. */
  seal(plain: AsyncIterable<Buffer>): AsyncIterable<Buffer>
}

/** `.age`: a file of age (https://age-encryption.org/v1). `.aes`: sealed with AES-256-GCM, as docs/format.md has it. */
export type SealedEnding = '.age' | '.aes'

/** What opens the artifacts of one backup. */
export interface Opener {
  /**
   * A stream for one artifact, from what is stored to the plain bytes, each given only after it was authenticated. It
   * ends with Failure `access` when the key does not fit, `integrity` when a byte was altered, moved, added or left out.
   */
  open(): Transform
}

/** For a backup that is not encrypted: nothing in it needs to be opened, and what says that it does is not of it. */
export const nothingSealed: Opener = {
  open: () => {
    throw new Failure('integrity', 'an artifact is sealed, although the backup says that it is not encrypted')
  },
}
