import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import type { ArtifactRecord, Manifest, PostgresRecord } from '../../src/domain/manifest.ts'
import { manifestFormat } from '../../src/domain/manifest.ts'
import type { Proof } from '../../src/domain/proof.ts'
import { silentLog } from '../../src/ports/log.ts'
import type { ArtifactInput } from '../../src/ports/artifacts.ts'
import { cut } from './streams.ts'

export const backupId = '20261121T101500Z-k3f9x'
export const environment = 'production'
export const folder = `${environment}/backups/${backupId}/`
export const context = {
  log: silentLog,
  signal: new AbortController().signal,
  now: Date.parse('2026-12-31T00:00:00Z'),
}

export function input(
  name: string,
  bytes: Buffer,
  compressedBy: ArtifactInput['compressedBy'] = 'lifeboat',
): ArtifactInput {
  return { name, body: Readable.from(cut(bytes, [70_000]), { objectMode: false }), compressedBy }
}

/** Half of it compresses well. */
export function someBytes(size: number): Buffer {
  return Buffer.concat([randomBytes(Math.floor(size / 2)), Buffer.alloc(Math.ceil(size / 2), 'tide ')])
}

export function makeSource(
  artifacts: ArtifactRecord[],
  change: Partial<PostgresRecord> = {},
): PostgresRecord {
  return {
    name: 'main',
    type: 'postgres',
    engine: 'postgres-logical',
    database: 'shop',
    serverVersion: '17.11',
    serverMajor: 17,
    systemIdentifier: null,
    standby: false,
    clientVersion: '17.11',
    clientMajor: 17,
    restorableInto: 17,
    snapshot: { at: '2026-11-21T10:15:02Z', dataAt: '2026-11-21T10:15:02Z', lsn: '0/1A2B3C4' },
    encoding: 'UTF8',
    locale: { provider: 'libc', collate: 'C.UTF-8', ctype: 'C.UTF-8', locale: null, icuRules: null },
    lcMonetary: 'C',
    databaseSize: 1_000_000,
    archiveCompression: 'zstd',
    extensions: [],
    tables: [],
    largeObjects: 0,
    globals: true,
    notIncluded: [],
    warnings: [],
    artifacts,
    ...change,
  }
}

export function makeManifest(sources: PostgresRecord[], change: Partial<Manifest> = {}): Manifest {
  return {
    format: manifestFormat,
    id: backupId,
    environment,
    label: null,
    class: 'scheduled',
    startedAt: '2026-11-21T10:15:00Z',
    finishedAt: '2026-11-21T10:15:09Z',
    actor: null,
    reason: null,
    runUrl: null,
    lifeboat: '0.1.0',
    environmentFile: 'environment: production\n',
    encryption: 'recipients',
    recipients: [],
    identityKey: null,
    retention: { class: 'scheduled' },
    parent: null,
    stores: [],
    sources,
    ...change,
  }
}

export function makeProof(manifestSha256: string, change: Partial<Proof> = {}): Proof {
  return {
    format: 1,
    backupId,
    environment,
    manifestSha256,
    at: '2026-11-21T12:00:00Z',
    level: 'useful',
    verdict: 'passed',
    lifeboat: '0.1.0',
    actor: null,
    runUrl: null,
    rtoBasis: 'laboratory',
    isolation: 'full',
    hardware: { cpu: 'test', cores: 2, memory: 1 },
    rto: { target: null, laboratory: 1, estimate: null, met: null },
    rpo: { target: null, measured: 1, met: null },
    signed: true,
    checks: [],
    tables: [],
    ...change,
  }
}
