import { proofFormat, type Proof } from '../../../src/domain/proof.ts'
import type { Environment } from '../../../src/domain/environment/schema.ts'
import type { LedgerEvent } from '../../../src/domain/ledger.ts'
import type { Check } from '../../../src/domain/verdict.ts'
import { backup } from '../../../src/operations/backup/backup.ts'
import {
  type GateInput,
  type GateJudgement,
  type GatePorts,
  judgeGate,
} from '../../../src/operations/gate/judge-gate.ts'
import type { RequiredCheck } from '../../../src/ports/commit-checks.ts'
import type { Store } from '../../../src/ports/store.ts'
import { readManifest } from '../../../src/vault/backups.ts'
import { writeEvent } from '../../../src/vault/ledger.ts'
import { writeProof } from '../../../src/vault/proofs.ts'
import { makeSigningKeys, type SigningKeys } from '../../../src/vault/signing.ts'
import { memoryStore, type MemoryStore } from '../doubles/memory-store.ts'
import { fakeClock } from './clock.ts'
import { makeTestKeys, testEnvironment, type TestKeys } from './environment.ts'
import { fakeSource } from './fake-source.ts'
import { backupPorts } from './ports.ts'

export const now = Date.parse('2026-11-21T10:15:00Z')
export const minutes = 60_000
export const hours = 60 * minutes
export const days = 24 * hours
export const version = '1.4.2'
export const commit = 'a'.repeat(40)

export interface GateKeys extends TestKeys {
  deploy: SigningKeys
}

/** Everything that a gate looks at. Tests spoil one thing, and judge. */
export interface GateWorld {
  keys: GateKeys
  environment: Environment
  staging: Environment
  stores: MemoryStore[]
  stagingStores: MemoryStore[]
  /** The newest backup; the one that was proven is older. */
  newest: string
  proven: string
  checks: GatePorts['commitChecks']
  previous: GatePorts['previous'] | 'staging'
  input: GateInput
  /** Changes the file of the environment; `undefined` takes a key away. */
  configure(root: Record<string, unknown>): Promise<void>
}

const objectives = { rpo: '15m', 'verify-every': '6h', 'drill-every': '30d' }
export const gateOfFile = { after: { environment: 'staging' } }

/** A gate that is open: all was done, and all in time. */
export async function openGate(): Promise<GateWorld> {
  const keys: GateKeys = { ...(await makeTestKeys()), deploy: makeSigningKeys() }
  const signing = {
    backup: keys.backup.publicKey,
    verify: keys.verify.publicKey,
    deploy: keys.deploy.publicKey,
  }
  const file = {
    protected: true,
    encryption: { recipients: [keys.verification.recipient] },
    objectives,
    signing,
    gate: gateOfFile,
  }
  const world: GateWorld = {
    keys,
    environment: await testEnvironment(keys, file),
    staging: await testEnvironment(keys, { environment: 'staging', signing }),
    stores: [memoryStore({ name: 'one' })],
    stagingStores: [memoryStore({ name: 'staging-one' })],
    newest: '',
    proven: '',
    checks: { required: async () => [check('build', 'green')] },
    previous: 'staging',
    input: { version, commit, branch: 'main', override: null },
    configure: async (root) => {
      world.environment = await testEnvironment(keys, { ...file, ...root })
    },
  }
  await drilled(world, now - 10 * days)
  await validated(world, now - days)
  world.proven = await backedUp(world, now - 2 * hours)
  await proven(world, now - hours, {})
  world.newest = await backedUp(world, now - 5 * minutes)
  return world
}

/** The same, apart: so that a test's spoiling is its own. */
export function copyOf(world: GateWorld): GateWorld {
  const copied = (store: MemoryStore): MemoryStore => {
    const copy = memoryStore({ name: store.name })
    for (const [key, versions] of store.objects) copy.objects.set(key, [...versions])
    return copy
  }
  const copy: GateWorld = {
    ...world,
    stores: world.stores.map(copied),
    stagingStores: world.stagingStores.map(copied),
    configure: async (root) => {
      const { keys } = world
      copy.environment = await testEnvironment(keys, {
        protected: true,
        encryption: { recipients: [keys.verification.recipient] },
        objectives,
        signing: {
          backup: keys.backup.publicKey,
          verify: keys.verify.publicKey,
          deploy: keys.deploy.publicKey,
        },
        gate: gateOfFile,
        ...root,
      })
    },
  }
  return copy
}

export async function judge(world: GateWorld, change: Partial<GatePorts> = {}): Promise<GateJudgement> {
  const { environment, stores, keys, input, checks, previous, staging, stagingStores } = world
  await using ports = await backupPorts(stores, keys, {
    clock: fakeClock(now),
    keys: { passphrase: null, identities: [], signing: keys.deploy.secretKey },
  })
  // Awaited here: the ports must outlive the judging.
  return await judgeGate(environment, input, {
    ...ports,
    commitChecks: checks,
    previous: previous === 'staging' ? { environment: staging, stores: stagingStores } : previous,
    ...change,
  })
}

const words: Readonly<Record<string, string>> = {
  'the newest backup is young enough': 'backup',
  'the newest restore test is young enough and good': 'proof',
  'the last drill is young enough and was passed': 'drill',
  'the version was validated in the environment before': 'after',
  'the required checks of the commit are green': 'checks',
}

