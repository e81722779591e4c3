import { mkdir, realpath } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { Failure } from '../../domain/failure.ts'
import type { Random } from '../../ports/clock.ts'
import type { TreeLaboratory } from '../../ports/laboratory.ts'
import type { Store } from '../../ports/store.ts'
import { strikeable } from '../laboratory/strikeable-store.ts'
import { unlessGone } from './errors.ts'
import { removeTree } from './remove-tree.ts'

export interface TreeLaboratoryOptions {
  /** A folder of this run alone: what a killed run leaves in it goes with it. */
  spool: string
  random: Random
  /** Opens a folder as a store. */
  openFolder: (name: string, path: string) => Promise<Store>
}

/** Opens the place that a drill of a file tree plays in: a folder with a name by chance, and nothing outside of it. */
export async function openTreeLaboratory({
  spool,
  random,
  openFolder,
}: TreeLaboratoryOptions): Promise<TreeLaboratory> {
  const hex = (count: number) => Buffer.from(random.bytes(count)).toString('hex')
  const root = join(await realpath(spool), `drill-files-${hex(8)}`)
  await mkdir(root, { mode: 0o700 })
  const stack = new AsyncDisposableStack()
  stack.defer(() => removeTree(root))
  const folder = async (name: string) => {
    const path = join(root, `${name}-${hex(4)}`)
    await mkdir(path, { mode: 0o700 })
    return path
  }
  return {
    folder,
    openStore: async (name) => {
      const path = await folder('store')
      return strikeable(path, stack.use(await openFolder(name, path)))
    },
    demandOwn: async (path) => {
      const parent = await unlessGone(realpath(dirname(resolve(path))))
      const there = await unlessGone(realpath(resolve(path)))
      const real = there ?? (parent === null ? '' : join(parent, basename(path)))
      if (real.startsWith(`${root}/`)) return
      throw new Failure('refused', 'a drill works on nothing but the folders that it made itself')
    },
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  }
}
