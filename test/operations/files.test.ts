import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { parseEnvironment } from '../../src/domain/environment/parse.ts'
import type { Environment } from '../../src/domain/environment/schema.ts'
import { backup } from '../../src/operations/backup/backup.ts'
import { restore } from '../../src/operations/restore/restore.ts'
import { verify } from '../../src/operations/verify/verify.ts'
import type { Ports } from '../../src/ports/ports.ts'
import type { Store } from '../../src/ports/store.ts'
import { sourceOpeners } from '../../src/wiring/open-source.ts'
import { openLocalStore } from '../../src/stores/local.ts'
import { makeTestKeys, testEnvironment, type TestKeys } from '../support/ports/environment.ts'
import { backupPorts, verifyPorts, type TestPorts } from '../support/ports/ports.ts'
import { restoreInput, restorePorts } from '../support/ports/restore-ports.ts'
import { differences, oddTree, output, room, settleTimes, type Room } from '../support/files/tree.ts'

let own: Room
let keys: TestKeys
let environment: Environment
let store: Store
const place = (name: string) => join(own.at, name)
beforeEach(async () => {
  own = await room()
  keys = await makeTestKeys()
  await mkdir(place('uploads'))
  await oddTree(place('uploads'))
  await mkdir(place('media'))
  await writeFile(join(place('media'), 'film'), Buffer.alloc(300_000, 'film'))
  await settleTimes(place('media'))
  for (const name of ['uploads', 'media']) await output('cp', ['-a', place(name), place(`${name}-original`)])
  const sources = ['uploads', 'media'].map((name) => ({ name, type: 'files', path: place(name) }))
  environment = await testEnvironment(keys, { sources })
  store = await openLocalStore({ name: 'disk', path: place('store'), ephemeral: false })
})
afterEach(() => own[Symbol.asyncDispose]())

/** As the product opens sources. */
function opening(ports: () => Ports): Pick<Ports, 'openSource' | 'openRehearsal' | 'openRestoration'> {
  return sourceOpeners({ variables: {}, packages: null }, ports)
}

async function ports(of: typeof backupPorts): Promise<TestPorts> {
  const made: TestPorts = await of(
    [store],
    keys,
    opening(() => made),
  )
  return made
}

async function makeBackup(): Promise<string> {
  await using made = await ports(backupPorts)
  const report = await backup(environment, { class: 'scheduled' }, made)
  expect(report).toMatchObject({ verdict: 'passed', failure: null })
  return report.backupId ?? ''
}

async function bringBack(change: Parameters<typeof restoreInput>[0]) {
  await using made = await restorePorts([store], keys, { change: opening(() => made) })
  return await restore(environment, restoreInput(change), made)
}

it('trees are backed up, proven and restored beside, all of them', async () => {
  const id = await makeBackup()
  await using verifier = await ports(verifyPorts)
  const { report, proof } = await verify(environment, { backup: 'latest', level: 'useful' }, verifier)
  expect(report.checks.filter(({ status }) => status !== 'passed')).toEqual([])
  expect(report).toMatchObject({ verdict: 'passed', backupId: id })
  expect(proof).not.toBe(null)

  const beside = await bringBack({})
  expect(beside.report).toMatchObject({ verdict: 'passed', failure: null })
  expect(beside.databases).toHaveLength(2)
  for (const [index, name] of ['uploads', 'media'].entries())
    expect(await differences(place(`${name}-original`), beside.databases[index] ?? '')).toBe('')
})

it('trees are exchanged for those of the backup, and what was there is kept', async () => {
  await makeBackup()
  await rm(join(place('media'), 'film'))
  await rm(place('uploads'), { recursive: true })
  const { report } = await bringBack({ mode: 'swap', confirm: 'test' })
  expect(report.failure).toBe(null)
  expect(report.restored?.places).toMatchObject([
    { source: 'uploads', exchanged: true, keptAs: null },
    { source: 'media', exchanged: true, keptAs: expect.stringContaining('media_before_') },
  ])
  for (const name of ['uploads', 'media'])
    expect(await differences(place(`${name}-original`), place(name))).toBe('')
})

it('one of several trees comes back at a path', async () => {
  await makeBackup()
  const { report, databases } = await bringBack({ source: 'media', target: place('here') })
  expect(report.failure).toBe(null)
  expect(databases).toHaveLength(1)
  expect(await differences(place('media-original'), place('here'))).toBe('')
  const inPlace = await bringBack({ mode: 'in-place', confirm: 'test' })
  expect(inPlace.report.failure).toMatchObject({ kind: 'refused' })
})

it('a changed byte in the store fails the verification', async () => {
  const id = await makeBackup()
  const object = join(place('store'), `test/backups/${id}/media/part-000001.tar.zst.age`)
  const bytes = await readFile(object)
  bytes[bytes.length - 100] = (bytes[bytes.length - 100] ?? 0) ^ 1
  await output('chmod', ['-R', 'u+w', place('store')])
  await writeFile(object, bytes)
  await using verifier = await ports(verifyPorts)
  const { report } = await verify(environment, { backup: 'latest', level: 'useful' }, verifier)
  expect(report).toMatchObject({ verdict: 'failed', failure: { kind: 'integrity' } })
})

it('its own page brings trees back by stock programs', async () => {
  const id = await makeBackup()
  const here = place('fetched')
  await cp(join(place('store'), 'test/backups', id), here, { recursive: true })
  const guide = await readFile(join(here, 'RECOVERY.md'), 'utf8')
  await writeFile(join(here, 'key.txt'), `${keys.offline.identity}\n`)
  const section = (heading: RegExp) => {
    const text = guide.split(/^## /m).find((part) => heading.test(part.split('\n')[0] ?? '')) ?? ''
    return [...text.matchAll(/^```bash\n([\s\S]*?)\n```$/gm)].map(([, script]) => script ?? '').join('\n')
  }
  for (const heading of [/Check/, /Open and unpack/, /Restore uploads/, /Restore media/]) {
    const script = section(heading)
    expect(script).not.toBe('')
    expect(await output('bash', ['-c', `set -euo pipefail; cd "$1"\n${script}`, 'bash', here])).toBe('')
  }
  for (const name of ['uploads', 'media'])
    expect(await differences(place(`${name}-original`), join(here, 'restored', name, 'tree'))).toBe('')
})

it('the guide’s example is accepted as it stands', async () => {
  const guide = await readFile('docs/guides/files.md', 'utf8')
  const [, text = ''] = /^```yaml\n([\s\S]*?)^```/m.exec(guide) ?? []
  const { sources } = await parseEnvironment(text, 'guide')
  expect(sources.map(({ type }) => type)).toEqual(['postgres', 'files'])
})
