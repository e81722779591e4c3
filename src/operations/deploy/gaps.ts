import { Failure } from '../../domain/failure.ts'
import { counted } from '../../domain/units.ts'
import type { Release } from '../../ports/target.ts'
import type { Context } from './forward.ts'
import type { Journal } from './journal.ts'

/** What a deployment is begun on: the ledger's word, and the platform's. */
interface Ground {
  history: Journal
  running: Release | null
}

/**
 * Says what could not be read of the ledger, where a deployment that was cut off may stand. Nothing is begun, or gone on with,
 * unless the platform bears out what could be read, or a person says so with `rollback: never`. One store that is away does
 * not stop it: events go to every store, and what runs is a witness of its own.
 * @throws Failure `unavailable` while a store is out of reach, `integrity` when all answer and events are gone
 */
export function heedGaps(ground: Ground, context: Pick<Context, 'environment' | 'input' | 'run'>): void {
  const { unreachable } = ground.history.gaps
  const missing = describeGaps(ground.history)
  if (missing === null) return
  const what = `${missing}, and a deployment that was cut off may stand there`
  const { environment, input, run } = context
  const why = doubt(ground)
  if (why === null || input.rollback !== 'auto') {
    run.notice('warning', `${what}${why === null ? `. ${borneOut(ground)}` : `: ${why}`}`)
    return
  }
  throw new Failure(unreachable.length > 0 ? 'unavailable' : 'integrity', `${what}: ${why}`, {
    hint: `${
      unreachable.length > 0
        ? `Bring ${unreachable.join(' and ')} back, and run it again; take what is lost for good out of the environment file.`
        : `Look at it with \`lifeboat ledger verify --environment ${environment.environment}\`, and find out who may delete there.`
    } Who knows what runs, and on which data, goes over it with --rollback never.`,
  })
}

function describeGaps({ gaps: { unreachable, gone } }: Journal): string | null {
  if (unreachable.length > 0)
    return `the ledger could not be read whole: ${unreachable.join(', ')} ${unreachable.length === 1 ? 'is' : 'are'} out of reach`
  if (gone.length === 0) return null
  return `the ledger could not be read whole: ${counted(gone.length, 'event')} that later ones name ${gone.length === 1 ? 'is' : 'are'} in no store: ${gone.slice(0, 3).join(', ')}`
}

/** Why what could be read is not to be relied on; null when the platform bears it out. */
function doubt({ history, running }: Ground): string | null {
  const { last, unfinished, stands, gaps } = history
  // They are no older than what could be read of deployments.
  if (gaps.unreachable.length > 0 && gaps.gone.length > 0)
    return `${counted(gaps.gone.length, 'event')} that later ones name ${gaps.gone.length === 1 ? 'lies' : 'lie'} nowhere else: ${gaps.gone.slice(0, 3).join(', ')}`
  if (last === null) return 'what could be read knows of no deployment'
  const expected = unfinished === null ? [stands?.version] : [unfinished.version, unfinished.from?.version]
  // One that stands half way is of no one version.
  const isBorneOut =
    running === null ? unfinished !== null || stands === null : expected.includes(running.version)
  if (isBorneOut) return null
  const says = unfinished === null ? (stands?.version ?? 'nothing') : `${unfinished.version}, unfinished`
  return `${running === null ? 'the platform names no one version that runs' : `${running.version} runs, as the platform says`}, while the newest deployment that could be read is of ${says}`
}

function borneOut({ running }: Ground): string {
  return `It is gone on with, as the platform bears out what could be read: ${running?.version ?? 'no one version'} runs`
}
