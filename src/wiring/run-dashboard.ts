import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { DashboardEnvironment } from '../domain/dashboard.ts'
import { Failure } from '../domain/failure.ts'
import { systemClock } from '../host/clock.ts'
import { dashboardOf, unreadable } from '../operations/dashboard/dashboard.ts'
import { plain } from '../reports/plain.ts'
import { failureOfCopy } from '../vault/copies.ts'
import type { Host } from './host.ts'
import { loadEnvironment } from './load-environment.ts'
import { openPorts } from './open-ports.ts'
import { openSurroundings } from './open-surroundings.ts'
import type { DashboardInput } from './verbs/dashboard.ts'
import type { Answer } from './verb.ts'

/** One after the other: each may open as many connections as its stores take. */
export async function runDashboard(input: DashboardInput, host: Host): Promise<Answer> {
  const environments: DashboardEnvironment[] = []
  for (const name of input.environments) environments.push(await one(name, host))
  const { renderDashboard } = await import('../reports/dashboard/page.ts')
  const page = renderDashboard(
    { madeAt: systemClock.now(), environments },
    { showNames: input['show-names'] },
  )
  const file = join(input.output, 'index.html')
  await write(input.output, file, page)
  const lines = environments.map(
    ({ name, verdict, score, failure }) =>
      `${name}: ${verdict}, score ${score ?? 'unknown'}${failure === null ? '' : `\n  ${plain(failure, 1_000)}`}`,
  )
  return { text: [...lines, `Written to ${file}`].join('\n'), json: { file, environments } }
}

async function one(name: string, host: Host): Promise<DashboardEnvironment> {
  const environment = await loadEnvironment({ environment: name })
  try {
    await using ports = await openPorts(environment, { host, role: 'read' })
    return await dashboardOf(environment, ports, await openSurroundings(environment, undefined, host))
  } catch (error) {
    const failure = failureOfCopy(error, host.signal)
    if (failure.kind === 'bug') throw failure
    return unreadable(environment, systemClock.now(), failure.message)
  }
}

/** Whoever looks at it meanwhile sees the former page, or this one. */
async function write(folder: string, file: string, page: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true })
    await writeFile(`${file}.draft`, page)
    await rename(`${file}.draft`, file)
  } catch (cause) {
    throw new Failure('config', `the page could not be written to ${file}`, {
      cause,
      hint: 'Give a folder that this user may write to, with --output.',
    })
  }
}
