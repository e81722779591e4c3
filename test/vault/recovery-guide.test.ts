import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { zstdCompressSync } from 'node:zlib'
import { pack } from 'tar-stream'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ArtifactRecord, Manifest } from '../../src/domain/manifest.ts'
import { silentLog } from '../../src/ports/log.ts'
import { createArtifactWriter } from '../../src/vault/artifact-writer.ts'
import { manifestComment } from '../../src/vault/backups.ts'
import { digestOf } from '../../src/vault/digest.ts'
import { makeIdentity } from '../../src/vault/keys.ts'
import { backupRecoveryGuide } from '../../src/vault/recovery-guide.ts'
import { rootRecoveryGuide } from '../../src/vault/root-recovery-guide.ts'
import { aesSealing } from '../../src/vault/aes-sealing.ts'
import { ageSealing, makePassphraseIdentity } from '../../src/vault/age-sealing.ts'
import type { Sealing } from '../../src/vault/sealing.ts'
import { databaseArgument, shellArgument } from '../../src/vault/shell-text.ts'
import { makeSigningKeys, sign } from '../../src/vault/signing.ts'
import { folder, input, makeManifest, makeSource, someBytes } from './fixtures.ts'
import { MemoryStore } from './memory-store.ts'
import { answerOnTerminal, runProgram } from './programs.ts'
import { readAll } from './streams.ts'

const never = new AbortController().signal
let here = ''
beforeEach(async () => {
  here = await mkdtemp(join(tmpdir(), 'lifeboat-guide-'))
})
afterEach(() => rm(here, { recursive: true, force: true }))

const table = someBytes(400_000)
const frame = zstdCompressSync(table)
const memberFiles = {
  '100.dat.zst': zstdCompressSync(Buffer.from('small table')),
  '101.dat.zst': zstdCompressSync(Buffer.from('another')),
  'blob_16400.dat.zst': Buffer.alloc(0),
  'blobs_3000.toc': Buffer.from('16400 blob_16400.dat\n'),
}

async function tarOf(files: Record<string, Buffer>): Promise<Buffer> {
  const archive = pack()
  for (const [name, bytes] of Object.entries(files)) archive.entry({ name }, bytes)
  archive.finalize()
  return readAll(Readable.from(archive, { objectMode: false }))
}

/** A backup as the postgres source makes it, laid out in a folder as a person would have fetched it. */
async function layOut(sealing: Sealing | 'none', change: Partial<Manifest>): Promise<string> {
  const store = new MemoryStore('one')
  const writer = createArtifactWriter({
    stores: [store],
    folder,
    source: 'main',
    sealing,
    log: silentLog,
    signal: never,
  })
  const members = Object.entries(memberFiles).map(([name, bytes]) => ({ name, ...digestOf(bytes) }))
  const records: ArtifactRecord[] = [
    await writer.put(input('toc.dat', Buffer.from('PGDMP…'), 'none'), never),
    await writer.put(input('6260.dat', frame, 'pg_dump'), never),
    await writer.put(input('6261.dat', table, 'lifeboat'), never),
    await writer.put({ ...input('pack-1.tar', await tarOf(memberFiles)), members }, never),
    await writer.put(
      { ...input('pack-2.tar', await tarOf({ '102.dat.zst': frame }), 'none'), members: [] },
      never,
    ),
    await writer.put(input('globals.sql', Buffer.from('CREATE ROLE shop;'), 'lifeboat'), never),
    await writer.put(input("x; touch pwned\n'", Buffer.from('odd'), 'lifeboat'), never),
  ]
  const guide = backupRecoveryGuide(makeManifest([makeSource(records)], change))
  for (const key of store.keys()) {
    const path = join(here, key.slice(folder.length))
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, store.bytes(key))
  }
  return guide
}

