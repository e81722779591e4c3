import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, test } from 'vitest'
import { createHeartbeat } from '../../src/channels/heartbeat.ts'
import { Failure } from '../../src/domain/failure.ts'
import { cancelled, degraded, failed, passed } from '../reports/examples.ts'

const secret = 'b3c0ffee-ping-token'

async function startMonitor(answers: readonly (number | 'hang' | 'cut')[] = [], location = '') {
  const pings: string[] = []
  const server = createServer((request, response) => {
    const answer = answers[pings.length] ?? 200
    pings.push(`${request.method} ${request.url}`)
    if (answer === 'cut') request.socket.destroy()
    else if (answer !== 'hang')
      response.writeHead(answer, location === '' ? {} : { location }).end(`echo of ${request.url}`)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/${secret}`,
    pings,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function heartbeatTo(url: string, options: { signal?: AbortSignal; timeout?: number } = {}) {
  const pauses: number[] = []
  const channel = createHeartbeat({
    url,
    clock: {
      now: () => 0,
      ticks: () => 0,
      every: () => ({ [Symbol.dispose]: () => undefined }),
      sleep: async (span) => {
        pauses.push(span)
      },
    },
    random: { bytes: (count) => new Uint8Array(count).fill(128) },
    signal: new AbortController().signal,
    ...options,
  })
  return { channel, pauses }
}

describe('a heartbeat', () => {
  test('is sent once after a backup and after a proof that passed', async () => {
    await using monitor = await startMonitor()
    const { channel } = heartbeatTo(monitor.url)
    expect(await channel.tell(passed)).toEqual({ done: 'pinged', url: null })
    expect(await channel.tell({ ...passed, operation: 'backup' })).toEqual({ done: 'pinged', url: null })
    expect(monitor.pings).toEqual([`GET /${secret}`, `GET /${secret}`])
  })

  test.each([
    ['failed', failed],
    ['degraded', degraded],
    ['was cancelled', cancelled],
    [
      'missed an objective',
      { ...passed, objectives: passed.objectives.map((each) => ({ ...each, met: false })) },
    ],
    ['only made a plan', { ...passed, operation: 'plan' as const }],
  ])('is not sent by a run that %s', async (_, report) => {
    await using monitor = await startMonitor()
    expect(await heartbeatTo(monitor.url).channel.tell(report)).toEqual({ done: 'nothing', url: null })
    expect(monitor.pings).toEqual([])
  })

  test('is tried again, ever later, while the monitor is out of reach', async () => {
    await using monitor = await startMonitor([503, 'cut', 429])
    const { channel, pauses } = heartbeatTo(monitor.url)
    expect(await channel.tell(passed)).toMatchObject({ done: 'pinged' })
    expect(monitor.pings).toHaveLength(4)
    expect(pauses).toEqual([1_250, 2_500, 5_000])
  })

  test('ends as `unavailable` when nobody hears it', async () => {
    await using monitor = await startMonitor([500, 500, 500, 500, 500])
    await expect(heartbeatTo(monitor.url).channel.tell(passed)).rejects.toMatchObject({ kind: 'unavailable' })
    expect(monitor.pings).toHaveLength(4)
  })

  test('does not wait for a monitor that does not answer', async () => {
    await using monitor = await startMonitor(['hang', 'hang', 'hang', 'hang'])
    const { channel } = heartbeatTo(monitor.url, { timeout: 20 })
    await expect(channel.tell(passed)).rejects.toMatchObject({ kind: 'unavailable' })
  })

  test('that is not known there is `config`, and not tried again', async () => {
    await using monitor = await startMonitor([404])
    await expect(heartbeatTo(monitor.url).channel.tell(passed)).rejects.toMatchObject({ kind: 'config' })
    expect(monitor.pings).toHaveLength(1)
  })

  test('that leads elsewhere is not followed, and was not heard', async () => {
    await using elsewhere = await startMonitor()
    await using monitor = await startMonitor([302], elsewhere.url)
    await expect(heartbeatTo(monitor.url).channel.tell(passed)).rejects.toMatchObject({ kind: 'config' })
    expect([monitor.pings.length, elsewhere.pings]).toEqual([1, []])
  })

  test.each(['not a url secret-word', 'ftp://secret-word.example', 'https://user:secret-word@example.com/'])(
    'with an address that cannot be right is `config`',
    async (url) => {
      await expect(heartbeatTo(url).channel.tell(passed)).rejects.toMatchObject({ kind: 'config' })
    },
  )

  test('gives its address away in no failure', async () => {
    await using monitor = await startMonitor([404])
    const nobody = 'http://secret-host.invalid:1/secret-word'
    for (const url of [monitor.url, nobody, 'secret-word']) {
      const failure: unknown = await heartbeatTo(url)
        .channel.tell(passed)
        .catch((thrown: unknown) => thrown)
      expect(failure).toBeInstanceOf(Failure)
      expect(failure).not.toHaveProperty('cause')
      expect(JSON.stringify({ ...(failure as object), text: String(failure) })).not.toMatch(
        /secret|b3c0ffee|127\.0/,
      )
    }
  })

  test('stops with the run', async () => {
    await using monitor = await startMonitor(['hang'])
    const stop = new AbortController()
    const told = heartbeatTo(monitor.url, { signal: stop.signal }).channel.tell(passed)
    const reason = new Error('stopped')
    stop.abort(reason)
    await expect(told).rejects.toBe(reason)
  })
})
