import type { FileHandle } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import type { ArtifactRecord } from '../domain/manifest.ts'
import type { Reader } from '../ports/store.ts'
import { SizeLimit, storedCheck } from './artifact-stages.ts'
import { openNameless, writeTo } from './spool.ts'

/** Downloads one copy whole and holds it to the manifest. Resolves null when there is none. */
export async function spoolArtifact(
  store: Reader,
  key: string,
  version: string | undefined,
  artifact: ArtifactRecord,
  spool: string,
  signal: AbortSignal,
): Promise<FileHandle | null> {
  // Made first: between the opening of a body and its reading nothing may be waited for, as nobody would hear it break off.
  const file = await openNameless(spool)
  try {
    const body = await store.get(key, { signal, ...(version === undefined ? {} : { version }) })
    if (body !== null) {
      await pipeline([body, new SizeLimit(key, artifact), storedCheck(key, artifact), writeTo(file)], {
        signal,
      })
      return file
    }
  } catch (error) {
    await file.close()
    throw error
  }
  await file.close()
  return null
}
