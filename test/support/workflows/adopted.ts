import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { init, type InitIo, type InitResult } from '../../../src/operations/init/init.ts'
import type { InitOptions } from '../../../src/operations/init/options.ts'

/** A commit of Lifeboat that stands in for a published one. */
export const published = 'lifeboat-owner/lifeboat@0123456789abcdef0123456789abcdef01234567'

/** Runs init as an adopter would, in a repository of theirs; `changes` replaces parts of the outside world. */
export async function initInto(
  directory: string,
  options: InitOptions & { force?: boolean },
  changes: Partial<InitIo> = {},
): Promise<InitResult & { printed: string }> {
  const keysFolder = changes.keysFolder ?? (await mkdtemp(join(tmpdir(), 'lifeboat-keys-')))
  let printed = ''
  try {
    const result = await init(
      {
        environment: 'production',
        ...(changes.ownAction === undefined && { action: published }),
        'action-version': 'v0.1.0',
        ...options,
      },
      {
        directory,
        keysFolder,
        ask: null,
        ownAction: null,
        print: (text) => {
          printed += text
        },
        policies: () => [],
        variables: {},
        first: null,
        ...changes,
      },
    )
    return { ...result, printed }
  } finally {
    if (changes.keysFolder === undefined) await rm(keysFolder, { recursive: true, force: true })
  }
}
