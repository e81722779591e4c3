import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { Readable } from 'node:stream'
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import { extract, pack } from 'tar-stream'
import { Failure } from '../../../src/domain/failure.ts'
import type { ArtifactRecord, PostgresRecord } from '../../../src/domain/manifest.ts'
import type { ArtifactInput, ArtifactReader, ArtifactSink } from '../../../src/ports/artifacts.ts'
import { parseToc, type ArchiveToc } from '../../../src/sources/postgres/archive/toc.ts'

type BeforePut = (put: { name: string; signal: AbortSignal }) => Promise<unknown>

/** Artifacts in memory, as a source poured them: what the vault would seal, and give back. */
export class MemoryArtifacts implements ArtifactSink, ArtifactReader {
  readonly stored = new Map<string, Buffer>()
  private readonly beforePut: BeforePut

  /** @param beforePut runs before an artifact's first byte is read: holds a store back, or lets it fail */
  constructor(beforePut: BeforePut = async () => undefined) {
    this.beforePut = beforePut
  }

  async put(artifact: ArtifactInput, signal: AbortSignal): Promise<ArtifactRecord> {
    await this.beforePut({ name: artifact.name, signal })
    signal.throwIfAborted()
    const chunks: Buffer[] = []
    // Copied: the giver may use a chunk's memory again once the next one is asked for.
    for await (const chunk of artifact.body) chunks.push(Buffer.from(chunk as Buffer))
    const bytes = Buffer.concat(chunks)
    signal.throwIfAborted()
    if (this.stored.has(artifact.name)) throw new Failure('refused', 'an artifact was stored twice')
    this.stored.set(artifact.name, bytes)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    return {
      name: artifact.name,
      key: `main/${artifact.name}`,
      plainSize: bytes.length,
      storedSize: bytes.length,
      sha256,
      compressedBy: artifact.compressedBy,
      encrypted: false,
      plainSha256: sha256,
      ...(artifact.members === undefined ? {} : { members: artifact.members }),
    }
  }

  async open(artifact: ArtifactRecord, form: 'raw' | 'plain'): Promise<Readable> {
    const bytes = this.stored.get(artifact.name)
    if (bytes === undefined) throw new Failure('missing', 'no store has the artifact')
    const unpack = form === 'plain' && artifact.compressedBy === 'pg_dump'
    return Readable.from([unpack ? zstdDecompressSync(bytes) : bytes], { objectMode: false })
  }

  toc(): ArchiveToc {
    return parseToc(this.stored.get('toc.dat') ?? Buffer.alloc(0))
  }

  /** The data file of a table, such as `shop.orders`, decompressed. */
  async tableFile(record: PostgresRecord, table: string): Promise<string> {
    let text = ''
    await this.alter(record, this.fileOf(table), (plain) => {
      text = plain.toString()
      return plain
    })
    return text
  }

  /** Changes the decompressed bytes of a table's data file, while the record stays as it was. */
  async alterTable(record: PostgresRecord, table: string, change: (plain: Buffer) => Buffer): Promise<void> {
    await this.alter(record, this.fileOf(table), change)
  }

  /** Changes the decompressed bytes of one of pg_dump's files, wherever it lies. */
  async alter(record: PostgresRecord, file: string, change: (plain: Buffer) => Buffer): Promise<void> {
    for (const artifact of record.artifacts) {
      const bytes = this.stored.get(artifact.name) ?? Buffer.alloc(0)
      if (artifact.name === file) {
        this.stored.set(file, edited(bytes, artifact.compressedBy === 'pg_dump', change))
        return
      }
      const member = artifact.members?.find(({ name }) => name.replace(/\.zst$/, '') === file)
      if (member === undefined) continue
      this.stored.set(artifact.name, await repacked(bytes, member.name, change))
      return
    }
    throw new Error(`no artifact holds ${file}`)
  }

  private fileOf(table: string): string {
    const entry = this.toc().entries.find(
      (candidate) =>
        candidate.description === 'TABLE DATA' && `${candidate.schema}.${candidate.tag}` === table,
    )
    if (entry === undefined) throw new Error(`the dump has no table ${table}`)
    return entry.fileName
  }
}

function edited(bytes: Buffer, compressed: boolean, change: (plain: Buffer) => Buffer): Buffer {
  return compressed ? zstdCompressSync(change(zstdDecompressSync(bytes))) : change(bytes)
}

async function repacked(bytes: Buffer, name: string, change: (plain: Buffer) => Buffer): Promise<Buffer> {
  const target = pack()
  const source = extract()
  Readable.from([bytes]).pipe(source)
  const filled = buffer(target)
  for await (const member of source) {
    const content = await buffer(member)
    target.entry(
      { name: member.header.name },
      member.header.name === name ? edited(content, name.endsWith('.zst'), change) : content,
    )
  }
  target.finalize()
  return filled
}
