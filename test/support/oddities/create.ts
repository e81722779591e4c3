import { copyFile, readdir, readFile } from 'node:fs/promises'
import { dirname, join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Client, DatabaseError } from 'pg'
import type { ClientConfig } from 'pg'

export interface Oddities {
  /** Titles of what this server cannot have, with the reason. */
  skipped: string[]
  /** Objects that pg_dump leaves out of every dump of this database without an error. */
  notIncluded: string[]
}

/** Texts that must never turn up in an output. The row is in `odd.canary`; the passwords stand in definitions. */
export const canaries = [
  'canary-row-7d1f0c9a55',
  'canary-fdw-password',
  'canary-subscription-password',
] as const

/**
 * Fills an empty database with everything that is hard to dump, to restore or to compare. Needs a superuser.
 * What a server is too old for, or was built without, is skipped and named.
 *
 * Left out, because no server has the means for it by itself: security labels (they need a loaded provider), transforms,
 * and constraints that call functions which rely on search_path (no dump of those can be restored).
 * @param bindir where the server's programs lie: an installation of our own gets an extension with configuration tables
 */
export async function createOddities(
  connection: string | ClientConfig,
  { major, bindir }: { major: number; bindir?: string },
): Promise<Oddities> {
  if (bindir !== undefined) await installExtension(bindir, major)
  const client = new Client(connection)
  await client.connect()
  try {
    const skipped: string[] = []
    const features = await featuresOf(client)
    for (const block of await readBlocks()) {
      const reason =
        block.since > major
          ? `needs PostgreSQL ${block.since}`
          : block.needs !== undefined && !features.has(block.needs)
            ? `this server has no ${block.needs}`
            : null
      if (reason === null) await run(client, block)
      else skipped.push(`${block.title} (${reason})`)
    }
    const notIncluded = ['odd.belongs_to_extension']
    if (features.has('lifeboat_oddity')) notIncluded.push('odd_extensions.lifeboat_oddity_cache')
    return { skipped, notIncluded }
  } finally {
    await client.end()
  }
}

/** A few statements that belong together, sent as one query, so that all or none of them take effect. */
interface Block {
  title: string
  sql: string
  /** First major version that has it; 0 for all. */
  since: number
  needs: string | undefined
  /** SQLSTATE with which it must fail. */
  fails: string | undefined
  /** The object belongs to the server and may be there already. */
  once: boolean
}

async function run(client: Client, block: Block): Promise<void> {
  try {
    await client.query(block.sql)
  } catch (cause) {
    const code = cause instanceof DatabaseError ? cause.code : undefined
    if (code !== undefined && code === block.fails) return
    if (block.once && code === '42710') return
    throw new Error(`the oddity "${block.title}" could not be made`, { cause })
  }
  if (block.fails !== undefined) throw new Error(`the oddity "${block.title}" did not fail as it should`)
}

/** Reads the SQL files beside this one: each block begins with `--# title | since 15 | needs icu | fails 23505 | once`. */
async function readBlocks(): Promise<Block[]> {
  const folder = new URL('.', import.meta.url)
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  const texts = await Promise.all(names.map((name) => readFile(new URL(name, folder), 'utf8')))
  return texts.flatMap((text) => text.split(/^--# /m).slice(1)).map(parseBlock)
}

function parseBlock(text: string): Block {
  const end = text.indexOf('\n')
  const [title = '', ...words] = text.slice(0, end).split(' | ')
  const option = (name: string) => words.find((word) => word.startsWith(`${name} `))?.slice(name.length + 1)
  return {
    title,
    sql: text.slice(end + 1),
    since: Number(option('since') ?? 0),
    needs: option('needs'),
    fails: option('fails'),
    once: words.includes('once'),
  }
}

/** Only into an installation that was unpacked for the tests, under .cache: the system's own is not ours to change. */
async function installExtension(bindir: string, major: number): Promise<void> {
  if (!bindir.split(sep).includes('.cache')) return
  const source = fileURLToPath(new URL('extension', import.meta.url))
  const folder = join(dirname(bindir), '../../../share/postgresql', String(major), 'extension')
  for (const name of await readdir(source)) await copyFile(join(source, name), join(folder, name))
}

async function featuresOf(client: Client): Promise<Set<string>> {
  const features = new Set<string>()
  const has = async (sql: string) => {
    try {
      return (await client.query<{ yes: boolean }>(sql)).rows[0]?.yes === true
    } catch {
      return false
    }
  }
  if (await has(`select exists (select from pg_collation where collprovider = 'i') as yes`))
    features.add('icu')
  if (await has(`select exists (select from pg_available_extensions where name = 'lifeboat_oddity') as yes`))
    features.add('lifeboat_oddity')
  if (await has(`select '<a/>'::xml is document as yes`)) features.add('xml')
  if (
    await has(
      `select 'lz4' = any (enumvals) as yes from pg_settings where name = 'default_toast_compression'`,
    )
  ) {
    features.add('lz4')
  }
  return features
}
