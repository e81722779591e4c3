import { Failure } from '../../../domain/failure.ts'

/**
 * Reads `toc.dat`, the table of contents of pg_dump's directory format. Formats 1.14 (PostgreSQL 12 to 15), 1.15 (16)
 * and 1.16 (17 and 18); laid down in PostgreSQL's src/bin/pg_dump/pg_backup_archiver.c.
 */
export interface ArchiveToc {
  /** `1.16`. */
  format: string
  /** How data files are compressed. */
  compression: 'none' | 'gzip' | 'lz4' | 'zstd'
  database: string
  serverVersion: string
  dumpVersion: string
  entries: TocEntry[]
}

export interface TocEntry {
  dumpId: number
  catalogOid: number
  oid: number
  /** Name of the object; for TABLE DATA the table's. */
  tag: string
  /** `TABLE`, `TABLE DATA`, `SEQUENCE SET`, `ACL`… */
  description: string
  section: 'none' | 'pre-data' | 'data' | 'post-data'
  definition: string
  /** For TABLE DATA: `COPY shop.orders (id, …) FROM stdin;`. */
  copyStatement: string
  schema: string
  tablespace: string
  owner: string
  dependencies: number[]
  /** Data file in the archive's folder, without the ending of its compression; empty when it has none. */
  fileName: string
}

/** A toc.dat says that it belongs to a tar archive (archTar), whose table of contents is the same. */
const tableOfContentsFormat = 3
const compressions = ['none', 'gzip', 'lz4', 'zstd'] as const
const sections = [undefined, 'none', 'pre-data', 'data', 'post-data'] as const

/** @throws Failure `integrity` when it is no such file, or truncated; `config` for a format that is not known */
export function parseToc(bytes: Uint8Array): ArchiveToc {
  const asUtf8 = readToc(bytes, 'utf-8')
  const label = decoderLabels[archiveEncoding(asUtf8)]
  return label === undefined ? asUtf8 : readToc(bytes, label)
}

/** A script of pg_dumpall, in the encoding that it names itself. */
export function readScript(bytes: Buffer): string {
  const encoding = /^SET client_encoding = '(\w+)';$/m.exec(bytes.toString('latin1'))?.[1] ?? 'UTF8'
  return new TextDecoder(decoderLabels[encoding] ?? 'utf-8').decode(bytes)
}

/** The encoding of the archive's texts and data, as PostgreSQL names it: `UTF8`. */
export function archiveEncoding(toc: ArchiveToc): string {
  const entry = toc.entries.find((candidate) => candidate.description === 'ENCODING')
  return /client_encoding = '([A-Za-z0-9_]+)'/.exec(entry?.definition ?? '')?.[1] ?? 'UTF8'
}

/** PostgreSQL's names of encodings that are no UTF-8, as the Encoding Standard names them. SQL_ASCII is taken for UTF-8. */
const decoderLabels: Readonly<Record<string, string>> = {
  LATIN1: 'latin1',
  LATIN2: 'iso-8859-2',
  LATIN5: 'iso-8859-9',
  LATIN7: 'iso-8859-13',
  LATIN9: 'iso-8859-15',
  LATIN10: 'iso-8859-16',
  ISO_8859_5: 'iso-8859-5',
  ISO_8859_6: 'iso-8859-6',
  ISO_8859_7: 'iso-8859-7',
  ISO_8859_8: 'iso-8859-8',
  KOI8R: 'koi8-r',
  KOI8U: 'koi8-u',
  WIN866: 'ibm866',
  WIN874: 'windows-874',
  WIN1250: 'windows-1250',
  WIN1251: 'windows-1251',
  WIN1252: 'windows-1252',
  WIN1253: 'windows-1253',
  WIN1254: 'windows-1254',
  WIN1255: 'windows-1255',
  WIN1256: 'windows-1256',
  WIN1257: 'windows-1257',
  WIN1258: 'windows-1258',
  EUC_JP: 'euc-jp',
  EUC_KR: 'euc-kr',
  EUC_CN: 'gbk',
}

