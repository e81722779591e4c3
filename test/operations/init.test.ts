import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parseEnvironment } from '../../src/domain/environment/parse.ts'
import { Failure } from '../../src/domain/failure.ts'
import { options, type InitOptions } from '../../src/operations/init/options.ts'
import type { Report } from '../../src/domain/report.ts'
import type { First } from '../../src/operations/init/init.ts'
import { type Ask, askFor } from '../../src/operations/init/settings.ts'
import { recipientOf, parseIdentities } from '../../src/vault/keys.ts'
import { publicKeyOf } from '../../src/vault/signing.ts'
import { initInto } from '../support/workflows/adopted.ts'
import { readWorkflow } from '../support/workflows/read.ts'

let home = ''
let repository = ''
let keysFolder = ''

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'lifeboat-init-'))
  repository = join(home, 'repository')
  keysFolder = join(home, 'keys/production')
  await mkdir(repository)
})

afterEach(async () => rm(home, { recursive: true, force: true }))

const s3: InitOptions = { store: 's3', bucket: 'backups', endpoint: 'https://s3.example.org', prefix: 'shop' }

const adopt = (given: InitOptions & { force?: boolean } = s3, changes = {}) =>
  initInto(repository, given, { keysFolder, ...changes })

const everything = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true })).sort()

const failureOf = async (work: Promise<unknown>): Promise<Failure> => {
  const thrown = await work.then(
    () => null,
    (error: unknown) => error,
  )
  if (!(thrown instanceof Failure)) throw new Error('no Failure came', { cause: thrown })
  return thrown
}

const keyFile = async (name: string): Promise<string> => readFile(join(keysFolder, name), 'utf8')

const secretIn = (text: string): string =>
  text.split('\n').find((line) => line !== '' && !line.startsWith('#')) ?? ''

