import { appendFile, mkdir, rm, stat, unlink, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FilesRecord } from '../../../src/domain/manifest.ts'
import type { Check, Rung } from '../../../src/domain/verdict.ts'
import { dumpTree } from '../../../src/sources/files/dump.ts'
import { openFilesRehearsal } from '../../../src/sources/files/rehearsal.ts'
import { openFilesSource } from '../../../src/sources/files/source.ts'
import { excluding, walk } from '../../../src/sources/files/walk.ts'
import { digestOf } from '../../../src/vault/digest.ts'
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

let own: Room
let tree: string
let shelf: Shelf
beforeEach(async () => {
  own = await room()
  tree = join(own.at, 'uploads')
  await mkdir(tree)
  shelf = new Shelf()
})
afterEach(() => own[Symbol.asyncDispose]())

async function rehearse(record: FilesRecord, change: { level?: Rung; now?: number; rpo?: number } = {}) {
  const checks: Check[] = []
  const { level = 'useful', now = Date.now(), rpo = null } = change
  const result = await openFilesRehearsal(record, own)
    .rehearse({
      record,
      artifacts: shelf,
      level,
      now,
      rpo,
      check: (check) => checks.push(check),
      table: () => undefined,
      progress: quiet,
      signal: never,
    })
    .catch((error: unknown) => error)
  const failed = checks.filter(({ status }) => status !== 'passed')
  return { checks, failed, result }
}

/** Unpacked by stock programs, as RECOVERY.md says. */
async function byHand(record: FilesRecord): Promise<string> {
  const folder = join(own.at, 'by-hand')
  await mkdir(join(folder, 'tree'), { recursive: true })
  for (const [name, bytes] of shelf.bodies) await writeFile(join(folder, name), bytes)
  const check = record.files === 0 ? '' : '&& cd tree && sha256sum --check --quiet ../sha256sums.txt'
  const steps = `cd "$1" && cat part-*.tar | tar -x -p --numeric-owner -f - -C tree ${check}`
  expect(await output('bash', ['-c', `set -euo pipefail; ${steps}`, 'bash', folder])).toBe('')
  return join(folder, 'tree')
}

/** A member's header and content in the archive, by its name. */
function placeOf(name: string): { part: Buffer; header: number } {
  const part = shelf.bodies.get('part-000001.tar') ?? Buffer.alloc(0)
  for (let at = 0; at < part.length; at += 512) {
    if (
      part.toString('latin1', at, at + 100).replace(/\0.*$/s, '') === name &&
      part.toString('latin1', at + 257, at + 262) === 'ustar'
    )
      return { part, header: at }
  }
  throw new Error(`no ${name} in the archive`)
}

