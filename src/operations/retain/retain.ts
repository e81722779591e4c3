import { type BackupId, parseBackupId } from '../../domain/backup-id.ts'
import type { Environment } from '../../domain/environment/schema.ts'
import { Failure } from '../../domain/failure.ts'
import type { Report } from '../../domain/report.ts'
import {
  planRetention,
  type RetentionCandidate,
  type RetentionPlan,
  toleratedClockSkew,
} from '../../domain/retention.ts'
import { counted, formatBytes, formatDuration } from '../../domain/units.ts'
import type { Ports } from '../../ports/ports.ts'
import { failureOfCopy } from '../../vault/copies.ts'
import { leaseKey, manifestKey } from '../../vault/layout.ts'
import { type Lease, takeLease } from '../../vault/leases.ts'
import { hasManifest, leftoversIn, proofsStay } from '../../vault/leftovers.ts'
import { outcomeOf, recordEvent } from '../ledger/record.ts'
import { RunReport } from '../run-report.ts'
import { checkSigningKey } from '../signing-keys.ts'
import { type RemovalOutcome, Remover } from './remove.ts'
import { type Survey, survey, userOf } from './survey.ts'

export interface RetainInput {
  /** Says what would be kept and removed, and changes nothing. */
  dryRun: boolean
}

export interface RetainResult {
  report: Report
  /** Newest first. With `dryRun`, those that would be. */
  kept: BackupId[]
  removed: BackupId[]
}

/** Leases of runs that ended so long ago are of no interest to anybody. */
const leasesStay = 86_400_000

/** Removes backups that no rule keeps, in all stores, and what killed runs left behind. Expected troubles end in the report. */
export async function retain(
  environment: Environment,
  input: RetainInput,
  ports: Ports,
): Promise<RetainResult> {
  const run = new RunReport('retention', environment.environment, ports)
  const retention = new Retention(environment, input, ports, run)
  const report = await run.ending(() => retention.run())
  const { kept, removed, freed, leftovers } = retention
  if (!input.dryRun) {
    await recordEvent(ports, environment, {
      type: 'retention',
      outcome: outcomeOf(report),
      backupId: null,
      details: { kept: kept.length, removed: removed.join(' '), freed, leftovers },
    })
  }
  return { report, kept, removed }
}

class Retention {
  kept: BackupId[] = []
  removed: BackupId[] = []
  freed = 0
  leftovers = 0
  private readonly environment: Environment
  private readonly input: RetainInput
  private readonly ports: Ports
  private readonly report: RunReport
  private readonly failures: RemovalOutcome['failures'] = []
  private readonly explained = new Map<BackupId, string>()

  constructor(environment: Environment, input: RetainInput, ports: Ports, report: RunReport) {
    this.environment = environment
    this.input = input
    this.ports = ports
    this.report = report
  }

  async run(): Promise<Report> {
    const { environment, ports, report } = this
    if (this.input.dryRun) return this.work(null)
    checkSigningKey(environment, 'retention', ports.keys.signing)
    await using lease = await report.phase('take the lease', () =>
      takeLease(
        ports.stores,
        environment.environment,
        { exclusive: 'retention', why: 'remove expired backups' },
        ports,
      ),
    )
    for (const [store, failure] of lease.failures) {
      report.notice('warning', `store ${store} did not take the lease: ${failure.message}`)
    }
    return await this.work(lease)
  }

  /** @param lease null for a dry run */
  private async work(lease: Lease | null): Promise<Report> {
    const { environment, ports, report } = this
    const found = await report.phase('look at the backups', () => survey(environment, ports))
    const clockTrouble = lease === null ? null : await this.clockTrouble(lease)
    const plan = await report.phase('plan', async () => this.planAround(found, clockTrouble))
    this.sayWhatIsOdd(found, plan)
    const condemned = new Set(found.candidates.flatMap((one) => (one.condemned ? [one.id] : [])))
    for (const { id, action, rules } of plan.decisions) {
      if (action === 'keep') this.kept.push(id)
      const bad = condemned.has(id) ? '; a restore test has shown it to be bad' : ''
      this.explained.set(id, `${action === 'keep' ? 'kept' : 'to be removed'}: ${rules.join(', ')}${bad}`)
    }
    const due = this.leftoversOf(found)
    if (lease === null) {
      this.removed = [...plan.remove].reverse()
      this.leftovers = due.length
      for (const id of due) this.explained.set(id, 'to be removed: leftovers of a run that was killed')
    } else if (plan.halted === null) {
      await this.remove(found, plan, due, lease)
    }
    return this.conclude(found, plan)
  }

