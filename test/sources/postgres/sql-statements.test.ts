import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitStatements } from '../../../src/sources/postgres/sql-statements.ts'
import { installPostgres, testMajors } from '../../support/postgres/install.ts'
import { startServer } from '../../support/postgres/server.ts'
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

describe('a script is split', () => {
  const piece = fc.oneof(
    fc.constantFrom('SELECT', '1', ' ', '\n', 'a$b', 'x::text', '(', ')', '$1', 'e', 'E '),
    fc.string().map((text) => `'${text.replaceAll("'", "''").replaceAll('\\', '')}'`),
    fc.string().map((text) => ` E'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`),
    fc.string().map((text) => `"${text.replaceAll('"', '""')}"`),
    fc.string().map((text) => `$odd$${text.replaceAll('$', '')}$odd$`),
    fc.string().map((text) => ` $$${text.replaceAll('$', '')}$$ `),
    fc.string().map((text) => ` -- ${text.replaceAll(/[\n\r]/g, '')}\n`),
    fc.string().map((text) => ` /* ${text.replaceAll(/[*/]/g, '')} */`),
  )

  it('at its semicolons, but not at those in quotes, dollar quotes and comments', () => {
    fc.assert(
      fc.property(fc.array(fc.array(piece, { minLength: 1 })), (statements) => {
        const texts = statements.map((pieces) => `S ${pieces.join(' ')};`)
        expect(splitStatements(texts.join('\n'))).toEqual(texts)
      }),
    )
  })

  it.each([
    [
      'nested comments',
      'SELECT /* a /* b; */ c; */ 1; SELECT 2;',
      ['SELECT /* a /* b; */ c; */ 1;', 'SELECT 2;'],
    ],
    ['a doubled quote', "SELECT 'it''s;'; SELECT 2;", ["SELECT 'it''s;';", 'SELECT 2;']],
    ['a backslash in a plain string', "SELECT 'a\\'; SELECT 2;", ["SELECT 'a\\';", 'SELECT 2;']],
    [
      'a name that ends in e before a string',
      "SELECT DATE'a\\'; SELECT 2;",
      ["SELECT DATE'a\\';", 'SELECT 2;'],
    ],
    ['a dollar inside a name', 'SELECT a$b$; SELECT c$b$;', ['SELECT a$b$;', 'SELECT c$b$;']],
    ['comments before a statement', '-- one;\n/* two; */ SELECT 1;', ['SELECT 1;']],
    ['nothing but comments', '-- one;\n/* two; */\n', []],
    ['a last statement without its semicolon', 'SELECT 1; SELECT 2', ['SELECT 1;', 'SELECT 2']],
  ])('as psql does it, with %s', (_, script, expected) => {
    expect(splitStatements(script)).toEqual(expected)
  })
})

describe.each(await testMajors())('the globals of PostgreSQL %i', (major) => {
  it('are split into statements that each do what they say', async () => {
    await using server = await startServer({ major })
    server.psql(`create role "odd ""quote; --" password 'x;y'; create role "back\\slash$$"; create role plain in role "odd ""quote; --";
      comment on role plain is E'it''s; a /* comment -- of\\ntwo lines \\\\ and $$';
      alter role plain set search_path = 'a; b', "c""d"; alter role plain set application_name = E'\\\\'';--'`)
    const script = execFileSync(join(await installPostgres(major), 'pg_dumpall'), ['--globals-only'], {
      env: { ...server.environment(), LC_ALL: 'C' },
      encoding: 'utf8',
    })
    const statements = splitStatements(script.replaceAll(/^\\(?:un)?restrict .*$/gm, ''))
    expect(
      statements.filter(
        (statement) => !/^(SET|CREATE ROLE|ALTER ROLE|GRANT|COMMENT|DROP|SELECT) ?.*;$/s.test(statement),
      ),
    ).toEqual([])
    expect(statements.filter((statement) => statement.startsWith('CREATE ROLE'))).toHaveLength(4)
    expect(statements.filter((statement) => statement.startsWith('COMMENT'))).toHaveLength(1)
    expect(statements.filter((statement) => statement.includes(' SET '))).toHaveLength(2)
  })
})
