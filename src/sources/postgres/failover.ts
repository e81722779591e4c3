import { asFailure, Failure } from '../../domain/failure.ts'
import { formatDuration, type Instant } from '../../domain/units.ts'
import type { Clock } from '../../ports/clock.ts'
import type { FailoverRequest, FailoverResult } from '../../ports/failover.ts'
import { addressOf } from './address.ts'
import { sqlState } from './server-error.ts'
import { connect, refusesEncryption, type Session } from './session.ts'

const applicationName = 'lifeboat failover'

/** Contract: `FailOver` in ports/failover.ts. */
export async function failOver(
  request: FailoverRequest,
  { clock }: { clock: Clock },
  signal: AbortSignal,
): Promise<FailoverResult> {
  await using replica = await connect(addressOf(request.replica, 'the replica'), {
    applicationName,
    signal,
  })
  const before = await lookAt(replica)
  await refuseSameServer(request, before, signal)
  if (!before.isReplica) {
    // Promoted already: by a run that was killed, or by somebody else. What is left is to make sure of the other one.
    await fenceOrRefuse(request, signal)
    await refuseTwoPrimaries(request, signal)
    await provesToWrite(request, signal)
    return {
      promotedNow: false,
      lastChangeAt: null,
      detail: 'the replica had been promoted before, and the former primary does not answer',
    }
  }
  await refuseStrangers(request, before, signal)
  await fenceOrRefuse(request, signal)
  const { lastChangeAt } = await lookAt(replica)
  const age = lastChangeAt === null ? null : Math.max(0, clock.now() - lastChangeAt)
  if ((age === null || age > request.maxLoss) && !request.vouched) {
    const what =
      age === null
        ? 'the replica cannot say when it last had a change'
        : `the newest change on the replica is ${formatDuration(age)} old, and at most ${formatDuration(request.maxLoss)} was to be lost`
    throw new Failure('refused', `nothing is promoted: ${what}`, {
      hint: 'If nothing was written since, or this loss is less bad than waiting, answer go for this step. Else restore the newest backup.',
    })
  }
  signal.throwIfAborted()
  const [done] = await replica.query<{ promoted: string }>(
    'promoting the replica',
    'select pg_catalog.pg_promote(true, $1::int)::text as promoted',
    [Math.max(1, Math.ceil(request.timeout / 1_000))],
  )
  if (done?.promoted !== 'true') {
    throw new Failure(
      'unavailable',
      `the replica did not become primary within ${formatDuration(request.timeout)}`,
      { hint: 'Look at its log. It may still become one: look before anything else is started.' },
    )
  }
  await provesToWrite(request, signal)
  await refuseTwoPrimaries(request, signal)
  const upTo = age === null ? '' : `; its newest change is ${formatDuration(age)} old`
  return { promotedNow: true, lastChangeAt, detail: `the replica takes writes${upTo}` }
}

interface State {
  isReplica: boolean
  systemIdentifier: string
  /** When this very server process began: no two servers share system identifier and beginning. */
  startedAt: string
  lastChangeAt: Instant | null
}

async function lookAt(session: Session): Promise<State> {
  const [row] = await session.query<{
    replica: string
    system: string
    started: string
    last: string | null
  }>(
    'asking the server for its part',
    `select pg_catalog.pg_is_in_recovery()::text as replica,
            (select system_identifier from pg_catalog.pg_control_system())::text as system,
            pg_catalog.pg_postmaster_start_time()::text as started,
            (extract(epoch from pg_catalog.pg_last_xact_replay_timestamp()) * 1000)::bigint::text as last`,
  )
  return {
    isReplica: row?.replica === 'true',
    systemIdentifier: row?.system ?? '',
    startedAt: row?.started ?? '',
    lastChangeAt: row?.last === null || row?.last === undefined ? null : Number(row.last),
  }
}

interface Former {
  /** `closed`: it lives, and lets us not in. `unwell`: something is there, and it may serve nobody. */
  part: 'primary' | 'replica' | 'closed' | 'unwell'
  systemIdentifier: string
  startedAt: string
  /** Why nothing more is known of it. */
  why?: string
}

/** Nothing listens there, no way leads there, or nothing came back in time. */
const gone = new Set([
  'ECONNREFUSED',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'ENETUNREACH',
  'ENOTFOUND',
  'ENOENT',
])

function saysGone(error: unknown): boolean {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  if (!(cause instanceof Error)) return false
  if ('code' in cause && typeof cause.code === 'string') return gone.has(cause.code)
  // node-postgres gives its own time-out of connecting no code.
  return /timeout expired/i.test(cause.message)
}

