import type { Environment } from '../../domain/environment/schema.ts'
import { Failure } from '../../domain/failure.ts'
import type { ObjectiveResult } from '../../domain/objectives.ts'
import type { Fact, Report } from '../../domain/report.ts'
import { toleratedClockSkew } from '../../domain/retention.ts'
import { counted, formatBytes } from '../../domain/units.ts'
import type { Verdict } from '../../domain/verdict.ts'
import { type Scored, scoreOf } from '../../domain/watch/score.ts'
import type { Ports } from '../../ports/ports.ts'
import type { Surroundings } from '../../ports/surroundings.ts'
import { RunReport } from '../run-report.ts'
import { checkCopies, checkRecipients, checkStores } from './checks/copies.ts'
import { checkFreshness } from './checks/freshness.ts'
import { checkGrowth } from './checks/growth.ts'
import { checkLeases } from './checks/leases.ts'
import { checkLedger } from './checks/ledger.ts'
import { checkBelief, checkDrill, checkProof } from './checks/proofs.ts'
import { checkRetention } from './checks/retention.ts'
import { checkSchedule, type ScheduleRecord } from './checks/schedules.ts'
import { askRepository, checkDisks, checkSources } from './checks/surroundings.ts'
import { checkOf, type Finding, inOneLine } from './finding.ts'
import { readHistory, type History } from './history.ts'
import { believed, condemnedText, restorable, type View, watchOf } from './view.ts'
import { expectedRuns } from './workflow-schedules.ts'

export interface StatusResult {
  report: Report
  /** The newest backup that can be believed, that a store holds whole, and that no restore test has condemned. */
  lastBackup: string | null
  /** Null without an RPO, or when the age of the data is not known. */
  rpoCompliant: boolean | null
  /** The newest restore test passed, and is not older than was promised. */
  verified: boolean
  /** 0 to 100; null when nothing could be asked. */
  score: number | null
}

/** How an environment stands, from what its stores hold: nothing that an earlier run said is believed without a signature. */
export async function status(
  environment: Environment,
  ports: Ports,
  surroundings: Surroundings,
): Promise<StatusResult> {
  const run = new RunReport<'watch'>('status', environment.environment, ports)
  try {
    return await look(environment, ports, surroundings, run)
  } catch (error) {
    return { report: run.fail(error), lastBackup: null, rpoCompliant: null, verified: false, score: null }
  }
}

/** The newest of what is promised rarely, a drill above all, must lie in the window. */
function windowStart({ environment, watch, now }: Pick<View, 'environment' | 'watch' | 'now'>): number {
  const { backupEvery = 0, verifyEvery = 0, drillEvery = 0 } = environment.objectives
  return now - Math.max(watch.window, 2 * Math.max(backupEvery, verifyEvery, drillEvery))
}

/** What the watch has seen: for its own report, and for whoever shows it in another form. */
export interface Observation {
  view: View
  findings: Finding[]
  rpo: ObjectiveResult | null
  schedules: ScheduleRecord[]
  growth: Fact[]
  proof: Finding
  score: number
}

type Phase = <T>(name: string, work: () => Promise<T>) => Promise<T>

/** @throws Failure when no store could be asked */
export async function observe(
  environment: Environment,
  ports: Ports,
  surroundings: Surroundings,
  phase: Phase = (_, work) => work(),
): Promise<Observation> {
  const now = ports.clock.now()
  const watch = watchOf(environment)
  const range = {
    from: windowStart({ environment, watch, now }),
    to: now + toleratedClockSkew,
    backupsFrom: null,
  }
  const history = await phase('read the stores', () => readHistory(environment, range, ports))
  const view: View = { environment, watch, history, now }
  const { workflows, finding: audit } = await phase('ask GitHub', () =>
    askRepository(environment, surroundings.repository),
  )
  const files = await surroundings.workflows()
  const freshness = checkFreshness(view)
  const growth = checkGrowth(view)
  const proof = checkProof(view)
  const schedules = (['backup', 'verify'] as const).map((verb) =>
    checkSchedule(verb, view, expectedRuns(verb, environment, watch, files), workflows),
  )
  const findings = [
    ...freshness.findings,
    proof,
    checkDrill(view),
    ...schedules.flatMap((schedule) => schedule.findings),
    checkStores(view),
    ...checkCopies(view).findings,
    checkLedger(view),
    checkBelief(view),
    ...growth.findings,
    checkRetention(view),
    checkLeases(view),
    checkRecipients(view),
    ...(await phase('look at the disks', () => checkDisks(view, surroundings, ports.spool))),
    ...(await phase('ask the sources', () => checkSources(environment, ports))),
    audit,
  ].map(inOneLine)
  return {
    view,
    findings,
    rpo: freshness.rpo,
    schedules: schedules.flatMap(({ record }) => record ?? []),
    growth: growth.facts,
    proof,
    score: scoreOf(findings.map(scored)),
  }
}

