import { z } from 'zod'
import type { Compose } from './commands.ts'

/** The version that a container was deployed as. */
export const versionLabel = 'lifeboat.version'

const containerSchema = z.object({
  Id: z.string(),
  Image: z.string(),
  RestartCount: z.int().default(0),
  State: z.object({
    Status: z.string(),
    Health: z.object({ Status: z.string() }).nullish(),
  }),
  Config: z.object({
    Image: z.string().default(''),
    Labels: z
      .record(z.string(), z.string())
      .nullish()
      .transform((labels) => labels ?? {}),
  }),
})

export interface Container {
  id: string
  service: string
  /** Which of the service's containers it is, from 1. */
  number: string
  /** Made to take the place of another one, as Compose does it: create, stop the other, remove it, rename, start. */
  replaces: boolean
  /** Id of the image: it names the very bytes, whatever tags do. */
  image: string
  /** The image as the Compose file names it. */
  reference: string
  version: string | null
  restarts: number
  /** `running`, `exited`, `restarting`… */
  status: string
  /** `healthy`, `unhealthy`, `starting`; null without a health check. */
  health: string | null
}

/** Every container of the project's services, running or not; not those of `compose run`. */
export async function readContainers(compose: Compose, signal: AbortSignal): Promise<Container[]> {
  const call = { version: null, signal }
  const ids = async () => {
    const text = await compose.run(
      'listing the containers',
      [...compose.words, 'ps', '--all', '--quiet'],
      call,
    )
    return text.split('\n').filter((line) => line !== '')
  }
  const listed = await ids()
  if (listed.length === 0) return []
  const inspect = ['docker', 'inspect']
  const what = 'looking at the containers'
  // One that was removed since makes docker fail: then they are listed once more.
  const text =
    (await compose.ask(what, [...inspect, ...listed], call)) ??
    (await compose.run(what, [...inspect, ...(await ids())], call))
  return z
    .array(containerSchema)
    .parse(JSON.parse(text))
    .filter(({ Config }) => Config.Labels['com.docker.compose.oneoff'] !== 'True')
    .map(({ Id, Image, RestartCount, State, Config }) => ({
      id: Id,
      service: Config.Labels['com.docker.compose.service'] ?? '',
      number: Config.Labels['com.docker.compose.container-number'] ?? '',
      replaces: Config.Labels['com.docker.compose.replace'] !== undefined,
      image: Image,
      reference: Config.Image,
      version: Config.Labels[versionLabel] ?? null,
      restarts: RestartCount,
      status: State.Status,
      health: State.Health?.Status ?? null,
    }))
}
