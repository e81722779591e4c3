import { createReadStream, type BigIntStats } from 'node:fs'
import { mkdtemp, open, readlink, rm, type FileHandle } from 'node:fs/promises'
import { isUtf8 } from 'node:buffer'
import { join } from 'node:path'
import type { ArtifactRecord, FilesRecord, NotIncluded } from '../../domain/manifest.ts'
import { type Bytes, counted } from '../../domain/units.ts'
import type { ArtifactSink } from '../../ports/artifacts.ts'
import type { ProgressSink } from '../../ports/source.ts'
import type { FilesContext } from './context.ts'
import { fileFailure, unlessGone } from './errors.ts'
import { openFile, readExactly, type Reading } from './read-file.ts'
import { blockSize, endOfArchive, formatTime, padding, tarHeader, type TarMember } from './tar-header.ts'
import { indexLine, indexName, partName, sumLine, sumsName, type IndexEntry } from './tree-index.ts'
import type { Found } from './walk.ts'

export interface DumpContext extends FilesContext {
  name: string
  /** As the environment file has it. */
  path: string
  exclude: readonly string[]
  /** All that is to be in the backup, in order. */
  found: AsyncIterator<Found>
  sink: ArtifactSink
  progress: ProgressSink
  signal: AbortSignal
  /** A part ends before it would grow larger, unless one file does. */
  partSize?: Bytes
}

const usualPartSize: Bytes = 256 * 1024 ** 2
const readSize: Bytes = 256 * 1024
/** How often a file is read that changes meanwhile. */
const mostReadings = 3

/**
 * Pours a tree into one archive of tar, cut between entries into parts of bounded size, then into digests for
 * `sha256sum`, then into an index. Put behind each other, the parts are the archive.
 */
export async function dumpTree(context: DumpContext): Promise<FilesRecord> {
  const at = new Date(context.clock.now()).toISOString()
  const folder = await mkdtemp(join(context.spool, `${context.name}-`))
  const index = await Lines.into(join(folder, indexName))
  const sums = await Lines.into(join(folder, sumsName))
  try {
    const tree = new TreeDump(context, index, sums)
    const artifacts = await tree.putParts()
    for (const lines of [sums, index]) artifacts.push(await putLines(lines, context))
    tree.tellGone()
    return {
      name: context.name,
      type: 'files',
      engine: 'files-tar',
      path: context.path,
      exclude: [...context.exclude],
      snapshot: { at, dataAt: at },
      databaseSize: tree.bytes,
      ...tree.counts,
      notIncluded: tree.notIncluded,
      warnings: [],
      artifacts,
    }
  } finally {
    await index.close()
    await sums.close()
    await rm(folder, { recursive: true, force: true })
  }
}

async function putLines(lines: Lines, { sink, signal }: DumpContext): Promise<ArtifactRecord> {
  await lines.flush()
  return sink.put(
    { name: lines.name, body: createReadStream(lines.path), compressedBy: 'lifeboat', atMost: lines.size },
    signal,
  )
}

class TreeDump {
  readonly notIncluded: NotIncluded[] = []
  readonly counts = { files: 0, folders: 0, links: 0 }
  bytes: Bytes = 0
  private readonly context: DumpContext
  private readonly index: Lines
  private readonly sums: Lines
  /** The first name of files that have several, until all of them were seen. */
  private readonly linked = new Map<string, { path: string; left: bigint }>()
  private readonly buffer = Buffer.allocUnsafe(readSize)
  private next: Found | null = null
  private gone = 0

  constructor(context: DumpContext, index: Lines, sums: Lines) {
    this.context = context
    this.index = index
    this.sums = sums
  }

  async putParts(): Promise<ArtifactRecord[]> {
    const { sink, signal, partSize = usualPartSize } = this.context
    const artifacts: ArtifactRecord[] = []
    await this.advance()
    do {
      const first = this.next === null ? 0 : sizeOf(this.next)
      const artifact = {
        name: partName(artifacts.length + 1),
        body: this.part(partSize),
        compressedBy: 'lifeboat',
        // The last file of a part may have to be read again and again.
        atMost: Math.max(partSize * 2, first) * mostReadings,
      } as const
      artifacts.push(await sink.put(artifact, signal))
    } while (this.next !== null)
    return artifacts
  }

  tellGone(): void {
    if (this.gone === 0) return
    this.context.log.notice(
      `${counted(this.gone, 'file was', 'files were')} deleted between being found and being read`,
    )
  }

  private async advance(): Promise<void> {
    const { done, value } = await this.context.found.next()
    this.next = done === true ? null : value
  }

  private async *part(limit: Bytes): AsyncGenerator<Buffer> {
    let written = 0
    for (; this.next !== null; await this.advance()) {
      if (written > 0 && written + sizeOf(this.next) > limit) return
      for await (const chunk of this.entry(this.next)) {
        written += chunk.length
        yield chunk
      }
    }
    yield endOfArchive
  }