/** Each condition's status, by its word. */
export function statuses({ checks }: GateJudgement): Record<string, Check<'gate'>['status']> {
  return Object.fromEntries(checks.map(({ name, status }) => [words[name] ?? name, status]))
}

export function conditionIn({ checks }: GateJudgement, condition: string): Check<'gate'> {
  const found = checks.find(({ name }) => words[name] === condition)
  if (found === undefined) throw new Error(`the gate says nothing of ${condition}`)
  return found
}

export function check(name: string, outcome: RequiredCheck['outcome']): RequiredCheck {
  return { name, source: 'ruleset', outcome, url: `https://github.example/checks/${name}` }
}

export async function backedUp(
  { environment, keys, stores }: GateWorld,
  at: number,
  { label, dataAt = at }: { label?: string; dataAt?: number } = {},
): Promise<string> {
  const clock = fakeClock(at)
  await using ports = await backupPorts(stores, keys, {
    clock,
    openSource: async () => fakeSource({ at: dataAt }),
  })
  const input = { class: 'scheduled' as const, ...(label === undefined ? {} : { label }) }
  const { backupId, failure } = await backup(environment, input, ports)
  if (backupId === null) throw new Error(failure?.message ?? 'no backup')
  return backupId
}

/** Writes a proof as a restore test would: of the proven backup, good and signed, unless the change says otherwise. */
export async function proven(
  { environment, keys, stores, proven: id }: GateWorld,
  at: number,
  { signingKey = keys.verify.secretKey, ...change }: Partial<Proof> & { signingKey?: string | null },
): Promise<string> {
  await using ports = await backupPorts(stores, keys, { clock: fakeClock(at) })
  const { log, signal } = ports
  const name = change.environment ?? environment.environment
  const trust = { publicKey: environment.signing.backup ?? null, protected: false, log, signal }
  const backupId = change.backupId ?? id
  const manifestSha256 =
    change.manifestSha256 ?? (await readManifest(stores, environment.environment, backupId, trust)).sha256
  const read = { rung: 'equal', name: 'rows', status: 'passed', detail: '', subjects: [], failure: null }
  const proof: Proof = {
    format: proofFormat,
    backupId,
    environment: name,
    manifestSha256,
    at: new Date(at).toISOString(),
    level: 'useful',
    verdict: 'passed',
    lifeboat: '0.1.0',
    actor: null,
    runUrl: 'https://github.example/runs/1',
    rtoBasis: 'laboratory',
    isolation: 'none',
    hardware: { cpu: 'test', cores: 1, memory: 1 },
    rto: { target: null, laboratory: null, estimate: null, met: null },
    rpo: { target: null, measured: null, met: null },
    signed: true,
    checks: [{ ...read, rung: 'equal', status: 'passed', duration: 1 }],
    tables: [],
    ...change,
  }
  const { key } = await writeProof(proof, at, { stores, signingKey, log, signal })
  return key
}

type EventChange = Partial<Pick<LedgerEvent, 'backupId' | 'details' | 'outcome' | 'type'>> & {
  signingKey?: string | null
  stores?: readonly Store[]
}

const passed = { verdict: 'passed', failure: null } as const

/** Writes the event of a drill: passed and signed, unless the change says otherwise. */
export function drilled(world: GateWorld, at: number, change: EventChange = {}): Promise<string> {
  return recorded(world, world.environment.environment, at, {
    type: 'drill',
    stores: world.stores,
    signingKey: world.keys.verify.secretKey,
    details: { scenario: 'database-lost', detect: 1, recover: 2, lostWrites: 0, lossAge: 0, rtoMet: true },
    ...change,
  })
}

/** Writes the event of a validation in staging: of the version, passed and signed, unless the change says otherwise. */
export function validated(world: GateWorld, at: number, change: EventChange = {}): Promise<string> {
  return recorded(world, 'staging', at, {
    type: 'validation',
    stores: world.stagingStores,
    signingKey: world.keys.deploy.secretKey,
    details: { version, score: 100, depth: 'full', whole: true },
    ...change,
  })
}

async function recorded(
  { keys }: GateWorld,
  environment: string,
  at: number,
  {
    type = 'drill',
    outcome = passed,
    details = {},
    stores = [],
    signingKey = null,
    backupId = null,
  }: EventChange,
): Promise<string> {
  await using ports = await backupPorts(stores, keys, { clock: fakeClock(at) })
  const event = { type, outcome, details, backupId }
  const { event: written } = await writeEvent(environment, event, {
    ...ports,
    signingKey,
  })
  return written.id
}

/** Takes away what lies under keys that hold this text. */
export function removed(stores: readonly MemoryStore[], text: string): void {
  for (const { objects } of stores) {
    for (const key of objects.keys()) if (key.includes(text)) objects.delete(key)
  }
}

/** Changes what lies under a key, as whoever may write there could. */
export function rewritten(store: MemoryStore, text: string, change: (bytes: string) => string): void {
  for (const [key, versions] of store.objects) {
    const last = versions.at(-1)
    if (key.includes(text) && last !== undefined) {
      store.objects.set(key, [{ ...last, bytes: Buffer.from(change(last.bytes.toString())) }])
    }
  }
}

/** Lays what lies under one key under another too. */
export function moved(store: MemoryStore, from: string, to: string): void {
  for (const [key, versions] of store.objects) {
    if (key.includes(from)) store.objects.set(key.replace(from, to), versions)
  }
}
