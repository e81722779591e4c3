import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative, sep } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createArtifactReader } from '../../src/vault/artifact-reader.ts'
import { listBackups, readManifest } from '../../src/vault/backups.ts'
import { digestOf } from '../../src/vault/digest.ts'
import { backupFolder } from '../../src/vault/layout.ts'
import { listProofs, readProof } from '../../src/vault/proofs.ts'
import { ageOpener, openPassphraseIdentity } from '../../src/vault/age-sealing.ts'
import { context, environment } from './fixtures.ts'
import { MemoryStore } from './memory-store.ts'
import { readAll } from './streams.ts'

/** Backups of every format that was ever released stay readable: these files are never made again. */
const format1 = join(import.meta.dirname, '..', 'golden', 'format-1')
const expected = z
  .object({
    ids: z.record(z.string(), z.string()),
    identities: z.record(z.string(), z.string()),
    passphrase: z.string(),
    signing: z.object({ backup: z.string(), verify: z.string() }),
    plain: z.record(z.string(), z.string()),
  })
  .parse(JSON.parse(await readFile(join(format1, 'expected.json'), 'utf8')))
const store = new MemoryStore('golden')
let spool = ''

beforeAll(async () => {
  spool = await mkdtemp(join(tmpdir(), 'lifeboat-golden-'))
  const root = join(format1, 'store')
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    store.overwrite(relative(root, path).split(sep).join('/'), await readFile(path))
  }
})
afterAll(() => rm(spool, { recursive: true }))

const backupTrust = { publicKey: expected.signing.backup, protected: true, ...context }
const verifyTrust = { publicKey: expected.signing.verify, protected: true, ...context }

describe('format 1', () => {
  test('lists its backups', async () => {
    const { backups } = await listBackups([store], environment, context)
    expect(backups.map(({ id }) => id).sort()).toEqual(Object.values(expected.ids).sort())
  })

  test.each([
    ['recipients', 'online'],
    ['recipients', 'offline'],
    ['passphrase', 'passphrase'],
    ['none', 'none'],
  ])('reads a backup with encryption %s, opened by %s', async (kind, by) => {
    const id = expected.ids[kind] ?? ''
    const folder = backupFolder(environment, id)
    const { manifest, signed } = await readManifest([store], environment, id, backupTrust)
    expect(signed).toBe(true)
    expect(manifest.encryption).toBe(kind)
    const identities =
      manifest.identityKey === null
        ? Object.values(expected.identities).filter((identity) => identity === expected.identities[by])
        : [await openPassphraseIdentity(store.bytes(folder + manifest.identityKey), expected.passphrase)]
    const reader = createArtifactReader({
      ...context,
      stores: [store],
      folder,
      opener: ageOpener(identities),
      spool,
    })
    const artifacts = manifest.sources.flatMap((source) => source.artifacts)
    expect(artifacts).toHaveLength(5)
    const digests: Record<string, string> = {}
    for (const artifact of artifacts) {
      expect(await reader.verifyArtifact(artifact, context.signal)).toMatchObject([{ state: 'sound' }])
      digests[artifact.name] = digestOf(
        await readAll(await reader.open(artifact, 'raw', context.signal)),
      ).sha256
    }
    expect(digests).toMatchObject(expected.plain)
    expect(reader.damages).toEqual([])
  })

  test('reads the proofs', async () => {
    const proofs = await listProofs([store], environment, context)
    expect(proofs).toHaveLength(3)
    for (const { key, backupId } of proofs) {
      const { sha256 } = await readManifest([store], environment, backupId, backupTrust)
      const { proof } = await readProof([store], environment, key, { ...verifyTrust, manifestSha256: sha256 })
      expect(proof.verdict).toBe('passed')
    }
  })

  test('believes a proof only by the key of the verify role', async () => {
    const [proof] = await listProofs([store], environment, context)
    await expect(readProof([store], environment, proof?.key ?? '', backupTrust)).rejects.toMatchObject({
      kind: 'integrity',
    })
  })
})