describe('a tree', () => {
  it('comes back by stock programs with every oddity that it has', async () => {
    await oddTree(tree)
    const record = await dump(filesConfig(tree), own, shelf)
    expect(record.notIncluded).toEqual([])
    expect(record.links).toBe(5)
    expect(await differences(tree, await byHand(record))).toBe('')
  })

  it('passes every rung of the ladder with every oddity that it has, and leaves nothing behind', async () => {
    await oddTree(tree)
    const record = await dump(filesConfig(tree), own, shelf)
    const { failed, checks, result } = await rehearse(record)
    expect(failed).toEqual([])
    expect(checks.map(({ rung }) => rung)).toEqual(['complete', 'restorable', 'equal', 'sound', 'fresh'])
    expect(checks.find(({ rung }) => rung === 'sound')?.detail).toMatch(/2 links lead out/)
    expect(result).toMatchObject({ isolation: null, bytes: record.databaseSize })
    expect(await output('ls', [own.spool])).toBe('')
  })

  it('gives the same bytes when nothing has changed', async () => {
    await oddTree(tree)
    await dump(filesConfig(tree), own, shelf)
    const again = new Shelf()
    await dump(filesConfig(tree), own, again)
    for (const [name, bytes] of again.bodies)
      expect(digestOf(bytes)).toEqual(digestOf(shelf.bodies.get(name) ?? Buffer.of()))
    expect(again.bodies.size).toBe(shelf.bodies.size)
  })

  it('that is empty is a backup too, and is warned of', async () => {
    const record = await dump(filesConfig(tree), own, shelf)
    expect(record).toMatchObject({ files: 0, folders: 1, databaseSize: 0 })
    expect((await rehearse(record)).failed).toEqual([])
    expect(await differences(tree, await byHand(record))).toBe('')
    const findings = await openFilesSource(filesConfig(tree), own).preflight(never)
    expect(findings).toMatchObject([{ level: 'warning', text: expect.stringContaining('empty') }])
  })

  it('is cut into parts of bounded size, which are one archive', async () => {
    for (let number = 0; number < 9; number++)
      await writeFile(join(tree, `${number}`), Buffer.alloc(30_000, number + 1))
    await writeFile(join(tree, '4'), Buffer.alloc(300_000, 'large'))
    const found = walk(tree, { signal: never })
    const context = { ...own, ...filesConfig(tree), found, sink: shelf, progress: quiet, signal: never }
    const record = await dumpTree({ ...context, partSize: 100_000 })
    const sizes = record.artifacts
      .filter(({ name }) => name.startsWith('part'))
      .map(({ plainSize }) => plainSize)
    expect(sizes).toHaveLength(5)
    expect(sizes.filter((size) => size > 110_000)).toHaveLength(1)
    expect((await rehearse(record)).failed).toEqual([])
    expect(await differences(tree, await byHand(record))).toBe('')
  })

  it('leaves out what is excluded, with all that lies in it, and says so in the manifest', async () => {
    for (const folder of ['cache/deep', 'kept/cache.d', 'kept/x'])
      await mkdir(join(tree, folder), { recursive: true })
    for (const file of ['a.tmp', '.b.tmp', 'kept/c.tmp', 'cache/deep/d', 'kept/x/e', 'kept/f.tmpl'])
      await writeFile(join(tree, file), file)
    const record = await dump(filesConfig(tree, ['*.tmp', 'cache/', '/kept/x/**']), own, shelf)
    const paths = shelf
      .text('index.jsonl')
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { path: string }).path)
    expect(paths).toEqual(['.', 'kept', 'kept/cache.d', 'kept/f.tmpl'])
    expect(record.exclude).toEqual(['*.tmp', 'cache/', '/kept/x/**'])
    expect(excluding(['a/*.log'])('a/b/c.log')).toBe(false)
    expect(excluding(['!important'])('important')).toBe(false)
  })

  it('names what cannot be in an archive', async () => {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(join(tree, 'socket'), resolve))
    await output('mkfifo', [join(tree, 'pipe')])
    await output('bash', ['-c', 'touch "$1"/$(printf "\\xff\\xfe")', 'bash', tree])
    const record = await dump(filesConfig(tree), own, shelf)
    await new Promise((resolve) => server.close(resolve))
    expect(record.notIncluded.map(({ type, reason }) => [type, reason])).toEqual([
      ['pipe', 'neither file, folder nor link'],
      ['socket', 'neither file, folder nor link'],
      ['file', 'its name is not UTF-8'],
    ])
    expect((await rehearse(record)).failed).toEqual([])
  })

  it('does not back up the run’s own folder', async () => {
    const spool = join(tree, 'temporary')
    await mkdir(spool)
    await writeFile(join(spool, 'x'), '')
    expect(await dump(filesConfig(tree), { ...own, spool }, shelf)).toMatchObject({ files: 0, folders: 1 })
  })

  it('that is not there is missing, and one that is no folder is refused', async () => {
    const gone = openFilesSource(filesConfig(join(tree, 'gone')), own)
    await expect(gone.preflight(never)).rejects.toMatchObject({ kind: 'missing' })
    await writeFile(join(tree, 'file'), '')
    const findings = await openFilesSource(filesConfig(join(tree, 'file')), own).preflight(never)
    expect(findings).toMatchObject([{ level: 'refuse', failure: 'config' }])
  })

  it('with files that may not be read is refused before anything starts, and each is named', async () => {
    await writeFile(join(tree, 'secret'), 'x', { mode: 0o000 })
    await mkdir(join(tree, 'closed'), { mode: 0o000 })
    await writeFile(join(tree, 'open'), 'x')
    await output('chmod', ['755', own.at, tree])
    await output('chmod', ['777', own.spool])
    // Root may read everything, so somebody else asks.
    const script = `
      const { openFilesSource } = await import(${JSON.stringify(new URL('../../../src/sources/files/source.ts', import.meta.url).href)})
      const context = { spool: ${JSON.stringify(own.spool)} }
      const config = ${JSON.stringify(filesConfig(tree))}
      console.log(JSON.stringify(await openFilesSource(config, context).preflight(new AbortController().signal)))`
    const somebody = process.getuid?.() === 0 ? { uid: 65_534 } : {}
    const text = await output(process.execPath, ['--input-type=module', '-e', script], somebody)
    expect(JSON.parse(text)).toMatchObject([
      { level: 'refuse', failure: 'access', subjects: ['closed', 'secret'] },
    ])
  })
})

