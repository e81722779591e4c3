import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { onSchedule, trouble } from '../support/workflows/act.ts'
import { makeAdopter } from '../support/workflows/adopter.ts'
import { toolOrSkip } from '../support/workflows/tools.ts'

const enabled = { LIFEBOAT_ENABLED: 'true' }

describe("our own schedule's workflows", () => {
  it('back up and prove the environment whose cron line fired, with the actions of the checkout', async ({
    skip,
  }) => {
    const act = await toolOrSkip('act', skip)
    await using adopter = await makeAdopter(act, 'dev', { own: true })

    const asleep = await adopter.run({
      workflow: 'backup.yml',
      event: onSchedule('26 * * * *'),
      secrets: {},
      variables: {},
    })
    expect(asleep.jobs['backup']).not.toBe('success')
    expect(await readdir(join(adopter.backups, '..'))).toEqual([])

    const backup = await adopter.run({
      workflow: 'backup.yml',
      event: onSchedule('26 * * * *'),
      secrets: {
        DATABASE_URL: adopter.databaseUrl,
        LIFEBOAT_SIGNING_KEY: await adopter.key('backup-signing-key.txt'),
      },
      variables: enabled,
    })
    expect(trouble(backup)).toBe('')
    const [id = ''] = await readdir(join(adopter.backups, 'backups'))

    const proof = await adopter.run({
      workflow: 'verify-restore.yml',
      event: onSchedule('47 3 * * *'),
      secrets: {
        LIFEBOAT_IDENTITY: await adopter.key('verify-identity.txt'),
        LIFEBOAT_SIGNING_KEY: await adopter.key('verify-signing-key.txt'),
      },
      variables: enabled,
    })
    expect(trouble(proof)).toBe('')
    expect(await readdir(join(adopter.backups, 'proofs'))).toEqual([id])
  })
})
