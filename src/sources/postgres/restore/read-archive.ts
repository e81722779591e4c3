import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Failure } from '../../../domain/failure.ts'
import type { PostgresRecord } from '../../../domain/manifest.ts'
import type { ArtifactReader } from '../../../ports/artifacts.ts'
import { parseToc, type ArchiveToc } from '../archive/toc.ts'
import type { ArchivePlan, TableData } from './archive-plan.ts'
import { decompressed } from './member-bytes.ts'

/** @throws Failure when the table of contents cannot be had or read: then nothing else can be known either */
export async function readToc(
  record: PostgresRecord,
  artifacts: ArtifactReader,
  signal: AbortSignal,
): Promise<ArchiveToc> {
  const bytes = await readArtifact(record, 'toc.dat', artifacts, signal)
  if (bytes === null) throw new Failure('integrity', 'the backup has no table of contents (toc.dat)')
  return parseToc(bytes)
}

/** A small artifact, whole. Null when the manifest does not name it. */
export async function readArtifact(
  record: PostgresRecord,
  name: string,
  artifacts: ArtifactReader,
  signal: AbortSignal,
): Promise<Buffer | null> {
  const artifact = record.artifacts.find((candidate) => candidate.name === name)
  if (artifact === undefined) return null
  const chunks: Buffer[] = []
  for await (const chunk of await artifacts.open(artifact, 'plain', signal)) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

/** A table's data file by itself, decompressed, whether it is an artifact of its own or a member of a pack. */
export async function openTableFile(
  table: TableData,
  context: { plan: ArchivePlan; artifacts: ArtifactReader; signal: AbortSignal },
): Promise<Readable> {
  const location = context.plan.files.get(table.entry.fileName)
  if (location === undefined)
    throw new Failure('integrity', 'a table has no data file', { subjects: [table.name] })
  const opened = await context.artifacts.open(location.artifact, 'plain', context.signal)
  if (location.member === null) return opened
  const { extract } = await import('tar-stream')
  const unpacking = extract()
  pipeline(opened, unpacking, { signal: context.signal }).catch(() => undefined)
  for await (const member of unpacking) {
    if (member.header.name !== location.member) {
      member.resume()
      continue
    }
    const chunks: Buffer[] = []
    for await (const chunk of member) chunks.push(chunk as Buffer)
    // Members of packs are small; what follows in the pack is not needed.
    opened.destroy()
    const bytes = Readable.from(chunks, { objectMode: false })
    return location.member.endsWith('.zst') ? decompressed(bytes) : bytes
  }
  throw new Failure('integrity', 'a pack lacks a file that the manifest names', {
    subjects: [location.member],
  })
}
