import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { enterRedis, parseRedisAddress } from '../../../src/sources/redis/address.ts'
import { RdbInspector } from '../../../src/sources/redis/rdb/inspector.ts'
import { pourRdb } from '../../../src/sources/redis/replication.ts'
import { fillSource, startSource } from '../../support/redis/redis.ts'

const signal = new AbortController().signal
let source: Awaited<ReturnType<typeof startSource>>
let file: Buffer

beforeAll(async () => {
  source = await startSource()
  await fillSource(source.session)
  file = await pour()
})
afterAll(() => source[Symbol.asyncDispose]())

async function pour(): Promise<Buffer> {
  using session = await enterRedis(parseRedisAddress(source.url(), 'the test'), signal)
  const parts: Buffer[] = []
  for await (const chunk of pourRdb(session)) parts.push(chunk)
  return Buffer.concat(parts)
}

function inspect(bytes: Buffer, size = 64 * 1024) {
  const inspector = new RdbInspector()
  for (let at = 0; at < bytes.length; at += size) inspector.feed(bytes.subarray(at, at + size))
  return inspector.end()
}

describe('an RDB file', () => {
  test('says the same in whatever pieces it comes', () => {
    const whole = inspect(file, file.length)
    const pieces = inspect(file, 7)
    expect(whole.hasChecksum).toBe(true)
    expect(pieces).toEqual(whole)
    expect(whole.keys.size).toBe(22)
  })

  test('is the same over both forms in which a server sends it', async () => {
    await source.session.ask('CONFIG', 'SET', 'repl-diskless-sync', 'no')
    const fromDisk = inspect(await pour())
    const direct = inspect(file)
    expect(fromDisk.keys).toEqual(direct.keys)
    expect(fromDisk.values).toEqual(direct.values)
  })

  test('is another one when a single value is', async () => {
    await source.session.ask('SELECT', '0')
    await source.session.ask('HSET', 'large hash', 'f17', 'another')
    const [before, after] = [inspect(file), inspect(await pour())]
    expect(after.keys).toEqual(before.keys)
    expect(after.values).not.toEqual(before.values)
  })

  test('is not believed with one byte changed, wherever', () => {
    for (let at = 0; at < file.length; at += Math.ceil(file.length / 40)) {
      const damaged = Buffer.from(file)
      damaged[at] = (damaged[at] ?? 0) ^ 0x10
      expect(() => inspect(damaged), `byte ${at}`).toThrow(expect.objectContaining({ name: 'Failure' }))
    }
  })

  test('is not believed when it ends early, or goes on after its end', () => {
    for (const length of [0, 5, 9, 1_000, file.length - 8, file.length - 1]) {
      expect(() => inspect(file.subarray(0, length)), `${length} bytes`).toThrow(/truncated/)
    }
    expect(() => inspect(Buffer.concat([file, Buffer.from('x')]))).toThrow(/malformed/)
  })
})