/** The commands under a heading, as they stand on the page. */
function commands(guide: string, heading: RegExp): string {
  const section = guide.split(/^## /m).find((text) => heading.test(text)) ?? ''
  return [...section.matchAll(/^(`{3,})bash\n([\s\S]*?)\n\1$/gm)].map(([, , script]) => script).join('\n')
}

async function bash(script: string, environment: Record<string, string> = {}) {
  return runProgram('bash', ['-c', script], { directory: here, environment })
}

async function expectRestored(): Promise<void> {
  const archive = join(here, 'restored/main/archive')
  const expected: Record<string, Buffer> = {
    ...memberFiles,
    'toc.dat': Buffer.from('PGDMP…'),
    '6260.dat.zst': frame,
    '6261.dat': table,
    '102.dat.zst': frame,
  }
  expect((await readdir(archive)).sort()).toEqual(Object.keys(expected).sort())
  for (const [name, bytes] of Object.entries(expected)) {
    expect((await readFile(join(archive, name))).equals(bytes)).toBe(true)
  }
  expect(await readFile(join(here, 'restored/main/globals.sql'), 'utf8')).toBe('CREATE ROLE shop;')
  expect(await readdir(here)).not.toContain('pwned')
}

describe("a backup's own page", () => {
  test('recovers every file with age, zstd and tar alone', async () => {
    const keys = await makeIdentity()
    const guide = await layOut(ageSealing([keys.recipient]), { recipients: [keys.recipient] })
    expect(guide).toContain(keys.recipient)
    expect(await bash(commands(guide, /Check/))).toMatchObject({ code: 0, stderr: '' })
    await writeFile(join(here, 'key.txt'), `${keys.identity}\n`)
    const opened = await bash(commands(guide, /Open and unpack/))
    expect(opened).toMatchObject({ code: 0, stderr: '' })
    await expectRestored()
    await bash(commands(guide, /Clean up/))
    expect((await readdir(here)).sort()).toEqual(['main'])
  })

  test('recovers with a passphrase', async () => {
    const made = await makePassphraseIdentity('tide and time', 10)
    await writeFile(join(here, 'identity.age'), made.sealed)
    const guide = await layOut(ageSealing([made.recipient]), {
      encryption: 'passphrase',
      recipients: [made.recipient],
      identityKey: 'identity.age',
    })
    expect(await answerOnTerminal(commands(guide, /The key/), here, 'tide and time')).toMatchObject({
      code: 0,
    })
    expect(await bash(commands(guide, /Open and unpack/))).toMatchObject({ code: 0, stderr: '' })
    await expectRestored()
  })

  test('recovers with a passphrase and AES, by python3 in place of age', async () => {
    const guide = await layOut(await aesSealing('tide and time'), { encryption: 'passphrase-aes-256-gcm' })
    expect(guide).not.toMatch(/\bage\b/)
    expect(await bash(commands(guide, /Check/))).toMatchObject({ code: 0, stderr: '' })
    expect(await answerOnTerminal(commands(guide, /The key/), here, 'tide')).toMatchObject({ code: 1 })
    expect(await answerOnTerminal(commands(guide, /The key/), here, 'tide and time')).toMatchObject({
      code: 0,
    })
    expect(await bash(commands(guide, /Open and unpack/))).toMatchObject({ code: 0, stderr: '' })
    await expectRestored()
    await bash(commands(guide, /Clean up/))
    expect((await readdir(here)).sort()).toEqual(['main'])
  })

  test('recovers what was not encrypted', async () => {
    const guide = await layOut('none', { encryption: 'none' })
    expect(await bash(commands(guide, /Open and unpack/))).toMatchObject({ code: 0, stderr: '' })
    await expectRestored()
  })

  test('shows a damaged file, and stops at what does not open', async () => {
    const keys = await makeIdentity()
    const guide = await layOut(ageSealing([keys.recipient]), {})
    await writeFile(join(here, 'key.txt'), `${keys.identity}\n`)
    const damaged = join(here, 'main/6261.dat.zst.age')
    const bytes = await readFile(damaged)
    bytes[bytes.length - 20] = (bytes[bytes.length - 20] ?? 0) ^ 1
    await writeFile(damaged, bytes)
    const checked = await bash(commands(guide, /Check/))
    expect(checked.code).not.toBe(0)
    expect(checked.stdout.toString()).toContain('6261.dat.zst.age')
    expect((await bash(commands(guide, /Open and unpack/))).code).not.toBe(0)
  })

  test('gives the database its encoding, locale and provider, whatever its name', () => {
    const name = "it's `rm -rf`\n```\n$HOME\\"
    const guide = backupRecoveryGuide(
      makeManifest([
        makeSource([], {
          database: name,
          locale: {
            provider: 'icu',
            collate: 'de_DE.UTF-8',
            ctype: 'de_DE.UTF-8',
            locale: 'de-u-co-phonebk',
            icuRules: "&a < 'b'",
          },
        }),
      ]),
    )
    const script = commands(guide, /Restore main/)
    // The programs are replaced by functions that show what they were given.
    const shown = spawnSync(
      'bash',
      [
        '-c',
        `show() { printf '<%s>' "$@"; echo; }; createdb() { show createdb "$@"; }; pg_restore() { show pg_restore "$@"; }; vacuumdb() { show vacuumdb "$@"; }; psql() { show psql "$@"; }\n${script}`,
      ],
      { encoding: 'utf8' },
    )
    expect(shown.stderr).toBe('')
    expect(shown.stdout).toContain(
      `<createdb><-T><template0><--encoding=UTF8><--lc-collate=de_DE.UTF-8><--lc-ctype=de_DE.UTF-8><--locale-provider=icu><--icu-locale=de-u-co-phonebk><--icu-rules=&a < 'b'><--><${name}>\n`,
    )
    expect(shown.stdout).toContain(
      `<pg_restore><-j><4><-d><dbname='it\\'s \`rm -rf\`\n\`\`\`\n$HOME\\\\'><restored/main/archive>\n`,
    )
  })
})

describe('arguments', () => {
  test.each([
    'plain',
    '',
    "it's",
    'a b',
    '$(x)',
    '\\',
    "\\'",
    'é\u0000'.slice(0, 1),
    '\n',
    "'\n'",
    '\u0085',
    '\u001b[31m1',
    '-x',
    '*',
  ])('%j reach the program as they are', (text) => {
    const shown = spawnSync('bash', ['-c', `printf '%s.' ${shellArgument(text)}`], { encoding: 'utf8' })
    expect(shown.stdout).toBe(`${text}.`)
  })

  test('that name a database are no connection string', () => {
    expect(databaseArgument('host=evil')).toBe(`'dbname='\\''host=evil'\\'''`)
  })
})

describe("the store's page", () => {
  test('opens what AES sealed, when the page of the backup is missing', async () => {
    await layOut(await aesSealing('tide and time'), {})
    expect(await bash(commands(rootRecoveryGuide(), /The program/))).toMatchObject({ code: 0, stderr: '' })
    const key = 'python3 open-aes.py key main/toc.dat.aes > key.txt'
    expect(await answerOnTerminal(key, here, 'tide and time')).toMatchObject({ code: 0 })
    const opened = await bash('python3 open-aes.py open key.txt main/toc.dat.aes')
    expect(opened.stdout.toString()).toBe('PGDMP…')
    expect(rootRecoveryGuide()).toContain('python3 open-aes.py key ANY.aes > key.txt')
    expect(rootRecoveryGuide()).toContain('python3 open-aes.py open key.txt FILE.aes')
  })

  test("turns our public key into minisign's", async () => {
    const keys = makeSigningKeys()
    const manifest = Buffer.from('{}\n')
    const comment = manifestComment('production', '20261121T101500Z-k3f9x')
    await writeFile(join(here, 'manifest.json'), manifest)
    await writeFile(join(here, 'manifest.json.sig'), sign(manifest, keys.secretKey, comment))
    const script = commands(rootRecoveryGuide(), /genuine/).replace('ed25519:…', keys.publicKey)
    const printed = await bash(script)
    expect(printed.stderr).toBe('')
    const checked = await bash(
      `minisign -V -P ${printed.stdout.toString().trim()} -m manifest.json -x manifest.json.sig`,
    )
    expect(checked).toMatchObject({ code: 0, stderr: '' })
    expect(checked.stdout.toString()).toContain(comment)
  })
})
