import type { Compose } from './commands.ts'
import { readModel } from './model.ts'

/** Removes all that the project has on the machine, and says what that was. */
export async function removeProject(compose: Compose, signal: AbortSignal): Promise<string> {
  const call = { version: null, signal }
  const { name } = await readModel(compose, null, signal)
  const listed = async (what: 'container' | 'volume' | 'network') => {
    const format = what === 'container' ? '{{.Names}}' : '{{.Name}}'
    const filter = `label=com.docker.compose.project=${name}`
    const all = what === 'container' ? ['--all'] : []
    const words = ['docker', what, 'ls', ...all, '--filter', filter, '--format', format]
    const text = await compose.run(`listing every ${what}`, words, call)
    return text.split('\n').filter((line) => line !== '')
  }
  const before = {
    containers: await listed('container'),
    volumes: await listed('volume'),
    networks: await listed('network'),
  }
  const everything = [...compose.words, '--profile', '*', 'down', '--volumes', '--remove-orphans']
  await compose.run('removing the services and their data', everything, call)
  const removed = Object.entries(before).filter(([, names]) => names.length > 0)
  if (removed.length === 0) return 'there was nothing to remove'
  return `removed ${removed.map(([kind, names]) => `${kind}: ${names.toSorted().join(', ')}`).join('; ')}`
}
