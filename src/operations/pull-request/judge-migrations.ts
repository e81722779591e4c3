import { type Blocking, findBlocking, type Thresholds } from '../../domain/pull-request/blocking.ts'
import type { Catalog, MigrationRun } from '../../domain/pull-request/catalog.ts'
import {
  type Change,
  findBrokenWays,
  findDestruction,
  findWeakened,
} from '../../domain/pull-request/losses.ts'
import { counted, formatDuration } from '../../domain/units.ts'
import type { CheckStatus } from '../../domain/verdict.ts'
import type { RunReport } from '../run-report.ts'

export interface Judgement {
  before: Catalog
  after: Catalog
  migration: MigrationRun
  limits: Thresholds
  /** Tables and columns that may be lost. */
  acceptLost: readonly string[]
  /** Tables of the migration tool's own record. */
  histories: readonly string[]
}

type Run = RunReport<'pull request'>

/** Whether the migrations ran at all. False when there is nothing further to judge. */
export function judgeRun(
  { outcome, duration, statements, failedAt, trouble }: MigrationRun,
  run: Run,
): boolean {
  const count = statements === null ? 'the command' : counted(statements, 'statement')
  add(run, 'migrations run', outcome === 'done' ? 'passed' : 'failed', {
    detail:
      outcome === 'done'
        ? `${count}, without an error`
        : `${failedAt === null ? '' : `${failedAt}: `}${outcome === 'stopped' ? 'they were stopped' : 'they failed'}: ${trouble ?? 'no more is said'}`,
    duration,
  })
  return outcome === 'done'
}

/** Time, locks and losses, each a check of its own. */
export function judgeMigrations(judgement: Judgement, run: Run): void {
  const { before, after, migration, limits } = judgement
  const blocking = findBlocking(migration.events, before, limits)
  judgeBlocking('rewrites', 'no large table is rewritten', blocking, 'rewrite', run)
  judgeBlocking('locks', 'no large table is blocked for long', blocking, 'lock', run)
  judgeChanges(
    'nothing destroyed',
    'nothing that holds data is dropped, emptied or narrowed',
    findDestruction(before, after, migration.events, judgement.histories),
    judgement.acceptLost,
    'Let one release stop using it, and a later one remove it; then accept its name under pull-requests.accept-lost, on the base branch.',
    run,
  )
  judgeChanges(
    'rules kept',
    'every constraint is still there, and validated',
    findWeakened(before, after).map((change) => ({ ...change, isDoubtful: true as const })),
    judgement.acceptLost,
    'Is the rule meant to go?',
    run,
  )
  judgeChanges(
    'way back',
    'what the release in use knows by name is still there',
    findBrokenWays(before, after),
    judgement.acceptLost,
    'Expand first, contract later: keep the old names and let new columns have defaults until no release uses the old ones.',
    run,
  )
}

function judgeBlocking(
  name: string,
  good: string,
  all: readonly Blocking[],
  kind: Blocking['kind'],
  run: Run,
): void {
  const found = all.filter((one) => one.kind === kind)
  for (const { place, table, text, hint } of found)
    add(run, name, 'failed', { detail: `${place}: ${text}`, subjects: [table], hint })
  if (found.length === 0) add(run, name, 'passed', { detail: good })
}

function judgeChanges(
  name: string,
  good: string,
  changes: readonly Change[],
  accepted: readonly string[],
  hint: string,
  run: Run,
): void {
  const isAccepted = ({ object }: Change) =>
    accepted.includes(object) || accepted.includes(object.split('.').slice(0, 2).join('.'))
  const open = changes.filter((change) => !isAccepted(change))
  for (const [text, group] of Map.groupBy(open, (change) => change.text)) {
    const isDoubtful = group.every((change) => change.isDoubtful === true)
    add(run, name, isDoubtful ? 'degraded' : 'failed', {
      detail: text,
      subjects: group.map(({ object }) => object),
      hint,
    })
  }
  if (open.length > 0) return
  const given = changes.length
  add(run, name, 'passed', {
    detail:
      given === 0 ? good : `${counted(given, 'loss is', 'losses are')} accepted by the environment file`,
    subjects: changes.map(({ object }) => object),
  })
}

export function add(
  run: Run,
  name: string,
  status: CheckStatus,
  {
    detail,
    subjects = [],
    hint,
    duration = 0,
  }: { detail: string; subjects?: readonly string[]; hint?: string; duration?: number },
): void {
  run.check({
    rung: 'pull request',
    name,
    status,
    detail,
    subjects,
    failure: status === 'failed' ? 'objective' : null,
    ...(hint === undefined ? {} : { hint }),
    duration,
  })
}

/** For people: how long the migrations took on a database without rows says little; the estimates are what counts. */
export function tellTime(migration: MigrationRun, run: Run): void {
  run.fact('migrations', formatDuration(migration.duration), migration.duration, 'milliseconds')
}
