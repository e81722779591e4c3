import type { BackupId } from '../../domain/backup-id.ts'
import { inParallel } from '../../domain/concurrency.ts'
import type { Environment } from '../../domain/environment/schema.ts'
import { Failure } from '../../domain/failure.ts'
import type { Report } from '../../domain/report.ts'
import { counted, formatBytes } from '../../domain/units.ts'
import type { Ports } from '../../ports/ports.ts'
import type { Store } from '../../ports/store.ts'
import { failureOfCopy } from '../../vault/copies.ts'
import { markStores } from '../../vault/marker.ts'
import { compareStores, type Group, type StoreComparison } from '../../vault/store-comparison.ts'
import { outcomeOf, recordEvent } from '../ledger/record.ts'
import { RunReport } from '../run-report.ts'
import { copyBackup } from './copy-backup.ts'
import { copyRecord } from './copy-records.ts'

export interface ReplicateInput {
  /** Says what would be copied, and changes nothing. */
  dryRun: boolean
}

export interface ReplicateResult {
  report: Report
  /** Backups that some store lacked and has now, the newest first; of a dry run, that it would get. */
  copied: BackupId[]
}

/** Backups brought at once, each with several artifacts. */
const backupsAtOnce = 2
const recordsAtOnce = 8

/** Brings stores that lag behind up to date: only what is missing, checked on its way. Expected troubles end in the report. */
export async function replicate(
  environment: Environment,
  input: ReplicateInput,
  ports: Ports,
): Promise<ReplicateResult> {
  const run = new RunReport('replicate', environment.environment, ports)
  const replication = new Replication(environment, input, ports, run)
  const report = await run.ending(() => replication.run())
  const { copied, objects, bytes } = replication
  // A run that had nothing to do did nothing that the ledger would have to tell.
  if (!input.dryRun && (objects > 0 || report.verdict === 'failed')) {
    await recordEvent(ports, environment, {
      type: 'replicate',
      outcome: outcomeOf(report),
      backupId: null,
      details: { backups: copied.length, objects, bytes },
    })
  }
  return { report, copied }
}

class Replication {
  readonly copied: BackupId[] = []
  objects = 0
  bytes = 0
  private readonly environment: Environment
  private readonly input: ReplicateInput
  private readonly ports: Ports
  private readonly report: RunReport
  /** Stores that take no further part, by name, and why. */
  private readonly givenUp = new Map<string, Failure>()
  /** What went wrong, besides whole stores. */
  private readonly troubles: Failure[] = []
  /** How many backups each store has whole. */
  private readonly whole = new Map<string, number>()
  /** Backups with fewer lasting copies than are wanted. */
  private tooFew = 0

  constructor(environment: Environment, input: ReplicateInput, ports: Ports, report: RunReport) {
    this.environment = environment
    this.input = input
    this.ports = ports
    this.report = report
  }

  async run(): Promise<Report> {
    const { environment, ports, report } = this
    const compared = await report.phase('compare', () =>
      compareStores(ports.stores, environment.environment, ports),
    )
    for (const [store, failure] of compared.unreachable) {
      this.givenUp.set(store, failure)
      report.notice('warning', `store ${store} was left out: ${failure.message}`)
    }
    this.countAlike(compared)
    const backups = compared.differing.filter(({ kind }) => kind === 'backup').reverse()
    const records = compared.differing.filter(({ kind }) => kind !== 'backup')
    if (backups.length > 0) {
      await report.phase('copy backups', () =>
        inParallel(backups, backupsAtOnce, (group) => this.bringBackup(group)),
      )
    }
    if (records.length > 0 && !this.input.dryRun) {
      await report.phase('copy proofs and ledger', () =>
        inParallel(records, recordsAtOnce, (group) => this.bringRecord(group)),
      )
    }
    this.copied.sort().reverse()
    return this.conclude(compared.alike.backup + backups.length)
  }

  private countAlike({ alike }: StoreComparison): void {
    const stores = this.answering()
    for (const store of stores) this.whole.set(store.name, alike.backup)
    const lasting = stores.filter((store) => !store.ephemeral).length
    if (lasting < this.wanted) this.tooFew += alike.backup
  }

  private async bringBackup({ backupId }: Group): Promise<void> {
    if (backupId === null) return
    this.ports.signal.throwIfAborted()
    const stores = this.answering()
    const targets = this.targets()
    const { dryRun } = this.input
    try {
      if (!dryRun) await this.markOnce(targets)
      const outcome = await copyBackup(
        this.environment,
        backupId,
        { stores, targets, dryRun },
        this.ports,
        this.report,
      )
      this.objects += outcome.objects
      this.bytes += outcome.bytes
      for (const [name, failure] of outcome.failures) this.note(name, failure, backupId)
      for (const name of outcome.whole) this.whole.set(name, (this.whole.get(name) ?? 0) + 1)
      if (outcome.brought.length > 0) {
        this.copied.push(backupId)
        this.ports.log.info(`${backupId} ${dryRun ? 'lacks in' : 'brought to'} ${outcome.brought.join(', ')}`)
      }
      const lasting = stores.filter((store) => !store.ephemeral && outcome.whole.has(store.name)).length
      const isGone = outcome.whole.size + outcome.failures.size + outcome.brought.length === 0
      if (lasting < this.wanted && !isGone) this.tooFew += 1
    } catch (error) {
      this.trouble(error, backupId)
      this.tooFew += 1
    }
  }

