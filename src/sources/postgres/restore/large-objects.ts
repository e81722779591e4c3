import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createZstdDecompress } from 'node:zlib'

/** Digests of the files that pg_restore will load as large objects, by the lists that came with them. */
export async function digestLargeObjects(
  archive: string,
): Promise<Map<string, { sha256: string; size: number }>> {
  const objects = new Map<string, { sha256: string; size: number }>()
  for (const list of (await readdir(archive)).filter((name) => /^blobs.*\.toc$/.test(name))) {
    for (const line of (await readFile(join(archive, list), 'utf8')).split('\n')) {
      const [oid, file] = line.split(' ')
      if (oid === undefined || file === undefined || !/^blob_\d+\.dat$/.test(file)) continue
      objects.set(oid, await digestFile(join(archive, file)))
    }
  }
  return objects
}

async function digestFile(path: string): Promise<{ sha256: string; size: number }> {
  const hash = createHash('sha256')
  let size = 0
  const take = async (bytes: AsyncIterable<Buffer>) => {
    for await (const chunk of bytes) {
      hash.update(chunk)
      size += chunk.length
    }
  }
  const packed = await stat(`${path}.zst`).catch(() => null)
  if (packed === null) await pipeline(createReadStream(path), take)
  // An empty large object is an empty file, which is no zstd frame.
  else if (packed.size > 0) await pipeline(createReadStream(`${path}.zst`), createZstdDecompress(), take)
  return { sha256: hash.digest('hex'), size }
}
