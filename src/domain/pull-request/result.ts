import { z } from 'zod'
import { nameSchema } from '../environment/fields.ts'

/** The questions that a trial asks. Whoever reads a result that proposed code could have written believes no others. */
const trialChecks = [
  'environment files',
  'runbooks',
  'workflows',
  'actionlint',
  'zizmor',
  'migrations',
  'history',
  'double',
  'migrations run',
  'rewrites',
  'locks',
  'nothing destroyed',
  'rules kept',
  'way back',
  'old release',
  'rows kept',
  'values kept',
  'unnamed tables untouched',
  'values unchanged',
  'constraints hold',
  'constraints kept',
  'assertions',
  'assertions before',
  'judgement',
] as const

/**
 * The result of a trial as its fixed shape. Words of it may be anybody's: they are shown as text, never as markup, and
 * decide nothing.
 */
const trialResultSchema = z.object({
  operation: z.literal('validate-pr'),
  environment: nameSchema,
  verdict: z.enum(['passed', 'degraded', 'failed']),
  checks: z
    .array(
      z.object({
        name: z.enum(trialChecks),
        status: z.enum(['passed', 'degraded', 'failed', 'skipped']),
        detail: z.string().max(2_000),
        subjects: z.array(z.string().max(500)).max(2_000),
      }),
    )
    .max(200),
})
export type TrialResult = z.infer<typeof trialResultSchema>

/** Null when it is none: nothing then is known of the trial but how its run ended. */
export function readTrialResult(text: string): TrialResult | null {
  try {
    return trialResultSchema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

export interface TrialConclusion {
  conclusion: 'success' | 'neutral' | 'failure'
  /** One sentence. */
  title: string
}

/**
 * What a trial amounts to. How the run ended is GitHub's word; a result can only make it worse, and one that is missing
 * or of another environment is no pass.
 */
export function concludeTrial(
  runEnded: string | null,
  result: TrialResult | null,
  environment: string,
): TrialConclusion {
  if (runEnded !== 'success') {
    if (runEnded === 'failure' && result?.verdict === 'failed')
      return { conclusion: 'failure', title: 'The change does not survive its trial.' }
    return { conclusion: 'failure', title: 'The trial did not come to its end.' }
  }
  if (result === null || result.environment !== environment)
    return { conclusion: 'failure', title: 'The trial has left no result that can be read.' }
  const failed = result.verdict === 'failed' || result.checks.some(({ status }) => status === 'failed')
  if (failed) return { conclusion: 'failure', title: 'The change does not survive its trial.' }
  if (result.verdict === 'degraded' || result.checks.some(({ status }) => status !== 'passed'))
    return {
      conclusion: 'neutral',
      title: 'The change survives its trial, but not everything could be judged.',
    }
  return { conclusion: 'success', title: 'The change survives its trial.' }
}

/** As `concludeTrial`, where nothing but a verdict leaves the trial. Without one it is no pass. */
export function concludeVerdict(
  runEnded: string | null,
  verdict: TrialResult['verdict'] | null,
): TrialConclusion {
  if (verdict === 'failed' || (runEnded === 'failure' && verdict === 'degraded'))
    return { conclusion: 'failure', title: 'The change does not survive its trial.' }
  if (runEnded !== 'success') return { conclusion: 'failure', title: 'The trial did not come to its end.' }
  if (verdict === null) return { conclusion: 'failure', title: 'The trial has left no verdict.' }
  return verdict === 'degraded'
    ? {
        conclusion: 'neutral',
        title: 'The change survives its trial, but something in it is worth a look, or could not be judged.',
      }
    : { conclusion: 'success', title: 'The change survives its trial.' }
}
