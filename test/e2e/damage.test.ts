import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { failureKinds, type FailureKind } from '../../src/domain/failure.ts'
import type { Manifest } from '../../src/domain/manifest.ts'
import type { Aspect, Rung } from '../../src/domain/verdict.ts'
import { makeIdentity } from '../../src/vault/keys.ts'
import { flipped } from '../support/ports/damage.ts'
import { testMajors } from '../support/postgres/install.ts'
import { startServer, type TestServer } from '../support/postgres/server.ts'
import { runBuiltAction, type ActionRun } from './built-action.ts'
import { createWorkspace, type Workspace } from './workspace.ts'

const major = (await testMajors()).at(-1) ?? 0

/** One backup in two folders; each test damages a copy of them, and proves it by the built action with a real laboratory. */
let server: TestServer
let workspace: Workspace
let base = ''
let manifest: Manifest
let copies = 0
const twoStores = [
  { name: 'first', type: 'local', path: '${FIRST_FOLDER}' },
  { name: 'second', type: 'local', path: '${SECOND_FOLDER}' },
]

beforeAll(async () => {
  server = await startServer({ major })
  server.psql('create database damaged')
  server.psql(
    `create table small as select i from generate_series(1, 100) i;
     create table large as select i, (select string_agg(sha256((i * 1000 + part)::text::bytea)::text, '') from generate_series(1, 100) part) as noise
       from generate_series(1, 400) i`,
    'damaged',
  )
  workspace = await createWorkspace({
    url: server.url('damaged'),
    bindir: server.bindir,
    root: { stores: twoStores, objectives: { rpo: '1h', rto: '1h' } },
  })
  base = dirname(workspace.folder)
  const made = await run('backup', workspace.backupVariables, folders('pristine'))
  if (made.outputs['verdict'] !== 'passed') throw new Error(`${made.stdout}\n${made.stderr}`)
  const text = await readFile(join(backupIn(folders('pristine').FIRST_FOLDER), 'manifest.json'), 'utf8')
  manifest = JSON.parse(text) as Manifest
})
afterAll(async () => {
  await workspace[Symbol.asyncDispose]()
  await server[Symbol.asyncDispose]()
})

let backupId = ''
const folders = (name: string) => ({
  FIRST_FOLDER: join(base, name, 'first'),
  SECOND_FOLDER: join(base, name, 'second'),
})
const backupIn = (store: string) => join(store, 'e2e/backups', backupId)

async function run(
  action: 'backup' | 'verify-restore',
  variables: Record<string, string>,
  places: Record<string, string>,
): Promise<ActionRun> {
  const done = await runBuiltAction(action, {
    directory: workspace.folder,
    runnerTemp: workspace.runnerTemp,
    inputs: { environment: 'e2e' },
    env: { ...variables, ...places },
  })
  if (action === 'backup') backupId = done.outputs['backup-id'] ?? ''
  return done
}

/** Proves copies of both stores, in which something was done to the files of the backup. */
async function prove(
  damage: (file: (key: string) => string, other: (key: string) => string) => Promise<void>,
  variables: Record<string, string> = {},
): Promise<ActionRun> {
  copies += 1
  const places = folders(`copy-${copies}`)
  await cp(folders('pristine').FIRST_FOLDER, places.FIRST_FOLDER, { recursive: true })
  await cp(folders('pristine').SECOND_FOLDER, places.SECOND_FOLDER, { recursive: true })
  await damage(
    (key) => join(backupIn(places.FIRST_FOLDER), key),
    (key) => join(backupIn(places.SECOND_FOLDER), key),
  )
  return run('verify-restore', { ...workspace.verifyVariables, ...variables }, places)
}

/** The stored file of an artifact. */
function keyOf(what: string): string {
  const artifacts = manifest.sources.flatMap((source) => source.artifacts)
  const found = artifacts.find(({ name, members }) =>
    what === 'a table' ? name.endsWith('.dat') && name !== 'toc.dat' && !members : name === what,
  )
  if (found === undefined) throw new Error(`the backup has no ${what}`)
  return found.key
}

async function flip(path: string): Promise<void> {
  const bytes = await readFile(path)
  await writeFile(path, flipped(bytes, bytes.length >> 1))
}

function failed(done: ActionRun): { rung: Rung | Aspect; name: string; kind: FailureKind | null }[] {
  return (done.report?.checks ?? [])
    .filter(({ status }) => status === 'failed')
    .map(({ rung, name, failure }) => ({ rung, name, kind: failure }))
}

