import { isFromTheFuture, timeAndAge } from '../../domain/age.ts'
import { readHistory } from '../../domain/deploy-history.ts'
import type { Environment } from '../../domain/environment/schema.ts'
import { Failure } from '../../domain/failure.ts'
import type { LedgerEvent } from '../../domain/ledger.ts'
import { formatDuration, type Milliseconds } from '../../domain/units.ts'
import type { Ports } from '../../ports/ports.ts'
import type { Answer } from './answer.ts'
import { eventWord, findInLedger, fromLedger } from './ledger-evidence.ts'

/** The environment before this one in line, and its stores, opened with keys that read. */
export interface PreviousEnvironment {
  environment: Environment
  stores: Ports['stores']
}

/** What one event of the environment before says of the version. */
interface Word {
  event: LedgerEvent
  isGood: boolean
  text: string
}

/**
 * Whether the version was validated in the environment before this one: what its ledger said last of that version is
 * that it stood there and was validated. Of an environment that is protected only signed events of the other count.
 */
export async function judgeAfter(
  version: string,
  within: Milliseconds | null,
  previous: PreviousEnvironment,
  isProtected: boolean,
  ports: Pick<Ports, 'clock' | 'log' | 'signal'>,
): Promise<Answer> {
  const { environment, stores } = previous
  const name = environment.environment
  const now = ports.clock.now()
  const seen: { word: Word | null; future: number; partial: number; fell: LedgerEvent | null } = {
    word: null,
    future: 0,
    partial: 0,
    fell: null,
  }
  /** Failed validations that name no version were of whatever stood then: which one that was is said by an older event. */
  let unnamed: LedgerEvent[] = []
  const found = await findInLedger(
    environment,
    ['deploy', 'validation'],
    isProtected || environment.protected,
    (event) => {
      if (event.type === 'validation' && versionOf(event) === null) {
        if (event.outcome.verdict === 'failed') unnamed.push(event)
        return false
      }
      // After a rollback it is the release of before.
      const standing = readHistory([event]).stands?.version
      if (standing !== undefined) {
        if (standing === version) seen.fell ??= unnamed[0] ?? null
        unnamed = []
      }
      const word = versionOf(event) === version ? wordOf(event) : null
      if (word === null) {
        if (event.type === 'validation' && versionOf(event) === version) seen.partial += 1
        return false
      }
      if (word.isGood && isFromTheFuture(Date.parse(event.at), now)) {
        seen.future += 1
        return false
      }
      // What nothing older has been found for yet ran when this version did, which a validation names.
      const fell = seen.fell ?? unnamed[0] ?? null
      seen.word =
        word.isGood && fell !== null
          ? { event: fell, isGood: false, text: 'what ran there after it was validated again, and failed' }
          : word
      return true
    },
    { stores, log: ports.log, signal: ports.signal },
  )
  const hint = `Deploy ${version} to ${name} first, and let it be validated there.`
  const later =
    (seen.future === 0 ? '' : '; an event that is dated in the future does not count') +
    (seen.partial === 0 ? '' : '; a validation of a part, or a quick one, does not count')
  if (seen.word === null) {
    const where = found.isWhole ? 'the ledger' : `the newest ${found.read} events of the ledger`
    return {
      status: 'failed',
      failure: 'objective',
      detail: `${where} of ${name} knows of no validation of ${version}${later}`,
      hint,
    }
  }
  const { event, isGood, text } = seen.word
  const at = Date.parse(event.at)
  const said = `${version} in ${name}: ${text}, ${timeAndAge(at, now)}, ${eventWord(event)}${later}`
  if (!isGood) return { status: 'failed', failure: 'objective', detail: said, hint }
  if (within !== null && now - at > within) {
    return {
      status: 'failed',
      failure: 'objective',
      detail: `too long ago: ${said}; at most ${formatDuration(within)} is allowed`,
      hint: `Validate ${version} in ${name} again.`,
    }
  }
  return fromLedger(said, found)
}

/** Null when it says nothing of the version's fitness: a deployment that a guard refused never came to it. */
function wordOf(event: LedgerEvent): Word | null {
  const { type, details, outcome } = event
  if (type === 'validation') {
    const isGood = outcome.verdict === 'passed'
    // What passed of a part, or of a quick look, says nothing of the rest; what fell short there fell short.
    if (isGood && !isWhole(event)) return null
    return { event, isGood, text: `validation ${outcome.verdict}` }
  }
  const state = String(details['state'] ?? 'unknown')
  if (state === 'refused') return null
  const isGood = state === 'stands' && details['validated'] === true && outcome.verdict !== 'failed'
  const validated = details['validated'] === true ? 'validated' : 'not validated'
  return { event, isGood, text: `deployment ${state}, ${validated}` }
}

/** Whether all was asked that a validation can ask of a release. */
function isWhole({ details }: LedgerEvent): boolean {
  return details['whole'] === true && (details['depth'] === 'full' || details['depth'] === 'smoke')
}

function versionOf({ details }: LedgerEvent): string | null {
  const version = details['version']
  return typeof version === 'string' && version !== '' ? version : null
}

/** A protected environment whose file names none before it: whether that is meant must be said. */
export function unnamedBefore(environment: Environment): Failure {
  return new Failure('config', 'the environment file does not say which environment comes before this one', {
    hint: `Name it under gate.after in the file of ${environment.environment}, such as after: { environment: staging }, or say after: off.`,
  })
}
