import { asFailure, Failure } from '../../../domain/failure.ts'
import { counted } from '../../../domain/units.ts'
import type { HttpAnswer } from '../../../ports/http.ts'
import type { TlsFacts } from '../../../ports/service-probes.ts'
import {
  type Examination,
  failed,
  type Found,
  passed,
  skipped,
  type ValidationRules,
} from '../examination.ts'

const group = 'security boundaries'
const day = 86_400_000
/** Half a year: what the common lists ask at least of Strict-Transport-Security. */
const shortestPin = 15_552_000 // seconds
const timeout = 10_000

type Site = ValidationRules['security']['sites'][number]

/** What browsers rely on: TLS, no way round it, and headers. */
export async function examineSites(examination: Examination): Promise<void> {
  const { sites } = examination.rules.security
  if (sites.length === 0) {
    const reason = () =>
      skipped('the environment file names no site', 'Name it under validation.security.sites.')
    await examination.check('tls', group, 'TLS', async () => reason())
    await examination.check('redirect', group, 'plain HTTP leads to TLS', async () => reason())
    await examination.check('headers', group, 'headers', async () => reason())
  }
  for (const site of sites) {
    await tls(examination, site)
    await redirect(examination, site)
    await headers(examination, site)
  }
}

async function tls(examination: Examination, site: Site): Promise<void> {
  const { ports, rules } = examination
  const { network } = ports.probes
  let facts: TlsFacts | null = null
  await examination.check('tls', group, `${site.name}: TLS`, async () => {
    const address = secureAddress(examination, site)
    if (address === null) {
      return failed('it is served without TLS', 'Serve it over https://.', 'access')
    }
    facts = await network.handshake(address, { onlyOld: false }, ports.signal)
    const old = await network.handshake(address, { onlyOld: true }, ports.signal).catch((error: unknown) => {
      if (error instanceof Failure) return null
      throw error
    })
    return old === null
      ? passed(`${facts.protocol}; 1.1 and older are refused`)
      : failed(`it still speaks ${old.protocol}`, 'Turn TLS 1.0 and 1.1 off.', 'access')
  })
  await examination.check('tls', group, `${site.name}: certificate`, async () =>
    facts === null
      ? skipped('no TLS connection came about')
      : judgeCertificate(facts, ports.clock.now(), rules.security.certificateDays),
  )
}

function judgeCertificate({ problem, validTo }: TlsFacts, now: number, least: number): Found {
  const hint = 'Renew it, and see why that did not happen by itself.'
  if (problem !== null) return failed(`it is not trusted (${problem})`, hint, 'access')
  const left = Math.floor((validTo - now) / day)
  const text = `valid for ${counted(left, 'more day', 'more days')}`
  return left >= least ? passed(text) : failed(`${text}; ${least} are asked for`, hint)
}

async function redirect(examination: Examination, site: Site): Promise<void> {
  const { ports } = examination
  await examination.check('redirect', group, `${site.name}: plain HTTP leads to TLS`, async () => {
    const own = new URL(examination.resolveAddress(site.url))
    if (own.protocol !== 'https:') return skipped('it is served without TLS')
    const url = site.plaintext === undefined ? null : examination.resolveAddress(site.plaintext)
    const plain = new URL(url ?? `http://${own.hostname}/`)
    const at = { host: bare(plain.hostname), port: Number(plain.port === '' ? 80 : plain.port) }
    if (!(await ports.probes.network.connects(at, ports.signal))) {
      return passed('nothing takes a connection without TLS')
    }
    const answer = await ports.http.ask({ method: 'GET', url: plain.href, timeout }, ports.signal)
    const to = URL.parse(answer.header('location') ?? '', plain.href)
    const isMoved = [301, 302, 303, 307, 308].includes(answer.status)
    if (isMoved && to?.protocol === 'https:' && to.hostname === own.hostname) {
      return passed(`answered ${answer.status} to https://`)
    }
    return failed(
      isMoved ? `answered ${answer.status} to somewhere else` : `answered ${answer.status} without TLS`,
      'Answer every request of http:// with 301 or 308 to https:// of the same host.',
      'access',
    )
  })
}

async function headers(examination: Examination, site: Site): Promise<void> {
  const { ports } = examination
  let answer: HttpAnswer | null = null
  let why = ''
  let isSecure = false
  try {
    const url = examination.resolveAddress(site.url)
    isSecure = url.startsWith('https:')
    answer = await ports.http.ask({ method: 'GET', url, timeout }, ports.signal)
  } catch (error) {
    ports.signal.throwIfAborted()
    const failure = asFailure(error)
    if (failure.kind === 'bug') throw error
    why = failure.message
  }
  const judge = (name: string, isGood: (answer: HttpAnswer) => boolean, advice: string) =>
    examination.check('headers', group, `${site.name}: ${name}`, async () => {
      if (answer === null) return skipped(`its headers could not be read: ${why}`)
      return isGood(answer) ? passed('set as it should be') : failed('missing, or too weak', advice, 'access')
    })
  if (isSecure) {
    await judge(
      'Strict-Transport-Security',
      (from) =>
        Number(/max-age="?(\d+)/i.exec(from.header('strict-transport-security') ?? '')?.[1] ?? 0) >=
        shortestPin,
      `Send Strict-Transport-Security: max-age=31536000; ${shortestPin} is the least.`,
    )
  }
  await judge(
    'X-Content-Type-Options',
    (from) => from.header('x-content-type-options')?.trim().toLowerCase() === 'nosniff',
    'Send X-Content-Type-Options: nosniff.',
  )
  await judge(
    'framing',
    (from) =>
      /^\s*(deny|sameorigin)\s*$/i.test(from.header('x-frame-options') ?? '') ||
      /(^|;)\s*frame-ancestors\s/i.test(from.header('content-security-policy') ?? ''),
    "Send Content-Security-Policy: frame-ancestors 'self', or X-Frame-Options: DENY.",
  )
  await judge(
    'Content-Security-Policy',
    (from) => /(^|;)\s*(default-src|script-src)\s/i.test(from.header('content-security-policy') ?? ''),
    "Send Content-Security-Policy with at least default-src 'self'.",
  )
}

/** Null for a site without TLS. */
function secureAddress(examination: Examination, site: Site): { host: string; port: number } | null {
  const url = URL.parse(examination.resolveAddress(site.url))
  if (url === null) throw new Failure('config', 'the address is no URL')
  return url.protocol === 'https:'
    ? { host: bare(url.hostname), port: Number(url.port === '' ? 443 : url.port) }
    : null
}

const bare = (hostname: string) => hostname.replace(/^\[(.*)\]$/, '$1')
