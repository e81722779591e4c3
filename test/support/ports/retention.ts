import type { Environment } from '../../../src/domain/environment/schema.ts'
import type { FailureKind } from '../../../src/domain/failure.ts'
import { proofFormat, type Proof } from '../../../src/domain/proof.ts'
import type { Rung } from '../../../src/domain/verdict.ts'
import { backup } from '../../../src/operations/backup/backup.ts'
import type { Clock } from '../../../src/ports/clock.ts'
import type { Ports } from '../../../src/ports/ports.ts'
import type { Store } from '../../../src/ports/store.ts'
import { readManifest } from '../../../src/vault/backups.ts'
import { writeProof } from '../../../src/vault/proofs.ts'
import { makeSigningKeys, type SigningKeys } from '../../../src/vault/signing.ts'
import { testEnvironment, type TestKeys } from './environment.ts'
import { backupPorts, type TestPorts } from './ports.ts'

/** The keeper's side of an environment: its key, and what its file says. */
export interface Keeping {
  keys: TestKeys
  retention: SigningKeys
  environment: Environment
}

/** @param root keys of the file, such as `retention` */
export async function keeping(keys: TestKeys, root: Record<string, unknown> = {}): Promise<Keeping> {
  const retention = makeSigningKeys()
  const environment = await testEnvironment(keys, {
    // One recipient: sealing to more takes its time.
    encryption: { recipients: [keys.verification.recipient] },
    signing: {
      backup: keys.backup.publicKey,
      verify: keys.verify.publicKey,
      retention: retention.publicKey,
    },
    ...root,
  })
  return { keys, retention, environment }
}

/** Ports of the retention role. */
export function keeperPorts(
  stores: readonly Store[],
  { keys, retention }: Keeping,
  change: Partial<Ports> = {},
): Promise<TestPorts> {
  return backupPorts(stores, keys, {
    keys: { passphrase: null, identities: [], signing: retention.secretKey },
    ...change,
  })
}

/** Makes a real backup of the fake source, now by the clock. Gives its id. */
export async function backUp(
  stores: readonly Store[],
  { keys, environment }: Pick<Keeping, 'keys' | 'environment'>,
  clock: Clock,
  input: Parameters<typeof backup>[1] = { class: 'scheduled' },
): Promise<string> {
  await using ports = await backupPorts(stores, keys, { clock })
  const report = await backup(environment, input, ports)
  if (report.backupId === null) throw new Error(report.failure?.message ?? 'no backup')
  return report.backupId
}

/** A check of a proof, that found data right, or wrong. */
export function said(rung: Rung, status: 'passed' | 'failed', failure: FailureKind = 'integrity') {
  return {
    rung,
    name: 'rows',
    status,
    detail: '',
    subjects: [],
    failure: status === 'failed' ? failure : null,
    duration: 1,
  }
}

/** Writes a proof as a restore test would, without one. */
export async function provenAs(
  verdict: Proof['verdict'],
  stores: readonly Store[],
  id: string,
  { keys, environment }: Pick<Keeping, 'keys' | 'environment'>,
  clock: Clock,
  checks: Proof['checks'] = verdict === 'failed' ? [] : [said('equal', 'passed')],
): Promise<void> {
  await using ports = await backupPorts(stores, keys, { clock })
  const { log, signal } = ports
  const name = environment.environment
  const trust = { publicKey: environment.signing.backup ?? null, protected: false, log, signal }
  const { sha256 } = await readManifest(stores, name, id, trust)
  const proof: Proof = {
    format: proofFormat,
    backupId: id,
    environment: name,
    manifestSha256: sha256,
    at: new Date(clock.now()).toISOString(),
    level: 'useful',
    verdict,
    lifeboat: '0.1.0',
    actor: null,
    runUrl: null,
    rtoBasis: 'laboratory',
    isolation: 'none',
    hardware: { cpu: 'test', cores: 1, memory: 1 },
    rto: { target: null, laboratory: null, estimate: null, met: null },
    rpo: { target: null, measured: null, met: null },
    signed: true,
    checks,
    tables: [],
  }
  await writeProof(proof, clock.now(), { stores, signingKey: keys.verify.secretKey, log, signal })
}
