import type { Environment } from '../../domain/environment/schema.ts'
import { asFailure, type Failure } from '../../domain/failure.ts'
import type { Manifest } from '../../domain/manifest.ts'
import { judgeObjective } from '../../domain/objectives.ts'
import { commonIsolation, proofFormat, type Proof } from '../../domain/proof.ts'
import type { Report } from '../../domain/report.ts'
import { formatBytes, formatDuration, formatRate } from '../../domain/units.ts'
import { judgeChecks, rungs, worse, type Rung, type Verdict } from '../../domain/verdict.ts'
import type { Ports } from '../../ports/ports.ts'
import type { RehearsalResult } from '../../ports/source.ts'
import { createArtifactReader } from '../../vault/artifact-reader.ts'
import { readManifest, type ReadManifest } from '../../vault/backups.ts'
import { chooseBackup } from '../../vault/choose-backup.ts'
import { backupFolder } from '../../vault/layout.ts'
import { findHeads } from '../../vault/ledger.ts'
import { writeProof } from '../../vault/proofs.ts'
import { useBackup } from '../leases/use-lease.ts'
import { outcomeOf, recordEvent } from '../ledger/record.ts'
import { keyringFor } from '../keyring.ts'
import { RunReport } from '../run-report.ts'
import { checkSigningKey } from '../signing-keys.ts'
import { CopyChecks } from './copy-checks.ts'
import { gravestFailure } from './verdict.ts'

export interface VerifyInput {
  /** An id, `latest`, or a date or time: the last backup before it. */
  backup: string
  /** How far up the ladder to go; `useful` is everything. */
  level: Rung
}

export interface VerifyResult {
  report: Report
  /** Key of the proof in the stores; null when none could be written. */
  proof: string | null
}

/**
 * Restores a backup into a throwaway server, proves it rung by rung and stores the proof beside it. Expected troubles
 * end in the report.
 */
export async function verify(
  environment: Environment,
  input: VerifyInput,
  ports: Ports,
): Promise<VerifyResult> {
  const run = new RunReport('verify-restore', environment.environment, ports)
  const result = await prove(environment, input, ports, run)
  await recordEvent(ports, environment, {
    type: 'verification',
    outcome: outcomeOf(result.report),
    backupId: result.report.backupId,
    details: { level: input.level, proof: result.proof },
  })
  return result
}

async function prove(
  environment: Environment,
  input: VerifyInput,
  ports: Ports,
  run: RunReport,
): Promise<VerifyResult> {
  let proof: string | null = null
  await using stack = new AsyncDisposableStack()
  try {
    checkSigningKey(environment, 'verify', ports.keys.signing)
    const { read, choosing } = await choose(environment, input, stack, ports, run)
    const { results: rehearsal, keyIsWrong } = await climb(environment, input.level, read, ports, run)
    const verdict = judge(environment, input.level, rehearsal, choosing, run)
    // Without the right key nothing could be found out, and a proof would stay for ever.
    if (keyIsWrong) {
      run.notice('notice', 'no proof is written: a key that does not fit says nothing about the backup')
    } else {
      proof = await run.phase('publish the proof', () =>
        publish(environment, input.level, read, rehearsal, verdict, ports, run),
      )
    }
    const failure = gravestFailure(run.checks, run.objectives)
    return {
      report: run.finish(
        proof === null ? worse(verdict, 'degraded') : verdict,
        verdict === 'failed' ? failure : null,
      ),
      proof,
    }
  } catch (error) {
    return { report: run.fail(error), proof }
  }
}

interface Chosen {
  read: ReadManifest
  /** How long the choice took: part of the RTO. */
  choosing: number
}

