import type { Trial } from '../../ports/trial.ts'
import { counted } from '../../domain/units.ts'
import { add } from './judge-migrations.ts'
import type { PullRequestConfig, PullRequestRun } from './validate.ts'

/**
 * What the release in use does, as the base branch's environment file says it. Asked before the migrations too: what
 * fails already accuses no pull request.
 */
export async function keepWayBack(
  statements: PullRequestConfig['wayBack'],
  trial: Trial,
): Promise<{ judge: (trial: Trial, run: PullRequestRun) => Promise<void> }> {
  const sql = statements.map((one) => one.sql)
  const before = await trial.ask(sql, 'no error')
  return {
    judge: async (migrated, run) => {
      const after = await migrated.ask(sql, 'no error')
      let held = 0
      for (const [index, { name }] of statements.entries()) {
        const now = after[index]
        if (before[index]?.holds !== true) {
          add(run, 'way back', 'skipped', {
            detail: `“${name}” fails on the schema as it is: ${before[index]?.trouble ?? 'it was not asked'}`,
            hint: 'Mend the statement in the environment file.',
          })
        } else if (now?.holds === true) held += 1
        else {
          add(run, 'way back', 'failed', {
            detail: `“${name}” no longer runs on the new schema: ${now?.trouble ?? 'it was not asked'}`,
            hint: 'Until the old release is gone for good, the schema has to serve both.',
          })
        }
      }
      if (held > 0 && held === statements.length)
        add(run, 'old release', 'passed', {
          detail: `${counted(held, 'statement')} of it run on the new schema`,
        })
    },
  }
}