function readToc(bytes: Uint8Array, label: string): ArchiveToc {
  const reader = new TocReader(bytes, label)
  if (reader.text(5) !== 'PGDMP')
    throw new Failure('integrity', 'toc.dat is not the table of contents of a dump')
  const [major, minor] = [reader.byte(), reader.byte()]
  reader.byte() // revision
  if (major !== 1 || minor < 14 || minor > 16) {
    throw new Failure(
      'config',
      `the dump has archive format ${major}.${minor}; this Lifeboat reads 1.14 to 1.16`,
    )
  }
  reader.integerSize = reader.byte()
  reader.byte() // size of file offsets
  if (reader.byte() !== tableOfContentsFormat)
    throw new Failure('integrity', 'toc.dat does not belong to a dump in directory format')
  const compression = minor >= 15 ? compressions[reader.byte()] : reader.integer() === 0 ? 'none' : 'gzip'
  if (compression === undefined) throw new Failure('integrity', 'toc.dat names an unknown compression')
  for (let field = 0; field < 7; field += 1) reader.integer() // time of the dump
  const database = reader.string() ?? ''
  const serverVersion = reader.string() ?? ''
  const dumpVersion = reader.string() ?? ''
  const count = reader.integer()
  const entries: TocEntry[] = []
  for (let index = 0; index < count; index += 1) entries.push(readEntry(reader, minor))
  return { format: `${major}.${minor}`, compression, database, serverVersion, dumpVersion, entries }
}

function readEntry(reader: TocReader, minor: number): TocEntry {
  const dumpId = reader.integer()
  reader.integer() // whether it has data
  const catalogOid = Number(reader.string() ?? 0)
  const oid = Number(reader.string() ?? 0)
  const tag = reader.string() ?? ''
  const description = reader.string() ?? ''
  const section = sections[reader.integer()] ?? 'none'
  const definition = reader.string() ?? ''
  reader.string() // statement that drops it
  const copyStatement = reader.string() ?? ''
  const schema = reader.string() ?? ''
  const tablespace = reader.string() ?? ''
  reader.string() // table access method
  if (minor >= 16) reader.integer() // relkind
  const owner = reader.string() ?? ''
  reader.string() // "false": WITH OIDS of old
  const dependencies: number[] = []
  for (let next = reader.string(); next !== null; next = reader.string()) dependencies.push(Number(next))
  const fileName = reader.string() ?? ''
  return {
    dumpId,
    catalogOid,
    oid,
    tag,
    description,
    section,
    definition,
    copyStatement,
    schema,
    tablespace,
    owner,
    dependencies,
    fileName,
  }
}

class TocReader {
  integerSize = 4
  private position = 0
  private readonly bytes: Uint8Array
  private readonly decoder: InstanceType<typeof TextDecoder>

  constructor(bytes: Uint8Array, label: string) {
    this.bytes = bytes
    this.decoder = new TextDecoder(label)
  }

  byte(): number {
    const value = this.bytes[this.position]
    if (value === undefined) throw new Failure('integrity', 'toc.dat is truncated')
    this.position += 1
    return value
  }

  text(length: number): string {
    if (this.position + length > this.bytes.length) throw new Failure('integrity', 'toc.dat is truncated')
    const part = this.bytes.subarray(this.position, this.position + length)
    this.position += length
    return this.decoder.decode(part)
  }

  /** A sign byte, then the number in little-endian bytes. */
  integer(): number {
    const negative = this.byte() === 1
    let value = 0
    for (let index = 0; index < this.integerSize; index += 1) value += this.byte() * 256 ** index
    return negative ? -value : value
  }

  /** A length and bytes; null when the length is negative. */
  string(): string | null {
    const length = this.integer()
    return length < 0 ? null : this.text(length)
  }
}

/** The table that a TABLE DATA entry's COPY loads, as pg_dump wrote it: `shop.orders`. */
export function copyTarget(entry: TocEntry): string {
  const match = /^COPY (.*) FROM stdin;\s*$/s.exec(entry.copyStatement)
  return match?.[1] ?? ''
}

/** Data of a partition that is loaded through its root, since rows may land in other partitions than they came from. */
export function loadsThroughRoot(entry: TocEntry): boolean {
  return entry.description === 'TABLE DATA' && entry.definition.startsWith('-- load via partition root ')
}
