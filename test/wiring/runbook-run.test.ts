import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text as readAll } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { commandLine, lifeboat } from '../cli/command-line.ts'
import { makeSigningKeys } from '../../src/vault/signing.ts'
import { startHttpInbox } from '../support/channels/http-inbox.ts'

const environment = (publicKey: string) => `environment: dev
sources: [{ name: main, type: postgres, url: "\${DATABASE_URL}" }]
stores: [{ name: disk, type: local, path: ./store }]
encryption: none
signing: { backup: ${publicKey} }
`
const runbook = `incident: INC-007
title: The queue is lost
severity: high
rto: 15m
detection: [Nothing is paid]
drill: redis-failure
steps:
  - { id: ping, title: Ping, type: command, run: [cat, no-such-file], variables: [QUEUE_URL], on-failure: go-on }
  - { id: look, title: Look, type: decision, question: Lost?, answers: { lost: restore, found: end } }
  - { id: restore, title: Restore, type: operation, verb: restore, with: { mode: swap, source: main }, ask: { backup: Which? } }
verification:
  - { id: well, title: Well, type: command, run: ["true"] }
`

describe('a run of a runbook, as a person types it', () => {
  let place: string
  beforeAll(async () => {
    place = await mkdtemp(join(tmpdir(), 'lifeboat-runbook-'))
    for (const folder of ['elsewhere', 'runbooks', 'store', 'empty']) await mkdir(join(place, folder))
    const { publicKey, secretKey } = makeSigningKeys()
    await writeFile(join(place, 'elsewhere/dev.yml'), environment(publicKey))
    await writeFile(join(place, 'key.txt'), secretKey)
    await writeFile(join(place, 'runbooks/INC-007-queue.yml'), runbook)
  })
  afterAll(() => rm(place, { recursive: true }))

  const run = (words: readonly string[]) =>
    lifeboat(words, { directory: place, variables: { DATABASE_URL: 'postgres://me@127.0.0.1:1/none' } })
  const at = ['--environment', 'dev', '--config', 'elsewhere/dev.yml']
  const signed = ['--signing-key-file', 'key.txt']
  const begin = ['runbook', 'run', ...at, '--incident', 'INC-007']
  const consent = ['--confirm', 'dev', '--reason', "the queue isn't there"]

  /** The one printed command with these words, as a shell understands it when it is pasted. */
  const pasted = async (printed: string, words: string, verb = 'run'): Promise<string[]> => {
    const line = printed
      .split('\n')
      .find((each) => each.trimStart().startsWith(`lifeboat runbook ${verb} `) && each.includes(words))
    const script = `lifeboat() { printf '%s\\0' "$@"; }\n${line ?? 'exit 1'}`
    const { stdout } = await promisify(execFile)('sh', ['-c', script])
    return stdout.split('\0').slice(0, -1)
  }

  test('begins nothing without the key that signs its lines, or without the consent that a step will want', async () => {
    const unsigned = await run([...begin, ...consent])
    expect([unsigned.code, unsigned.stderr]).toEqual([2, expect.stringContaining('no signing key was given')])
    const unconfirmed = await run([...begin, ...signed])
    expect([unconfirmed.code, unconfirmed.stderr]).toEqual([
      4,
      expect.stringContaining('confirm is not given; no reason is given'),
    ])
    for (const { stderr } of [unsigned, unconfirmed]) expect(stderr).not.toContain('no-such-file')
  })

  test('leads on by the commands that it prints, each pasted as it is', async () => {
    const first = await run([...begin, ...signed, ...consent])
    expect(first.code).toBe(0)
    const lost = await pasted(first.stderr, 'look=lost')
    const asked = await run(lost)
    expect(asked.stderr).toContain('Which?')
    const given = await pasted(asked.stderr, 'restore.backup=')
    expect(given).toEqual([...lost.slice(0, -2), '--give', 'restore.backup=…'])
    const done = await run(given.map((word) => word.replace('…', 'latest')))
    // It got as far as to look for a backup, and there is none.
    expect(done.code).toBe(3)
    const again = await run(await pasted(done.stderr, 'restore=again'))
    expect(again.code).toBe(3)
    const over = await run(await pasted(done.stderr, '--done restore'))
    expect(over.stderr).toMatch(/well: Well: true ended well/)
  })

  test('says of a program that failed how to see why', async () => {
    const { stderr } = await run([...begin, ...signed, '--answer', 'look=found'])
    const flat = stderr.replaceAll(/\s+/g, ' ')
    expect(flat).toContain('LIFEBOAT_ENVIRONMENT=dev LIFEBOAT_INCIDENT=INC-007 cat no-such-file')
    expect(flat).toContain('QUEUE_URL is not set')
  })

  test('runs no program again unasked that its time has ended', async () => {
    const folder = join(place, 'late')
    await mkdir(folder)
    const steps = 'steps:\n  - { id: half, title: Half, type: command, run: [sleep, "60"], timeout: 1s }\n'
    const text = runbook.replace('INC-007', 'INC-010').replace(/steps:[^]*(?=verification:)/, steps)
    await writeFile(join(folder, 'INC-010-half.yml'), text)
    const own = ['runbook', 'run', ...at, '--incident', 'INC-010', '--folder', 'late', ...signed]
    const { code, stderr } = await run(own)
    expect([code, await pasted(stderr, 'half=again')]).toEqual([6, expect.arrayContaining(['--answer'])])
    const [id = ''] = /INC-010-\d{8}T\d{6}Z-\w+/.exec(stderr) ?? []
    const next = await run([...own, '--run', id])
    expect([next.code, next.stderr]).toEqual([0, expect.stringContaining('was begun before')])
  })

  test('is listed until it has ended, keeps another from beginning, and is abandoned with a reason', async () => {
    const { stderr } = await run([...begin, ...signed, ...consent])
    const [id = ''] = /INC-007-\d{8}T\d{6}Z-\w+/.exec(stderr) ?? []
    const listed = async () => (await run(['runbook', 'list', ...at])).stderr
    const goesOn = [
      '--environment',
      'dev',
      '--incident',
      'INC-007',
      '--run',
      id,
      '--config',
      'elsewhere/dev.yml',
    ]
    expect(await pasted(await listed(), id)).toEqual(['runbook', 'run', ...goesOn])
    const second = await run([...begin, ...signed, ...consent])
    expect(second.code).toBe(4)
    expect(await pasted(second.stderr, id)).toContain(id)
    const other = await run([...begin, ...signed, ...consent, '--run', 'new', '--answer', 'look=found'])
    expect(other.code).toBe(0)
    const abandoning = async (printed: string) =>
      (await pasted(printed, id, 'abandon')).map((word) => word.replace('…', 'begun twice'))
    expect((await run(await abandoning(await listed()))).code).toBe(2)
    expect((await run(await abandoning(second.stderr))).code).toBe(0)
    expect(await listed()).not.toContain(id)
  })

  test('that was stopped says the command that goes on with it, which works as it stands', async () => {
    const asked = Promise.withResolvers<void>()
    let isWell = false
    const server = createServer((_request, response) => {
      if (isWell) response.end('well')
      else asked.resolve()
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    try {
      const { port } = server.address() as AddressInfo
      const text = runbook.replace('INC-007', 'INC-009').replace(/steps:[^]*/, '')
      await mkdir(join(place, 'stopped'))
      await writeFile(
        join(place, 'stopped/INC-009-queue.yml'),
        `${text}steps: [{ id: done, title: Done, type: command, run: ["true"] }]
verification: [{ id: well, title: Well, type: http, url: "http://127.0.0.1:${port}/", attempts: 1, timeout: 1m }]
`,
      )
      const words = ['runbook', 'run', ...at, '--incident', 'INC-009', '--folder', 'stopped', ...signed]
      const child = spawn(process.execPath, commandLine(words), {
        cwd: place,
        env: { PATH: process.env['PATH'], HOME: place, DATABASE_URL: 'postgres://me@127.0.0.1:1/none' },
        stdio: ['ignore', 'ignore', 'pipe'],
      })
      const printed = readAll(child.stderr)
      await asked.promise
      child.kill('SIGINT')
      const stderr = await printed
      isWell = true
      const [id = ''] = /INC-009-\d{8}T\d{6}Z-\w+/.exec(stderr) ?? []
      const over = await run(await pasted(stderr, `--run ${id}`))
      expect(over.code).toBe(0)
      expect(over.stderr).toMatch(/The runbook INC-009 was carried out/)
    } finally {
      server.closeAllConnections()
      server.close()
    }
  })

  describe('is told', () => {
    const told = `incident: INC-008
title: The queue is stuck
severity: high
rto: 15m
detection: [Nothing is paid]
drill: redis-failure
steps:
  - { id: look, title: Look, type: manual, do: Look at it. }
  - { id: mend, title: Mend, type: command, run: [test, -e, mended], again: safe }
verification:
  - { id: well, title: Well, type: command, run: ["true"] }
escalation: [{ after: 1m, who: the head, channel: hook }]
communication: { begin: "{incident}", end: "Over." }
`
    const noticeSchema = z.looseObject({
      state: z.string(),
      alert: z.string(),
      key: z.string(),
      title: z.string(),
    })

    test('to its end: under the key of its trouble, which no other incident ends, and of which waiting is none', async () => {
      await using inbox = await startHttpInbox()
      const { publicKey, secretKey } = makeSigningKeys()
      await writeFile(join(place, 'told-key.txt'), secretKey)
      const channels = `notifications: { channels: [{ name: hook, type: webhook, url: "${inbox.url}" }] }\n`
      const file = `${environment(publicKey).replace('./store', './told-store')}${channels}`
      await writeFile(join(place, 'elsewhere/told.yml'), file)
      await mkdir(join(place, 'told'))
      await mkdir(join(place, 'told-store'))
      await writeFile(join(place, 'told/INC-008-queue.yml'), told)
      const options = ['--environment', 'dev', '--config', 'elsewhere/told.yml', '--signing-key-file']
      const words = [
        'runbook',
        'run',
        ...options,
        'told-key.txt',
        '--folder',
        'told',
        '--incident',
        'INC-008',
      ]
      const heard = () => inbox.received.map(({ body }) => noticeSchema.parse(JSON.parse(body)))
      const news = () => heard().filter(({ key }) => key.startsWith('lifeboat/dev/runbook'))

      const first = await run(words)
      const [id = ''] = /INC-008-\d{8}T\d{6}Z-\w+/.exec(first.stderr) ?? []
      expect(first.code).toBe(0)
      // Another that is refused is read by whoever typed it.
      expect((await run(words)).code).toBe(4)
      expect(news()).toEqual([])
      expect((await run([...words, '--run', id, '--done', 'look'])).code).toBe(6)
      expect((await run([...words, '--run', 'new', '--done', 'look;mend'])).code).toBe(0)
      await writeFile(join(place, 'mended'), '')
      const began = new Date(Date.now() - 120_000).toISOString()
      expect((await run([...words, '--run', 'new', '--began', began, '--done', 'look'])).code).toBe(0)
      expect((await run([...words, '--run', id])).code).toBe(0)

      const [trouble, other, end, ...more] = news()
      expect(trouble).toMatchObject({
        state: 'trouble',
        title: 'Runbook INC-008 of dev failed (unavailable)',
      })
      expect(other).toMatchObject({
        state: 'success',
        alert: 'runbook-degraded',
        title: 'Runbook INC-008 of dev has come to its end, but not all is well',
      })
      expect(end).toMatchObject({
        state: 'recovered',
        alert: 'runbook-recovered',
        title: 'Runbook INC-008 of dev has come to its end',
      })
      expect(end?.key).toBe(trouble?.key)
      expect(other?.key).not.toBe(trouble?.key)
      expect(more).toEqual([])
      const late = heard().filter(({ key }) => key.includes(`/INC-008/${began}`))
      expect(late.map(({ state, alert, key }) => [state, alert, key.split('/')[2]])).toEqual([
        ['communication', 'communication', 'communication'],
        ['escalation', 'escalation', 'escalation'],
        ['recovered', 'escalation-recovered', 'escalation'],
        ['communication', 'communication', 'communication'],
      ])
    })
  })

  test('is no question where no runbook stands', async () => {
    const { code, stderr } = await run(['runbook', 'list', '--folder', 'empty'])
    expect([code, stderr]).toEqual([0, expect.stringContaining('There is no runbook in empty')])
  })
})
