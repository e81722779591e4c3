import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Environment } from '../../src/domain/environment/schema.ts'
import type { Report } from '../../src/domain/report.ts'
import { systemClock } from '../../src/host/clock.ts'
import { backup } from '../../src/operations/backup/backup.ts'
import { restore, type RestoreInput } from '../../src/operations/restore/restore.ts'
import { verify } from '../../src/operations/verify/verify.ts'
import type { Ports } from '../../src/ports/ports.ts'
import { memoryStore, type MemoryStore } from '../support/doubles/memory-store.ts'
import { makeTestKeys, testEnvironment, type TestKeys } from '../support/ports/environment.ts'
import { backupPorts, verifyPorts } from '../support/ports/ports.ts'
import { manifestOf } from '../support/ports/real-backup.ts'
import { restoreInput, restorePorts } from '../support/ports/restore-ports.ts'
import { freePort } from '../support/servers/free-port.ts'
import { canary, fillSource, redisOpeners, redisRecord, startSource } from '../support/redis/redis.ts'
import { runProgram } from '../vault/programs.ts'

let keys: TestKeys
let source: Awaited<ReturnType<typeof startSource>>
let target: Awaited<ReturnType<typeof startSource>>
let environment: Environment
let store: MemoryStore
let said: string[] = []

beforeAll(async () => {
  keys = await makeTestKeys()
  source = await startSource()
  target = await startSource()
  environment = await testEnvironment(keys, {
    sources: [{ name: 'cache', type: 'redis', url: '${REDIS_URL}' }],
  })
})
afterAll(async () => {
  await source[Symbol.asyncDispose]()
  await target[Symbol.asyncDispose]()
})
beforeEach(async () => {
  store = memoryStore()
  said = []
  for (const { session } of [source, target]) {
    await session.ask('FLUSHALL')
    await session.ask('SELECT', '0')
  }
})

/** Runs with ports of a role, and keeps all that it said. */
async function withPorts<P extends Ports & AsyncDisposable, T>(
  open: (change: Partial<Ports>) => Promise<P>,
  work: (ports: P) => Promise<T>,
  url = source.url(),
): Promise<T> {
  const holder: { ports: Ports | null } = { ports: null }
  const opened = () => {
    if (holder.ports === null) throw new Error('the ports are not open yet')
    return holder.ports
  }
  await using ports = await open(redisOpeners(opened, { ...process.env, REDIS_URL: url }))
  holder.ports = ports
  const result = await work(ports)
  said.push(JSON.stringify(result), JSON.stringify(ports.log))
  return result
}

const backUp = (url = source.url()): Promise<Report> =>
  withPorts(
    (change) => backupPorts([store], keys, change),
    (ports) => backup(environment, { class: 'scheduled' }, ports),
    url,
  )
const prove = () =>
  withPorts(
    (change) => verifyPorts([store], keys, change),
    (ports) => verify(environment, { backup: 'latest', level: 'useful' }, ports),
  )
const bringBack = (change: Partial<RestoreInput>) =>
  withPorts(
    (openers) =>
      restorePorts([store], keys, { change: { ...openers, clock: systemClock }, reason: 'the test' }),
    (ports) => restore(environment, restoreInput(change), ports),
  )

/** Of all keys of a database; does not depend on how a server keeps them. */
async function contents(of: typeof source, index: number): Promise<string[]> {
  await of.session.ask('SELECT', String(index))
  const found = await of.session.ask('KEYS', '*')
  const names = (Array.isArray(found) ? found : []).filter((name) => Buffer.isBuffer(name))
  const lines: string[] = []
  for (const name of names) {
    const digest = await of.session.ask('DEBUG', 'DIGEST-VALUE', name).catch(() => null)
    const expiry = await of.session.ask('PEXPIRETIME', name)
    lines.push(`${name.toString('hex')} ${String(digest)} ${String(expiry)}`)
  }
  return lines.sort()
}

