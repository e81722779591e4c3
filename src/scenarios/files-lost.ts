import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Failure } from '../domain/failure.ts'
import { counted } from '../domain/units.ts'
import type { TreeScenario } from '../operations/drill/scenario.ts'
import { closed, digestOfFile } from '../operations/drill/tree-fingerprint.ts'
import type { TreeScene } from '../operations/drill/tree-scene.ts'
import { isClosed, treeJournal } from '../operations/drill/tree-workload.ts'

/** Files are deleted and others overwritten, where an application keeps them; it writes on. */
export function filesLost(): TreeScenario {
  let backupId = ''
  const victims = { deleted: 0, overwritten: 0, ofTheTree: 0 }
  return {
    name: 'files-lost',
    doubles: 'files',
    summary: 'Files of a tree are deleted and others overwritten, and the application writes on',
    steps: {
      inject:
        'Delete every other file that is in the backup, and overwrite the others with what is not theirs',
      detect: 'Hold every file to the digests in the backup: missing paths, other bytes',
      recover: 'Restore the tree by swap; what was there is kept beside',
      check: 'Every entry is as before; every write from before the backup is there again',
    },
    losesBack: 'to the last backup',
    restoresService: true,
    inapplicable: ({ sources }) =>
      sources.some(({ type }) => type === 'files') ? null : 'the environment has no source of type files',
    prepare: async ({ double, workload }) => {
      backupId = await double.backUp()
      await workload.untilAcknowledged(5)
    },
    inject: async (scene) => {
      const { tree, double, struck } = scene
      const paths: string[] = []
      for await (const { path } of double.digests(backupId)) paths.push(path)
      struck()
      for (const [index, path] of paths.entries()) {
        scene.signal.throwIfAborted()
        const file = join(tree, path)
        if (!(await removed(file))) continue
        if (index % 2 === 0) victims.deleted += 1
        else {
          await writeFile(file, 'lost\n', { flag: 'wx' })
          victims.overwritten += 1
        }
        if (!path.startsWith(`${treeJournal}/`)) victims.ofTheTree += 1
      }
    },
    detect: async (scene) => {
      const { missing, other } = await holdToBackup(scene, backupId)
      if (missing + other > 0) {
        return `${counted(missing, 'file')} of the backup missing, ${counted(other, 'file')} with other bytes`
      }
      throw new Failure('objective', 'every file is as the backup has it: no loss was noticed')
    },
    recover: async ({ double, notice }) => {
      const keptAs = await double.swapBack()
      if (keptAs !== null) notice('what was left of the tree was kept beside until the end of the drill')
    },
    check: async (scene) => {
      const { deleted, overwritten, ofTheTree } = victims
      scene.check({
        name: 'what was lost',
        status: ofTheTree > 0 ? 'passed' : 'degraded',
        detail: `${counted(deleted, 'file')} deleted, ${overwritten} overwritten; ${ofTheTree} of them of the tree itself, the others of the workload`,
      })
    },
  }
}

/** False in a folder that its owner has closed, where an application could lose nothing either. */
async function removed(file: string): Promise<boolean> {
  try {
    await rm(file)
    return true
  } catch (error) {
    if (isClosed(error)) return false
    throw error
  }
}

async function holdToBackup(
  { tree, double, signal }: TreeScene,
  backupId: string,
): Promise<{ missing: number; other: number }> {
  const found = { missing: 0, other: 0 }
  for await (const { path, sha256 } of double.digests(backupId)) {
    const digest = await digestOfFile(join(tree, path), signal)
    if (digest === null) found.missing += 1
    else if (digest !== sha256 && digest !== closed) found.other += 1
  }
  return found
}
