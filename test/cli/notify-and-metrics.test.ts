import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { z } from 'zod'
import { type HttpInbox, startHttpInbox } from '../support/channels/http-inbox.ts'
import { parseExposition } from '../support/metrics/exposition.ts'
import { lifeboat } from './command-line.ts'

let directory: string
let inbox: HttpInbox
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'lifeboat-cli-'))
  inbox = await startHttpInbox()
})
afterEach(async () => {
  await inbox[Symbol.asyncDispose]()
  await rm(directory, { recursive: true, force: true })
})

async function write(environment: string, root: Record<string, unknown> = {}): Promise<void> {
  await mkdir(join(directory, 'environments'), { recursive: true })
  const file = {
    environment,
    objectives: { rpo: '15m' },
    sources: [{ name: 'main', type: 'postgres', url: '${DATABASE_URL}' }],
    stores: [{ name: 'folder', type: 'local', path: `./backups-${environment}` }],
    encryption: 'none',
    ...root,
  }
  await writeFile(join(directory, `environments/${environment}.yml`), stringify(file))
}

describe('lifeboat notify test', () => {
  const channels = [
    { name: 'hook', type: 'webhook', url: '${HOOK_URL}' },
    { name: 'dead', type: 'webhook', url: 'http://127.0.0.1:1/secret-path' },
  ]
  const variables = () => ({ HOOK_URL: `${inbox.url}/canary-path` })

  test('reaches every channel with a message marked as a test, and says what each answered', async () => {
    await write('dev', { notifications: { channels } })
    const words = ['notify', 'test', '--environment', 'dev', '--json']
    const { code, stdout, stderr } = await lifeboat(words, { directory, variables: variables() })
    expect(code).toBe(6)
    expect(JSON.parse(stdout)).toMatchObject({
      channels: [
        { channel: 'hook', told: true, failure: null },
        { channel: 'dead', told: false, failure: { kind: 'unavailable' } },
      ],
    })
    expect(JSON.parse(inbox.received[0]?.body ?? '')).toMatchObject({ state: 'test', severity: 'info' })
    expect(inbox.received[0]?.body).toContain('TEST')
    expect(stdout + stderr).not.toMatch(/canary-path|secret-path/)
  })

  test('reaches the one that is asked for, and is content with it', async () => {
    await write('dev', { notifications: { channels } })
    const words = ['notify', 'test', '--environment', 'dev', '--channel', 'hook']
    expect((await lifeboat(words, { directory, variables: variables() })).code).toBe(0)
    expect(inbox.received).toHaveLength(1)
  })

  test('is `config` where there is no such channel, or none at all', async () => {
    await write('dev')
    expect((await lifeboat(['notify', 'test', '--environment', 'dev'], { directory })).code).toBe(2)
    await write('dev', { notifications: { channels } })
    const words = ['notify', 'test', '--environment', 'dev', '--channel', 'nobody']
    const { code, stderr } = await lifeboat(words, { directory, variables: variables() })
    expect(code).toBe(2)
    expect(stderr).toContain('hook, dead')
  })
})

