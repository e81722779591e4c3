import { makeBackupId } from '../../domain/backup-id.ts'
import type { Environment } from '../../domain/environment/schema.ts'
import { environmentWarnings } from '../../domain/environment/warnings.ts'
import { asFailure, Failure } from '../../domain/failure.ts'
import { manifestFormatFor, type Manifest, type SourceRecord } from '../../domain/manifest.ts'
import type { Report } from '../../domain/report.ts'
import { counted, formatBytes, formatDuration, formatRate } from '../../domain/units.ts'
import type { Verdict } from '../../domain/verdict.ts'
import type { Ports } from '../../ports/ports.ts'
import type { Finding, Source } from '../../ports/source.ts'
import type { Store } from '../../ports/store.ts'
import { aesSealing } from '../../vault/aes-sealing.ts'
import { ageSealing, makePassphraseIdentity } from '../../vault/age-sealing.ts'
import { createArtifactWriter, type ArtifactWriter } from '../../vault/artifact-writer.ts'
import { writeManifest } from '../../vault/backups.ts'
import { digestOf } from '../../vault/digest.ts'
import { backupFolder, passphraseIdentityName } from '../../vault/layout.ts'
import type { Lease } from '../../vault/leases.ts'
import { markStores } from '../../vault/marker.ts'
import { backupRecoveryGuide } from '../../vault/recovery-guide.ts'
import type { Sealing } from '../../vault/sealing.ts'
import type { WrittenRecord } from '../../vault/signed-records.ts'
import { judgeFindings } from '../findings.ts'
import { useBackup } from '../leases/use-lease.ts'
import { outcomeOf, recordEvent } from '../ledger/record.ts'
import { RunReport } from '../run-report.ts'
import { checkSigningKey } from '../signing-keys.ts'
import { confirmCopies } from './confirm.ts'
import { judgeCopies, probeStores, type ProbedStore } from './copies.ts'

export interface BackupInput {
  label?: string | undefined
  class: 'scheduled' | 'critical'
}

/**
 * Makes one backup of all sources of the environment and stores it in all its stores. Expected troubles end in the
 * report's `failure`.
 */
export async function backup(environment: Environment, input: BackupInput, ports: Ports): Promise<Report> {
  const run = new RunReport('backup', environment.environment, ports)
  const reached = { stores: ports.stores }
  const report = await make(environment, input, ports, run, reached)
  await recordEvent({ ...ports, stores: reached.stores }, environment, {
    type: 'backup',
    outcome: outcomeOf(report),
    backupId: report.backupId,
    details: {
      class: input.class,
      size: report.facts.find(({ label }) => label === 'stored size')?.value ?? 0,
    },
  })
  return report
}

/** @param reached told which stores can be used, once that is known */
async function make(
  environment: Environment,
  input: BackupInput,
  ports: Ports,
  run: RunReport,
  reached: { stores: readonly Store[] },
): Promise<Report> {
  await using stack = new AsyncDisposableStack()
  try {
    checkSigningKey(environment, 'backup', ports.keys.signing)
    const startedAt = ports.clock.now()
    const id = makeBackupId(startedAt, ports.random.bytes(3), input.label)
    const sources: Source[] = []
    const probed = await run.phase('preflight', async () => {
      for (const config of environment.sources) {
        const source = await ports.openSource(config)
        stack.defer(() => close(source, run))
        sources.push(source)
      }
      await preflight(sources, run, ports.signal)
      return probeStores(ports, run)
    })

    const usable = probed.filter((store) => store.failure === null).map((store) => store.store)
    reached.stores = usable
    const use = { environment, backupId: id, why: 'make this backup', stores: usable }
    const lease = stack.use(await useBackup(use, ports, run))
    const seal = await sealFor(environment, ports)
    const writer = createArtifactWriter({
      stores: usable,
      folder: backupFolder(environment.environment, id),
      source: '',
      sealing: seal.sealing,
      log: ports.log,
      signal: ports.signal,
      retentionClass: input.class,
    })
    const records: SourceRecord[] = []
    for (const source of sources) {
      records.push(await run.phase(`dump ${source.name}`, () => dump(source, writer, ports)))
    }

    const manifest: Manifest = {
      format: manifestFormatFor(seal.kind),
      id,
      environment: environment.environment,
      label: input.label ?? null,
      class: input.class,
      startedAt: new Date(startedAt).toISOString(),
      finishedAt: new Date(ports.clock.now()).toISOString(),
      actor: ports.run.actor,
      reason: ports.run.reason,
      runUrl: ports.run.url,
      lifeboat: ports.run.version,
      environmentFile: environment.text,
      encryption: seal.kind,
      recipients: seal.recipients,
      identityKey: seal.identity === null ? null : passphraseIdentityName,
      ...(seal.identity === null ? {} : { identitySha256: digestOf(seal.identity).sha256 }),
      retention: { class: input.class },
      parent: null,
      stores: probed.map(({ store, abilities }) => ({
        name: store.name,
        type: store.kind,
        writeOnce: abilities?.writeOnce ?? false,
      })),
      sources: records,
    }
    const written = await run.phase('publish', () =>
      publish(manifest, seal.identity, writer, lease, ports, run),
    )
    run.backupId = id
    describe(environment, records, ports.clock.now() - startedAt, run)
    const failures = new Map([
      ...writer.failures,
      ...written.failures,
      ...probed.flatMap(({ store, failure }) => (failure === null ? [] : [[store.name, failure] as const])),
    ])
    return conclude(environment, records, probed, new Set(written.stores), failures, run)
  } catch (error) {
    return run.fail(error)
  }
}

