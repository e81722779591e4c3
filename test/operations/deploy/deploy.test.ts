import { describe, expect, test } from 'vitest'
import { headline } from '../../../src/reports/headline.ts'
import { backupsIn } from '../../support/ports/whole-backups.ts'
import { deployEvents, kept, leasesIn, runDeployment, worldOf } from './world.ts'

const running = ({ platform }: Awaited<ReturnType<typeof worldOf>>) =>
  [...platform.services.values()].map(({ version }) => version)

describe('the headline of a deployment', () => {
  test.each<[string, Parameters<typeof runDeployment>[1], Parameters<typeof runDeployment>[2]]>([
    ['1.1 runs.', {}, {}],
    [
      '1.1 failed: 1.0 runs again, on data that has not changed.',
      { unhealthy: ['1.1'], withoutMigration: true },
      {},
    ],
    ['1.1 failed: 1.0 runs again, on the data from before it.', { failingMigrations: ['1.1'] }, {}],
    [
      '1.1 failed, and the way back too: a person has to look what runs. The data from before it is back.',
      { spoiling: ['1.1'], unhealthy: ['1.0'] },
      {},
    ],
    [
      '1.1 failed, and was left as it is: a person has to look what runs.',
      { unfit: ['1.1'] },
      { rollback: 'never' },
    ],
    ['1.1 was not deployed, and nothing was changed: 1.0 still runs.', { gate: 'closed' }, {}],
  ])('says what runs now, and with which data: %s', async (sentence, behaviour, change) => {
    const { report } = await runDeployment(await worldOf(), behaviour, change)
    expect(headline(report)).toBe(sentence)
  })

  test.each([
    [false, '1.1 was taken back: 1.0 runs again, on the data as it is now.'],
    [true, '1.1 was taken back: 1.0 runs again, on the data from before it.'],
  ])('that is taken back says what runs again, restore-data: %s', async (restoreData, sentence) => {
    const world = await worldOf()
    await runDeployment(world)
    const back = { rollback: 'now', version: null, restoreData } as const
    expect(headline((await runDeployment(world, {}, back)).report)).toBe(sentence)
  })
})

