import { randomBytes } from 'node:crypto'
import { PutObjectCommand } from '@aws-sdk/client-s3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { repair } from '../../src/operations/repair/repair.ts'
import { replicate } from '../../src/operations/replicate/replicate.ts'
import type { Store } from '../../src/ports/store.ts'
import { ageOpener } from '../../src/vault/age-sealing.ts'
import { createArtifactReader } from '../../src/vault/artifact-reader.ts'
import { readManifest } from '../../src/vault/backups.ts'
import { backupFolder } from '../../src/vault/layout.ts'
import { openLocalStore } from '../../src/stores/local.ts'
import { openS3Store } from '../../src/stores/s3.ts'
import { fakeClock } from '../support/ports/clock.ts'
import { makeTestKeys, type TestKeys } from '../support/ports/environment.ts'
import { temporaryFolder } from '../support/ports/real-backup.ts'
import { backUp, keeperPorts, keeping, type Keeping } from '../support/ports/retention.ts'
import { wholeBackups } from '../support/ports/whole-backups.ts'
import { startRealS3 } from '../support/s3/start.ts'
import { storeOptions } from '../support/s3/store-options.ts'

const real = await startRealS3()
afterAll(() => real?.[Symbol.asyncDispose]())

describe.runIf(real !== null).each([
  ['without versions', {}],
  ['with versions', { versioned: true }],
])('on a folder and a real bucket %s', (how, options) => {
  const stack = new AsyncDisposableStack()
  let keys: TestKeys
  let kept: Keeping
  let folder: Store
  let bucket: Store
  let name = ''
  let ids: string[]
  beforeAll(async () => {
    if (real === null) throw new Error('there is none')
    keys = await makeTestKeys()
    kept = await keeping(keys)
    const { path } = stack.use(await temporaryFolder())
    folder = await openLocalStore({ name: 'folder', path, ephemeral: false })
    name = await real.bucket(`copies-${how.replaceAll(' ', '-')}`, options)
    bucket = stack.use(await openS3Store(storeOptions(real, name)))
    const clock = fakeClock()
    ids = []
    for (let index = 0; index < 3; index += 1) {
      ids.push(await backUp([folder], kept, clock))
      clock.advance(60_000)
    }
  })
  afterAll(() => stack.disposeAsync())

  test('a new bucket is filled, and a second run has nothing to do', async () => {
    for (const expected of [[...ids].reverse(), []]) {
      await using ports = await keeperPorts([folder, bucket], kept)
      const { report, copied } = await replicate(kept.environment, { dryRun: false }, ports)
      expect({ verdict: report.verdict, copied }).toEqual({ verdict: 'passed', copied: expected })
    }
    expect(await wholeBackups(bucket, kept.environment, keys)).toEqual(ids)
  })

  test('an object that somebody overwrote there is mended', async () => {
    if (real === null) throw new Error('there is none')
    const backup = ids[0] ?? ''
    const objects = await Array.fromAsync(folder.list(`test/backups/${backup}/`))
    const artifact = objects.find(({ key }) => key.endsWith('.zst.age'))
    const place = { Bucket: name, Key: artifact?.key }
    await real.client.send(new PutObjectCommand({ ...place, Body: randomBytes(artifact?.size ?? 0) }))
    await using ports = await keeperPorts([folder, bucket], kept)
    const input = { backup, level: 'intact', confirm: null, dryRun: false } as const
    const { report, repaired } = await repair(kept.environment, input, ports)
    const key = artifact?.key ?? ''
    const isMended = report.verdict === 'passed'
    // A store that takes no object where a delete marker lies is left as it is: the older version serves.
    expect({ kind: report.failure?.kind, repaired }).toEqual(
      isMended ? { kind: undefined, repaired: [`${bucket.name} ${key}`] } : { kind: 'refused', repaired: [] },
    )
    expect(isMended || 'versioned' in options).toBe(true)
    expect(await readsSound(bucket, key)).toBe(true)
  })

  /** What a restore reads of an artifact from this store alone. */
  async function readsSound(store: Store, key: string): Promise<boolean> {
    await using ports = await keeperPorts([store], kept)
    const { environment: name, signing } = kept.environment
    const trust = { publicKey: signing.backup ?? null, protected: false, ...ports }
    const { manifest } = await readManifest([folder], name, ids[0] ?? '', trust)
    const backup = backupFolder(name, manifest.id)
    const record = manifest.sources
      .flatMap((source) => source.artifacts)
      .find((artifact) => backup + artifact.key === key)
    if (record === undefined) return false
    const opener = ageOpener([keys.verification.identity])
    const reader = createArtifactReader({ ...ports, folder: backup, opener })
    let size = 0
    for await (const piece of await reader.open(record, 'raw', ports.signal)) size += (piece as Buffer).length
    return size === record.plainSize
  }
})
