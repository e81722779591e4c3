import type { DrillPorts } from '../operations/drill/drill-ports.ts'
import type { Ports } from '../ports/ports.ts'
import type { Host } from './host.ts'

/** What a drill needs besides the ports of any run: its scenarios, and a laboratory whose stores are folders. */
export async function openDrillPorts(ports: Ports, { variables, packages }: Host): Promise<DrillPorts> {
  const { allScenarios } = await import('../scenarios/scenarios.ts')
  return {
    ...ports,
    scenarios: allScenarios(),
    openLaboratory: async (record, config) => {
      const [{ openDrillLaboratory }, { openLocalStore }] = await Promise.all([
        import('../sources/postgres/drill/laboratory.ts'),
        import('../stores/local.ts'),
      ])
      const { spool, processes, clock, random, log, signal } = ports
      return openDrillLaboratory({
        record,
        install: config.install,
        context: { variables, spool, processes, clock, random, log, cache: packages ?? undefined },
        openFolder: (name, path) => openLocalStore({ name, path, ephemeral: false }),
        signal,
      })
    },
  }
}