  private async *entry(found: Found): AsyncGenerator<Buffer> {
    const { path, absolute, stat, kind } = found
    this.context.signal.throwIfAborted()
    if (kind === 'special' || kind === 'unnamed') {
      const [type, reason] =
        kind === 'special'
          ? [specialKind(stat), 'neither file, folder nor link']
          : ['file', 'its name is not UTF-8']
      this.notIncluded.push({ type, reason, object: path, accepted: false })
    } else if (kind === 'folder') {
      this.counts.folders += 1
      await this.index.add(indexLine({ path, type: 'folder', ...propertiesOf(stat) }))
      yield tarHeader(memberOf(path, 'folder', stat))
    } else if (kind === 'symlink') {
      const target = await unlessGone(readlink(absolute, { encoding: 'buffer' })).catch((error: unknown) => {
        throw fileFailure(error, 'reading a link', path)
      })
      if (target === null) this.gone += 1
      else if (!isUtf8(target)) {
        const reason = 'what it leads to is not UTF-8'
        this.notIncluded.push({ type: 'symbolic link', reason, object: path, accepted: false })
      } else {
        const text = target.toString()
        this.counts.links += 1
        await this.index.add(indexLine({ path, type: 'symlink', ...propertiesOf(stat), target: text }))
        yield tarHeader(memberOf(path, 'symlink', stat, { target: text }))
      }
    } else {
      const first = this.firstName(stat)
      if (first === null) yield* this.file(found)
      else {
        this.counts.links += 1
        await this.index.add(indexLine({ path, type: 'hardlink', target: first }))
        yield tarHeader(memberOf(path, 'hardlink', stat, { target: first }))
      }
    }
  }

  /** The name under which the same file is in the archive already. */
  private firstName(stat: BigIntStats): string | null {
    if (stat.nlink < 2n) return null
    const key = `${stat.dev}:${stat.ino}`
    const known = this.linked.get(key)
    if (known === undefined) return null
    known.left -= 1n
    if (known.left === 0n) this.linked.delete(key)
    return known.path
  }

  /** A file, again and again when it changes: whoever unpacks the archive ends with the last reading. */
  private async *file({ path, absolute, stat }: Found): AsyncGenerator<Buffer> {
    let last: Extract<IndexEntry, { type: 'file' }> | null = null
    let isCalm = false
    for (let readings = 1; !isCalm && readings <= mostReadings; readings++) {
      const handle = await openFile(absolute, path)
      if (handle === null) break
      try {
        const before = await handle.stat({ bigint: true })
        yield tarHeader(memberOf(path, 'file', before, { size: Number(before.size) }))
        const reading: Reading = yield* readExactly(handle, before, {
          path,
          buffer: this.buffer,
          signal: this.context.signal,
        })
        yield padding(Number(before.size))
        isCalm = reading.isCalm
        const { sha256 } = reading
        last = { path, type: 'file', ...propertiesOf(before), size: Number(before.size), sha256, readings }
      } finally {
        await handle.close()
      }
    }
    if (last === null) {
      this.gone += 1
      return
    }
    if (!isCalm) {
      const reason = 'it changed while it was read; the backup has its last reading, which may mix two states'
      this.notIncluded.push({ type: 'changing file', reason, object: path, accepted: false })
    }
    if (stat.nlink > 1n) this.linked.set(`${stat.dev}:${stat.ino}`, { path, left: stat.nlink - 1n })
    this.counts.files += 1
    this.bytes += last.size
    this.context.progress.report(this.bytes)
    await this.index.add(indexLine({ ...last, ...(isCalm ? {} : { changing: true }) }))
    await this.sums.add(sumLine(path, last.sha256))
  }
}

/** A text file that grows line by line. */
class Lines {
  readonly name: string
  readonly path: string
  size: Bytes = 0
  private readonly file: FileHandle
  private waiting: string[] = []
  private waitingSize = 0

  private constructor(path: string, file: FileHandle) {
    this.path = path
    this.name = path.slice(path.lastIndexOf('/') + 1)
    this.file = file
  }

  static async into(path: string): Promise<Lines> {
    return new Lines(path, await open(path, 'wx', 0o600))
  }

  async add(line: string): Promise<void> {
    this.waiting.push(line)
    this.waitingSize += line.length
    if (this.waitingSize > readSize) await this.flush()
  }

  async flush(): Promise<void> {
    const bytes = Buffer.from(this.waiting.join(''))
    this.waiting = []
    this.waitingSize = 0
    this.size += bytes.length
    await this.file.appendFile(bytes)
  }

  close(): Promise<void> {
    return this.file.close()
  }
}

function sizeOf({ kind, stat }: Found): Bytes {
  return kind === 'file' ? Number(stat.size) + blockSize : blockSize
}

function propertiesOf(stat: BigIntStats): { mode: number; uid: number; gid: number; mtime: string } {
  return {
    mode: Number(stat.mode) & 0o7777,
    uid: Number(stat.uid),
    gid: Number(stat.gid),
    mtime: formatTime(stat.mtimeNs),
  }
}

function memberOf(
  path: string,
  type: TarMember['type'],
  stat: BigIntStats,
  more: { size?: number; target?: string } = {},
): TarMember {
  const { mode, uid, gid } = propertiesOf(stat)
  return { path, type, mode, uid, gid, mtime: stat.mtimeNs, size: 0, target: '', ...more }
}

function specialKind(stat: BigIntStats): string {
  if (stat.isSocket()) return 'socket'
  if (stat.isFIFO()) return 'pipe'
  return 'device'
}
