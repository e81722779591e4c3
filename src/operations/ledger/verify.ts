import { inParallel } from '../../domain/concurrency.ts'
import type { Environment } from '../../domain/environment/schema.ts'
import { counted } from '../../domain/units.ts'
import { Failure } from '../../domain/failure.ts'
import { checkChain, type ChainFindings, type ChainLink, type LedgerHead } from '../../domain/ledger.ts'
import type { Report } from '../../domain/report.ts'
import { silentLog } from '../../ports/log.ts'
import type { Ports } from '../../ports/ports.ts'
import type { Reader } from '../../ports/store.ts'
import { failureOfCopy } from '../../vault/copies.ts'
import { listEvents, type ReadEvent, readEvent } from '../../vault/ledger-read.ts'
import { listProofs, readProof } from '../../vault/proofs.ts'
import { RunReport } from '../run-report.ts'
import { trustedKeys } from './trusted-keys.ts'

/** Events read at once, and the newest proofs whose anchors are looked at. */
const atOnce = 16
const proofsAsked = 20
/** So many ids are named per kind of finding; the count is always whole. */
const mostNamed = 20
const newestShown = 10

/** Everything that is remembered of an event; 100,000 of them must fit into memory. */
interface Seen extends ChainLink {
  /** Names of the stores that have it. */
  stores: string[]
  /** For those shown. */
  line: string
}

interface Findings {
  /** Events without a signature that holds, by what is wrong. */
  untrusted: string[]
  /** Copies in different stores that differ, or cannot be read. */
  damaged: string[]
}

/** Reads the whole ledger from every store, and reports gaps, edits, forks and what some store lacks. Changes nothing. */
export async function verifyLedger(environment: Environment, ports: Ports): Promise<Report> {
  const run = new RunReport('ledger-verify', environment.environment, ports)
  try {
    const { stores, signal, log } = ports
    const name = environment.environment
    const { holders, unreachable } = await listEvents(stores, name, { log, signal })
    for (const [store, failure] of unreachable) {
      run.notice('warning', `store ${store} could not be asked: ${failure.message}`)
    }
    const seen = new Map<string, Seen>()
    const findings: Findings = { untrusted: [], damaged: [] }
    await run.phase('read the ledger', () =>
      inParallel(holders, atOnce, async ([id, among]) => {
        const event = await readFromAll(among, environment, id, findings, signal)
        if (event !== null) seen.set(id, event)
      }),
    )
    const anchors = await run.phase('read the anchors', () => anchorsIn(environment, stores, ports))
    // Events that are there and cannot be read are named as damaged, not as missing.
    const unread = [...holders.keys()].filter((id) => !seen.has(id))
    const chain = checkChain(seen.values(), anchors)
    chain.missing = chain.missing.filter(({ id }) => !unread.includes(id))
    return conclude(run, {
      environment,
      seen,
      findings,
      chain,
      anchors: anchors.length,
      asked: stores.length - unreachable.size,
      isPartial: unreachable.size > 0,
    })
  } catch (error) {
    return run.fail(error)
  }
}

async function readFromAll(
  stores: readonly Reader[],
  environment: Environment,
  id: string,
  findings: Findings,
  signal: AbortSignal,
): Promise<Seen | null> {
  const copies: (ReadEvent & { store: string })[] = []
  for (const store of stores) {
    try {
      const read = await readEvent(store, environment.environment, id, signal, (type) =>
        trustedKeys(environment, type),
      )
      if (read !== null) copies.push({ ...read, store: store.name })
    } catch (error) {
      const failure = failureOfCopy(error, signal)
      if (failure.kind === 'bug' || failure.kind === 'unavailable') throw failure
      findings.damaged.push(`${id} in ${store.name}: ${failure.message}`)
    }
  }
  // A copy whose signature holds says what the event was; else the first one.
  const best = copies.find(({ trust }) => trust === null) ?? copies[0]
  if (best === undefined) return null
  for (const copy of copies) {
    if (copy.sha256 !== best.sha256)
      findings.damaged.push(`${id} in ${copy.store}: differs from ${best.store}`)
    else if (copy.trust !== null && copy !== best) {
      findings.untrusted.push(`${id} in ${copy.store}: ${copy.trust}`)
    }
  }
  if (best.trust !== null) findings.untrusted.push(`${id}: ${best.trust}`)
  const { event, sha256 } = best
  const what = `${event.type} ${event.outcome.failure ?? event.outcome.verdict}`
  const about = event.backupId === null ? '' : ` ${event.backupId}`
  return {
    id,
    sha256,
    previous: event.previous,
    stores: copies.map(({ store }) => store),
    line: `${what}${about}, by ${event.actor ?? 'unknown'}${event.reason === null ? '' : `: ${event.reason}`}`,
  }
}

