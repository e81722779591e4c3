import { decidingCategories, deploySettings } from '../../domain/environment/deploy-schema.ts'
import type { ValidationCategory } from '../../domain/environment/validation-schema.ts'
import { Failure } from '../../domain/failure.ts'
import { aspectOf, judgeRelease, scoreOf } from '../../domain/validation-score.ts'
import type { Aspect, Check } from '../../domain/verdict.ts'
import type { Release } from '../../ports/target.ts'
import { releaseRules, type Context } from './forward.ts'

/**
 * Makes sure, before anything changes, that a release without a fault could be found fit for service at all: what the file
 * does not configure is skipped afterwards too, and nobody's release should be taken back for that. It errs on the side of
 * the release: what may be asked only once it runs counts as passed.
 * @throws Failure `config` when no release could
 */
export async function lookAhead(
  running: Release | null,
  { environment, ports, run }: Pick<Context, 'environment' | 'ports' | 'run'>,
): Promise<void> {
  if (deploySettings(environment).validate === 'none') return
  await run.phase('look ahead', async () => {
    const { target } = environment
    const neverSays =
      target?.type === 'manual' || (target?.type === 'command' && target.services === undefined)
    const isKnown = (category: ValidationCategory) =>
      category === 'service-health' || (category === 'environment-status' && (running !== null || neverSays))
    const deciding = decidingCategories(environment)
    const known = deciding.filter(isKnown)
    const found = known.length === 0 ? [] : (await ports.examine(running?.version ?? null, known)).checks
    const best = [
      ...found.map((check) => (check.status === 'skipped' ? check : asPassed(check))),
      ...deciding.filter((category) => !isKnown(category)).map((category) => assumed(aspectOf[category])),
    ]
    const rules = releaseRules(environment)
    const score = scoreOf(best, rules)
    const { why } = judgeRelease(best, score, rules)
    if (why === null) return
    const skipped = best.filter(({ status }) => status === 'skipped')
    throw new Failure(
      'config',
      `no release could be found fit for service here, since too little can be checked. At best, ${why}. Skipped: ${skipped.map(({ rung, name }) => `${rung}: ${name}`).join('; ')}`,
      {
        hint: `${skipped[0]?.hint ?? 'Configure what was skipped.'} What means nothing here goes under validation.left-out, with the reason. Nothing was changed.`,
      },
    )
  })
}

function asPassed(check: Check<Aspect>): Check<Aspect> {
  return { ...check, status: 'passed', failure: null }
}

function assumed(rung: Aspect): Check<Aspect> {
  return { rung, name: rung, status: 'passed', detail: '', subjects: [], failure: null, duration: 0 }
}
