import { once } from '../../domain/concurrency.ts'
import { isVersion, versionForm } from '../../domain/deployed-version.ts'
import type { Environment } from '../../domain/environment/schema.ts'
import { asFailure, Failure } from '../../domain/failure.ts'
import { counted } from '../../domain/units.ts'
import type { Check } from '../../domain/verdict.ts'
import type { CommitChecks } from '../../ports/commit-checks.ts'
import type { Ports } from '../../ports/ports.ts'
import { listBackups } from '../../vault/backups.ts'
import { throwIfCancelled } from '../../vault/copies.ts'
import { listProofs } from '../../vault/proofs.ts'
import { judgeAfter, type PreviousEnvironment, unnamedBefore } from './after-condition.ts'
import { type Answer, unjudged, withoutLimit } from './answer.ts'
import { judgeBackup } from './backup-condition.ts'
import { judgeChecks } from './checks-condition.ts'
import { type ConditionName, type Conditions, conditionNames, conditionsOf } from './conditions.ts'
import { judgeDrill } from './drill-condition.ts'
import { recordOverride } from './override.ts'
import { judgeProof } from './proof-condition.ts'

export type GatePorts = Ports & {
  /** Null where GitHub cannot be asked. */
  commitChecks: CommitChecks | null
  /** The environment before this one, or why its stores could not be opened; null where the file names none. */
  previous: PreviousEnvironment | Failure | null
}

export interface GateInput {
  version: string
  /** What the version was built from. */
  commit: string | null
  /** Whose required checks the commit must have, where the environment file does not say. */
  branch: string | null
  /** The reason of whoever lets it through all the same. */
  override: string | null
}

export interface GateJudgement {
  checks: Check<'gate'>[]
  /** Why the gate is closed; null when it is open or was overridden. */
  refusal: Failure | null
  overridden: boolean
}

/**
 * Judges every condition that the environment file sets, each with its evidence. The gate is open when none of them failed; what
 * cannot be judged has failed. An override stands in the ledger before it counts.
 * @throws Failure `cancelled` when the run was stopped
 */
export async function judgeGate(
  environment: Environment,
  input: GateInput,
  ports: GatePorts,
): Promise<GateJudgement> {
  const { version, override } = input
  if (!isVersion(version)) {
    const failure = new Failure('config', `the version is no version; accepted: ${versionForm}`)
    const answer: Answer = { status: 'failed', detail: failure.message, failure: 'config' }
    // Nobody can want this, whatever the reason.
    return {
      checks: [checkOf('the version can be deployed', answer, 0)],
      refusal: failure,
      overridden: false,
    }
  }
  const conditions = conditionsOf(environment)
  const judge = judges(environment, conditions, input, ports)
  const judged = await Promise.all(
    conditionNames.map(async (name) => {
      const started = ports.clock.ticks()
      const answer = conditions[name] === null ? switchedOff : await answered(judge[name], ports)
      return { name, check: checkOf(sentences[name], answer, Math.round(ports.clock.ticks() - started)) }
    }),
  )
  const checks = judged.map(({ check }) => check)
  const unmet = judged.filter(({ check }) => check.status === 'failed')
  if (unmet.length === 0) return { checks, refusal: null, overridden: false }
  if (override === null || override.trim() === '') {
    const asked = checks.filter(({ status }) => status !== 'skipped').length
    return { checks, refusal: closed(environment, unmet, asked), overridden: false }
  }
  const refusal = await recordOverride(
    environment,
    { version, reason: override, conditions: unmet.map(({ name }) => name) },
    ports,
  )
  return { checks, refusal, overridden: refusal === null }
}

/** What is true when the condition is met. */
const sentences: Record<ConditionName, string> = {
  backup: 'the newest backup is young enough',
  proof: 'the newest restore test is young enough and good',
  drill: 'the last drill is young enough and was passed',
  after: 'the version was validated in the environment before',
  checks: 'the required checks of the commit are green',
}

const switchedOff: Answer = { status: 'skipped', detail: 'off: the environment file does not ask for it' }

function judges(
  environment: Environment,
  conditions: Conditions,
  input: GateInput,
  ports: GatePorts,
): Record<ConditionName, () => Promise<Answer>> {
  const { backup, proof, drill, after, checks } = conditions
  const { stores, log, signal, previous } = ports
  const backups = once(() => listBackups(stores, environment.environment, { log, signal }))
  const proofs = once(() => listProofs(stores, environment.environment, { log, signal }))
  return {
    backup: async () => {
      if (backup === null) return switchedOff
      const { limit, copies } = backup
      if (limit === 'unlimited') return withoutLimit('backup', 'objectives.rpo')
      return judgeBackup({ limit, copies }, await backups(), await proofs(), environment, ports)
    },
    proof: async () => {
      if (proof === null) return switchedOff
      const { limit } = proof
      if (limit === 'unlimited') return withoutLimit('proof', 'objectives.verify-every')
      return judgeProof({ limit }, await backups(), await proofs(), environment, ports)
    },
    drill: async () => {
      if (drill === null) return switchedOff
      const { limit } = drill
      if (limit === 'none held') {
        return { status: 'skipped', detail: 'no drill is asked for: objectives.drill-every is not set' }
      }
      if (limit === 'unlimited') return withoutLimit('drill', 'objectives.drill-every')
      return judgeDrill({ limit }, environment, ports)
    },
    after: async () => {
      if (after === null) return switchedOff
      if (after === 'unnamed') return unjudged(unnamedBefore(environment))
      if (previous instanceof Failure) return unjudged(previous)
      if (previous === null || previous.environment.environment !== after.environment) {
        return unjudged(new Failure('config', `the stores of ${after.environment} are not open to this run`))
      }
      return judgeAfter(input.version, after.within ?? null, previous, environment.protected, ports)
    },
    checks: async () => {
      if (checks === null) return switchedOff
      const { version, commit } = input
      return judgeChecks({ version, commit, branch: checks.branch ?? input.branch }, ports.commitChecks)
    },
  }
}

async function answered(judge: () => Promise<Answer>, { signal }: GatePorts): Promise<Answer> {
  try {
    return await judge()
  } catch (error) {
    throwIfCancelled(signal)
    const failure = asFailure(error)
    if (failure.kind === 'bug') throw error
    return unjudged(failure)
  }
}

function checkOf(name: string, { status, detail, failure, hint }: Answer, duration: number): Check<'gate'> {
  return {
    rung: 'gate',
    name,
    status,
    detail,
    subjects: [],
    failure: status === 'failed' ? (failure ?? 'objective') : null,
    ...(hint === undefined ? {} : { hint }),
    duration,
  }
}

function closed(
  { environment }: Environment,
  unmet: readonly { check: Check<'gate'> }[],
  asked: number,
): Failure {
  const what = unmet.map(({ check }) => check.name).join('; ')
  const [first] = unmet.flatMap(({ check }) => check.hint ?? [])
  return new Failure(
    'refused',
    `the gate of ${environment} is closed: ${counted(unmet.length, 'condition')} of ${asked} not met, that ${what}`,
    first === undefined ? {} : { hint: first },
  )
}