describe('a deployment', () => {
  test('names the step that failed among its checks', async () => {
    const { report } = await runDeployment(await worldOf(), { unhealthy: ['1.1'] })
    const failed = report.checks.filter(({ status, rung }) => status === 'failed' && rung === 'deployment')
    expect(failed).toMatchObject([{ name: 'the version stands', failure: 'unavailable' }])
    expect(failed[0]?.detail).toContain('1.1 failed at the step health')
  })

  test('backs up, changes the data, brings the version up, validates, and backs up again', async () => {
    const world = await worldOf()
    const { report, state } = await runDeployment(world)
    expect(report.failure).toBeNull()
    expect([report.verdict, state]).toEqual(['passed', 'stands'])
    expect(running(world)).toEqual(['1.1', '1.1'])
    expect(world.platform.calls).toEqual(['migrate 1.1', 'deploy 1.1'])
    const names = report.timeline.map(({ name }) => name)
    expect(names).toEqual([
      'hold the environment',
      'look round',
      'look ahead',
      'gate',
      'backup',
      'migrate',
      'deploy',
      'health',
      'validate',
      'backup after',
    ])
    const ids = await backupsIn(world.store, world.environment)
    expect(ids.map((id) => id.slice(23)).sort()).toEqual(['post-deploy-1-1', 'pre-deploy-1-1'])
    expect(deployEvents(world)).toEqual(['started 1.1', 'stands 1.1', 'stands 1.1'])
    expect(world.told).toEqual(['in_progress', 'success'])
    expect(leasesIn(world)).toEqual([])
    expect(report.objectives.map(({ name, met }) => [name, met])).toEqual([['RTO', true]])
  })

  test('holds the environment until it is at its end, so that no restore exchanges its data beside it', async () => {
    const world = await worldOf()
    const held: string[][] = []
    const { state } = await runDeployment(world, {
      spoiling: ['1.1'],
      before: (port) => {
        if (port.startsWith('target.') && port !== 'target.running') held.push(leasesIn(world))
      },
    })
    expect(state).toBe('rolled-back')
    expect(held.length).toBeGreaterThan(4)
    for (const leases of held) expect(leases).toHaveLength(1)
    expect(leasesIn(world)).toEqual([])
  })

  test('whose health never comes is taken back, and data that nothing was written to stays', async () => {
    const world = await worldOf()
    const { report, state } = await runDeployment(world, { unhealthy: ['1.1'], withoutMigration: true })
    expect(state).toBe('rolled-back')
    expect(report.verdict).toBe('failed')
    expect(report.failure?.kind).toBe('unavailable')
    expect(report.failure?.message).toContain('1.0 runs again')
    expect(running(world)).toEqual(['1.0', '1.0'])
    expect(world.platform.data).toEqual(['1.0'])
    expect(world.server.calls).toEqual([])
    expect(report.facts.find(({ label }) => label === 'data')?.text).toContain('not one transaction')
    expect(world.told).toEqual(['in_progress', 'failure'])
  })

  test('whose migration fails halfway is taken back with its data, and what was there is kept', async () => {
    const world = await worldOf()
    const { report, state, backupId } = await runDeployment(world, { failingMigrations: ['1.1'] })
    expect(state).toBe('rolled-back')
    expect(running(world)).toEqual(['1.0', '1.0'])
    expect(world.platform.data).toEqual(['1.0'])
    expect(world.server.databases.get('shop')).toBe(backupId)
    expect(kept.get(backupId ?? '')).toEqual(['1.0', 'half of 1.1'])
    expect(report.notices.map(({ text }) => text).join()).toContain('is kept: main in shop_before_')
    expect(report.objectives[0]?.met).toBe(true)
    expect(report.subject).toEqual({ tried: ['1.1'], troubled: ['1.1'], answers: 'all' })
    expect(deployEvents(world)).toEqual(['started 1.1', 'rolling-back 1.1', 'rolled-back 1.1'])
  })

  test('that spoils data is caught by the validation, and taken back with its data', async () => {
    const world = await worldOf()
    const { state } = await runDeployment(world, { spoiling: ['1.1'] })
    expect(state).toBe('rolled-back')
    expect(running(world)).toEqual(['1.0', '1.0'])
    expect(world.platform.data).toEqual(['1.0'])
  })

  test('keeps the data where the environment file says never, and says how to bring it back', async () => {
    const world = await worldOf({ deploy: { prove: false } })
    const { report, state } = await runDeployment(world, { failingMigrations: ['1.1'] })
    expect(state).toBe('rolled-back')
    expect(world.platform.data).toEqual(['1.0', 'half of 1.1'])
    expect(report.notices.map(({ text }) => text).join()).toContain('only the code was taken back')
    // As it is typed: with the keys that it takes, and nothing behind it.
    const [, command] = /: (lifeboat restore .*)$/m.exec(report.next.join('\n')) ?? []
    expect(command).toBe(
      `lifeboat restore --environment ${world.environment.environment} --backup ${report.backupId} --mode swap --confirm ${world.environment.environment} --reason "…" --identity-file verify-identity.txt --signing-key-file backup-signing-key.txt`,
    )
  })

  test.each([
    [false, ['1.0', 'half of 1.1']],
    [true, ['1.0']],
  ])(
    'brings data back as whoever started it said, where the file says ask: %s',
    async (restoreData, data) => {
      const world = await worldOf({ deploy: { 'restore-data': 'ask', prove: false } })
      const { state } = await runDeployment(world, { failingMigrations: ['1.1'] }, { restoreData })
      expect(state).toBe('rolled-back')
      expect(world.platform.data).toEqual(data)
    },
  )

  test('is broken, and says what a person does, when nothing ran before it', async () => {
    const world = await worldOf()
    world.platform.services.clear()
    const { report, state } = await runDeployment(world, { unhealthy: ['1.1'] })
    expect(state).toBe('broken')
    expect(report.failure?.message).toContain('a person is needed')
    expect(report.next.join()).toMatch(/--rollback never .*--signing-key-file deploy-keys\.txt(,|$)/)
  })

  test('is left as it is with rollback: never', async () => {
    const world = await worldOf()
    const { report, state } = await runDeployment(world, { unfit: ['1.1'] }, { rollback: 'never' })
    expect([report.verdict, state]).toEqual(['failed', 'broken'])
    expect(running(world)).toEqual(['1.1', '1.1'])
  })

  test('is not begun when the gate is closed, which the ledger says', async () => {
    const world = await worldOf()
    const { report, state } = await runDeployment(world, { gate: 'closed' })
    expect([report.failure?.kind, state]).toEqual(['refused', 'refused'])
    // The gate's trouble, which an open gate ends.
    expect(report.subject).toEqual({ tried: ['gate'], troubled: ['gate'], answers: 'tried' })
    expect(world.platform.calls).toEqual([])
    expect(deployEvents(world)).toEqual(['refused 1.1'])
    expect(await backupsIn(world.store, world.environment)).toEqual([])
  })

  test('is not begun without an identity when its data may have to come back', async () => {
    const world = await worldOf()
    const { report } = await runDeployment(world, { withoutIdentity: true })
    expect(report.failure?.kind).toBe('config')
    expect(world.platform.calls).toEqual([])
  })

  test.each([
    ['a confirmation', { confirm: null }, 'a test'],
    ['the right name', { confirm: 'staging' }, 'a test'],
    ['a reason', { confirm: 'test' }, null],
  ])('of a protected environment is refused without %s', async (_, change, reason) => {
    const world = await worldOf({ protected: true })
    const ports = {
      run: { actor: 'ada', reason, url: null, version: '1', machine: { cpu: '', cores: 1, memory: 1 } },
    }
    const { report } = await runDeployment(world, {}, change, { ports })
    expect(report.failure?.kind).toBe('refused')
    expect(world.platform.calls).toEqual([])
  })

  test('is not taken back when only the backup after it fails: the release is fit for service', async () => {
    const world = await worldOf()
    let dumps = 0
    const { report, state } = await runDeployment(world, {
      before: (port) => {
        if (port === 'source.dump' && (dumps += 1) === 2) throw new Error('the disk is gone')
      },
    })
    expect([report.verdict, state]).toEqual(['failed', 'stands'])
    expect(report.failure?.message).toContain('1.1 stands')
    expect(running(world)).toEqual(['1.1', '1.1'])
  })

  test('does not suffer from a GitHub that cannot be told', async () => {
    const world = await worldOf()
    const { state } = await runDeployment(world, {
      before: (port) => {
        if (port === 'deployment.tell') throw new Error('502')
      },
    })
    expect(state).toBe('stands')
  })
})

