import { execFile } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { ListObjectsV2Command } from '@aws-sdk/client-s3'
import { describe, expect, it } from 'vitest'
import { startS3 } from '../support/s3/start.ts'
import { byHand, trouble } from '../support/workflows/act.ts'
import { canary, makeAdopter } from '../support/workflows/adopter.ts'
import { toolOrSkip } from '../support/workflows/tools.ts'

const run = promisify(execFile)
const keyFiles = [
  'offline-identity.txt',
  'verify-identity.txt',
  'backup-signing-key.txt',
  'verify-signing-key.txt',
]
const root = join(import.meta.dirname, '../..')

describe('a repository that adopted Lifeboat by init', () => {
  it('makes a backup and proves it with its own workflows', async ({ skip }) => {
    const act = await toolOrSkip('act', skip)
    await using adopter = await makeAdopter(act, 'shop', { own: false })

    const backup = await adopter.run({
      workflow: 'lifeboat-shop-backup.yml',
      event: byHand({ label: 'first' }),
      secrets: {
        DATABASE_URL: adopter.databaseUrl,
        LIFEBOAT_SIGNING_KEY: await adopter.key('backup-signing-key.txt'),
      },
    })
    expect(trouble(backup)).toBe('')
    const [id = ''] = await readdir(join(adopter.backups, 'backups'))
    expect(id).toMatch(/-first$/)
    expect(await readdir(join(adopter.backups, 'backups', id))).toContain('manifest.json.sig')

    // What the prober does every night: without Lifeboat, with the identity that is kept offline.
    const recovered = await run(
      join(root, '.github/prober/recover.sh'),
      [
        join(adopter.backups, 'backups', id),
        'main',
        join(adopter.keysFolder, 'offline-identity.txt'),
        adopter.server.bindir,
      ],
      { env: { PATH: process.env['PATH'], DATABASE_URL: adopter.databaseUrl } },
    )
    expect(recovered.stdout).toMatch(/^1 tables are equal/)

    const proof = await adopter.run({
      workflow: 'lifeboat-shop-verify.yml',
      event: byHand({}),
      secrets: {
        LIFEBOAT_IDENTITY: await adopter.key('verify-identity.txt'),
        LIFEBOAT_SIGNING_KEY: await adopter.key('verify-signing-key.txt'),
      },
    })
    expect(trouble(proof)).toBe('')
    expect([backup.jobs, proof.jobs]).toEqual([{ backup: 'success' }, { verify: 'success' }])
    const proofs = join(adopter.backups, 'proofs', id)
    const [file = ''] = (await readdir(proofs)).filter((name) => name.endsWith('.json'))
    expect(JSON.parse(await readFile(join(proofs, file), 'utf8'))).toMatchObject({
      backupId: id,
      signed: true,
      verdict: 'passed',
    })

    const shown = [backup, proof].flatMap((each) => [each.printed, each.summary]).join('\n')
    expect(shown).toContain(id)
    const secrets = [
      canary,
      adopter.server.password,
      ...(await Promise.all(keyFiles.map((file) => adopter.key(file)))),
    ]
    expect(secrets.filter((secret) => secret.length < 8 || shown.includes(secret))).toEqual([])
  })

  it('does so with a bucket, too', async ({ skip }) => {
    const act = await toolOrSkip('act', skip)
    await using s3 = await startS3()
    const bucket = await s3.bucket('adopted')
    await using adopter = await makeAdopter(act, 'shop', {
      own: false,
      store: { store: 's3', bucket, endpoint: s3.endpoint, region: s3.region, prefix: 'shop' },
    })
    const credentials = { S3_ACCESS_KEY_ID: s3.accessKeyId, S3_SECRET_ACCESS_KEY: s3.secretAccessKey }

    const backup = await adopter.run({
      workflow: 'lifeboat-shop-backup.yml',
      event: byHand({ class: 'critical' }),
      secrets: {
        ...credentials,
        DATABASE_URL: adopter.databaseUrl,
        LIFEBOAT_SIGNING_KEY: await adopter.key('backup-signing-key.txt'),
      },
    })
    expect(trouble(backup)).toBe('')
    const proof = await adopter.run({
      workflow: 'lifeboat-shop-verify.yml',
      event: byHand({ level: 'equal' }),
      secrets: {
        ...credentials,
        LIFEBOAT_IDENTITY: await adopter.key('verify-identity.txt'),
        LIFEBOAT_SIGNING_KEY: await adopter.key('verify-signing-key.txt'),
      },
    })
    expect(trouble(proof)).toBe('')

    const { Contents = [] } = await s3.client.send(new ListObjectsV2Command({ Bucket: bucket }))
    const keys = Contents.map((object) => object.Key ?? '')
    expect(keys.filter((key) => /^shop\/shop\/backups\/[^/]+\/manifest\.json$/.test(key))).toHaveLength(1)
    expect(keys.filter((key) => /^shop\/shop\/proofs\/[^/]+\/[^/]+\.json$/.test(key))).toHaveLength(1)
    const shown = [backup, proof].flatMap((each) => [each.printed, each.summary]).join('\n')
    expect(shown).not.toContain(s3.secretAccessKey)
  })
})
