import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Failure } from '../../domain/failure.ts'
import type { ArtifactRecord, FilesRecord } from '../../domain/manifest.ts'
import type { ArtifactReader } from '../../ports/artifacts.ts'
import { indexName, linesOf, readIndex, sumLine, sumsName } from './tree-index.ts'

/**
 * Fetches the index of a tree into a folder, and makes sure that it is whole and what the manifest says.
 * @returns the file
 * @throws Failure `integrity`
 */
export async function fetchIndex(
  record: FilesRecord,
  artifacts: ArtifactReader,
  folder: string,
  signal: AbortSignal,
): Promise<string> {
  const file = await fetchOne(record, indexName, artifacts, folder, signal)
  const sums = await fetchOne(record, sumsName, artifacts, folder, signal)
  const counts = { files: 0, folders: 0, links: 0 }
  let bytes = 0
  const digests = linesOf(sums, signal)
  for await (const entry of readIndex(file, signal)) {
    if (entry.type === 'folder') counts.folders += 1
    else if (entry.type !== 'file') counts.links += 1
    else {
      counts.files += 1
      bytes += entry.size
      const { value } = await digests.next()
      if (`${value ?? ''}\n` !== sumLine(entry.path, entry.sha256))
        throw new Failure('integrity', `${sumsName} and the index of the tree say different things`, {
          subjects: [entry.path],
        })
    }
  }
  const isMore = (await digests.next()).done !== true
  await digests.return(undefined)
  const { files, folders, links } = record
  const isAsSaid = files === counts.files && folders === counts.folders && links === counts.links
  if (isMore || !isAsSaid || bytes !== record.databaseSize) {
    throw new Failure('integrity', 'the index of the tree does not have what the manifest says', {
      hint: `The manifest says ${files} files, ${folders} folders, ${links} links, ${record.databaseSize} bytes; the index has ${counts.files}, ${counts.folders}, ${counts.links}, ${bytes}.`,
    })
  }
  return file
}

export function artifactNamed(record: FilesRecord, name: string): ArtifactRecord {
  const found = record.artifacts.find((artifact) => artifact.name === name)
  if (found === undefined) throw new Failure('integrity', `the backup of the tree has no ${name}`)
  return found
}

async function fetchOne(
  record: FilesRecord,
  name: string,
  artifacts: ArtifactReader,
  folder: string,
  signal: AbortSignal,
): Promise<string> {
  const file = join(folder, name)
  const opened = await artifacts.open(artifactNamed(record, name), 'plain', signal)
  await pipeline(opened, createWriteStream(file, { flags: 'wx', mode: 0o600 }), { signal })
  return file
}
