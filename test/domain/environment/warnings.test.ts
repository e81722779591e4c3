import { describe, expect, test } from 'vitest'
import { parseEnvironment } from '../../../src/domain/environment/parse.ts'
import { type Expectation, environmentWarnings } from '../../../src/domain/environment/warnings.ts'

const offline = 'age1lggyhqrw2nlhcxprm67z43rta597azn8gknawjehu9d9dl0jq3yqqvfafg'
const online = 'age1t7rxyev2z3rw82stdlrrepyc39nvn86l5078zqkf5uasdy86jp6svpy7pa'
const key = (letter: string) => `ed25519:${letter.repeat(43)}=`

const parts = {
  protected: 'false',
  objectives: '{ rpo: 20m, backup-every: 15m, verify-every: 6h, rto: 5m }',
  source: '{ name: main, type: postgres, url: "${U}" }',
  stores: '[{ name: a, type: s3, bucket: a }, { name: b, type: s3, bucket: b }]',
  encryption: `{ recipients: [${offline}, ${online}] }`,
  signing: `{ backup: "${key('A')}", verify: "${key('B')}" }`,
}

async function warningsOf(change: Partial<typeof parts>, expectation?: Expectation): Promise<string> {
  const file = { ...parts, ...change }
  const text = `environment: production
protected: ${file.protected}
objectives: ${file.objectives}
sources: [${file.source}]
stores: ${file.stores}
encryption: ${file.encryption}
signing: ${file.signing}
`
  const notices = environmentWarnings(await parseEnvironment(text, 'production.yml'), expectation)
  return notices.map((notice) => `${notice.level}: ${notice.text}`).join('\n')
}

describe('advice on an environment file', () => {
  test('is silent where nothing is to be said', async () => {
    expect(await warningsOf({})).toBe('')
  })

  test.each<[Partial<typeof parts>, RegExp]>([
    [{ objectives: '{ rpo: 15m, backup-every: 15m }' }, /^warning: The RPO of 15 min cannot be held/],
    [{ objectives: '{ rpo: 10m, backup-every: 15m }' }, /^warning: The RPO of 10 min cannot be held/],
    [{ objectives: '{ rpo: 10m }' }, /^notice: .*backup-every does not say/],
    [{ objectives: '{ backup-every: 1m }' }, /^warning: GitHub starts schedules every 5 min at most/],
    [{ objectives: '{ backup-every: 6h, verify-every: 1h }' }, /^notice: .*some restore tests repeat/],
    [{ objectives: '{ rto: 5m, detection: 4m, reroute: 1m }' }, /^warning: The RTO of 5 min cannot be met/],
    [{ encryption: 'none' }, /^warning: Backups are not encrypted/],
    [{ encryption: '{ passphrase: "${P}" }' }, /^notice: .*can read them too/],
    [{ encryption: `{ recipients: [${offline}] }` }, /^warning: Backups have one recipient/],
    [{ encryption: `{ recipients: [${offline}, ${offline}] }` }, /same recipient twice.*\n.*one recipient/],
    [{ signing: '{}' }, /^notice: signing.backup and signing.verify are not given/],
    [{ signing: '{}', protected: 'true' }, /^warning: The environment is protected, but .* refused/],
    [{ signing: `{ backup: "${key('A')}", verify: "${key('A')}" }` }, /^warning: .*are the same key/],
    [{ stores: '[{ name: a, type: s3, bucket: a }]' }, /^notice: There is one store/],
    [
      { stores: '[{ name: a, type: local, path: x, ephemeral: true }]' },
      /^warning: .*no store of 1 outlasts/,
    ],
  ])('of %j says so', async (change, words) => {
    expect(await warningsOf(change)).toMatch(words)
  })

  test('counts the expected backup and delay against the RPO', async () => {
    expect(await warningsOf({}, { backupDuration: 4 * 60_000 })).toBe('')
    expect(await warningsOf({}, { backupDuration: 6 * 60_000 })).toMatch(
      /cannot be held.*6 min for the backup/,
    )
    expect(await warningsOf({}, { schedulerDelay: 6 * 60_000 })).toMatch(/6 min of scheduler delay/)
  })

  test.each<[Partial<typeof parts>, string]>([
    [{ source: '{ name: main, type: postgres, url: "postgres://u:canary@h/d" }' }, 'sources[0].url'],
    [{ source: '{ name: main, type: postgres, url: "postgres://h/d?password=canary" }' }, 'sources[0].url'],
    [
      { source: '{ name: m, type: postgres, host: h, database: d, password: canary }' },
      'sources[0].password',
    ],
    [{ source: '{ name: main, type: redis, url: "redis://u:canary@h" }' }, 'sources[0].url'],
    [{ encryption: '{ passphrase: canary }' }, 'encryption.passphrase'],
    [
      { stores: '[{ name: a, type: s3, bucket: a, access-key-id: k, secret-access-key: canary }]' },
      'stores[0].secret-access-key',
    ],
  ])('of %j names the place of the secret, not the secret', async (change, place) => {
    const warnings = await warningsOf(change)
    expect(warnings).toContain(`${place} is a secret written into the file`)
    expect(warnings).not.toContain('canary')
  })

  test('takes variables in a URL for what they are', async () => {
    const source = '{ name: main, type: postgres, url: "postgres://${U}:${P}@${H}/shop?password=${P}" }'
    expect(await warningsOf({ source })).toBe('')
  })
})
