import { chmod, cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Failure } from '../../../domain/failure.ts'
import type { DrillServer, Elsewhere } from '../../../ports/laboratory.ts'
import type { Random } from '../../../ports/clock.ts'
import type { Processes } from '../../../ports/process.ts'
import { freeUserId } from '../../laboratory/user-id.ts'
import { port } from '../laboratory/raise.ts'
import { findPrivilege, type Privilege, systemEnvironment } from '../../privilege.ts'

export interface ElsewhereOptions {
  /** A folder that other users may enter; removed by somebody else. */
  open: string
  name: string
  /** Folder of PostgreSQL's programs. */
  bindir: string
  processes: Processes
  random: Random
  signal: AbortSignal
  /** Opens a way to a server that another user can take. */
  way: (server: DrillServer) => Promise<{ host: string; user: string; password: string }>
}

const script = '.commands'

/** Opens a place in which nothing of ours is left but what is brought there. */
export async function openElsewhere(options: ElsewhereOptions): Promise<Elsewhere> {
  const { open, name, bindir, processes, random, signal, way } = options
  const home = join(open, `home-${name}`)
  await mkdir(home, { mode: 0o700 })
  const privilege = await findPrivilege(processes, signal)
  const uid = privilege === null ? null : await freeUserId(random)
  const isCut = privilege !== null && (await mayUnshare(privilege, processes, signal))
  const launch =
    privilege === null || uid === null
      ? []
      : [
          ...privilege,
          ...(isCut ? ['unshare', '--net', '--'] : []),
          'setpriv',
          `--reuid=${uid}`,
          `--regid=${uid}`,
          '--clear-groups',
          '--no-new-privs',
          '--',
        ]
  return {
    how: `${uid === null ? 'as the same user' : 'as a user of its own'}, ${isCut ? 'without a network' : 'with the network of this machine'}`,
    bring: async ({ path }, prefix) => {
      await cp(join(path, ...prefix.split('/').filter(Boolean)), home, { recursive: true })
    },
    write: (file, text) => writeFile(join(home, file), text, { mode: 0o600 }),
    read: (file) => readFile(join(home, file), 'utf8'),
    run: async (commands, server) => {
      const { host, user, password } = await way(server)
      const variables = {
        HOME: home,
        TMPDIR: home,
        PATH: `${bindir}:/usr/local/bin:/usr/bin:/bin`,
        LC_ALL: 'C.UTF-8',
        PGHOST: host,
        PGPORT: String(port),
        PGUSER: user,
        PGPASSWORD: password,
        PGSSLMODE: 'disable',
      }
      const exports = Object.entries(variables).map(
        ([key, value]) => `export ${key}='${value.replaceAll("'", String.raw`'\''`)}'\n`,
      )
      // In a file: sudo takes variables away, and arguments can be read by everybody.
      await writeFile(join(home, script), `${exports.join('')}cd "$HOME"\n${commands}\n`, { mode: 0o700 })
      if (uid !== null) await giveTo(uid, home, privilege ?? [], processes, signal)
      const [program, ...args] = [...launch, 'env', '-i', 'bash', join(home, script)]
      return processes.run(program, args, { environment: systemEnvironment, directory: open, signal })
    },
  }
}

async function mayUnshare(privilege: Privilege, processes: Processes, signal: AbortSignal): Promise<boolean> {
  const [program, ...args] = [...privilege, 'unshare', '--net', '--', 'true']
  const tried = await processes.run(program, args, { environment: systemEnvironment, signal })
  return tried.code === 0
}

async function giveTo(
  uid: number,
  home: string,
  privilege: Privilege,
  processes: Processes,
  signal: AbortSignal,
): Promise<void> {
  await chmod(home, 0o700).catch(() => undefined) // it is his already
  const [program, ...args] = [...privilege, 'chown', '-R', `${uid}:${uid}`, home]
  const { code } = await processes.run(program, args, { environment: systemEnvironment, signal })
  if (code !== 0) throw new Failure('unavailable', 'the files could not be given to the other user')
}
