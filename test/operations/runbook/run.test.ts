import { beforeAll, describe, expect, test } from 'vitest'
import type { Environment } from '../../../src/domain/environment/schema.ts'
import { Failure } from '../../../src/domain/failure.ts'
import { parseRunbook } from '../../../src/domain/runbook/parse.ts'
import type { Runbook } from '../../../src/domain/runbook/schema.ts'
import type { Report } from '../../../src/domain/report.ts'
import type { Message } from '../../../src/operations/runbook/herald.ts'
import { abandonRun } from '../../../src/operations/runbook/abandon.ts'
import { runRunbook } from '../../../src/operations/runbook/run.ts'
import type { RunbookInput } from '../../../src/operations/runbook/said.ts'
import { type SimulationInput, simulateRunbook } from '../../../src/operations/runbook/simulate.ts'
import { Interrupted, type StepPorts } from '../../../src/operations/runbook/steps.ts'
import type { Store } from '../../../src/ports/store.ts'
import { faultyStore } from '../../support/doubles/faulty-store.ts'
import { memoryStore } from '../../support/doubles/memory-store.ts'
import { fakeClock, type FakeClock } from '../../support/ports/clock.ts'
import { makeTestKeys, testEnvironment, type TestKeys } from '../../support/ports/environment.ts'
import { backupPorts } from '../../support/ports/ports.ts'

const minute = 60_000

const text = `
incident: INC-042
title: The thing is broken
severity: high
rto: 10m
detection: [it does not work]
drill: single-server-failure
steps:
  - { id: fetch, title: Fetch, type: command, run: [fetch-it], expect: 1m }
  - { id: choose, title: Choose, type: decision, question: Which way?, answers: { long: by-hand, short: end } }
  - { id: left-out, title: Never reached, type: command, run: [never] }
  - { id: by-hand, title: By hand, type: manual, do: Turn the key., expect: 2m }
  - { id: rest, title: Rest, type: wait, for: 3m }
verification:
  - { id: look, title: Look, type: http, url: "https://shop.example/health", expect: 1m }
escalation:
  - { after: 4m, who: the second, channel: pager }
  - { after: 20m, who: the head, channel: mail }
communication: { begin: "{incident} on {environment}", end: "over after {minutes} minutes" }
`

let keys: TestKeys
let environment: Environment
let runbook: Runbook
beforeAll(async () => {
  keys = await makeTestKeys()
  environment = await testEnvironment(keys)
  runbook = await read(text)
})

