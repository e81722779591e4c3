import { once } from 'node:events'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Failure } from '../../../src/domain/failure.ts'
import { openSession } from '../../../src/sources/redis/wire.ts'

const calls: Socket[] = []
const silent = createServer((socket) => calls.push(socket))

beforeAll(() => once(silent.listen(0, '127.0.0.1'), 'listening'))
afterAll(() => {
  for (const socket of calls) socket.destroy()
  return once(silent.close(), 'close')
})

const open = (signal: AbortSignal) =>
  openSession(
    { host: '127.0.0.1', port: (silent.address() as AddressInfo).port, tls: null },
    { signal, longestAnswer: 1_000 },
  )

test('a question to a server that says nothing fails by why the run was stopped', async () => {
  const stop = new AbortController()
  const stopped = new Failure('cancelled', 'stopped')
  using session = await open(stop.signal)
  const answer = session.ask('PING')
  stop.abort(stopped)
  await expect(answer).rejects.toBe(stopped)
})

test('a question to a server that says nothing in time fails as unavailable', async () => {
  const late = new AbortController()
  using session = await open(late.signal)
  const answer = session.ask('PING')
  late.abort(new DOMException('late', 'TimeoutError'))
  await expect(answer).rejects.toMatchObject({ kind: 'unavailable' })
})
