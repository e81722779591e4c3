import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Failure } from '../../domain/failure.ts'
import { versionVariable } from '../release-version.ts'

/** The manifests as one text for kubectl, with the version in its place. @throws Failure `config` when one cannot be read */
export async function deployedManifests(paths: readonly string[], version: string): Promise<string> {
  const texts: string[] = []
  for (const path of paths) {
    for (const file of await filesOf(path)) texts.push(await readFile(file, 'utf8').catch(unreadable(file)))
  }
  return texts
    .map((text) => text.replaceAll(`\${${versionVariable}}`, version).replace(/^---\s*\n/, ''))
    .join('\n---\n')
}

async function filesOf(path: string): Promise<string[]> {
  const found = await stat(path).catch(unreadable(path))
  if (!found.isDirectory()) return [path]
  const names = await readdir(path)
  return names
    .filter((name) => /\.(ya?ml|json)$/.test(name))
    .toSorted()
    .map((name) => join(path, name))
}

function unreadable(path: string) {
  return (cause: unknown): never => {
    throw new Failure('config', `the manifest ${path} cannot be read`, {
      cause,
      hint: 'Check target.manifests; paths start at the working directory. In a workflow, actions/checkout must come first.',
    })
  }
}
