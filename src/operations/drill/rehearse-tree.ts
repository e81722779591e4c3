import type { Environment } from '../../domain/environment/schema.ts'
import { counted } from '../../domain/units.ts'
import type { Aspect } from '../../domain/verdict.ts'
import type { RunReport } from '../run-report.ts'
import type { DrillPorts } from './drill-ports.ts'
import { differences } from './fingerprint.ts'
import type { Measured } from './judge.ts'
import { chooseSource, fetchBackup, openStores } from './origin.ts'
import { nothingToCompare, type SceneCheck, type TreeScenario } from './scenario.ts'
import { playOn, type Stage } from './stage.ts'
import { doubleTree, populateTree } from './tree-double.ts'
import { type TreeFingerprint, treeFingerprint } from './tree-fingerprint.ts'
import type { TreeScene } from './tree-scene.ts'
import { makeTreeJournal, treeWriter, writesIn } from './tree-workload.ts'

/** As `rehearse`, for a file tree: the laboratory has folders, and no server. */
export async function rehearseTree(
  environment: Environment,
  scenario: TreeScenario,
  measured: Measured,
  ports: DrillPorts,
  run: RunReport<Aspect>,
): Promise<void> {
  const { name } = scenario
  const { signal } = ports
  await using stack = new AsyncDisposableStack()
  const phase = <T>(what: string, work: () => Promise<T>) => run.phase(`${name}: ${what}`, work)

  const record = await phase('choose a backup', () =>
    chooseSource('files-tar', 'file tree', environment, ports, run),
  )
  const { laboratory, origin } = await phase('copy it into the laboratory', async () => {
    const opened = stack.use(await ports.openTreeLaboratory())
    return { laboratory: opened, origin: await fetchBackup(environment, opened, ports, run) }
  })
  const stores = await openStores(environment, laboratory)
  const parts = { environment, record, laboratory, origin, stores, ports }
  const tree = await phase('build the double', async () => {
    const folder = await populateTree(parts)
    // It is as secret as the files, and has done its work.
    await origin.wipe()
    return folder
  })
  const before = await treeFingerprint(tree, signal)
  await makeTreeJournal(tree)
  const double = await doubleTree(parts, tree)
  const stage: Stage<TreeScene> = {
    connect: async () => treeWriter(tree),
    scene: (common) => ({ ...common, record, tree, double: common.points.of(double) }),
    compare: async () => compareEntries(before, await treeFingerprint(tree, signal)),
    written: () => writesIn(tree),
  }
  await playOn(stage, scenario, ports.sabotageOfTree, { environment, measured, ports, run })
}

function compareEntries(before: TreeFingerprint, after: TreeFingerprint): SceneCheck {
  const name = 'every entry is as before'
  const different = differences(before, after)
  // The root itself is one.
  if (before.size <= 1 && different.length === 0) return nothingToCompare(name, 'entry')
  return {
    name,
    status: different.length === 0 ? 'passed' : 'failed',
    detail:
      different.length === 0
        ? `${counted(before.size, 'entry', 'entries')} compared by the drill itself`
        : `${counted(different.length, 'entry', 'entries')} of ${before.size} ${different.length === 1 ? 'is' : 'are'} not as before the failure`,
    subjects: different.slice(0, 50),
    failure: 'integrity',
  }
}