/** A file as the guide begins: programs, no health, and not a word of validation. */
const sparse = {
  target: {
    type: 'command',
    restart: ['./restart.sh'],
    deploy: ['./deploy.sh'],
    services: ['./services.sh'],
    migrate: ['./migrate.sh'],
  },
  deploy: { validate: 'quick', prove: false },
}
const validated = ({ store }: Awaited<ReturnType<typeof worldOf>>) =>
  [...store.objects]
    .filter(([key]) => /\/ledger\/.*\.json$/.test(key))
    .map(
      ([, versions]) =>
        JSON.parse(versions.at(-1)?.bytes.toString() ?? '') as {
          type: string
          details: { validated?: boolean }
        },
    )
    .filter(({ type }) => type === 'deploy')
    .map(({ details }) => details.validated)

describe('a release in an environment whose file configures little', () => {
  test('stands, although what is not configured was skipped and costs the score', async () => {
    const world = await worldOf(sparse)
    world.platform.services.clear()
    const { report, state } = await runDeployment(world, { examined: 'really' })
    expect(report.failure).toBeNull()
    expect([report.verdict, state]).toEqual(['degraded', 'stands'])
    expect(report.checks.filter(({ status }) => status === 'skipped').length).toBeGreaterThan(2)
    expect(report.timeline.find(({ name }) => name === 'validate')?.detail).toBe(
      'degraded, score 50, 3 checks skipped',
    )
    expect(validated(world)).toContain(true)
  })

  test('is taken back when a check fails, and the way back does not fail for what was skipped', async () => {
    const world = await worldOf(sparse)
    const { report, state } = await runDeployment(world, { examined: 'really', silent: ['1.1'] })
    expect(state).toBe('rolled-back')
    expect(report.failure?.message).toContain('PostgreSQL main answers')
    expect(running(world)).toEqual(['1.0', '1.0'])
  })

  test.each([false, true])(
    'is not begun when the score that the file names is out of reach, dry run or not: %s',
    async (dryRun) => {
      const world = await worldOf({ ...sparse, validation: { 'min-score': 80 } })
      const { report } = await runDeployment(world, { examined: 'really' }, { dryRun })
      expect(report.failure?.kind).toBe('config')
      expect(report.failure?.message).toContain('its score is 50, and validation.min-score is 80')
      expect(report.failure?.message).toContain('service health: workers')
      expect(world.platform.calls).toEqual([])
      expect(deployEvents(world)).toEqual([])
    },
  )

  test('stands by a score that the file names and it can reach', async () => {
    const world = await worldOf({ ...sparse, validation: { 'min-score': 50 } })
    expect((await runDeployment(world, { examined: 'really' })).state).toBe('stands')
  })

  test('is not begun where nothing at all could be checked', async () => {
    const { services: _, ...target } = sparse.target
    const deploy = { ...sparse.deploy, 'validate-categories': ['environment-status'] }
    const world = await worldOf({ target, deploy })
    const { report } = await runDeployment(world, { examined: 'really', mute: true })
    expect(report.failure?.message).toContain('nothing could be checked')
    expect(world.platform.calls).toEqual([])
  })

  test('of which nothing at all could be checked once it ran is never called validated', async () => {
    const world = await worldOf(sparse)
    const check = {
      rung: 'service health',
      name: 'workers',
      detail: 'a test',
      subjects: [],
      failure: null,
      duration: 0,
    } as const
    const { report, state } = await runDeployment(
      world,
      {},
      {},
      {
        ports: {
          examine: async () => {
            const status = world.platform.calls.length === 0 ? 'passed' : 'skipped'
            return { checks: [{ ...check, status }], score: 0 }
          },
        },
      },
    )
    expect([report.verdict, state]).toEqual(['failed', 'broken'])
    expect(report.failure?.message).toContain('nothing could be checked')
    expect(validated(world)).not.toContain(true)
  })
})