describe('a tree at work', () => {
  /** Does something whenever the file is asked for, after its first chunk. */
  function disturbing(work: (time: number) => Promise<void>): Shelf {
    const disturbed = new Shelf()
    const put = disturbed.put.bind(disturbed)
    let times = 0
    disturbed.put = (artifact) => {
      const { body } = artifact
      async function* watched() {
        for await (const chunk of body) {
          const bytes = Buffer.from(chunk as Buffer)
          yield bytes
          if (bytes.includes('tidal')) await work((times += 1))
        }
      }
      return put({ ...artifact, body: watched() })
    }
    return disturbed
  }
  const large = Buffer.alloc(600_000, 'tidal wave ')

  it('has a file read again that changes while it is read, and the last reading counts', async () => {
    await writeFile(join(tree, 'log'), large)
    await writeFile(join(tree, 'other'), 'x')
    shelf = disturbing(async (time) => {
      if (time === 1) await appendFile(join(tree, 'log'), 'more')
    })
    const record = await dump(filesConfig(tree), own, shelf)
    expect(record.notIncluded).toEqual([])
    expect(shelf.text('index.jsonl')).toContain('"readings":2')
    expect((await rehearse(record)).failed).toEqual([])
    expect(await differences(tree, await byHand(record))).toBe('')
  })

  it('has a file named that changes at every reading', async () => {
    await writeFile(join(tree, 'log'), large)
    shelf = disturbing((time) => appendFile(join(tree, 'log'), `line ${time}`))
    const record = await dump(filesConfig(tree), own, shelf)
    expect(record.notIncluded).toMatchObject([{ type: 'changing file', object: 'log', accepted: false }])
    expect((await rehearse(record)).failed).toEqual([])
  })

  it('has a file that shrinks while it is read in the backup as it is in the end', async () => {
    await writeFile(join(tree, 'log'), large)
    shelf = disturbing(async (time) => {
      if (time === 1) await writeFile(join(tree, 'log'), 'tidal, and short')
    })
    const record = await dump(filesConfig(tree), own, shelf)
    expect(record.notIncluded).toEqual([])
    expect(record.databaseSize).toBe(16)
    expect(await differences(tree, await byHand(record))).toBe('')
  })

  it('does without what is deleted between being found and being read', async () => {
    await writeFile(join(tree, 'a'), large)
    await writeFile(join(tree, 'b'), 'x')
    await mkdir(join(tree, 'c/d'), { recursive: true })
    await writeFile(join(tree, 'z'), 'x')
    shelf = disturbing(async () => {
      await unlink(join(tree, 'b')).catch(() => undefined)
      await rm(join(tree, 'c'), { recursive: true, force: true })
    })
    const record = await dump(filesConfig(tree), own, shelf)
    expect(record).toMatchObject({ files: 2, folders: 1, notIncluded: [] })
    expect((await rehearse(record)).failed).toEqual([])
  })
})

