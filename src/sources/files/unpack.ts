import { constants, type Stats } from 'node:fs'
import { lchown, link, lstat, lutimes, mkdir, open, chmod, chown, symlink, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Header } from 'tar-stream'
import { Failure } from '../../domain/failure.ts'
import type { FilesRecord } from '../../domain/manifest.ts'
import type { Bytes } from '../../domain/units.ts'
import type { ArtifactReader } from '../../ports/artifacts.ts'
import type { ProgressSink } from '../../ports/source.ts'
import { fileFailure } from './errors.ts'
import { isPart, parentOf, readIndex, type IndexEntry } from './tree-index.ts'

export interface UnpackContext {
  record: FilesRecord
  artifacts: ArtifactReader
  /** The index, fetched and checked. */
  index: string
  /** An empty folder that nobody else may look into. */
  into: string
  progress: ProgressSink
  signal: AbortSignal
}

/**
 * Makes the tree again. The archive must have the entries of the index, all of them, in their order, and nothing else.
 * While files are written there are no links to folders, so nothing can be led elsewhere; links come after all files,
 * owners, rights and times of folders last of all.
 * @returns plain bytes of files
 * @throws Failure `integrity` where the archive is not what the index says, `capacity` or `access`
 */
export async function unpack(context: UnpackContext): Promise<Bytes> {
  const { index, into, signal, progress } = context
  const expected = readIndex(index, signal)
  const { extract } = await import('tar-stream')
  const members = extract()
  const stop = new AbortController()
  const feeding = pipeline(Readable.from(partsOf(context), { objectMode: false }), members, {
    signal: AbortSignal.any([signal, stop.signal]),
  })
  feeding.catch(() => undefined)
  let bytes = 0
  let entry: IndexEntry | null = null
  let reading = 0
  try {
    for await (const member of members) {
      if (entry?.type === 'file' && reading < entry.readings) reading += 1
      else {
        entry = (await expected.next()).value ?? null
        reading = 1
      }
      if (entry === null) throw parted('has more than its index', nameOf(member.header))
      const isLast = entry.type !== 'file' || reading === entry.readings
      demandSame(member.header, entry, isLast)
      const absolute = join(into, entry.path)
      if (entry.type === 'file' && isLast) {
        await makeFile(absolute, entry, member)
        bytes += entry.size
        progress.report(bytes, context.record.databaseSize)
      } else {
        member.resume()
        if (entry.type === 'folder' && entry.path !== '.') await made(mkdir(absolute, { mode: 0o700 }), entry)
        if (entry.type === 'hardlink') await makeLink(into, entry)
      }
    }
    await feeding
  } catch (error) {
    signal.throwIfAborted()
    stop.abort()
    // What fed the archive says more than that the archive ended.
    const cause = await feeding.then(
      () => error,
      (fed: unknown) => (fed instanceof Failure ? fed : error),
    )
    if (cause instanceof Failure) throw cause
    throw new Failure('integrity', 'the archive of the tree cannot be read', { cause })
  } finally {
    stop.abort()
    members.destroy()
  }
  const isShort = entry?.type === 'file' && reading < entry.readings
  const next = isShort ? entry : (await expected.next()).value
  if (next !== undefined && next !== null) throw parted('lacks what its index has', next.path)
  await finish(context)
  return bytes
}

async function* partsOf({ record, artifacts, signal }: UnpackContext): AsyncGenerator<Buffer> {
  for (const artifact of record.artifacts.filter(({ name }) => isPart(name))) {
    for await (const chunk of await artifacts.open(artifact, 'plain', signal)) yield chunk as Buffer
  }
}

const types: Readonly<Record<IndexEntry['type'], string>> = {
  folder: 'directory',
  file: 'file',
  symlink: 'symlink',
  hardlink: 'link',
}

