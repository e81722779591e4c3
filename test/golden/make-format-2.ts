import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { zstdCompressSync } from 'node:zlib'
import { manifestFormatFor } from '../../src/domain/manifest.ts'
import { aesSealing } from '../../src/vault/aes-sealing.ts'
import { createArtifactWriter } from '../../src/vault/artifact-writer.ts'
import { writeManifest } from '../../src/vault/backups.ts'
import { digestOf } from '../../src/vault/digest.ts'
import { backupFolder } from '../../src/vault/layout.ts'
import { markStores } from '../../src/vault/marker.ts'
import { writeProof } from '../../src/vault/proofs.ts'
import { backupRecoveryGuide } from '../../src/vault/recovery-guide.ts'
import { makeSigningKeys } from '../../src/vault/signing.ts'
import { context, input, makeManifest, makeProof, makeSource } from '../vault/fixtures.ts'
import { MemoryStore } from '../vault/memory-store.ts'

/**
 * Made the golden files of format 2, once: what it says that format 1 cannot. They are never made again: a change that needs
 * new ones needs a new format, with files of its own beside these.
 */
const store = new MemoryStore('golden')
const backup = makeSigningKeys()
const verify = makeSigningKeys()
const passphrase = 'a golden passphrase, known to everybody'
const id = '20261121T110000Z-aes2g'

const plain = {
  'toc.dat': Buffer.from('PGDMP: not a real one\n'),
  '6260.dat': Buffer.from(
    Array.from({ length: 9_000 }, (_, row) => `${row}\trow ${row * row}\n`).join('') + '\\.\n\n\n',
  ),
  '6261.dat': zstdCompressSync(Buffer.from('1\tAda\n2\tGrace\n\\.\n\n\n')),
  '6262.dat': Buffer.alloc(0),
  'globals.sql': Buffer.from('CREATE ROLE shop;\n'),
}

await markStores([store], context)
const writer = createArtifactWriter({
  ...context,
  stores: [store],
  folder: backupFolder('production', id),
  source: 'main',
  sealing: await aesSealing(passphrase),
})
const records = [
  await writer.put(input('toc.dat', plain['toc.dat'], 'none'), context.signal),
  await writer.put(input('6260.dat', plain['6260.dat'], 'lifeboat'), context.signal),
  await writer.put(input('6261.dat', plain['6261.dat'], 'pg_dump'), context.signal),
  await writer.put(input('6262.dat', plain['6262.dat'], 'pg_dump'), context.signal),
  await writer.put(input('globals.sql', plain['globals.sql'], 'lifeboat'), context.signal),
]
const encryption = 'passphrase-aes-256-gcm'
const manifest = makeManifest([makeSource(records)], {
  id,
  encryption,
  format: manifestFormatFor(encryption),
})
await writer.putSmall('RECOVERY.md', Buffer.from(backupRecoveryGuide(manifest)))
const written = await writeManifest(manifest, { ...context, stores: [store], signingKey: backup.secretKey })
await writeProof(makeProof(written.sha256, { backupId: id }), Date.parse('2026-11-21T12:00:00Z'), {
  ...context,
  stores: [store],
  signingKey: verify.secretKey,
})

const target = join(import.meta.dirname, 'format-2')
const files = new Map(store.keys().map((key) => [`store/${key}`, store.bytes(key)]))
const expected = {
  note: 'Keys for tests, known to everybody. Never use them.',
  ids: { [encryption]: id },
  identities: {},
  passphrase,
  signing: { backup: backup.publicKey, verify: verify.publicKey },
  plain: Object.fromEntries(Object.entries(plain).map(([name, bytes]) => [name, digestOf(bytes).sha256])),
}
files.set('expected.json', Buffer.from(`${JSON.stringify(expected, null, 2)}\n`))
for (const [name, bytes] of files) {
  await mkdir(dirname(join(target, name)), { recursive: true })
  await writeFile(join(target, name), bytes, { flag: 'wx' })
}