describe('lifeboat metrics', () => {
  test('counts over no window of no length, and says what is accepted', async () => {
    await write('dev')
    const words = ['metrics', '--environment', 'dev', '--window', '0s']
    const { code, stderr } = await lifeboat(words, { directory })
    expect(code).toBe(2)
    expect(stderr).toMatch(/window.*accepted: a number with a unit/)
  })

  test('writes the figures of several environments to one file, in one step', async () => {
    await write('dev')
    await write('staging')
    await writeFile(join(directory, 'lifeboat.prom'), 'old')
    const words = ['metrics', '--environment', 'dev; staging', '--file', 'lifeboat.prom']
    expect((await lifeboat(words, { directory })).code).toBe(0)
    const all = parseExposition(await readFile(join(directory, 'lifeboat.prom'), 'utf8'))
    const ups = all.filter(({ name }) => name === 'lifeboat_environment_up')
    expect(ups.map(({ labels, value }) => [labels['environment'], value])).toEqual([
      ['dev', 1],
      ['staging', 1],
    ])
    expect((await readdir(directory)).filter((name) => name.includes('prom'))).toEqual(['lifeboat.prom'])
  })

  test('prints them to standard output without a file, and refuses a file that no collector reads', async () => {
    await write('dev')
    const words = ['metrics', '--environment', 'dev']
    const { code, stdout, stderr } = await lifeboat(words, { directory })
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(parseExposition(stdout).map(({ name }) => name)).toContain('lifeboat_environment_up')
    const json = await lifeboat([...words, '--json'], { directory })
    expect(JSON.parse(json.stdout)).toHaveProperty('metrics')
    const refused = await lifeboat([...words, '--file', 'm.txt'], { directory })
    expect(refused).toMatchObject({ code: 2, stdout: '' })
    expect(refused.stderr).toMatch(/--file .*\.prom/)
  })

  test('pushes each environment as a group of its own, with a password that nobody sees', async () => {
    const metrics = { pushgateway: '${GATEWAY}', user: 'pusher', password: '${GATEWAY_PASSWORD}' }
    await write('dev', { metrics })
    const { code, stderr } = await lifeboat(['metrics', '--environment', 'dev', '--push'], {
      directory,
      variables: { GATEWAY: `${inbox.url}/`, GATEWAY_PASSWORD: 'canary-4711' },
    })
    expect(code).toBe(0)
    expect(inbox.received).toMatchObject([{ method: 'PUT', path: '/metrics/job/lifeboat/environment/dev' }])
    const [received] = inbox.received
    expect(received?.headers.authorization).toBe(
      `Basic ${Buffer.from('pusher:canary-4711').toString('base64')}`,
    )
    expect(parseExposition(received?.body ?? '').length).toBeGreaterThan(3)
    expect(stderr).not.toContain('canary')
  })

  test('ends as `unavailable` when the gateway does not answer, and still writes the file', async () => {
    await write('dev', { metrics: { pushgateway: 'http://127.0.0.1:1' } })
    const words = ['metrics', '--environment', 'dev', '--push', '--file', 'out.prom']
    expect((await lifeboat(words, { directory })).code).toBe(6)
    expect(parseExposition(await readFile(join(directory, 'out.prom'), 'utf8')).length).toBeGreaterThan(3)
  })
})

describe('lifeboat report compliance', () => {
  test('writes HTML or Markdown by the name of the file, and JSON when it is asked for', async () => {
    await write('dev')
    const words = ['report', 'compliance', '--environment', 'dev', '--from', '2026-01-01']
    const html = await lifeboat([...words, '--file', 'report.html', '--json'], { directory })
    expect(html.code).toBe(0)
    const found = z.looseObject({ environment: z.string(), from: z.number() }).parse(JSON.parse(html.stdout))
    expect(found).toMatchObject({ environment: 'dev', from: Date.UTC(2026, 0, 1) })
    expect(await readFile(join(directory, 'report.html'), 'utf8')).toMatch(/^<!doctype html>/)
    expect((await lifeboat([...words, '--file', 'report.md'], { directory })).code).toBe(0)
    expect(await readFile(join(directory, 'report.md'), 'utf8')).toMatch(/^# Compliance report/)
  })

  test('is printed to standard output without a file', async () => {
    await write('dev')
    const { stdout, stderr } = await lifeboat(['report', 'compliance', '--environment', 'dev'], { directory })
    expect(stderr).toBe('')
    expect(stdout).toMatch(/^# Compliance report/)
  })

  test('refuses a period that ends before it begins, and what is no date', async () => {
    await write('dev')
    const words = ['report', 'compliance', '--environment', 'dev']
    for (const period of [
      ['--from', '2026-02-01', '--to', '2026-01-01'],
      ['--from', 'yesterday'],
      ['--from', '2026-02-31x'],
    ])
      expect((await lifeboat([...words, ...period], { directory })).code).toBe(2)
  })
})
