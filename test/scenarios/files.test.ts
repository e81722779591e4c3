import { mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type { Environment } from '../../src/domain/environment/schema.ts'
import type { Proof } from '../../src/domain/proof.ts'
import type { Report } from '../../src/domain/report.ts'
import { backup } from '../../src/operations/backup/backup.ts'
import { drill, type DrillPorts } from '../../src/operations/drill/drill.ts'
import { makeTreeJournal } from '../../src/operations/drill/tree-workload.ts'
import type { Ports } from '../../src/ports/ports.ts'
import type { Store } from '../../src/ports/store.ts'
import { allScenarios } from '../../src/scenarios/scenarios.ts'
import { systemClock } from '../../src/host/clock.ts'
import { systemRandom } from '../../src/host/random.ts'
import { openTreeLaboratory } from '../../src/sources/files/drill-laboratory.ts'
import { openLocalStore } from '../../src/stores/local.ts'
import { sourceOpeners } from '../../src/wiring/open-source.ts'
import { differences, oddTree, output } from '../support/files/tree.ts'
import { figure, otherLaboratories, show, troubleIn } from '../support/ports/drill-stage.ts'
import { makeTestKeys, testEnvironment, type TestKeys } from '../support/ports/environment.ts'
import { backupPorts, verifyPorts } from '../support/ports/ports.ts'
import { manifestOf } from '../support/ports/real-backup.ts'
import { provenAs } from '../support/ports/retention.ts'

let folder: string
let uploads: string
let environment: Environment
let keys: TestKeys
let stores: Store[]
beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'lifeboat-files-drill-')))
  uploads = join(folder, 'uploads')
  await mkdir(uploads)
  await oddTree(uploads)
  await output('cp', ['-a', uploads, join(folder, 'original')])
  keys = await makeTestKeys()
  environment = await testEnvironment(keys, {
    sources: [{ name: 'uploads', type: 'files', path: uploads }],
    objectives: { rto: '5m', rpo: '1h', 'backup-every': '30m' },
  })
  stores = [await openLocalStore({ name: 'disk', path: join(folder, 'store'), ephemeral: false })]
  await backUp(stores)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

function openers(holder: { ports: Ports | null }) {
  return sourceOpeners({ variables: {}, packages: null }, () => {
    if (holder.ports === null) throw new Error('the ports are not open yet')
    return holder.ports
  })
}

async function backUp(to: readonly Store[]): Promise<string> {
  const holder: { ports: Ports | null } = { ports: null }
  await using ports = await backupPorts(to, keys, openers(holder))
  holder.ports = ports
  const { failure, backupId } = await backup(environment, { class: 'scheduled' }, ports)
  if (failure !== null || backupId === null) throw new Error(failure?.message ?? 'no backup')
  return backupId
}

async function hold(
  sabotageOfTree: DrillPorts['sabotageOfTree'] = {},
  within: readonly Store[] = stores,
): Promise<Report> {
  const holder: { ports: Ports | null } = { ports: null }
  await using ports = await verifyPorts(within, keys, openers(holder))
  holder.ports = ports
  const report = await drill(
    environment,
    { scenario: 'files-lost', dryRun: false },
    {
      ...ports,
      scenarios: allScenarios(),
      lifeboat: null,
      searchPaths: {},
      openLaboratory: () => {
        throw new Error('a server’s laboratory was opened for files')
      },
      ...otherLaboratories(ports),
      sabotageOfTree,
    },
  )
  expect((await readdir(ports.spool)).filter((name) => name.startsWith('drill-'))).toEqual([])
  return report
}