  /** Locks are asked of those alone that would go, as each asks every store. */
  private async planAround(found: Survey, clockTrouble: string | null): Promise<RetentionPlan> {
    const { environment, ports } = this
    const policy = { ...environment.retention, timezone: environment.timezone }
    const asked = new Set<BackupId>()
    for (;;) {
      const plan = planRetention(found.candidates, policy, ports.clock.now())
      if (clockTrouble !== null) return haltedBy(plan, clockTrouble)
      const unasked = plan.remove.filter((id) => !asked.has(id))
      if (unasked.length === 0) return plan
      for (const id of unasked) {
        asked.add(id)
        const candidate = found.candidates.find((one) => one.id === id)
        if (candidate !== undefined) await this.askForLocks(candidate, found)
      }
    }
  }

  /** On a bucket with versions a locked object can still be hidden, so no refusal would tell. */
  private async askForLocks(candidate: RetentionCandidate, found: Survey): Promise<void> {
    const { stores, signal } = this.ports
    const { id } = candidate
    for (const store of stores) {
      if (!hasManifest(found.folders.get(id)?.get(store.name))) continue
      try {
        const stored = await store.stat(manifestKey(this.environment.environment, id), signal)
        const until = stored?.lockedUntil
        if (until !== undefined) candidate.lockedUntil = Math.max(candidate.lockedUntil ?? until, until)
      } catch (error) {
        const failure = failureOfCopy(error, signal)
        if (failure.kind === 'bug') throw failure
        candidate.doubt = `store ${store.name} does not say whether it holds it: ${failure.message}`
      }
    }
  }

  /** The store's own clock, as it dates our lease, tells whether ours is right: critical backups expire by it. */
  private async clockTrouble(lease: Lease): Promise<string | null> {
    const { stores, signal, clock } = this.ports
    for (const store of stores) {
      if (!lease.stores.includes(store.name)) continue
      const stored = await store
        .stat(leaseKey(this.environment.environment, lease.name), signal)
        .catch((error: unknown) => {
          failureOfCopy(error, signal)
          return null
        })
      const apart = stored === null ? 0 : clock.now() - stored.modifiedAt
      if (Math.abs(apart) > toleratedClockSkew) {
        return `this machine's clock and that of store ${store.name} are ${formatDuration(Math.abs(apart))} apart: with a wrong clock nothing is removed`
      }
    }
    return null
  }

  private leftoversOf(found: Survey): BackupId[] {
    const { ports, environment, report } = this
    if (found.unreachable.size > 0) {
      report.notice(
        'notice',
        'leftovers are not looked at: a store that could not be listed may have their manifests',
      )
      return []
    }
    const now = ports.clock.now()
    return leftoversIn(found, (id) => parseBackupId(id)?.at ?? now, now - environment.retention.grace).filter(
      (id) => userOf(id, found.leases, now) === null,
    )
  }

  private async remove(
    found: Survey,
    plan: RetentionPlan,
    leftovers: readonly BackupId[],
    lease: Lease,
  ): Promise<void> {
    const { ports, report, environment } = this
    const reachable = ports.stores.filter((store) => !found.unreachable.has(store.name))
    const remover = new Remover(environment, reachable, lease, ports)
    if (plan.remove.length > 0) {
      await report.phase('remove backups', async () => {
        for (const id of plan.remove) {
          const outcome = await this.tried(() => remover.removeBackup(id, found.folders.get(id) ?? new Map()))
          if (outcome !== null) this.settle(id, outcome)
        }
      })
    }
    await report.phase('remove leftovers', async () => {
      for (const id of leftovers) {
        const outcome = await this.tried(() =>
          remover.removeLeftovers(id, found.folders.get(id) ?? new Map()),
        )
        if (outcome === null) continue
        this.freed += outcome.freed
        this.failures.push(...outcome.failures)
        if (outcome.kept === null && outcome.failures.length === 0) this.leftovers += 1
        else if (outcome.kept !== null) report.notice('notice', `leftovers of ${id}: ${outcome.kept}`)
      }
      if (found.unreachable.size > 0) return
      const now = ports.clock.now()
      const gone = new Set(this.removed)
      const exists = (id: BackupId) =>
        !gone.has(id) && found.candidates.some((candidate) => candidate.id === id)
      const before = { proofsBefore: now - proofsStay, leasesBefore: now - leasesStay }
      await this.tried(() => remover.removeOutdated(exists, before, this.failures))
    })
  }

  /** A store that fails is noted, and the next backup has its turn; a lost lease ends the run. */
  private async tried<T>(work: () => Promise<T>): Promise<T | null> {
    try {
      return await work()
    } catch (error) {
      const failure = failureOfCopy(error, this.ports.signal)
      if (failure.kind === 'bug' || failure.kind === 'refused') throw failure
      this.failures.push({ store: 'stores', failure })
      return null
    }
  }

