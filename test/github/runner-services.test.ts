import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterEach, describe, expect, test } from 'vitest'
import { createCache } from '../../src/github/cache.ts'
import { createMasks } from '../../src/github/masks.ts'
import { createOidcToken } from '../../src/github/oidc.ts'
import { takeRunnerTokens } from '../../src/github/runner-tokens.ts'
import type { Log } from '../../src/ports/log.ts'
import { silentLog } from '../../src/ports/log.ts'
import { capturedOutput, commandsIn } from '../support/github/captured-output.ts'

const never = new AbortController().signal

async function startService(
  answer: (request: IncomingMessage, response: ServerResponse, url: string) => unknown,
) {
  let url = ''
  const server = createServer((request, response) => void answer(request, response, url))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** As the runner hands them to a step: GitHub's libraries read the process's own environment. */
function tokensOf(variables: Record<string, string>) {
  Object.assign(process.env, variables)
  return takeRunnerTokens(process.env)
}

afterEach(() => {
  for (const name of Object.keys(process.env)) {
    if (/^(ACTIONS_|RUNNER_TEMP$|GITHUB_WORKSPACE$)/.test(name)) delete process.env[name]
  }
})

describe("the runner's tokens", () => {
  test('stand in the environment only while they are lent', async () => {
    const environment = {
      ACTIONS_RUNTIME_TOKEN: 'a',
      ACTIONS_RESULTS_URL: 'b',
      ACTIONS_STEP_DEBUG: 'c',
      HOME: 'd',
    }
    const tokens = takeRunnerTokens(environment)
    const left = { ACTIONS_STEP_DEBUG: 'c', HOME: 'd' }
    expect(environment).toEqual(left)
    const first = Promise.withResolvers<void>()
    const long = tokens.lend(() => first.promise)
    await tokens.lend(async () => undefined)
    expect(environment).toMatchObject({ ACTIONS_RUNTIME_TOKEN: 'a', ACTIONS_RESULTS_URL: 'b' })
    first.resolve()
    await long
    expect(environment).toEqual(left)
    await expect(tokens.lend(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(environment).toEqual(left)
  })
})

describe('an OIDC token', () => {
  test('is asked for with its audience, and masked', async () => {
    const asked: string[] = []
    await using service = await startService((request, response) => {
      asked.push(`${request.url} ${request.headers.authorization}`)
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify({ value: 'the.id.token' }))
    })
    const tokens = tokensOf({
      ACTIONS_ID_TOKEN_REQUEST_URL: `${service.url}/token?api-version=2.0`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'bearer-of-the-job',
    })
    const output = await capturedOutput(async () => {
      const token = await createOidcToken(tokens, createMasks(), never)('sts.amazonaws.com')
      expect(token).toBe('the.id.token')
    })
    expect(asked).toEqual(['/token?api-version=2.0&audience=sts.amazonaws.com Bearer bearer-of-the-job'])
    const masks = commandsIn(output).flatMap(({ name, message }) => (name === 'add-mask' ? [message] : []))
    expect(masks).toContain('the.id.token')
  })

  test('without the permission is `config`, and the hint names it', async () => {
    const token = createOidcToken(tokensOf({}), createMasks(), never)
    await expect(token('sts.amazonaws.com')).rejects.toMatchObject({
      kind: 'config',
      hint: expect.stringContaining('id-token: write'),
    })
  })

  test('that the service refuses is `unavailable`', async () => {
    await using service = await startService((_, response) => response.writeHead(400).end('{}'))
    const tokens = tokensOf({
      ACTIONS_ID_TOKEN_REQUEST_URL: `${service.url}/?a=b`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'bearer-of-the-job',
    })
    await capturedOutput(async () => {
      await expect(createOidcToken(tokens, createMasks(), never)('a')).rejects.toMatchObject({
        kind: 'unavailable',
      })
    })
  })
})

describe('the cache', () => {
  function openCache(url: string | null, signal = never) {
    const warnings: string[] = []
    const log: Log = { ...silentLog, warning: (text) => void warnings.push(text) }
    const variables = url === null ? {} : { ACTIONS_CACHE_URL: `${url}/`, ACTIONS_RUNTIME_TOKEN: 'runtime' }
    const tokens = tokensOf({ RUNNER_TEMP: folder, GITHUB_WORKSPACE: folder, ...variables })
    return { cache: createCache({ folder: join(folder, 'kept'), tokens, log, signal }), warnings }
  }
  let folder = ''

  /** The service behind the library, in its first version: keys, and archives in parts. */
  function startCacheService() {
    const archives = new Map<string, Buffer>()
    const keys: string[] = []
    return startService(async (request, response, url) => {
      const { pathname, searchParams } = new URL(request.url ?? '', url)
      const body = await buffer(request)
      const [, id] = /\/caches\/(\d+)$/.exec(pathname) ?? []
      const json = (status: number, value: unknown) =>
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
      if (pathname.startsWith('/archive/'))
        return response.end(archives.get(pathname.slice('/archive/'.length)))
      if (request.method === 'GET') {
        const index = keys.indexOf(searchParams.get('keys') ?? '')
        if (index < 0) return response.writeHead(204).end()
        return json(200, { cacheKey: keys[index], archiveLocation: `${url}/archive/${index + 1}` })
      }
      if (request.method === 'PATCH') archives.set(id ?? '', body)
      if (request.method === 'POST' && id === undefined) {
        const { key } = JSON.parse(body.toString()) as { key: string }
        return json(201, { cacheId: keys.push(key) })
      }
      return json(200, {})
    })
  }

  async function inFolder(work: () => Promise<void>) {
    folder = await mkdtemp(join(tmpdir(), 'cache-'))
    try {
      await capturedOutput(work)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }

  test('brings back what was saved, and says when there is nothing', () =>
    inFolder(async () => {
      await using service = await startCacheService()
      const { cache, warnings } = openCache(service.url)
      const file = join(cache.folder, 'a.deb')
      await mkdir(cache.folder)
      await writeFile(file, 'a package')
      expect(await cache.restore([cache.folder], 'packages-1')).toBe(false)
      await cache.save([cache.folder], 'packages-1')
      await rm(cache.folder, { recursive: true })
      expect(await cache.restore([cache.folder], 'packages-1')).toBe(true)
      expect(await readFile(file, 'utf8')).toBe('a package')
      expect(warnings).toEqual([])
    }))

  test('that is not there is no warning', () =>
    inFolder(async () => {
      const { cache, warnings } = openCache(null)
      expect(await cache.restore([cache.folder], 'packages-1')).toBe(false)
      await cache.save([cache.folder], 'packages-1')
      expect(warnings).toEqual([])
    }))

  test('that fails is a warning, and the run goes on', () =>
    inFolder(async () => {
      await using service = await startCacheService()
      const { cache, warnings } = openCache(service.url)
      expect(await cache.restore([cache.folder], 'a key, which may have no comma')).toBe(false)
      await cache.save([cache.folder], 'a key, which may have no comma')
      expect(warnings).toHaveLength(2)
    }))

  test('does not hold up a run that is stopped', () =>
    inFolder(async () => {
      await using service = await startService(() => undefined)
      const stop = new AbortController()
      const { cache } = openCache(service.url, stop.signal)
      const restored = cache.restore([cache.folder], 'packages-1')
      const reason = new Error('stopped')
      stop.abort(reason)
      await expect(restored).rejects.toBe(reason)
    }))
})
