import { chmod, mkdir, mkdtemp, readdir, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openLocalStore } from '../../src/stores/local.ts'
import { fileFailure, linkFailure } from '../../src/stores/local/errors.ts'
import { storeContract } from '../contracts/store.ts'

const open = (path: string) => openLocalStore({ name: 'disk', path, ephemeral: false })

storeContract('local', async () => {
  const path = await mkdtemp(join(tmpdir(), 'lifeboat-local-'))
  return {
    store: await open(join(path, 'made', 'when needed')),
    other: await open(join(path, 'made', 'when needed')),
    leftovers: () => readdir(join(path, 'made', 'when needed', '.lifeboat-tmp')),
    [Symbol.asyncDispose]: () => rm(path, { recursive: true }),
  }
})

describe('local store', () => {
  let root: string
  let outside: string
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'lifeboat-local-'))
    outside = await mkdtemp(join(tmpdir(), 'lifeboat-outside-'))
    await writeFile(join(outside, 'secret'), 'secret')
  })
  afterEach(async () => {
    await rm(root, { recursive: true })
    await rm(outside, { recursive: true })
  })

  test('a symbolic link does not lead out of the store', async () => {
    await symlink(outside, join(root, 'folder'))
    await symlink(join(outside, 'secret'), join(root, 'file'))
    const store = await open(root)
    await expect(store.put('folder/new', Buffer.from('x'))).rejects.toMatchObject({ kind: 'refused' })
    await expect(store.get('folder/secret')).rejects.toMatchObject({ kind: 'refused' })
    await expect(store.stat('folder/secret')).rejects.toMatchObject({ kind: 'refused' })
    await expect(store.remove('folder/secret')).rejects.toMatchObject({ kind: 'refused' })
    await expect(Array.fromAsync(store.list('folder/'))).rejects.toMatchObject({ kind: 'refused' })
    expect(await store.get('file')).toBeNull()
    expect(await store.stat('file')).toBeNull()
    expect(await Array.fromAsync(store.list(''))).toEqual([])
    expect(await readdir(outside)).toEqual(['secret'])
    expect(await readFile(join(outside, 'secret'), 'utf8')).toBe('secret')
  })

  test('a link in the place of the folder for unfinished objects is not followed', async () => {
    await symlink(outside, join(root, '.lifeboat-tmp'))
    const store = await open(root)
    await expect(store.put('a', Buffer.from('x'))).rejects.toMatchObject({ kind: 'refused' })
    expect(await readdir(outside)).toEqual(['secret'])
  })

  test('the store itself may lie behind a symbolic link', async () => {
    await symlink(root, join(outside, 'link'))
    const store = await open(join(outside, 'link'))
    await store.put('a/b', Buffer.from('x'))
    expect(await Array.fromAsync(store.list(''))).toMatchObject([{ key: 'a/b' }])
  })

  test('what a killed run left is never listed, and removed when no run can need it any more', async () => {
    await mkdir(join(root, '.lifeboat-tmp'))
    await writeFile(join(root, '.lifeboat-tmp', 'old'), 'half')
    await writeFile(join(root, '.lifeboat-tmp', 'young'), 'half')
    const twoDaysAgo = new Date(Date.now() - 2 * 86_400_000)
    await utimes(join(root, '.lifeboat-tmp', 'old'), twoDaysAgo, twoDaysAgo)
    const store = await open(root)
    expect(await Array.fromAsync(store.list(''))).toEqual([])
    await store.put('a', Buffer.from('x'))
    expect(await readdir(join(root, '.lifeboat-tmp'))).toEqual(['young'])
    await expect(store.get('.lifeboat-tmp/young')).rejects.toMatchObject({ kind: 'bug' })
  })

  test('files with names that are no keys are not listed', async () => {
    await writeFile(join(root, 'not a key.txt'), 'x')
    await mkdir(join(root, 'a b'))
    await writeFile(join(root, 'a b', 'x'), 'x')
    await writeFile(join(root, 'good'), 'x')
    const store = await open(root)
    expect(await Array.fromAsync(store.list(''))).toMatchObject([{ key: 'good' }])
  })

  test('a file in the place of a folder is a config failure', async () => {
    await writeFile(join(root, 'file'), 'x')
    const store = await open(join(root, 'file'))
    await expect(store.put('a', Buffer.from('x'))).rejects.toMatchObject({ kind: 'config' })
  })

  test('a folder that does not exist is an empty store', async () => {
    const store = await open(join(root, 'absent'))
    expect(await Array.fromAsync(store.list(''))).toEqual([])
    expect(await store.stat('a')).toBeNull()
    expect(await readdir(root)).toEqual([])
  })

  test('objects can be read by their owner alone', async () => {
    const store = await open(root)
    await store.put('a/b', Buffer.from('x'))
    const { statSync } = await import('node:fs')
    expect(statSync(join(root, 'a/b')).mode & 0o077).toBe(0)
    expect(statSync(join(root, 'a')).mode & 0o077).toBe(0)
  })

  test('a folder without permission is an access failure', async () => {
    const store = await open(root)
    await chmod(root, 0o500)
    // Nothing is forbidden to root, so root becomes nobody for a moment.
    const isRoot = process.geteuid?.() === 0
    if (isRoot) process.seteuid?.(65_534)
    try {
      await expect(store.put('a', Buffer.from('x'))).rejects.toMatchObject({ kind: 'access' })
    } finally {
      if (isRoot) process.seteuid?.(0)
      await chmod(root, 0o700)
    }
  })

  test.each([
    ['ENOSPC', 'capacity'],
    ['EDQUOT', 'capacity'],
    ['EROFS', 'access'],
    ['EIO', 'unavailable'],
    ['ENAMETOOLONG', 'config'],
  ])('%s is a failure of kind %s', (code, kind) => {
    const failure = fileFailure(Object.assign(new Error(code), { code }), 'the local store disk')
    expect(failure).toMatchObject({ kind })
  })

  test('a file system without hard links is a config failure, since write-once rests on them', () => {
    const failure = linkFailure(Object.assign(new Error('EPERM'), { code: 'EPERM' }), 'the local store disk')
    expect(failure).toMatchObject({ kind: 'config' })
  })
})
