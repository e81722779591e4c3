import type { Environment } from '../../domain/environment/schema.ts'
import { type ValidationCheck, validationSchema } from '../../domain/environment/validation-schema.ts'
import { camelKeys } from '../../domain/environment/schema.ts'
import { usualMinScore } from '../../domain/validation-score.ts'
import type { Template } from '../../domain/environment/template.ts'
import { asFailure, type FailureKind } from '../../domain/failure.ts'
import type { Milliseconds } from '../../domain/units.ts'
import type { Aspect, Check, CheckStatus } from '../../domain/verdict.ts'
import type { Http } from '../../ports/http.ts'
import type { Ports } from '../../ports/ports.ts'
import type { ServiceProbes } from '../../ports/service-probes.ts'
import type { DeployTarget } from '../../ports/target.ts'
import type { Workspace } from '../../ports/workspace.ts'

export type ValidationRules = NonNullable<Environment['validation']> & { minScore: number }

/** What a validation reaches the world through, besides what every operation does. */
export interface ValidationPorts extends Ports {
  target: DeployTarget
  http: Http
  probes: ServiceProbes
  workspace: Workspace
  /** The job's variables, for `${NAME}`. */
  variables: Readonly<Record<string, string | undefined>>
  /** Makes sure that a value is never shown. */
  hide(secret: string): void
  /** Reads a runbook as `lifeboat runbook lint` does; null where nothing can. @throws Failure `config` when it is not as it should be */
  readRunbook: ((path: string) => Promise<unknown>) | null
}

export interface ExamineInput {
  /** Only these; null for those of the depth. */
  categories: readonly Aspect[] | null
  depth: 'quick' | 'full' | 'smoke'
  /** What should run; null for what the ledger says was deployed last. */
  version: string | null
  /** How old the newest good restore test may be; absent or null for what the environment file says. */
  requireProofWithin?: Milliseconds | null
}

/** What a check has found. */
export interface Found {
  status: CheckStatus
  /** Figures and names of the environment file; nothing that came from a service's answer. */
  detail: string
  subjects?: readonly string[]
  hint?: string
  failure?: FailureKind
}

export const passed = (detail: string): Found => ({ status: 'passed', detail })
export const degraded = (detail: string, hint?: string): Found => ({
  status: 'degraded',
  detail,
  ...(hint === undefined ? {} : { hint }),
})
export const failed = (detail: string, hint?: string, failure: FailureKind = 'objective'): Found => ({
  status: 'failed',
  detail,
  failure,
  ...(hint === undefined ? {} : { hint }),
})
export const skipped = (detail: string, hint?: string): Found => ({
  status: 'skipped',
  detail,
  ...(hint === undefined ? {} : { hint }),
})

/** One validation under way: its rules, what was found so far, and the time that each check took. */
export class Examination {
  readonly checks: Check<Aspect>[] = []
  readonly environment: Environment
  readonly input: ExamineInput
  readonly ports: ValidationPorts
  readonly rules: ValidationRules
  private readonly leftOut: ReadonlySet<ValidationCheck>

  constructor(environment: Environment, input: ExamineInput, ports: ValidationPorts) {
    this.environment = environment
    this.input = input
    this.ports = ports
    this.rules = rulesOf(environment)
    this.leftOut = new Set(this.rules.leftOut.map(({ check }) => check))
  }

  /** True for checks that a look at a running service does not need, but that judge what lies in it. */
  get isThorough(): boolean {
    return this.input.depth !== 'quick'
  }

  /**
   * Asks one question, unless the file leaves its kind out. What is thrown answers it too: `skipped` when what the check
   * needs is not there (`config`, `missing`), else `failed`. A bug, and being stopped, end the whole.
   */
  async check(kind: ValidationCheck, group: Aspect, name: string, ask: () => Promise<Found>): Promise<void> {
    if (this.leftOut.has(kind)) return
    const { clock, signal } = this.ports
    signal.throwIfAborted()
    const started = clock.ticks()
    const found = await ask().catch((error: unknown) => answerOf(error, signal))
    const { status, detail, subjects = [], hint, failure = null } = found
    this.checks.push({
      rung: group,
      name,
      status,
      detail,
      subjects,
      failure,
      ...(hint === undefined ? {} : { hint }),
      duration: Math.round(clock.ticks() - started),
    })
  }

  isLeftOut(kind: ValidationCheck): boolean {
    return this.leftOut.has(kind)
  }

  /** A value with its variables filled in, which are never shown from then on. */
  resolve(template: Template): string {
    const { ports } = this
    const value = template.resolve(ports.variables)
    for (const name of template.names) ports.hide(ports.variables[name] ?? '')
    return value
  }

  /** An address: parts of it that are secret, such as a password or a query, are never shown from then on. */
  resolveAddress(template: Template): string {
    const value = template.resolve(this.ports.variables)
    const url = URL.parse(value)
    for (const part of [url?.password, url?.search.slice(1)]) {
      if (part !== undefined && part !== '') this.ports.hide(part)
    }
    return value
  }

  headers(given: readonly { name: string; value: Template }[]): { name: string; value: string }[] {
    return given.map(({ name, value }) => ({ name, value: this.resolve(value) }))
  }
}

/** What the file says, or what holds when it says nothing. */
export function rulesOf({ validation }: Environment): ValidationRules {
  const given = validation ?? camelKeys(validationSchema.parse({}))
  return { ...given, minScore: given.minScore ?? usualMinScore }
}

function answerOf(error: unknown, signal: AbortSignal): Found {
  signal.throwIfAborted()
  const failure = asFailure(error)
  if (failure.kind === 'bug' || failure.kind === 'cancelled') throw error
  const { kind, message, hint, subjects } = failure
  const isUnable = kind === 'config' || kind === 'missing'
  return {
    status: isUnable ? 'skipped' : 'failed',
    detail: message,
    subjects,
    ...(hint === undefined ? {} : { hint }),
    ...(isUnable ? {} : { failure: kind }),
  }
}
