import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseWorkflow } from '../../src/domain/workflow-file.ts'
import { scheduleIn } from '../../src/domain/workflow-schedule.ts'

const backupLines = (text: string, environment: string) =>
  scheduleIn(parseWorkflow(text), 'backup', environment)?.lines ?? []

describe('scheduled backups', () => {
  it('are found in this repository’s own workflow, each environment with its line', () => {
    const text = readFileSync(new URL('../../.github/workflows/backup.yml', import.meta.url), 'utf8')
    expect(backupLines(text, 'production')).toEqual(['3,18,33,48 * * * *'])
    expect(backupLines(text, 'dev')).toEqual(['26 * * * *'])
    expect(backupLines(text, 'elsewhere')).toEqual([])
  })

  it.each([
    [
      'an action that names it',
      'uses: o/lifeboat/actions/backup@abc\n        with: { environment: shop }',
      ['1 * * * *'],
    ],
    [
      'the root action',
      'uses: o/lifeboat@abc\n        with: { command: backup, environment: shop }',
      ['1 * * * *'],
    ],
    ['the command line', 'run: npx lifeboat backup --environment shop --json', ['1 * * * *']],
    ['another environment', 'uses: o/lifeboat/actions/backup@abc\n        with: { environment: other }', []],
    ['another verb', 'uses: o/lifeboat/actions/verify-restore@abc\n        with: { environment: shop }', []],
  ])('by %s', (_, step, lines) => {
    const text = `on:\n  schedule: [{ cron: "1 * * * *" }, { cron: "2 * * * *", timezone: Europe/Berlin }]\njobs:\n  a:\n    steps:\n      - ${step}\n`
    expect(backupLines(text, 'shop')).toEqual(lines)
  })

  it.each(['', 'on: push', '- a', 'on: [', 'jobs: {}'])('are none in %s', (text) => {
    expect(backupLines(text, 'shop')).toEqual([])
  })
})

describe('the schedule of a verb', () => {
  const own = (name: string) =>
    parseWorkflow(readFileSync(new URL(`../../.github/workflows/${name}.yml`, import.meta.url), 'utf8'))

  it('is read of this repository’s other workflows too', () => {
    const lines = ['57 4,10,16,22 * * *']
    expect(scheduleIn(own('verify-restore'), 'verify', 'production')).toEqual({ lines, isWhole: true })
    expect(scheduleIn(own('retention'), 'retention', 'staging')?.lines).toEqual(['36 2 * * *'])
    expect(scheduleIn(own('retention'), 'backup', 'staging')).toBeNull()
  })

  const jobs = { a: { steps: [{ uses: 'o/lifeboat/actions/backup@abc', with: { environment: 'shop' } }] } }
  it('has no lines where only other events start it', () => {
    expect(scheduleIn({ on: { push: null }, jobs }, 'backup', 'shop')).toEqual({ lines: [], isWhole: true })
    expect(scheduleIn({ on: 'push', jobs }, 'backup', 'shop')).toEqual({ lines: [], isWhole: true })
  })

  it('is not whole with a line in another time zone', () => {
    const schedule = [{ cron: '1 * * * *' }, { cron: '2 * * * *', timezone: 'Europe/Berlin' }]
    expect(scheduleIn({ on: { schedule }, jobs }, 'backup', 'shop')).toEqual({
      lines: ['1 * * * *'],
      isWhole: false,
    })
  })

  it.each([
    [
      'a: &a [x, x]',
      ...['b', 'c', 'd', 'e'].map((name, n) => `${name}: &${name} [${`*${'abcd'[n]}, `.repeat(9)}]`),
    ].join('\n'),
    'a: *nothing',
    'jobs: { a: { strategy: { matrix: &m { x: *m } } } }',
    'jobs: &j [*j, *j, *j, *j]',
    `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
  ])('of a file whose aliases cannot be followed is none: %j', (text) => {
    expect(parseWorkflow(text)).toBeNull()
  })

  const linesOf = (job: object) =>
    scheduleIn({ on: { schedule: [{ cron: '1 * * * *' }] }, jobs: { a: job } }, 'backup', 'shop')
  const action = { uses: 'o/lifeboat/actions/backup@abc', with: { environment: 'shop' } }

  it.each([false, 'false', '${{ false }}', ' ${{false}} '])(
    'has no job or step that is switched off: %j',
    (off) => {
      expect(linesOf({ if: off, steps: [action] })).toBeNull()
      expect(linesOf({ steps: [{ ...action, if: off }] })).toBeNull()
      expect(linesOf({ if: "github.ref != 'false'", steps: [action] })?.lines).toEqual(['1 * * * *'])
    },
  )

  it.each([
    '# how to: lifeboat backup --environment shop',
    'make # lifeboat backup --environment shop',
    'echo lifeboat backup --environment shop',
    'true && printf "%s; lifeboat backup --environment shop" run',
    "echo 'one; lifeboat backup --environment shop' # two",
    'lifeboat backup-of --environment shop',
  ])('is not that of what a script only says: %s', (run) => {
    expect(linesOf({ steps: [{ run }] })).toBeNull()
  })

  it.each([
    'echo start; lifeboat backup --environment shop',
    '# once an hour\nnpx lifeboat backup --environment="shop" --json | tee log',
    'if ! lifeboat backup \\\n  --environment shop; then exit 1; fi',
    'bash -c "cd a && lifeboat backup --environment shop"',
    'lifeboat backup --environment other\nlifeboat backup --environment shop',
  ])('is that of what a script does: %s', (run) => {
    expect(linesOf({ steps: [{ run }] })?.lines).toEqual(['1 * * * *'])
  })
})
