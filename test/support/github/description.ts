import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Ajv, type ValidateFunction } from 'ajv'

/** One operation of GitHub's REST API, as its published description has it. */
export interface Operation {
  /** What is wrong with a request; empty when nothing is. */
  checkRequest(query: URLSearchParams, body: unknown): string[]
  /** What is wrong with an answer of ours. */
  checkResponse(status: number, body: unknown): string[]
}

interface Parameter {
  name: string
  in: string
  required?: boolean
  schema?: unknown
}

interface Described {
  parameters?: unknown[]
  requestBody?: { required?: boolean; content?: Record<string, { schema: unknown }> }
  responses: Record<string, unknown>
}

type Json = Record<string, unknown>

let description: Json | null = null
const operations = new Map<string, Operation>()
const values = new Ajv({ strict: false, allErrors: true, logger: false, formats: formats() })
// A query is text; what it means as a number is for the schema to say.
const texts = new Ajv({
  strict: false,
  allErrors: true,
  logger: false,
  coerceTypes: true,
  formats: formats(),
})

/**
 * The operation at a path template, such as `/repos/{owner}/{repo}/issues`. The description is read once, and only what is
 * asked for is compiled.
 */
export function describedOperation(method: string, template: string): Operation {
  const key = `${method} ${template}`
  const present = operations.get(key)
  if (present !== undefined) return present
  const described = at(['paths', template, method.toLowerCase()]) as unknown as Described
  const created = createOperation(described)
  operations.set(key, created)
  return created
}

function createOperation(described: Described): Operation {
  const parameters = (described.parameters ?? []).map(
    (parameter) => resolved(parameter) as unknown as Parameter,
  )
  const inQuery = parameters.filter((parameter) => parameter.in === 'query')
  const query = texts.compile({
    type: 'object',
    properties: Object.fromEntries(inQuery.map(({ name, schema }) => [name, jsonSchema(schema ?? {})])),
    required: inQuery.filter(({ required }) => required === true).map(({ name }) => name),
    additionalProperties: false,
  })
  const bodySchema = described.requestBody?.content?.['application/json']?.schema
  // GitHub passes over what it does not know; from us a field that it does not know is a mistake.
  const body =
    bodySchema === undefined
      ? null
      : values.compile({ ...jsonSchema(bodySchema), ...closed(jsonSchema(bodySchema)) })
  const responses = new Map<number, ValidateFunction | null>()
  const responseOf = (status: number) => {
    const described_ = described.responses[String(status)]
    if (described_ === undefined) return undefined
    if (!responses.has(status)) {
      const { content } = resolved(described_) as { content?: Record<string, { schema: unknown }> }
      const schema = content?.['application/json']?.schema
      responses.set(status, schema === undefined ? null : values.compile(jsonSchema(schema)))
    }
    return responses.get(status)
  }
  return {
    checkRequest: (given, sent) => {
      const wrong = problems(query, Object.fromEntries(given), 'query')
      if (body !== null && sent !== undefined) wrong.push(...problems(body, sent, 'body'))
      if (body === null && sent !== undefined) wrong.push('body: the operation takes none')
      if (sent === undefined && described.requestBody?.required === true) wrong.push('body: is missing')
      return wrong
    },
    checkResponse: (status, answer) => {
      const check = responseOf(status)
      if (check === undefined) return [`status ${status} is not described`]
      return check === null ? [] : problems(check, answer, `answer ${status}`)
    },
  }
}

function closed(schema: Json): Json {
  return schema['type'] === 'object' ? { additionalProperties: false } : {}
}

function problems(check: ValidateFunction, value: unknown, what: string): string[] {
  if (check(value)) return []
  return (check.errors ?? []).map((error) => `${what}${error.instancePath}: ${error.message ?? 'is wrong'}`)
}

/** OpenAPI 3.0 as JSON Schema: references followed (there are no cycles in it), and `nullable` said as JSON Schema does. */
function jsonSchema(described: unknown): Json {
  const node = resolved(described)
  const schema: Json = {}
  for (const [key, value] of Object.entries(node)) {
    if (['example', 'examples', 'discriminator', 'nullable', 'description', 'title'].includes(key)) continue
    if (key === 'properties') {
      schema[key] = Object.fromEntries(
        Object.entries(value as Json).map(([name, property]) => [name, jsonSchema(property)]),
      )
    } else if (['items', 'additionalProperties', 'not'].includes(key) && typeof value === 'object') {
      schema[key] = jsonSchema(value)
    } else if (['oneOf', 'anyOf', 'allOf'].includes(key)) {
      schema[key] = (value as unknown[]).map(jsonSchema)
    } else schema[key] = value
  }
  return node['nullable'] === true ? { anyOf: [schema, { type: 'null' }] } : schema
}

function resolved(node: unknown): Json {
  const reference = (node as { $ref?: string }).$ref
  if (reference === undefined) return node as Json
  const path = reference.replace(/^#\//, '').split('/')
  return resolved(at(path.map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))))
}

function at(path: readonly string[]): Json {
  description ??= JSON.parse(readFileSync(descriptionFile(), 'utf8')) as Json
  let node: unknown = description
  for (const part of path) node = (node as Json | undefined)?.[part]
  if (node === undefined) throw new Error(`GitHub's description has no ${path.join(' ')}`)
  return node as Json
}

function descriptionFile(): string {
  return createRequire(import.meta.url).resolve('@octokit/openapi/generated/api.github.com.json')
}

function formats(): Record<string, (text: string) => boolean> {
  return {
    uri: (text) => URL.canParse(text.replaceAll(/\{[^}]*\}/g, '')),
    'date-time': (text) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(text),
  }
}
