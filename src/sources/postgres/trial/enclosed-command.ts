import { mkdir, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { Failure } from '../../../domain/failure.ts'
import type { PostgresLaboratory } from '../../../ports/laboratory.ts'
import type { PostgresContext } from '../context.ts'
import { findPrivilege, systemEnvironment } from '../../privilege.ts'

/**
 * Runs proposed code beside rows that are secret: as a user of its own without a way to become another, in a network
 * of its own that has nothing but itself, with its own processes and a file system that holds the system's programs, its
 * checkout (read-only) and the socket of the laboratory. What it prints goes nowhere. Gives its exit code.
 * @throws Failure `refused` where this machine cannot do that
 */
export async function runEnclosed(
  command: readonly string[],
  directory: string,
  laboratory: PostgresLaboratory,
  context: PostgresContext,
  signal: AbortSignal,
): Promise<number | null> {
  const privilege = process.platform === 'linux' ? await findPrivilege(context.processes, signal) : null
  if (privilege === null) {
    throw new Failure(
      'refused',
      'proposed code cannot be shut in on this machine, so it does not run beside rows',
      {
        hint: 'It takes Linux with root or passwordless sudo, as hosted runners have.',
      },
    )
  }
  const { host, port, user, password, database } = laboratory.connection
  const root = join(context.spool, `command-${Buffer.from(context.random.bytes(6)).toString('hex')}`)
  await mkdir(root, { mode: 0o700 })
  const uid = String(60_001 + (Buffer.from(context.random.bytes(2)).readUInt16BE() % 4_000))
  const [program = '', ...args] = [
    ...privilege,
    ...'unshare --net --mount --pid --ipc --uts --fork --kill-child=KILL -- sh -c'.split(' '),
    enclosureScript,
    'lifeboat-trial',
    root,
    uid,
    resolve(directory),
    resolve(host),
    ...command,
  ]
  try {
    // Its secrets are a throwaway server's. They come by standard input, as arguments are for everybody to read.
    const done = await context.processes.run(program, args, {
      environment: systemEnvironment,
      input:
        [port, user, password, database].join('\n') +
        `\npostgresql://${user}:${password}@localhost:${port}/${encodeURIComponent(database)}?host=%2Fsocket\n` +
        `${context.variables['PATH'] ?? '/usr/local/bin:/usr/bin:/bin'}\n`,
      signal,
    })
    return done.code
  } finally {
    await rm(root, { recursive: true, force: true })
  }
}

/** Arguments: folder for its root, user id, checkout, folder of the socket, then the command. */
const enclosureScript = String.raw`
set -eu
new=$1 uid=$2 checkout=$3 socket=$4
shift 4
IFS= read -r port; IFS= read -r user; IFS= read -r password; IFS= read -r database; IFS= read -r url; IFS= read -r path
mount --make-rprivate / 2>/dev/null || :
mount -t tmpfs -o size=64m,mode=755 trial "$new"
for part in /usr /bin /sbin /lib /lib32 /lib64 /libx32 /opt; do
  if [ -L "$part" ]; then cp -P "$part" "$new$part"
  elif [ -d "$part" ]; then mkdir "$new$part"; mount --bind -o ro "$part" "$new$part"; fi
done
mkdir -p "$new/etc/ssl" "$new/dev/shm" "$new/proc" "$new/tmp" "$new/home" "$new/checkout" "$new/socket" "$new/old"
for part in /etc/ld.so.cache /etc/localtime /etc/ssl/openssl.cnf; do
  [ ! -f "$part" ] || cp -L "$part" "$new$part"
done
[ ! -d /etc/alternatives ] || { mkdir "$new/etc/alternatives"; mount --bind -o ro /etc/alternatives "$new/etc/alternatives"; }
echo 'passwd: files' > "$new/etc/nsswitch.conf"
echo "trial:x:$uid:$uid::/home:/bin/false" > "$new/etc/passwd"
echo "trial:x:$uid:" > "$new/etc/group"
echo '127.0.0.1 localhost' > "$new/etc/hosts"
for part in null zero full random urandom; do
  : > "$new/dev/$part"
  mount --bind "/dev/$part" "$new/dev/$part"
done
ln -s /proc/self/fd "$new/dev/fd"
mount -t tmpfs -o mode=1777,size=64m shared-memory "$new/dev/shm"
mount -t tmpfs -o mode=1777,size=1g temporary "$new/tmp"
mount -t tmpfs -o mode=755,size=256m,uid="$uid" home "$new/home"
mount -t proc processes "$new/proc"
mount --bind -o ro "$checkout" "$new/checkout"
mount --bind "$socket" "$new/socket"
cd "$new"
pivot_root . old
cd /checkout
umount -l /old
rmdir /old
mount -o remount,ro / 2>/dev/null
exec setpriv --reuid="$uid" --regid="$uid" --clear-groups --no-new-privs --inh-caps=-all --bounding-set=-all -- \
  env -i PATH="$path" HOME=/home TZ=UTC PGHOST=/socket PGPORT="$port" PGUSER="$user" PGPASSWORD="$password" \
  PGDATABASE="$database" PGSSLMODE=disable DATABASE_URL="$url" "$@" < /dev/null > /dev/null 2>&1
`