describe('damage', () => {
  let record: FilesRecord
  beforeEach(async () => {
    await mkdir(join(tree, 'folder'))
    await writeFile(join(tree, 'a'), 'first file')
    await writeFile(join(tree, 'folder/b'), 'second file')
    record = await dump(filesConfig(tree), own, shelf)
  })

  it('is what a sound backup has none of', async () => {
    expect((await rehearse(record)).failed).toEqual([])
  })

  it('in one byte of a file fails the rung equal, and names the file', async () => {
    const { part, header } = placeOf('folder/b')
    part.write('S', header + 512)
    expect((await rehearse(record)).failed).toMatchObject([
      { rung: 'equal', status: 'failed', failure: 'integrity', subjects: ['folder/b'] },
    ])
  })

  it.each([
    ['lacks an entry', () => cut('a', 1024)],
    ['lacks its last entry', () => cut('folder/b', 1024)],
    ['ends early', () => shorten()],
    ['has an entry twice', () => insert('a')],
    ['has an entry more at its end', () => insert('folder/b')],
    ['says otherwise of rights', () => editHeader('a', (header) => header.write('0000777', 100))],
    ['has a name that leads out', () => editHeader('a', (header) => header.write('../a\0', 0))],
    ['is garbage', () => shelf.bodies.set('part-000001.tar', Buffer.alloc(5_000, 'x'))],
  ])('of an archive that %s fails the rung restorable', async (_how, harm) => {
    harm()
    const { failed, result } = await rehearse(record)
    expect(failed).toMatchObject([{ rung: 'restorable', status: 'failed', failure: 'integrity' }])
    expect(result).toMatchObject({ kind: 'integrity' })
    expect(await output('ls', [own.spool])).toBe('')
    expect(await stat(join(own.at, 'a')).catch(() => null)).toBe(null)
  })

  it.each([
    ['lacks a line', (lines: string[]) => lines.splice(1, 1)],
    ['has a line twice', (lines: string[]) => lines.splice(1, 0, lines[1] ?? '')],
    ['leads out of the folder', (lines: string[]) => (lines[1] = (lines[1] ?? '').replace('"a"', '"../a"'))],
    ['has an absolute path', (lines: string[]) => (lines[1] = (lines[1] ?? '').replace('"a"', '"/a"'))],
    [
      'goes through a link',
      (lines: string[]) =>
        (lines[2] = (lines[2] ?? '')
          .replace('"folder"}', '')
          .replace(/"type":"folder"(.*)\}/, '"type":"symlink"$1,"target":"/tmp"}')),
    ],
    [
      'has another digest',
      (lines: string[]) => (lines[1] = (lines[1] ?? '').replace(/"sha256":"./, '"sha256":"f')),
    ],
    ['is cut', (lines: string[]) => (lines[3] = (lines[3] ?? '').slice(0, 20))],
  ])('of an index that %s fails the rung complete', async (_how, harm) => {
    const lines = shelf.text('index.jsonl').trimEnd().split('\n')
    harm(lines)
    shelf.bodies.set('index.jsonl', Buffer.from(`${lines.join('\n')}\n`))
    expect((await rehearse(record)).failed).toMatchObject([{ rung: 'complete', failure: 'integrity' }])
  })

  it('is a part that the manifest does not name', async () => {
    const artifacts = record.artifacts.filter(({ name }) => name !== 'part-000001.tar')
    expect((await rehearse({ ...record, artifacts })).failed).toMatchObject([{ rung: 'complete' }])
  })

  it('is age beyond the objective', async () => {
    const { failed, result } = await rehearse(record, { now: Date.now() + 3_600_000, rpo: 60_000 })
    expect(failed).toMatchObject([{ rung: 'fresh', failure: 'objective' }])
    expect(result).toMatchObject({ dataAge: expect.any(Number) })
  })

  function cut(name: string, size: number): void {
    const { part, header } = placeOf(name)
    // Its time has a header of its own before it.
    const from = header - 1024
    shelf.bodies.set('part-000001.tar', Buffer.concat([part.subarray(0, from), part.subarray(header + size)]))
  }
  function shorten(): void {
    const { part, header } = placeOf('folder/b')
    shelf.bodies.set('part-000001.tar', part.subarray(0, header + 512))
  }
  function insert(after: string): void {
    const { header } = placeOf(after)
    const { part } = placeOf('a')
    shelf.bodies.set(
      'part-000001.tar',
      Buffer.concat([
        part.subarray(0, header + 1024),
        part.subarray(placeOf('a').header - 1024, placeOf('a').header + 1024),
        part.subarray(header + 1024),
      ]),
    )
  }
  function editHeader(name: string, edit: (header: Buffer) => void): void {
    const { part, header } = placeOf(name)
    const block = part.subarray(header, header + 512)
    edit(block)
    block.fill(' ', 148, 156)
    const sum = block.reduce((total, byte) => total + byte, 0)
    block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  }
})
