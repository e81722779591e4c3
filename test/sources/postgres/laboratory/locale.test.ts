import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { openSpool } from '../../../../src/host/spool.ts'
import { notReal, testMajors } from '../../../support/postgres/install.ts'
import { ask, plainDatabase, testLaboratory } from '../../../support/postgres/laboratory.ts'

const temp = mkdtempSync(join(tmpdir(), 'locale-test-'))
afterAll(() => rmSync(temp, { recursive: true, force: true }))

const describeDatabase = (major: number) =>
  `SELECT datcollate, datctype, ${
    { 15: `daticulocale, NULL`, 16: `daticulocale, daticurules` }[major] ?? 'datlocale, daticurules'
  }, datlocprovider FROM pg_database WHERE datname = current_database()`

const majors = await testMajors()

for (const major of majors) {
  describe(`the database of a laboratory of PostgreSQL ${major}`, () => {
    test('sorts by an ICU locale as the source does', async () => {
      await using spool = await openSpool(temp)
      await using laboratory = await testLaboratory(major, spool.path, {
        database: { ...plainDatabase, provider: 'icu', locale: 'de-u-co-phonebk', icuRules: null },
      })
      expect(await ask(laboratory, describeDatabase(major))).toMatch(/^C\|C\|de-u-co-phonebk\|\|i$/)
      expect(await ask(laboratory, `SELECT 'Göbel' < 'Goethe', 'ä' < 'az'`)).toBe('t|t')
    })

    test('can have a libc locale that the machine lacks, built for it, money included', async () => {
      if (!existsSync('/usr/share/i18n/locales/sv_SE')) {
        notReal('locales that the machine lacks: its package "locales" is not installed')
        return
      }
      await using spool = await openSpool(temp)
      await using laboratory = await testLaboratory(major, spool.path, {
        database: { ...plainDatabase, collate: 'sv_SE.UTF-8', ctype: 'sv_SE.UTF-8' },
        lcMonetary: 'de_DE.UTF-8',
      })
      expect(await ask(laboratory, describeDatabase(major))).toMatch(/^sv_SE\.UTF-8\|sv_SE\.UTF-8\|/)
      // Swedish sorts ö behind z, German would not; both differ from bytes in that a < B.
      expect(await ask(laboratory, `SELECT 'ö' > 'z', 'a' < 'B', 1234.5::numeric::money`)).toBe(
        't|t|1.234,50 €',
      )
    })

    test('that needs a locale which nobody has is a missing failure that names it', async () => {
      await using spool = await openSpool(temp)
      await expect(
        testLaboratory(major, spool.path, { database: { ...plainDatabase, collate: 'xx_YY.UTF-8' } }),
      ).rejects.toMatchObject({ kind: 'missing', message: expect.stringContaining('xx_YY.UTF-8') })
    })
  })
}

test.for(majors.filter((major) => major >= 16))(
  'the database has the rules of an ICU collation: %i',
  async (major) => {
    await using spool = await openSpool(temp)
    await using laboratory = await testLaboratory(major, spool.path, {
      database: { ...plainDatabase, provider: 'icu', locale: 'en', icuRules: '&a < g' },
    })
    expect(await ask(laboratory, `SELECT 'g' < 'b'`)).toBe('t')
  },
)

test.for(majors.filter((major) => major >= 17))(
  'the database can have the builtin provider: %i',
  async (major) => {
    await using spool = await openSpool(temp)
    await using laboratory = await testLaboratory(major, spool.path, {
      database: { ...plainDatabase, provider: 'builtin', locale: 'C.UTF-8' },
    })
    expect(await ask(laboratory, describeDatabase(major))).toBe('C|C|C.UTF-8||b')
  },
)
