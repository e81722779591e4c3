import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createZstdDecompress } from 'node:zlib'
import { z } from 'zod'
import { Failure } from '../../domain/failure.ts'
import { type ArtifactRecord, parseRecord, postgresRecordSchema } from '../../domain/manifest.ts'
import type { ArtifactReader, ArtifactSink } from '../../ports/artifacts.ts'
import { digestOf } from '../../vault/digest.ts'

/**
 * A folder that holds one source of a backup unsealed: for those that may see its rows and hold no key. The record is
 * written last, so a folder without it is none.
 */
const openedSchema = z.object({
  format: z.literal(1),
  environment: z.string(),
  backupId: z.string().nullable(),
  record: postgresRecordSchema,
})
export type OpenedBackup = z.infer<typeof openedSchema>

const recordName = 'opened.json'

/** Makes the folder, which must be new, for nobody else to enter. */
export async function makeOpenedFolder(folder: string): Promise<void> {
  await mkdir(folder, { mode: 0o700 }).catch((cause: unknown) => {
    throw new Failure('refused', 'the folder for the opened data exists already, or cannot be made', {
      cause,
    })
  })
}

export async function writeOpened(folder: string, opened: OpenedBackup): Promise<void> {
  await writeFile(join(folder, recordName), JSON.stringify(opened), { mode: 0o600, flag: 'wx' })
}

/** @throws Failure `missing` when it is none, or was not finished */
export async function readOpened(folder: string): Promise<OpenedBackup> {
  const text = await readFile(join(folder, recordName), 'utf8').catch((cause: unknown) => {
    throw new Failure('missing', 'there is no opened data in that folder', { cause })
  })
  return parseRecord(text, openedSchema, 'opened data')
}

export async function removeOpened(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true })
}

/** Writes one artifact as a reader gives it in the form `raw`. */
export async function writeArtifact(
  folder: string,
  artifact: Pick<ArtifactRecord, 'name'>,
  body: Readable | AsyncIterable<Buffer>,
  signal: AbortSignal,
): Promise<void> {
  await pipeline(body, createWriteStream(pathOf(folder, artifact.name), { flags: 'wx', mode: 0o600 }), {
    signal,
  })
}

/** Reads artifacts of such a folder as if they came from a store. */
export function openedReader(folder: string): ArtifactReader {
  return {
    open: async (artifact, form) => {
      const file = createReadStream(pathOf(folder, artifact.name))
      return form === 'plain' && artifact.compressedBy === 'pg_dump' ? file.pipe(unpacking(file)) : file
    },
  }
}

/** Takes what a source pours, unsealed. */
export function openedSink(folder: string): ArtifactSink {
  return {
    put: async (artifact, signal) => {
      await writeArtifact(folder, artifact, artifact.body, signal)
      const path = pathOf(folder, artifact.name)
      const hash = await digestFile(path)
      return {
        name: artifact.name,
        key: `opened/${artifact.name}`,
        plainSize: hash.size,
        storedSize: hash.size,
        sha256: hash.sha256,
        // The vault would compress here; on a machine of its own nobody needs it.
        compressedBy: artifact.compressedBy === 'lifeboat' ? 'none' : artifact.compressedBy,
        encrypted: false,
        plainSha256: hash.sha256,
        ...(artifact.members === undefined ? {} : { members: artifact.members }),
      }
    },
  }
}

async function digestFile(path: string): Promise<{ sha256: string; size: number }> {
  const { createHash } = await import('node:crypto')
  const hash = createHash('sha256')
  let size = 0
  for await (const chunk of createReadStream(path)) {
    hash.update(chunk as Buffer)
    size += (chunk as Buffer).length
  }
  return { sha256: hash.digest('hex'), size }
}

function unpacking(file: Readable) {
  const unpack = createZstdDecompress()
  file.once('error', (error) => unpack.destroy(error))
  return unpack
}

/** Names came from a manifest; on this disk they are only numbers. */
function pathOf(folder: string, name: string): string {
  return join(folder, digestOf(Buffer.from(name)).sha256.slice(0, 32))
}
