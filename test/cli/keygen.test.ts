import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { publicKeyOf } from '../../src/vault/signing.ts'
import { recipientOf } from '../../src/vault/keys.ts'
import { lifeboat } from './command-line.ts'

let directory: string
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'lifeboat-keygen-'))
})
afterEach(() => rm(directory, { recursive: true, force: true }))

const keygen = (folder: string, ...more: string[]) => lifeboat(['keygen', '--folder', folder, ...more])

describe('keygen', () => {
  test('makes two identities and four signing keys that only their owner may read', async () => {
    const folder = join(directory, 'keys')
    expect((await keygen(folder)).code).toBe(0)
    const names = (await readdir(folder)).sort()
    expect(names).toEqual([
      'backup-signing-key.txt',
      'deploy-signing-key.txt',
      'offline-identity.txt',
      'retention-signing-key.txt',
      'verify-identity.txt',
      'verify-signing-key.txt',
    ])
    for (const name of names) expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600)
    expect((await stat(folder)).mode & 0o777).toBe(0o700)
  })

  test('prints the public halves, and no secret one', async () => {
    const folder = join(directory, 'keys')
    const { stdout, stderr } = await keygen(folder, '--json')
    const printed = stdout + stderr
    for (const name of await readdir(folder)) {
      const secret =
        (await readFile(join(folder, name), 'utf8'))
          .split('\n')
          .find((line) => /^(AGE|ed25519)/.test(line)) ?? ''
      expect(secret).not.toBe('')
      expect(printed).not.toContain(secret)
      const publicHalf = secret.startsWith('AGE') ? await recipientOf(secret) : publicKeyOf(secret)
      expect(stderr).toContain(publicHalf)
      expect(stdout).toContain(publicHalf)
    }
  })

  test('run again changes no file', async () => {
    const folder = join(directory, 'keys')
    await keygen(folder)
    const read = async () =>
      Promise.all((await readdir(folder)).sort().map((name) => readFile(join(folder, name), 'utf8')))
    const before = await read()
    expect((await keygen(folder)).code).toBe(0)
    expect(await read()).toEqual(before)
    // A folder of an earlier version lacks a key: that one is made, and the others stay.
    await rm(join(folder, 'deploy-signing-key.txt'))
    expect((await keygen(folder)).code).toBe(0)
    const after = await read()
    expect(after).toHaveLength(before.length)
    expect(after.filter((text) => !before.includes(text))).toHaveLength(1)
  })

  test('never writes over a file that is something else', async () => {
    const file = join(directory, 'offline-identity.txt')
    await writeFile(file, 'my diary')
    expect((await keygen(directory)).code).not.toBe(0)
    expect(await readFile(file, 'utf8')).toBe('my diary')
  })
})

test('keygen refuses a folder inside the repository, and advises no option that it has not', async () => {
  const { code, stderr } = await lifeboat(['keygen', '--folder', join(directory, 'keys')], { directory })
  expect(code).toBe(4)
  expect(stderr).toContain('--folder')
  const { stdout } = await lifeboat(['keygen', '--help'])
  for (const [option] of stderr.matchAll(/--[a-z-]+/g)) expect(stdout).toContain(option)
  expect(await readdir(directory)).toEqual([])
})

test("init's keys lie under the names of repository and environment, so that those of two never mix", async () => {
  const repository = join(directory, 'shop')
  await mkdir(repository)
  const words = `init --environment production --store local --path ./backups --action owner/lifeboat@${'0'.repeat(40)}`
  const { code, stderr } = await lifeboat(words.split(' '), {
    directory: repository,
    variables: { HOME: directory },
  })
  expect({ code, stderr }).toMatchObject({ code: 0 })
  expect(await readdir(join(directory, 'lifeboat-keys/shop/production'))).toContain('offline-identity.txt')
})
