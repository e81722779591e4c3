import { chmod, mkdir, stat, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { Failure } from '../../domain/failure.ts'
import { laboratoryFolders } from './state.ts'

/** sun_path has 108 bytes on Linux and 104 on macOS, with a closing zero. */
const longestSocketPath = 103
/** Of all servers that a laboratory starts: PostgreSQL's. */
const longestSocketName = '.s.PGSQL.5432'

export interface Place {
  folder: string
  /** The socket's folder, by a path that is short enough. */
  socket: string
  /** The folder of a socket that leads to another server, likewise; not made yet. */
  upstream: string
  folders: string[]
}

/**
 * In the spool, which only we may enter, where the server gets a view of its own of the file system; else where its user
 * can get by himself. Others can enter that folder too, but not read it, and the data in it is the server's alone.
 * @throws Failure `config` when no server could work in the temporary folder
 */
export async function makeFolder(
  { mode }: { readonly mode: 'namespaces' | 'user-namespaces' | 'uid' | 'plain' },
  id: string,
  spool: string,
): Promise<Place> {
  const open = mode !== 'uid'
  const parent = open ? spool : await whereOthersMayEnter([dirname(spool), tmpdir()])
  const [own, shortcut] = laboratoryFolders(id)
  const folder = resolve(parent, own)
  await mkdir(folder, { mode: 0o711 })
  await chmod(folder, 0o711)
  const socket = join(folder, 'socket')
  // `upstream` is the longer name of the two.
  if (Buffer.byteLength(join(folder, 'upstream', longestSocketName)) <= longestSocketPath) {
    return { folder, socket, upstream: join(folder, 'upstream'), folders: [folder] }
  }
  const short = resolve(tmpdir(), shortcut)
  if (Buffer.byteLength(join(short, 's', longestSocketName)) > longestSocketPath) {
    throw new Failure('config', 'the path of the temporary folder is too long for the socket of a server', {
      hint: 'Set TMPDIR to a folder with a short path, such as /tmp.',
    })
  }
  await mkdir(short, { mode: 0o711 })
  await symlink(socket, join(short, 's'))
  return { folder, socket: join(short, 's'), upstream: join(short, 'u'), folders: [folder, short] }
}

/** @throws Failure `config` when there is none among them */
async function whereOthersMayEnter(folders: readonly string[]): Promise<string> {
  for (const folder of folders) if (await othersMayEnter(folder)) return folder
  throw new Failure(
    'config',
    'users other than root may not enter the temporary folder, and a server does not run as root',
    { hint: 'Set TMPDIR to a folder that everybody may enter along its whole path, such as /tmp.' },
  )
}

async function othersMayEnter(folder: string): Promise<boolean> {
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (((await stat(at)).mode & 0o001) === 0) return false
    if (dirname(at) === at) return true
  }
}
