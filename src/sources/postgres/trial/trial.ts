import { join } from 'node:path'
import { Failure } from '../../../domain/failure.ts'
import type { Shape } from '../../../domain/pull-request/shape.ts'
import type { ProposedChange, Trial, TrialAnswer } from '../../../ports/trial.ts'
import type { PostgresLaboratory } from '../../../ports/laboratory.ts'
import type { PostgresAddress } from '../address.ts'
import type { PostgresContext } from '../context.ts'
import { startLaboratory } from '../laboratory/laboratory.ts'
import { connect, type Session } from '../session.ts'
import { serverFailure } from '../server-error.ts'
import { toolsFor } from '../tools.ts'
import { readCatalog, type Sizes } from './catalog.ts'
import { digestData, findBrokenRules } from './data.ts'
import { keepRows } from './kept-rows.ts'
import { loadShape } from './load-shape.ts'
import { runCommand, runFiles } from './migrate.ts'
import { beginWatching, readEvents } from './watch.ts'

/** A trial on a database with the definitions and sizes of production, and without its rows. */
export async function openShapeTrial(
  shape: Shape,
  install: 'auto' | 'never',
  context: PostgresContext,
  signal: AbortSignal,
): Promise<Trial> {
  await using opened = new AsyncDisposableStack()
  const { name, lcMonetary, searchPath: _path, ...kind } = shape.database
  const laboratory = opened.use(
    await startLaboratory({
      tools: await toolsFor(shape.server.major, { install: install, needServer: true }, context, signal),
      spool: context.spool,
      processes: context.processes,
      log: context.log,
      clock: context.clock,
      random: context.random,
      signal,
      database: { name, ...kind },
      lcMonetary,
      sizeHint: 0,
      tableCountHint: shape.relations.length,
    }),
  )
  const access = accessTo(laboratory, signal)
  await using session = await access()
  const { sizes, missing } = await loadShape(session, shape)
  await beginWatching(session)
  const trial = createTrial({
    laboratory,
    access,
    sizes,
    missing,
    context,
    signal,
    isWatched: true,
    hasRows: false,
  })
  const release = opened.move()
  return Object.assign(trial, { [Symbol.asyncDispose]: () => release.disposeAsync() })
}

/** Opens a session of the superuser that may write. */
export type Access = () => Promise<Session>

export function accessTo(laboratory: PostgresLaboratory, signal: AbortSignal): Access {
  const address: PostgresAddress = {
    ...laboratory.connection,
    sslmode: 'disable',
    sslrootcert: undefined,
    sslcert: undefined,
    sslkey: undefined,
  }
  return () =>
    connect(address, {
      applicationName: 'lifeboat',
      settings: { default_transaction_read_only: 'off' },
      signal,
    })
}

export interface TrialParts {
  laboratory: PostgresLaboratory
  access: Access
  sizes: Sizes | null
  missing: readonly string[]
  context: PostgresContext
  signal: AbortSignal
  /** The server notes what is done. Else nothing of the change comes out but whether it succeeded. */
  isWatched: boolean
  /** There are rows, which the server's messages could quote. */
  hasRows: boolean
  /** How a command is run; as any program of this machine by default. */
  run?: (command: readonly string[], directory: string, signal: AbortSignal) => Promise<number | null>
}

export function createTrial(parts: TrialParts): Omit<Trial, typeof Symbol.asyncDispose> {
  const { laboratory, access, sizes, missing, context, signal, isWatched, hasRows } = parts
  const catalog = async () => {
    await using session = await access()
    return await readCatalog(session, sizes)
  }
  const migrate: Trial['migrate'] = async (change) => {
    const run =
      change.command === null ? await migrateFiles(change) : await migrateByCommand(change.command, change)
    if (!isWatched) return { ...run, failedAt: null, trouble: null, events: [] }
    await using session = await access()
    return { ...run, events: await readEvents(session) }
  }
  const migrateFiles = async (change: ProposedChange) => {
    await using session = await access()
    await session.query('preparing the migrations', 'reset search_path')
    return await runFiles(session, change, hasRows, context.clock, signal)
  }
  const migrateByCommand = (command: readonly string[], change: ProposedChange) =>
    runCommand(
      command,
      change.timeout,
      (argv, stop) => (parts.run ?? runHere)(argv, change.directory, stop),
      context.clock,
      signal,
    )
  const runHere = async (
    [program = '', ...args]: readonly string[],
    directory: string,
    stop: AbortSignal,
  ) => {
    const { host, port, user, password, database } = laboratory.connection
    const done = await context.processes.run(program, args, {
      environment: {
        ...laboratory.environment,
        PATH: context.variables['PATH'] ?? '/usr/local/bin:/usr/bin:/bin',
        HOME: context.spool,
        DATABASE_URL: `postgresql://${user}:${password}@localhost:${port}/${encodeURIComponent(database)}?host=${encodeURIComponent(host)}`,
      },
      directory,
      signal: stop,
    })
    for (const line of `${done.stdout}\n${done.stderr}`.split('\n').slice(-200))
      if (line.trim() !== '') context.log.info(line)
    return done.code
  }
  return {
    isolation: laboratory.isolation,
    facts: laboratory.facts,
    missing,
    catalog,
    data: async () => digestData(await catalog(), access, signal),
    keepRows: () => {
      const name = `rows-${Buffer.from(context.random.bytes(6)).toString('hex')}`
      return keepRows(access, join(context.spool, name), catalog, signal)
    },
    migrate,
    ask: async (statements, expects) => {
      await using session = await access()
      await session.query('preparing the statements', 'reset search_path')
      const answers: TrialAnswer[] = []
      for (const statement of statements) answers.push(await ask(session, statement, expects))
      return answers
    },
    brokenRules: async () => {
      await using session = await access()
      return await findBrokenRules(session, await readCatalog(session, sizes))
    },
  }
}

async function ask(session: Session, statement: string, expects: 'no error' | 'true'): Promise<TrialAnswer> {
  const doing = 'running a statement'
  await session.query(doing, 'begin')
  try {
    await session.query(doing, 'set local statement_timeout = 600000')
    const answer = await session.client.query<unknown[]>({ text: statement, rowMode: 'array' })
    if (expects === 'no error') return { holds: true, trouble: null }
    const [result, ...others] = [answer].flat()
    const holds = others.length === 0 && result?.rows.length === 1 && result.rows[0]?.[0] === 't'
    return { holds, trouble: holds ? null : 'it is not true' }
  } catch (error) {
    const failure = error instanceof Failure ? error : serverFailure(error, 'the server refused it')
    if (failure.kind === 'bug' || failure.kind === 'cancelled') throw failure
    return { holds: false, trouble: failure.message }
  } finally {
    await session.query(doing, 'rollback')
  }
}
