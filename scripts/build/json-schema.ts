import { z } from 'zod'
import { payloadSchema } from '../../src/channels/webhook-payload.ts'
import { environmentSchema } from '../../src/domain/environment/schema.ts'
import { runbookSchema } from '../../src/domain/runbook/schema.ts'
import { Template } from '../../src/domain/environment/template.ts'
import type { GeneratedFile } from './write.ts'

export function jsonSchemas(): GeneratedFile[] {
  return [
    { path: 'schema/environment.json', content: jsonText(environmentJsonSchema()) },
    { path: 'schema/notification.json', content: jsonText(notificationJsonSchema()) },
    { path: 'schema/runbook.json', content: jsonText(runbookJsonSchema()) },
  ]
}

function jsonText(schema: Record<string, unknown>): string {
  return `${JSON.stringify(schema, null, 2)}\n`
}

/** The JSON Schema of what is posted to webhooks; receivers must bear with fields that are added to it. */
export function notificationJsonSchema(): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(payloadSchema, { io: 'input' })
  return { $schema, title: 'Lifeboat notification', ...schema }
}

/** The JSON Schema by which editors complete and check environment files. */
export function environmentJsonSchema(): Record<string, unknown> {
  return jsonSchemaOf(environmentSchema, 'Lifeboat environment')
}

/** The same for runbooks. */
export function runbookJsonSchema(): Record<string, unknown> {
  return jsonSchemaOf(runbookSchema, 'Lifeboat runbook')
}

function jsonSchemaOf(of: z.ZodType, title: string): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(of, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      if (holdsTemplate(zodSchema)) {
        jsonSchema.pattern = templatePattern
        jsonSchema.description ??= 'May hold ${NAME}, which is taken from the environment variables.'
      }
      if (isDuration(zodSchema)) jsonSchema.pattern = durationPattern
      if (jsonSchema.type === 'string' && typeof jsonSchema.default === 'number') {
        jsonSchema.default = durationText(jsonSchema.default)
      }
    },
  })
  return { $schema, title, ...schema }
}

/** As `templateProblem` says: every `${` opens a name that is not one of the runner's, or is escaped as `$${`. */
const templatePattern =
  '^([^$]|\\$(?!\\$?\\{)|\\$\\$\\{|\\$\\{(?!GITHUB_|ACTIONS_|RUNNER_|INPUT_)[A-Za-z_][A-Za-z0-9_]*\\})+$'
const durationPattern = '^(\\d+(\\.\\d+)?(ms|s|m|h|d|w))+$'

/** The kinds are told by what they make of a sample: their transforms leave no other trace. */
function holdsTemplate(schema: z.core.$ZodType): boolean {
  return isPipe(schema) && z.safeParse(schema, 'sample').data instanceof Template
}

function isDuration(schema: z.core.$ZodType): boolean {
  return isPipe(schema) && z.safeParse(schema, '90s').data === 90_000
}

function isPipe(schema: z.core.$ZodType): boolean {
  return schema._zod.def.type === 'pipe'
}

function durationText(span: number): string {
  for (const [unit, length] of [
    ['d', 86_400_000],
    ['h', 3_600_000],
    ['m', 60_000],
    ['s', 1_000],
  ] as const) {
    if (span % length === 0) return `${span / length}${unit}`
  }
  return `${span}ms`
}
