import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Environment } from '../../domain/environment/schema.ts'
import { Failure } from '../../domain/failure.ts'
import type { DrillLaboratory, DrillStore } from '../../ports/laboratory.ts'
import type { RunningProcess } from '../../ports/process.ts'
import type { DrillPorts } from './drill-ports.ts'

/** So slow that there is time to kill it between its first object and its manifest. */
const bandwidth = '16KiB'

/**
 * Starts a backup of the double by Lifeboat's own command line, in a process of its own: only such a one can be killed as a
 * machine that loses power kills it.
 */
export async function startOwnBackup(
  { environment, encryption, signing, sources }: Environment,
  stores: readonly DrillStore[],
  url: string,
  laboratory: DrillLaboratory,
  signingKey: string,
  { lifeboat, searchPaths, processes, signal }: DrillPorts,
): Promise<RunningProcess> {
  const [program, ...words] = lifeboat ?? []
  if (program === undefined) {
    throw new Failure(
      'missing',
      'Lifeboat’s own command line was not found, so no backup can be started and killed',
      {
        hint: 'Run it from a checkout, as the action does.',
      },
    )
  }
  const folder = await laboratory.folder('backup')
  const config = join(folder, `${environment}.yml`)
  const file = {
    environment,
    sources: [{ name: sources[0]?.name ?? 'main', type: 'postgres', url: '${DRILL_URL}', jobs: 1 }],
    stores: stores.map(({ store, path }) => ({ name: store.name, type: 'local', path, bandwidth })),
    encryption,
    signing: { backup: signing.backup },
  }
  // YAML reads JSON.
  await writeFile(config, JSON.stringify(file), { mode: 0o600 })
  return processes.start(program, [...words, 'backup', '--environment', environment, '--config', config], {
    environment: {
      PATH: '/usr/local/bin:/usr/bin:/bin',
      ...searchPaths,
      TMPDIR: folder,
      DRILL_URL: url,
      LIFEBOAT_SIGNING_KEY: signingKey,
    },
    directory: folder,
    signal,
  })
}