  private async bringRecord(group: Group): Promise<void> {
    this.ports.signal.throwIfAborted()
    const holders = this.answering().filter((store) => group.holders.includes(store.name))
    // Also those that have it: without its signature, perhaps.
    const targets = this.targets()
    try {
      await this.markOnce(targets)
      const failures = await copyRecord(this.environment, group, { holders, targets }, this.ports)
      const got = targets.filter(({ name }) => !group.holders.includes(name) && !failures.has(name))
      this.objects += got.length
      for (const [name, failure] of failures) this.note(name, failure, group.place)
    } catch (error) {
      this.trouble(error, group.place)
    }
  }

  private note(store: string, failure: Failure, what: string): void {
    // Whoever does not answer once would make every further object wait as long.
    const isOfStore = ['unavailable', 'access', 'capacity'].includes(failure.kind)
    if (isOfStore && !this.givenUp.has(store)) {
      this.givenUp.set(store, failure)
      this.report.notice('warning', `store ${store} takes no further part: ${failure.message}`)
    } else if (!isOfStore) {
      this.troubles.push(failure)
      this.report.notice('warning', `store ${store}, ${what}: ${failure.message}`, failure.subjects)
      if (failure.hint !== undefined && !this.report.next.includes(failure.hint)) {
        this.report.next.push(failure.hint)
      }
    }
  }

  /** What no store has in a form to be believed is not copied, and the rest has its turn. */
  private trouble(error: unknown, what: string): void {
    const failure = failureOfCopy(error, this.ports.signal)
    if (failure.kind === 'bug') throw failure
    this.troubles.push(failure)
    this.report.notice('warning', `${what} was not copied: ${failure.message}`, failure.subjects)
  }

  private answering(): Store[] {
    return this.ports.stores.filter((store) => !this.givenUp.has(store.name))
  }

  /** What goes away with the machine is not worth filling. */
  private targets(): Store[] {
    return this.answering().filter((store) => !store.ephemeral)
  }

  private marking: Promise<unknown> | null = null

  /** A new store says what it is before anything else lies in it. */
  private markOnce(targets: readonly Store[]): Promise<unknown> {
    return (this.marking ??= markStores(targets, this.ports))
  }

  private get wanted(): number {
    const durable = this.ports.stores.filter((store) => !store.ephemeral).length
    return Math.min(this.environment.minimumCopies, durable)
  }

  private conclude(backups: number): Report {
    const { report, input } = this
    const would = input.dryRun ? ' (dry run)' : ''
    report.fact('backups', String(backups), backups, 'count')
    report.fact('brought up to date', `${this.copied.length}${would}`, this.copied.length, 'count')
    report.fact('objects copied', `${this.objects}${would}`, this.objects, 'count')
    report.fact('bytes copied', `${formatBytes(this.bytes)}${would}`, this.bytes, 'bytes')
    for (const store of this.ports.stores) {
      const has = this.whole.get(store.name) ?? 0
      const failure = this.givenUp.get(store.name)
      report.copies.push({
        store: store.name,
        kind: store.kind,
        status:
          failure !== undefined
            ? 'unreachable'
            : store.ephemeral
              ? 'ephemeral'
              : has === backups
                ? 'complete'
                : 'incomplete',
        writeOnce: null,
        detail: failure?.message ?? (store.ephemeral ? null : `has ${has} of ${backups} backups whole`),
      })
    }
    const worst = [...this.givenUp.values(), ...this.troubles][0]
    if (this.tooFew > 0 && !input.dryRun) {
      const message = `${counted(this.tooFew, 'backup has', 'backups have')} fewer copies than minimum-copies asks for (${this.wanted})`
      const hint = worst?.hint
      return report.finish(
        'failed',
        new Failure(
          worst?.kind ?? 'objective',
          worst === undefined ? message : `${message}: ${worst.message}`,
          {
            ...(hint === undefined ? {} : { hint }),
            cause: worst,
          },
        ),
      )
    }
    const behind = this.targets().some((store) => this.whole.get(store.name) !== backups)
    const isLess = worst !== undefined || (behind && !input.dryRun)
    return report.finish(isLess ? 'degraded' : 'passed', null)
  }
}
