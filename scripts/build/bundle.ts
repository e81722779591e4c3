import { execFileSync } from 'node:child_process'
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from './write.ts'

/**
 * TypeScript → lib/ → one bundle in actions/dist with chunks for what is loaded late. Unminified, so that a reader can
 * check what runs with their secrets.
 */
export async function bundle(): Promise<void> {
  const dist = join(root, 'actions/dist')
  const fresh = join(root, 'lib/bundle')
  await rm(join(root, 'lib'), { recursive: true, force: true })
  // Types are a check of their own; here they are only taken off.
  node('typescript/bin/tsc', '-p', 'tsconfig.build.json', '--noCheck')
  node(
    '@vercel/ncc/dist/ncc/cli.js',
    'build',
    'lib/main.js',
    '--out',
    fresh,
    '--no-cache',
    '--quiet',
    '--license',
    'licenses.txt',
  )
  for (const name of await readdir(fresh)) await normalise(join(fresh, name))
  await rm(dist, { recursive: true, force: true })
  await rename(fresh, dist)
}

function node(script: string, ...args: string[]): void {
  execFileSync(process.execPath, [join(root, 'node_modules', script), ...args], {
    cwd: root,
    stdio: 'inherit',
  })
}

/** Trailing blanks go, so that the bundle looks the same whatever an editor or git thinks of them. */
async function normalise(file: string): Promise<void> {
  const text = await readFile(file, 'utf8')
  if (text.includes(root)) throw new Error(`the bundle names this machine's folder: ${file}`)
  const trimmed = text.replaceAll(/\r\n/g, '\n')
  if (trimmed !== text) await writeFile(file, trimmed)
}
