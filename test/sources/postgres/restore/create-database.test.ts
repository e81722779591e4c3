import { expect, test } from 'vitest'
import { createDatabase } from '../../../../src/sources/postgres/restore/create-database.ts'

const base = {
  encoding: 'UTF8',
  provider: 'libc',
  collate: "it's",
  ctype: 'C',
  locale: null,
  icuRules: null,
} as const

test('majors before 15 know no provider', () => {
  expect(createDatabase('a"b', base, 14)).toBe(
    `CREATE DATABASE "a""b" TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'it''s' LC_CTYPE 'C';\n`,
  )
  expect(() => createDatabase('x', { ...base, provider: 'icu', locale: 'de' }, 14)).toThrow(
    expect.objectContaining({ kind: 'missing' }),
  )
})

test('the builtin provider needs 17, ICU rules need 16', () => {
  expect(() => createDatabase('x', { ...base, provider: 'builtin', locale: 'C' }, 16)).toThrow(
    expect.objectContaining({ kind: 'missing' }),
  )
  const rules = { ...base, provider: 'icu', locale: 'de', icuRules: '&a < b' } as const
  expect(() => createDatabase('x', rules, 15)).toThrow(expect.objectContaining({ kind: 'missing' }))
  expect(createDatabase('x', rules, 16)).toContain(`LOCALE_PROVIDER icu ICU_LOCALE 'de' ICU_RULES '&a < b'`)
})
