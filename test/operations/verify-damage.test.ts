import { beforeAll, describe, expect, it } from 'vitest'
import type { Environment } from '../../src/domain/environment/schema.ts'
import type { FailureKind } from '../../src/domain/failure.ts'
import type { Manifest } from '../../src/domain/manifest.ts'
import { condemns } from '../../src/domain/proof.ts'
import type { Report } from '../../src/domain/report.ts'
import type { Aspect, Rung } from '../../src/domain/verdict.ts'
import { backup } from '../../src/operations/backup/backup.ts'
import { verify } from '../../src/operations/verify/verify.ts'
import type { Keys } from '../../src/ports/ports.ts'
import type { Store } from '../../src/ports/store.ts'
import { manifestComment } from '../../src/vault/backups.ts'
import { makeIdentity } from '../../src/vault/keys.ts'
import { manifestKey } from '../../src/vault/layout.ts'
import { makePassphraseIdentity } from '../../src/vault/age-sealing.ts'
import { makeSigningKeys, sign } from '../../src/vault/signing.ts'
import { memoryStore, type MemoryStore } from '../support/doubles/memory-store.ts'
import {
  addVersion,
  bytesAt,
  bytesDamages,
  copyStore,
  overwrite,
  withDeleteMarker,
} from '../support/ports/damage.ts'
import { makeTestKeys, testEnvironment, type TestKeys } from '../support/ports/environment.ts'
import { readingRehearsal } from '../support/ports/fake-rehearsal.ts'
import { backupPorts, verifyPorts } from '../support/ports/ports.ts'
import { backUpForReal, manifestOf } from '../support/ports/real-backup.ts'
import { testMajors } from '../support/postgres/install.ts'
import { startServer } from '../support/postgres/server.ts'

const [major = 0] = await testMajors()

/** One real backup and another of the same database: what is damaged is always a copy of this store. */
let pristine: MemoryStore
let keys: TestKeys
let environment: Environment
let id = ''
let otherId = ''
/** Keys of the real backup's objects, by what they are. */
const objects: Record<string, string> = {}

beforeAll(async () => {
  keys = await makeTestKeys()
  environment = await testEnvironment(keys)
  pristine = memoryStore({ name: 'disk' })
  await using server = await startServer({ major })
  server.psql(`create database damaged`)
  server.psql(
    `create table small as select 1 as one;
     create table large as select i, (select string_agg(sha256((i * 1000 + part)::text::bytea)::text, '') from generate_series(1, 100) part) as noise
       from generate_series(1, 400) i`,
    'damaged',
  )
  // The older one lends objects to the newer.
  otherId = await realBackup()
  id = await realBackup()
  async function realBackup(): Promise<string> {
    const report = await backUpForReal(server, 'damaged', environment, keys, [pristine])
    expect(report.failure).toBe(null)
    return report.backupId ?? ''
  }
  const { folder, manifest } = await manifestOf(pristine, environment, id)
  objects['the manifest'] = `${folder}manifest.json`
  objects['the signature'] = `${folder}manifest.json.sig`
  for (const artifact of manifest.sources[0]?.artifacts ?? []) {
    const what =
      artifact.name === 'toc.dat'
        ? 'the table of contents'
        : artifact.name === 'globals.sql'
          ? 'the globals'
          : artifact.members === undefined
            ? 'a table'
            : 'a pack'
    objects[what] = `${folder}${artifact.key}`
  }
})

it('the backup has an object of every kind', () => {
  expect(Object.keys(objects)).toHaveLength(6)
})

const artifacts = ['the table of contents', 'the globals', 'a table', 'a pack']

describe.each(artifacts)('when %s has', (object) => {
  it.each(bytesDamages)('$name, the copy fails and so does the verification', async ({ damage }) => {
    const store = copyStore(pristine)
    const key = keyOf(object)
    const original = bytesAt(store, key)
    const bytes = damage(original)
    if (bytes === null) store.objects.delete(key)
    else overwrite(store, key, bytes)
    const isSeenBySize = bytes?.length !== original.length
    const expected = {
      rung: isSeenBySize ? 'stored' : 'intact',
      name: 'copy in disk',
      kind: bytes === null ? 'missing' : 'integrity',
    } as const
    for (const level of ['intact', 'useful'] as const) {
      const report = await check(store, { level })
      expect(failedChecks(report)).toContainEqual(expected)
      expect(outcome(report)).toEqual({ verdict: 'failed', kind: expected.kind })
      expect(report.copies[0]?.status).toBe(bytes === null ? 'incomplete' : 'damaged')
      expect(condemns(report)).toBe(true)
    }
  })
})

