import { execFileSync } from 'node:child_process'
import { lstat, mkdir, mkdtemp, open, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { writeWhole } from '../../src/wiring/write-whole.ts'

let folder: string
let path: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lifeboat-write-'))
  path = join(folder, 'figures.prom')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

test('a file is made where there is none, and takes the place of the one that is there', async () => {
  await writeWhole(path, 'first')
  const { ino } = await lstat(path)
  await writeWhole(path, 'second')
  expect(await readFile(path, 'utf8')).toBe('second')
  // Another one, so that a reader in the midst of the old one goes on with that.
  expect((await lstat(path)).ino).not.toBe(ino)
  expect(await readdir(folder)).toEqual(['figures.prom'])
})

test('a link to a device is written through, and stays', async () => {
  await symlink('/dev/null', path)
  await writeWhole(path, 'text')
  expect((await lstat(path)).isSymbolicLink()).toBe(true)
  expect((await lstat('/dev/null')).isCharacterDevice()).toBe(true)
})

test('a file that a process holds open, as standard output is, is written to by that name, and the name stays', async () => {
  const file = join(folder, 'out')
  await writeFile(file, 'before\n')
  await using held = await open(file, 'a')
  await symlink(`/proc/${process.pid}/fd/${held.fd}`, path)
  await writeWhole(path, 'text\n')
  expect((await lstat(path)).isSymbolicLink()).toBe(true)
  expect(await readFile(file, 'utf8')).toBe('before\ntext\n')
})

test('a pipe that is read takes the text, and stays a pipe', async () => {
  execFileSync('mkfifo', [path])
  // For both ends, as that waits for nobody.
  await using reader = await open(path, 'r+')
  await writeWhole(path, 'text')
  expect((await lstat(path)).isFIFO()).toBe(true)
  const { buffer, bytesRead } = await reader.read({ buffer: Buffer.alloc(16) })
  expect(buffer.toString('utf8', 0, bytesRead)).toBe('text')
})

test('a pipe that nobody reads is refused rather than waited for, and stays a pipe', async () => {
  execFileSync('mkfifo', [path])
  await expect(writeWhole(path, 'text')).rejects.toMatchObject({ kind: 'config' })
  expect((await lstat(path)).isFIFO()).toBe(true)
})

test('a folder is refused by name', async () => {
  await mkdir(path)
  await expect(writeWhole(path, 'text')).rejects.toMatchObject({
    kind: 'config',
    message: `the path ${path} is a folder`,
  })
  expect(await readdir(folder)).toEqual(['figures.prom'])
})
