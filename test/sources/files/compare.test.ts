import { appendFile, chmod, lutimes, mkdir, rm, symlink, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { compareTree } from '../../../src/sources/files/compare.ts'
import { readIndex } from '../../../src/sources/files/tree-index.ts'
import {
  dump,
  filesConfig,
  never,
  oddTree,
  output,
  room,
  Shelf,
  type Room,
} from '../../support/files/tree.ts'

let own: Room
let tree: string
let index: string
beforeEach(async () => {
  own = await room()
  tree = join(own.at, 'uploads')
  index = join(own.at, 'index')
  await mkdir(tree)
  await oddTree(tree)
  const shelf = new Shelf()
  await dump(filesConfig(tree), own, shelf)
  await writeFile(index, shelf.text('index.jsonl'))
})
afterEach(() => own[Symbol.asyncDispose]())

async function differs() {
  const { missing, additional, contents, properties } = await compareTree(index, tree, never)
  return [
    ...missing.some.map((name) => `missing ${name}`),
    ...additional.some.map((name) => `additional ${name}`),
    ...contents.some.map((name) => `contents ${name}`),
    ...properties.some.map((name) => `properties ${name}`),
  ]
}

const at = (path: string) => join(tree, path)

it('nothing differs in a tree that nobody has touched', async () => {
  expect(await differs()).toEqual([])
})

it.each<[string, () => Promise<unknown>]>([
  ['properties block', () => chmod(at('block'), 0o600)],
  ['properties block', () => output('touch', ['-d', '@1000000001', at('block')])],
  ['properties dangling', () => lutimes(at('dangling'), 5, 5)],
  ['properties empty', () => chmod(at('empty'), 0o700)],
  ['properties dangling', () => replaced('dangling', () => symlink('nowhere', at('dangling')))],
  [
    'properties same program',
    () => replaced('same program', () => output('cp', ['-p', at('program'), at('same program')])),
  ],
  ['missing no bytes', () => unlink(at('no bytes'))],
  ['additional block.more', () => writeFile(at('block.more'), '')],
  ['additional empty/x', () => writeFile(at('empty/x'), '')],
  ['contents sparse', () => output('truncate', ['-s', '20000002', at('sparse')])],
  ['contents block', () => appendFile(at('block'), 'b')],
  ['properties empty', () => replaced('empty', () => writeFile(at('empty'), ''))],
])('%s is told', async (told, change) => {
  await change()
  expect(await differs()).toContain(told)
})

it.runIf(process.getuid?.() === 0)('another owner is told', async () => {
  await output('chown', ['-h', '7:8', at('leads out')])
  expect(await differs()).toEqual(['properties leads out'])
})

it('an index that has a folder twice is not believed', async () => {
  const folder = (path: string) =>
    `{"path":"${path}","type":"folder","mode":493,"uid":0,"gid":0,"mtime":"1.000000000"}\n`
  const read = async (text: string) => {
    await writeFile(index, text)
    return await Array.fromAsync(readIndex(index, never))
  }
  expect(await read(`${folder('.')}${folder('a')}${folder('b')}`)).toHaveLength(3)
  await expect(read(`${folder('.')}${folder('a')}${folder('a')}`)).rejects.toMatchObject({
    kind: 'integrity',
  })
  await expect(read(`${folder('.')}${folder('a/b')}`)).rejects.toMatchObject({ kind: 'integrity' })
})

async function replaced(path: string, work: () => Promise<unknown>): Promise<void> {
  await rm(at(path), { recursive: true })
  await work()
}
