import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Database } from './postgres.ts'
import { scramVerifier } from './scram.ts'
import { giveUpRoot, log, readSecret, readSettings } from './settings.ts'

/**
 * Applies the migrations that were not applied yet, in the order of their names, each in a transaction of its own with
 * its entry in the record: killed at whatever point, it goes on from there when it is run again. One that fails leaves
 * those before it.
 */
const { databaseHost, appPassword } = readSettings()
const password = readSecret('owner-password')
giveUpRoot()
const database = await Database.open({ host: databaseHost, user: 'shop', password, database: 'shop' })

// One at a time: the lock belongs to the session, and goes with it.
await database.query('select pg_advisory_lock(7265626)')
await database.script(
  'create table if not exists public.migrations (name text primary key, applied_at timestamptz not null default now())',
)
const applied = new Set(
  (await database.query('select name from public.migrations')).map((row) => row['name']),
)
const folder = join(import.meta.dirname, 'migrations')
const files = (await readdir(folder)).filter((name) => name.endsWith('.sql')).toSorted()
for (const name of files) {
  if (applied.has(name)) continue
  const text = await readFile(join(folder, name), 'utf8')
  try {
    await database.script(
      `begin;\n${text};\ninsert into public.migrations (name) values ('${name}');\ncommit`,
    )
  } catch (error) {
    log('migration failed', { name, message: error instanceof Error ? error.message : 'unknown' })
    process.exit(1)
  }
  log('migration applied', { name })
}
await database.script(`alter role shop_app password '${scramVerifier(appPassword)}'`)
database.close()
log('migrated', { applied: files.length - applied.size })
