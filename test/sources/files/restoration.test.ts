import { createHash } from 'node:crypto'
import { spawnSync } from 'node:child_process'
import {
  chmod,
  chown,
  mkdir,
  readdir,
  readFile,
  realpath,
  rename,
  symlink,
  writeFile,
} from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FilesRecord } from '../../../src/domain/manifest.ts'
import type { Check } from '../../../src/domain/verdict.ts'
import type { RestorationContext, RestoreRequest } from '../../../src/ports/restoration.ts'
import { openFilesRestoration } from '../../../src/sources/files/restoration.ts'
import {
  differences,
  dump,
  filesConfig,
  never,
  oddTree,
  output,
  quiet,
  room,
  Shelf,
  type Room,
} from '../../support/files/tree.ts'

const backupId = '20261121T101500Z-k3f9x'
const stamp = '20261121t101500z_k3f9x'

let own: Room
let home: string
let tree: string
let shelf: Shelf
let record: FilesRecord
let checks: Check[]
beforeEach(async () => {
  own = await room()
  home = join(await realpath(own.at), 'home')
  tree = join(home, 'uploads')
  await mkdir(tree, { recursive: true })
  await oddTree(tree)
  shelf = new Shelf()
  record = await dump(filesConfig(tree), own, shelf)
  await output('cp', ['-a', tree, join(own.at, 'original')])
  checks = []
})
afterEach(() => own[Symbol.asyncDispose]())

function open(change: Partial<RestoreRequest> = {}) {
  const request: RestoreRequest = {
    record,
    backupId,
    mode: 'side-by-side',
    target: null,
    selection: null,
    answered: [],
    jobs: 1,
    ...change,
  }
  return openFilesRestoration(record, filesConfig(tree), request, own)
}

function run(): RestorationContext {
  return {
    artifacts: shelf,
    check: (check) => checks.push(check),
    table: () => undefined,
    progress: quiet,
    signal: never,
  }
}

const workingFor = (path: string) =>
  join(home, `.lifeboat_restoring_${stamp}_${createHash('sha256').update(path).digest('hex').slice(0, 8)}`)
const original = () => join(own.at, 'original')
const entries = async () => (await readdir(home)).sort()

