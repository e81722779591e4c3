import type { Environment } from '../../domain/environment/schema.ts'
import { Failure } from '../../domain/failure.ts'
import type { Report } from '../../domain/report.ts'
import { toleratedClockSkew } from '../../domain/retention.ts'
import { counted, formatBytes } from '../../domain/units.ts'
import { type Weight, scoreOf } from '../../domain/watch/score.ts'
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
import { checkSchedule } from './checks/schedules.ts'
import { askRepository, checkDisks, checkSources } from './checks/surroundings.ts'
import { checkOf, type Finding } from './finding.ts'
import { readHistory, type History } from './history.ts'
import { believed, type View, watchOf } from './view.ts'
import { expectedRuns } from './workflow-schedules.ts'

export interface StatusResult {
  report: Report
  /** The newest backup that can be believed. */
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

async function look(
  environment: Environment,
  ports: Ports,
  surroundings: Surroundings,
  run: RunReport<'watch'>,
): Promise<StatusResult> {
  const now = ports.clock.now()
  const watch = watchOf(environment)
  const range = {
    from: windowStart({ environment, watch, now }),
    to: now + toleratedClockSkew,
    backupsFrom: null,
  }
  const history = await run.phase('read the stores', () => readHistory(environment, range, ports))
  const view: View = { environment, watch, history, now }
  const findings: Finding[] = []
  const { workflows, finding: audit } = await run.phase('ask GitHub', () =>
    askRepository(environment, surroundings.repository),
  )
  const files = await surroundings.workflows()
  const expected = {
    backup: expectedRuns('backup', environment, watch, files),
    verify: expectedRuns('verify', environment, watch, files),
  }
  const freshness = checkFreshness(view)
  const copies = checkCopies(view)
  const growth = checkGrowth(view)
  const proof = checkProof(view)
  findings.push(
    ...freshness.findings,
    proof,
    checkDrill(view),
    ...checkSchedule('backup', view, expected.backup, workflows).findings,
    ...checkSchedule('verify', view, expected.verify, workflows).findings,
    checkStores(view),
    ...copies.findings,
    checkLedger(view),
    checkBelief(view),
    ...growth.findings,
    checkRetention(view),
    checkLeases(view),
    checkRecipients(view),
  )
  findings.push(...(await run.phase('look at the disks', () => checkDisks(view, surroundings, ports.spool))))
  findings.push(...(await run.phase('ask the sources', () => checkSources(environment, ports))))
  findings.push(audit)
  for (const finding of findings) run.check(checkOf(finding))
  if (freshness.rpo !== null) run.objectives.push(freshness.rpo)
  const score = scoreOf(findings.map((finding) => scored(finding)))
  addFacts(run, view, score)
  run.facts.push(...growth.facts)
  addCopies(run, history)
  const [newest] = believed(history)
  run.backupId = newest?.id ?? null
  return {
    report: conclude(run, findings),
    lastBackup: newest?.id ?? null,
    rpoCompliant: freshness.rpo?.met ?? null,
    verified: proof.level === 'ok',
    score,
  }
}

function scored(finding: Finding): {
  status: ReturnType<typeof checkOf>['status']
  weight: Weight
  isUnknown: boolean
} {
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
            : state === 'whole'
              ? 'complete'
              : 'incomplete',
      writeOnce: null,
      detail: failure?.message ?? null,
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
  const isLess = findings.some(({ level }) => level === 'warning' || level === 'unknown')
  return run.finish(isLess ? 'degraded' : 'passed', null)
}
