import { mkdir, mkdtemp, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Failure } from '../../domain/failure.ts'
import type { FilesRecord } from '../../domain/manifest.ts'
import { counted, formatDuration } from '../../domain/units.ts'
import type { Rehearsal, RehearsalContext, RehearsalResult } from '../../ports/source.ts'
import { beginProof } from '../begin-proof.ts'
import { failed, passed, type Answer } from '../check-recorder.ts'
import { proveTreeEqual } from './compare.ts'
import type { FilesContext } from './context.ts'
import { fetchIndex } from './fetch-index.ts'
import { removeTree } from './remove-tree.ts'
import { isPart, partName } from './tree-index.ts'
import { setsOwners, unpack } from './unpack.ts'

/** How far two machines' clocks may be apart. */
const toleratedSkew = 5 * 60_000

/** Brings a tree back into a throwaway folder and proves it, rung by rung. */
export function openFilesRehearsal(record: FilesRecord, context: FilesContext): Rehearsal {
  return { rehearse: (run) => rehearse(record, context, run) }
}

async function rehearse(
  record: FilesRecord,
  context: FilesContext,
  run: RehearsalContext,
): Promise<RehearsalResult> {
  const { signal, artifacts, progress } = run
  // Nothing of a tree is run, so there is nothing to enclose: `isolation` stays null.
  const { checks, reaches, result, elapsed } = beginProof(run, record, context.clock)
  const folder = await mkdtemp(join(context.spool, `${record.name}-`))
  await using _cleanUp = { [Symbol.asyncDispose]: () => removeTree(folder) }

  let index = ''
  const isComplete = await checks.ask('complete', `tree of ${record.name}`, async () => {
    demandParts(record)
    index = await fetchIndex(record, artifacts, folder, signal)
    return passed(
      `the index has the ${counted(record.files, 'file')}, ${counted(record.folders, 'folder')} and ${counted(record.links, 'link')} of the manifest`,
    )
  })
  if (!isComplete) throw unprovable('its index cannot be believed')
  if (!reaches('restorable')) return result

  const tree = join(folder, 'tree')
  const isBack = await checks.ask('restorable', `tree of ${record.name}`, async () => {
    await mkdir(tree, { mode: 0o700 })
    result.bytes = await unpack({ record, artifacts, index, into: tree, progress, signal })
    return passed('the archive has what its index says, in its order, and all of it could be unpacked')
  })
  if (!isBack) throw unprovable('it could not be unpacked')
  result.restoreDuration = elapsed()
  // A real restore does the same, on other disks.
  result.restoreEstimate = result.restoreDuration
  result.facts.push({
    label: `Laboratory of ${record.name}`,
    text: `a folder of its own; nothing of the tree is run${setsOwners() ? '' : '; owners were held to the archive only, since only root can set them'}`,
  })

  if (!reaches('equal')) return result
  const { comparison } = await proveTreeEqual(index, tree, checks, signal)
  if (reaches('sound'))
    await checks.ask('sound', `tree of ${record.name}`, () =>
      judgeSoundness(folder, comparison?.outward ?? null),
    )
  if (reaches('fresh')) {
    await checks.ask('fresh', `age of ${record.name}`, async () => {
      const { answer, age } = judgeAge(record, run)
      result.dataAge = age
      return answer
    })
  }
  return result
}

/** The parts are numbered, so that one which the manifest does not name is missed. @throws Failure `integrity` */
function demandParts({ artifacts }: FilesRecord): void {
  const parts = artifacts.map(({ name }) => name).filter(isPart)
  const isInOrder = parts.every((name, number) => name === partName(number + 1))
  if (parts.length === 0 || !isInOrder)
    throw new Failure('integrity', 'the parts of the archive are not numbered one after the other')
}

async function judgeSoundness(folder: string, outward: number | null): Promise<Answer> {
  const strays = (await readdir(folder)).filter((name) => !own.includes(name))
  if (strays.length > 0)
    return failed('integrity', 'something was written beside the folder of the tree', strays)
  if (outward === null) return { status: 'skipped', detail: 'the tree could not be read back' }
  const links =
    outward === 0 ? 'no link leads out of it' : `${counted(outward, 'link leads', 'links lead')} out of it`
  return passed(`nothing lies outside of the folder; ${links}`)
}

const own: readonly string[] = ['index.jsonl', 'sha256sums.txt', 'tree']

function judgeAge(
  { snapshot }: FilesRecord,
  { now, rpo }: RehearsalContext,
): { answer: Answer; age: number | null } {
  const at = Date.parse(snapshot.dataAt)
  if (at > now + toleratedSkew) {
    const hint = 'Compare the clocks of the machine that made the backup and of this one.'
    return {
      answer: failed('integrity', 'the backup lies in the future, so its age cannot be told', [], hint),
      age: null,
    }
  }
  const age = Math.max(0, now - at)
  const text = `the reading of the tree began ${formatDuration(age)} ago`
  if (rpo === null) return { answer: passed(`${text}; no RPO is promised`), age }
  const promised = `${text}; the RPO is ${formatDuration(rpo)}`
  const hint = 'Look whether backups run as often as they should.'
  return { answer: age <= rpo ? passed(promised) : failed('objective', promised, [], hint), age }
}

function unprovable(why: string): Failure {
  return new Failure('integrity', `the tree cannot be proven: ${why}`)
}