describe.each(['the manifest', 'the signature'])('when %s has', (object) => {
  it.each(bytesDamages)('$name, the verification fails', async ({ damage }) => {
    const store = copyStore(pristine)
    const key = keyOf(object)
    const bytes = damage(bytesAt(store, key))
    if (bytes === null) store.objects.delete(key)
    else overwrite(store, key, bytes)
    const report = await check(store, {})
    const isGone = bytes === null && object === 'the manifest'
    expect(failedChecks(report)).toEqual([
      isGone
        ? { rung: 'stored', name: 'backup', kind: 'missing' }
        : { rung: 'intact', name: 'manifest', kind: 'integrity' },
    ])
    expect(outcome(report)).toEqual({ verdict: 'failed', kind: isGone ? 'missing' : 'integrity' })
  })
})

describe('an object in the place of another fails the copy:', () => {
  const pairs = artifacts.flatMap((one, index) =>
    artifacts.slice(index + 1).map((two) => [one, two] as const),
  )
  it.each(pairs)('%s and %s exchanged', async (one, two) => {
    const store = copyStore(pristine)
    const [first, second] = [keyOf(one), keyOf(two)]
    overwrite(store, first, bytesAt(pristine, second))
    overwrite(store, second, bytesAt(pristine, first))
    const report = await check(store, {})
    expect(failedChecks(report)).toContainEqual({ rung: 'stored', name: 'copy in disk', kind: 'integrity' })
    expect(outcome(report)).toEqual({ verdict: 'failed', kind: 'integrity' })
  })

  it.each(artifacts)('%s of another backup', async (object) => {
    const store = copyStore(pristine)
    const key = keyOf(object)
    const foreign = bytesAt(pristine, key.replace(id, otherId))
    expect(foreign.equals(bytesAt(pristine, key))).toBe(false)
    overwrite(store, key, foreign)
    const report = await check(store, {})
    expect(failedChecks(report).map(({ kind }) => kind)).toContain('integrity')
    expect(outcome(report)).toEqual({ verdict: 'failed', kind: 'integrity' })
  })
})

describe('a manifest that is not the one that was written is not believed:', () => {
  const notBelieved = [{ rung: 'intact', name: 'manifest', kind: 'integrity' }]

  it('that of another backup, signature and all', async () => {
    const store = copyStore(pristine)
    for (const object of ['the manifest', 'the signature']) {
      overwrite(store, keyOf(object), bytesAt(pristine, keyOf(object).replace(id, otherId)))
    }
    expect(failedChecks(await check(store, {}))).toEqual(notBelieved)
  })

  it('that of another environment', async () => {
    const store = copyStore(pristine)
    for (const [key, versions] of pristine.objects) {
      if (key.startsWith('test/')) store.objects.set(key.replace(/^test/, 'production'), versions)
    }
    const production = await testEnvironment(keys, { environment: 'production' })
    expect(failedChecks(await check(store, { environment: production }))).toEqual(notBelieved)
  })

  it('one that was edited without the key', async () => {
    const store = copyStore(pristine)
    edit(store, (manifest) => ({ ...manifest, reason: 'edited' }))
    expect(failedChecks(await check(store, {}))).toEqual(notBelieved)
  })

  it('one that was edited and signed with another key', async () => {
    const store = copyStore(pristine)
    edit(store, (manifest) => ({ ...manifest, reason: 'edited' }), makeSigningKeys().secretKey)
    expect(failedChecks(await check(store, {}))).toEqual(notBelieved)
  })

  it('one that was signed in the role of verification', async () => {
    const store = copyStore(pristine)
    edit(store, (manifest) => manifest, keys.verify.secretKey)
    expect(failedChecks(await check(store, {}))).toEqual(notBelieved)
  })

  it('one whose signature was made for another backup', async () => {
    const store = copyStore(pristine)
    const bytes = bytesAt(store, keyOf('the manifest'))
    const signature = sign(bytes, keys.backup.secretKey, manifestComment('test', otherId))
    overwrite(store, keyOf('the signature'), Buffer.from(signature))
    expect(failedChecks(await check(store, {}))).toEqual(notBelieved)
  })

  it('a newer format, which fails as config since a newer Lifeboat is what helps', async () => {
    const store = copyStore(pristine)
    edit(store, (manifest) => ({ ...manifest, format: 3 }), keys.backup.secretKey)
    const report = await check(store, {})
    expect(failedChecks(report)).toEqual([{ rung: 'intact', name: 'manifest', kind: 'config' }])
    expect(outcome(report)).toEqual({ verdict: 'failed', kind: 'config' })
  })

  it('an unsigned one, where the environment is protected', async () => {
    const store = copyStore(pristine)
    store.objects.delete(keyOf('the signature'))
    const guarded = await testEnvironment(keys, { protected: true })
    expect(failedChecks(await check(store, { environment: guarded }))).toEqual(notBelieved)
  })

  it('any, where the environment is protected and names no key', async () => {
    const signing = { verify: keys.verify.publicKey }
    const guarded = await testEnvironment(keys, { protected: true, signing })
    expect(failedChecks(await check(pristine, { environment: guarded }))).toEqual(notBelieved)
  })
})

