import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { Failure } from '../domain/failure.ts'
import { pullRequestSource } from '../domain/pull-request/source.ts'
import type { Environment } from '../domain/environment/schema.ts'
import type { Ports } from '../ports/ports.ts'
import type { Trial } from '../ports/trial.ts'
import type { Host } from './host.ts'
import { reported } from './reported.ts'
import type { Outcome } from './verb.ts'
import type { ValidatePrInput } from './verbs/validate-pr.ts'

export async function runValidatePr(input: ValidatePrInput, host: Host): Promise<Outcome> {
  const { report } = await reported('validate-pr', input, host, async (environment) => {
    const { on, proposed, base = null, data } = input
    // Rows are opened by the step before. What other jobs publish is missed only once there is something to try on it.
    if (on === 'rows' && data !== undefined) demandData(data, on)
    const [{ openPorts }, { checkRunbook }, { validatePullRequest }] = await Promise.all([
      import('./open-ports.ts'),
      import('./runbook-files.ts'),
      import('../operations/pull-request/validate.ts'),
    ])
    await using ports = await openPorts(environment, { host, role: 'read', stores: [] })
    const report = await validatePullRequest(
      environment,
      {
        on,
        proposed,
        base,
        readRunbook: checkRunbook,
        path: host.variables['PATH'] ?? '',
        openTrial: data === undefined ? null : () => openTrial(environment, input, data, host, ports),
      },
      ports,
    )
    return { report }
  })
  return { report, outputs: {} }
}

/** @throws Failure `config` */
function demandData(data: string, on: ValidatePrInput['on']): void {
  if (existsSync(data)) return
  throw new Failure('config', `data: there is nothing at ${data} to try migrations on`, {
    hint:
      on === 'rows'
        ? 'Has the step ended well that makes it?'
        : 'Has the job run that publishes it? Run it once by hand.',
  })
}

async function openTrial(
  environment: Environment,
  { on }: ValidatePrInput,
  data: string,
  host: Host,
  ports: Ports,
): Promise<Trial> {
  demandData(data, on)
  const { install } = pullRequestSource(environment)
  const context = { ...ports, variables: host.variables, cache: host.packages ?? undefined }
  if (on === 'shape') {
    const [{ openShapeTrial }, { parseShape }] = await Promise.all([
      import('../sources/postgres/trial/trial.ts'),
      import('../domain/pull-request/shape.ts'),
    ])
    const text = await readFile(data, 'utf8').catch((cause: unknown) => {
      throw new Failure('missing', `the shape ${data} cannot be read`, { cause })
    })
    return openShapeTrial(parseShape(text), install, context, ports.signal)
  }
  const [{ openRowsTrial }, { openedReader, readOpened, removeOpened }] = await Promise.all([
    import('../sources/postgres/trial/opened.ts'),
    import('../operations/pull-request/opened-backup.ts'),
  ])
  const opened = await readOpened(data)
  return openRowsTrial(
    {
      record: opened.record,
      artifacts: openedReader(data),
      install,
      isSecret: on === 'rows',
      removeOpened: () => (on === 'rows' ? removeOpened(data) : Promise.resolve()),
    },
    context,
    ports.signal,
  )
}
