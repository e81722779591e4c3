import { lstat, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { z } from 'zod'
import type { Milliseconds } from '../../domain/units.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Log } from '../../ports/log.ts'
import type { Processes } from '../../ports/process.ts'
import { findPrivilege, type Privilege, systemEnvironment } from '../privilege.ts'
import { birthOf, isAlive } from './alive.ts'

/** What must be stopped and removed if the run that made a laboratory cannot do it itself. */
const stateSchema = z.object({
  /** Part of the folder's name and of the supervisor's command line: tells our process from another with its number. */
  id: z.string().regex(/^[0-9a-f]{16}$/),
  owner: z.int(),
  /** Tells the owner from a later process of its number. */
  ownerBirth: z.string().nullable().default(null),
  supervisor: z.int().nullable(),
  privileged: z.boolean(),
  folders: z.array(z.string()),
})
export type LaboratoryState = Omit<z.infer<typeof stateSchema>, 'ownerBirth'>

/** Names of the folders that a laboratory may have: its own, and a short one that leads to its socket. */
export const laboratoryFolders = (id: string): [string, string] => [`lifeboat-laboratory-${id}`, `lb-${id}`]
const fileName = (id: string) => `lifeboat-laboratory-${id}.json`

export async function writeState(stateFolder: string, state: LaboratoryState): Promise<void> {
  await mkdir(stateFolder, { recursive: true })
  const path = join(stateFolder, fileName(state.id))
  await writeFile(`${path}.new`, JSON.stringify({ ...state, ownerBirth: birthOf(state.owner) }), {
    mode: 0o600,
  })
  await rename(`${path}.new`, path)
}

/**
 * Removes every laboratory whose owner has ended, by what the state files say: for the `post:` step of an action, and
 * for the next run. Gives how many there were.
 */
export async function removeLaboratories(
  stateFolder: string,
  { processes, clock, log }: { processes: Processes; clock: Clock; log: Log },
): Promise<number> {
  const names = await readdir(stateFolder).catch(() => [])
  let removed = 0
  for (const name of names) {
    if (!/^lifeboat-laboratory-[0-9a-f]{16}\.json$/.test(name)) continue
    const state = await readState(join(stateFolder, name))
    if (state === null || state.owner === process.pid || (await isOwned(state))) continue
    const privilege = state.privileged ? await findPrivilege(processes) : []
    if (privilege === null) {
      log.warning('a laboratory of an earlier run cannot be removed: sudo asks for a password now')
      continue
    }
    if (await removeLaboratory(stateFolder, state, privilege, { processes, clock })) removed += 1
    else log.warning('a laboratory of an earlier run could not be removed')
  }
  return removed
}

/** Ends what still runs and removes what still lies there. True when nothing is left. */
export async function removeLaboratory(
  stateFolder: string,
  state: LaboratoryState,
  privilege: Privilege,
  { processes, clock }: { processes: Processes; clock: Clock },
): Promise<boolean> {
  const run = async (command: string, ...args: string[]) => {
    const [program = command, ...rest] = [...privilege, command, ...args]
    return (await processes.run(program, rest, { environment: systemEnvironment })).code === 0
  }
  if (state.supervisor !== null) {
    // It ends by itself once its owner is gone; the time it takes is for emptying the folder.
    if (!(await endsWithin(2_000, state.supervisor, state.id, clock))) {
      await run('kill', '-KILL', '--', `-${state.supervisor}`)
      // Whoever is not gone yet could still write where we remove.
      await endsWithin(1_000, state.supervisor, state.id, clock)
    }
  }
  // Only what is named after this laboratory is ever removed, as that may happen with root's rights.
  const folders = state.folders.filter(
    (folder) => resolve(folder) === folder && laboratoryFolders(state.id).includes(basename(folder)),
  )
  if (folders.length > 0 && !(await run('rm', '-rf', '--', ...folders))) return false
  await rm(join(stateFolder, fileName(state.id)), { force: true })
  return true
}

/** Null when it is none of ours. */
async function readState(path: string): Promise<z.infer<typeof stateSchema> | null> {
  try {
    if ((await lstat(path)).uid !== process.getuid?.()) return null
    const parsed = stateSchema.safeParse(JSON.parse(await readFile(path, 'utf8')))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

/**
 * Whether the run that made it still lives; its server need not, as a drill kills its own. Where births cannot be told, a
 * server that has ended decides, so that a reused number of the owner keeps nothing for long.
 */
async function isOwned({ owner, ownerBirth, supervisor, id }: z.infer<typeof stateSchema>): Promise<boolean> {
  if (!isAlive(owner)) return false
  if (process.platform === 'linux' && ownerBirth !== null) return birthOf(owner) === ownerBirth
  return supervisor === null || (await isSupervisor(supervisor, id))
}

async function endsWithin(patience: Milliseconds, pid: number, id: string, clock: Clock): Promise<boolean> {
  for (let waited = 0; await isSupervisor(pid, id); waited += 50) {
    if (waited >= patience) return false
    await clock.sleep(50)
  }
  return true
}

async function isSupervisor(pid: number, id: string): Promise<boolean> {
  if (process.platform !== 'linux') return isAlive(pid)
  const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
  return line.includes(id)
}