describe('a key that does not open the backup fails the check of the key:', () => {
  it('another identity', async () => {
    const { identity } = await makeIdentity()
    const report = await check(pristine, { identities: [identity] })
    expect(failedChecks(report)).toEqual([{ rung: 'intact', name: 'key', kind: 'access' }])
    expect(outcome(report)).toEqual({ verdict: 'failed', kind: 'access' })
  })

  it('no identity at all', async () => {
    const report = await check(pristine, { identities: [] })
    expect(failedChecks(report)).toEqual([{ rung: 'intact', name: 'key', kind: 'config' }])
    expect(outcome(report)).toEqual({ verdict: 'failed', kind: 'config' })
  })
})

describe('with a second store that has everything,', () => {
  it.each([...artifacts, 'the manifest', 'the signature'])(
    'damage of %s in the first fails its copy, and the data is proven equal from the second',
    async (object) => {
      const damaged = copyStore(pristine)
      overwrite(damaged, keyOf(object), bytesAt(pristine, keyOf(object)).subarray(1))
      const report = await check([damaged, copyStore(pristine, { name: 'second' })], {})
      expect(failedChecks(report)).not.toHaveLength(0)
      for (const { name, kind } of failedChecks(report)) {
        expect({ name, kind }).toEqual({ name: 'copy in disk', kind: 'integrity' })
      }
      expect(report.checks.filter(({ rung }) => rung === 'equal').map(({ status }) => status)).toEqual([
        'passed',
      ])
      expect(report.copies.map(({ status }) => status)).toEqual(['damaged', 'complete'])
      expect(outcome(report)).toEqual({ verdict: 'failed', kind: 'integrity' })
    },
  )

  it('damage in the second alone is found too', async () => {
    const second = copyStore(pristine, { name: 'second' })
    const key = keyOf('a table')
    overwrite(second, key, bytesDamages[1]?.damage(bytesAt(pristine, key)) ?? Buffer.alloc(0))
    const report = await check([copyStore(pristine), second], {})
    expect(failedChecks(report)).toEqual([{ rung: 'intact', name: 'copy in second', kind: 'integrity' }])
    expect(report.copies.map(({ status }) => status)).toEqual(['complete', 'damaged'])
  })

  it('a first store that does not have the backup at all is one failed check', async () => {
    const report = await check([memoryStore({ name: 'disk' }), copyStore(pristine, { name: 'second' })], {})
    expect(failedChecks(report)).toEqual([{ rung: 'stored', name: 'copy in disk', kind: 'missing' }])
    expect(report.checks.some(({ rung, status }) => rung === 'equal' && status === 'passed')).toBe(true)
  })
})

describe('on a store that keeps versions,', () => {
  it.each([...artifacts, 'the manifest', 'the signature'])(
    'an older version serves when %s was overwritten, and the copy is told of as damaged',
    async (object) => {
      const store = copyStore(pristine, { versioned: true })
      addVersion(store, keyOf(object), Buffer.from('not what was there'))
      const report = await check(store, {})
      expect(report.checks.some(({ rung, status }) => rung === 'equal' && status === 'passed')).toBe(true)
      expect(failedChecks(report)).toContainEqual({ rung: 'intact', name: 'copy in disk', kind: 'integrity' })
      expect(outcome(report)).toEqual({ verdict: 'failed', kind: 'integrity' })
    },
  )
})