  private settle(id: BackupId, outcome: RemovalOutcome): void {
    this.freed += outcome.freed
    this.failures.push(...outcome.failures)
    if (outcome.removed) {
      this.removed.push(id)
      this.explained.set(id, outcome.kept === null ? 'removed: no rule keeps it' : `removed; ${outcome.kept}`)
    } else {
      this.explained.set(id, `kept: ${outcome.kept ?? 'a store failed'}`)
      this.kept.push(id)
    }
    if (outcome.kept !== null) this.report.notice('notice', `${id}: ${outcome.kept}`)
  }

  private sayWhatIsOdd(found: Survey, plan: RetentionPlan): void {
    const { report, environment } = this
    if (plan.halted !== null) report.notice('warning', plan.halted)
    if (environment.signing.backup === undefined) {
      report.notice('notice', 'signing.backup is not given: every backup counts, whoever made it')
    }
    const untrusted = found.candidates.filter((one) => one.trust !== true).length - found.unread
    if (found.candidates.length === 0) {
      report.notice('warning', 'no store has a backup of this environment')
    }
    if (untrusted > 0) {
      report.notice(
        'warning',
        `${counted(untrusted, 'backup')} cannot be trusted: such count for nothing and are not removed. Look at them: \`lifeboat list --environment ${environment.environment}\`.`,
      )
    }
    if (found.unread > 0) {
      report.notice(
        'warning',
        `${counted(found.unread, 'manifest')} could not be read; what they belong to is kept`,
      )
    }
    const condemned = found.candidates.flatMap((one) => (one.condemned ? [one.id] : []))
    if (condemned.length > 0) {
      const names = `${condemned.slice(0, 3).join(', ')}${condemned.length > 3 ? ' and others' : ''}`
      report.notice(
        'warning',
        `${counted(condemned.length, 'backup was', 'backups were')} shown to be bad by a restore test: ${names}; such push out nothing that is good`,
      )
    }
    const doubts = found.candidates.flatMap(({ doubt }) => (doubt === null ? [] : [doubt]))
    if (doubts.length > 0) {
      report.notice(
        'warning',
        `${counted(doubts.length, 'backup')} could not be judged for now: such are kept, and push nothing out; first: ${doubts[0]}`,
      )
    }
    if (plan.postponed > 0) {
      report.notice(
        'notice',
        `${counted(plan.postponed, 'more backup is', 'more backups are')} due, and left to later runs: retention.max-removals is ${environment.retention.maxRemovals}`,
      )
    }
    for (const [store, failure] of found.unreachable) {
      report.notice('warning', `store ${store} was left out: ${failure.message}`)
    }
  }

  private conclude(found: Survey, plan: RetentionPlan): Report {
    const { report, input, ports } = this
    const would = input.dryRun ? ' (dry run)' : ''
    report.fact('kept', `${this.kept.length}${would}`, this.kept.length, 'count')
    report.fact('removed', `${this.removed.length}${would}`, this.removed.length, 'count')
    if (!input.dryRun) report.fact('freed', formatBytes(this.freed), this.freed, 'bytes')
    report.fact('leftovers removed', `${this.leftovers}${would}`, this.leftovers, 'count')
    this.kept.sort().reverse()
    for (const [id, text] of this.explained) {
      report.fact(id, text)
      ports.log.info(`${id} ${text}`)
    }
    for (const { store, failure } of this.failures) {
      report.notice('warning', `${store === 'stores' ? '' : `store ${store}: `}${failure.message}`)
    }
    const [worst] = this.failures
    if (worst !== undefined && plan.remove.length > 0 && this.removed.length === 0) {
      const { kind, message, hint } = worst.failure
      return report.finish(
        'failed',
        new Failure(kind, `nothing could be removed: ${message}`, {
          hint: hint ?? 'Give the retention job the keeper role’s policy.',
          cause: worst.failure,
        }),
      )
    }
    const isLess =
      found.candidates.some((one) => one.doubt !== null || one.condemned) ||
      this.failures.length > 0 ||
      found.unreachable.size > 0 ||
      found.candidates.some((one) => one.trust !== true) ||
      found.candidates.length === 0 ||
      plan.halted !== null
    return report.finish(isLess ? 'degraded' : 'passed', null)
  }
}

function haltedBy(plan: RetentionPlan, halted: string): RetentionPlan {
  return {
    decisions: plan.decisions.map((decision) =>
      decision.action === 'keep'
        ? decision
        : { ...decision, action: 'keep', rules: ['due, but nothing is removed'] },
    ),
    remove: [],
    postponed: 0,
    halted,
  }
}
