import { parseDocument } from 'yaml'

/** A workflow file as its YAML says it; null when it is none: GitHub tells its owner what is wrong with it. */
export function parseWorkflow(text: string): unknown {
  const document = parseDocument(text)
  if (document.errors.length > 0) return null
  try {
    return document.toJS({ maxAliasCount: 100 }) as unknown
  } catch {
    return null // aliases that grow without end, or lead nowhere
  }
}
