import type { Environment } from '../../domain/environment/schema.ts'
import { Failure } from '../../domain/failure.ts'
import type { Report } from '../../domain/report.ts'
import type { Verdict } from '../../domain/verdict.ts'
import type { Ports } from '../../ports/ports.ts'
import type { ProposedChange, Trial } from '../../ports/trial.ts'
import { RunReport } from '../run-report.ts'
import { guardFiles } from './guard-files.ts'
import { judgeMigrations, judgeRun, add, tellTime } from './judge-migrations.ts'
import { type LintRequest, lintChanged } from './lint.ts'
import { demandCheckouts, type Proposal, proposedFiles } from './proposed-files.ts'
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
    await demandCheckouts(input.proposed, input.base)
    // On rows only a verdict leaves; what files say is judged where everybody may see it.
    const touched =
      input.on === 'rows'
        ? (await guardFiles(input, true, run)).others
        : await run.phase('read what changed', () => lintChanged(input, ports, run))
    const isConfigured = await tryMigrations(environment, input, ports, run)
    return conclude(run, !isConfigured && touched > 0)
  } catch (error) {
    return run.fail(error)
  }
}

/** Whether the environment file says where migrations come from. */
async function tryMigrations(
  environment: Environment,
  input: ValidateInput,
  ports: Ports,
  run: PullRequestRun,
): Promise<boolean> {
  const config = environment.pullRequests
  if (config?.migrations === undefined) {
    run.notice('notice', 'the environment file names no migrations under pull-requests, so none are tried')
    add(run, 'migrations', 'skipped', { detail: 'no migrations configured' })
    return false
  }
  const change = await proposedChange(config.migrations, input, run)
  if (change !== null) await tryChange(environment, config, change, input, ports, run)
  return true
}

async function tryChange(
  environment: Environment,
  config: PullRequestConfig,
  change: ProposedChange,
  input: ValidateInput,
  ports: Ports,
  run: PullRequestRun,
): Promise<void> {
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

/** Null when no migration is new, which a check then says. A command finds out by itself what there is to do. */
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
  const proposal = await proposedFiles(files, input.proposed, input.base)
  judgeHistory(proposal, input.on === 'rows', run)
  const added = proposal.files.filter((file) => file.change === 'added')
  if (added.length > 0)
    return { ...change, command: null, files: added.map(({ path, text }) => ({ name: path, sql: text })) }
  if (proposal.links.length > 0) return null
  if (proposal.files.length === 0 && proposal.gone.length === 0) {
    add(run, 'migrations', 'skipped', {
      detail: 'no file fits the pattern of migrations, neither here nor on the base branch',
      hint: 'Is pull-requests.migrations.files right? It counts from the root of the repository.',
    })
  } else add(run, 'migrations', 'passed', { detail: 'the pull request adds none' })
  return null
}

/** @param isWithheld no name comes out */
function judgeHistory({ files, gone, links }: Proposal, isWithheld: boolean, run: PullRequestRun): void {
  const judge = (name: string, paths: readonly string[], detail: string, hint: string) => {
    if (paths.length > 0) add(run, name, 'failed', { detail, subjects: isWithheld ? [] : paths, hint })
  }
  judge(
    'migrations',
    links.map(({ path }) => path),
    'symbolic links stand where migrations are looked for; a migration tool follows them, and what they lead to is not tried',
    'Put the files themselves there, or name their own folder under pull-requests.migrations.files, on the base branch.',
  )
  judge(
    'history',
    files.filter((file) => file.change === 'changed').map(({ path }) => path),
    'migrations that the base branch has already are changed; where they have run, nobody will run them again',
    'Leave them as they are, and add a new migration.',
  )
  judge(
    'history',
    gone,
    'migrations that the base branch has are gone; where they have run, nobody takes them back',
    'Leave them where they are, and add a new migration. Is the branch behind the base? Bring it up to date.',
  )
}

/** @param areNoMigrations that none are configured takes nothing from what was read */
function conclude(run: PullRequestRun, areNoMigrations: boolean): Report {
  const failed = run.checks.filter((check) => check.status === 'failed')
  const verdict: Verdict =
    failed.length > 0
      ? 'failed'
      : run.checks.some(
            ({ name, status }) => status !== 'passed' && !(areNoMigrations && name === 'migrations'),
          )
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
