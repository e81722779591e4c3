import type { Environment } from '../../domain/environment/schema.ts'
import { judgeValidation, scoreOf } from '../../domain/validation-score.ts'
import type { Aspect, Check, Verdict } from '../../domain/verdict.ts'
import { examineEnvironment } from './environment-status.ts'
import { Examination, type ExamineInput, type ValidationPorts } from './examination.ts'
import { examinePerformance } from './performance.ts'
import { examineReadiness } from './readiness.ts'
import { examineObjectives } from './rto-compliance.ts'
import { examineSecurity } from './security.ts'
import { examineServices } from './service-health.ts'
import { examineFlows } from './smoke.ts'

export type { ExamineInput, ValidationPorts } from './examination.ts'

export interface ExamineResult {
  checks: Check<Aspect>[]
  /** 0 to 100. */
  score: number
  verdict: Verdict
}

/** Each category, in the order in which it is asked: what the later ones rest on comes first. */
const examiners: readonly (readonly [Aspect, (examination: Examination) => Promise<void>])[] = [
  ['environment status', examineEnvironment],
  ['service health', examineServices],
  ['RTO compliance', examineObjectives],
  ['security boundaries', examineSecurity],
  ['performance', examinePerformance],
  ['operational readiness', examineReadiness],
  ['smoke', examineFlows],
]

/** What each depth asks; the next one asks it too. */
const quick: readonly Aspect[] = ['environment status', 'service health', 'RTO compliance']
const full: readonly Aspect[] = [...quick, 'security boundaries', 'performance', 'operational readiness']
const depths: Record<ExamineInput['depth'], readonly Aspect[]> = { quick, full, smoke: [...full, 'smoke'] }

/**
 * Whether an environment is fit for service. Changes nothing but what the file's own smoke flows do.
 * @throws Failure only when it was stopped; whatever else goes wrong is a check's answer
 */
export async function examine(
  environment: Environment,
  input: ExamineInput,
  ports: ValidationPorts,
): Promise<ExamineResult> {
  const examination = new Examination(environment, input, ports)
  const asked = askedOf(input)
  for (const [aspect, work] of examiners) if (asked.includes(aspect)) await work(examination)
  const { checks, rules } = examination
  const score = scoreOf(checks, rules)
  return { checks, score, verdict: judgeValidation(checks, score, rules) }
}

/** The categories that a validation is to ask. */
export function askedOf({
  categories,
  depth,
}: Pick<ExamineInput, 'categories' | 'depth'>): readonly Aspect[] {
  return categories ?? depths[depth]
}
