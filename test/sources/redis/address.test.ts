import { expect, it } from 'vitest'
import { enterRedis, parseRedisAddress } from '../../../src/sources/redis/address.ts'

it('a password is what its percent-encoding means', () => {
  expect(parseRedisAddress('redis://app:s3cr%2Ft@cache/', 'target').password).toBe('s3cr/t')
})

it.each(['redis://app:hunter2-100%@cache/', 'redis://100%:hunter2@cache/', 'unix://:hunter2@/run/100%'])(
  'a wrong percent-encoding is a mistake of the URL, and nothing of it is shown: %s',
  (url) => {
    expect(() => parseRedisAddress(url, 'target')).toThrow(
      expect.objectContaining({
        kind: 'config',
        message: 'target: the connection URL has a wrong percent-encoding',
      }),
    )
  },
)

it.each([
  ['redis://app:hunter2@127.0.0.1:1/', '127.0.0.1:1'],
  ['redis://app:hunter2@[::1]:1/', '[::1]:1'],
  ['unix://:hunter2@/nowhere/redis.sock', '/nowhere/redis.sock'],
])('a server that does not answer is named by its place, without the password: %s', async (url, place) => {
  await expect(
    enterRedis(parseRedisAddress(url, 'target'), new AbortController().signal),
  ).rejects.toMatchObject({
    kind: 'unavailable',
    message: expect.stringMatching(
      new RegExp(
        `^Redis at ${place.replaceAll(/[[\]]/g, String.raw`\$&`)} could not be reached \\(E[A-Z]+\\)$`,
      ),
    ),
  })
})
