import { type BackupId, isEmergencyBackup, labelPattern, parseBackupId } from '../domain/backup-id.ts'
import { Failure } from '../domain/failure.ts'
import { counted, type Instant } from '../domain/units.ts'
import type { Reader } from '../ports/store.ts'
import { type BackupListing, type ListedBackup, listBackups } from './backups.ts'
import { failureOfCopy } from './copies.ts'
import { manifestKey } from './layout.ts'
import type { ReadContext } from './signed-records.ts'

export interface ChosenBackup extends ListedBackup {
  /** Stores that could not be asked: for `latest` and dates, a newer backup may be there. */
  unreachable: Map<string, Failure>
  /** Those made before it, newest first, whatever the selector says of them. */
  older: ListedBackup[]
}

export interface ChoosingContext extends ReadContext {
  now: Instant
  /**
   * Whether a backup was proven, for `latest-proven`; given the ids in question, newest first, it gives the first that
   * was. Without it, `latest-proven` is not accepted.
   */
  newestProven?: (ids: readonly BackupId[]) => Promise<BackupId | null>
}

/**
 * Finds the backup that a person means. What could be read in several ways is read as the first of: `latest`;
 * `latest-proven`; an id; a date or time: the last backup made at or before it (a date alone is its first moment;
 * without a zone it is UTC); a label: the newest backup that bears it. Only an id or its label gives an emergency backup:
 * what a restore was to replace is not what anybody means by the latest.
 * @throws Failure `missing`, naming what is nearest; `config` when the selector is none of these
 */
export async function chooseBackup(
  stores: readonly Reader[],
  environment: string,
  selector: string,
  context: ChoosingContext,
): Promise<ChosenBackup> {
  const wanted = parseSelector(selector, context)
  const listing = await listBackups(stores, environment, context)
  const { backups, unreachable } = listing
  // An id from the future was not made by us, or by a clock that is wrong: it must not stand for the latest.
  const believable = backups.filter((backup) => 'id' in wanted || backup.at <= context.now + toleratedSkew)
  if (believable.length < backups.length) {
    context.log.warning(
      `${counted(backups.length - believable.length, 'backup')} from the future passed over: no clock that is right gives such a time`,
    )
  }
  const isNamed = 'id' in wanted || 'label' in wanted
  const candidates = isNamed ? believable : believable.filter(({ id }) => !isEmergencyBackup(id))
  const olderThan = (id: BackupId) =>
    backups.filter((backup) => backup.id < id && !isEmergencyBackup(backup.id))
  const proven =
    'proven' in wanted ? await context.newestProven?.(candidates.map((backup) => backup.id)) : null
  const found = candidates.find((backup) => isWanted(backup, selector, wanted, proven ?? null))
  if (found !== undefined) {
    const passedOver = believable.filter(
      ({ id, at }) =>
        isEmergencyBackup(id) && id > found.id && (!('before' in wanted) || at <= wanted.before),
    )
    if (!isNamed && passedOver.length > 0) {
      context.log.notice(
        `${passedOver.map(({ id }) => id).join(', ')}: made just before a restore, of the state that it replaced; taken only by id or label`,
      )
    }
    return { ...found, unreachable, older: olderThan(found.id) }
  }
  const id = parseBackupId(selector)
  if (id !== null) {
    const hidden = await storesWithOlderVersion(stores, environment, selector, context.signal)
    if (hidden.length > 0) {
      return { id: selector, ...id, stores: hidden, unreachable, older: olderThan(selector) }
    }
  }
  throw notFound(environment, selector, wanted, listing)
}

/** How far the clocks of machines may be apart. */
const toleratedSkew = 10 * 60_000

type Wanted = { newest: true } | { proven: true } | { id: Instant } | { before: Instant } | { label: string }

function parseSelector(selector: string, { newestProven }: ChoosingContext): Wanted {
  if (selector === 'latest') return { newest: true }
  const isProven = selector === 'latest-proven'
  if (isProven && newestProven !== undefined) return { proven: true }
  const id = parseBackupId(selector)
  if (id !== null) return { id: id.at }
  const match = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:\d\d)?)?$/.exec(selector)
  const moment =
    match === null ? Number.NaN : Date.parse(`${match[1]}T${match[2] ?? '00:00'}${match[3] ?? 'Z'}`)
  if (!Number.isNaN(moment)) return { before: moment }
  if (labelPattern.test(selector) && match === null && !isProven) return { label: selector }
  const proven = newestProven === undefined ? '' : ' latest-proven,'
  throw new Failure('config', `${JSON.stringify(selector)} names no backup`, {
    hint: `Accepted: latest,${proven} an id as lifeboat list prints it, a date such as 2026-11-21, a time such as 2026-11-21T10:15:00Z, or a label.`,
  })
}

function isWanted(backup: ListedBackup, selector: string, wanted: Wanted, proven: BackupId | null): boolean {
  if ('newest' in wanted) return true
  if ('proven' in wanted) return backup.id === proven
  if ('label' in wanted) return backup.label === wanted.label
  return 'id' in wanted ? backup.id === selector : backup.at <= wanted.before
}

/** A manifest hidden by a delete marker is not listed; a store that keeps versions can still serve it. */
async function storesWithOlderVersion(
  stores: readonly Reader[],
  environment: string,
  id: string,
  signal: AbortSignal,
): Promise<string[]> {
  const names: string[] = []
  for (const store of stores) {
    try {
      if ((await store.versions(manifestKey(environment, id), signal)).length > 0) names.push(store.name)
    } catch (error) {
      failureOfCopy(error, signal)
    }
  }
  return names
}

function notFound(
  environment: string,
  selector: string,
  wanted: Wanted,
  { backups, unreachable }: BackupListing,
): Failure {
  const silent =
    unreachable.size === 0 ? '' : ` Stores that did not answer: ${[...unreachable.keys()].join(', ')}.`
  if (backups.length === 0) {
    return new Failure('missing', `there is no backup of ${environment} yet`, {
      hint: `Make one: \`lifeboat backup --environment ${environment}\`.${silent}`,
    })
  }
  const hint = `${nearest(backups, wanted)}.${silent}`
  if ('proven' in wanted) {
    return new Failure(
      'missing',
      `no backup of ${environment} was proven by a restore test that can be believed`,
      {
        hint: `Choose one that was not: ${hint}`,
      },
    )
  }
  const message =
    'before' in wanted
      ? `there is no backup of ${environment} at or before ${selector}`
      : 'label' in wanted
        ? `there is no backup of ${environment} with the label ${selector}`
        : `there is no backup ${selector} of ${environment}`
  return new Failure('missing', message, { hint: `Nearest: ${hint}` })
}

function nearest(backups: readonly ListedBackup[], wanted: Wanted): string {
  const moment = 'id' in wanted ? wanted.id : 'before' in wanted ? wanted.before : Number.MAX_SAFE_INTEGER
  return [...backups]
    .sort((a, b) => Math.abs(a.at - moment) - Math.abs(b.at - moment))
    .slice(0, 3)
    .map((backup) => backup.id)
    .join(', ')
}