/** Lists everything that stands in the way at once. @throws Failure of the first finding's kind */
async function preflight(sources: readonly Source[], run: RunReport, signal: AbortSignal): Promise<void> {
  const findings = (await Promise.all(sources.map((source) => findingsOf(source, signal)))).flat()
  judgeFindings(findings, run)
}

/** A source that cannot be asked at all is named in the failure. */
async function findingsOf(source: Source, signal: AbortSignal): Promise<Finding[]> {
  try {
    return await source.preflight(signal)
  } catch (error) {
    const failure = asFailure(error)
    if (failure.kind === 'bug' || failure.kind === 'cancelled') throw error
    throw new Failure(failure.kind, `source ${source.name}: ${failure.message}`, {
      ...(failure.hint === undefined ? {} : { hint: failure.hint }),
      subjects: failure.subjects,
      cause: failure,
    })
  }
}

interface Seal {
  kind: Manifest['encryption']
  sealing: Sealing | 'none'
  recipients: string[]
  /** The passphrase-sealed identity, with encryption by passphrase. */
  identity: Uint8Array | null
}

/** In the README and the guides, so that the examples are whole files. */
const exampleRecipients: readonly string[] = [
  'age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj',
  'age1lggyhqrw2nlhcxprm67z43rta597azn8gknawjehu9d9dl0jq3yqqvfafg',
  'age1t7rxyev2z3rw82stdlrrepyc39nvn86l5078zqkf5uasdy86jp6svpy7pa',
]

async function sealFor(environment: Environment, ports: Ports): Promise<Seal> {
  const { encryption } = environment
  if (encryption === 'none') return { kind: 'none', sealing: 'none', recipients: [], identity: null }
  if (
    'recipients' in encryption &&
    encryption.recipients.some((recipient) => exampleRecipients.includes(recipient))
  )
    throw new Failure(
      'config',
      'encryption.recipients holds a key from Lifeboat’s documentation, which nobody can open',
      {
        hint: 'Make keys of your own with lifeboat keygen (or age-keygen) and put their public parts there.',
      },
    )
  if ('recipients' in encryption) {
    const { recipients } = encryption
    return { kind: 'recipients', sealing: ageSealing(recipients), recipients, identity: null }
  }
  const { passphrase } = ports.keys
  if (passphrase === null) throw new Failure('config', 'the passphrase is not set')
  if (encryption.cipher === 'aes-256-gcm') {
    const sealing = await aesSealing(passphrase)
    return { kind: 'passphrase-aes-256-gcm', sealing, recipients: [], identity: null }
  }
  const pair = await makePassphraseIdentity(passphrase)
  const recipients = [pair.recipient]
  return { kind: 'passphrase', sealing: ageSealing(recipients), recipients, identity: pair.sealed }
}

async function dump(source: Source, writer: ArtifactWriter, ports: Ports): Promise<SourceRecord> {
  using progress = ports.log.progress(`dump ${source.name}`)
  return await source.dump(writer.forSource(source.name), progress, ports.signal)
}

/** By now the backup exists or does not, and a source that cannot be left properly changes neither. */
async function close(source: Source, run: RunReport): Promise<void> {
  try {
    await source[Symbol.asyncDispose]()
  } catch (error) {
    run.notice('warning', `source ${source.name} could not be closed: ${asFailure(error).message}`)
  }
}