async function look(
  environment: Environment,
  ports: Ports,
  surroundings: Surroundings,
  run: RunReport<'watch'>,
): Promise<StatusResult> {
  const seen = await observe(environment, ports, surroundings, (name, work) => run.phase(name, work))
  const { view, findings, rpo, proof, score } = seen
  for (const finding of findings) run.check(checkOf(finding))
  if (rpo !== null) run.objectives.push(rpo)
  addFacts(run, view, score)
  run.facts.push(...seen.growth)
  addCopies(run, view.history)
  const [newest] = restorable(view.history)
  run.backupId = newest?.id ?? null
  return {
    report: conclude(run, findings),
    lastBackup: newest?.id ?? null,
    rpoCompliant: rpo?.met ?? null,
    verified: proof.level === 'ok',
    score,
  }
}

function scored(finding: Finding): Scored {
  return { status: checkOf(finding).status, weight: finding.weight, isUnknown: finding.level === 'unknown' }
}

function addFacts(run: RunReport<'watch'>, { history }: View, score: number): void {
  run.fact('score', `${score} of 100`, score, 'count')
  run.fact('backups', String(history.known.length), history.known.length, 'count')
  for (const store of history.stores) {
    if (store.failure !== null) continue
    run.fact(
      `store ${store.name}`,
      `${counted(store.backups, 'backup')}, ${formatBytes(store.bytes)}`,
      store.bytes,
      'bytes',
    )
  }
}

/** What each store has of the newest backup. */
function addCopies(run: RunReport<'watch'>, history: History): void {
  const newest = believed(history)[0]
  const isCondemned = newest !== undefined && history.condemned.has(newest.id)
  const condemned = isCondemned ? condemnedText(history, (id) => id === newest.id) : null
  for (const { name, type, ephemeral, failure } of history.stores) {
    const state = newest?.copies.find(({ store }) => store === name)?.state
    run.copies.push({
      store: name,
      kind: type,
      status:
        failure !== null
          ? 'unreachable'
          : ephemeral
            ? 'ephemeral'
            : isCondemned && state === 'whole'
              ? 'damaged'
              : state === 'whole'
                ? 'complete'
                : 'incomplete',
      writeOnce: null,
      detail: failure?.message ?? condemned,
    })
  }
}

function conclude(run: RunReport<'watch'>, findings: readonly Finding[]): Report {
  const critical = findings.filter(({ level }) => level === 'critical')
  const [first] = critical
  if (first !== undefined) {
    const more = critical.length === 1 ? '' : `; and ${counted(critical.length - 1, 'more check')} failed`
    return run.finish(
      'failed',
      new Failure(first.failure ?? 'objective', `${first.name}: ${first.detail}${more}`, {
        ...(first.hint === undefined ? {} : { hint: first.hint }),
        subjects: first.subjects ?? [],
      }),
    )
  }
  return run.finish(verdictOf(findings), null)
}

/** The gravest of what was found. What should be known and is not, is less than well. */
export function verdictOf(findings: readonly Finding[]): Verdict {
  if (findings.some(({ level }) => level === 'critical')) return 'failed'
  return findings.some(({ level }) => level === 'warning' || level === 'unknown') ? 'degraded' : 'passed'
}
