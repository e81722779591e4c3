import { readFile, readdir } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { z } from 'zod'
import { describeKeys, keysAsMarkdown } from '../../../src/domain/environment/describe.ts'
import { parseEnvironment } from '../../../src/domain/environment/parse.ts'
import { environmentSchema } from '../../../src/domain/environment/schema.ts'
import { parseDuration } from '../../../src/domain/units.ts'

const page = await readFile('docs/environment-file.md', 'utf8')

describe('the page on the environment file', () => {
  const examples = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text = '']) => text)

  test('has examples, each of which is accepted', async () => {
    expect(examples.length).toBeGreaterThanOrEqual(2)
    const [first = ''] = examples
    for (const example of examples) {
      // Some show a key or two: they stand for a file that has these in place of the first one's.
      const isWhole = example.includes('environment:')
      const text = isWhole ? example : stringify({ ...mapping(first), ...mapping(example) })
      expect((await parseEnvironment(text, 'example.yml')).environment).toBe('production')
    }
  })

  test('describes every key as the schema has it', () => {
    const between = /<!-- keys: made by npm run build -->\n\n([\s\S]*?)\n\n<!-- end of keys -->/.exec(
      page,
    )?.[1]
    expect(between).toBe(keysAsMarkdown())
  })
})

function mapping(text: string): Record<string, unknown> {
  return z.record(z.string(), z.unknown()).parse(parse(text))
}

describe('the description of keys', () => {
  test('gives each key a meaning, and each duration a default that can be written', () => {
    const keys = describeKeys()
    expect(keys.filter(({ meaning }) => meaning === '')).toEqual([])
    const durations = keys.filter(({ type, absent }) => type === 'duration' && absent !== 'none')
    const unwritable = durations.filter(({ absent }) => parseDuration(absent.replaceAll('`', '')) === null)
    expect(durations.length).toBeGreaterThan(1)
    expect(unwritable).toEqual([])
  })

  test('names the keys of every type of source and store', () => {
    const keys = describeKeys().map(({ key, of }) => `${of ?? ''} ${key}`)
    expect(keys).toContain('postgres sources[].checks[].sql')
    expect(keys).toContain('s3 stores[].role-arn')
    expect(keys).toContain(' encryption.passphrase')
    expect(keys).toContain(' retention.critical')
  })
})

test('the schema can be given to editors as JSON Schema', () => {
  const json = z.toJSONSchema(environmentSchema, { io: 'input' })
  expect(json.required).toEqual(['environment', 'sources', 'stores', 'encryption'])
})

test('the environments of the sample application are accepted', async () => {
  const files = (await readdir('environments')).filter((name) => name.endsWith('.yml'))
  expect(files.length).toBeGreaterThan(0)
  for (const name of files) {
    const environment = await parseEnvironment(await readFile(`environments/${name}`, 'utf8'), name)
    expect(`${environment.environment}.yml`).toBe(name)
  }
})
