import type { Environment } from '../../domain/environment/schema.ts'
import { asFailure, Failure } from '../../domain/failure.ts'
import type { CopyResult, Fact, Notice, Phase, Report } from '../../domain/report.ts'
import type { StoreRole } from '../../domain/store-role.ts'
import { counted } from '../../domain/units.ts'
import { type Verdict, worse } from '../../domain/verdict.ts'
import type { Ports, RunInfo } from '../../ports/ports.ts'
import type { Store, StoreAbilities } from '../../ports/store.ts'
import { type Bench, lockQuestion, type Question, questions, raceQuestion } from './questions.ts'
import { judgeRole, type RoleJudgement, tryRights } from './role.ts'
import { judgeSafety } from './safety.ts'

export type StoreCheckPorts = Pick<Ports, 'stores' | 'clock' | 'random' | 'log' | 'signal'> & {
  run: Pick<RunInfo, 'actor' | 'reason' | 'url'>
}

export interface StoreCheckInput {
  /** Whose credentials these are meant to be: then their rights are compared with those of the role. */
  role?: StoreRole | undefined
}

/**
 * Asks every store the questions of the store contract, in a folder of its own under `leases/`, and says what the store
 * and its credentials can do, how safe backups are there, and what to change. Removes what it made, as far as it may.
 * Expected troubles end in the report; what is thrown is a bug.
 */
export async function storeCheck(
  environment: Environment,
  ports: StoreCheckPorts,
  { role }: StoreCheckInput = {},
): Promise<Report> {
  const { clock, log, run } = ports
  const startedAt = clock.now()
  const results: StoreResult[] = []
  for (const store of ports.stores) {
    results.push(
      await log.group(`Checking store ${store.name}`, () =>
        checkStore(store, environment.environment, role, ports),
      ),
    )
  }
  const failed = results.find((result) => result.failure !== null)
  const failure = failed?.failure ?? null
  return {
    format: 1,
    operation: 'store-check',
    environment: environment.environment,
    verdict: results.map(({ verdict }) => verdict).reduce(worse, 'passed'),
    failure:
      failed !== undefined && failure !== null
        ? {
            kind: failure.kind,
            message: failure.message,
            // Word for word as in `next`, so that a reader is shown it once.
            hint: failure.hint === undefined ? null : advice(failed.copy.store, failure.hint),
            subjects: failure.subjects,
          }
        : null,
    backupId: null,
    startedAt,
    finishedAt: clock.now(),
    actor: run.actor,
    reason: run.reason,
    runUrl: run.url,
    objectives: [],
    checks: [],
    timeline: results.map(({ phase }) => phase),
    facts: results.flatMap(({ facts }) => facts),
    tables: [],
    copies: results.map(({ copy }) => copy),
    notices: results.flatMap(({ notices }) => notices),
    next: results.flatMap(({ next }) => next),
  }
}

interface StoreResult {
  verdict: Verdict
  /** The first one. */
  failure: Failure | null
  facts: Fact[]
  notices: Notice[]
  next: string[]
  copy: CopyResult
  phase: Phase
}

async function checkStore(
  store: Store,
  environment: string,
  role: StoreRole | undefined,
  ports: StoreCheckPorts,
): Promise<StoreResult> {
  const { clock, random, log, signal } = ports
  const startedAt = clock.now()
  const began = clock.ticks()
  const bench: Bench = {
    store,
    folder: `leases/check-${Buffer.from(random.bytes(8)).toString('hex')}/`,
    made: new Set(),
    bytes: (count) => Buffer.from(random.bytes(count)),
    clock,
    signal,
  }
  const facts: Fact[] = []
  const notices: Notice[] = []
  const failures: Failure[] = []
  const say = (label: string, text: string) => {
    facts.push({ label: `${store.name}: ${label}`, text })
    log.info(`${label}: ${text}`)
  }

  /** Null when it failed; the others are asked all the same. */
  async function attempt<T>(
    label: string,
    work: () => Promise<T>,
    tell: (found: T) => string,
  ): Promise<T | null> {
    try {
      const found = await work()
      say(label, tell(found))
      return found
    } catch (error) {
      const failure = asFailure(error)
      if (failure.kind === 'bug') throw failure
      failures.push(failure)
      say(label, `failed: ${failure.message}`)
      notices.push({
        level: 'warning',
        text: `store ${store.name}, ${label}: ${failure.message}`,
        subjects: failure.subjects,
      })
      return null
    }
  }
  const ask = async (question: Question) => {
    if (!signal.aborted)
      await attempt(
        question.name,
        () => question.ask(bench),
        (text) => text,
      )
  }

  let abilities: StoreAbilities | null = null
  let judged: RoleJudgement | null = null
  try {
    if (role === undefined) {
      abilities = await attempt('abilities', () => store.probe(signal), describeAbilities)
    } else {
      // Readers and keepers may not put what the probe needs, which is as it should be.
      abilities = await store.probe(signal).catch((error: unknown) => {
        if (error instanceof Failure && error.kind === 'access') return null
        throw error
      })
      const found = await tryRights(role, { ...bench, environment, abilities })
      judged = judgeRole(role, found, abilities)
      for (const { label, text } of judged.facts) say(`${role} may ${label}`, text)
    }
    // A store that cannot even be probed would fail every question for the same reason.
    if (abilities !== null && (role === undefined || role === 'writer' || role === 'restorer')) {
      for (const question of questions) await ask(question)
      if (abilities.writeOnce) await ask(raceQuestion)
      if (abilities.locks === true) await ask(lockQuestion)
    }
  } catch (error) {
    const failure = asFailure(error)
    if (failure.kind === 'bug') throw failure
    failures.push(failure)
  } finally {
    const left = await cleanUp(bench)
    if (left.length > 0) notices.push(leftBehind(store.name, left, role))
  }
  return conclude(store, abilities, judged, failures, {
    facts,
    notices,
    phase: {
      name: `check ${store.name}`,
      startedAt,
      duration: clock.ticks() - began,
      status: failures.length === 0 ? 'done' : 'failed',
    },
  })
}

