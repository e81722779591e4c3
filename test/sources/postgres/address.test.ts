import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Failure } from '../../../src/domain/failure.ts'
import { libpqEnvironment, parseUrl, resolveAddress } from '../../../src/sources/postgres/address.ts'
import { sourceConfig } from '../../support/postgres/backup.ts'

const resolve = async (keys: Record<string, unknown>, variables: Record<string, string> = {}) =>
  resolveAddress(await sourceConfig(keys), variables)
const failureOf = (work: () => unknown): Failure => {
  try {
    work()
  } catch (error) {
    if (error instanceof Failure) return error
    throw error
  }
  throw new Error('no Failure came')
}

const messageOf = (work: () => unknown): string => {
  try {
    work()
    return ''
  } catch (error) {
    return String(error)
  }
}

describe('a connection URL', () => {
  it.each([
    ['postgres://u:p@host/db', { host: 'host', user: 'u', password: 'p', database: 'db' }],
    ['postgresql://u@host:6432/db', { host: 'host', port: 6432, user: 'u', database: 'db' }],
    [
      'postgres://u:p%40%2F%3A%25@host/my%20db%C3%A9',
      { host: 'host', user: 'u', password: 'p@/:%', database: 'my dbé' },
    ],
    [
      'postgres://u:p@[2001:db8::1]:5433/db',
      { host: '2001:db8::1', port: 5433, user: 'u', password: 'p', database: 'db' },
    ],
    [
      'postgres://u:p@%2Fvar%2Frun%2Fpostgresql/db',
      { host: '/var/run/postgresql', user: 'u', password: 'p', database: 'db' },
    ],
    ['postgres://u@/db?host=/tmp&port=5434', { host: '/tmp', port: 5434, user: 'u', database: 'db' }],
    [
      'postgres:///db?host=/tmp&user=u&password=p',
      { host: '/tmp', user: 'u', password: 'p', database: 'db' },
    ],
    ['postgres://host?dbname=db&user=u', { host: 'host', user: 'u', database: 'db' }],
    ['postgres://u@host/a%2Fb%3Dc%22', { host: 'host', user: 'u', database: 'a/b=c"' }],
    [
      'postgres://u@host/db?sslmode=verify-full&sslrootcert=/a/b.crt&sslcert=c&sslkey=k',
      {
        host: 'host',
        user: 'u',
        database: 'db',
        sslmode: 'verify-full',
        sslrootcert: '/a/b.crt',
        sslcert: 'c',
        sslkey: 'k',
      },
    ],
    [
      'postgres://u@host/db?application_name=x&connect_timeout=5&pgbouncer=true',
      { host: 'host', user: 'u', database: 'db' },
    ],
  ])('%s is read as libpq reads it', (url, expected) => {
    expect(parseUrl(url, 'here')).toEqual(expected)
  })

  it.each([
    ['another kind of URL', 'mysql://u:hush-hush@host/db'],
    ['no URL at all', 'host=host password=hush-hush'],
    ['several hosts', 'postgres://u:hush-hush@a,b:5433/db'],
    ['several hosts with ports', 'postgres://u:hush-hush@a:5432,b:5433/db'],
    ['several hosts among the parameters', 'postgres://u:hush-hush@/db?host=a,b'],
    ['an unknown parameter', 'postgres://u:hush-hush@host/db?options=-c%20a'],
    ['a secret where a parameter’s name should be', 'postgres://u@host/db?hush-hush'],
    ['an unknown sslmode', 'postgres://u@host/db?sslmode=hush-hush'],
    ['a wrong percent-encoding', 'postgres://u:hush-hush%zz@host/db'],
    ['a password with an unescaped slash', 'postgres://u:hush/hush-hush@host/db'],
    ['a password with an unescaped question mark', 'postgres://u:hush?hush-hush@host/db'],
    ['a port that is none', 'postgres://u:p@host:hush-hush/db'],
  ])('with %s is refused, and not shown', (_, url) => {
    const failure = failureOf(() => parseUrl(url, 'file.yml:3'))
    expect(failure.kind).toBe('config')
    expect(failure.message).toMatch(/^file.yml:3: /)
    expect(`${failure.message} ${failure.hint}`).not.toContain('hush-hush')
  })

  it('gives back any user, password and database that were percent-encoded', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, unit: 'grapheme' }),
        fc.string({ minLength: 1, unit: 'grapheme' }),
        fc.string({ minLength: 1, unit: 'grapheme' }),
        (user, password, database) => {
          const url = `postgres://${[user, password].map(encodeURIComponent).join(':')}@host/${encodeURIComponent(database)}`
          // The WHATWG parser takes these two for steps in a path.
          fc.pre(database !== '.' && database !== '..')
          expect(parseUrl(url, '')).toEqual({ host: 'host', user, password, database })
        },
      ),
    )
  })

  it('that cannot be read never shows its password, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 8 }), (password) => {
        fc.pre(!/connection|postgres|percent|password|parameter/i.test(password))
        expect(messageOf(() => parseUrl(`postgres://u:${password}@host:port/db`, ''))).not.toContain(password)
      }),
    )
  })
})

describe('a source’s address', () => {
  it('is taken from single keys as from a URL', async () => {
    const keys = {
      host: 'db.example',
      port: 6000,
      user: 'me',
      password: '${SECRET}',
      database: 'mine',
      sslmode: 'require',
    }
    expect(await resolve(keys, { SECRET: 's3cret' })).toMatchObject({ ...keys, password: 's3cret' })
  })

  it('prefers TLS, and verifies fully where a root certificate is given', async () => {
    expect((await resolve({ url: 'postgres://u@host/db' })).sslmode).toBe('prefer')
    expect((await resolve({ url: 'postgres://u@host/db', sslrootcert: '/ca.crt' })).sslmode).toBe(
      'verify-full',
    )
    expect((await resolve({ url: 'postgres://u@host/db?sslrootcert=system' })).sslmode).toBe('verify-full')
  })

  it.each([
    ['a host', { url: 'postgres://u:pw@/db' }],
    ['a user', { url: 'postgres://host/db' }],
    ['a database', { url: 'postgres://u:pw@host' }],
    ['a database', { url: 'postgres://u:pw@host/' }],
    [
      'full verification by the system’s certificates',
      { url: 'postgres://u:pw@host/db?sslmode=require&sslrootcert=system' },
    ],
    ['a root certificate to verify by', { url: 'postgres://u:pw@host/db?sslmode=verify-full' }],
  ])('needs %s', async (_, keys) => {
    await expect(resolve(keys)).rejects.toMatchObject({ kind: 'config' })
  })

  it.each(['0', '65536', 'x', '1.5', '-1'])('is refused with port %s', async (port) => {
    await expect(
      resolve({ host: 'h', user: 'u', database: 'd', port: '${PORT}' }, { PORT: port }),
    ).rejects.toMatchObject({
      kind: 'config',
    })
  })

  it('is handed to programs without the password file or the services of our account', async () => {
    const address = await resolve({ url: 'postgres://u:p%20w@host/db' })
    expect(libpqEnvironment(address, 'name', { TimeZone: 'UTC', search_path: 'a b\\c' })).toMatchObject({
      PGPASSWORD: 'p w',
      PGPASSFILE: '/dev/null',
      PGSERVICEFILE: '/dev/null',
      LC_ALL: 'C',
      PGOPTIONS: '-c TimeZone=UTC -c search_path=a\\ b\\\\c',
    })
    expect(libpqEnvironment(address, 'name', null)).not.toHaveProperty('PGOPTIONS')
  })
})
