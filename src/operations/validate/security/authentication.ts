import { counted } from '../../../domain/units.ts'
import { type Examination, failed, passed, skipped, type ValidationRules } from '../examination.ts'
import { basicPairs } from './well-known.ts'

const group = 'security boundaries'

type Refused = ValidationRules['security']['refused'][number]

/** Requests without credentials must be refused, and must stay refused with the passwords that everybody knows. */
export async function examineAuthentication(examination: Examination): Promise<void> {
  const { refused, tryPasswords } = examination.rules.security
  if (refused.length === 0) {
    return examination.check('authentication', group, 'requests without credentials', async () =>
      skipped(
        'the environment file names no request that must be refused',
        'Name some under validation.security.refused.',
      ),
    )
  }
  for (const request of refused) {
    let asksForBasic = false
    await examination.check(
      'authentication',
      group,
      `refused without credentials: ${request.name}`,
      async () => {
        const answer = await ask(examination, request, [])
        asksForBasic = /\bbasic\b/i.test(answer.header('www-authenticate') ?? '')
        return request.status.includes(answer.status)
          ? passed(`answered ${answer.status}`)
          : failed(
              `answered ${answer.status} and ${counted(answer.size, 'byte')}; ${request.status.join(' or ')} is right`,
              'Ask for credentials before anything else is done.',
              'access',
            )
      },
    )
    if (!asksForBasic || !tryPasswords) continue
    await examination.check('default-passwords', group, `no default password: ${request.name}`, async () => {
      for (const [user, password] of basicPairs) {
        const token = Buffer.from(`${user}:${password}`).toString('base64')
        const answer = await ask(examination, request, [{ name: 'authorization', value: `Basic ${token}` }])
        // Whoever is told to wait will not be let in by more of the same.
        if (answer.status === 429) break
        if (answer.status < 400) {
          return failed('a well-known password opens it', 'Change the password.', 'access')
        }
      }
      return passed(`${counted(basicPairs.length, 'well-known pair')} refused`)
    })
  }
}

function ask(
  examination: Examination,
  { method, url, headers, timeout }: Refused,
  more: readonly { name: string; value: string }[],
) {
  const { http, signal } = examination.ports
  return http.ask(
    {
      method,
      url: examination.resolveAddress(url),
      headers: [...examination.headers(headers), ...more],
      timeout,
    },
    signal,
  )
}
