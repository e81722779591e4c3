import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Failure } from '../../src/domain/failure.ts'
import { createHealthProbe } from '../../src/targets/health.ts'
import { fakeClock } from '../support/ports/clock.ts'

let server: Server
let url: string
/** What the application answers, one after another; the last for good. Null never answers. */
let answers: (number | null)[]
let asked: number
beforeEach(async () => {
  asked = 0
  server = createServer((_request, response) => {
    const status = answers[Math.min(asked, answers.length - 1)] ?? null
    asked += 1
    if (status === null) return
    response.writeHead(status, status === 302 ? { location: '/elsewhere' } : {}).end('canary')
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/health?token=canary`
})
afterEach(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => {
    server.close(resolve)
  })
})

const signal = new AbortController().signal
const probe = (change: Partial<Parameters<typeof createHealthProbe>[0]> = {}) =>
  createHealthProbe({ url, attempts: 30, interval: 10_000, timeout: 2_000, status: 200, ...change })

describe('the health of an application', () => {
  it('is well at the first good answer, and asked again after each other one', async () => {
    answers = [503, 302, 200]
    const clock = fakeClock()
    expect(await probe().wait(clock, signal)).toEqual({ attempts: 3 })
    expect(clock.sleeps).toEqual([10_000, 10_000])
  })

  it('is given up after the last attempt, with what was answered then', async () => {
    answers = [503]
    const clock = fakeClock()
    await expect(probe({ attempts: 4 }).wait(clock, signal)).rejects.toMatchObject({
      kind: 'unavailable',
      message: expect.stringContaining('it answered 503, not 200') as unknown,
    })
    expect(asked).toBe(4)
    expect(clock.sleeps).toHaveLength(3)
  })

  it('speaks of a restored database only to whoever has restored one', async () => {
    answers = [503]
    const hintOf = (change: { whenUnwell?: string }) =>
      probe({ attempts: 1, ...change })
        .wait(fakeClock(), signal)
        .catch((error: unknown) => (error instanceof Failure ? error.hint : null))
    expect(await hintOf({})).toBe('Look at the log of the application, and whether this is its URL.')
    expect(await hintOf({ whenUnwell: 'The restored database stays.' })).toMatch(
      /The restored database stays\.$/,
    )
  })

  it('is asked again when nobody answers in time', async () => {
    // Long enough for a busy machine to answer the second time.
    answers = [null, 204]
    expect(await probe({ timeout: 2_000, status: 204 }).wait(fakeClock(), signal)).toEqual({ attempts: 2 })
  })

  it('is not well while nobody listens', async () => {
    const closed = probe({ url: 'http://127.0.0.1:9/health', attempts: 2 })
    await expect(closed.wait(fakeClock(), signal)).rejects.toMatchObject({ kind: 'unavailable' })
  })

  it('stops being asked when the run is stopped', async () => {
    answers = [503]
    const stop = new AbortController()
    const clock = { ...fakeClock(), sleep: async () => stop.abort(new Error('stopped')) }
    await expect(probe().wait(clock, stop.signal)).rejects.toThrow('stopped')
    expect(asked).toBe(1)
  })

  it('names neither the query nor a password', () => {
    expect(probe({ url: 'https://user:canary@app.example/health?token=canary' }).what).toBe(
      'https://app.example/health',
    )
  })

  it.each(['no url', 'ftp://app.example/'])('cannot be asked at %s', (wrong) => {
    expect(() => probe({ url: wrong })).toThrow(/target\.health\.url/)
  })
})
