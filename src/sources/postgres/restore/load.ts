import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { inParallelWith } from '../../../domain/concurrency.ts'
import { asFailure, Failure } from '../../../domain/failure.ts'
import type { ArtifactRecord } from '../../../domain/manifest.ts'
import type { ArtifactReader } from '../../../ports/artifacts.ts'
import type { ProgressSink } from '../../../ports/source.ts'
import { archiveEncoding } from '../archive/toc.ts'
import { qualifiedName, type Session } from '../session.ts'
import type { RestoreAccess } from './access.ts'
import type { ArchivePlan, TableData } from './archive-plan.ts'
import { copyIn, type CopyDigest } from './copy-data.ts'
import { decompressed, memberBytes } from './member-bytes.ts'

export interface LoadContext {
  plan: ArchivePlan
  artifacts: ArtifactReader
  access: RestoreAccess
  /** Tables that are left out, by dump id. */
  excluded: ReadonlySet<number>
  /** Folder that takes the large objects' files for pg_restore. */
  archive: string
  jobs: number
  progress: ProgressSink
  signal: AbortSignal
}

export interface LoadResult {
  /** What was loaded, by dump id. */
  loaded: Map<number, CopyDigest>
  failures: { table: TableData | null; failure: Failure }[]
}

/** Loads every table as its bytes arrive, the largest first, and lays the files of large objects ready. */
export async function loadTables(context: LoadContext): Promise<LoadResult> {
  const result: LoadResult = { loaded: new Map(), failures: [] }
  const artifacts = [...new Set([...context.plan.files.values()].map((location) => location.artifact))]
    .filter((artifact) => artifact.name !== 'toc.dat' && artifact.name !== 'globals.sql')
    .sort((a, b) => b.plainSize - a.plainSize)
  const total = artifacts.reduce((sum, artifact) => sum + artifact.storedSize, 0)
  let done = 0
  const tables = new Map(context.plan.tables.map((table) => [table.entry.fileName, table]))
  await inParallelWith(context.access.open, artifacts, context.jobs, async (artifact, session) => {
    context.signal.throwIfAborted()
    try {
      await loadArtifact(session, artifact, tables, context, result)
    } catch (error) {
      keep(error, null, context, result)
    }
    done += artifact.storedSize
    context.progress.report(done, total)
  })
  return result
}

async function loadArtifact(
  session: Session,
  artifact: ArtifactRecord,
  tables: ReadonlyMap<string, TableData>,
  context: LoadContext,
  result: LoadResult,
): Promise<void> {
  if (artifact.members === undefined) {
    const table = tables.get(artifact.name)
    if (table === undefined) {
      const form = artifact.compressedBy === 'pg_dump' ? 'raw' : 'plain'
      const name = artifact.compressedBy === 'pg_dump' ? `${artifact.name}.zst` : artifact.name
      await layReady(name, await context.artifacts.open(artifact, form, context.signal), context)
    } else if (!context.excluded.has(table.entry.dumpId)) {
      await loadTable(
        session,
        table,
        await context.artifacts.open(artifact, 'plain', context.signal),
        context,
        result,
      )
    }
    return
  }
  const { extract } = await import('tar-stream')
  const unpacking = extract()
  const feeding = pipeline(await context.artifacts.open(artifact, 'plain', context.signal), unpacking, {
    signal: context.signal,
  })
  feeding.catch(() => undefined)
  for await (const member of unpacking) {
    const { name } = member.header
    const table = tables.get(name.replace(/\.zst$/, ''))
    const bytes = memberBytes(member)
    if (table !== undefined && !context.excluded.has(table.entry.dumpId)) {
      await loadTable(session, table, name.endsWith('.zst') ? decompressed(bytes) : bytes, context, result)
    } else if (table === undefined) {
      await layReady(name, bytes, context)
    }
    // A load that failed half-way leaves the rest of its member unread.
    member.resume()
  }
  await feeding
}

/** Only files of large objects are left; their names are fixed by pg_dump, anything else is not ours to write. */
async function layReady(name: string, bytes: Readable, context: LoadContext): Promise<void> {
  if (!/^(blob_\d+\.dat(\.zst)?|blobs(_\d+)?\.toc)$/.test(name)) {
    bytes.resume()
    throw new Failure('integrity', 'the backup holds a file that its table of contents does not know', {
      subjects: [name],
    })
  }
  await pipeline(bytes, createWriteStream(join(context.archive, name), { mode: 0o600 }), {
    signal: context.signal,
  })
}

async function loadTable(
  session: Session,
  table: TableData,
  file: Readable,
  context: LoadContext,
  result: LoadResult,
): Promise<void> {
  try {
    result.loaded.set(table.entry.dumpId, await loadInTransaction(session, table, file, context))
  } catch (error) {
    file.destroy()
    keep(error, table, context, result)
  }
}

/**
 * Emptying the table first in the same transaction lets COPY FREEZE write almost no WAL and keep the rows' order. A root
 * of partitions knows neither, and an extension's rows must stay.
 */
async function loadInTransaction(
  session: Session,
  table: TableData,
  file: Readable,
  context: LoadContext,
): Promise<CopyDigest> {
  const doing = 'loading a table'
  const plain = table.throughRoot || table.ofExtension
  const columns = table.columns.length === 0 ? '' : ` (${table.columns.join(', ')})`
  const options = [`encoding '${archiveEncoding(context.plan.toc)}'`, ...(plain ? [] : ['freeze true'])].join(
    ', ',
  )
  return context.access.atomically(session, doing, async () => {
    if (!plain)
      await session.query(doing, `truncate table only ${qualifiedName(table.entry.schema, table.entry.tag)}`)
    return copyIn(
      session,
      `copy ${table.target}${columns} from stdin with (${options})`,
      file,
      context.signal,
    )
  })
}

function keep(error: unknown, table: TableData | null, context: LoadContext, result: LoadResult): void {
  context.signal.throwIfAborted()
  const failure = asFailure(error)
  if (failure.kind === 'bug') throw error
  result.failures.push({ table, failure })
}
