import { scrypt } from 'node:crypto'
import { z } from 'zod'
import { counted } from '../../../domain/units.ts'
import { Failure } from '../../../domain/failure.ts'
import { guide } from '../../../domain/guide.ts'
import { degraded, type Examination, failed, type Found, passed, skipped } from '../examination.ts'
import { credentialsOf } from './credentials.ts'

const group = 'security boundaries'
const shortestKey = 32

/** What each environment's own job has computed, by environment. Kept in the repository; see docs/decisions. */
const fileSchema = z.record(z.string(), z.array(z.string().regex(/^lf1:[A-Za-z0-9_-]{22}$/)))

/**
 * Whether another environment has one of our credentials. Each job has only its own, so they are compared by fingerprints:
 * a slow hash under a key that all jobs have and nobody else. Neither a credential nor anything that gives it away to who
 * lacks the key is stored or shown.
 */
export async function compareCredentials(examination: Examination): Promise<void> {
  await examination.check('credentials', group, 'credentials differ from other environments', () =>
    compare(examination),
  )
}

async function compare(examination: Examination): Promise<Found> {
  const { environment, ports, rules } = examination
  const config = rules.security.credentials
  if (config === undefined) {
    return skipped(
      'the environment file gives no key to compare them by',
      `Give validation.security.credentials.key; ${guide('validate')} says how.`,
    )
  }
  const key = examination.resolve(config.key)
  if (key.length < shortestKey) {
    throw new Failure(
      'config',
      `the key that fingerprints are made with has less than ${shortestKey} characters`,
    )
  }
  const own: { name: string; fingerprint: string }[] = []
  for (const { name, value } of credentialsOf(examination)) {
    own.push({ name, fingerprint: await fingerprintOf(value, key) })
  }
  if (own.length === 0) return skipped('this job has no credentials to compare')
  const list = JSON.stringify(own.map(({ fingerprint }) => fingerprint).sort())
  const hint = `Let ${config.fingerprints} hold "${environment.environment}": ${list}`
  const text = await ports.workspace.read(config.fingerprints)
  if (text === null) return skipped(`there is no file ${config.fingerprints}`, hint)
  const all = parsed(text, config.fingerprints)
  const others = Object.entries(all).filter(([name]) => name !== environment.environment)
  const same = others.flatMap(([other, theirs]) =>
    own.filter(({ fingerprint }) => theirs.includes(fingerprint)).map(({ name }) => `${name} and ${other}`),
  )
  if (same.length > 0) {
    return failed(
      `the same credential opens two environments: ${same.join(', ')}`,
      'Make a new one for each environment.',
      'access',
    )
  }
  const mine = all[environment.environment] ?? []
  if (JSON.stringify([...mine].sort()) !== list) {
    return degraded(
      'the file does not hold the fingerprints of now, so that others cannot compare with them',
      hint,
    )
  }
  if (others.length === 0)
    return skipped('the file holds no other environment', 'Add what their validations say.')
  return passed(
    `${counted(own.length, 'credential')}, none of ${counted(others.length, 'other environment')}`,
  )
}

/** The same credential under the same key always gives the same; a guess costs as much as this. */
function fingerprintOf(credential: string, key: string): Promise<string> {
  return new Promise((resolve, reject) => {
    scrypt(
      credential,
      `lifeboat fingerprint 1 ${key}`,
      16,
      { N: 32_768, r: 8, p: 1, maxmem: 64 * 1024 * 1024 },
      (error, bytes) => {
        if (error === null) resolve(`lf1:${bytes.toString('base64url')}`)
        else reject(error)
      },
    )
  })
}

function parsed(text: string, file: string): Record<string, string[]> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    value = null
  }
  const result = fileSchema.safeParse(value)
  if (result.success) return result.data
  throw new Failure(
    'config',
    `${file} is not as it should be: names of environments, each with a list of fingerprints`,
  )
}
