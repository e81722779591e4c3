import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { serverAccount, type TestServer } from './server.ts'

/** Settings and pg_hba.conf that a primary needs for `startStandby`. */
export const primaryOptions = {
  settings: { wal_level: 'replica', max_wal_senders: '3' },
  hba: 'local all all scram-sha-256\nhost all all 127.0.0.1/32 scram-sha-256\nhost replication all 127.0.0.1/32 scram-sha-256\n',
} as const

/** A streaming standby, reached by its socket alone. */
export interface TestStandby extends AsyncDisposable {
  url(database: string): string
  query(sql: string, database?: string): Promise<Record<string, unknown>[]>
  /** Resolves when it has replayed all that the primary has written by now. */
  caughtUp(): Promise<void>
}

/** Copies a running primary, and follows it. */
export function startStandby(primary: TestServer): TestStandby {
  const folder = mkdtempSync(join(tmpdir(), 'standby-'))
  chmodSync(folder, 0o755)
  const data = join(folder, 'data')
  mkdirSync(data, { mode: 0o700 })
  const account = serverAccount()
  for (const path of [folder, data]) if (account !== null) chownSync(path, account.uid, account.gid)
  const as = (program: string): [string, string[]] =>
    account === null
      ? [join(primary.bindir, program), []]
      : [
          'setpriv',
          [
            `--reuid=${account.uid}`,
            `--regid=${account.gid}`,
            '--clear-groups',
            '--pdeathsig=QUIT',
            join(primary.bindir, program),
          ],
        ]
  const env = { ...primary.environment(), LC_ALL: 'C' }
  const [copy, before] = as('pg_basebackup')
  execFileSync(copy, [...before, '-D', data, '-R', '-X', 'stream', '-c', 'fast', '--no-sync'], {
    env,
    stdio: 'pipe',
  })
  const [run, prefix] = as('postgres')
  // Same port, another folder for the socket, and no network.
  const settings = [`port=${primary.port}`, 'listen_addresses=', `unix_socket_directories=${folder}`]
  const child = spawn(run, [...prefix, '-D', data, ...settings.flatMap((setting) => ['-c', setting])], {
    stdio: 'ignore',
    env,
  })
  const ended = new Promise((resolve) => child.once('close', resolve))
  const query = async (sql: string, database = 'postgres') => {
    const client = new Client({
      host: folder,
      port: primary.port,
      user: 'postgres',
      password: primary.password,
      database,
    })
    await client.connect()
    try {
      return (await client.query<Record<string, unknown>>(sql)).rows
    } finally {
      await client.end()
    }
  }
  return {
    query,
    url: (database) =>
      `postgres://postgres:${primary.password}@/${database}?host=${encodeURIComponent(folder)}&port=${primary.port}`,
    caughtUp: async () => {
      const lsn = primary.psql('select pg_current_wal_insert_lsn()')
      const there = `select pg_last_wal_replay_lsn() >= '${lsn}' as yes`
      for (;;) if ((await query(there).catch(() => []))[0]?.['yes'] === true) return
    },
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGQUIT')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
