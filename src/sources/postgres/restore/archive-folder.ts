import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PostgresRecord } from '../../../domain/manifest.ts'
import type { ArtifactReader } from '../../../ports/artifacts.ts'
import { readArtifact } from './read-archive.ts'

/** A folder that pg_restore takes for an archive in directory format: toc.dat, and no data. Disposing it removes it. */
export async function layOutArchive(context: {
  record: PostgresRecord
  artifacts: ArtifactReader
  spool: string
  signal: AbortSignal
}): Promise<AsyncDisposable & { path: string }> {
  const path = await mkdtemp(join(context.spool, 'archive-'))
  const remove = () => rm(path, { recursive: true, force: true })
  try {
    const toc = await readArtifact(context.record, 'toc.dat', context.artifacts, context.signal)
    await writeFile(join(path, 'toc.dat'), toc ?? '', { mode: 0o600 })
    return { path, [Symbol.asyncDispose]: remove }
  } catch (error) {
    await remove()
    throw error
  }
}