async function choose(
  environment: Environment,
  input: VerifyInput,
  stack: AsyncDisposableStack,
  ports: Ports,
  run: RunReport,
): Promise<Chosen> {
  const { log, signal } = ports
  const started = ports.clock.ticks()
  return await run.phase('choose a backup', async () => {
    const chosen = await chooseBackup(ports.stores, environment.environment, input.backup, {
      log,
      signal,
      now: ports.clock.now(),
    }).catch((error: unknown) => {
      throw recordFailedChoice('stored', 'backup', error, run, signal)
    })
    run.backupId = chosen.id
    for (const [store, failure] of chosen.unreachable) {
      run.notice(
        'warning',
        `store ${store} could not be asked for backups: ${failure.message}; it may hold a newer one`,
      )
    }
    log.info(`backup ${chosen.id}, in ${chosen.stores.join(', ')}`)
    const answering = ports.stores.filter((store) => !chosen.unreachable.has(store.name))
    const use = { environment, backupId: chosen.id, why: 'prove this backup', stores: answering }
    stack.use(await useBackup(use, ports, run))
    const read = await readManifest(ports.stores, environment.environment, chosen.id, {
      publicKey: environment.signing.backup ?? null,
      protected: environment.protected,
      log,
      signal,
    }).catch((error: unknown) => {
      throw recordFailedChoice('intact', 'manifest', error, run, signal)
    })
    return { read, choosing: ports.clock.ticks() - started }
  })
}

/** No backup to try, or none to be believed: a failed check, and the end. */
function recordFailedChoice(
  rung: Rung,
  name: string,
  error: unknown,
  run: RunReport,
  signal: AbortSignal,
): Failure {
  signal.throwIfAborted()
  const failure = asFailure(error)
  if (failure.kind !== 'bug' && failure.kind !== 'cancelled') recordFailure(rung, name, failure, run)
  return failure
}

/** Climbs the ladder as far as asked. What goes wrong on the way is a failed check. */
async function climb(
  environment: Environment,
  level: Rung,
  read: ReadManifest,
  ports: Ports,
  run: RunReport,
): Promise<{ results: RehearsalResult[]; keyIsWrong: boolean }> {
  const { manifest } = read
  const { log, signal } = ports
  const reaches = (rung: Rung) => reachesRung(level, rung)
  const folder = backupFolder(environment.environment, manifest.id)
  const copies = new CopyChecks({ environment, read, folder, ports, run })
  await run.phase('stored', () => copies.proveStored())
  if (!reaches('intact')) return { results: [], keyIsWrong: false }

  copies.recordSignature(read)
  const { opener, keyIsWrong } = await run.phase('open', () =>
    keyringFor(manifest, folder, copies.present(), ports, run),
  )
  if (opener === null) return { results: [], keyIsWrong }
  const reader = createArtifactReader({
    stores: copies.present(),
    folder,
    opener,
    spool: ports.spool,
    log,
  })
  const results: RehearsalResult[] = []
  if (reaches('complete')) {
    for (const record of manifest.sources) {
      const config = environment.sources.find((source) => source.name === record.name)
      const result = await run.phase(`rehearse ${record.name}`, async () => {
        using progress = log.progress(`rehearse ${record.name}`)
        try {
          const rehearsal = await ports.openRehearsal(record, config)
          return await rehearsal.rehearse({
            record,
            artifacts: copies.watched(reader),
            level,
            now: ports.clock.now(),
            rpo: environment.objectives.rpo ?? null,
            check: (check) => run.check(check),
            table: (table) => run.tables.push(table),
            progress,
            signal,
          })
        } catch (error) {
          return recordTrouble(error, run, signal)
        }
      })
      if (result !== null) results.push(result)
    }
  }
  if (reaches('complete')) proveSourcesCovered(environment, manifest, run)
  await run.phase('intact', () => copies.proveIntact(reader, opener))
  return { results, keyIsWrong }
}

function reachesRung(level: Rung, rung: Rung): boolean {
  return rungs.indexOf(level) >= rungs.indexOf(rung)
}