describe('a run of a runbook', () => {
  test('does its steps in order, on the way that the answers lead, and verifies', async () => {
    const world = newWorld()
    const { report, state } = await world.run({
      answers: new Map([['choose', 'long']]),
      done: new Set(['by-hand']),
    })
    expect(state).toBe('done')
    expect(report.verdict).toBe('passed')
    expect(world.commands).toEqual(['fetch-it'])
    expect(statuses(report)).toEqual({
      fetch: 'passed',
      choose: 'passed',
      'left-out': 'skipped',
      'by-hand': 'passed',
      rest: 'passed',
      look: 'passed',
    })
  })

  test('ends at the first step that only a person can do, and goes on from there when it is run again', async () => {
    const world = newWorld()
    const first = await world.run({})
    expect([first.state, first.waitingFor]).toEqual(['waiting', 'choose'])
    const second = await world.run({ run: first.run, answers: new Map([['choose', 'long']]) })
    expect([second.state, second.waitingFor]).toEqual(['waiting', 'by-hand'])
    const third = await world.run({ run: first.run, done: new Set(['by-hand']) })
    expect(third.state).toBe('done')
    expect(world.commands).toEqual(['fetch-it'])
  })

  test('counts the time that a person is waited for against the RTO, and misses it', async () => {
    const world = newWorld()
    const { run } = await world.run({})
    world.clock.advance(15 * minute)
    const { report } = await world.run({ run, answers: new Map([['choose', 'short']]) })
    expect(report.objectives.map(({ name, met }) => [name, met])).toEqual([['RTO', false]])
    expect(Math.floor((report.objectives[0]?.measured ?? 0) / minute)).toBe(15)
    expect(report.verdict).toBe('degraded')
  })

  test('counts from when the incident began, not from when somebody came to run it', async () => {
    const world = newWorld()
    const beganAt = world.clock.now() - 30 * minute
    const { report } = await world.run({ beganAt, answers: new Map([['choose', 'short']]) })
    expect(report.objectives[0]?.met).toBe(false)
    expect(Math.floor((report.objectives[0]?.measured ?? 0) / minute)).toBe(30)
  })

  test('tells the next level by itself while a step takes its time, each level once, also over several runs', async () => {
    const world = newWorld()
    const { run } = await world.run({ answers: new Map([['choose', 'long']]) })
    expect(world.told.map(({ channels }) => channels)).toEqual([[]])
    world.clock.advance(2 * minute)
    // While it rests three minutes, the fourth goes by.
    await world.run({ run, done: new Set(['by-hand']) })
    expect(world.told.map(({ channels }) => channels)).toEqual([[], ['pager'], ['pager'], []])
    const late = newWorld()
    const started = await late.run({})
    late.clock.advance(25 * minute)
    await late.run({ run: started.run })
    await late.run({ run: started.run })
    expect(late.told.map(({ channels }) => channels)).toEqual([[], ['pager'], ['mail']])
  })

  test('tells again, after a pause, what no channel took, and no more once one has', async () => {
    const world = newWorld()
    const began = world.clock.now()
    const tries: [name: string, minute: number][] = []
    world.beforeTelling = (channels) => {
      const name = channels[0] ?? 'all'
      tries.push([name, Math.floor((world.clock.now() - began) / minute)])
      if (tries.filter(([one]) => one === name).length < 3) throw new Failure('unavailable', 'nobody answers')
    }
    world.whileCommand = () => world.clock.pass(10 * minute)
    await world.run({})
    expect(tries).toEqual([
      ['all', 0],
      ['all', 1],
      ['all', 2],
      ['pager', 4],
      ['pager', 5],
      ['pager', 6],
    ])
  })

  test.each([
    [0, 'over after less than a minute'],
    [1, 'over after 1 minute'],
    [12, 'over after 12 minutes'],
  ])('that took %d minutes tells so in words', async (minutes, words) => {
    const world = newWorld()
    const beganAt = world.clock.now() - minutes * minute
    await world.run({ beganAt, answers: new Map([['choose', 'short']]) })
    expect(world.told.at(-1)?.message.text).toBe(words)
  })

  test('goes on although nobody could be told', async () => {
    const world = newWorld({ tellFails: true })
    const { report } = await world.run({ answers: new Map([['choose', 'short']]) })
    expect(report.verdict).toBe('passed')
  })

  test('does not do again what failed and was passed over, unless it is told to, or that is safe', async () => {
    const passing = await read(
      text.replace(
        /steps:[^]*?(?=verification:)/,
        `steps:
  - { id: halt, title: Halt, type: command, run: [halt], on-failure: go-on }
  - { id: warm, title: Warm up, type: command, run: [warm], on-failure: go-on, again: safe }
  - { id: choose, title: Choose, type: decision, question: Which way?, answers: { on: end, off: next } }
`,
      ),
    )
    const world = newWorld({ failing: new Set(['halt', 'warm']) })
    const { run } = await world.run({}, passing)
    const waits = await world.run({ run }, passing)
    expect([waits.state, waits.waitingFor]).toEqual(['waiting', 'choose'])
    expect(world.commands).toEqual(['halt', 'warm', 'warm'])
    await world.run({ run, answers: new Map([['halt', 'again']]) }, passing)
    const ended = await world.run({ run, answers: new Map([['choose', 'on']]) }, passing)
    expect([ended.state, ended.report.verdict]).toEqual(['done', 'degraded'])
    expect(world.verdictOfTheEnd()).toBe('degraded')
    expect(world.commands.filter((command) => command === 'halt')).toHaveLength(2)
  })

  test('stops at a step that fails, without verifying, and does it again when it goes on', async () => {
    const world = newWorld({ failing: new Set(['fetch-it']) })
    const first = await world.run({ answers: new Map([['choose', 'short']]) })
    expect([first.state, first.report.verdict, first.report.failure?.kind]).toEqual([
      'failed',
      'failed',
      'unavailable',
    ])
    expect(statuses(first.report)).toEqual({ fetch: 'failed' })
    world.failing.clear()
    const second = await world.run({ run: first.run, answers: new Map([['choose', 'short']]) })
    expect(second.state).toBe('done')
    expect(world.commands).toEqual(['fetch-it', 'fetch-it'])
  })

  test('asks a person before it repeats a program that a killed run had begun', async () => {
    const world = newWorld({ killedAt: 'fetch-it' })
    const first = await world.run({})
    expect(first.report.failure?.kind).toBe('cancelled')
    const run = await world.onlyRun()
    const second = await world.run({ run })
    expect([second.state, second.waitingFor]).toEqual(['waiting', 'fetch'])
    const third = await world.run({ run, done: new Set(['fetch']), answers: new Map([['choose', 'short']]) })
    expect([third.state, third.report.verdict]).toEqual(['done', 'degraded'])
  })

  test('asks a person before it repeats a program that its time or a signal has ended', async () => {
    const world = newWorld({ interrupted: new Set(['fetch-it']) })
    const first = await world.run({})
    expect([first.state, first.report.failure?.kind]).toEqual(['failed', 'unavailable'])
    expect(first.report.next.join('\n')).toMatch(/Look how far it came\..* --answer fetch=again/)
    const second = await world.run({ run: first.run })
    expect([second.state, second.waitingFor, world.commands]).toEqual(['waiting', 'fetch', ['fetch-it']])
    world.interrupted.clear()
    const third = await world.run({ run: first.run, answers: new Map([['fetch', 'again']]) })
    expect([third.waitingFor, world.commands]).toEqual(['choose', ['fetch-it', 'fetch-it']])
  })

  test('asks a person about what a store may know that is out of reach, once, and does nothing twice unasked', async () => {
    const twice = await read(
      text.replace(
        '- { id: rest, title: Rest, type: wait, for: 3m }',
        '- { id: swap, title: Swap, type: operation, verb: restore, with: { mode: swap } }',
      ),
    )
    // One store is lost when the run has hardly begun; when it is back, the other one is lost.
    const down = new Set<string>()
    const world = newWorld({ stores: ['one', 'two'], down })
    world.beforeTelling = () => void down.add('one')
    const { run } = await world.run({}, twice)
    expect(world.commands).toEqual(['fetch-it'])
    world.beforeTelling = undefined
    down.clear()
    down.add('two')
    // The lease that could not be given back is over.
    world.clock.advance(15 * minute)
    const waits = await world.run({ run }, twice)
    expect([waits.state, waits.waitingFor, world.commands]).toEqual(['waiting', 'fetch', ['fetch-it']])
    expect(waits.report.notices.map(({ text: said }) => said).join()).toContain('two alone may have')
    // Done, as whoever has looked says. About the exchange nothing is known yet.
    const said = { answers: new Map([['choose', 'long']]), done: new Set(['fetch', 'by-hand']) }
    const next = await world.run({ run, ...said }, twice)
    expect([next.state, next.waitingFor]).toEqual(['waiting', 'swap'])
    const last = await world.run({ run, answers: new Map([['swap', 'again']]) }, twice)
    expect([last.state, last.report.verdict, world.commands]).toEqual([
      'done',
      'degraded',
      ['fetch-it', 'restore'],
    ])
  })

  test('does not ask again what a person has found out, although the store is still out of reach', async () => {
    const down = new Set<string>()
    const world = newWorld({ stores: ['one', 'two'], down })
    const several = await read(
      text.replace(
        '- { id: rest, title: Rest, type: wait, for: 3m }',
        '- { id: more, title: More, type: command, run: [more] }',
      ),
    )
    world.failing.add('fetch-it')
    const { run } = await world.run({}, several)
    world.failing.clear()
    down.add('two')
    expect((await world.run({ run }, several)).waitingFor).toBe('fetch')
    const again = await world.run({ run, answers: new Map([['fetch', 'again']]) }, several)
    expect(again.waitingFor).toBe('choose')
    const said = { answers: new Map([['choose', 'long']]), done: new Set(['by-hand']) }
    expect((await world.run({ run, ...said }, several)).state).toBe('done')
    expect(world.commands).toEqual(['fetch-it', 'fetch-it', 'more'])
  })

  describe('that fails over', () => {
    const failingOver = (replica: string) =>
      read(
        text.replace(
          '- { id: choose,',
          `- { id: over, title: Over, type: failover, primary: "\${PRIMARY}", replica: "\${${replica}}" }\n  - { id: choose,`,
        ),
      )

    test('promotes nothing while another run is at it, nor after one that has promoted another replica', async () => {
      const [near, far] = [await failingOver('NEAR'), await failingOver('FAR')]
      const world = newWorld()
      let meanwhile: Report | null = null
      world.whileFailingOver = async () => {
        world.whileFailingOver = undefined
        meanwhile = (await world.run({ isAnother: true }, far)).report
      }
      expect((await world.run({}, near)).waitingFor).toBe('choose')
      expect(meanwhile).toMatchObject({
        failure: { kind: 'refused', message: expect.stringMatching(/lease/) },
      })
      const { report, run } = await world.run({ isAnother: true }, far)
      expect(report.failure?.message).toMatch(/the run \S+ has promoted another replica, at 2026/)
      expect(world.promoted).toEqual(['${NEAR}'])
      // A person has looked.
      await world.run({ run, answers: new Map([['over', 'go']]) }, far)
      expect(world.promoted).toEqual(['${NEAR}', '${FAR}'])
    })

    test('promotes nothing after a run of which nobody knows whether it has promoted another replica', async () => {
      const [near, far] = [await failingOver('NEAR'), await failingOver('FAR')]
      const refused = newWorld()
      refused.whileFailingOver = () => {
        refused.whileFailingOver = undefined
        throw new Failure('refused', 'nothing is promoted: the primary answers')
      }
      await refused.run({}, near)
      expect((await refused.run({ isAnother: true }, far)).waitingFor).toBe('choose')
      const late = newWorld()
      late.whileFailingOver = () => {
        late.whileFailingOver = undefined
        throw new Failure('unavailable', 'the replica did not become primary in time')
      }
      await late.run({}, near)
      const { report } = await late.run({ isAnother: true }, far)
      expect(report.failure?.message).toMatch(/the run \S+ may have promoted another replica/)
      expect(late.promoted).toEqual([])
    })

    test('may be begun anew with the same replica, and with another one days later', async () => {
      const [near, far] = [await failingOver('NEAR'), await failingOver('FAR')]
      const world = newWorld()
      await world.run({}, near)
      expect((await world.run({ isAnother: true }, near)).waitingFor).toBe('choose')
      world.clock.advance(3 * 24 * 60 * minute)
      expect((await world.run({ isAnother: true }, far)).waitingFor).toBe('choose')
    })
  })

  test('is never good when nothing of the verification was done', async () => {
    const world = newWorld()
    const { report, state } = await world.run({
      answers: new Map([['choose', 'short']]),
      skip: new Set(['look']),
    })
    expect([state, report.verdict, report.failure?.kind]).toEqual(['failed', 'failed', 'objective'])
  })

  test('fails when the verification finds that it is not over', async () => {
    const world = newWorld({ unwell: true })
    const { report, state } = await world.run({ answers: new Map([['choose', 'short']]) })
    expect([state, report.verdict]).toEqual(['failed', 'failed'])
  })

  test('asks a person before it exchanges databases a second time, whether it was killed or failed midway', async () => {
    const exchanging = await read(
      text.replace(
        '- { id: rest, title: Rest, type: wait, for: 3m }',
        '- { id: swap, title: Swap, type: operation, verb: restore, with: { mode: swap } }',
      ),
    )
    const said = { answers: new Map([['choose', 'long']]), done: new Set(['by-hand']) }
    const world = newWorld({ failing: new Set(['restore']) })
    const first = await world.run(said, exchanging)
    expect(first.state).toBe('failed')
    world.failing.clear()
    const second = await world.run({ run: first.run }, exchanging)
    expect([second.state, second.waitingFor]).toEqual(['waiting', 'swap'])
    expect(world.commands).toEqual(['fetch-it', 'restore'])
    const third = await world.run({ run: first.run, answers: new Map([['swap', 'again']]) }, exchanging)
    expect([third.state, third.report.verdict]).toEqual(['done', 'passed'])
  })

  test('waits for an input that a step asks for, and hands it on', async () => {
    const asking = await read(
      text.replace(
        '- { id: rest, title: Rest, type: wait, for: 3m }',
        '- { id: back, title: Back, type: operation, verb: restore, ask: { backup: Which one? } }',
      ),
    )
    const said = { answers: new Map([['choose', 'long']]), done: new Set(['by-hand']) }
    const world = newWorld()
    const first = await world.run(said, asking)
    expect([first.state, first.waitingFor]).toEqual(['waiting', 'back'])
    const second = await world.run({ run: first.run, given: new Map([['back.backup', 'latest']]) }, asking)
    expect(second.state).toBe('done')
    expect(world.given).toEqual([['backup', 'latest']])
  })

  test('has not begun a step that only asked: the command that it prints leads on', async () => {
    const asking = await read(
      text.replace(
        '- { id: rest, title: Rest, type: wait, for: 3m }',
        '- { id: back, title: Back, type: operation, verb: restore, with: { mode: swap }, ask: { backup: Which one? } }',
      ),
    )
    const world = newWorld()
    const options = new Map([
      ['config', 'somewhere/else.yml'],
      ['confirm', 'test'],
      ['reason', "it's gone"],
      ['signing-key-file', 'key.txt'],
    ])
    const said = { answers: new Map([['choose', 'long']]), done: new Set(['by-hand']), options }
    const first = await world.run(said, asking)
    expect(first.report.next).toEqual([
      'Which one?',
      `Then go on: lifeboat runbook run --environment test --incident INC-042 --run ${first.run} --config somewhere/else.yml --confirm test --reason 'it'\\''s gone' --signing-key-file key.txt --give 'back.backup=…'`,
    ])
    const second = await world.run({ run: first.run, given: new Map([['back.backup', 'latest']]) }, asking)
    expect([second.state, second.report.verdict]).toEqual(['done', 'passed'])
  })

  test('names, when it asks whether to do a step again, all that was said already', async () => {
    const asking = await read(
      text.replace(
        '- { id: rest, title: Rest, type: wait, for: 3m }',
        '- { id: back, title: Back, type: operation, verb: restore, with: { mode: swap }, ask: { backup: Which one? } }',
      ),
    )
    const world = newWorld({ failing: new Set(['restore']) })
    const said = {
      answers: new Map([['choose', 'long']]),
      done: new Set(['by-hand']),
      given: new Map([['back.backup', 'latest']]),
    }
    const { run, report } = await world.run(said, asking)
    const command = `lifeboat runbook run --environment test --incident INC-042 --run ${run}`
    const ways = [
      `${command} --answer back=again --give back.backup=latest`,
      `${command} --give back.backup=latest --done back`,
    ]
    for (const way of ways) expect(report.next.some((line) => line.endsWith(way))).toBe(true)
    const again = await world.run({ run, given: said.given }, asking)
    for (const way of ways) expect(again.report.next.some((line) => line.endsWith(way))).toBe(true)
    // Failed once more, it must be looked at once more.
    const third = await world.run({ run, given: said.given, answers: new Map([['back', 'again']]) }, asking)
    expect(third.state).toBe('failed')
    const fourth = await world.run({ run, given: said.given }, asking)
    expect(fourth.waitingFor).toBe('back')
  })

  test('offers one whole command for each answer of a decision', async () => {
    const { report, run } = await newWorld().run({ done: new Set(['by-hand']) })
    const command = `lifeboat runbook run --environment test --incident INC-042 --run ${run}`
    expect(report.next).toEqual([
      'Which way? (long, short)',
      `If the answer is long, go on: ${command} --answer choose=long --done by-hand`,
      `If the answer is short, go on: ${command} --answer choose=short --done by-hand`,
    ])
  })

  test.each(['no key', 'a key that is not known'])(
    'is not begun with %s, since nobody could go on with it',
    async (which) => {
      const world = newWorld()
      const own = await makeTestKeys()
      if (which === 'no key') Object.assign(own.backup, { secretKey: null })
      const { report } = await world.run({}, runbook, own)
      expect([report.failure?.kind, world.commands, world.told]).toEqual(['config', [], []])
      expect(await world.keys()).toEqual([])
    },
  )

  test('that no store has any line of is not said to be resumable: the command begins anew, and says what is done', async () => {
    const world = newWorld({ storeIsDown: true })
    const { report } = await world.run({})
    const [, long = ''] = report.next
    expect(long).not.toContain('--run')
    expect(long).toMatch(/ --began \S+ --answer choose=long --done fetch$/)
    expect(report.notices.map(({ text: said }) => said).join('\n')).toContain('cannot be gone on with')
  })

  test('is refused while another of the same incident is open, with the command that goes on with that', async () => {
    const world = newWorld()
    const { run } = await world.run({})
    const second = await world.run({ answers: new Map([['choose', 'short']]) })
    expect([second.report.failure?.kind, world.commands]).toEqual(['refused', ['fetch-it']])
    expect(second.report.next.join('\n')).toContain(`--run ${run} --answer choose=short`)
    const another = await world.run({ isAnother: true, answers: new Map([['choose', 'short']]) })
    expect(another.state).toBe('done')
    await world.run({ run, answers: new Map([['choose', 'short']]) })
    expect((await world.run({})).waitingFor).toBe('choose')
  })

  test('is begun once when two begin it at the same moment', async () => {
    const world = newWorld()
    let other: string | null | undefined
    // Somebody else begins after the first has looked, and before its run is on record.
    world.beforeFirstEvent = async () => {
      world.beforeFirstEvent = undefined
      const { report } = await world.run({})
      other = report.failure?.kind ?? null
    }
    const { report } = await world.run({})
    expect([report.failure, other]).toEqual([null, 'refused'])
    expect(world.commands).toEqual(['fetch-it'])
  })

  test('that nobody will end is abandoned with a reason, and holds up no other', async () => {
    const world = newWorld()
    const { run } = await world.run({})
    await using ports = await world.ports(keys)
    const because = { ...ports, run: { ...ports.run, reason: 'begun twice' } }
    await expect(abandonRun(environment, run, ports)).rejects.toMatchObject({ kind: 'refused' })
    await abandonRun(environment, run, because)
    expect((await world.run({ run })).report.failure?.kind).toBe('refused')
    expect((await world.run({})).waitingFor).toBe('choose')
    await expect(abandonRun(environment, run, because)).rejects.toMatchObject({ kind: 'refused' })
  })

  test('asks nobody anything, and does nothing, where a step that may come wants a confirmation that is not given', async () => {
    const exchanging = await read(
      text.replace(
        '- { id: rest, title: Rest, type: wait, for: 3m }',
        '- { id: swap, title: Swap, type: operation, verb: restore, with: { mode: swap } }',
      ),
    )
    for (const [options, confirm, missing] of [
      [{}, null, 'confirm is not given'],
      [{}, 'other', 'confirm is "other", not the name of the environment'],
      [{ reason: null }, 'test', 'no reason is given'],
    ] as const) {
      const world = newWorld(options)
      const { report } = await world.run({ confirm }, exchanging)
      expect([report.failure?.kind, report.failure?.message.split('consent: ')[1], world.commands]).toEqual([
        'refused',
        missing,
        [],
      ])
      // Whoever goes round the step is not held up.
      const round = await world.run({ confirm, answers: new Map([['choose', 'short']]) }, exchanging)
      expect(round.state).toBe('done')
    }
  })

  test('stays degraded by what a person vouched for, whoever ends it', async () => {
    const world = newWorld()
    const { run } = await world.run({ done: new Set(['fetch']) })
    const { report } = await world.run({ run, answers: new Map([['choose', 'short']]) })
    expect([report.verdict, statuses(report)['fetch']]).toEqual(['degraded', 'degraded'])
  })

  test('takes no answer that its step does not know, and records nothing of it', async () => {
    const world = newWorld()
    const { report } = await world.run({ answers: new Map([['choose', 'lnog']]) })
    expect(report.failure?.kind).toBe('config')
    expect(await world.keys()).toEqual([])
  })

  test('is refused with another text than it began with', async () => {
    const world = newWorld()
    const { run } = await world.run({})
    const changed = await read(text.replace('Turn the key.', 'Turn another key.'))
    const { report } = await world.run({ run }, changed)
    expect(report.failure?.kind).toBe('refused')
  })

  test('is refused while another process is at the same run', async () => {
    let inner: Promise<string | undefined> | undefined
    const held = newWorld()
    held.whileCommand = async () => {
      inner = held
        .onlyRun()
        .then((id) => held.run({ run: id }))
        .then(({ report }) => report.failure?.kind)
      await inner
    }
    await held.run({})
    expect(await inner).toBe('refused')
  })

  test('goes on when no store takes its records', async () => {
    const world = newWorld({ storeIsDown: true })
    const { report } = await world.run({ answers: new Map([['choose', 'short']]) })
    expect(report.verdict).toBe('passed')
  })

  test('refuses what is said of a step that there is not', async () => {
    const { report } = await newWorld().run({ done: new Set(['by-foot']) })
    expect(report.failure?.kind).toBe('config')
  })

  test('does not count a record that nobody with a key has signed', async () => {
    const world = newWorld()
    const { run } = await world.run({})
    const stranger = await makeTestKeys()
    // One who can write to the store, and believes a key of their own.
    const { backup, verify } = { backup: keys.backup.publicKey, verify: keys.verify.publicKey }
    const theirs = await testEnvironment(keys, {
      signing: { backup, verify, restore: stranger.backup.publicKey },
    })
    const { state } = await world.run(
      { run, answers: new Map([['choose', 'long']]) },
      runbook,
      stranger,
      theirs,
    )
    expect(state).toBe('waiting')
    const { waitingFor } = await world.run({ run })
    expect(waitingFor).toBe('choose')
  })
})

