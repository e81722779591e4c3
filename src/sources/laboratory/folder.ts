import { chmod, mkdir, stat, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
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
 */
export async function makeFolder(
  { mode }: { readonly mode: 'namespaces' | 'user-namespaces' | 'uid' | 'plain' },
  id: string,
  spool: string,
): Promise<Place> {
  const open = mode !== 'uid'
  const parent = open ? spool : (await othersMayEnter(dirname(spool))) ? dirname(spool) : tmpdir()
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
  await mkdir(short, { mode: 0o711 })
  await symlink(socket, join(short, 's'))
  return { folder, socket: join(short, 's'), upstream: join(short, 'u'), folders: [folder, short] }
}

async function othersMayEnter(folder: string): Promise<boolean> {
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (((await stat(at)).mode & 0o001) === 0) return false
    if (dirname(at) === at) return true
  }
}
