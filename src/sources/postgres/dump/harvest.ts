import { createHash } from 'node:crypto'
import { readSync } from 'node:fs'
import { open, readdir, readFile, stat, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { ArtifactRecord } from '../../../domain/manifest.ts'
import type { Bytes } from '../../../domain/units.ts'
import type { ArtifactSink } from '../../../ports/artifacts.ts'
import type { Clock } from '../../../ports/clock.ts'
import { plainTableEnd, zstdFrameEnd, type EndDetector } from '../archive/completeness.ts'

/** Files up to this size are gathered into packs; larger ones become artifacts of their own. */
const packedFileLimit: Bytes = 1024 * 1024
/** A pack is stored when it has this much, or this many files. */
const packSize: Bytes = 8 * 1024 * 1024
const packFiles = 4_000
const readSize: Bytes = 256 * 1024
/** How long a file that still grows is left alone, ms: pg_dump writes about one `readSize` in that time. */
const pace = 20

export interface HarvestContext {
  /** pg_dump's output folder. */
  folder: string
  sink: ArtifactSink
  /** Whether data files are zstd frames made by pg_dump. */
  compressed: boolean
  /** How many large files are sealed and stored at once. */
  concurrency: number
  clock: Clock
  /** Upper bound of a data file's size, by its name; undefined when nothing is known. */
  sizeLimit(file: string): Bytes | undefined
  /** Called when a file has been stored, with its name without ending. */
  stored(file: string): void
  signal: AbortSignal
}

/**
 * Seals and stores pg_dump's files while it writes them: a large file from its first MiB on, a small one as soon as it
 * is whole, and deletes each when it is stored. So the disk holds only what the network has not yet taken.
 */
export class Harvest {
  readonly artifacts: ArtifactRecord[] = []
  private readonly context: HarvestContext
  private readonly failure = new AbortController()
  private readonly signal: AbortSignal
  private readonly running = new Set<Promise<void>>()
  /** Names taken care of: being stored, in a pack, or gone. */
  private readonly taken = new Set<string>()
  private pack: { name: string; size: Bytes }[] = []
  private packCount = 0
  private finished = false

  constructor(context: HarvestContext) {
    this.context = context
    this.signal = AbortSignal.any([context.signal, this.failure.signal])
  }

  /** To be called when pg_dump has ended well: every file in the folder is whole now. */
  finish(): void {
    this.finished = true
  }

  /** Runs until all files are stored after `finish`. @throws the first failure of the sink, or the signal's reason */
  async run(): Promise<void> {
    try {
      for (;;) {
        this.signal.throwIfAborted()
        const finished = this.finished
        const started = this.context.clock.ticks()
        await this.sweep(finished)
        if (finished) break
        // Folders with very many files are listed less often, so that listing stays a small part of the work.
        const took = this.context.clock.ticks() - started
        await this.context.clock.sleep(Math.max(25, took * 4), this.signal)
      }
      await this.flushPack()
      await Promise.all(this.running)
      this.signal.throwIfAborted()
    } catch (error) {
      this.failure.abort(error)
      await Promise.allSettled(this.running)
      throw this.failure.signal.reason
    }
  }

  private async sweep(finished: boolean): Promise<void> {
    const names = (await readdir(this.context.folder)).filter(
      (name) => !this.taken.has(name) && name !== 'toc.dat',
    )
    const wholeObjects = finished ? null : await this.listedLargeObjects(names)
    for (const name of names.sort()) {
      this.signal.throwIfAborted()
      if (name.endsWith('.toc') && !finished) continue
      const isLargeObject = name.startsWith('blob_')
      const { size } = await stat(join(this.context.folder, name))
      if (isLargeObject && wholeObjects !== null && !wholeObjects.has(stem(name))) continue
      if (size > packedFileLimit) {
        if (this.running.size >= this.context.concurrency) {
          if (!finished) continue
          await Promise.race(this.running)
        }
        this.taken.add(name)
        this.launch(this.storeLarge(name, finished || isLargeObject))
      } else if (finished || isLargeObject || (await this.isWhole(name))) {
        this.taken.add(name)
        this.pack.push({ name, size })
        const packed = this.pack.reduce((sum, file) => sum + file.size, 0)
        if (packed >= packSize || this.pack.length >= packFiles) await this.flushPack()
      }
    }
  }

  private launch(work: Promise<void>): void {
    const tracked = work
      .catch((error: unknown) => this.failure.abort(error))
      .finally(() => this.running.delete(tracked))
    this.running.add(tracked)
  }

  /** Large objects have no end mark; each stands in the list once its file is closed. */
  private async listedLargeObjects(names: readonly string[]): Promise<Set<string>> {
    const listed = new Set<string>()
    if (!names.some((name) => name.startsWith('blob_'))) return listed
    for (const name of names.filter((candidate) => /^blobs.*\.toc$/.test(candidate))) {
      const text = await readFile(join(this.context.folder, name), 'utf8')
      for (const line of text.slice(0, text.lastIndexOf('\n') + 1).split('\n')) {
        const file = line.split(' ')[1]
        if (file !== undefined) listed.add(stem(file))
      }
    }
    return listed
  }

  private endDetector(): EndDetector {
    return this.context.compressed ? zstdFrameEnd() : plainTableEnd()
  }

  private async isWhole(name: string): Promise<boolean> {
    const detector = this.endDetector()
    detector.push(await readFile(join(this.context.folder, name)))
    return detector.whole
  }

  private async storeLarge(name: string, complete: boolean): Promise<void> {
    const path = join(this.context.folder, name)
    const limit = this.context.sizeLimit(stem(name))
    const size = complete ? (await stat(path)).size : limit
    this.signal.throwIfAborted()
    const record = await this.context.sink.put(
      {
        name: stem(name),
        body: this.follow(path, complete),
        compressedBy: name.endsWith('.zst') ? 'pg_dump' : 'lifeboat',
        ...(size === undefined ? {} : { atMost: size }),
      },
      this.signal,
    )
    this.artifacts.push(record)
    this.context.stored(stem(name))
    await unlink(path)
  }

  /** The bytes of a file that may still grow, until it is whole. */
  private async *follow(path: string, complete: boolean): AsyncGenerator<Buffer> {
    const file = await open(path, 'r')
    try {
      const detector = complete ? null : this.endDetector()
      // Used again and again: the sink has done with a chunk when it asks for the next.
      const buffer = Buffer.allocUnsafe(readSize)
      for (let position = 0; ;) {
        this.signal.throwIfAborted()
        // Read before asking: what was written until the end of the dump is then surely seen.
        const ended = complete || this.finished
        // pg_dump wrote them a moment ago: they lie in memory, and a thread's help costs more than the copy.
        const bytesRead = readSync(file.fd, buffer, 0, readSize, position)
        if (bytesRead > 0) {
          const chunk = buffer.subarray(0, bytesRead)
          position += bytesRead
          detector?.push(chunk)
          yield chunk
        } else if (ended || detector?.whole === true) {
          return
        } else {
          await this.context.clock.sleep(pace, this.signal)
        }
      }
    } finally {
      await file.close()
    }
  }

  private async flushPack(): Promise<void> {
    const files = this.pack
    if (files.length === 0) return
    this.pack = []
    this.packCount += 1
    const name = `pack-${this.packCount}.tar`
    while (this.running.size >= this.context.concurrency) await Promise.race(this.running)
    this.launch(this.storePack(name, files))
  }

  private async storePack(name: string, files: readonly { name: string; size: Bytes }[]): Promise<void> {
    const { pack } = await import('tar-stream')
    this.signal.throwIfAborted()
    const archive = pack()
    const members: NonNullable<ArtifactRecord['members']> = []
    const fill = async () => {
      for (const file of files) {
        const bytes = await readFile(join(this.context.folder, file.name))
        members.push({
          name: file.name,
          size: bytes.length,
          sha256: createHash('sha256').update(bytes).digest('hex'),
        })
        // One file in memory at a time: the next is read when this one has been taken.
        await new Promise<void>((resolve, reject) => {
          const entry = archive.entry(
            { name: file.name, size: bytes.length, mode: 0o600, mtime: new Date(0) },
            bytes,
            (error) => (error === null || error === undefined ? resolve() : reject(error)),
          )
          // The callback has it too; an error that nobody listens to would end the process.
          entry.on('error', () => undefined)
        })
      }
      archive.finalize()
    }
    const body = Readable.from(archive, { objectMode: false, highWaterMark: readSize })
    const filling = fill().catch((error: unknown) =>
      archive.destroy(error instanceof Error ? error : undefined),
    )
    const [record] = await Promise.all([
      this.context.sink.put({ name, body, compressedBy: 'lifeboat', members }, this.signal),
      filling,
    ])
    this.artifacts.push(record)
    for (const file of files) {
      this.context.stored(stem(file.name))
      await unlink(join(this.context.folder, file.name))
    }
  }
}

/** `6260.dat.zst` → `6260.dat`. */
function stem(name: string): string {
  return name.replace(/\.zst$/, '')
}
