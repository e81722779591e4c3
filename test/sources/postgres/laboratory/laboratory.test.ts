import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createProcesses } from '../../../../src/host/processes.ts'
import { openSpool, type Spool } from '../../../../src/host/spool.ts'
import { silentLog } from '../../../../src/ports/log.ts'
import { findTools } from '../../../../src/sources/postgres/tools.ts'
import { ask, mayIsolateFully, runInside, testLaboratory } from '../../../support/postgres/laboratory.ts'
import { testMajors } from '../../../support/postgres/install.ts'
import { testTools } from '../../../support/postgres/tools.ts'

const isolated = await mayIsolateFully()
const temp = mkdtempSync(join(tmpdir(), 'laboratory-test-'))
let spool: Spool
beforeEach(async () => {
  spool = await openSpool(temp)
})
afterEach(async () => {
  await spool[Symbol.asyncDispose]()
  // State files lie beside the spool.
  if (readdirSync(temp).length > 0) throw new Error(`left behind: ${readdirSync(temp).join(', ')}`)
})
afterAll(() => rmSync(temp, { recursive: true, force: true }))

for (const major of await testMajors()) {
  describe(`a laboratory of PostgreSQL ${major}`, () => {
    test('has a database of the source’s encoding and locale, and the settings of throwaway data', async () => {
      await using laboratory = await testLaboratory(major, spool.path, {
        database: {
          name: 'like "it"',
          encoding: 'LATIN1',
          provider: 'libc',
          collate: 'C',
          ctype: 'C',
          locale: null,
          icuRules: null,
        },
      })
      expect(laboratory.connection.database).toBe('like "it"')
      expect(
        await ask(
          laboratory,
          `SELECT pg_encoding_to_char(encoding), datcollate, datctype FROM pg_database WHERE datname = current_database();
           SELECT name, setting FROM pg_settings WHERE name IN ('fsync', 'autovacuum', 'wal_level', 'listen_addresses',
             'TimeZone', 'allow_in_place_tablespaces', 'jit') ORDER BY lower(name);
           SELECT rolsuper, rolname ~ '^lifeboat_[0-9a-f]{12}$' FROM pg_roles WHERE rolname = current_user`,
        ),
      ).toBe(
        [
          'LATIN1|C|C',
          'allow_in_place_tablespaces|on',
          'autovacuum|off',
          'fsync|off',
          'jit|off',
          'listen_addresses|',
          'TimeZone|UTC',
          'wal_level|minimal',
          't|t',
        ].join('\n'),
      )
    })

    test.each(['postgres', 'template1'])('has a database of the source’s name, even %s', async (name) => {
      await using laboratory = await testLaboratory(major, spool.path, {
        database: {
          name,
          encoding: 'LATIN1',
          provider: 'libc',
          collate: 'C',
          ctype: 'C',
          locale: null,
          icuRules: null,
        },
      })
      const kind = `SELECT datname, pg_encoding_to_char(encoding) FROM pg_database WHERE datname = current_database()`
      expect(await ask(laboratory, kind)).toBe(`${name}|LATIN1`)
    })

    // Of the system's own programs: others may need libraries by their full path.
    const parts = [`/usr/lib/postgresql/${major}`, `/usr/share/postgresql/${major}`]
    test.runIf(isolated && parts.every(existsSync))(
      'is shut in as well when its programs lie below /tmp',
      async () => {
        const copy = mkdtempSync('/tmp/laboratory-programs-')
        try {
          chmodSync(copy, 0o755)
          for (const part of parts)
            cpSync(part, join(copy, part), { recursive: true, verbatimSymlinks: true })
          const tools = await findTools(major, {
            processes: createProcesses(),
            log: silentLog,
            install: 'never',
            needServer: true,
            environment: { LIFEBOAT_POSTGRES_DIRS: copy },
            signal: new AbortController().signal,
          })
          expect(tools.bindir.startsWith(copy)).toBe(true)
          await using laboratory = await testLaboratory(major, spool.path, { tools })
          expect(laboratory.facts.find(({ label }) => label === 'Isolation')?.text).toMatch(/^full \(/)
        } finally {
          rmSync(copy, { recursive: true })
        }
      },
    )

    test('lets nobody in without its password', async () => {
      await using laboratory = await testLaboratory(major, spool.path)
      const tools = await testTools(major)
      const done = await createProcesses().run(tools.path('psql'), ['-Xw', '-c', 'select 1'], {
        environment: { ...laboratory.environment, PGPASSWORD: 'wrong' },
      })
      expect(done.code).toBe(2)
    })

    test('leaves nothing behind when it is disposed, although its database was in use', async () => {
      let socket: string
      {
        await using laboratory = await testLaboratory(major, spool.path)
        socket = laboratory.connection.host
        expect(existsSync(join(socket, '.s.PGSQL.5432'))).toBe(true)
        await ask(laboratory, 'CREATE TABLE t AS SELECT generate_series(1, 1000) AS n')
      }
      expect(existsSync(socket)).toBe(false)
      expect(readdirSync(spool.path)).toEqual([])
    })

    test.each(['as it is shut in', 'as its cluster is made', 'as its database is made'])(
      'a start that is aborted %s leaves nothing behind and throws the reason',
      async (moment) => {
        const controller = new AbortController()
        const reason = new Error('enough')
        const abortAt = (reached: string) => {
          if (reached === moment) controller.abort(reason)
        }
        const real = createProcesses()
        const start: typeof real.start = async (command, args, options) => {
          const child = await real.start(command, args, options)
          abortAt('as it is shut in')
          child.stdout.on('data', (said: Buffer) => {
            if (said.includes('standing')) abortAt('as its cluster is made')
          })
          return child
        }
        const run: typeof real.run = async (command, args, options) => {
          if (command.endsWith('/psql')) abortAt('as its database is made')
          return real.run(command, args, options)
        }
        await expect(
          testLaboratory(major, spool.path, { signal: controller.signal, processes: { start, run } }),
        ).rejects.toBe(reason)
        expect(readdirSync(spool.path)).toEqual([])
      },
    )

    test('tells when its server has ended by itself', async () => {
      await using laboratory = await testLaboratory(major, spool.path)
      await runInside(laboratory, 'kill -KILL $(head -1 postmaster.pid)')
      await expect(laboratory.ended).resolves.toBeUndefined()
    })

    describe.runIf(isolated)('code that a restore runs in it', () => {
      let port: number
      let listener: Server
      let touched: boolean
      beforeAll(async () => {
        touched = false
        listener = createServer((socket) => {
          touched = true
          socket.destroy()
        })
        await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', () => resolve()))
        const address = listener.address()
        port = typeof address === 'object' && address !== null ? address.port : 0
      })
      afterAll(() => new Promise((resolve) => listener.close(resolve)))

      test('reads neither our environment nor our files, reaches no network, and cannot become another user', async () => {
        const open = join(temp, 'open-to-all')
        writeFileSync(open, 'file canary', { mode: 0o644 })
        writeFileSync(join(spool.path, 'part'), 'file canary', { mode: 0o644 })
        process.env['LIFEBOAT_TEST_CANARY'] = 'environment canary'
        try {
          await using laboratory = await testLaboratory(major, spool.path)
          expect(laboratory.facts.find(({ label }) => label === 'Isolation')?.text).toMatch(/^full \(/)
          expect(laboratory.isolation).toBe('full')
          const inside = (command: string) => runInside(laboratory, command)
          // Says that commands run at all: without this the others could pass for a wrong reason.
          expect(await inside('echo canary sings')).toBe('canary sings\ncode 0')
          expect(await inside('env')).not.toContain('canary')
          expect(await inside(`cat /proc/${process.pid}/environ /proc/*/environ`)).not.toContain('canary')
          expect(await inside(`cat ${open} ${spool.path}/part /proc/1/root${open}`)).not.toContain(
            'file canary',
          )
          expect(await inside(`ls /home /root /run /tmp /var/run/docker.sock`)).not.toContain('spool')
          const call = `bash -c 'echo x > /dev/tcp/127.0.0.1/${port}'`
          expect(await inside(call)).toMatch(/code 1$/)
          expect(touched).toBe(false)
          expect(await inside('sudo -n id')).not.toMatch(/uid=0/)
          expect(await inside('grep -E "^(NoNewPrivs|CapBnd)" /proc/self/status')).toBe(
            'CapBnd:\t0000000000000000\nNoNewPrivs:\t1\ncode 0',
          )
          expect(await inside('touch /usr/lifeboat-was-here /usr/local/lifeboat-was-here')).toMatch(/code 1$/)
        } finally {
          delete process.env['LIFEBOAT_TEST_CANARY']
          rmSync(open)
        }
      })

      test('dies with the laboratory, even if it has turned into a daemon', async () => {
        const mark = `4${process.pid}`
        {
          await using laboratory = await testLaboratory(major, spool.path)
          await runInside(laboratory, `setsid sleep ${mark} > /dev/null 2>&1 < /dev/null & echo started`)
          while (!running(mark)) await wait(20)
        }
        expect(running(mark)).toBe(false)
      })
    })
  })
}

/** Whether a `sleep` with this argument runs anywhere on the machine. */
function running(mark: string): boolean {
  return readdirSync('/proc').some((pid) => {
    if (!/^\d+$/.test(pid)) return false
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8') === `sleep\0${mark}\0`
    } catch {
      return false
    }
  })
}
