import { z } from 'zod'
import type { Compose } from './commands.ts'

const serviceSchema = z.looseObject({ image: z.string().optional() })
const modelSchema = z.object({
  name: z.string(),
  services: z.record(z.string(), serviceSchema).default({}),
  secrets: z.record(z.string(), z.looseObject({ file: z.string().optional() })).default({}),
})
/** What the files amount to for a version. It may hold secrets: it is compared and looked up, never shown. */
export type ComposeModel = z.output<typeof modelSchema>

export async function readModel(
  compose: Compose,
  version: string | null,
  signal: AbortSignal,
): Promise<ComposeModel> {
  const words = [...compose.words, 'config', '--format', 'json']
  return modelSchema.parse(
    JSON.parse(await compose.run('reading the Compose files', words, { version, signal })),
  )
}

/**
 * Services that are other ones in another version: those that a deployment is about. Found by reading the files for two
 * versions, so that nothing has to be declared, and databases are left alone.
 */
export async function followsVersion(compose: Compose, signal: AbortSignal): Promise<string[]> {
  const one = await readModel(compose, 'version-one', signal)
  const other = await readModel(compose, 'version-other', signal)
  return Object.entries(one.services)
    .filter(([name, service]) => JSON.stringify(service) !== JSON.stringify(other.services[name]))
    .map(([name]) => name)
    .toSorted()
}