describe('files-lost', () => {
  test('brings back every file as it was, and touches neither the source nor anything but the ledger of its store', async () => {
    const report = await hold()
    show(report)
    expect(troubleIn(report)).toEqual([])
    expect(report.verdict).toBe('passed')
    expect(figure(report, 'files-lost: writes lost')).toBeGreaterThan(0)
    expect(figure(report, 'files-lost: age of lost writes')).toBeGreaterThan(0)
    expect(report.objectives.find(({ name }) => name === 'RPO')).toMatchObject({
      measured: 30 * 60_000,
      met: true,
    })
    expect(await differences(join(folder, 'original'), uploads)).toBe('')
    expect((await readdir(folder)).sort()).toEqual(['original', 'store', 'uploads'])
  })

  test('fails when what was lost stays away', async () => {
    const report = await hold({ recover: async () => 'instead' })
    expect(report.verdict).toBe('failed')
    expect(troubleIn(report).join('\n')).toMatch(/every entry is as before failed/)
    expect(troubleIn(report).join('\n')).toMatch(
      /acknowledged writes came back failed: .* before what the recovery went back to/,
    )
  })

  test('fails when one write from before the backup is lost', async () => {
    const report = await hold({
      check: async ({ tree }) => {
        await rm(join(tree, 'lifeboat_drill', '1'))
        return 'before'
      },
    })
    expect(report.failure?.kind).toBe('integrity')
    expect(troubleIn(report).join('\n')).toMatch(/lost, 1 of them acknowledged before/)
    // Losses like these are no measure of an RPO.
    expect(report.objectives).toEqual([])
  })

  test('fails when one file came back with another byte', async () => {
    const report = await hold({
      check: async ({ tree }) => {
        const path = join(tree, 'block')
        const bytes = await readFile(path)
        bytes[100] = 0
        await writeFile(path, bytes)
        return 'before'
      },
    })
    expect(report.failure?.kind).toBe('integrity')
    expect(report.failure?.subjects).toEqual(['block'])
  })

  test('fails when nobody notices anything', async () => {
    const report = await hold({ inject: async () => 'instead' })
    expect(report.failure).toMatchObject({ kind: 'objective' })
    expect(report.failure?.message).toMatch(/no loss was noticed/)
  })

  test('is refused where the tree has an entry of the name that the drill writes under', async () => {
    await expect(makeTreeJournal(join(uploads, '..'))).resolves.toBeUndefined()
    await expect(makeTreeJournal(join(uploads, '..'))).rejects.toMatchObject({ kind: 'refused' })
    await rm(join(folder, 'lifeboat_drill'), { recursive: true })
  })

  test('is refused a folder that is not of the laboratory', async () => {
    await using laboratory = await openTreeLaboratory({
      spool: join(folder, 'store'),
      random: systemRandom,
      openFolder: () => Promise.reject(new Error('no store is needed')),
    })
    const own = await laboratory.folder('own')
    await laboratory.demandOwn(join(own, 'tree'))
    await output('ln', ['-s', uploads, join(own, 'link')])
    for (const path of [uploads, folder, join(own, '../..'), join(own, 'link'), '/'])
      await expect(laboratory.demandOwn(path)).rejects.toMatchObject({ kind: 'refused' })
  })
})

describe('the backup that the double is made of', () => {
  const wrongBytes: Proof['checks'][number] = {
    rung: 'intact',
    name: 'copies',
    status: 'failed',
    detail: 'a byte is wrong',
    subjects: [],
    failure: 'integrity',
    duration: 1,
  }
  const condemn = (id: string, within: readonly Store[]) =>
    provenAs('failed', within, id, { keys, environment }, systemClock, [wrongBytes])
  async function ownStores(): Promise<{ root: string; within: [Store, Store] }> {
    const own = await mkdtemp(join(tmpdir(), 'lifeboat-files-drill-'))
    onTestFinished(() => rm(own, { recursive: true, force: true }))
    const open = (name: string) => openLocalStore({ name, path: join(own, name), ephemeral: false })
    return { root: own, within: [await open('disk'), await open('folder')] }
  }

  test('is the newest that no restore test has condemned, and the report says what was passed over', async () => {
    const { within } = await ownStores()
    // Of one second, what is drawn at random says which is newer.
    const [older = '', newest = ''] = [await backUp(within), await backUp(within)].sort()
    await condemn(newest, within)
    const report = await hold({}, within)
    expect(troubleIn(report)).toEqual([])
    expect(report).toMatchObject({ verdict: 'passed', backupId: older })
    const said = report.notices.map(({ text }) => text).join('\n')
    expect(said).toMatch(
      new RegExp(`backup ${newest} is passed over: its restore test failed, .*a byte is wrong`),
    )
    expect(said).not.toContain(`${older} is passed over`)

    await condemn(older, within)
    const second = await hold({}, within)
    expect(second).toMatchObject({
      verdict: 'failed',
      backupId: null,
      failure: { kind: 'integrity', message: expect.stringContaining('each of the 2 backups of test') },
    })
    expect(second.failure?.hint).toContain('`lifeboat backup --environment test`')
    expect(second.timeline.map(({ name }) => name)).toEqual(['files-lost: choose a backup'])
  })

  test('is told by the names of its own stores alone when none has it sound', async () => {
    const { root, within } = await ownStores()
    const { folder: of, manifest } = await manifestOf(within[0], environment, await backUp(within))
    const [artifact] = manifest.sources.flatMap(({ artifacts }) => artifacts)
    const path = (store: string) => join(root, store, of, artifact?.key ?? '')
    await writeFile(path('disk'), Buffer.alloc(artifact?.storedSize ?? 0))
    await rm(path('folder'))
    const { failure } = await hold({}, within)
    expect(failure).toMatchObject({ kind: 'integrity' })
    expect(failure?.message).toContain('(disk: damaged, folder: missing)')
  })
})
