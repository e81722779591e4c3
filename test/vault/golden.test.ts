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
import type { Manifest } from '../../src/domain/manifest.ts'
import { aesOpener } from '../../src/vault/aes-sealing.ts'
import { ageOpener, openPassphraseIdentity } from '../../src/vault/age-sealing.ts'
import { type Opener, nothingSealed } from '../../src/vault/sealing.ts'
import { context, environment } from './fixtures.ts'
import { MemoryStore } from './memory-store.ts'
import { readAll } from './streams.ts'

/** Backups of every format that was ever released stay readable: these files are never made again. */
const golden = join(import.meta.dirname, '..', 'golden')
const expectedSchema = z.object({
  ids: z.record(z.string(), z.string()),
  identities: z.record(z.string(), z.string()),
  passphrase: z.string(),
  signing: z.object({ backup: z.string(), verify: z.string() }),
  plain: z.record(z.string(), z.string()),
})
let spool = ''
beforeAll(async () => {
  spool = await mkdtemp(join(tmpdir(), 'lifeboat-golden-'))
})
afterAll(() => rm(spool, { recursive: true }))

describe.each([1, 2])('format %i', async (format) => {
  const folderOfFormat = join(golden, `format-${format}`)
  const expected = expectedSchema.parse(
    JSON.parse(await readFile(join(folderOfFormat, 'expected.json'), 'utf8')),
  )
  const store = new MemoryStore('golden')
  const root = join(folderOfFormat, 'store')
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    store.overwrite(relative(root, path).split(sep).join('/'), await readFile(path))
  }
  const backupTrust = { publicKey: expected.signing.backup, protected: true, ...context }
  const verifyTrust = { publicKey: expected.signing.verify, protected: true, ...context }

  /** Everything that could open it, one by one. */
  const openersOf = async (manifest: Manifest, folder: string): Promise<Opener[]> => {
    const { encryption, identityKey } = manifest
    if (encryption === 'none') return [nothingSealed]
    if (encryption === 'passphrase-aes-256-gcm') return [aesOpener(expected.passphrase)]
    if (identityKey === null) return Object.values(expected.identities).map((one) => ageOpener([one]))
    return [ageOpener([await openPassphraseIdentity(store.bytes(folder + identityKey), expected.passphrase)])]
  }

  test('lists its backups', async () => {
    const { backups } = await listBackups([store], environment, context)
    expect(backups.map(({ id }) => id).sort()).toEqual(Object.values(expected.ids).sort())
  })

  test.each(Object.entries(expected.ids))('reads a backup with encryption %s', async (kind, id) => {
    const folder = backupFolder(environment, id)
    const { manifest, signed } = await readManifest([store], environment, id, backupTrust)
    expect(signed).toBe(true)
    expect(manifest).toMatchObject({ format, encryption: kind })
    const artifacts = manifest.sources.flatMap((source) => source.artifacts)
    expect(artifacts).toHaveLength(5)
    const openers = await openersOf(manifest, folder)
    expect(openers.length).toBeGreaterThan(0)
    for (const opener of openers) {
      const reader = createArtifactReader({ ...context, stores: [store], folder, opener, spool })
      const digests: Record<string, string> = {}
      for (const artifact of artifacts) {
        expect(await reader.verifyArtifact(artifact, context.signal)).toMatchObject([{ state: 'sound' }])
        const plain = await readAll(await reader.open(artifact, 'raw', context.signal))
        digests[artifact.name] = digestOf(plain).sha256
      }
      expect(digests).toMatchObject(expected.plain)
      expect(reader.damages).toEqual([])
    }
  })

  test('reads the proofs', async () => {
    const proofs = await listProofs([store], environment, context)
    expect(proofs).toHaveLength(Object.keys(expected.ids).length)
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