describe('a simulation', () => {
  test('does nothing, writes nothing, and holds the expected times against the RTO', async () => {
    const world = newWorld()
    const good = await world.simulate({ answers: new Map([['choose', 'long']]) })
    expect(good.objectives[0]).toMatchObject({ measured: 7 * minute, met: null })
    const late = await world.simulate({}, await read(text.replace('expect: 2m', 'expect: 20m')))
    expect([late.verdict, late.objectives[0]?.met]).toEqual(['degraded', false])
    expect(world.commands).toEqual([])
    expect(await world.keys()).toEqual([])
  })

  test.each([
    ['an answer that a decision does not know', { answers: new Map([['choose', 'maybe']]) }],
    ['an answer to a step that there is not', { answers: new Map([['nothere', 'yes']]) }],
    ['a step to leave out that there is not', { skip: new Set(['nothere']) }],
    ['an input that nothing asks for', { given: new Map([['rest.backup', 'latest']]) }],
  ])('refuses, as a run does, %s', async (_, said) => {
    const world = newWorld()
    const { failure, checks } = await world.simulate(said)
    expect([failure?.kind, checks]).toEqual(['config', []])
    expect((await world.run(said)).report.failure).toEqual(failure)
  })

  test('leaves out what is to be left out, and takes as done what is said to be', async () => {
    const { checks, verdict, objectives } = await newWorld().simulate({
      answers: new Map([['choose', 'long']]),
      skip: new Set(['rest']),
      done: new Set(['by-hand']),
    })
    const details = Object.fromEntries(checks.map(({ name, detail }) => [name.split(':')[0], detail]))
    expect(details).toMatchObject({
      rest: 'would be left out, as a person asked',
      'by-hand': 'would be taken as done, as a person says',
    })
    expect([verdict, objectives[0]?.measured]).toEqual(['degraded', 2 * minute])
  })

  test('fails by what a step names and the environment lacks, says what is given, and what the run will want', async () => {
    const swapping = (source: string) =>
      read(
        text.replace(
          '- { id: rest, title: Rest, type: wait, for: 3m }',
          `- { id: back, title: Back, type: operation, verb: restore, with: { mode: swap, source: ${source} }, ask: { backup: Which? } }`,
        ),
      )
    const world = newWorld()
    const said = { answers: new Map([['choose', 'long']]), given: new Map([['back.backup', '2 weeks ago']]) }
    const wrong = await world.simulate(said, await swapping('queue'))
    expect(wrong.failure?.message).toContain('back: the environment has no source queue; it has main')
    const right = await world.simulate(said, await swapping('main'))
    expect(right.failure).toBeNull()
    expect(right.checks.find(({ name }) => name.startsWith('back'))?.detail).toBe(
      "would lifeboat restore --mode swap --source main --backup '2 weeks ago'",
    )
    const wants = ({ facts }: Report) => facts.find(({ label }) => label === 'the run will want')?.text
    expect(wants(right)).toMatch(
      /^--confirm test and --reason "…", for back; confirm is not given, no reason/,
    )
    const other = await world.simulate({ ...said, confirm: 'other' }, await swapping('main'))
    expect(other.failure?.kind).toBe('refused')
    const beside = await world.simulate({ answers: new Map([['choose', 'short']]) }, await swapping('queue'))
    expect([beside.failure, wants(beside)]).toEqual([null, undefined])
  })

  test('says which variables of a step are not set', async () => {
    const asking = await read(text.replace('https://shop.example/health', '${APP_URL}/health'))
    const { checks } = await newWorld().simulate({ answers: new Map([['choose', 'short']]) }, asking)
    expect([checks.at(-1)?.status, checks.at(-1)?.detail]).toEqual([
      'degraded',
      expect.stringContaining('APP_URL is not set here'),
    ])
  })
})