/** Every source of the environment file is in the backup; what the file does not know has nobody's checks. */
function proveSourcesCovered(environment: Environment, manifest: Manifest, run: RunReport): void {
  const inBackup = new Set(manifest.sources.map((source) => source.name))
  const inFile = new Set(environment.sources.map((source) => source.name))
  for (const name of inFile) {
    if (inBackup.has(name)) continue
    run.check({
      rung: 'complete',
      name: `source ${name}`,
      status: 'failed',
      detail: 'the environment file has this source, and the backup does not',
      subjects: [],
      failure: 'missing',
      hint: 'Make a new backup: this one is of another set of sources.',
      duration: 0,
    })
  }
  for (const name of inBackup) {
    if (inFile.has(name)) continue
    run.check({
      rung: 'complete',
      name: `source ${name}`,
      status: 'degraded',
      detail:
        'the environment file does not have this source any more, so neither its freshness nor its assertions were asked',
      subjects: [],
      failure: null,
      duration: 0,
    })
  }
}

/** A rehearsal that could not go on is a failed check, not the end of the report. */
function recordTrouble(error: unknown, run: RunReport, signal: AbortSignal): null {
  signal.throwIfAborted()
  const failure = asFailure(error)
  if (failure.kind === 'bug' || failure.kind === 'cancelled') throw error
  const rung = failure.kind === 'integrity' || failure.kind === 'access' ? 'intact' : 'restorable'
  recordFailure(rung, 'rehearsal', failure, run)
  return null
}

function recordFailure(rung: Rung, name: string, failure: Failure, run: RunReport): void {
  run.check({
    rung,
    name,
    status: 'failed',
    detail: failure.message,
    subjects: failure.subjects,
    failure: failure.kind,
    ...(failure.hint === undefined ? {} : { hint: failure.hint }),
    duration: 0,
  })
}

function judge(
  environment: Environment,
  level: Rung,
  results: readonly RehearsalResult[],
  choosing: number,
  run: RunReport,
): Verdict {
  const { objectives } = environment
  let verdict = judgeChecks(run.checks, level)
  // The time of a restore that did not bring everything back is nobody's recovery time, nor is its data's age.
  const cameBack = !run.checks.some(
    (check) => check.status === 'failed' && ['complete', 'restorable', 'equal'].includes(check.rung),
  )
  const laboratory = cameBack ? laboratoryTime(results, choosing) : null
  const estimate = cameBack ? estimatedTime(environment, results, choosing) : null
  if (laboratory !== null && estimate !== null) {
    const allowances = (objectives.detection ?? 0) + (objectives.reroute ?? 0)
    const basis = `estimate for a durable server from ${formatDuration(laboratory)} in the laboratory${allowances === 0 ? '' : `, plus ${formatDuration(allowances)} for detection and reroute`}`
    const rto = judgeObjective('RTO', objectives.rto ?? null, estimate, basis)
    run.objectives.push(rto)
    if (rto.met === false) verdict = 'failed'
    run.fact('laboratory restore', formatDuration(laboratory), laboratory, 'milliseconds')
  }
  const age = cameBack ? dataAge(results) : null
  if (age !== null) {
    const basis = 'age of the newest data at the time of this test'
    const rpo = judgeObjective('RPO', objectives.rpo ?? null, age, basis)
    run.objectives.push(rpo)
    if (rpo.met === false) verdict = 'failed'
  }
  const bytes = results.reduce((sum, result) => sum + result.bytes, 0)
  if (laboratory !== null) {
    run.fact('data restored', formatBytes(bytes), bytes, 'bytes')
    run.fact(
      'restore rate',
      formatRate(bytes, laboratory),
      laboratory === 0 ? 0 : (bytes / laboratory) * 1_000,
      'bytes-per-second',
    )
  }
  for (const result of results) for (const fact of result.facts) run.fact(fact.label, fact.text)
  const unmeasured = [
    ...(objectives.rto !== undefined && estimate === null && reachesRung(level, 'restorable') ? ['RTO'] : []),
    ...(objectives.rpo !== undefined && age === null && reachesRung(level, 'equal') ? ['RPO'] : []),
  ]
  for (const name of unmeasured) run.notice('warning', `the ${name} is promised, but could not be measured`)
  const assertions = environment.sources.flatMap((source) =>
    source.type === 'postgres' ? source.checks : [],
  )
  const isUnasked = assertions.length > 0 && reachesRung(level, 'equal') && !reachesRung(level, 'useful')
  if (isUnasked) run.notice('warning', 'the assertions of the environment file were not asked at this level')
  return unmeasured.length === 0 && !isUnasked ? verdict : worse(verdict, 'degraded')
}

