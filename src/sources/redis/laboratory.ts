import type { Isolation } from '../../domain/proof.ts'
import { Failure } from '../../domain/failure.ts'
import type { RedisContext } from './context.ts'
import { makeOwnServer, type RedisProgram } from './own-server.ts'
import { rdbName } from './source.ts'
import type { RedisSession } from './wire.ts'

export interface RedisLaboratory extends AsyncDisposable {
  readonly isolation: Isolation
  readonly program: RedisProgram
  /** Where the server's files are, as `SAVE` writes them. */
  readonly folder: string
  session(signal: AbortSignal): Promise<RedisSession>
}

/**
 * A throwaway server that loads one RDB file. It is told that it is a replica of nobody, so that no key expires in it
 * while it is looked at.
 * @param fill writes the RDB file to the path given; null for an empty server
 * @throws Failure `missing` when there is no such program, or when it is too old for the file; `integrity` when it
 * refuses the file
 */
export async function startRedisLaboratory(
  context: RedisContext,
  options: { rdbVersion: number; hasModules: boolean; highestDatabase: number },
  fill: ((path: string) => Promise<void>) | null,
  signal: AbortSignal,
): Promise<RedisLaboratory> {
  await using cleanUp = new AsyncDisposableStack()
  const server = cleanUp.use(
    await makeOwnServer(context, {
      databases: options.highestDatabase + 1,
      password: null,
      // Nobody listens there; as a replica it keeps expired keys.
      settings: ['appendonly no', 'replicaof 127.0.0.1 1', 'replica-serve-stale-data yes'],
    }),
  )
  const { program, folder, session } = server
  if (fill !== null) await server.put(rdbName, fill)
  if (!(await server.start(signal))) {
    if (fill === null)
      throw new Failure('unavailable', `the laboratory server did not start (${program.command})`)
    await cleanUp.disposeAsync()
    throw await whyRefused(context, program, options, signal)
  }
  const isolation = await server.isolation()
  const release = cleanUp.move()
  return { isolation, program, folder, session, [Symbol.asyncDispose]: () => release.disposeAsync() }
}

/** It ends without a word that a program could go by: so an empty one is asked how new the files are that it writes. */
async function whyRefused(
  context: RedisContext,
  program: RedisProgram,
  { rdbVersion, hasModules }: { rdbVersion: number; hasModules: boolean },
  signal: AbortSignal,
): Promise<Failure> {
  await using empty = await startRedisLaboratory(
    context,
    { rdbVersion, hasModules: false, highestDatabase: 0 },
    null,
    signal,
  )
  const own = await rdbVersionOf(empty, signal)
  const name = `${program.command} ${program.version}`
  if (own < rdbVersion) {
    return new Failure(
      'missing',
      `${name} of this machine reads RDB files up to version ${own}; the backup has version ${rdbVersion}`,
      {
        hint: 'Install a redis-server (or valkey-server) as new as the source or newer, and put it on PATH.',
      },
    )
  }
  if (hasModules) {
    return new Failure(
      'missing',
      `${name} of this machine does not load data of modules, which is in the backup`,
      {
        hint: 'Data of modules can be loaded only by a server that has them. Lifeboat cannot prove such a backup.',
      },
    )
  }
  return new Failure('integrity', `${name} of this machine refuses to load the RDB file`, {
    hint: 'Load it by hand as RECOVERY.md of the backup shows, and read what the server says. There must be memory enough, too.',
  })
}

async function rdbVersionOf(laboratory: RedisLaboratory, signal: AbortSignal): Promise<number> {
  using session = await laboratory.session(signal)
  await session.ask('REPLICAOF', 'NO', 'ONE')
  await session.ask('SET', 'a', '1')
  const payload = await session.ask('DUMP', 'a')
  // Ten bytes end it: the version in two, and a checksum.
  return Buffer.isBuffer(payload) ? payload.readUInt16LE(payload.length - 10) : 0
}
