import { execFile } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { byHand, trouble } from '../support/workflows/act.ts'
import { canary, makeAdopter } from '../support/workflows/adopter.ts'
import { toolOrSkip } from '../support/workflows/tools.ts'

const run = promisify(execFile)
const root = join(import.meta.dirname, '../..')

describe('a repository that adopted Lifeboat by init', () => {
  it('makes a backup and proves it with its own workflows', async ({ skip }) => {
    const act = await toolOrSkip('act', skip)
    await using adopter = await makeAdopter(act, 'shop', false)

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

    const shown = [backup.log, backup.summary, proof.log, proof.summary].join('\n')
    expect(shown).not.toContain(canary)
  })
})