/** What stock programs would go by must be what the index says. @throws Failure `integrity` */
function demandSame(header: Header, entry: IndexEntry, isLast: boolean): void {
  const name = nameOf(header)
  if (name !== entry.path) throw parted('and its index part ways', entry.path, name)
  const differs: string[] = []
  if (header.type !== types[entry.type]) differs.push('kind')
  if ('target' in entry && header.linkname !== entry.target) differs.push('target')
  if (entry.type !== 'hardlink' && isLast) {
    const { pax } = header as { pax?: Partial<Record<string, string>> }
    if (header.mode !== entry.mode) differs.push('rights')
    if (Number(pax?.['uid'] ?? header.uid) !== entry.uid) differs.push('owner')
    if (Number(pax?.['gid'] ?? header.gid) !== entry.gid) differs.push('group')
    const time = pax?.['mtime'] ?? `${Math.round((header.mtime?.getTime() ?? 0) / 1_000)}.000000000`
    if (time !== entry.mtime) differs.push('time')
    if (entry.type === 'file' && header.size !== entry.size) differs.push('size')
  }
  if (differs.length > 0) throw parted(`says otherwise than its index of ${differs.join(', ')}`, entry.path)
}

function nameOf({ name }: Header): string {
  return name.replace(/\/$/, '')
}

function parted(how: string, ...subjects: string[]): Failure {
  return new Failure('integrity', `the archive of the tree ${how}`, { subjects })
}

type FileEntry = Extract<IndexEntry, { type: 'file' }>

/** Holes are made where there are only zeros, as they may have been before. */
async function makeFile(absolute: string, entry: FileEntry, body: AsyncIterable<unknown>): Promise<void> {
  const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW
  const file = await made(open(absolute, flags, 0o600), entry)
  try {
    let position = 0
    for await (const bytes of body) {
      const chunk = bytes as Buffer
      if (!isZero(chunk)) {
        for (let done = 0; done < chunk.length;) {
          const { bytesWritten } = await made(
            file.write(chunk, done, chunk.length - done, position + done),
            entry,
          )
          done += bytesWritten
        }
      }
      position += chunk.length
    }
    await made(file.truncate(position), entry)
    if (setsOwners()) await made(file.chown(entry.uid, entry.gid), entry)
    await made(file.chmod(entry.mode), entry)
    const time = Number(entry.mtime)
    await made(file.utimes(time, time), entry)
  } finally {
    await file.close()
  }
}

const zeros = Buffer.alloc(64 * 1024)

function isZero(chunk: Buffer): boolean {
  if (chunk.length < 4096 || chunk[0] !== 0) return false
  for (let at = 0; at < chunk.length; at += zeros.length) {
    const piece = chunk.subarray(at, at + zeros.length)
    if (!piece.equals(zeros.subarray(0, piece.length))) return false
  }
  return true
}

async function makeLink(into: string, entry: Extract<IndexEntry, { type: 'hardlink' }>): Promise<void> {
  const target = join(into, entry.target)
  const found: Stats | null = await lstat(target).catch(() => null)
  if (found?.isFile() !== true) throw parted('has a link to a file that does not stand before it', entry.path)
  await made(link(target, join(into, entry.path)), entry)
}

/** Only the superuser gives files away. */
export function setsOwners(): boolean {
  return process.getuid?.() === 0
}

/** Links, and what is to be said of folders: of each when all that lies in it is there. */
async function finish({ index, into, signal }: UnpackContext): Promise<void> {
  const open: Extract<IndexEntry, { type: 'folder' }>[] = []
  const closeUpTo = async (parent: string | null) => {
    for (let last = open.at(-1); last !== undefined && last.path !== parent; last = open.at(-1)) {
      open.pop()
      const absolute = join(into, last.path)
      if (setsOwners()) await made(chown(absolute, last.uid, last.gid), last)
      await made(utimes(absolute, Number(last.mtime), Number(last.mtime)), last)
      await made(chmod(absolute, last.mode), last)
    }
  }
  for await (const entry of readIndex(index, signal)) {
    if (entry.path !== '.') await closeUpTo(parentOf(entry.path))
    if (entry.type === 'folder') open.push(entry)
    if (entry.type !== 'symlink') continue
    const absolute = join(into, entry.path)
    await made(symlink(entry.target, absolute), entry)
    if (setsOwners()) await made(lchown(absolute, entry.uid, entry.gid), entry)
    await made(lutimes(absolute, Number(entry.mtime), Number(entry.mtime)), entry)
  }
  await closeUpTo(null)
}

async function made<T>(work: Promise<T>, { path }: IndexEntry): Promise<T> {
  try {
    return await work
  } catch (error) {
    throw fileFailure(error, 'writing what is restored', path)
  }
}
