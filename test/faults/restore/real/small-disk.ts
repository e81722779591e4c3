import { execFile } from 'node:child_process'
import { mkdtemp, rm, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { serverAccount } from '../../../support/postgres/server.ts'
import { noteNotReal } from '../../../support/servers/not-real.ts'

const run = promisify(execFile)
const asRoot = (command: string, ...args: string[]) =>
  process.getuid?.() === 0 ? run(command, args) : run('sudo', ['-n', command, ...args])

/** A file system of its own in memory, with as much room as a test gives it. */
export interface SmallDisk extends AsyncDisposable {
  readonly path: string
  /** Makes it so large that this many mebibytes are free. */
  leave(free: number): Promise<void>
}

/** Large at first. Null where no file system may be mounted, which is noted for the end of the test run. */
export async function mountSmallDisk(): Promise<SmallDisk | null> {
  const path = await mkdtemp(join(tmpdir(), 'small-disk-'))
  // Of whoever runs the PostgreSQL server, and open to whoever runs the test.
  const { uid, gid } = serverAccount() ?? { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 }
  const options = `size=200m,uid=${uid},gid=${gid},mode=0777`
  try {
    await asRoot('mount', '-t', 'tmpfs', '-o', options, 'small-disk', path)
  } catch {
    await rm(path, { recursive: true })
    await noteNotReal('full disk', 'run them as root or with passwordless sudo, where a tmpfs may be mounted')
    return null
  }
  return {
    path,
    leave: async (free) => {
      const { blocks, bfree, bsize } = await statfs(path)
      const size = Math.ceil(((blocks - bfree) * bsize) / 1024) + free * 1024
      await asRoot('mount', '-o', `remount,size=${size}k`, path)
    },
    [Symbol.asyncDispose]: async () => {
      await asRoot('umount', '--lazy', path)
      await rm(path, { recursive: true })
    },
  }
}
