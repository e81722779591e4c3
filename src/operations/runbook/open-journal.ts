import { compactTime } from '../../domain/backup-id.ts'
import type { Environment } from '../../domain/environment/schema.ts'
import { asFailure, Failure } from '../../domain/failure.ts'
import type { Runbook } from '../../domain/runbook/schema.ts'
import { formatDuration, type Milliseconds } from '../../domain/units.ts'
import type { Ports } from '../../ports/ports.ts'
import { publicKeyOf } from '../../vault/signing.ts'
import { hold } from '../leases/hold.ts'
import { rolesThatSign, trustedKeys } from '../ledger/trusted-keys.ts'
import { inRole } from '../signing-keys.ts'
import { commandToAbandon, commandToGoOn } from './go-on.ts'
import { type Journal, readJournal, readJournals, writeEntry } from './journal.ts'
import type { RunbookInput } from './said.ts'

/** How far back a run that was left open is looked for. */
export const openFor: Milliseconds = 30 * 86_400_000

/**
 * The ports with the key that signs the lines of a run. Without it nobody could go on with the run, and nobody would learn of
 * it: it is not begun. @throws Failure `config` when none of the keys that were given would be believed
 */
export function signedPorts<P extends Ports>(
  environment: Environment,
  { incident }: Pick<Runbook, 'incident'>,
  ports: P,
): P {
  const own = inRole(environment, rolesThatSign(environment, 'runbook'), ports)
  const key = own.keys.signing
  const isSigned = Object.values(environment.signing).some((one) => one !== undefined)
  const trusted = trustedKeys(environment, 'runbook')
  const isBelieved = key === null ? !isSigned : trusted === null || trusted.includes(publicKeyOf(key))
  if (isBelieved) return own
  const roles = rolesThatSign(environment, 'runbook').filter(
    (role) => environment.signing[role] !== undefined,
  )
  const names = roles.map((role) => `signing.${role}`).join(', ')
  throw new Failure(
    'config',
    `a run is kept in the ledger, signed, so that it can be gone on with: ${key === null ? 'no signing key was given' : `none of the signing keys that were given belongs to ${names}`}`,
    {
      hint: `Give the secret key of ${names === '' ? 'a role' : roles.length === 1 ? names : `one of ${names}`}: on a terminal --signing-key-file, in a job LIFEBOAT_SIGNING_KEY. When none is at hand, follow the runbook by hand: \`lifeboat runbook show --incident ${incident}\`.`,
    },
  )
}

/**
 * Begins a run, or reads what the one that is gone on with has left.
 * @param next is told what else may be done about a failure
 * @throws Failure
 */
export async function openJournal(
  environment: Environment,
  runbook: Runbook,
  input: RunbookInput,
  ports: Ports,
  next: string[],
): Promise<Journal> {
  if (input.run === null) {
    // Two who begin at the same moment would not find each other's run.
    await using _beginning = input.isAnother
      ? null
      : await hold(
          environment.environment,
          `runbook-begin-${runbook.incident.toLowerCase()}`,
          `begin ${runbook.incident}`,
          ports,
          (text) => ports.log.warning(text),
        )
    if (!input.isAnother) await demandNoneOpen(environment, runbook, input, ports, next)
    const random = Buffer.from(ports.random.bytes(3)).toString('hex').slice(0, 5)
    const now = ports.clock.now()
    const journal: Journal = {
      run: `${runbook.incident}-${compactTime(now)}-${random}`,
      incident: runbook.incident,
      sha256: runbook.sha256,
      beganAt: input.beganAt ?? now,
      steps: new Map(),
      told: new Set(),
      ended: false,
      by: ports.run.actor,
      lastAt: now,
      isRecorded: false,
      unrecorded: new Set(),
      missing: { unreachable: [], lost: [] },
      settled: new Set(),
    }
    await writeEntry(environment, journal, { entry: 'begun' }, ports)
    return journal
  }
  const journal = await readJournal(environment, input.run, ports)
  if (journal.incident !== runbook.incident) {
    throw new Failure(
      'refused',
      `the run ${input.run} is one of ${journal.incident}, not of ${runbook.incident}`,
    )
  }
  if (journal.ended) {
    throw new Failure('refused', `the run ${input.run} has ended; there is nothing to go on with`)
  }
  if (journal.sha256 !== runbook.sha256) {
    throw new Failure('refused', `${runbook.file} is not the text that the run ${input.run} began with`, {
      hint: 'Bring that text back; or begin a new run with --run new, and name under done what is done already.',
    })
  }
  return journal
}

/** Runs that have begun lately and not ended, the newest first. */
export async function openRuns(
  environment: Environment,
  ports: Pick<Ports, 'stores' | 'log' | 'signal' | 'clock'>,
): Promise<Journal[]> {
  const runs = await readJournals(environment, ports.clock.now() - openFor, ports)
  return [...runs.values()].filter(({ ended }) => !ended).sort((a, b) => b.beganAt - a.beganAt)
}

/** How far it has come, in a line. */
export function standOf({ by, beganAt, steps }: Journal, now: number): string {
  const [last, state] = [...steps].at(-1) ?? []
  const where = last === undefined ? '' : `; its last step is ${last}, ${state?.state ?? ''}`
  return `begun ${formatDuration(Math.max(0, now - beganAt))} ago${by === null ? '' : ` by ${by}`}${where}`
}

/** Two people who come to the same incident are to be at one run. A ledger that cannot be read keeps nobody waiting. */
async function demandNoneOpen(
  environment: Environment,
  runbook: Runbook,
  input: RunbookInput,
  ports: Ports,
  next: string[],
): Promise<void> {
  const runs = await openRuns(environment, ports).catch((error: unknown) => {
    ports.signal.throwIfAborted()
    const failure = asFailure(error)
    if (failure.kind === 'bug') throw error
    ports.log.warning(`whether a run of ${runbook.incident} is open could not be read: ${failure.message}`)
    return []
  })
  const open = runs.find(({ incident }) => incident === runbook.incident)
  if (open === undefined) return
  const name = environment.environment
  next.push(
    'If this is another incident, begin another run: --run new.',
    `If nobody will end it: ${commandToAbandon(environment, open.run, input.options)}`,
  )
  throw new Failure(
    'refused',
    `a run of ${runbook.incident} on ${name} is open: ${open.run}, ${standOf(open, ports.clock.now())}`,
    {
      hint: `Go on with it: ${commandToGoOn(environment, runbook, open, input)}`,
    },
  )
}
