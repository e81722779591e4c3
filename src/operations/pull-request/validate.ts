import type { Environment } from '../../domain/environment/schema.ts'
import { Failure } from '../../domain/failure.ts'
import type { Report } from '../../domain/report.ts'
import type { Verdict } from '../../domain/verdict.ts'
import type { Ports } from '../../ports/ports.ts'
import type { ProposedChange, Trial } from '../../ports/trial.ts'
import { RunReport } from '../run-report.ts'
import { judgeMigrations, judgeRun, add, tellTime } from './judge-migrations.ts'
import { type LintRequest, lintChanged } from './lint.ts'
import { proposedFiles } from './proposed-files.ts'
import { tryOnRows } from './try-on-rows.ts'
import { keepWayBack } from './way-back.ts'

export interface ValidateInput extends LintRequest {
  /** What the migrations are tried on. */
  on: 'shape' | 'anonymised' | 'rows'
  /** Makes the double; null when nobody gave what it is made of. */
  openTrial: (() => Promise<Trial>) | null
}

export type PullRequestRun = RunReport<'pull request'>
export type PullRequestConfig = NonNullable<Environment['pullRequests']>

/** Tries what a pull request proposes: reads its files, and runs its migrations on a double of the database. */
export async function validatePullRequest(
  environment: Environment,
  input: ValidateInput,
  ports: Ports,
): Promise<Report> {
  const run: PullRequestRun = new RunReport('validate-pr', environment.environment, ports)
  try {
    // On rows only a verdict leaves; what files say is judged where everybody may see it.
    if (input.on !== 'rows') await run.phase('read what changed', () => lintChanged(input, ports, run))
    await tryMigrations(environment, input, ports, run)
    return conclude(run)
  } catch (error) {
    return run.fail(error)
  }
}

async function tryMigrations(
  environment: Environment,
  input: ValidateInput,
  ports: Ports,
  run: PullRequestRun,
): Promise<void> {
  const config = environment.pullRequests
  if (config?.migrations === undefined) {
    run.notice('notice', 'the environment file names no migrations under pull-requests, so none are tried')
    add(run, 'migrations', 'passed', { detail: 'there are none to try' })
    return
  }
  const change = await proposedChange(config.migrations, input, run)
  if (change === null) {
    add(run, 'migrations', 'passed', { detail: 'the pull request changes none' })
    return
  }
  if (input.openTrial === null) {
    add(run, 'migrations', 'skipped', {
      detail: 'there is nothing to try them on: no shape, or no set of data, was given',
      hint: 'Has the job run that publishes the shape of the database?',
    })
    return
  }
  await using trial = await run.phase('make a double of the database', input.openTrial)
  if (input.on === 'rows') {
    await tryOnRows({ environment, config, change, trial }, ports, run)
    return
  }
  await tryOnShape(config, change, trial, run)
  // Where there are rows that everybody may see, what becomes of them counts too.
  if (input.on === 'anonymised') run.notice('notice', 'tried on a set of rows that was anonymised beforehand')
}

async function tryOnShape(
  config: PullRequestConfig,
  change: ProposedChange,
  trial: Trial,
  run: PullRequestRun,
): Promise<void> {
  for (const { label, text } of trial.facts) run.fact(label, text)
  if (trial.missing.length > 0) {
    add(run, 'double', 'degraded', {
      detail: 'some objects could not be made in the laboratory, and are not judged',
      subjects: trial.missing,
      hint: 'Install the extensions that they need on this machine.',
    })
  }
  const before = await trial.catalog()
  const wayBack = await keepWayBack(config.wayBack, trial)
  const migration = await run.phase('run the migrations', () => trial.migrate(change))
  tellTime(migration, run)
  if (!judgeRun(migration, run)) return
  await run.phase('judge the migrations', async () => {
    const after = await trial.catalog()
    const limits = {
      largeTable: config.largeTable,
      largeRows: config.largeRows,
      maxBlock: config.maxBlock,
      readRate: config.readRate,
      writeRate: config.writeRate,
    }
    const histories = config.migrations?.historyTables ?? []
    judgeMigrations({ before, after, migration, limits, acceptLost: config.acceptLost, histories }, run)
    await wayBack.judge(trial, run)
  })
}

/** Null when no migration is new. A command finds out by itself what there is to do. */
async function proposedChange(
  migrations: NonNullable<PullRequestConfig['migrations']>,
  input: ValidateInput,
  run: PullRequestRun,
): Promise<ProposedChange | null> {
  const { files, command, transaction, timeout } = migrations
  const change = { transaction, timeout, directory: input.proposed }
  if (command !== undefined) return { ...change, command, files: [] }
  if (files === undefined) {
    throw new Failure('config', 'pull-requests.migrations says neither files nor command', {
      hint: 'Give files: migrations/*.sql, or command: [npm, run, migrate].',
    })
  }
  const all = await proposedFiles(files, input.proposed, input.base)
  const edited = all.filter((file) => file.change === 'changed')
  if (edited.length > 0) {
    add(run, 'history', 'failed', {
      detail:
        'migrations that the base branch has already are changed; where they have run, nobody will run them again',
      subjects: input.on === 'rows' ? [] : edited.map(({ path }) => path),
      hint: 'Leave them as they are, and add a new migration.',
    })
  }
  const added = all.filter((file) => file.change === 'added')
  return added.length === 0
    ? null
    : { ...change, command: null, files: added.map(({ path, text }) => ({ name: path, sql: text })) }
}

function conclude(run: PullRequestRun): Report {
  const failed = run.checks.filter((check) => check.status === 'failed')
  const verdict: Verdict =
    failed.length > 0
      ? 'failed'
      : run.checks.some((check) => check.status !== 'passed')
        ? 'degraded'
        : 'passed'
  const [first] = failed
  if (first === undefined) return run.finish(verdict, null)
  const others = failed.length === 1 ? '' : ` (and ${failed.length - 1} more)`
  return run.finish(
    verdict,
    new Failure(first.failure ?? 'objective', `${first.name}: ${first.detail}${others}`, {
      subjects: first.subjects,
      ...(first.hint === undefined ? {} : { hint: first.hint }),
    }),
  )
}
