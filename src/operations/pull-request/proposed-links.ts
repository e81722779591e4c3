import { readdir, readlink, realpath, stat } from 'node:fs/promises'
import { join, posix, relative, sep } from 'node:path'

/** What a link is followed to at most; where there is more, nobody can tell what it brings. */
const mostEntries = 50_000

/**
 * Links by which files come to fit a pattern for whoever follows links, as most tools do: a link that fits, one in the
 * way to what fits, and one whose folder holds files that fit. Packages that were installed are no part of a repository.
 */
export async function linksThatFit(pattern: string, root: string): Promise<string[]> {
  const reach = reachOf(pattern)
  const realRoot = await realpath(root)
  const found: string[] = []
  const waiting = ['']
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => [])
    for (const entry of entries) {
      const path = posix.join(folder, entry.name)
      if (!reach.mayLead(path) || path === '.git') continue
      if (entry.isSymbolicLink()) {
        if (await bringsWhatFits(path, realRoot, reach)) found.push(path)
      } else if (entry.isDirectory() && (entry.name !== 'node_modules' || reach.isNamed(path))) {
        waiting.push(path)
      }
    }
  }
  return found.sort()
}

/** Whether both say the same and lead, within each root, to a file. */
export async function isSameLink(path: string, one: string, other: string): Promise<boolean> {
  const [target, otherTarget] = await Promise.all([targetOf(one, path), targetOf(other, path)])
  return target !== null && target === otherTarget
}

/** From the root; null when it is no link to a file within it. */
async function targetOf(root: string, path: string): Promise<string | null> {
  try {
    const text = await readlink(join(root, path))
    const way = relative(await realpath(root), await realpath(join(root, path)))
    const leadsOut = way === '..' || way.startsWith(`..${sep}`)
    return !leadsOut && (await stat(join(root, path))).isFile() ? `${text}\0${way}` : null
  } catch {
    return null
  }
}

interface Reach {
  fits: (path: string) => boolean
  /** False where nothing at or below a path can fit. */
  mayLead: (path: string) => boolean
  /** Whether the pattern says each part of a path in so many words. */
  isNamed: (path: string) => boolean
  /** Whether each part of a path fits the pattern's part at its place. */
  fitsSoFar: (path: string) => boolean
}

function reachOf(pattern: string): Reach {
  const normal = posix.normalize(pattern)
  const parts = normal.split('/')
  const special = parts.findIndex((part) => /[*?[\]{}()!+@\\]/.test(part))
  const literal = special === -1 ? parts : parts.slice(0, special)
  const deepest = normal.includes('**') ? Infinity : parts.length
  // Where alternatives hold folders of their own, parts cannot be told one by one.
  const isPlain = !/\{[^}]*\//.test(normal)
  const agrees = (path: string) =>
    path.split('/').every((part, index) => index >= literal.length || part === literal[index])
  return {
    fits: (path) => posix.matchesGlob(path, normal),
    mayLead: (path) => path.split('/').length <= deepest && agrees(path),
    isNamed: (path) => path.split('/').length <= literal.length && agrees(path),
    fitsSoFar: (path) =>
      isPlain &&
      path.split('/').every((part, index) => {
        const own = parts[index]
        return own !== undefined && !own.includes('**') && posix.matchesGlob(part, own)
      }),
  }
}

async function bringsWhatFits(link: string, root: string, reach: Reach): Promise<boolean> {
  if (reach.fits(link) || reach.isNamed(link)) return true
  const real = await realpath(join(root, link)).catch(() => null)
  const isOutside = real === null || (real !== root && !real.startsWith(`${root}${sep}`))
  // What it leads to on another machine cannot be told here.
  if (isOutside && reach.fitsSoFar(link)) return true
  if (real === null || !(await isFolder(real))) return false
  const waiting = [{ folder: real, path: link, within: [real] }]
  let entries = 0
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { folder, path, within } = next
    for (const name of await readdir(folder).catch(() => [])) {
      const own = posix.join(path, name)
      if (!reach.mayLead(own)) continue
      entries += 1
      if (entries > mostEntries) return true
      const target = await realpath(join(folder, name)).catch(() => null)
      if (target === null || !(await isFolder(target))) {
        if (reach.fits(own)) return true
      } else if (!within.includes(target)) {
        waiting.push({ folder: target, path: own, within: [...within, target] })
      }
    }
  }
  return false
}

const isFolder = async (path: string): Promise<boolean> =>
  (await stat(path).catch(() => null))?.isDirectory() ?? false
