import { writeFile } from 'node:fs/promises'
import { pullRequestSource } from '../domain/pull-request/source.ts'
import { counted } from '../domain/units.ts'
import { RunReport } from '../operations/run-report.ts'
import type { Host } from './host.ts'
import { reported } from './reported.ts'
import type { Outcome } from './verb.ts'
import type { ShapeInput } from './verbs/shape.ts'

export async function runShape(input: ShapeInput, host: Host): Promise<Outcome> {
  const { report } = await reported('shape', input, host, async (environment) => {
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
      await writeFile(input.output, `${JSON.stringify(shape, null, 1)}\n`, { flag: 'wx', mode: 0o644 })
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
