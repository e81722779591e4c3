/**
 * A restore in a process of its own, to be killed: `node restore-child.ts '{"url", "mode", "folder"}'`. The folder holds
 * the record and the artifacts. It says `exchanging` before it exchanges.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PostgresRecord } from '../../../src/domain/manifest.ts'
import type { RestoreMode } from '../../../src/ports/restoration.ts'
import { MemoryArtifacts } from './artifacts.ts'
import { sourceConfig } from './backup.ts'
import { openRestoration } from './restoration.ts'

const { url, mode, folder } = JSON.parse(process.argv[2] ?? '{}') as {
  url: string
  mode: RestoreMode
  folder: string
}
const artifacts = new MemoryArtifacts()
for (const name of readdirSync(folder)) {
  if (name !== 'record.json') artifacts.stored.set(name, readFileSync(join(folder, name)))
}
const record = JSON.parse(readFileSync(join(folder, 'record.json'), 'utf8')) as PostgresRecord
await using restore = await openRestoration(
  { record, artifacts, config: await sourceConfig({ url }) },
  { mode, jobs: 2 },
)
await restore.restore()
if (mode !== 'side-by-side') {
  process.stdout.write('exchanging\n')
  await restore.exchange()
}
