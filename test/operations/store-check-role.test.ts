import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { camelKeys, type Environment, environmentSchema } from '../../src/domain/environment/schema.ts'
import { type StoreRole, storeRoles } from '../../src/domain/store-role.ts'
import { storeCheck } from '../../src/operations/store-check/store-check.ts'
import { silentLog } from '../../src/ports/log.ts'
import type { Store } from '../../src/ports/store.ts'
import { rolePolicy } from '../../src/stores/policies.ts'
import { openS3Store } from '../../src/stores/s3.ts'
import { allowedBy } from '../support/s3/policy.ts'
import { startSmallServer } from '../support/s3/small-server.ts'
import { type RealS3Server, startRealS3 } from '../support/s3/start.ts'
import { impatientClock, storeOptions, systemRandom } from '../support/s3/store-options.ts'

const environment: Environment = {
  ...camelKeys(
    environmentSchema.parse({
      environment: 'production',
      sources: [{ name: 'main', type: 'postgres', url: 'postgres://localhost/shop' }],
      stores: [{ name: 'bucket', type: 's3', bucket: 'unused' }],
      encryption: 'none',
    }),
  ),
  text: '',
}

const opened: AsyncDisposable[] = []
afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await one[Symbol.asyncDispose]()
})

const check = (store: Store, role: StoreRole) =>
  storeCheck(
    environment,
    {
      stores: [store],
      clock: impatientClock(),
      random: systemRandom,
      log: silentLog,
      run: { actor: null, reason: null, url: null },
      signal: new AbortController().signal,
    },
    { role },
  )

/** A backup, so that reading can be tried. */
async function fill(store: Store): Promise<void> {
  const folder = 'production/backups/20261121T101500Z-k3f9x'
  await store.put(`${folder}/main/toc.dat.age`, Buffer.from('sealed'))
  await store.put(`${folder}/manifest.json`, Buffer.from('{}'))
}

describe('on a service that knows the conditions of AWS', () => {
  async function open(role: StoreRole, versioned = false) {
    const accounts = ['root', role].map((name) => ({ accessKeyId: name, secretAccessKey: `${name}-secret` }))
    const place = { bucket: 'backups', prefix: null, environment: 'production' }
    const judge = allowedBy('backups', rolePolicy(role, place))
    const server = await startSmallServer({
      accounts,
      versioned,
      allows: (asked) => asked.account === 'root' || judge(asked),
    })
    opened.push(server)
    const bucket = server.bucket('backups')
    const [root, store] = await Promise.all(
      accounts.map((account) => openS3Store(storeOptions({ endpoint: server.endpoint, ...account }, bucket))),
    )
    if (root === undefined || store === undefined) throw new Error('there are two')
    opened.push(root, store)
    await fill(root)
    return { root, store }
  }

  test.each(storeRoles)('the policy of the %s makes the keys of one', async (role) => {
    const report = await check((await open(role)).store, role)
    expect(report.facts.filter(({ text }) => text.includes('but should be'))).toEqual([])
    expect(report).toMatchObject({ verdict: 'passed', failure: null })
  })

  test.each(storeRoles)('keys that may do everything are too much for a %s', async (role) => {
    const report = await check((await open('writer')).root, role)
    expect(report).toMatchObject({ verdict: 'failed', failure: { kind: 'objective' } })
    expect(report.next.join()).toContain('overwrite backups')
    expect(report.next).toHaveLength(1)
    expect(report.copies).toMatchObject([{ status: 'incomplete' }])
  })

  test('where the store keeps versions, too much is degraded', async () => {
    const report = await check((await open('writer', true)).root, 'writer')
    expect(report).toMatchObject({ verdict: 'degraded', failure: null })
  })

  test.each([
    ['reader', 'writer', 'add to backups'],
    ['writer', 'reader', 'read artifacts'],
    ['writer', 'keeper', 'delete backups'],
    ['reader', 'restorer', 'add to backups'],
    ['writer', 'restorer', 'read artifacts'],
  ] as const)('the keys of a %s do not suffice for a %s', async (role, wanted, lacking) => {
    const report = await check((await open(role)).store, wanted)
    expect(report).toMatchObject({ verdict: 'failed', failure: { kind: 'access' } })
    expect(report.failure?.message).toContain(lacking)
  })

  test('what the keeper leaves, it is not sent to the keeper for', async () => {
    const report = await check((await open('keeper')).store, 'keeper')
    expect(report.notices.map(({ text }) => text)).toEqual([
      'store bucket: 1 small object stays under ledger/, since these credentials may not delete there',
    ])
  })

  test('what cannot be tried is not proven', async () => {
    const { root, store } = await open('reader')
    for await (const { key } of root.list('production/backups/')) await root.remove(key)
    const report = await check(store, 'reader')
    expect(report).toMatchObject({ verdict: 'degraded', failure: null })
    expect(report.facts.filter(({ text }) => text.startsWith('not tried'))).toHaveLength(2)
  })

  test('a second check leaves no more behind than the first', async () => {
    const { root, store } = await open('reader')
    await check(store, 'reader')
    const before = (await Array.fromAsync(root.list(''))).map(({ key }) => key)
    await check(store, 'reader')
    expect((await Array.fromAsync(root.list(''))).map(({ key }) => key)).toEqual(before)
  })
})

const real = await startRealS3()
afterAll(() => real?.[Symbol.asyncDispose]())
for (const server of real === null ? [] : [real]) onReal(server)

/** versitygw enforces policies, but knows no conditions: there a writer could overwrite, so the bucket keeps versions. */
function onReal(server: RealS3Server): void {
  describe('on versitygw, with versions', () => {
    const puts = new Set<StoreRole>(['writer', 'restorer'])
    test.each(storeRoles)(
      'the policy of the %s suffices for one, and gives no more but overwriting',
      async (role) => {
        const bucket = await server.bucket(`role-${role}`, { versioned: true })
        await using root = await openS3Store(storeOptions(server, bucket))
        await fill(root)
        const account = await server.account(`check-${role}`)
        const place = { bucket, prefix: null, environment: 'production', endpoint: server.endpoint }
        const { Version, Statement } = rolePolicy(role, place)
        const Principal = { AWS: [account.accessKeyId] }
        await server.policy(bucket, { Version, Statement: Statement.map((one) => ({ ...one, Principal })) })
        await using store = await openS3Store(storeOptions({ ...server, ...account }, bucket))
        const report = await check(store, role)
        const wrong = report.facts.filter(({ text }) => text.includes('but should be'))
        expect(wrong.map(({ label }) => label)).toEqual(
          puts.has(role) ? [`bucket: ${role} may overwrite backups`] : [],
        )
        expect(report.failure).toBeNull()
        expect(report.verdict).toBe(puts.has(role) ? 'degraded' : 'passed')
      },
    )
  })

  test('a bucket with Object Lock is seen to hold objects', async () => {
    const bucket = await server.bucket('check-locks', { locked: true })
    await using store = await openS3Store(storeOptions(server, bucket))
    const report = await storeCheck(environment, {
      stores: [store],
      clock: impatientClock(),
      random: systemRandom,
      log: silentLog,
      run: { actor: null, reason: null, url: null },
      signal: new AbortController().signal,
    })
    expect(report.failure).toBeNull()
    expect(report.facts.find(({ label }) => label === 'bucket: locks')?.text).toMatch(/^an object is held/)
  })
}
