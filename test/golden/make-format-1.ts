import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { zstdCompressSync } from 'node:zlib'
import { pack } from 'tar-stream'
import type { ArtifactRecord, Manifest } from '../../src/domain/manifest.ts'
import { createArtifactWriter } from '../../src/vault/artifact-writer.ts'
import { writeManifest } from '../../src/vault/backups.ts'
import { makeIdentity } from '../../src/vault/keys.ts'
import { backupFolder, passphraseIdentityName } from '../../src/vault/layout.ts'
import { markStores } from '../../src/vault/marker.ts'
import { writeProof } from '../../src/vault/proofs.ts'
import { backupRecoveryGuide } from '../../src/vault/recovery-guide.ts'
import { ageSealing, makePassphraseIdentity } from '../../src/vault/age-sealing.ts'
import { makeSigningKeys } from '../../src/vault/signing.ts'
import { context, input, makeManifest, makeProof, makeSource } from '../vault/fixtures.ts'
import { MemoryStore } from '../vault/memory-store.ts'
import { readAll } from '../vault/streams.ts'

/**
 * Made the golden files of format 1, once. They stand for every backup that this format has in the world, so they are never
 * made again: a change that needs new ones needs a new format, with files of its own beside these.
 */
const store = new MemoryStore('golden')
const backup = makeSigningKeys()
const verify = makeSigningKeys()
const online = await makeIdentity()
const offline = await makeIdentity()
const passphrase = 'a golden passphrase, known to everybody'

const plain = {
  'toc.dat': Buffer.from('PGDMP: not a real one\n'),
  '6260.dat': Buffer.from(
    Array.from({ length: 9_000 }, (_, row) => `${row}\trow ${row * row}\n`).join('') + '\\.\n\n\n',
  ),
  '6261.dat': zstdCompressSync(Buffer.from('1\tAda\n2\tGrace\n\\.\n\n\n')),
  'globals.sql': Buffer.from('CREATE ROLE shop;\n'),
}
const members = {
  '6262.dat.zst': zstdCompressSync(Buffer.from('\\.\n\n\n')),
  'blob_16400.dat.zst': Buffer.alloc(0),
}

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

async function artifacts(
  id: string,
  recipients: string[] | 'none',
  extra: Record<string, Uint8Array>,
): Promise<ArtifactRecord[]> {
  const writer = createArtifactWriter({
    ...context,
    stores: [store],
    folder: backupFolder('production', id),
    source: 'main',
    sealing: recipients === 'none' ? recipients : ageSealing(recipients),
  })
  const tar = pack()
  for (const [name, bytes] of Object.entries(members)) tar.entry({ name, mtime: new Date(0) }, bytes)
  tar.finalize()
  const packed = input('pack-1.tar', await readAll(Readable.from(tar, { objectMode: false })))
  const listed = Object.entries(members).map(([name, bytes]) => ({
    name,
    size: bytes.length,
    sha256: sha256(bytes),
  }))
  const records = [
    await writer.put(input('toc.dat', plain['toc.dat'], 'none'), context.signal),
    await writer.put(input('6260.dat', plain['6260.dat'], 'lifeboat'), context.signal),
    await writer.put(input('6261.dat', plain['6261.dat'], 'pg_dump'), context.signal),
    await writer.put({ ...packed, members: listed }, context.signal),
    await writer.put(input('globals.sql', plain['globals.sql'], 'lifeboat'), context.signal),
  ]
  for (const [name, bytes] of Object.entries(extra)) await writer.putSmall(name, bytes)
  return records
}

async function finish(manifest: Manifest): Promise<void> {
  const guide = backupRecoveryGuide(manifest)
  await store.put(`${backupFolder('production', manifest.id)}RECOVERY.md`, Buffer.from(guide))
  const written = await writeManifest(manifest, { ...context, stores: [store], signingKey: backup.secretKey })
  await writeProof(makeProof(written.sha256, { backupId: manifest.id }), Date.parse('2026-11-21T12:00:00Z'), {
    ...context,
    stores: [store],
    signingKey: verify.secretKey,
  })
}

const sealed = await makePassphraseIdentity(passphrase, 14)
const recipients = [online.recipient, offline.recipient]
const ids = {
  recipients: '20261121T101500Z-k3f9x',
  passphrase: '20261121T103000Z-p4ssw-pre-deploy',
  none: '20261121T104500Z-n0n3a',
}
await markStores([store], context)
await finish(
  makeManifest([makeSource(await artifacts(ids.recipients, recipients, {}))], {
    id: ids.recipients,
    recipients,
  }),
)
await finish(
  makeManifest(
    [
      makeSource(
        await artifacts(ids.passphrase, [sealed.recipient], { [passphraseIdentityName]: sealed.sealed }),
      ),
    ],
    {
      id: ids.passphrase,
      label: 'pre-deploy',
      encryption: 'passphrase',
      recipients: [sealed.recipient],
      identityKey: passphraseIdentityName,
    },
  ),
)
await finish(
  makeManifest([makeSource(await artifacts(ids.none, 'none', {}))], { id: ids.none, encryption: 'none' }),
)

const target = join(import.meta.dirname, 'format-1')
const files = new Map(store.keys().map((key) => [`store/${key}`, store.bytes(key)]))
const expected = {
  note: 'Keys for tests, known to everybody. Never use them.',
  ids,
  identities: { online: online.identity, offline: offline.identity },
  passphrase,
  signing: { backup: backup.publicKey, verify: verify.publicKey },
  plain: Object.fromEntries(Object.entries(plain).map(([name, bytes]) => [name, sha256(bytes)])),
}
files.set('expected.json', Buffer.from(`${JSON.stringify(expected, null, 2)}\n`))
for (const [name, bytes] of files) {
  await mkdir(dirname(join(target, name)), { recursive: true })
  await writeFile(join(target, name), bytes, { flag: 'wx' })
}