it.each(['a table', 'the manifest', 'the signature'])(
  'a store that keeps versions still serves %s under a delete marker, and the copy is told of as missing',
  async (object) => {
    const store = withDeleteMarker(copyStore(pristine), keyOf(object))
    const report = await check(store, {})
    expect(report.checks.some(({ rung, status }) => rung === 'equal' && status === 'passed')).toBe(true)
    expect(failedChecks(report).map(({ name }) => name)).toContain('copy in disk')
    expect(report.verdict).toBe('failed')
  },
)

describe('with a passphrase,', () => {
  const passphrase = 'correct horse battery staple'
  let sealed: MemoryStore
  let sealedEnvironment: Environment
  let sealedId = ''
  let identityKey = ''
  beforeAll(async () => {
    sealedEnvironment = await testEnvironment(keys, { encryption: { passphrase: '${BACKUP_PASSPHRASE}' } })
    sealed = memoryStore({ name: 'disk' })
    await using ports = await backupPorts([sealed], keys, {
      keys: { passphrase, identities: [], signing: keys.backup.secretKey },
    })
    const report = await backup(sealedEnvironment, { class: 'scheduled' }, ports)
    sealedId = report.backupId ?? ''
    identityKey = manifestKey('test', sealedId).replace('manifest.json', 'identity.age')
  })

  const checkSealed = (stores: MemoryStore | MemoryStore[], words: string | null = passphrase) =>
    check(stores, {
      environment: sealedEnvironment,
      backup: sealedId,
      keys: { passphrase: words, identities: [], signing: keys.verify.secretKey },
    })

  it('an undamaged backup is proven', async () => {
    const report = await checkSealed(sealed)
    expect(failedChecks(report)).toEqual([])
    expect(report.verdict).toBe('passed')
  })

  it.each(bytesDamages)('the sealed identity having $name fails the copy', async ({ damage }) => {
    const store = copyStore(sealed)
    const bytes = damage(bytesAt(store, identityKey))
    if (bytes === null) store.objects.delete(identityKey)
    else overwrite(store, identityKey, bytes)
    const report = await checkSealed(store)
    expect(failedChecks(report)).toContainEqual(
      bytes === null
        ? { rung: 'stored', name: 'copy in disk', kind: 'missing' }
        : { rung: 'intact', name: 'copy in disk', kind: 'integrity' },
    )
    expect(outcome(report)).toEqual({ verdict: 'failed', kind: bytes === null ? 'missing' : 'integrity' })
  })

  it('an identity of another backup, sealed with the same passphrase, fails the copy', async () => {
    const store = copyStore(sealed)
    const { sealed: foreign } = await makePassphraseIdentity(passphrase, 10)
    overwrite(store, identityKey, foreign)
    const report = await checkSealed(store)
    expect(failedChecks(report)).toContainEqual({ rung: 'intact', name: 'copy in disk', kind: 'integrity' })
    expect(outcome(report)).toEqual({ verdict: 'failed', kind: 'integrity' })
  })

  it('a second store opens the backup when the first has lost its identity', async () => {
    const store = copyStore(sealed)
    store.objects.delete(identityKey)
    const report = await checkSealed([store, copyStore(sealed, { name: 'second' })])
    expect(failedChecks(report)).toEqual([{ rung: 'stored', name: 'copy in disk', kind: 'missing' }])
    expect(report.checks.some(({ rung, status }) => rung === 'equal' && status === 'passed')).toBe(true)
  })

  it('the wrong passphrase fails the check of the key', async () => {
    const report = await checkSealed(sealed, 'incorrect horse')
    expect(failedChecks(report)).toEqual([{ rung: 'intact', name: 'key', kind: 'access' }])
  })
})