describe('side by side', () => {
  it('comes back beside the folder, which is not touched', async () => {
    await writeFile(join(tree, 'later'), 'written after the backup')
    await using restoration = await open()
    const { findings, present, place, keptAs } = await restoration.inspect(never)
    expect({ findings, present, keptAs }).toEqual({ findings: [], present: 'there', keptAs: null })
    const result = await restoration.restore(run())
    expect(result).toMatchObject({
      database: place,
      place: `${tree}_${stamp}`,
      bytes: record.databaseSize,
      left: [],
    })
    expect(await differences(original(), result.database)).toBe('')
    expect(await readFile(join(tree, 'later'), 'utf8')).toBe('written after the backup')
    expect(await entries()).toEqual(['uploads', `uploads_${stamp}`])
    expect(checks).toMatchObject([{ rung: 'equal', status: 'passed' }])
  })

  it('comes back at a path that is given, and not over something that is there', async () => {
    await using first = await open({ target: join(own.at, 'elsewhere') })
    await first.restore(run())
    expect(await differences(original(), join(own.at, 'elsewhere'))).toBe('')
    await using second = await open({ target: join(own.at, 'elsewhere') })
    expect((await second.inspect(never)).findings).toMatchObject([{ level: 'refuse', failure: 'refused' }])
    await expect(second.restore(run())).rejects.toMatchObject({ kind: 'refused' })
  })

  it('is refused where the target is no path, where there are rows to choose, and in place', async () => {
    await expect(open({ target: 'postgres://server/shop' })).rejects.toMatchObject({ kind: 'config' })
    const selection = { tables: ['a.b'], schemas: [], rows: [] }
    for (const change of [{ selection }, { mode: 'in-place' }] as const) {
      await using restoration = await open(change)
      expect((await restoration.inspect(never)).findings).toMatchObject([
        { level: 'refuse', failure: 'refused' },
      ])
      await expect(restoration.restore(run())).rejects.toMatchObject({ kind: 'refused' })
    }
    expect(await entries()).toEqual(['uploads'])
  })

  it('is refused where it would lie in a folder that is not there', async () => {
    await using restoration = await open({ target: join(own.at, 'no/where') })
    expect((await restoration.inspect(never)).findings).toMatchObject([
      { level: 'refuse', failure: 'missing' },
    ])
  })

  it('does not get its name when a byte came back wrong, and leaves nothing', async () => {
    const part = shelf.bodies.get('part-000001.tar') ?? Buffer.of()
    part.write('B', part.indexOf('bbbbbbbb') + 5)
    await using restoration = await open()
    await expect(restoration.restore(run())).rejects.toMatchObject({ kind: 'integrity' })
    expect(checks).toMatchObject([{ rung: 'equal', status: 'failed', subjects: ['block'] }])
    expect(await entries()).toEqual(['uploads'])
  })

  it('touches nothing that bears the name of its working folder and is not its own', async () => {
    const working = workingFor(`${tree}_${stamp}`)
    await mkdir(working)
    await writeFile(join(working, 'precious'), 'x')
    await using restoration = await open()
    expect((await restoration.inspect(never)).findings).toMatchObject([
      { failure: 'refused', subjects: [working] },
    ])
    await expect(restoration.restore(run())).rejects.toMatchObject({ kind: 'refused' })
    expect(await readdir(working)).toEqual(['precious'])
    const mark = { backup: '20261121T101500Z-other', host: 'elsewhere', process: 1 }
    await writeFile(join(working, 'lifeboat-restore.json'), JSON.stringify(mark))
    await expect(restoration.restore(run())).rejects.toMatchObject({ kind: 'refused' })
    expect(await readdir(working)).toContain('precious')
  })

  it.runIf(process.getuid?.() === 0)(
    'comes back for somebody who is not root, closed folders too',
    async () => {
      const place = join(own.at, 'theirs')
      await mkdir(place)
      for (const folder of [place, own.spool]) await chown(folder, 65_534, 65_534)
      await chmod(own.at, 0o755)
      const shelved = join(own.at, 'shelf.json')
      await writeFile(
        shelved,
        JSON.stringify({
          record,
          bodies: [...shelf.bodies].map(([name, bytes]) => [name, bytes.toString('base64')]),
        }),
      )
      const module = (path: string) => JSON.stringify(new URL(`../../../${path}`, import.meta.url).href)
      const script = `
      const { readFileSync } = await import('node:fs')
      const { Shelf, quiet, never } = await import(${module('test/support/files/tree.ts')})
      const { openFilesRestoration } = await import(${module('src/sources/files/restoration.ts')})
      const { systemClock } = await import(${module('src/host/clock.ts')})
      const { record, bodies } = JSON.parse(readFileSync(${JSON.stringify(shelved)}, 'utf8'))
      const shelf = new Shelf()
      for (const [name, bytes] of bodies) shelf.bodies.set(name, Buffer.from(bytes, 'base64'))
      const request = { record, backupId: '${backupId}', mode: 'side-by-side', target: ${JSON.stringify(join(place, 'back'))}, selection: null, answered: [], jobs: 1 }
      const context = { spool: ${JSON.stringify(own.spool)}, clock: systemClock, log: console }
      await using restoration = await openFilesRestoration(record, undefined, request, context)
      const { left } = await restoration.restore({ artifacts: shelf, check: () => {}, table: () => {}, progress: quiet, signal: never })
      console.log(left[0].text)`
      const said = await output(process.execPath, ['--input-type=module', '-e', script], { uid: 65_534 })
      expect(said).toMatch(/only root can set owners/)
      await output('chown', ['-hR', '0:0', join(place, 'back')])
      // Another owner takes the set-user-id bit away.
      await chmod(join(place, 'back/program'), 0o4755)
      expect(await differences(original(), join(place, 'back'))).toBe('')
      expect(await readdir(place)).toEqual(['back'])
    },
  )
})

