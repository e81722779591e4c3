import { homedir } from 'node:os'
import { join } from 'node:path'
import { gatherKeys, storeKeys } from '../operations/init/keyring.ts'
import type { KeygenInput } from './inputs.ts'
import type { Answer } from './verb.ts'

/** Makes whichever of the keys are not in the folder yet. Secrets go to their files and nowhere else. */
export async function runKeygen(input: KeygenInput): Promise<Answer> {
  const folder = input.folder ?? join(homedir(), 'lifeboat-keys')
  const keyring = await gatherKeys(folder, { directory: process.cwd(), option: '--folder' })
  await storeKeys(keyring)
  const lines = Object.values(keyring).map(
    (key) => `${(key.made ? 'written' : 'unchanged').padEnd(9)}  ${key.file}\n           ${key.public}`,
  )
  const text = `${lines.join('\n')}

In the environment file:

encryption:
  recipients:
    - ${keyring.offline.public}
    - ${keyring.verify.public}
signing:
  backup: ${keyring.backupSigning.public}
  verify: ${keyring.verifySigning.public}
  retention: ${keyring.retentionSigning.public}
  deploy: ${keyring.deploySigning.public}

Now move ${keyring.offline.file} to a place that is not this machine: with it every backup
can be opened, without both identities none.`
  return {
    text,
    json: Object.fromEntries(
      Object.entries(keyring).map(([purpose, key]) => [
        purpose,
        { file: key.file, public: key.public, made: key.made },
      ]),
    ),
  }
}
