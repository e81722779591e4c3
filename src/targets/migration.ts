import type { TargetConfig } from '../domain/environment/schema.ts'
import type { TargetOutcome } from '../ports/target.ts'
import type { TargetContext } from './open.ts'
import { runProgram, shown } from './programs.ts'
import { checkedVersion, versionVariable } from './release-version.ts'

type Migrated = Pick<TargetConfig, 'migrate' | 'migrateTimeout' | 'variables'>

/** Changing the data is the same for every kind of target: a program of the user's, given the version. */
export function migrationOf(
  config: Migrated | undefined,
  context: TargetContext,
  /** Variables that the kind's own programs are given: the migration runs beside them. */
  names: readonly string[] = [],
  /** Variables that tell the version too. */
  own: (version: string) => Readonly<Record<string, string>> = () => ({}),
) {
  const words = config?.migrate
  return {
    describe: (version: string): string =>
      words === undefined
        ? 'nothing: the environment file names no program that changes the data'
        : `run ${shown(words)} with ${versionVariable}=${version}`,
    migrate: async (version: string, signal: AbortSignal): Promise<TargetOutcome> => {
      if (config === undefined || words === undefined) return { status: 'done', detail: '' }
      await runProgram('changing the data', words, {
        context,
        names: [...names, ...config.variables],
        extra: { [versionVariable]: checkedVersion(version), ...own(version) },
        shownNames: Object.keys(own(version)),
        timeout: config.migrateTimeout,
        signal,
      })
      return { status: 'done', detail: `ran ${shown(words)}` }
    },
  }
}
