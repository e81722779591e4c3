import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { stringify } from 'yaml'
import { parseEnvironment } from '../../../src/domain/environment/parse.ts'
import type { Environment } from '../../../src/domain/environment/schema.ts'
import type { Shape } from '../../../src/domain/pull-request/shape.ts'
import type { Report } from '../../../src/domain/report.ts'
import { systemClock } from '../../../src/host/clock.ts'
import { createProcesses } from '../../../src/host/processes.ts'
import { systemRandom } from '../../../src/host/random.ts'
import { validatePullRequest, type ValidateInput } from '../../../src/operations/pull-request/validate.ts'
import { silentLog } from '../../../src/ports/log.ts'
import type { PostgresContext } from '../../../src/sources/postgres/context.ts'
import { takeShape } from '../../../src/sources/postgres/trial/shape.ts'
import { openShapeTrial } from '../../../src/sources/postgres/trial/trial.ts'
import { recordingLog, type RecordingLog } from '../ports/recording-log.ts'
import { installPostgres } from './install.ts'

/** An environment whose pull requests are tried; keys as in the file. */
export function pullRequestEnvironment(
  pullRequests: Record<string, unknown>,
  source: Record<string, unknown> = {},
): Promise<Environment> {
  return parseEnvironment(
    stringify({
      environment: 'production',
      sources: [{ name: 'main', type: 'postgres', install: 'never', url: '${DATABASE_URL}', ...source }],
      stores: [{ name: 'disk', type: 'local', path: '/nonexistent' }],
      encryption: 'none',
      'pull-requests': { migrations: { files: 'migrations/*.sql' }, ...pullRequests },
    }),
    'production.yml',
  )
}

export interface TrialContext extends AsyncDisposable {
  context: PostgresContext
  log: RecordingLog
}

export async function trialContext(major: number, url = ''): Promise<TrialContext> {
  // Searchable, as a laboratory with a user of its own needs it.
  const parent = await mkdtemp(join(tmpdir(), 'trial-'))
  const spool = join(parent, 'spool')
  await mkdir(spool, { mode: 0o700 })
  const log = recordingLog()
  return {
    log,
    context: {
      variables: {
        LIFEBOAT_POSTGRES_DIRS: await installPostgres(major),
        DATABASE_URL: url,
        PATH: process.env['PATH'],
      },
      spool,
      processes: createProcesses(),
      clock: systemClock,
      random: systemRandom,
      log,
    },
    [Symbol.asyncDispose]: () => rm(parent, { recursive: true, force: true }),
  }
}

/** The shape of a database, as the trusted job takes it: through JSON, as it travels. */
export async function shapeOf(
  url: string,
  major: number,
  keys: Record<string, unknown> = {},
): Promise<Shape> {
  await using trial = await trialContext(major, url)
  const environment = await pullRequestEnvironment(keys)
  const [source] = environment.sources
  if (source?.type !== 'postgres' || environment.pullRequests === undefined) throw new Error('no database')
  const shape = await takeShape(
    source,
    {
      environment: 'production',
      exclude: environment.pullRequests.excludeFromShape,
      histories: environment.pullRequests.migrations?.historyTables ?? [],
      signal: new AbortController().signal,
    },
    trial.context,
  )
  return JSON.parse(JSON.stringify(shape)) as Shape
}

/** Two checkouts: `files` of the base, and those that the pull request adds or changes. */
export async function checkouts(
  base: Record<string, string>,
  proposed: Record<string, string>,
): Promise<AsyncDisposable & { base: string; proposed: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'pull-request-'))
  const write = async (root: string, files: Record<string, string>) => {
    await mkdir(join(folder, root), { recursive: true })
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, root, path)), { recursive: true })
      await writeFile(join(folder, root, path), text)
    }
  }
  await write('base', base)
  await write('proposed', { ...base, ...proposed })
  return {
    base: join(folder, 'base'),
    proposed: join(folder, 'proposed'),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  }
}

export interface Tried {
  report: Report
  log: RecordingLog
  /** Checks that did not pass: `name status: detail`. */
  trouble: string[]
}

export async function tryPullRequest(
  environment: Environment,
  input: Omit<ValidateInput, 'readRunbook' | 'path'>,
  { context, log }: TrialContext,
): Promise<Tried> {
  const report = await validatePullRequest(
    environment,
    { readRunbook: null, path: '/nonexistent', ...input },
    {
      ...context,
      stores: [],
      openSource: unused,
      openRehearsal: unused,
      openRestoration: unused,
      keys: { passphrase: null, identities: [], signing: null },
      run: {
        actor: 'tester',
        reason: null,
        url: null,
        version: '0.1.0',
        machine: { cpu: 'test', cores: 2, memory: 1 },
      },
      log: log ?? silentLog,
      signal: new AbortController().signal,
    },
  )
  return {
    report,
    log,
    trouble: report.checks
      .filter(({ status }) => status !== 'passed')
      .map(({ name, status, subjects }) => `${name} ${status}: ${subjects.join(', ')}`),
  }
}

function unused(): never {
  throw new Error('a trial of a pull request opens none')
}

/** A migration of one file, tried on a shape. */
export async function tryOnShape(
  shape: Shape,
  sql: string,
  keys: Record<string, unknown> = {},
): Promise<Tried> {
  await using trial = await trialContext(shape.server.major)
  await using folders = await checkouts({ 'migrations/1.sql': 'select 1;' }, { 'migrations/2.sql': sql })
  const signal = new AbortController().signal
  return await tryPullRequest(
    await pullRequestEnvironment(keys),
    {
      on: 'shape',
      base: folders.base,
      proposed: folders.proposed,
      openTrial: () => openShapeTrial(shape, 'never', trial.context, signal),
    },
    trial,
  )
}