function outcome(done: ActionRun) {
  return { code: done.code, verdict: done.outputs['verdict'], failure: done.outputs['failure'] }
}

const failedAs = (kind: FailureKind) => ({ code: failureKinds[kind].exit, verdict: 'failed', failure: kind })
it('what is not damaged is proven from both stores', async () => {
  const done = await prove(async () => undefined)
  expect(failed(done)).toEqual([])
  expect(outcome(done)).toEqual({ code: 0, verdict: 'passed', failure: '' })
  expect(done.report?.copies.map(({ status }) => status)).toEqual(['complete', 'complete'])
})

it.each(['toc.dat', 'globals.sql', 'a table', 'pack-1.tar'])(
  'with damage of %s in one store, its copy fails, and every table is equal from the other',
  async (object) => {
    const done = await prove((file) => flip(file(keyOf(object))))
    expect(failed(done)).toEqual([{ rung: 'intact', name: 'copy in first', kind: 'integrity' }])
    expect(outcome(done)).toEqual(failedAs('integrity'))
    expect(done.report?.tables.map(({ status }) => status)).toEqual(['equal', 'equal'])
    expect(done.report?.copies.map(({ status }) => status)).toEqual(['damaged', 'complete'])
  },
)

it.each(['globals.sql', 'pack-1.tar'])(
  'with damage of %s in both stores nothing is called proven',
  async (object) => {
    const done = await prove(async (file, other) => {
      await flip(file(keyOf(object)))
      await flip(other(keyOf(object)))
    })
    const found = failed(done)
    for (const name of ['copy in first', 'copy in second']) {
      expect(found).toContainEqual({ rung: 'intact', name, kind: 'integrity' })
    }
    expect(outcome(done)).toEqual(failedAs('integrity'))
  },
)

it.each([
  ['toc.dat', 'missing'],
  // Rows that do not come back are the graver news.
  ['a table', 'integrity'],
] as const)('with %s missing from both stores nothing is called proven', async (object, kind) => {
  const done = await prove(async (file, other) => {
    await rm(file(keyOf(object)))
    await rm(other(keyOf(object)))
  })
  expect(failed(done)).toContainEqual({ rung: 'stored', name: 'copy in second', kind: 'missing' })
  expect(outcome(done)).toEqual(failedAs(kind))
})

it.each(['manifest.json', 'manifest.json.sig'])(
  'with a damaged %s in one store the other is believed and proven, and the copy fails',
  async (object) => {
    const done = await prove((file) => flip(file(object)))
    expect(failed(done)).toEqual([{ rung: 'intact', name: 'copy in first', kind: 'integrity' }])
    expect(done.report?.tables.map(({ status }) => status)).toEqual(['equal', 'equal'])
    expect(outcome(done)).toEqual(failedAs('integrity'))
  },
)

it('with a damaged manifest in both stores nothing is believed', async () => {
  const done = await prove(async (file, other) => {
    await flip(file('manifest.json'))
    await flip(other('manifest.json'))
  })
  expect(failed(done)).toEqual([{ rung: 'intact', name: 'manifest', kind: 'integrity' }])
  expect(outcome(done)).toEqual(failedAs('integrity'))
})

it('without the manifest there is no backup', async () => {
  const done = await prove(async (file, other) => {
    await rm(file('manifest.json'))
    await rm(other('manifest.json'))
  })
  expect(failed(done)).toEqual([{ rung: 'stored', name: 'backup', kind: 'missing' }])
  expect(outcome(done)).toEqual(failedAs('missing'))
})

it('with the identity of somebody else the key fails', async () => {
  const { identity } = await makeIdentity()
  const done = await prove(async () => undefined, { LIFEBOAT_IDENTITY: identity })
  expect(failed(done)).toEqual([{ rung: 'intact', name: 'key', kind: 'access' }])
  expect(outcome(done)).toEqual(failedAs('access'))
})

it('what a failed run found is told in summary and annotations, and its proof is stored', async () => {
  const done = await prove((file) => flip(file(keyOf('a table'))))
  expect(done.summary).toContain('copy in first')
  expect(done.stdout).toMatch(/^::error/m)
  const proofs = await readdir(join(base, `copy-${copies}`, 'second/e2e/proofs', backupId))
  expect(proofs.filter((name) => name.endsWith('.json'))).toHaveLength(1)
})