/** A login, a database, a certificate or a limit of ours is wrong: of the server's health it says that it answers. */
function livesAndRefuses(failure: Failure): boolean {
  if (failure.kind === 'access' || failure.kind === 'missing') return true
  const { cause } = failure
  const tls = cause instanceof Error && 'code' in cause && /^ERR_(SSL|TLS)_/.test(String(cause.code))
  return tls || refusesEncryption(cause) || sqlState(failure) === '53300'
}

/** What answers where the former primary was; null when nothing does. */
async function askFormer({ primary }: FailoverRequest, signal: AbortSignal): Promise<Former | null> {
  try {
    await using session = await connect(addressOf(primary, 'the primary'), { applicationName, signal })
    const { isReplica, systemIdentifier, startedAt } = await lookAt(session)
    return { part: isReplica ? 'replica' : 'primary', systemIdentifier, startedAt }
  } catch (error) {
    signal.throwIfAborted()
    if (saysGone(error)) return null
    // Whatever else comes back, "too many connections" and "starting up" too, comes from something that lives.
    const failure = asFailure(error)
    if (failure.kind === 'bug' || failure.kind === 'config') throw failure
    const part = livesAndRefuses(failure) ? 'closed' : 'unwell'
    return { part, systemIdentifier: '', startedAt: '', why: failure.message }
  }
}

/** An address that was moved already, or a slip: fencing would stop the only server that there is. */
async function refuseSameServer(
  request: FailoverRequest,
  replica: State,
  signal: AbortSignal,
): Promise<void> {
  const former = await askFormer(request, signal)
  if (former === null || former.startedAt === '' || former.startedAt !== replica.startedAt) return
  if (former.systemIdentifier !== replica.systemIdentifier) return
  throw new Failure('refused', 'nothing is promoted and nothing fenced: both URLs lead to the same server', {
    hint: 'Give the primary and the replica addresses of their own. If an address was moved to the replica already, it may be primary by now.',
  })
}

/** A replica of something else would bring other data into service. */
async function refuseStrangers(request: FailoverRequest, replica: State, signal: AbortSignal): Promise<void> {
  const former = await askFormer(request, signal)
  if (former === null || former.systemIdentifier === '') return
  if (former.systemIdentifier === replica.systemIdentifier) return
  throw new Failure('refused', 'the replica is no copy of this primary: their system identifiers differ', {
    hint: 'Look at the two URLs of this step.',
  })
}

async function fenceOrRefuse(request: FailoverRequest, signal: AbortSignal): Promise<void> {
  if (request.fence !== null) {
    const alive = request.vouched ? null : await askFormer(request, signal)
    if (alive !== null && alive.part !== 'unwell') throw notFenced(alive)
    await request.fence()
  } else if (!request.vouched) {
    throw new Failure(
      'refused',
      'nothing is promoted: that the primary does not answer here does not mean that it answers nobody',
      {
        hint: 'Make sure that it cannot come back (stop its machine, take its address or its disk away), then answer go for this step. Or give the step a program under fence that does it.',
      },
    )
  }
  const former = await askFormer(request, signal)
  if (former === null) return
  throw new Failure(
    'refused',
    request.fence === null
      ? 'nothing is promoted: the primary still answers'
      : 'nothing is promoted: the fence has run, and the primary still answers',
    { hint: 'Two primaries take writes that can never be joined again. Stop the primary first.' },
  )
}

/** What answers is taken out of service by nobody but a person. */
function notFenced({ part, why = '' }: Former): Failure {
  const nothing = 'nothing is promoted and nothing fenced'
  const goes = 'To take it out of service all the same, answer go for this step.'
  if (part === 'closed') {
    return new Failure('refused', `${nothing}: the primary lives, and only lets us not in: ${why}`, {
      hint: `Mend what stands in its URL in this step. ${goes}`,
    })
  }
  const what = part === 'primary' ? 'the primary answers, and is well' : 'a replica answers in its place'
  return new Failure('refused', `${nothing}: ${what}`, { hint: goes })
}

async function refuseTwoPrimaries(request: FailoverRequest, signal: AbortSignal): Promise<void> {
  const former = await askFormer(request, signal)
  if (former === null || former.part === 'replica') return
  throw new Failure(
    'integrity',
    'the replica is primary now, and the former primary answers again: there are two primaries',
    {
      hint: 'Stop the former primary at once, and keep its disk: what was written there since is nowhere else.',
    },
  )
}

async function provesToWrite(request: FailoverRequest, signal: AbortSignal): Promise<void> {
  await using session = await connect(addressOf(request.replica, 'the new primary'), {
    applicationName,
    settings: { default_transaction_read_only: 'off' },
    signal,
  })
  // A transaction id is given out only where writes are taken; nothing is changed by it.
  await session.query('trying a write on the new primary', 'select pg_catalog.pg_current_xact_id()::text')
}