/** Everything that belongs to the backup, then its manifest: from then on it exists. */
async function publish(
  manifest: Manifest,
  identity: Uint8Array | null,
  writer: ArtifactWriter,
  lease: Lease,
  ports: Ports,
  run: RunReport,
): Promise<Pick<WrittenRecord, 'stores' | 'failures'>> {
  const { log, signal } = ports
  await markStores(writer.survivors(), { log, signal })
  if (identity !== null) await writer.putSmall(passphraseIdentityName, identity)
  await writer.putSmall('RECOVERY.md', Buffer.from(backupRecoveryGuide(manifest)))
  const folder = backupFolder(manifest.environment, manifest.id)
  const { confirmed, failures } = await confirmCopies(
    writer.survivors(),
    folder,
    manifest.sources,
    ports,
    run,
  )
  const [lost] = failures.values()
  if (confirmed.length === 0 && lost !== undefined) throw lost
  // A run that stood still so long that it was taken for dead may have lost artifacts to retention.
  await lease.demand()
  const written = await writeManifest(manifest, {
    stores: confirmed,
    signingKey: ports.keys.signing,
    log,
    signal,
  })
  return { stores: written.stores, failures: new Map([...failures, ...written.failures]) }
}

function describe(
  environment: Environment,
  records: readonly SourceRecord[],
  took: number,
  run: RunReport,
): void {
  const artifacts = records.flatMap((record) => record.artifacts)
  const stored = artifacts.reduce((sum, artifact) => sum + artifact.storedSize, 0)
  const database = records.reduce((sum, record) => sum + record.databaseSize, 0)
  run.fact('stored size', formatBytes(stored), stored, 'bytes')
  run.fact('database size', formatBytes(database), database, 'bytes')
  if (stored > 0) run.fact('ratio', `${(database / stored).toFixed(1)} : 1`, database / stored, 'ratio')
  run.fact('rate', formatRate(database, took), took === 0 ? 0 : (database / took) * 1_000, 'bytes-per-second')
  run.fact('artifacts', String(artifacts.length), artifacts.length, 'count')
  for (const record of records) {
    run.fact(`source ${record.name}`, describeRecord(record))
    if (record.engine !== 'postgres-logical') continue
    if (record.restorableInto > record.serverMajor) {
      run.notice(
        'warning',
        `source ${record.name}: the dump was made by a newer pg_dump; it is restorable into PostgreSQL ${record.restorableInto} or newer only`,
      )
    }
    for (const table of record.tables.filter((candidate) => candidate.kind === 'table')) {
      run.tables.push({
        source: record.name,
        name: `${table.schema}.${table.name}`,
        rows: table.rows,
        bytes: table.bytes,
        status: 'dumped',
        note: null,
      })
    }
  }
  for (const notice of environmentWarnings(environment, { backupDuration: took }))
    run.notice(notice.level, notice.text, notice.subjects)
  run.fact('duration', formatDuration(took), took, 'milliseconds')
}

function describeRecord(record: SourceRecord): string {
  if (record.engine === 'redis-rdb') {
    const keys = record.databases.reduce((sum, database) => sum + database.keys, 0)
    return `${record.serverKind === 'redis' ? 'Redis' : 'Valkey'} ${record.serverVersion}, ${counted(keys, 'key')}`
  }
  if (record.engine === 'files-tar') {
    return `${counted(record.files, 'file')} in ${counted(record.folders, 'folder')}, ${counted(record.links, 'link')}`
  }
  return `PostgreSQL ${record.serverVersion}, pg_dump ${record.clientVersion}, ${record.tables.length} relations`
}

function conclude(
  environment: Environment,
  records: readonly SourceRecord[],
  probed: readonly ProbedStore[],
  written: ReadonlySet<string>,
  failures: ReadonlyMap<string, Failure>,
  run: RunReport,
): Report {
  const copies = judgeCopies(environment, probed, written, failures, run)
  const left = records.flatMap((record) => record.notIncluded).filter((item) => !item.accepted)
  if (left.length > 0) {
    run.notice(
      'warning',
      `${counted(left.length, 'object is', 'objects are')} not in the backup: ${[...new Set(left.map((item) => `${item.type} (${item.reason})`))].join(', ')}`,
      left.map((item) => item.object),
    )
    const isOf = (type: SourceRecord['type']) =>
      records.some((record) => record.type === type && record.notIncluded.some((item) => !item.accepted))
    if (isOf('postgres'))
      run.next.push('Accept what may be missing under accept-not-included, or back it up in another way.')
    if (isOf('files'))
      run.next.push(
        'Leave out under exclude what need not come back, or back up a snapshot of the file system.',
      )
  }
  const warnings = records.flatMap((record) => record.warnings)
  for (const warning of warnings) run.notice('warning', warning)
  const isLess = left.length > 0 || warnings.length > 0
  const verdict: Verdict = copies.verdict === 'passed' && isLess ? 'degraded' : copies.verdict
  return run.finish(verdict, copies.failure)
}
