import type { Environment } from '../../domain/environment/schema.ts'
import { asFailure, Failure } from '../../domain/failure.ts'
import type { Catalog } from '../../domain/pull-request/catalog.ts'
import { compareData, type DataChange, type DataDigest } from '../../domain/pull-request/data.ts'
import { findWeakened } from '../../domain/pull-request/losses.ts'
import type { CheckStatus } from '../../domain/verdict.ts'
import type { Ports } from '../../ports/ports.ts'
import type { KeptRows, ProposedChange, Trial, TrialAnswer } from '../../ports/trial.ts'
import { add } from './judge-migrations.ts'
import type { PullRequestConfig, PullRequestRun } from './validate.ts'

export interface RowsTrial {
  environment: Environment
  config: PullRequestConfig
  change: ProposedChange
  trial: Trial
}

/**
 * Tries migrations on production's rows. The proposed code sees these and may say anything, so nothing that it could
 * choose comes out: fixed sentences, one status each, no name, no number, no time.
 */
export async function tryOnRows(request: RowsTrial, ports: Ports, run: PullRequestRun): Promise<void> {
  const { environment, config, trial } = request
  if (trial.isolation !== 'full') {
    throw new Failure(
      'refused',
      'this machine cannot shut the laboratory in fully, so no proposed code meets rows in it',
      {
        hint: 'It takes Linux with root or passwordless sudo, as hosted runners have.',
      },
    )
  }
  const checks = environment.sources.flatMap((source) => (source.type === 'postgres' ? source.checks : []))
  const sql = checks.map((check) => check.sql)
  const [catalogBefore, dataBefore] = [await trial.catalog(), await trial.data()]
  await using keptRows = await trial.keepRows()
  const answersBefore = await trial.ask(sql, 'true')
  const brokenBefore = new Set(await trial.brokenRules())
  const judge = () =>
    judgeRows({ ...request, catalogBefore, dataBefore, keptRows, answersBefore, brokenBefore, sql }, run)
  const started = ports.clock.ticks()
  try {
    await judge()
  } catch (error) {
    ports.signal.throwIfAborted()
    if (asFailure(error).kind === 'cancelled') throw error
    // From here on even the server's errors may be worded by the proposed code: it is a superuser there.
    add(run, 'judgement', 'failed', { detail: 'the migrations have left a database that cannot be judged' })
  }
  // How long it took would tell something too, so all of them take whole steps.
  const step = config.padTime
  const spent = ports.clock.ticks() - started
  await ports.clock.sleep(Math.ceil(spent / step) * step - spent, ports.signal)
}

interface RowsJudgement extends RowsTrial {
  catalogBefore: Catalog
  dataBefore: DataDigest
  keptRows: KeptRows
  answersBefore: readonly TrialAnswer[]
  brokenBefore: ReadonlySet<string>
  sql: readonly string[]
}

async function judgeRows(judgement: RowsJudgement, run: PullRequestRun): Promise<void> {
  const { config, change, trial, catalogBefore, dataBefore, keptRows, answersBefore, brokenBefore, sql } =
    judgement
  const migration = await trial.migrate(change)
  const tell = (name: string, status: CheckStatus, detail: string) => add(run, name, status, { detail })
  if (migration.outcome !== 'done') {
    tell('migrations run', 'failed', 'they do not run to their end on the rows')
    return
  }
  tell('migrations run', 'passed', 'they run to their end on the rows')

  const changes = compareData(dataBefore, await trial.data(), await keptRows.compare()).filter(
    ({ object, table }) => !config.acceptLost.includes(object) && !config.acceptLost.includes(table),
  )
  const has = (kind: DataChange['kind']) => changes.some((one) => one.kind === kind)
  const verdict = (
    name: string,
    isBad: boolean,
    good: string,
    bad: string,
    asStatus: CheckStatus = 'failed',
  ) => tell(name, isBad ? asStatus : 'passed', isBad ? bad : good)
  verdict('rows kept', has('rows lost'), 'no table has lost rows', 'rows are lost that were there before')
  verdict(
    'values kept',
    has('values lost'),
    'no column has lost values',
    'values are lost that were there before',
  )
  const changed = changes.filter((one) => one.kind === 'values changed')
  const silent = changed.filter(({ table }) => !isNamed(table, change) && !config.mayChange.includes(table))
  verdict(
    'unnamed tables untouched',
    silent.length > 0,
    'no table changed that the migrations do not name',
    'values changed in tables that the migrations do not name',
  )
  verdict(
    'values unchanged',
    changed.length > silent.length,
    'existing values are as they were',
    'existing values changed in tables that the migrations name',
    'degraded',
  )
  const catalogAfter = await trial.catalog()
  const broken = (await trial.brokenRules()).filter((rule) => !brokenBefore.has(rule))
  verdict(
    'constraints hold',
    broken.length > 0,
    'every constraint holds for all rows',
    'rows break a constraint that they kept before',
  )
  verdict(
    'constraints kept',
    findWeakened(catalogBefore, catalogAfter).length > 0,
    'every constraint is still there',
    'a constraint is gone, or no longer holds for all rows',
    'degraded',
  )
  const answersAfter = await trial.ask(sql, 'true')
  const nowFalse = answersAfter.filter(
    (answer, index) => answersBefore[index]?.holds === true && !answer.holds,
  )
  if (sql.length === 0) tell('assertions', 'skipped', 'the environment file has no checks about its data')
  else if (answersBefore.some((answer) => !answer.holds))
    tell('assertions before', 'skipped', 'an assertion of the environment file was not true before either')
  verdict(
    'assertions',
    nowFalse.length > 0,
    'every assertion that was true is still true',
    'an assertion of the environment file is no longer true',
  )
}

/** Whether the migrations' text speaks of a table. A command's text is not known, so it names none. */
function isNamed(table: string, { files }: ProposedChange): boolean {
  const name = table.split('.').at(-1) ?? table
  const word = new RegExp(`(^|[^\\w$])"?${name.replaceAll(/[^\w]/g, '\\$&')}"?([^\\w$]|$)`, 'i')
  return files.some(({ sql }) => word.test(sql))
}
