import { createReadStream, createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Failure } from '../../domain/failure.ts'
import type { RedisRecord } from '../../domain/manifest.ts'
import type { ArtifactReader } from '../../ports/artifacts.ts'
import type { ProgressSink } from '../../ports/source.ts'
import { type RdbContents, RdbInspector } from './rdb/inspector.ts'
import type { RedisLaboratory } from './laboratory.ts'
import { rdbName } from './source.ts'

/**
 * Reads a backup's RDB file, and writes it to a path if one is given.
 * @throws Failure `integrity` when it is damaged or holds something else than the manifest says
 */
export async function readBackup(
  record: RedisRecord,
  artifacts: ArtifactReader,
  path: string | null,
  progress: ProgressSink,
  signal: AbortSignal,
): Promise<RdbContents> {
  const artifact = record.artifacts.find(({ name }) => name === rdbName)
  if (artifact === undefined) throw new Failure('integrity', `the backup has no ${rdbName}`)
  const inspector = new RdbInspector()
  const inspected = async function* (body: AsyncIterable<Buffer>) {
    let done = 0
    for await (const chunk of body) {
      inspector.feed(chunk)
      done += chunk.length
      progress.report(done, record.databaseSize)
      yield chunk
    }
  }
  const body = await artifacts.open(artifact, 'plain', signal)
  const written = path === null ? nowhere() : createWriteStream(path, { mode: 0o600 })
  await pipeline(body, inspected, written, { signal })
  const contents = inspector.end()
  if (JSON.stringify(contents.databases) !== JSON.stringify(record.databases)) {
    throw new Failure('integrity', 'the RDB file holds other numbers of keys than the manifest says')
  }
  return contents
}

/** What the server has in memory, as it writes it down itself. */
export async function readBack(laboratory: RedisLaboratory, signal: AbortSignal): Promise<RdbContents> {
  const path = join(laboratory.folder, rdbName)
  using session = await laboratory.session(signal)
  // So that what is read then cannot be the file that was loaded; and the disk need not hold both.
  await rm(path, { force: true })
  await session.ask('SAVE')
  const inspector = new RdbInspector()
  for await (const chunk of createReadStream(path, { signal }) as AsyncIterable<Buffer>) inspector.feed(chunk)
  return inspector.end()
}

function nowhere(): Writable {
  return new Writable({ write: (_chunk, _encoding, done) => done() })
}
