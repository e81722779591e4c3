import { Failure } from '../../domain/failure.ts'
import { formatDuration } from '../../domain/units.ts'
import type { DeployTarget, Target } from '../../ports/target.ts'
import { plainRestore } from '../restore/restore-input.ts'
import { restore } from '../restore/restore.ts'
import { inRole } from '../signing-keys.ts'
import type { Context } from './forward.ts'
import type { Attempt } from './journal.ts'

export interface DataBack {
  /** The database in use is the restored one, whatever failed after. */
  exchanged: boolean
  failure: Failure | null
}

/**
 * Puts the backup from before the deployment in the place of what is in use, by the operation that every restore is. Whoever
 * wrote `restore-data` into the environment file, or asked for it, has confirmed it. What is replaced is kept.
 */
export async function bringDataBack(
  { from, version }: Attempt,
  backup: string,
  { environment, ports, run, place }: Context,
): Promise<DataBack> {
  const why = `the deployment of ${version} is taken back`
  const { application, target } = ports
  const asRestorer = inRole(environment, ['restore', 'backup', 'verify'], ports)
  const { report } = await run.phase('restore the data', () =>
    restore(
      environment,
      { ...plainRestore, backup, mode: 'swap', confirm: environment.environment },
      {
        ...asRestorer,
        place,
        run: { ...ports.run, reason: ports.run.reason === null ? why : `${why}: ${ports.run.reason}` },
        application: { ...application, target: onTheFormerRelease(application.target, target, from) },
      },
    ),
  )
  for (const phase of report.timeline) run.addPhase({ ...phase, name: `restore: ${phase.name}` })
  const places = report.restored?.places ?? []
  const exchanged = places.length > 0 && places.every((one) => one.exchanged)
  if (exchanged) {
    const loss = report.restored?.dataLoss ?? null
    const kept = places.map(({ source, keptAs }) => `${source} in ${keptAs ?? 'no place: there was nothing'}`)
    run.fact('data restored from', backup)
    if (loss !== null)
      run.fact(
        'data set aside',
        `what was written in the ${formatDuration(loss)} before`,
        loss,
        'milliseconds',
      )
    run.notice(
      'warning',
      `what was written since backup ${backup}${loss === null ? '' : ` (${formatDuration(loss)})`}, by customers too, is not in use any more; it is kept: ${kept.join(', ')}`,
    )
    run.next.push(
      `Look for what customers wrote since backup ${backup}, and take it over by hand: it is kept, ${kept.join(', ')}.`,
    )
  }
  run.check({
    rung: 'deployment',
    name: 'the data from before it',
    status: report.verdict === 'failed' ? 'failed' : report.verdict,
    detail: report.failure?.message ?? `backup ${backup} is in use again`,
    subjects: report.failure?.subjects ?? [],
    failure: report.verdict === 'failed' ? (report.failure?.kind ?? 'objective') : null,
    duration: report.finishedAt - report.startedAt,
  })
  if (report.failure === null) return { exchanged, failure: null }
  const { kind, message, hint, subjects } = report.failure
  return {
    exchanged,
    failure: new Failure(kind, `bringing the data back failed: ${message}`, {
      ...(hint === null ? {} : { hint }),
      subjects,
    }),
  }
}

/** What restarts after the exchange is what ran before, also where it did not come up on the other data. */
function onTheFormerRelease(given: Target, target: DeployTarget, from: Attempt['from']): Target {
  return {
    kind: given.kind,
    describe: (step) => given.describe(step),
    reroute: (url, signal) => given.reroute(url, signal),
    restart: async (signal) => {
      if (from !== null) await target.rollBack(from, signal)
      return given.restart(signal)
    },
  }
}
