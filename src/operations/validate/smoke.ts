import { atJsonPath } from '../../domain/json-path.ts'
import { compilePattern } from '../../domain/pattern.ts'
import { mayBeSecret } from '../../domain/redaction.ts'
import { counted } from '../../domain/units.ts'
import { Failure } from '../../domain/failure.ts'
import { Template } from '../../domain/environment/template.ts'
import type { HttpAnswer } from '../../ports/http.ts'
import { type Examination, failed, type Found, passed, skipped, type ValidationRules } from './examination.ts'

const group = 'smoke'
/** More of an answer is not looked at. */
const mostKept = 1024 * 1024

type Flow = ValidationRules['smoke'][number]
type Step = Flow['steps'][number]

/** The user's own ways through the application: a flow fails at its first step that does not go as it should. */
export async function examineFlows(examination: Examination): Promise<void> {
  const { smoke } = examination.rules
  if (smoke.length === 0) {
    return examination.check('flows', group, 'flows', async () =>
      skipped('the environment file names no flow', 'Describe what users do under validation.smoke.'),
    )
  }
  for (const flow of smoke) {
    await examination.check('flows', group, flow.name, () => follow(examination, flow))
  }
}

/** What the steps so far have left: captured values and cookies. Both may be secret, and stand in no message. */
interface Memory {
  values: Map<string, string>
  /** By origin, then by name. */
  cookies: Map<string, Map<string, string>>
}

async function follow(examination: Examination, flow: Flow): Promise<Found> {
  const memory: Memory = { values: new Map(), cookies: new Map() }
  for (const [index, step] of flow.steps.entries()) {
    const where = `step ${index + 1}, ${step.name}`
    const answer = await take(examination, step, memory).catch((error: unknown) => {
      if (!(error instanceof Failure)) throw error
      throw new Failure(error.kind, `${where}: ${error.message}`, {
        cause: error,
        ...(error.hint === undefined ? {} : { hint: error.hint }),
      })
    })
    if (answer.status !== step.status) {
      return failed(
        `${where}: answered ${answer.status} and ${counted(answer.size, 'byte')}; ${step.status} is right`,
        'Look at the log of the application.',
      )
    }
    const problem = remember(examination, step, answer, memory) ?? judge(step, answer, memory)
    if (problem !== null) return failed(`${where}: ${problem}`)
  }
  return passed(`${counted(flow.steps.length, 'step')}, each as it should be`)
}

async function take(examination: Examination, step: Step, memory: Memory): Promise<HttpAnswer> {
  const { http, signal } = examination.ports
  const url = addressOf(examination, step, memory)
  const headers = examination
    .headers(step.headers)
    .map(({ name, value }) => ({ name, value: filled(value, memory) }))
  const cookies = memory.cookies.get(url.origin)
  if (cookies !== undefined && cookies.size > 0) {
    headers.push({
      name: 'cookie',
      value: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    })
  }
  const body = step.body === undefined ? null : bodyOf(examination, step.body, memory)
  if (body !== null && !headers.some(({ name }) => name.toLowerCase() === 'content-type')) {
    headers.push({ name: 'content-type', value: 'application/json' })
  }
  const answer = await http.ask(
    {
      method: step.method,
      url: url.href,
      headers,
      ...(body === null ? {} : { body }),
      timeout: step.timeout,
      keep: mostKept,
    },
    signal,
  )
  keepCookies(examination, answer, url.origin, memory)
  return answer
}

/** Captured values are parts of paths and queries: where a request goes, the environment file alone decides. */
function addressOf(examination: Examination, step: Step, memory: Memory): URL {
  const text = examination.resolveAddress(step.url)
  const url = URL.parse(
    text.replaceAll(reference, (_, name: string) => encodeURIComponent(valueOf(name, memory))),
  )
  const written = URL.parse(text.replaceAll(reference, 'x'))
  if (url === null || written === null || url.origin !== written.origin) {
    throw new Failure('config', 'its address is no URL, or a captured value would decide where it goes')
  }
  return url
}

const reference = /\{\{([a-z][a-z0-9_]*)\}\}/g

function filled(text: string, memory: Memory): string {
  return text.replaceAll(reference, (_, name: string) => valueOf(name, memory))
}

function valueOf(name: string, memory: Memory): string {
  const value = memory.values.get(name)
  if (value === undefined) throw new Failure('config', `no step before it captures ${name}`)
  return value
}

/** The JSON that the file describes, with what its texts name filled in: values cannot become structure. */
function bodyOf(examination: Examination, template: Template, memory: Memory): string {
  const fill = (value: unknown): unknown => {
    if (typeof value === 'string')
      return filled(examination.resolve(new Template(value, template.place)), memory)
    if (Array.isArray(value)) return value.map(fill)
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, fill(inner)]))
  }
  return JSON.stringify(fill(JSON.parse(template.text)))
}

function keepCookies(examination: Examination, answer: HttpAnswer, origin: string, memory: Memory): void {
  for (const cookie of answer.cookies) {
    const match = /^\s*([^=;\s]+)=([^;]*)/.exec(cookie)
    const [, name, value] = match ?? []
    if (name === undefined || value === undefined) continue
    const own = memory.cookies.get(origin) ?? new Map<string, string>()
    memory.cookies.set(origin, own)
    if (value === '' || /;\s*max-age=0\b/i.test(cookie)) own.delete(name)
    else own.set(name, value)
    if (mayBeSecret(value)) examination.ports.hide(value)
  }
}

/** What went wrong; null when everything that was asked for was found. */
function remember(examination: Examination, step: Step, answer: HttpAnswer, memory: Memory): string | null {
  for (const capture of step.capture) {
    const value = textOf(capture, answer)
    if (value === null || value === '') return `nothing to capture as ${capture.name}`
    memory.values.set(capture.name, value)
    if (mayBeSecret(value)) examination.ports.hide(value)
  }
  return null
}

interface Place {
  json?: string | undefined
  header?: string | undefined
  pattern?: string | undefined
}

function textOf({ json, header, pattern }: Place, answer: HttpAnswer): string | null {
  const found =
    json !== undefined
      ? atJsonPath(jsonOf(answer), json)
      : header !== undefined
        ? answer.header(header)
        : answer.body.toString()
  if (typeof found !== 'string' && typeof found !== 'number' && typeof found !== 'boolean') return null
  const text = String(found)
  return pattern === undefined ? text : compilePattern(pattern).find(text)
}

function judge(step: Step, answer: HttpAnswer, memory: Memory): string | null {
  for (const [index, expectation] of step.expect.entries()) {
    if (!holds(expectation, answer, memory)) return `its expectation ${index + 1} does not hold`
  }
  return null
}

function holds(expectation: Step['expect'][number], answer: HttpAnswer, memory: Memory): boolean {
  const { json, equals, atLeast } = expectation
  if (json !== undefined && expectation.pattern === undefined) {
    const value = atJsonPath(jsonOf(answer), json)
    if (atLeast !== undefined) {
      const size = Array.isArray(value) ? value.length : typeof value === 'number' ? value : Number.NaN
      if (!(size >= atLeast)) return false
    }
    if (equals !== undefined) return value === (typeof equals === 'string' ? filled(equals, memory) : equals)
    return value !== undefined
  }
  const text = textOf(expectation, answer)
  if (text === null) return false
  return (
    equals === undefined || text === (typeof equals === 'string' ? filled(equals, memory) : String(equals))
  )
}

/** Undefined when the answer is no JSON, or longer than what was kept of it. */
function jsonOf(answer: HttpAnswer): unknown {
  try {
    return JSON.parse(answer.body.toString())
  } catch {
    return undefined
  }
}
