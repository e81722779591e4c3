import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createProcesses } from '../../src/host/processes.ts'
import { ownCheckout, repositoryOf } from '../../src/wiring/own-checkout.ts'

let directory: string
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'lifeboat-checkout-'))
})
afterEach(() => rm(directory, { recursive: true, force: true }))

const git = (...words: string[]): string =>
  execFileSync('git', ['-C', directory, '-c', 'user.name=a', '-c', 'user.email=a@example.org', ...words], {
    encoding: 'utf8',
  }).trim()

/** A repository with Lifeboat's program in this folder of it. */
async function programIn(folder: string): Promise<string> {
  await mkdir(join(directory, folder), { recursive: true })
  const program = join(directory, folder, 'lifeboat.js')
  await writeFile(program, '')
  git('init', '--quiet')
  git('commit', '--quiet', '--allow-empty', '--message', 'first')
  return program
}

const checkout = (program: string | undefined) =>
  ownCheckout(program, {
    processes: createProcesses(),
    variables: process.env,
    signal: new AbortController().signal,
  })

test('a checkout names its repository and commit', async () => {
  const program = await programIn('bin')
  git('remote', 'add', 'origin', 'https://github.com/somebody/lifeboat.git')
  expect(await checkout(program)).toBe(`somebody/lifeboat@${git('rev-parse', 'HEAD')}`)
})

test('a checkout without a remote, a repository around it and no program at all give nothing', async () => {
  expect(await checkout(await programIn('bin'))).toBeNull()
  const installed = await programIn('node_modules/lifeboat/bin')
  git('remote', 'add', 'origin', 'https://github.com/somebody/shop.git')
  expect(await checkout(installed)).toBeNull()
  expect(await checkout(undefined)).toBeNull()
  expect(await checkout(join(directory, 'nothing.js'))).toBeNull()
})

test.each([
  ['https://github.com/somebody/lifeboat', 'somebody/lifeboat'],
  ['https://github.com/somebody/lifeboat.git', 'somebody/lifeboat'],
  ['https://user:token@github.com/somebody/life.boat.git/', 'somebody/life.boat'],
  ['git@github.com:somebody/lifeboat.git', 'somebody/lifeboat'],
  ['ssh://git@github.com/somebody/lifeboat.git', 'somebody/lifeboat'],
  ['https://git.example.org/somebody/lifeboat.git', null],
  ['https://github.com.example.org/somebody/lifeboat', null],
  ['/srv/lifeboat', null],
])('the remote %s is the repository %s', (url, repository) => {
  expect(repositoryOf(url)).toBe(repository)
})
