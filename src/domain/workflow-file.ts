import { parseDocument } from 'yaml'

/** No workflow that GitHub runs is nested deeper. */
const deepest = 64

/**
 * A workflow file as its YAML says it; null when it is none, or cannot be understood: GitHub tells its owner what is wrong
 * with it. What is given back is a tree, never a ring.
 */
export function parseWorkflow(text: string): unknown {
  try {
    const document = parseDocument(text)
    if (document.errors.length > 0) return null
    const file = document.toJS({ maxAliasCount: 100 }) as unknown
    return isTree(file) ? file : null
  } catch {
    return null // aliases that grow without end, or lead nowhere; nested too deep for the parser
  }
}

/** An alias inside of its own anchor makes a ring, which is as deep as anybody follows it. */
function isTree(value: unknown, depth = 0): boolean {
  if (value === null || typeof value !== 'object') return true
  return depth < deepest && Object.values(value).every((part) => isTree(part, depth + 1))
}
