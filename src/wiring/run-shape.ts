import { access, constants, lstat, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { asFailure, Failure } from '../domain/failure.ts'
import { pullRequestSource } from '../domain/pull-request/source.ts'
import { counted } from '../domain/units.ts'
import { RunReport } from '../operations/run-report.ts'
import type { Host } from './host.ts'
import { reported } from './reported.ts'
import type { Outcome } from './verb.ts'
import type { ShapeInput } from './verbs/shape.ts'

export async function runShape(input: ShapeInput, host: Host): Promise<Outcome> {
  const { report } = await reported('shape', input, host, async (environment) => {
    await demandFree(input.output)
    const [{ openPorts }, { takeShape }] = await Promise.all([
      import('./open-ports.ts'),
      import('../sources/postgres/trial/shape.ts'),
    ])
    await using ports = await openPorts(environment, { host, role: 'read', stores: [] })
    const run = new RunReport<'pull request'>('shape', environment.environment, ports)
    try {
      const { pullRequests } = environment
      const shape = await run.phase('read the shape', () =>
        takeShape(
          pullRequestSource(environment),
          {
            environment: environment.environment,
            exclude: pullRequests?.excludeFromShape ?? [],
            histories: pullRequests?.migrations?.historyTables ?? [],
            signal: ports.signal,
          },
          { ...ports, variables: host.variables, cache: host.packages ?? undefined },
        ),
      )
      await writeFile(input.output, `${JSON.stringify(shape, null, 1)}\n`, { flag: 'wx', mode: 0o644 }).catch(
        (cause: unknown) => {
          throw asFailure(cause).kind === 'capacity' ? cause : unwritable(input.output, cause)
        },
      )
      run.about = input.output
      run.fact(
        'shape',
        `${counted(shape.entries.length, 'definition')}, ${counted(shape.relations.length, 'size')}`,
      )
      for (const { kind, count } of shape.leftOut)
        run.notice('notice', `not part of the shape: ${counted(count, kind.toLowerCase())}`)
      return { report: run.finish('passed', null) }
    } catch (error) {
      return { report: run.fail(error) }
    }
  })
  return { report, outputs: { shape: report.verdict === 'failed' ? '' : input.output } }
}

/** Asked first, since a database is not to be read for nothing. @throws Failure `config` */
async function demandFree(path: string): Promise<void> {
  const found = await lstat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw unwritable(path, error)
  })
  if (found !== null) {
    throw new Failure(
      'config',
      `the output ${path} ${found.isDirectory() ? 'is a folder' : 'exists already'}`,
      {
        hint: 'Name a file that does not exist, or move this one away first: a shape takes the place of nothing.',
      },
    )
  }
  await access(dirname(path), constants.W_OK).catch((cause: unknown) => {
    throw unwritable(path, cause)
  })
}

function unwritable(path: string, cause: unknown): Failure {
  return new Failure('config', `the file ${path} cannot be written`, {
    cause,
    hint: 'Check that its folder is there, and that this user may write in it; the file itself must not exist.',
  })
}