/** What the newest proofs say was in the ledger when they were written. */
async function anchorsIn(
  environment: Environment,
  stores: readonly Reader[],
  { signal }: Ports,
): Promise<(LedgerHead & { namedBy: string })[]> {
  const anchors: (LedgerHead & { namedBy: string })[] = []
  const proofs = await listProofs(stores, environment.environment, { log: silentLog, signal })
  for (const { key } of proofs.slice(0, proofsAsked)) {
    try {
      const { proof } = await readProof(stores, environment.environment, key, {
        publicKey: environment.signing.verify ?? null,
        protected: environment.protected,
        log: silentLog,
        signal,
      })
      anchors.push(...(proof.ledgerHeads ?? []).map((head) => ({ ...head, namedBy: `proof ${key}` })))
    } catch (error) {
      if (failureOfCopy(error, signal).kind === 'bug') throw error
    }
  }
  return anchors
}

interface Conclusion {
  environment: Environment
  seen: ReadonlyMap<string, Seen>
  findings: Findings
  chain: ChainFindings
  anchors: number
  /** How many stores answered. */
  asked: number
  isPartial: boolean
}

function conclude(run: RunReport, found: Conclusion): Report {
  const { seen, chain, findings } = found
  const named = ({ id, namedBy }: { id: string; namedBy: string }) => `${id} (named by ${namedBy})`
  const lacking = [...seen.values()].filter(({ stores }) => stores.length < found.asked)
  const hasKeys = Object.values(found.environment.signing).some((key) => key !== undefined)
  say(run, 'warning', 'gap', 'are named by later events or proofs, and gone', chain.missing.map(named))
  say(run, 'warning', 'edit', 'are not what later events or proofs say of them', chain.edited.map(named))
  say(run, 'warning', 'damage', 'cannot be read, or differ between stores', findings.damaged)
  say(
    run,
    hasKeys ? 'warning' : 'notice',
    'signature',
    hasKeys ? 'carry no signature that holds' : 'are not signed by anybody who is configured',
    hasKeys ? findings.untrusted : [],
  )
  if (!hasKeys) run.notice('notice', 'no key is given under signing: who wrote the events cannot be told')
  say(
    run,
    'warning',
    'one store only',
    'are not in every store',
    lacking.map(({ id, stores }) => `${id} (only in ${stores.join(', ')})`),
  )
  const forks = chain.heads.length > 1 ? chain.heads.slice(0, -1) : []
  say(run, 'notice', 'fork', 'were not joined by a later event: runs wrote at once, or apart', forks)
  if (chain.roots.length > 1) {
    say(run, 'notice', 'beginning', 'name no predecessor: several runs wrote the first one', chain.roots)
  }
  run.fact('events', String(seen.size), seen.size, 'count')
  run.fact('forks joined', String(chain.joined), chain.joined, 'count')
  run.fact('anchors in proofs', String(found.anchors), found.anchors, 'count')
  for (const { id, line } of [...seen.values()]
    .sort((a, b) => (a.id < b.id ? 1 : -1))
    .slice(0, newestShown)) {
    run.fact(id, line)
  }
  const broken =
    chain.missing.length +
    chain.edited.length +
    findings.damaged.length +
    (hasKeys ? findings.untrusted.length : 0)
  // What a store that did not answer may have is no gap.
  if (broken > 0 && !(found.isPartial && broken === chain.missing.length)) {
    return run.finish(
      'failed',
      new Failure('integrity', `the ledger does not hold together: ${counted(broken, 'finding')}`, {
        hint: 'Compare the stores: a copy in another one, or an older version of an object, may be whole. Find out who may write there.',
      }),
    )
  }
  const isLess = broken > 0 || lacking.length > 0 || found.isPartial
  return run.finish(isLess ? 'degraded' : 'passed', null)
}

function say(
  run: RunReport,
  level: 'notice' | 'warning',
  kind: string,
  what: string,
  items: readonly string[],
): void {
  if (items.length === 0) return
  const more = items.length > mostNamed ? ` and ${items.length - mostNamed} more` : ''
  run.notice(
    level,
    `${kind}: ${counted(items.length, 'event')} ${what}: ${items.slice(0, mostNamed).join('; ')}${more}`,
  )
}