describe('init', () => {
  it.each<[string, InitOptions]>([
    ['keys of a bucket', s3],
    ['an OIDC role', { store: 's3', bucket: 'backups', credentials: 'oidc', region: 'eu-central-1' }],
    [
      'a local folder',
      { store: 'local', path: "/srv/it's here", freshness: 'select max("at") from t -- 100% \\n' },
    ],
    ['an awkward name', { ...s3, environment: 'true', 'heartbeat-name': 'PING_URL' }],
    ['a numeric name', { ...s3, environment: '123' }],
  ])('writes an environment file that is accepted, with %s', async (_, given) => {
    const { environment } = await adopt(given)
    const file = `environments/${environment}.yml`
    const parsed = await parseEnvironment(await readFile(join(repository, file), 'utf8'), file)
    expect(parsed.environment).toBe(given.environment ?? 'production')
  })

  it('writes examples into the environment file that are valid once their marks are gone', async () => {
    await adopt({ ...s3, 'pull-requests': 'true' })
    const file = join(repository, 'environments/production.yml')
    const text = (await readFile(file, 'utf8')).replaceAll(/^#(?! \S)/gm, '')
    expect(await parseEnvironment(text, file)).toMatchObject({
      target: { type: 'compose' },
      gate: { after: 'off' },
      pullRequests: { migrations: { files: 'migrations/*.sql' } },
      notifications: { channels: [{ type: 'slack' }] },
    })
  })

  it('names every GitHub environment that its workflows use, with the secrets that they read there', async () => {
    for (const wanted of ['true', 'false']) {
      const { printed, files } = await adopt({ ...s3, 'pull-requests': wanted, force: true })
      const workflows = await Promise.all(
        files
          .filter(({ path }) => path.startsWith('.github/'))
          .map(async ({ path }) => readFile(join(repository, path), 'utf8')),
      )
      const used = workflows
        .flatMap((text) => [...text.matchAll(/^\s+environment:\n(?:\s+#.*\n)?\s+name: (.*)$/gm)])
        .flatMap(([, name = '']) =>
          name.includes("'")
            ? [...name.matchAll(/'(production[^']*)'/g)].map(([, one]) => one ?? '')
            : [name],
        )
      expect(used).toContain('production')
      expect(used.includes('production-merge-queue')).toBe(wanted === 'true')
      for (const name of used) {
        expect(printed).toContain(`gh api --method PUT "repos/{owner}/{repo}/environments/${name}"`)
        expect(printed).toMatch(new RegExp(`gh secret set S3_ACCESS_KEY_ID --env ${name}$`, 'm'))
      }
      expect(printed.includes('deploy, recover and pull requests')).toBe(wanted === 'true')
    }
  })

  it('uses the Lifeboat that runs when no other is named', async () => {
    const ownAction = `somebody/lifeboat@${'a'.repeat(40)}`
    const asked: Parameters<Ask>[0][] = []
    const ask: Ask = (question) => {
      asked.push(question)
      return Promise.resolve(question.otherwise ?? '')
    }
    await adopt(s3, { ownAction, ask })
    expect(asked.find(({ name }) => name === 'action')?.otherwise).toBe(ownAction)
    const workflow = join(repository, '.github/workflows/lifeboat-production-backup.yml')
    expect(await readFile(workflow, 'utf8')).toContain(`somebody/lifeboat/actions/backup@${'a'.repeat(40)}`)
  })

  it('asks again for the name of an environment that is not acceptable', async () => {
    const answers = ['Production!', 'production']
    const problems: (string | null)[] = []
    const name = await askFor('environment', {}, ({ problem }) => {
      problems.push(problem)
      return Promise.resolve(answers.shift() ?? null)
    })
    expect(name).toBe('production')
    expect(problems).toEqual([null, options.environment.problem('Production!')])
  })

  it('seals to the offline identity first, and signs with the keys that it made', async () => {
    await adopt()
    const file = join(repository, 'environments/production.yml')
    const parsed = await parseEnvironment(await readFile(file, 'utf8'), file)
    const [offline = ''] = parseIdentities(await keyFile('offline-identity.txt'))
    const [verify = ''] = parseIdentities(await keyFile('verify-identity.txt'))
    expect(parsed.encryption).toEqual({ recipients: [await recipientOf(offline), await recipientOf(verify)] })
    expect(parsed.signing).toEqual({
      backup: publicKeyOf(secretIn(await keyFile('backup-signing-key.txt'))),
      verify: publicKeyOf(secretIn(await keyFile('verify-signing-key.txt'))),
      retention: publicKeyOf(secretIn(await keyFile('retention-signing-key.txt'))),
      deploy: publicKeyOf(secretIn(await keyFile('deploy-signing-key.txt'))),
    })
  })

  it('gives the key that signs deployments only to the jobs that deploy or recover, behind reviewers', async () => {
    const { files, printed } = await adopt()
    const holders: string[] = []
    for (const { path } of files.filter((file) => file.path.startsWith('.github/'))) {
      for (const [name, { env, environment }] of Object.entries(
        (await readWorkflow(join(repository, path))).jobs,
      )) {
        if (env?.['LIFEBOAT_DEPLOY_SIGNING_KEY'] === undefined) continue
        expect(env['LIFEBOAT_DEPLOY_SIGNING_KEY']).toBe(secret('LIFEBOAT_DEPLOY_SIGNING_KEY'))
        expect(environment).toMatchObject({ name: 'production' })
        holders.push(`${path} ${name}`)
      }
    }
    expect(holders.toSorted()).toEqual([
      '.github/workflows/lifeboat-production-deploy.yml deploy',
      '.github/workflows/lifeboat-production-recover.yml recover',
    ])
    const file = join(keysFolder, 'deploy-signing-key.txt')
    expect(printed).toContain(`${file} | gh secret set LIFEBOAT_DEPLOY_SIGNING_KEY --env production\n`)
    expect(printed.match(/LIFEBOAT_DEPLOY_SIGNING_KEY/g)).toHaveLength(1)
  })

  it('makes the key that an environment file of an earlier version lacks, and keeps the others', async () => {
    const first = await adopt()
    const path = join(repository, 'environments/production.yml')
    await writeFile(path, (await readFile(path, 'utf8')).replace(/^  deploy: .*\n/m, ''))
    expect((await parseEnvironment(await readFile(path, 'utf8'), path)).signing.deploy).toBeUndefined()
    await rm(keysFolder, { recursive: true })
    expect((await failureOf(adopt())).message).toContain('+   deploy: ')
    expect((await everything(home)).filter((name) => name.startsWith('keys/production/'))).toEqual([])
    const forced = await adopt({ ...s3, force: true })
    expect(forced.keys.map((key) => key.made)).toEqual([false, false, false, false, false, true])
    expect(forced.keys.slice(0, 5).map((key) => key.public)).toEqual(
      first.keys.slice(0, 5).map((key) => key.public),
    )
  })

  it('lets only their owner read the key files', async () => {
    await adopt()
    const modes = await Promise.all(
      (await readdir(keysFolder)).map(async (name) => (await stat(join(keysFolder, name))).mode & 0o777),
    )
    expect(modes).toEqual([0o600, 0o600, 0o600, 0o600, 0o600, 0o600])
    expect((await stat(keysFolder)).mode & 0o077).toBe(0)
  })

  it('shows no secret key, and writes none into the repository', async () => {
    const { printed, ...result } = await adopt()
    const secrets = await Promise.all(
      (await readdir(keysFolder)).map(async (name) => secretIn(await keyFile(name))),
    )
    const files = await Promise.all(
      (await everything(repository))
        .filter((path) => path.endsWith('.yml'))
        .map(async (path) => readFile(join(repository, path), 'utf8')),
    )
    expect(secrets.every((secret) => secret.length > 40)).toBe(true)
    const shown = [printed, JSON.stringify(result), ...files].join('\n')
    expect(secrets.filter((secret) => shown.includes(secret))).toEqual([])
  })

  it('refuses a folder for keys inside the repository, through a symbolic link too', async () => {
    await symlink(repository, join(home, 'elsewhere'))
    for (const folder of [join(repository, 'keys'), join(home, 'elsewhere/keys'), repository]) {
      expect((await failureOf(adopt(s3, { keysFolder: folder }))).kind).toBe('refused')
    }
    expect(await everything(repository)).toEqual([])
  })

  it('changes nothing when it is run again with the same answers', async () => {
    await adopt()
    const before = await everything(home)
    const again = await adopt()
    expect(new Set(again.files.map((file) => file.done))).toEqual(new Set(['unchanged']))
    expect(again.keys.map((key) => key.made)).toEqual([false, false, false, false, false, false])
    expect(await everything(home)).toEqual(before)
  })

  it('keeps a key whose file was put away, with force too', async () => {
    const first = await adopt()
    await rm(keysFolder, { recursive: true })
    const again = await adopt()
    const forced = await adopt({ ...s3, rto: '2h', force: true })
    expect([again.files.map((file) => file.done), forced.files.map((file) => file.done)]).toEqual([
      again.files.map(() => 'unchanged'),
      again.files.map((_, index) => (index === 0 ? 'replaced' : 'unchanged')),
    ])
    const publicHalves = first.keys.map((key) => key.public)
    expect([again, forced].map((result) => result.keys.map((key) => key.public))).toEqual([
      publicHalves,
      publicHalves,
    ])
    expect(again.notTried).toContain('the keys are no longer here')
    expect((await everything(home)).filter((path) => path.startsWith('keys/production/'))).toEqual([])
  })

  it('replaces no file without force, shows what differs, and writes nothing at all then', async () => {
    await mkdir(join(repository, 'environments'))
    const file = join(repository, 'environments/production.yml')
    await writeFile(file, 'environment: production\nmine: true\n')
    const failure = await failureOf(adopt())
    expect(failure.kind).toBe('refused')
    expect(failure.message).toContain('- mine: true')
    expect(failure.message).toContain('+ version: 1')
    expect(await readFile(file, 'utf8')).toContain('mine: true')
    expect(await everything(home)).toEqual([
      'repository',
      'repository/environments',
      'repository/environments/production.yml',
    ])
  })

  it('replaces what differs with force, and keeps the keys', async () => {
    const first = await adopt()
    const second = await adopt({ ...s3, rpo: '12h', force: true })
    expect(second.files.filter(({ done }) => done === 'replaced').map(({ path }) => path)).toEqual([
      'environments/production.yml',
      '.github/workflows/lifeboat-production-backup.yml',
    ])
    expect(second.files.filter(({ done }) => done !== 'replaced').map(({ done }) => done)).toContain(
      'unchanged',
    )
    expect(second.keys.map((key) => key.public)).toEqual(first.keys.map((key) => key.public))
    expect(await readFile(join(repository, 'environments/production.yml'), 'utf8')).toContain('rpo: 12h')
  })

  it('writes nothing when a question is cancelled, whichever it is', async () => {
    const asked = await adopt({}, { ask: answering({ bucket: 'backups' }) })
    expect(asked.files.length).toBeGreaterThan(2)
    await rm(home, { recursive: true })
    await mkdir(repository, { recursive: true })
    for (let stopAt = 0; stopAt < 12; stopAt += 1) {
      let count = 0
      const ask: Ask = async (question) => {
        count += 1
        return count > stopAt ? null : (question.otherwise ?? 'backups')
      }
      expect((await failureOf(adopt({}, { ask }))).kind).toBe('cancelled')
    }
    expect(await everything(home)).toEqual(['repository'])
  })

  it('asks again after an unusable answer, and says what is accepted', async () => {
    const problems: (string | null)[] = []
    const ask: Ask = async (question) => {
      if (question.name !== 'rpo') return question.otherwise ?? 'backups'
      problems.push(question.problem)
      return problems.length < 3 ? 'soon' : '8h'
    }
    await adopt({}, { ask })
    expect(problems).toEqual([null, expect.stringContaining('15m'), expect.stringContaining('15m')])
    expect(await readFile(join(repository, 'environments/production.yml'), 'utf8')).toContain('rpo: 8h')
  })

  it.each([
    ['yes', 'Y', true],
    ['y', 'true', true],
    ['no', 'N', false],
    ['False', 'n', false],
  ])('takes yes and no for an answer, in each form: %s, %s', async (first, second, wanted) => {
    const ask: Ask = async ({ name, otherwise }) =>
      name === 'pull-requests' ? first : name === 'protected' ? second : (otherwise ?? 'backups')
    const { files, environment } = await adopt({}, { ask })
    const text = await readFile(join(repository, `environments/${environment}.yml`), 'utf8')
    expect(/^protected: true$/m.test(text)).toBe(wanted)
    expect(files.some(({ path }) => path.includes('pull-request'))).toBe(wanted)
    await adopt({ ...s3, 'pull-requests': first, protected: second, force: true })
    expect(await readFile(join(repository, `environments/${environment}.yml`), 'utf8')).toContain(
      `protected: ${wanted}`,
    )
  })

  it('says which words a question for yes or no takes', async () => {
    for (const name of ['protected', 'pull-requests'] as const) {
      expect(options[name].question).toContain('(yes or no)')
      expect(options[name].problem('perhaps')).toBe('yes or no')
    }
  })

  it('gives up on answers that never become usable', async () => {
    const ask: Ask = async () => '!'
    expect((await failureOf(adopt({}, { ask }))).kind).toBe('config')
  })

  it.each<[string, InitOptions]>([
    ['an action by a tag', { ...s3, action: 'owner/lifeboat@v1' }],
    ['an action by a short commit', { ...s3, action: 'owner/lifeboat@0123abc' }],
    ['a variable that GitHub keeps for itself', { ...s3, 'database-url-name': 'GITHUB_DATABASE' }],
    ['credentials in the endpoint', { ...s3, endpoint: 'https://user:pass@s3.example.org' }],
    ['a bucket that would run as an expression', { ...s3, bucket: '${{ secrets.X }}' }],
    ['a variable in a path', { store: 'local', path: '/srv/${HOME}' }],
    ['a duration without a unit', { ...s3, rpo: '15' }],
    ['an environment that is a path', { ...s3, environment: '../production' }],
    ['a branch that ends the command', { ...s3, 'default-branch': 'main; rm -rf' }],
    ['no bucket', { store: 's3' }],
    ['an option of the other store', { store: 'local', path: '/srv', bucket: 'backups' }],
    ['a label of a runner that is an expression', { ...s3, 'runs-on': '${{ x }}' }],
    ['a version that breaks out of its comment', { ...s3, 'action-version': 'v1\nrun: x' }],
  ])('refuses %s, and writes nothing', async (_, given) => {
    expect((await failureOf(adopt(given))).kind).toBe('config')
    expect(await everything(home)).toEqual(['repository'])
  })

  it('has a usable default for every question that has one', async () => {
    const given: InitOptions = { environment: 'production', store: 's3', rpo: '6h' }
    const unusable = Object.entries(options).flatMap(([name, { otherwise, problem }]) => {
      const text = typeof otherwise === 'function' ? otherwise(given) : otherwise
      return text === null || problem(text) === null ? [] : [name]
    })
    expect(unusable).toEqual([])
  })
})

describe('the workflows that init writes', () => {
  const job = async (verb: 'backup' | 'verify' | 'retention' | 'restore') => {
    const workflow = await readWorkflow(join(repository, `.github/workflows/lifeboat-production-${verb}.yml`))
    const found = workflow.jobs[verb]
    if (found === undefined) throw new Error(`there is no job ${verb}`)
    return { ...found, cron: workflow.on.schedule?.map((entry) => entry.cron) ?? [] }
  }

  it('give each role its own environment, without a deployment', async () => {
    await adopt()
    expect((await job('backup')).environment).toEqual({ name: 'production-backup', deployment: false })
    expect((await job('verify')).environment).toEqual({ name: 'production-verify', deployment: false })
    expect((await job('retention')).environment).toEqual({
      name: 'production-retention',
      deployment: false,
    })
    // The one with reviewers.
    expect((await job('restore')).environment).toEqual({ name: 'production', deployment: false })
  })

  it('let a restore be told where to, what of it, and what may be given up, and show no row’s values', async () => {
    await adopt()
    const { steps, env } = await job('restore')
    expect(steps.at(-1)?.with).toMatchObject({
      target: '${{ inputs.target }}',
      source: '${{ inputs.source }}',
      answered: '${{ inputs.answered }}',
      reroute: '${{ inputs.reroute }}',
    })
    expect(steps.at(-1)?.with).not.toHaveProperty('rows')
    expect(env).toMatchObject({ LIFEBOAT_TARGET_URL: secret('LIFEBOAT_TARGET_URL') })
  })

  it('never let a restore wait for a backup or a proof, nor cancel one', async () => {
    await adopt()
    const groups = await Promise.all([job('backup'), job('verify'), job('restore')])
    expect(new Set(groups.map(({ concurrency }) => concurrency?.group)).size).toBe(3)
    expect(groups.at(-1)?.concurrency?.['cancel-in-progress']).toBe(false)
  })

  it('give the writer no identity, and the reader no database', async () => {
    await adopt()
    const store = {
      S3_ACCESS_KEY_ID: secret('S3_ACCESS_KEY_ID'),
      S3_SECRET_ACCESS_KEY: secret('S3_SECRET_ACCESS_KEY'),
    }
    const signing = { LIFEBOAT_SIGNING_KEY: secret('LIFEBOAT_SIGNING_KEY') }
    expect((await job('backup')).env).toEqual({ DATABASE_URL: secret('DATABASE_URL'), ...store, ...signing })
    expect((await job('verify')).env).toEqual({
      LIFEBOAT_IDENTITY: secret('LIFEBOAT_IDENTITY'),
      ...store,
      ...signing,
    })
  })

  it('give the keeper neither', async () => {
    await adopt()
    expect(Object.keys((await job('retention')).env ?? {})).toEqual([
      'S3_ACCESS_KEY_ID',
      'S3_SECRET_ACCESS_KEY',
      'LIFEBOAT_SIGNING_KEY',
    ])
  })

  it('may fetch an OIDC token only when the bucket is reached by a role', async () => {
    await adopt()
    expect((await job('backup')).permissions).toEqual({ contents: 'read', issues: 'write' })
    await adopt({ store: 's3', bucket: 'backups', credentials: 'oidc', force: true })
    expect((await job('verify')).permissions).toEqual({
      contents: 'read',
      issues: 'write',
      'id-token': 'write',
    })
    expect((await job('verify')).env).toMatchObject({ S3_ROLE_ARN: '${{ vars.S3_ROLE_ARN }}' })
  })

  it('never cancel a run in progress, and let a critical backup wait for nobody', async () => {
    await adopt()
    expect((await job('verify')).concurrency).toEqual({
      group: 'lifeboat-production-verify',
      'cancel-in-progress': false,
    })
    const backup = (await job('backup')).concurrency
    expect(backup?.['cancel-in-progress']).toBe(false)
    expect(backup?.group).toBe(
      "lifeboat-production-backup${{ inputs.class == 'critical' && format('-critical-{0}', github.run_id) || '' }}",
    )
  })

  it('start off the hour', async () => {
    await adopt({ ...s3, 'backup-every': '15m', 'verify-every': '6h' })
    const cron = [...(await job('backup')).cron, ...(await job('verify')).cron]
    expect(cron.length).toBeGreaterThan(1)
    expect(cron.filter((line) => line.split(' ')[0]?.split(',').includes('0'))).toEqual([])
  })
})

describe('the next steps that init prints', () => {
  it('set each secret that the workflows name, without a value in the command', async () => {
    const { printed } = await adopt()
    const set = [...printed.matchAll(/gh secret set (\w+) --env (\S+)(.*)/g)]
    expect(set.map(([, name, environment]) => `${environment} ${name}`)).toEqual([
      'production-backup DATABASE_URL',
      'production-backup S3_ACCESS_KEY_ID',
      'production-backup S3_SECRET_ACCESS_KEY',
      'production-backup LIFEBOAT_SIGNING_KEY',
      'production-verify S3_ACCESS_KEY_ID',
      'production-verify S3_SECRET_ACCESS_KEY',
      'production-verify LIFEBOAT_IDENTITY',
      'production-verify LIFEBOAT_SIGNING_KEY',
      'production-retention S3_ACCESS_KEY_ID',
      'production-retention S3_SECRET_ACCESS_KEY',
      'production-retention LIFEBOAT_SIGNING_KEY',
      'production-gate S3_ACCESS_KEY_ID',
      'production-gate S3_SECRET_ACCESS_KEY',
      'production DATABASE_URL',
      'production S3_ACCESS_KEY_ID',
      'production S3_SECRET_ACCESS_KEY',
      'production LIFEBOAT_IDENTITY',
      'production LIFEBOAT_SIGNING_KEY',
      'production LIFEBOAT_DEPLOY_SIGNING_KEY',
    ])
    expect(set.filter(([, , , rest]) => rest !== '')).toEqual([])
  })

  it('name the restorer’s credentials for restores', async () => {
    const { printed } = await adopt()
    expect(printed).toContain("and for restores the restorer's.")
    const policies = () => [{ role: 'restorer', text: '{}' }]
    expect((await adopt({ ...s3, credentials: 'oidc', force: true }, { policies })).printed).toContain(
      ':environment:production (restorer)',
    )
  })

  it('say that a local store needs a runner of one’s own, when the workflows run on a hosted one', async () => {
    const local: InitOptions = { environment: 'production', store: 'local', path: '/srv/backups' }
    const warning = 'no runner of GitHub’s keeps'
    expect((await adopt({ ...local, 'runs-on': 'ubuntu-24.04' })).printed).toContain(warning)
    const { printed } = await adopt({ ...local, 'runs-on': 'backup-host', force: true })
    expect(printed).not.toContain(warning)
    expect(printed).toContain('a self-hosted runner with the label backup-host')
    expect((await adopt({ ...s3, force: true })).printed).not.toContain(warning)
  })

  it('never send the offline identity to GitHub', async () => {
    const { printed } = await adopt()
    expect(printed).toContain('offline-identity.txt')
    expect(
      printed.split('\n').filter((line) => line.includes('offline-identity.txt') && line.includes('gh ')),
    ).toEqual([])
  })

  it('lead to a first backup and its proof when all that it takes is set here', async () => {
    const variables = {
      DATABASE_URL: 'postgres://db',
      S3_ACCESS_KEY_ID: 'id',
      S3_SECRET_ACCESS_KEY: 'secret',
    }
    const used: string[] = []
    const report = passed
    const first: First = {
      newest: async () => null,
      backup: async (environment, signingKey) => {
        used.push(environment.environment, signingKey)
        return report
      },
      verify: async (environment, identity, signingKey) => {
        used.push(environment.environment, identity, signingKey)
        return report
      },
    }
    const result = await adopt(s3, { variables, first })
    expect([result.backup, result.proof, result.notTried]).toEqual([report, report, null])
    const secretOf = async (name: string) => secretIn(await keyFile(name))
    expect(used).toEqual([
      'production',
      await secretOf('backup-signing-key.txt'),
      'production',
      await secretOf('verify-identity.txt'),
      await secretOf('verify-signing-key.txt'),
    ])
  })

  it('make no second first backup, and say that there is one', async () => {
    const variables = {
      DATABASE_URL: 'postgres://db',
      S3_ACCESS_KEY_ID: 'id',
      S3_SECRET_ACCESS_KEY: 'secret',
    }
    const never = async (): Promise<Report> => {
      throw new Error('it was made again')
    }
    const { backup, proof, notTried, printed } = await adopt(s3, {
      variables,
      first: { newest: async () => passed.backupId, backup: never, verify: never },
    })
    expect([backup, proof]).toEqual([null, null])
    expect(notTried).toContain(passed.backupId)
    expect(printed).toContain(
      `No first backup was made: production has a backup already, ${passed.backupId}.`,
    )
  })

  it('say which key files to keep, since GitHub gives no secret back', async () => {
    const { printed } = await adopt()
    const [, keep = ''] = printed.split('GitHub does not give a secret back.')
    const [kept = '', deleted = ''] = keep.split('Once that is done')
    for (const name of ['verify-identity.txt', 'backup-signing-key.txt', 'deploy-signing-key.txt']) {
      expect(kept).toContain(name)
    }
    expect(deleted).toContain('can be deleted here')
  })

  it('say why a first backup failed, and try no proof of it then', async () => {
    const failure: Report['failure'] = {
      kind: 'unavailable',
      message: 'the server is asleep',
      hint: 'Wake it.',
      subjects: [],
    }
    const report: Report = { ...passed, verdict: 'failed', backupId: null, failure }
    const variables = {
      DATABASE_URL: 'postgres://db',
      S3_ACCESS_KEY_ID: 'id',
      S3_SECRET_ACCESS_KEY: 'secret',
    }
    const never = async (): Promise<Report> => {
      throw new Error('a proof was tried')
    }
    const { backup, proof, printed } = await adopt(s3, {
      variables,
      first: { newest: async () => null, backup: async () => report, verify: never },
    })
    expect([backup, proof]).toEqual([report, null])
    expect(printed).toContain('first backup: failed\n  the server is asleep\n  Wake it.\n')
  })

  it('say why no first backup was tried', async () => {
    const { notTried, printed } = await adopt(s3, { variables: { DATABASE_URL: 'postgres://db' } })
    expect(notTried).toBe('not set here: S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY; this run makes none')
    expect(printed).toContain(notTried)
  })
})

const secret = (name: string): string => `\${{ secrets.${name} }}`

function answering(answers: Record<string, string>): Ask {
  return async (question) => answers[question.name] ?? question.otherwise ?? ''
}

const passed: Report = {
  format: 1,
  operation: 'backup',
  environment: 'production',
  verdict: 'passed',
  failure: null,
  backupId: '20261121T101500Z-k3f9x',
  startedAt: 0,
  finishedAt: 0,
  actor: null,
  reason: null,
  runUrl: null,
  objectives: [],
  checks: [],
  timeline: [],
  facts: [],
  tables: [],
  copies: [],
  notices: [],
  next: [],
}
