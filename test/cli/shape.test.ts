import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lifeboat } from './command-line.ts'

let directory: string
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'lifeboat-shape-'))
  await mkdir(join(directory, 'environments'))
  // Nobody listens there: whoever asks the database ends as `unavailable`.
  await writeFile(
    join(directory, 'environments/shop.yml'),
    `environment: shop
sources: [{ name: main, type: postgres, url: "postgres://me@127.0.0.1:1/shop" }]
stores: [{ name: disk, type: local, path: ./store }]
encryption: none
`,
  )
  await writeFile(join(directory, 'taken.json'), 'mine')
  await mkdir(join(directory, 'folder'))
})
afterAll(() => rm(directory, { recursive: true, force: true }))

describe('a shape that cannot be written is refused before the database is read', () => {
  test.each([
    ['a file that exists', 'taken.json', 'output taken.json exists already'],
    ['a folder', 'folder', 'output folder is a folder'],
    ['a folder that is not there', 'away/shape.json', 'away/shape.json cannot be written'],
    ['a file in the place of its folder', 'taken.json/shape.json', 'taken.json/shape.json cannot be written'],
    ['no name', '', '--output is empty'],
  ])('%s', async (_, output, message) => {
    const words = ['shape', '--environment', 'shop', '--output', output]
    const { code, stderr } = await lifeboat(words, { directory })
    expect(stderr.replaceAll(/\s+/g, ' ')).toContain(message)
    expect(stderr).not.toContain('bug')
    expect(code).toBe(2)
    expect(await readFile(join(directory, 'taken.json'), 'utf8')).toBe('mine')
    expect(await readdir(directory)).toEqual(['environments', 'folder', 'taken.json'])
  })
})
