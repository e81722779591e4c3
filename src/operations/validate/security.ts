import type { Examination } from './examination.ts'
import { examineAuthentication } from './security/authentication.ts'
import { compareCredentials } from './security/fingerprints.ts'
import { examineOpenness } from './security/openness.ts'
import { examinePasswords } from './security/passwords.ts'
import { examineSites } from './security/sites.ts'

/** Whether strangers stay outside. Asked from where the validation runs; what cannot be asked from there says so. */
export async function examineSecurity(examination: Examination): Promise<void> {
  await examineAuthentication(examination)
  await examinePasswords(examination)
  await examineOpenness(examination)
  await examineSites(examination)
  await compareCredentials(examination)
}
