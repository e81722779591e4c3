import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseEnvironment } from '../../../src/domain/environment/parse.ts'
import { Failure } from '../../../src/domain/failure.ts'

const recipient = 'age1lggyhqrw2nlhcxprm67z43rta597azn8gknawjehu9d9dl0jq3yqqvfafg'

const good = `version: 1
environment: production
objectives: { rpo: 20m, backup-every: 15m }
sources:
  - { name: main, type: postgres, url: "\${DATABASE_URL}", jobs: 4 }
stores:
  - name: r2
    type: s3
    bucket: backups
    endpoint: "\${R2_ENDPOINT}"
encryption: { recipients: [${recipient}] }
`

async function problemsOf(text: string): Promise<string> {
  try {
    await parseEnvironment(text, 'environments/production.yml')
  } catch (thrown) {
    if (thrown instanceof Failure && thrown.kind === 'config') return thrown.message
    throw thrown
  }
  return 'accepted'
}

/** The good file with one place changed; a place that is not there would make a test that cannot fail. */
function changed(from: string, to: string): string {
  expect(good).toContain(from)
  return good.replace(from, () => to)
}

describe('an environment file', () => {
  test('gives its values, safe defaults, and its own text', async () => {
    const environment = await parseEnvironment(good, 'environments/production.yml')
    expect(environment).toMatchObject({
      environment: 'production',
      protected: false,
      timezone: 'UTC',
      minimumCopies: 1,
      objectives: { rpo: 1_200_000, backupEvery: 900_000 },
      retention: { last: 3, daily: 7, critical: 7_776_000_000 },
      text: good,
    })
    expect(environment.sources[0]).toMatchObject({ jobs: 4, maxBlock: 30_000, client: 'same' })
  })

  test('lets every template know where it stands', async () => {
    const environment = await parseEnvironment(good, 'environments/production.yml')
    const [source] = environment.sources
    const [store] = environment.stores
    expect(source?.type === 'postgres' && source.url?.place).toBe(
      'environments/production.yml:5 sources[0].url',
    )
    expect(store?.type === 's3' && store.endpoint?.place).toBe(
      'environments/production.yml:10 stores[0].endpoint',
    )
    expect(() => source?.type === 'postgres' && source.url?.resolve({})).toThrow(
      'environments/production.yml:5 sources[0].url: the variable DATABASE_URL is not set',
    )
  })

  test.each([
    [
      'jobs: 4',
      'jobs: four',
      '5:65 sources[0].jobs: "four" is not accepted; accepted: a whole number from 1 to 64',
    ],
    ['jobs: 4', 'jobs: 99', 'sources[0].jobs: 99 is not accepted; accepted: a whole number from 1 to 64'],
    ['jobs: 4', 'jobs: "4"', 'write 4 without quotes'],
    ['jobs: 4', 'jbos: 4', '5:59 sources[0].jbos: unknown key jbos; did you mean jobs?'],
    [
      'rpo: 20m',
      'rpo: 20',
      '3:20 objectives.rpo: 20 has no unit; accepted: a number with a unit, such as 90s',
    ],
    ['rpo: 20m', 'rpo: 20 min', '"20 min" is not accepted'],
    ['rpo: 20m', 'rpo: 0m', '"0m" is not accepted'],
    ['rpo: 20m', 'rpo:', 'objectives.rpo: has no value'],
    ['backup-every', 'backupEvery', 'unknown key backupEvery; did you mean backup-every?'],
    ['version: 1', 'version: 2', '1:10 version: 2 is not accepted; accepted: 1'],
    ['version: 1', 'protected: yes', 'protected: "yes" is text, not a boolean; write true without quotes'],
    ['version: 1', 'colour: red', 'unknown key colour; accepted: version, environment'],
    ['version: 1', 'timezone: Europe/Berlln', 'accepted: a time zone such as UTC or Europe/Berlin'],
    [
      'environment: production',
      'enviroment: production',
      '2:1 enviroment: unknown key enviroment; did you mean environment?',
    ],
    [
      'environment: production',
      'environment: Production',
      '"Production" is not accepted; accepted: lower-case letters',
    ],
    ['environment: production', 'environment: 2026', '2026 is a number, not text; quotes make it text'],
    ['environment: production\n', '', 'environment: is missing; accepted: lower-case letters'],
    ['type: postgres, ', '', 'sources[0].type: is missing; accepted: postgres, redis or files'],
    ['type: postgres', 'type: postgresql', '"postgresql" is not a known type; did you mean postgres?'],
    [
      'type: s3',
      'type: dropbox',
      '8:11 stores[0].type: "dropbox" is not a known type; accepted: local, s3, azure or gcs',
    ],
    ['bucket: backups', 'bucket: s3://backups/shop', "accepted: the bucket's name alone"],
    [
      '"${R2_ENDPOINT}"',
      'r2.example',
      'stores[0].endpoint: is not of the right form; accepted: a URL with https://',
    ],
    ['${R2_ENDPOINT}', '${R2 ENDPOINT}', 'holds a ${ that is no ${NAME}'],
    ['${R2_ENDPOINT}', '${GITHUB_TOKEN}', 'names GITHUB_TOKEN; variables that begin with GITHUB_'],
    [recipient, `${recipient.slice(0, -1)}h`, 'its checksum is wrong'],
    [recipient, 'ssh-ed25519', 'accepted: an age recipient, which begins with age1'],
    [recipient, '', 'encryption.recipients: is empty'],
    ['encryption: {', 'encryption: { passphrase: "${P}", ', 'stands beside recipients; keep one of them'],
    [
      'encryption: { recipients',
      'encryption: { recipient',
      'unknown key recipient; did you mean recipients?',
    ],
    ['version: 1', 'minimum-copies: 2', 'minimum-copies: 2 copies cannot be made: there is 1 store'],
    ['jobs: 4', 'host: db', '5:59 sources[0].host: stands beside url'],
    ['url: "${DATABASE_URL}"', 'host: db', 'give url, or host and database (database missing)'],
    ['jobs: 4', 'sslmode: requier', 'accepted: disable, allow, prefer, require, verify-ca or verify-full'],
    [
      'jobs: 4',
      'checks: [{ name: a, sql: b }, { name: a, sql: c }]',
      'checks[1].name: is the name of an earlier check too',
    ],
    [
      'bucket: backups',
      'bucket: backups\n    access-key-id: "${A}"',
      'access-key-id: stands without secret-access-key',
    ],
    [
      'bucket: backups',
      'bucket: backups\n    secret-access-key: "${A}"',
      'secret-access-key: stands without access-key-id',
    ],
    ['bucket: backups', 'bucket: backups\n    prefix: /shop', 'prefix: is not of the right form'],
    ['bucket: backups', 'bucket: backups\n    prefix: a/../b', 'prefix: is not of the right form'],
    ['jobs: 4', '<<: {}', 'merge keys (<<) are not accepted'],
    ['jobs: 4', 'jobs: 4, jobs: 5', 'this key stands twice'],
    ['jobs: 4', 'jobs: &four 4', 'anchors and aliases (& and *) are not accepted'],
    ['jobs: 4', 'jobs: !!int "4"', 'tags (!) are not accepted'],
    ['    type: s3', '\ttype: s3', 'production.yml:8:'],
    ['"${R2_ENDPOINT}"', '"${R2_ENDPOINT}', 'a closing quote or bracket'],
    ['  - { name: main', '---\n  - { name: main', 'one file holds one document'],
  ])('in which %j is %j is refused with: %s', async (from, to, words) => {
    const message = await problemsOf(changed(from, to))
    expect(message).toContain(words)
    expect(message).toMatch(/environments\/production\.yml:\d+:\d+ /)
  })

  test('with many problems is refused with all of them at once, in the order of the file', async () => {
    const message = await problemsOf(`version: 3
protected: on
sources: [{ name: a, type: postgres, url: "\${U}" }, { name: a, type: redis }]
stores: { name: x }
encryption: nothing
minimum-copies: 0
`)
    const lines = message.split('\n').slice(1)
    expect(message).toMatch(/^environments\/production\.yml has 8 problems:/)
    expect(lines.map((line) => /:(\d+):/.exec(line)?.[1])).toEqual(['1', '1', '2', '3', '3', '4', '5', '6'])
  })

  test.each(['', '# nothing', '[]', 'text', '5', 'null', '- a'])(
    'that is only %j is refused',
    async (text) => {
      expect(await problemsOf(text)).toContain('accepted: a mapping with the keys version, environment')
    },
  )

  test('names two stores at one place, which would hold one copy between them', async () => {
    const twice = good.replace(
      'encryption:',
      '  - { name: again, type: s3, bucket: backups, endpoint: "${R2_ENDPOINT}" }\nencryption:',
    )
    expect(await problemsOf(twice)).toContain('stores[1]: is the same place as r2')
  })

  test('refuses a role beside keys, and an sslmode that the url contradicts', async () => {
    const role = changed(
      'bucket: backups',
      'bucket: backups\n    role-arn: arn:aws:iam::123456789012:role/x\n    access-key-id: "${A}"\n    secret-access-key: "${B}"',
    )
    expect(await problemsOf(role)).toContain('role-arn: stands beside access keys')
    const modes = changed(
      '"${DATABASE_URL}", jobs: 4',
      '"postgres://${H}/d?sslmode=require", sslmode: disable',
    )
    expect(await problemsOf(modes)).toContain('sslmode: differs from the sslmode in url')
    const same = changed(
      '"${DATABASE_URL}", jobs: 4',
      '"postgres://${H}/d?sslmode=require", sslmode: require',
    )
    expect(await problemsOf(same)).toBe('accepted')
  })

  test('never has a secret of its own shown, wherever it went wrong', async () => {
    const secret = 'hunter2-canary'
    const wrong = [
      changed('url: "${DATABASE_URL}"', `url: "mysql://me:${secret}@db/shop"`),
      changed('url: "${DATABASE_URL}"', `url: "postgres://me:${secret}@\${/shop"`),
      changed('url: "${DATABASE_URL}"', `host: db, database: d, password: [${secret}]`),
      changed('url: "${DATABASE_URL}"', `host: db, database: d, passwort: ${secret}`),
      changed('jobs: 4', `"postgres://me:${secret}@db/shop": 4`),
      changed('  - { name: main', `  - postgres://me:${secret}@db/shop\n  - { name: main`),
      changed(`{ recipients: [${recipient}] }`, secret),
      changed(`{ recipients: [${recipient}] }`, `{ passphrase: [${secret}] }`),
      changed(recipient, `AGE-SECRET-KEY-1${secret}`),
      changed('version: 1', `signing: { backup: "ed25519-secret:${secret}" }`),
      changed('version: 1', `password: "${secret}`),
      changed('version: 1', `password: "${secret}\\q"`),
      changed('version: 1', `password: ${secret}: ${secret}`),
      changed('version: 1', `*${secret}: x`),
      changed('version: 1', `stores: postgres://me:${secret}@db/shop`),
      changed('environment: production', `environment: postgres://me:${secret}@db/shop`),
    ]
    for (const text of wrong) {
      const message = await problemsOf(text)
      expect(message).not.toBe('accepted')
      expect(message).not.toContain(secret)
    }
  })

  test('says that a secret key in it is lost', async () => {
    expect(await problemsOf(changed(recipient, 'AGE-SECRET-KEY-1ABC'))).toContain(
      'holds a secret key: take it out',
    )
  })

  test('refuses bombs and depths instead of expanding them', async () => {
    const bomb = [
      'a: &a [x,x,x,x,x,x,x,x,x]',
      ...'bcdefghi'
        .split('')
        .map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[index]}`).join(',')}]`),
    ]
    expect(await problemsOf(bomb.join('\n'))).toContain('anchors and aliases')
    expect(await problemsOf('['.repeat(100_000))).not.toBe('accepted')
    expect(await problemsOf(`x: ${'['.repeat(5_000)}${']'.repeat(5_000)}`)).not.toBe('accepted')
    expect(await problemsOf('# x\n'.repeat(100_000))).toContain('is larger than')
  })

  test('is either accepted or refused as config, whatever its text', async () => {
    const scrap = fc.constantFrom(
      ...good.split(/(?<=[\s:{}[\],])/),
      '&a ',
      '*a ',
      '!x ',
      '"',
      "'",
      '|\n',
      '<<: ',
      '? ',
      '__proto__: ',
      'constructor: ',
      '\t',
      '%YAML 1.1\n',
      '\uFEFF',
      '\u0000',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(scrap, { maxLength: 40 }), async (parts) => {
        expect(await problemsOf(parts.join(''))).not.toBe('')
      }),
      { numRuns: 300 },
    )
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length), fc.nat(12), fc.string(), async (at, count, scrap) => {
        expect(await problemsOf(good.slice(0, at) + scrap + good.slice(at + count))).not.toBe('')
      }),
      { numRuns: 300 },
    )
  })
})