async function read(of: string): Promise<Runbook> {
  const { createHash } = await import('node:crypto')
  return parseRunbook(of, 'runbooks/INC-042-thing.yml', createHash('sha256').update(of).digest('hex'), {
    scenarios: ['single-server-failure'],
    checkVerb: () => new Map(),
  })
}

function statuses(report: { checks: { name: string; status: string }[] }): Record<string, string> {
  return Object.fromEntries(report.checks.map(({ name, status }) => [name.split(':')[0], status]))
}

interface Options {
  failing?: Set<string>
  killedAt?: string
  unwell?: boolean
  tellFails?: boolean
  storeIsDown?: boolean
  interrupted?: Set<string>
  /** Names of the stores; one by default. */
  stores?: readonly string[]
  /** Those of them that do not answer now. */
  down?: ReadonlySet<string>
  reason?: string | null
}

function newWorld(options: Options = {}) {
  const store = memoryStore({ name: 'one' })
  const clock: FakeClock = fakeClock()
  const commands: string[] = []
  const given: [string, string][] = []
  const told: { message: Message; channels: readonly string[] }[] = []
  const failing = options.failing ?? new Set<string>()
  const interrupted = options.interrupted ?? new Set<string>()
  let killAt = options.killedAt ?? null
  const steps: StepPorts = {
    operate: async ({ verb }, handed) => {
      commands.push(verb)
      given.push(...handed)
      if (failing.has(verb)) throw new Failure('unavailable', 'the application did not start')
      return null
    },
    command: async (_what, [program = '']) => {
      commands.push(program)
      await world.whileCommand?.()
      if (killAt === program) {
        killAt = null
        world.stop.abort(new Failure('cancelled', 'killed'))
        world.stop = new AbortController()
        throw new Error('killed')
      }
      const late = new Failure('unavailable', `${program} took longer than 1m`)
      if (interrupted.has(program)) throw new Interrupted(late, undefined)
      if (failing.has(program)) throw new Failure('unavailable', `${program} ended with code 1`)
    },
    probe: () => ({
      what: 'https://shop.example/health',
      wait: async () => {
        if (options.unwell === true) throw new Failure('unavailable', 'it answered 500')
        return { attempts: 1 }
      },
    }),
    failOver: async ({ replica }) => {
      await world.whileFailingOver?.()
      world.promoted.push(replica.text)
      return { promotedNow: true, lastChangeAt: null, detail: 'the replica takes writes' }
    },
    ask: async () => null,
  }
  const watched: Store = new Proxy(store, {
    get: (target, name) => {
      const own: unknown = Reflect.get(target, name)
      if (name !== 'put') return typeof own === 'function' ? own.bind(target) : own
      return async (...words: Parameters<Store['put']>) => {
        if (words[0].includes('/ledger/')) await world.beforeFirstEvent?.()
        return await target.put(...words)
      }
    },
  })
  const others = (options.stores ?? []).slice(1).map((name) => memoryStore({ name }))
  const all = [watched, ...others].map((one) =>
    faultyStore(one, () =>
      options.storeIsDown === true || options.down?.has(one.name) === true
        ? { when: 'before', failure: new Failure('unavailable', 'the store does not answer') }
        : null,
    ),
  )
  const ports = (own: TestKeys) =>
    backupPorts(all, own, {
      clock,
      signal: world.stop.signal,
    })
  const keysIn = async () => {
    const found: string[] = []
    for await (const { key } of store.list('', new AbortController().signal)) found.push(key)
    return found
  }
  const world = {
    clock,
    commands,
    given,
    told,
    failing,
    interrupted,
    stop: new AbortController(),
    beforeFirstEvent: undefined as (() => Promise<void>) | undefined,
    whileCommand: undefined as (() => Promise<void>) | undefined,
    promoted: [] as string[],
    whileFailingOver: undefined as (() => Promise<void>) | undefined,
    beforeTelling: undefined as ((channels: readonly string[]) => void) | undefined,
    ports,
    keys: keysIn,
    /** As it stands in the ledger. */
    verdictOfTheEnd: (): string | undefined => {
      type Told = { details?: { entry?: string }; outcome?: { verdict: string } }
      return [...store.objects.values()]
        .map((versions) => versions.at(-1)?.bytes.toString() ?? '')
        .filter((text) => text.startsWith('{'))
        .map((text) => JSON.parse(text) as Told)
        .find(({ details }) => details?.entry === 'ended')?.outcome?.verdict
    },
    simulate: async (said: Partial<SimulationInput>, of: Runbook = runbook) => {
      await using opened = await ports(keys)
      const nothing = {
        answers: new Map(),
        done: new Set<string>(),
        skip: new Set<string>(),
        given: new Map(),
      }
      const all: SimulationInput = { ...nothing, confirm: null, ...said }
      return simulateRunbook(environment, of, all, {
        ...opened,
        checkVerb: () => new Map(),
        isSet: () => false,
      })
    },
    onlyRun: async () => {
      const { readJournals } = await import('../../../src/operations/runbook/journal.ts')
      await using own = await ports(keys)
      const [run = ''] = (await readJournals(environment, 0, own)).keys()
      return run
    },
    run: async (
      input: Partial<RunbookInput>,
      of: Runbook = runbook,
      own: TestKeys = keys,
      from: Environment = environment,
    ) => {
      await using opened = await ports(own)
      return await runRunbook(
        from,
        of,
        {
          run: null,
          beganAt: null,
          answers: new Map(),
          done: new Set(),
          skip: new Set(),
          given: new Map(),
          isAnother: false,
          confirm: environment.environment,
          options: new Map(),
          ...input,
        },
        {
          ...opened,
          run: { ...opened.run, reason: options.reason === undefined ? 'it broke' : options.reason },
          checkVerb: () => new Map(),
          steps,
          tell: async (message, channels) => {
            world.beforeTelling?.(channels)
            if (options.tellFails === true) throw new Failure('unavailable', 'nobody answers')
            told.push({ message, channels })
          },
        },
      )
    },
  }
  return world
}