/** From choosing a backup to analysed databases, in the laboratory; null when it did not get there. */
function laboratoryTime(results: readonly RehearsalResult[], choosing: number): number | null {
  return sumOrNull(
    results.map((result) => result.restoreDuration),
    choosing,
  )
}

function estimatedTime(
  environment: Environment,
  results: readonly RehearsalResult[],
  choosing: number,
): number | null {
  const { detection = 0, reroute = 0 } = environment.objectives
  return sumOrNull(
    results.map((result) => result.restoreEstimate),
    choosing + detection + reroute,
  )
}

function sumOrNull(spans: readonly (number | null)[], start: number): number | null {
  if (spans.length === 0) return null
  return spans.reduce<number | null>(
    (sum, span) => (sum === null || span === null ? null : sum + span),
    Math.round(start),
  )
}

function dataAge(results: readonly RehearsalResult[]): number | null {
  const ages = results.map((result) => result.dataAge).filter((age) => age !== null)
  return ages.length === 0 ? null : Math.max(...ages)
}

/** Stores the proof beside the backup. Null, with a warning, when no store took it. */
async function publish(
  environment: Environment,
  level: Rung,
  read: ReadManifest,
  results: readonly RehearsalResult[],
  verdict: Verdict,
  ports: Ports,
  run: RunReport,
): Promise<string | null> {
  const rto = run.objectives.find((objective) => objective.name === 'RTO')
  const rpo = run.objectives.find((objective) => objective.name === 'RPO')
  const at = ports.clock.now()
  const proof: Proof = {
    format: proofFormat,
    backupId: read.manifest.id,
    environment: environment.environment,
    manifestSha256: read.sha256,
    at: new Date(at).toISOString(),
    level,
    verdict,
    lifeboat: ports.run.version,
    actor: ports.run.actor,
    runUrl: ports.run.url,
    rtoBasis: 'laboratory',
    isolation: commonIsolation(results.map((result) => result.isolation)),
    hardware: ports.run.machine,
    rto: {
      target: environment.objectives.rto ?? null,
      laboratory: run.facts.find((fact) => fact.label === 'laboratory restore')?.value ?? null,
      estimate: rto?.measured ?? null,
      met: rto?.met ?? null,
    },
    rpo: {
      target: environment.objectives.rpo ?? null,
      measured: rpo?.measured ?? null,
      met: rpo?.met ?? null,
    },
    signed: read.signed,
    checks: run.checks.map(({ hint: _hint, ...check }) => ({ ...check, subjects: [...check.subjects] })),
    tables: run.tables.map((table) => ({ ...table })),
    ...(await ledgerAnchor(environment, ports)),
  }
  try {
    const { stores, log, signal } = ports
    const written = await writeProof(proof, at, { stores, signingKey: ports.keys.signing, log, signal })
    log.info(`proof ${written.key}, in ${written.stores.join(', ')}`)
    return written.key
  } catch (error) {
    ports.signal.throwIfAborted()
    const failure = asFailure(error)
    if (failure.kind === 'bug') throw error
    run.notice('warning', `no store took the proof: ${failure.message}`)
    run.next.push(failure.hint ?? 'Give the verification job the right to add objects under proofs/.')
    return null
  }
}

/** What stands at the end of the ledger now; nothing where it cannot be told. */
async function ledgerAnchor(environment: Environment, ports: Ports): Promise<Pick<Proof, 'ledgerHeads'>> {
  try {
    const { heads } = await findHeads(ports.stores, environment.environment, ports)
    return heads.length === 0 ? {} : { ledgerHeads: heads }
  } catch (error) {
    ports.signal.throwIfAborted()
    ports.log.warning(`the proof does not anchor the ledger: ${asFailure(error).message}`)
    return {}
  }
}