describe('a Redis source', () => {
  test('is backed up, proven and restored into an empty server with every type, database and expiry', async () => {
    await fillSource(source.session)
    const made = await backUp()
    expect(made).toMatchObject({ failure: null })
    const { manifest } = await manifestOf(store, environment, made.backupId ?? '')
    const record = redisRecord(manifest.sources[0])
    expect(record.databases).toEqual([
      { index: 0, keys: 20, expires: 2 },
      { index: 3, keys: 1, expires: 1 },
      { index: 9, keys: 1, expires: 0 },
    ])
    const proof = await prove()
    expect(proof.report.checks.filter(({ status }) => status !== 'passed')).toEqual([])
    expect(proof.report.failure).toBeNull()
    const equal = proof.report.checks.find(({ name }) => name === 'keys and values')
    expect(equal?.detail).toContain('all values too')

    const { report, databases } = await bringBack({ target: target.url() })
    expect(report.failure).toBeNull()
    expect(databases).toEqual([`redis://127.0.0.1:${target.port}`])
    for (const index of [0, 3, 9]) {
      const expected = await contents(source, index)
      expect(expected.length).toBeGreaterThan(0)
      expect(await contents(target, index)).toEqual(expected)
    }
    for (const { session } of [source, target]) await session.ask('SELECT', '0')
    expect(await target.session.ask('XPENDING', 'stream', 'group')).toEqual(
      await source.session.ask('XPENDING', 'stream', 'group'),
    )
    const all = said.join('\n')
    expect(all).not.toContain(canary)
    expect(all).not.toContain(source.password)
  })

  test('is exchanged by swap, and what was in use is kept in spare databases', async () => {
    await fillSource(source.session)
    await backUp()
    const before = await contents(source, 0)
    await source.session.ask('SELECT', '0')
    await source.session.ask('SET', 'text', 'overwritten')
    await source.session.ask('SET', 'later', 'written after the backup')
    const { report } = await bringBack({ mode: 'swap', confirm: environment.environment })
    expect(report.failure).toBeNull()
    expect(report.restored?.places).toEqual([
      { source: 'cache', database: 'databases 15, 14, 13', keptAs: 'databases 15, 14, 13', exchanged: true },
    ])
    expect(await contents(source, 0)).toEqual(before)
    await source.session.ask('SELECT', '15')
    expect(String(await source.session.ask('GET', 'later'))).toBe('written after the backup')
  })

  test('exchanged again and again, needs one spare database each time: what was set aside is not brought back with it', async () => {
    const used = async () =>
      [...String(await source.session.ask('INFO', 'keyspace')).matchAll(/^db(\d+):/gm)].map(([, index]) =>
        Number(index),
      )
    const swap = { mode: 'swap', confirm: environment.environment } as const
    // By its id: of backups of the same second, `latest` is any.
    let newest = ''
    for (const [round, spare] of [15, 14, 13].entries()) {
      await source.session.ask('SELECT', '0')
      await source.session.ask('SET', 'text', `state ${round}`)
      newest = (await backUp()).backupId ?? ''
      await source.session.ask('SET', 'text', `after ${round}`)
      const { report } = await bringBack({ ...swap, backup: newest })
      expect(report.failure).toBeNull()
      expect(report.restored?.places[0]?.keptAs).toBe(`database ${spare}`)
      expect(report.notices.some(({ text }) => text.includes('was set aside'))).toBe(round > 0)
      expect(await used()).toEqual([0, ...Array.from({ length: round + 1 }, (_, n) => spare + n)])
      expect(String(await source.session.ask('GET', 'text'))).toBe(`state ${round}`)
      await source.session.ask('SELECT', String(spare))
      expect(String(await source.session.ask('GET', 'text'))).toBe(`after ${round}`)
    }
    // Elsewhere all that the server had comes back.
    await bringBack({ target: target.url(), backup: newest })
    await target.session.ask('SELECT', '14')
    expect(String(await target.session.ask('GET', 'text'))).toBe('after 1')
    // Where an application has begun to work in it, it is set aside no more.
    await source.session.ask('SELECT', '15')
    await source.session.ask('DEL', 'lifeboat:set-aside')
    newest = (await backUp()).backupId ?? ''
    const { report } = await bringBack({ ...swap, backup: newest })
    expect(report.restored?.places[0]?.keptAs).toBe('databases 12, 11')
  })

  test('is not restored over keys, nor in place', async () => {
    await fillSource(source.session)
    await backUp()
    await target.session.ask('SELECT', '5')
    await target.session.ask('SET', 'mine', 'stays')
    const refused = await bringBack({ target: target.url() })
    expect(refused.report.failure).toMatchObject({ kind: 'refused' })
    expect(await target.session.ask('DBSIZE')).toBe(1)
    const inPlace = await bringBack({ mode: 'in-place', confirm: environment.environment })
    expect(inPlace.report.failure).toMatchObject({ kind: 'refused' })
  })

  test('half a restore is begun anew, and leaves no trace of itself', async () => {
    await fillSource(source.session)
    const { backupId } = await backUp()
    await target.session.ask('SELECT', '3')
    await target.session.ask('MSET', `lifeboat:restoring:${backupId ?? ''}`, '1', 'half', 'a restore')
    const { report } = await bringBack({ target: target.url() })
    expect(report.failure).toBeNull()
    expect(await contents(target, 3)).toEqual(await contents(source, 3))
  })

  test('with no keys at all is backed up and proven', async () => {
    expect((await backUp()).failure).toBeNull()
    expect((await prove()).report.failure).toBeNull()
  })

  test('with 200,000 keys comes back whole, and keys that expired since are said', async () => {
    for (let start = 0; start < 200_000; start += 10_000) {
      const words = Array.from({ length: 10_000 }, (_, index) => [`k${start + index}`, `v${start + index}`])
      await source.session.ask('MSET', ...words.flat())
    }
    // Nothing expires while writers have to wait: so it is in the backup, however late that reads it.
    await Promise.all([
      source.session.ask('SET', 'gone', '1', 'PX', '1000'),
      source.session.ask('CLIENT', 'PAUSE', '600000', 'WRITE'),
    ])
    try {
      await backUp()
    } finally {
      await source.session.ask('CLIENT', 'UNPAUSE')
    }
    while ((await source.session.ask('EXISTS', 'gone')) === 1) await wait(20)
    const proof = await prove()
    expect(proof.report.failure).toBeNull()
    expect(proof.report.checks.find(({ name }) => name === 'keys per database')?.detail).toContain('(1 with')
    const { report } = await bringBack({ target: target.url() })
    expect(report.failure).toBeNull()
    await target.session.ask('SELECT', '0')
    expect(await target.session.ask('DBSIZE')).toBe(200_000)
    expect(report.notices.some(({ text }) => text.includes('1 key had expired'))).toBe(true)
    // Twenty seconds of work for the processor, of which a busy machine makes minutes.
  }, 300_000)

  test('is refused to a wrong password, and to a user without the rights of a replica', async () => {
    const wrong = await backUp(source.url().replace(encodeURIComponent(source.password), 'wrong'))
    expect(wrong.failure).toMatchObject({ kind: 'access' })
    await source.session.ask('ACL', 'SETUSER', 'reader', 'on', '>r-4711', '~*', '+ping', '+info', '+replconf')
    const url = `redis://reader:r-4711@127.0.0.1:${source.port}`
    const report = await backUp(url)
    expect(report.failure).toMatchObject({ kind: 'access' })
    expect(report.failure?.hint).toContain('+sync')
    await source.session.ask('ACL', 'SETUSER', 'reader', '+sync')
    expect((await backUp(url)).failure).toBeNull()
    expect(said.join('\n')).not.toContain('r-4711')
  })

  test('comes back by the commands of RECOVERY.md', async () => {
    await fillSource(source.session)
    const { backupId } = await backUp()
    const { folder } = await manifestOf(store, environment, backupId ?? '')
    const here = await mkdtemp(join(tmpdir(), 'lifeboat-redis-'))
    try {
      for (const [key, versions] of store.objects) {
        if (!key.startsWith(folder)) continue
        const path = join(here, key.slice(folder.length))
        await runProgram('mkdir', ['-p', join(path, '..')])
        await writeFile(path, versions.at(-1)?.bytes ?? '')
      }
      await writeFile(join(here, 'key.txt'), `${keys.offline.identity}\n`)
      const guide = store.objects.get(`${folder}RECOVERY.md`)?.at(-1)?.bytes.toString() ?? ''
      const blocks = guide
        .split(/^## /m)
        .filter((text) => /^(Check|Open|\d\. (Check|Open|Restore))/.test(text))
        .flatMap((text) => [...text.matchAll(/^```bash\n([\s\S]*?)\n```$/gm)].map((match) => match[1] ?? ''))
      const stop = 'redis-cli -p "$REDIS_PORT" SHUTDOWN NOSAVE || true'
      const port = String(await freePort())
      const ran = await runProgram('bash', ['-c', ['set -e', ...blocks, stop].join('\n')], {
        directory: here,
        environment: { REDIS_PORT: port },
      })
      expect(ran.stderr).toBe('')
      expect(ran.stdout.toString()).toContain('db0:keys=20,expires=2')
      expect(ran.stdout.toString()).toContain('db9:keys=1,expires=0')
    } finally {
      await rm(here, { recursive: true, force: true })
    }
  })

  test('leaves no laboratory behind', async () => {
    await fillSource(source.session)
    await backUp()
    await withPorts(
      (change) => verifyPorts([store], keys, change),
      async (ports) => {
        const proven = await verify(environment, { backup: 'latest', level: 'useful' }, ports)
        expect(proven.report.verdict).not.toBe('failed')
        expect(await readdir(ports.spool)).toEqual([])
        expect(await readdir(dirname(ports.spool))).toEqual([basename(ports.spool)])
      },
    )
  })
})
