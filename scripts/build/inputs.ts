import { z } from 'zod'
import type { Verb } from '../../src/wiring/verb.ts'

/** An input of a verb, as the generated files show it. */
export interface InputRow {
  name: string
  description: string
  required: boolean
  default: string | null
  /** The words that are accepted, when there are few. */
  choices: string[]
  /** `action` or `cli` when the other does not have it. */
  only: string | null
}

export function inputRows(verb: Verb): InputRow[] {
  return Object.entries(verb.inputs.shape).map(([name, schema]) => {
    const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
    const only = schema.meta()?.['only']
    return {
      name,
      description: schema.description ?? '',
      required: !schema.safeParse(undefined).success,
      default: typeof json.default === 'string' ? json.default : null,
      choices: Array.isArray(json.enum) ? json.enum.map(String) : [],
      only: typeof only === 'string' ? only : null,
    }
  })
}

/** Those that `with:` accepts. */
export function actionInputs(verb: Verb): InputRow[] {
  return inputRows(verb).filter((row) => row.only !== 'cli')
}