describe('swap', () => {
  it('puts the tree in the place of the folder, which is kept', async () => {
    await writeFile(join(tree, 'later'), 'x')
    await using restoration = await open({ mode: 'swap' })
    const { keptAs, findings } = await restoration.inspect(never)
    expect(findings).toEqual([])
    await restoration.restore(run())
    expect(await readFile(join(tree, 'later'), 'utf8')).toBe('x')
    expect(await restoration.exchange(never)).toMatchObject({ keptAs })
    expect(await differences(original(), tree)).toBe('')
    expect(await readFile(join(keptAs ?? '', 'later'), 'utf8')).toBe('x')
    expect(await entries()).toEqual(['uploads', `uploads_before_${stamp}`])
  })

  it('keeps every former state when it is done again', async () => {
    for (let time = 0; time < 2; time++) {
      await using restoration = await open({ mode: 'swap' })
      await restoration.restore(run())
      await restoration.exchange(never)
    }
    expect(await entries()).toEqual(['uploads', `uploads_before_${stamp}`, `uploads_before_${stamp}_2`])
  })

  it('follows a link to where the folder really lies', async () => {
    await rename(tree, join(own.at, 'real'))
    await symlink('../real', tree)
    await using restoration = await open({ mode: 'swap' })
    await restoration.restore(run())
    const { keptAs } = await restoration.exchange(never)
    expect(keptAs).toBe(join(await realpath(own.at), `real_before_${stamp}`))
    expect(await differences(original(), join(own.at, 'real'))).toBe('')
  })

  it('brings back a folder that is gone', async () => {
    await output('rm', ['-r', tree])
    await using restoration = await open({ mode: 'swap' })
    expect(await restoration.inspect(never)).toMatchObject({ present: 'gone', keptAs: null, findings: [] })
    await restoration.restore(run())
    expect(await restoration.exchange(never)).toMatchObject({ keptAs: null })
    expect(await differences(original(), tree)).toBe('')
  })

  it('leaves nothing when it is given up before the exchange', async () => {
    const restoration = await open({ mode: 'swap' })
    await restoration.restore(run())
    await restoration[Symbol.asyncDispose]()
    expect(await entries()).toEqual(['uploads'])
  })

  it('is finished by the next run when one is killed between its renames', async () => {
    await writeFile(join(tree, 'later'), 'x')
    const killed = await open({ mode: 'swap' })
    await killed.restore(run())
    // What such a run leaves: the first rename done, the tree in the working folder, and a mark of a process that is gone.
    const kept = `${tree}_before_${stamp}`
    await rename(tree, kept)
    const working = workingFor(tree)
    const mark = join(working, 'lifeboat-restore.json')
    const dead = spawnSync('true').pid
    await writeFile(mark, JSON.stringify({ ...JSON.parse(await readFile(mark, 'utf8')), process: dead }))

    await using restoration = await open({ mode: 'swap' })
    expect(await restoration.inspect(never)).toMatchObject({ present: 'gone', keptAs: kept, findings: [] })
    await restoration.restore(run())
    expect(await restoration.exchange(never)).toMatchObject({ keptAs: kept })
    expect(await differences(original(), tree)).toBe('')
    expect(await readFile(join(kept, 'later'), 'utf8')).toBe('x')
    expect(await entries()).toEqual(['uploads', `uploads_before_${stamp}`])
  })

  it('does not disturb another run of the same backup that is at work', async () => {
    await using first = await open({ mode: 'swap' })
    await first.restore(run())
    const working = workingFor(tree)
    const mark = join(working, 'lifeboat-restore.json')
    await writeFile(
      mark,
      JSON.stringify({ ...JSON.parse(await readFile(mark, 'utf8')), process: process.ppid }),
    )
    await using second = await open({ mode: 'swap' })
    await expect(second.restore(run())).rejects.toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('at work'),
    })
    await first.exchange(never)
    expect(await differences(original(), tree)).toBe('')
  })

  it('is refused when the environment file names another folder by now', async () => {
    const request: RestoreRequest = {
      record,
      backupId,
      mode: 'swap',
      target: null,
      selection: null,
      answered: [],
      jobs: 1,
    }
    await expect(openFilesRestoration(record, filesConfig(home), request, own)).rejects.toMatchObject({
      kind: 'refused',
    })
    await expect(openFilesRestoration(record, undefined, request, own)).rejects.toMatchObject({
      kind: 'config',
    })
  })
})
