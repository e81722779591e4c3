import { parseDuration } from '../domain/units.ts'
import type { TargetConfig } from '../domain/environment/schema.ts'
import type { TargetOutcome } from '../ports/target.ts'
import type { TargetContext } from './open.ts'
import { runProgram, shown } from './programs.ts'

/** The variable that holds the connection URL, password included, for the program that reroutes. */
export const urlVariable = 'LIFEBOAT_DATABASE_URL'

const timeout = parseDuration('5m') ?? 0

/** Rerouting is the same for every kind of target: a program of the user's, or a person. */
export function reroutingOf(
  config: Pick<TargetConfig, 'reroute' | 'variables'> | undefined,
  context: TargetContext,
) {
  const words = config?.reroute
  return {
    describe: () =>
      words === undefined
        ? 'a person leads the application to the database'
        : `run ${shown(words)} with ${urlVariable} set`,
    reroute: async (url: string, signal: AbortSignal): Promise<TargetOutcome> => {
      if (words === undefined) {
        return {
          status: 'manual',
          detail: 'Lead the application to the restored database: change its connection string.',
        }
      }
      await runProgram('leading the application to the database', words, {
        context,
        names: config?.variables ?? [],
        extra: { [urlVariable]: url },
        timeout,
        signal,
      })
      return { status: 'done', detail: `ran ${shown(words)}` }
    },
  }
}
