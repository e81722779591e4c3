import { existsSync } from 'node:fs'
import { realpath } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { DrillPorts } from '../operations/drill/drill-ports.ts'
import type { Ports } from '../ports/ports.ts'
import type { Host } from './host.ts'

/** What a drill needs besides the ports of any run: its scenarios, and a laboratory whose stores are folders. */
export async function openDrillPorts(ports: Ports, { variables, packages }: Host): Promise<DrillPorts> {
  const { allScenarios } = await import('../scenarios/scenarios.ts')
  return {
    ...ports,
    scenarios: allScenarios(),
    lifeboat: await ownProgram(process.argv[1]),
    searchPaths: Object.fromEntries(
      ['PATH', 'LIFEBOAT_POSTGRES_DIRS'].flatMap((name) => {
        const value = variables[name]
        return value === undefined ? [] : [[name, value]]
      }),
    ),
    openTreeLaboratory: async () => {
      const [{ openTreeLaboratory }, { openLocalStore }] = await Promise.all([
        import('../sources/files/drill-laboratory.ts'),
        import('../stores/local.ts'),
      ])
      return openTreeLaboratory({
        spool: ports.spool,
        random: ports.random,
        openFolder: (name, path) => openLocalStore({ name, path, ephemeral: false }),
      })
    },
    openRedisLaboratory: async (record) => {
      const [{ openRedisDrillLaboratory }, { openLocalStore }] = await Promise.all([
        import('../sources/redis/drill-laboratory.ts'),
        import('../stores/local.ts'),
      ])
      const { spool, processes, clock, random, log, signal } = ports
      return openRedisDrillLaboratory(record, {
        context: { variables, spool, processes, clock, random, log },
        openFolder: (name, path) => openLocalStore({ name, path, ephemeral: false }),
        signal,
      })
    },
    openLaboratory: async (record, config) => {
      const [{ kindOf, openDrillLaboratory }, { openLocalStore }] = await Promise.all([
        import('../sources/postgres/drill/laboratory.ts'),
        import('../stores/local.ts'),
      ])
      const { spool, processes, clock, random, log, signal } = ports
      return openDrillLaboratory({
        kind: kindOf(record),
        install: config.install,
        context: { variables, spool, processes, clock, random, log, cache: packages ?? undefined },
        openFolder: (name, path) => openLocalStore({ name, path, ephemeral: false }),
        signal,
      })
    },
  }
}

/** The command line of the Lifeboat that runs: `bin/lifeboat.js` above the script that was started. */
async function ownProgram(script: string | undefined): Promise<readonly string[] | null> {
  try {
    for (let at = dirname(await realpath(script ?? '')); ; at = dirname(at)) {
      const program = join(at, 'bin/lifeboat.js')
      if (existsSync(program)) return [process.execPath, program]
      if (dirname(at) === at) return null
    }
  } catch {
    return null
  }
}
