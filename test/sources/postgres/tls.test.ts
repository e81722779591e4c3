import { chownSync, copyFileSync, chmodSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Failure } from '../../../src/domain/failure.ts'
import { resolveAddress, libpqEnvironment } from '../../../src/sources/postgres/address.ts'
import { addressForClient } from '../../../src/sources/postgres/root-certificates.ts'
import { createProcesses } from '../../../src/host/processes.ts'
import { backUp, findings, sourceConfig } from '../../support/postgres/backup.ts'
import { makeCertificates, type Certificates } from '../../support/postgres/certificates.ts'
import { testMajors } from '../../support/postgres/install.ts'
import { serverAccount, startServer, type TestServer } from '../../support/postgres/server.ts'

const modes = ['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full']
const [major = 0] = await testMajors()

describe('a connection to PostgreSQL', () => {
  let server: TestServer
  let certificates: Certificates
  beforeAll(async () => {
    certificates = makeCertificates()
    server = await startServer({ major, settings: { listen_addresses: '127.0.0.1, ::1' } })
    const account = serverAccount()
    for (const [from, to] of [
      [certificates.certificate, 'server.crt'],
      [certificates.key, 'server.key'],
    ] as const) {
      const path = join(server.dataDir, to)
      copyFileSync(from, path)
      chmodSync(path, 0o600)
      if (account !== null) chownSync(path, account.uid, account.gid)
    }
  })
  afterAll(async () => {
    await server[Symbol.asyncDispose]()
    certificates[Symbol.dispose]()
  })

  /** Whether we connect, and whether libpq's own programs do with what we hand them: encrypted, in the clear, or the failure's kind. */
  const attempt = async (host: string, parameters: Record<string, string>) => {
    const query = new URLSearchParams(parameters).toString()
    const url = `postgres://postgres:${server.password}@${host}:${server.port}/postgres?${query}`
    const address = resolveAddress(await sourceConfig({ url }), {})
    const libpq = await createProcesses().run(
      join(server.bindir, 'psql'),
      ['-XAtwc', 'select ssl from pg_stat_ssl where pid = pg_backend_pid()'],
      { environment: libpqEnvironment(address, 'test', null) },
    )
    const ours = await findings(url, major).then(
      () => 'connected',
      (error: unknown) => (error as Failure).kind,
    )
    return { ours, libpq: libpq.code === 0 ? libpq.stdout.trim() : 'refused' }
  }

  describe('without TLS', () => {
    it.each(['disable', 'allow', 'prefer'])('is made in the clear with sslmode %s', async (sslmode) => {
      expect(await attempt('localhost', { sslmode })).toEqual({ ours: 'connected', libpq: 'f' })
    })

    it.each(['require', 'verify-ca', 'verify-full'])('is not made with sslmode %s', async (sslmode) => {
      const root = sslmode === 'require' ? {} : { sslrootcert: certificates.authority }
      expect(await attempt('localhost', { sslmode, ...root })).toEqual({
        ours: 'unavailable',
        libpq: 'refused',
      })
    })
  })

  describe('with TLS', () => {
    beforeAll(async () => {
      await server.stop('fast')
      await server.start({ ssl: 'on', ssl_cert_file: 'server.crt', ssl_key_file: 'server.key' })
    })

    it.each(modes)('is made with sslmode %s and the right authority', async (sslmode) => {
      const libpq = sslmode === 'disable' || sslmode === 'allow' ? 'f' : 't'
      expect(await attempt('localhost', { sslmode, sslrootcert: certificates.authority })).toEqual({
        ours: 'connected',
        libpq,
      })
    })

    it.each(['require', 'verify-ca', 'verify-full'])(
      'is not made with sslmode %s and another authority',
      async (sslmode) => {
        expect(await attempt('localhost', { sslmode, sslrootcert: certificates.otherAuthority })).toEqual({
          ours: 'access',
          libpq: 'refused',
        })
      },
    )

    it('cares for the host’s name with verify-full only', async () => {
      const sslrootcert = certificates.authority
      expect(await attempt('127.0.0.1', { sslmode: 'verify-full', sslrootcert })).toEqual({
        ours: 'access',
        libpq: 'refused',
      })
      expect(await attempt('127.0.0.1', { sslmode: 'verify-ca', sslrootcert })).toEqual({
        ours: 'connected',
        libpq: 't',
      })
    })

    it('needs no certificate with sslmode require', async () => {
      expect(await attempt('127.0.0.1', { sslmode: 'require' })).toEqual({ ours: 'connected', libpq: 't' })
    })

    it('trusts the certificates of the system, which do not know ours', async () => {
      expect((await attempt('localhost', { sslmode: 'verify-full', sslrootcert: 'system' })).ours).toBe(
        'access',
      )
    })

    it('hands the certificates of the system to programs of every major', async () => {
      const url = `postgres://postgres:${server.password}@localhost:${server.port}/postgres?sslmode=verify-full&sslrootcert=system`
      const folder = await mkdtemp(join(tmpdir(), 'authorities-'))
      const address = await addressForClient(resolveAddress(await sourceConfig({ url }), {}), major, folder)
      const { stderr } = await createProcesses().run(join(server.bindir, 'psql'), ['-XAtwc', 'select 1'], {
        environment: libpqEnvironment(address, 'test', null),
      })
      await rm(folder, { recursive: true })
      expect(stderr).toContain('certificate verify failed')
    })

    it('is refused for a certificate file that cannot be read', async () => {
      expect((await attempt('localhost', { sslmode: 'verify-ca', sslrootcert: '/nonexistent' })).ours).toBe(
        'config',
      )
    })

    it('carries a whole dump, by pg_dump as by us', async () => {
      const query = `sslmode=verify-full&sslrootcert=${encodeURIComponent(certificates.authority)}`
      const url = `postgres://postgres:${server.password}@localhost:${server.port}/postgres?${query}`
      expect((await backUp(url, major)).record.globals).toBe(true)
    })
  })

  it.each([
    ['an IPv6 address', () => `[::1]:${server.port}/postgres`],
    [
      'a socket in the parameters',
      () => `/postgres?host=${encodeURIComponent(server.socketDir)}&port=${server.port}`,
    ],
    [
      'a socket in place of the host',
      () => `${encodeURIComponent(server.socketDir)}:${server.port}/postgres`,
    ],
    [
      'a socket, with an sslmode that has no meaning there',
      () => `/postgres?host=${server.socketDir}&port=${server.port}&sslmode=require`,
    ],
  ])('is made through %s, and dumps', async (_, rest) => {
    const url = `postgres://postgres:${server.password}@${rest()}`
    expect((await findings(url, major)).filter((finding) => finding.level === 'refuse')).toEqual([])
    expect((await backUp(url, major)).record.database).toBe('postgres')
  })
})
