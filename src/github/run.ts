import type { z } from 'zod'
import { nameSchema } from '../domain/environment/schema.ts'
import { asFailure, Failure } from '../domain/failure.ts'
import { failedReport, type Report } from '../domain/report.ts'
import { endRun, type Outcome, type Renderers } from './ending.ts'
import { type GivenInputs, parseInputs, secretsAmong, takeInputs } from './inputs.ts'
import { type JobHost, openJobHost } from './job-host.ts'
import { createJobLog, type JobLog } from './log.ts'
import { createMasks } from './masks.ts'
import { defaultBranchOf, isPublicRepository } from './repository.ts'
import { takeRunnerTokens } from './runner-tokens.ts'
import { openStop } from './stop.ts'

export interface ActionSpec<Inputs extends z.ZodObject> {
  readonly operation: Report['operation']
  /** Keys are the inputs' names; each takes text. Secrets say so by `meta({ secret: true })`, or `only: 'action'`. */
  readonly inputs: Inputs
  /** Names of the action's own outputs: they are set, if empty, however the run ends. */
  readonly outputs: readonly string[]
  readonly render: Renderers
}

/**
 * The one flow of every action: inputs, work, report, outputs, summary, exit code. `main` reports what goes wrong within
 * its work; whatever it throws ends here as a failed report, told like any other.
 */
export async function runAction<Inputs extends z.ZodObject>(
  spec: ActionSpec<Inputs>,
  main: (input: z.output<Inputs>, host: JobHost) => Promise<Outcome>,
): Promise<void> {
  // Whatever ends this process before its result is told is no success.
  process.exitCode = 1
  const startedAt = Date.now()
  using stop = openStop()
  const environment = process.env
  const given = takeInputs(environment)
  const masks = createMasks()
  for (const secret of secretsAmong(spec.inputs, given)) masks.add(secret)
  const tokens = takeRunnerTokens(environment)
  for (const token of tokens.values) masks.add(token)
  const hideNames = await isPublicRepository(environment['GITHUB_EVENT_PATH'])
  const log = createJobLog({ masks, hidesNames: hideNames })
  const host = openJobHost({
    environment,
    tokens,
    masks,
    log,
    signal: stop.signal,
    repositoryIsPublic: hideNames,
    defaultBranch: await defaultBranchOf(environment['GITHUB_EVENT_PATH']),
    holdsIdentity: holdsIdentity(given, environment),
  })

  let outcome: Outcome
  let failOn: 'failed' | 'degraded' = 'failed'
  try {
    refuseWindows()
    const input = parseInputs(spec.inputs, given)
    if ((input as Record<string, unknown>)['fail-on'] === 'degraded') failOn = 'degraded'
    outcome = await Promise.race([main(input, host), stop.abandoned])
  } catch (thrown) {
    const failure = asFailure(thrown)
    if (failure.kind === 'bug') showStack(thrown, log, hideNames)
    const about = {
      operation: spec.operation,
      // What was given may be anything, and is no name before it was checked.
      environment: nameSchema.safeParse(given.get('ENVIRONMENT')).data ?? 'unknown',
      startedAt,
      finishedAt: Date.now(),
      actor: host.actor,
      reason: given.get('REASON') ?? null,
      runUrl: host.runUrl,
    }
    outcome = { report: failedReport(about, failure), outputs: {} }
  }
  const { variables, temporaryFolder } = host
  const outputs = { ...Object.fromEntries(spec.outputs.map((name) => [name, ''])), ...outcome.outputs }
  const code = await endRun(
    { report: outcome.report, outputs },
    {
      render: spec.render,
      failOn,
      hideNames,
      temporaryFolder,
      summaryFile: variables['GITHUB_STEP_SUMMARY'],
      log,
      masks,
    },
  )
  process.exitCode = code
  if (stop.isBroken) process.exit(code)
}

/** Jobs that can open backups take nothing that other jobs could have left for them. */
function holdsIdentity(given: GivenInputs, environment: NodeJS.ProcessEnv): boolean {
  return (
    given.has('IDENTITY') || given.has('IDENTITY-FILE') || (environment['LIFEBOAT_IDENTITY'] ?? '') !== ''
  )
}

function refuseWindows(): void {
  if (process.platform !== 'win32') return
  throw new Failure('config', 'Lifeboat does not run on Windows', {
    hint: 'Use `runs-on: ubuntu-24.04`, or macOS with PostgreSQL installed.',
  })
}

/** For whoever mends it. Messages may quote data, so where everyone can read the log only places in the code are shown. */
function showStack(thrown: unknown, log: JobLog, isPublic: boolean): void {
  if (!(thrown instanceof Error)) return
  const frames = (thrown.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  log.info([isPublic ? thrown.name : String(thrown), ...frames].join('\n'))
}