function conclude(
  store: Store,
  abilities: StoreAbilities | null,
  judged: RoleJudgement | null,
  failures: readonly Failure[],
  found: Pick<StoreResult, 'facts' | 'notices' | 'phase'>,
): StoreResult {
  const [failure = judged?.failure ?? null] = failures
  const safety = abilities === null ? null : judgeSafety(store.kind, abilities)
  const ownVerdict = judged?.verdict ?? safety?.verdict ?? 'failed'
  if (safety !== null) found.facts.push({ label: `${store.name}: safety`, text: safety.text })
  const ephemeral: Notice[] = store.ephemeral
    ? [
        {
          level: 'warning',
          text: `store ${store.name} goes away with the machine; it is no copy`,
          subjects: [],
        },
      ]
    : []
  const hints = failures.flatMap(({ hint }) => (hint === undefined ? [] : [advice(store.name, hint)]))
  return {
    ...found,
    notices: [...found.notices, ...ephemeral],
    verdict: failure === null ? (store.ephemeral ? worse('degraded', ownVerdict) : ownVerdict) : 'failed',
    failure,
    next: [
      ...new Set([
        ...hints,
        ...[...(judged?.next ?? []), ...(judged === null ? (safety?.next ?? []) : [])].map((line) =>
          advice(store.name, line),
        ),
      ]),
    ],
    copy: {
      store: store.name,
      kind: store.kind,
      status: copyStatus(store, failure),
      writeOnce: abilities?.writeOnce ?? null,
      detail: failure?.message ?? safety?.text ?? null,
    },
  }
}

function advice(store: string, hint: string): string {
  return `${store}: ${hint}`
}

function copyStatus(store: Store, failure: Failure | null): CopyResult['status'] {
  if (failure === null) return store.ephemeral ? 'ephemeral' : 'complete'
  if (failure.kind === 'integrity') return 'damaged'
  // A store that says no has answered.
  return failure.kind === 'unavailable' || failure.kind === 'cancelled' ? 'unreachable' : 'incomplete'
}

function describeAbilities({ writeOnce, mayOverwrite, mayDelete, versioned, locks }: StoreAbilities): string {
  return [
    writeOnce ? 'refuses to overwrite when asked to' : 'does not refuse to overwrite',
    `these credentials ${mayOverwrite ? 'can' : 'cannot'} overwrite`,
    `${mayDelete ? 'can' : 'cannot'} delete`,
    versioned === null ? 'versions unknown' : versioned ? 'keeps older versions' : 'keeps no older versions',
    ...(locks === undefined
      ? []
      : [locks === null ? 'locks unknown' : locks ? 'knows locks' : 'knows no locks']),
  ].join(', ')
}

function leftBehind(store: string, keys: readonly string[], role: StoreRole | undefined): Notice {
  const places = [...new Set(keys.map((key) => /(leases|proofs|ledger)\//.exec(key)?.[1] ?? key))]
  // Nobody removes from the ledger, and the keeper need not be sent to the keeper.
  const byKeeper = role !== 'keeper' && places.some((place) => place !== 'ledger')
  const stay = keys.length === 1 ? 'stays' : 'stay'
  return {
    level: 'notice',
    text:
      `store ${store}: ${counted(keys.length, 'small object')} ${stay} under ${places.map((place) => `${place}/`).join(', ')}, ` +
      `since these credentials may not delete there${byKeeper ? '; those of the keeper may' : ''}`,
    subjects: [],
  }
}

/** Also after an abort, so with a signal of its own. @returns keys that could not be removed */
async function cleanUp({ store, made }: Bench): Promise<string[]> {
  const signal = AbortSignal.timeout(cleanUpMilliseconds)
  const left: string[] = []
  for (const key of made) {
    try {
      await store.remove(key, signal)
    } catch {
      left.push(key)
    }
  }
  return left
}

/** A cancelled job has 7.5 s in all. */
const cleanUpMilliseconds = 4_000
