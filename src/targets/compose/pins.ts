import { Failure } from '../../domain/failure.ts'
import type { Release } from '../../ports/target.ts'
import type { Compose } from './commands.ts'
import { readModel } from './model.ts'

/**
 * The services whose tag names other bytes now than when the release ran, or none, with the id of the image to take
 * instead. Services that the files no longer know are left out.
 * @throws Failure `missing` when an image is neither on the machine nor behind its tag any more
 */
export async function pinnedImages(
  compose: Compose,
  release: Release,
  signal: AbortSignal,
): Promise<Map<string, string>> {
  const { version } = release
  const { services } = await readModel(compose, version, signal)
  const pins = new Map<string, string>()
  for (const [service, image] of Object.entries(release.images)) {
    const known = services[service]
    if (known === undefined || image === '') continue
    const call = { version, signal }
    const idOf = (name: string) =>
      compose.ask(
        `looking for the image of ${service}`,
        ['docker', 'image', 'inspect', '--format', '{{.Id}}', name],
        call,
      )
    // Without `image:` Compose builds it, and names it itself.
    const reference = known.image
    if (reference !== undefined && (await idOf(reference))?.trim() === image) continue
    if ((await idOf(image)) !== null) {
      pins.set(service, image)
      continue
    }
    await compose.ask(`pulling the image of ${service}`, [...compose.words, 'pull', '--quiet', service], call)
    if (reference !== undefined && (await idOf(reference))?.trim() === image) continue
    throw new Failure('missing', `the image that ${service} ran on before is no longer there: ${image}`, {
      hint: `Give it back to the machine (docker load, or docker pull by its digest), then roll back again; or deploy ${version} anew.`,
    })
  }
  return pins
}