describe('a dry run', () => {
  test('of a rollback fails as the rollback does, when the newest deployment was taken back already', async () => {
    const world = await worldOf()
    expect((await runDeployment(world, { unhealthy: ['1.1'] })).state).toBe('rolled-back')
    const change = { rollback: 'now', version: null } as const
    const { report: dry } = await runDeployment(world, {}, { ...change, dryRun: true })
    const { report } = await runDeployment(world, {}, change)
    expect(dry.verdict).toBe('failed')
    expect(dry.failure).toEqual(report.failure)
    expect(dry.failure?.message).toContain('1.1 of ')
    expect(dry.failure?.message).toContain('taken back already: 1.0 runs')
    expect(dry.next.join()).not.toContain('Run it again')
  })

  test('changes nothing, and says what would be done and what the gate finds', async () => {
    const world = await worldOf()
    const { report, state } = await runDeployment(world, { gate: 'closed' }, { dryRun: true })
    expect(report.dryRun).toBe(true)
    expect(state).toBeNull()
    expect(report.failure?.kind).toBe('refused')
    expect(report.checks.map(({ rung, status }) => [rung, status])).toEqual([['gate', 'failed']])
    expect(report.timeline.map(({ name }) => name)).toContain('if it fails')
    expect(world.platform.calls).toEqual([])
    expect([...world.store.objects.keys()]).toEqual([])
  })

  test.each([
    ['nothing: no service is running', 'is stopped', 'stopped', {}],
    ['the platform does not say', 'is said not at all', 'stopped', { mute: true }],
    ['the platform does not say', 'runs in several versions', 'running', {}],
    ['the platform does not say', 'cannot be looked at', 'stopped', { unlisted: true }],
  ] as const)('says that now runs: %s, where each service %s', async (text, _, status, behaviour) => {
    const world = await worldOf()
    for (const [version, service] of [...world.platform.services.values()].entries())
      Object.assign(service, { status, version: `1.${version}` })
    const { report } = await runDeployment(world, behaviour, { dryRun: true })
    expect(report.facts.find(({ label }) => label === 'runs now')?.text).toBe(text)
  })

  test.each([
    [null, null, '--confirm test --reason "…"', 'inputs confirm and reason'],
    ['test', ' ', '--reason "…"', 'input reason'],
    ['tset', 'release of week 47', '--confirm test', 'input confirm'],
  ])(
    'of a protected environment says how to run it when consent is missing: confirm %s, reason %s',
    async (confirm, reason, options, inputs) => {
      const world = await worldOf({ protected: true })
      const { ports } = await runDeployment(world, {}, { dryRun: true })
      const run = { ...ports.run, reason }
      const { report } = await runDeployment(world, {}, { dryRun: true, confirm }, { ports: { run } })
      expect([report.verdict, report.failure]).toEqual(['passed', null])
      expect(report.next.join()).toContain(
        `not as a dry run, with \`${options}\` to deploy; in a job with the ${inputs}`,
      )
      expect(headline(report)).toMatch(/^This would be refused as it stands: .*\. Nothing was changed\.$/)
    },
  )

  test('of the gate alone asks nothing of the platform, which its job may not reach', async () => {
    const world = await worldOf()
    const asked: string[] = []
    const before = (port: string) => void asked.push(port)
    const { report } = await runDeployment(world, { before }, { dryRun: true, steps: ['gate'] })
    expect([report.verdict, report.failure]).toEqual(['passed', null])
    expect(asked).toEqual(['judgeGate'])
  })
})