describe('with a passphrase and AES-256-GCM,', () => {
  const passphrase = 'correct horse battery staple'
  let sealed: MemoryStore
  let environment: Environment
  let sealedId = ''
  beforeAll(async () => {
    environment = await testEnvironment(keys, {
      encryption: { passphrase: '${BACKUP_PASSPHRASE}', cipher: 'aes-256-gcm' },
    })
    sealed = memoryStore({ name: 'disk' })
    await using ports = await backupPorts([sealed], keys, {
      keys: { passphrase, identities: [], signing: keys.backup.secretKey },
    })
    sealedId = (await backup(environment, { class: 'scheduled' }, ports)).backupId ?? ''
  })

  const checkSealed = (store: MemoryStore, words: string | null = passphrase) =>
    check(store, {
      environment,
      backup: sealedId,
      keys: { passphrase: words, identities: [], signing: keys.verify.secretKey },
    })
  const artifacts = (): string[] => [...sealed.objects.keys()].filter((key) => key.endsWith('.aes'))

  it('an undamaged backup is proven, and every artifact of it is sealed', async () => {
    const report = await checkSealed(sealed)
    expect(failedChecks(report)).toEqual([])
    expect(report.verdict).toBe('passed')
    const manifest = JSON.parse(bytesAt(sealed, manifestKey('test', sealedId)).toString()) as Manifest
    expect(manifest).toMatchObject({ format: 2, encryption: 'passphrase-aes-256-gcm', recipients: [] })
    expect(artifacts()).toHaveLength(manifest.sources.flatMap((source) => source.artifacts).length)
  })

  it.each([
    ['the wrong passphrase', 'incorrect horse', 'access'],
    ['no passphrase', null, 'config'],
  ])('%s fails the check of the key', async (_what, words, kind) => {
    const report = await checkSealed(sealed, words)
    expect(failedChecks(report)).toEqual([{ rung: 'intact', name: 'key', kind }])
  })

  it.each(bytesDamages)('an artifact having $name fails the copy, not the key', async ({ damage }) => {
    const store = copyStore(sealed)
    const key = artifacts()[0] ?? ''
    const bytes = damage(bytesAt(store, key))
    if (bytes === null) store.objects.delete(key)
    else overwrite(store, key, bytes)
    const failed = failedChecks(await checkSealed(store))
    expect(failed.map(({ name }) => name)).toContain('copy in disk')
    expect(failed.map(({ kind }) => kind)).not.toContain('access')
  })
})

interface CheckOptions {
  level?: Rung
  backup?: string
  environment?: Environment
  identities?: string[]
  keys?: Keys
}

/** Verifies; the rehearsal reads everything, as a real one does. */
async function check(stores: Store | Store[], options: CheckOptions): Promise<Report> {
  const given: Keys = options.keys ?? {
    passphrase: null,
    identities: options.identities ?? [keys.verification.identity],
    signing: keys.verify.secretKey,
  }
  await using ports = await verifyPorts([stores].flat(), keys, {
    keys: given,
    openRehearsal: async (record) => readingRehearsal(record),
  })
  const input = { backup: options.backup ?? id, level: options.level ?? 'useful' }
  const { report } = await verify(options.environment ?? environment, input, ports)
  return report
}

function failedChecks(report: Report): { rung: Rung | Aspect; name: string; kind: FailureKind | null }[] {
  return report.checks
    .filter(({ status, name }) => status === 'failed' && name !== 'rehearsal')
    .map(({ rung, name, failure }) => ({ rung, name, kind: failure }))
}

function outcome(report: Report): { verdict: string; kind: FailureKind | null } {
  return { verdict: report.verdict, kind: report.failure?.kind ?? null }
}

function keyOf(object: string): string {
  const key = objects[object]
  if (key === undefined) throw new Error(`the backup has no ${object}`)
  return key
}

/** Changes the manifest; signs it anew when there is a key. */
function edit(
  store: MemoryStore,
  change: (manifest: Record<string, unknown>) => Record<string, unknown>,
  secretKey?: string,
): void {
  const key = keyOf('the manifest')
  const manifest = JSON.parse(bytesAt(store, key).toString()) as Record<string, unknown>
  const bytes = Buffer.from(`${JSON.stringify(change(manifest), null, 2)}\n`)
  overwrite(store, key, bytes)
  if (secretKey === undefined) return
  const signature = sign(bytes, secretKey, manifestComment('test', id))
  overwrite(store, keyOf('the signature'), Buffer.from(signature))
}
