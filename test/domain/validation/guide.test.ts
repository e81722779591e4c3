import { readFileSync } from 'node:fs'
import { parse, stringify } from 'yaml'
import { expect, it } from 'vitest'
import { parseEnvironment } from '../../../src/domain/environment/parse.ts'
import { validationChecks } from '../../../src/domain/environment/validation-schema.ts'

const guide = readFileSync(new URL('../../../docs/guides/validate.md', import.meta.url), 'utf8')
const blocks = [...guide.matchAll(/^( *)```yaml\n([\s\S]*?)^\1```/gm)]
  .map(([, indent = '', text = '']) => text.replaceAll(new RegExp(`^${indent}`, 'gm'), ''))
  .filter((text) => text.startsWith('validation:'))

it.each(blocks)('the guide’s example is accepted as it stands: %s', async (text) => {
  const file = {
    environment: 'shop',
    sources: [{ name: 'main', type: 'postgres', url: '${DATABASE_URL}' }],
    stores: [{ name: 'disk', type: 'local', path: '/backups' }],
    encryption: 'none',
    ...(parse(text) as object),
  }
  await expect(parseEnvironment(stringify(file), 'guide')).resolves.toMatchObject({ environment: 'shop' })
})

it('the guide explains every kind of check', () => {
  const explained = new Set(
    [...guide.matchAll(/^\| ((?:`[a-z-]+`(?:, )?)+) \|/gm)].flatMap(([, names = '']) =>
      names.match(/[a-z-]+/g),
    ),
  )
  expect(validationChecks.filter((check) => check !== 'flows' && !explained.has(check))).toEqual([])
  expect(blocks.length).toBeGreaterThan(2)
})
