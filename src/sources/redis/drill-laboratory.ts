import { mkdir, open, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Failure } from '../../domain/failure.ts'
import type { RedisRecord } from '../../domain/manifest.ts'
import type { Milliseconds } from '../../domain/units.ts'
import type { Isolation } from '../../domain/proof.ts'
import type {
  DrillStore,
  RedisDrillLaboratory,
  RedisDrillServer,
  RedisDrillSession,
} from '../../ports/laboratory.ts'
import type { Store } from '../../ports/store.ts'
import { strikeable } from '../laboratory/strikeable-store.ts'
import { parseRedisAddress } from './address.ts'
import type { RedisContext } from './context.ts'
import { makeOwnServer, type OwnServer } from './own-server.ts'

export interface RedisDrillLaboratoryOptions {
  context: RedisContext
  /** Opens a folder as a store. */
  openFolder: (name: string, path: string) => Promise<Store>
  signal: AbortSignal
}

/** How long a server of ours may take to answer, unless its client is more patient. */
const patience = 5_000

/** Opens the place that a drill of a Redis plays in, with servers that have the databases of a backup. */
export async function openRedisDrillLaboratory(
  { databases }: RedisRecord,
  { context, openFolder, signal }: RedisDrillLaboratoryOptions,
): Promise<RedisDrillLaboratory> {
  const { random } = context
  const hex = (count: number) => Buffer.from(random.bytes(count)).toString('hex')
  await using guard = new AsyncDisposableStack()
  // Servers and stores join it for as long as the laboratory stands.
  const stack = guard.use(new AsyncDisposableStack())
  const servers = new Set<OwnServer>()
  let isolation: Isolation = 'full'
  const release = guard.move()
  return {
    get isolation() {
      return isolation
    },
    openStore: async (name): Promise<DrillStore> => {
      const path = join(context.spool, `drill-store-${hex(4)}`)
      await mkdir(path, { mode: 0o700 })
      stack.defer(() => rm(path, { recursive: true, force: true }))
      return strikeable(path, stack.use(await openFolder(name, path)))
    },
    startServer: async (name) => {
      const password = hex(16)
      const server = stack.use(
        await makeOwnServer(context, {
          // As many again, and the first, are spare for a swap.
          databases: 3 + Math.max(0, ...databases.map(({ index }) => index)) + databases.length,
          password,
          settings: [
            'appendonly yes',
            'appendfsync everysec',
            'maxmemory-policy noeviction',
            'repl-diskless-sync-delay 0',
          ],
        }),
      )
      if (!(await server.start(signal)))
        throw new Failure('unavailable', `${name} did not start (${server.program.command})`)
      if (isolation === 'full') isolation = await server.isolation()
      servers.add(server)
      return commandServer(name, server, password, signal)
    },
    demandOwn: (url) => {
      const path = url === '' ? '' : (parseRedisAddress(url, 'the drill').connection.path ?? '')
      if ([...servers].some(({ socket }) => path === socket)) return
      throw new Failure('refused', 'a drill works on nothing but the servers that it started itself')
    },
    [Symbol.asyncDispose]: () => release.disposeAsync(),
  }
}

function commandServer(
  name: string,
  server: OwnServer,
  password: string,
  signal: AbortSignal,
): RedisDrillServer {
  return {
    name,
    url: `unix://:${password}@${server.socket.split('/').map(encodeURIComponent).join('/')}`,
    get isRunning() {
      return server.isRunning
    },
    kill: () => server.kill(),
    start: () => server.start(signal),
    damage: async () => {
      if (server.isRunning) throw new Failure('refused', `${name} runs: its files are not damaged`)
      return overwriteHeads(server.folder)
    },
    empty: async () => {
      if (server.isRunning) throw new Failure('refused', `${name} runs: its files are not removed`)
      const files = await filesIn(server.folder)
      for (const file of files) await rm(file)
      return files.length
    },
    session: ({ patience: own = patience } = {}) => openDrillSession(name, server, own, signal),
  }
}

async function openDrillSession(
  name: string,
  server: OwnServer,
  patience: Milliseconds,
  signal: AbortSignal,
): Promise<RedisDrillSession> {
  const life = new AbortController()
  const within = async <T>(work: Promise<T>): Promise<T> => {
    const late = setTimeout(() => life.abort(), patience)
    try {
      return await work
    } finally {
      clearTimeout(late)
    }
  }
  const session = await within(server.session(AbortSignal.any([signal, life.signal])))
  const answer = await within(session.ask('CONFIG', 'GET', 'dir'))
  const folder = Array.isArray(answer) ? String(answer[1]) : ''
  if (folder !== server.folder) {
    session[Symbol.dispose]()
    throw new Failure('refused', `what answers in the place of ${name} was not started by this drill`)
  }
  return {
    ask: (...words) => within(session.ask(...words)),
    [Symbol.dispose]: () => session[Symbol.dispose](),
  }
}

/** Neither a number of keys nor a command can be read there any more. */
async function overwriteHeads(folder: string): Promise<number> {
  const files = await filesIn(folder)
  for (const path of files) {
    await using file = await open(path, 'r+')
    const { size } = await file.stat()
    await file.write(Buffer.alloc(Math.min(64, size)), 0, undefined, 0)
    await file.sync()
  }
  return files.length
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name))
}
