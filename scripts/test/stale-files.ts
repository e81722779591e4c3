import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from './run-check.ts'

/** What `npm run build` makes. */
const places = ['action.yml', 'actions', 'docs/reference', 'schema']

/** Tells which generated files a build changed. */
export const staleFiles = {
  snapshot: async (): Promise<ReadonlyMap<string, string>> => {
    const digests = new Map<string, string>()
    for (const place of places)
      for (const path of await filesOf(place)) digests.set(path, await digestOf(path))
    return digests
  },
  since: async (before: ReadonlyMap<string, string>): Promise<string[]> => {
    const after = await staleFiles.snapshot()
    const all = new Set([...before.keys(), ...after.keys()])
    return [...all].filter((path) => before.get(path) !== after.get(path)).sort()
  },
}

async function filesOf(place: string): Promise<string[]> {
  if (place.endsWith('.yml')) return [place]
  const entries = await readdir(join(root, place), { recursive: true, withFileTypes: true }).catch(() => [])
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length))
}

async function digestOf(path: string): Promise<string> {
  const bytes = await readFile(join(root, path)).catch(() => new Uint8Array())
  return createHash('sha256').update(bytes).digest('hex')
}
