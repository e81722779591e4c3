import { execFileSync, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, chown, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort } from '../servers/free-port.ts'
import { notReal } from './install.ts'
import { serverAccount, type TestServer } from './server.ts'

export interface Pooler extends AsyncDisposable {
  url(database: string): string
}

const program = '/usr/sbin/pgbouncer'

/** Whether there is a pooler to test with; where there is none, the run says so. */
export function hasPooler(): boolean {
  if (existsSync(program)) return true
  notReal('poolers: pgbouncer is not installed')
  return false
}

/** PgBouncer before a test server. */
export async function startPooler(
  server: TestServer,
  mode: 'session' | 'transaction',
  settings: Readonly<Record<string, string>> = {},
): Promise<Pooler> {
  const folder = await mkdtemp(join(tmpdir(), 'pgbouncer-'))
  const port = await freePort()
  const account = serverAccount()
  await chmod(folder, 0o755)
  const ini = join(folder, 'pgbouncer.ini')
  const users = join(folder, 'users.txt')
  const all = {
    listen_addr: '127.0.0.1',
    listen_port: String(port),
    unix_socket_dir: '',
    auth_type: 'plain',
    auth_file: users,
    pool_mode: mode,
    default_pool_size: '20',
    ...settings,
  }
  await writeFile(
    ini,
    `[databases]\n* = host=127.0.0.1 port=${server.port} password=${server.password}\n[pgbouncer]\n${Object.entries(
      all,
    )
      .map(([name, value]) => `${name} = ${value}\n`)
      .join('')}`,
  )
  await writeFile(users, `"${server.superuser}" "${server.password}"\n`)
  for (const path of [ini, users]) if (account !== null) await chown(path, account.uid, account.gid)
  const child = spawn(program, [...(account === null ? [] : ['-u', 'postgres']), '-q', ini], {
    stdio: 'ignore',
    env: { PATH: '/usr/bin:/bin' },
  })
  const ended = new Promise((resolve) => child.once('close', resolve))
  const url = (database: string) =>
    `postgresql://${server.superuser}:${server.password}@127.0.0.1:${port}/${encodeURIComponent(database)}`
  while (!answers(server, url('postgres'))) {
    if (child.exitCode !== null) throw new Error('pgbouncer did not start')
    await wait(50)
  }
  return {
    url,
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGKILL')
      await ended
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function answers(server: TestServer, url: string): boolean {
  try {
    execFileSync(join(server.bindir, 'psql'), ['-XAtqc', 'select 1', url], {
      env: { LC_ALL: 'C' },
      stdio: 'ignore',
    })
    return true
  } catch {
    return false
  }
}
