/**
 * Places in JSON: `$`, `.name`, `['name']`, `[0]`.
 * @throws SyntaxError when it is no path
 */
export function parseJsonPath(path: string): (string | number)[] {
  if (!path.startsWith('$')) throw new SyntaxError('a path begins with $')
  const parts: (string | number)[] = []
  let rest = path.slice(1)
  while (rest !== '') {
    const match = /^(?:\.([A-Za-z_][\w-]*)|\[(\d{1,6})\]|\['([^']*)'\]|\["([^"]*)"\])/.exec(rest)
    if (match === null) throw new SyntaxError("accepted: $, .name, [0], ['name'], such as $.items[0].id")
    const [whole, name, index, single, double] = match
    parts.push(index === undefined ? (name ?? single ?? double ?? '') : Number(index))
    rest = rest.slice(whole.length)
  }
  return parts
}

/** Why a text is no path; null when it is one. */
export function jsonPathProblem(path: string): string | null {
  try {
    parseJsonPath(path)
    return null
  } catch (error) {
    return error instanceof SyntaxError ? error.message : 'cannot be read'
  }
}

/** The value at a place; undefined when there is none. */
export function atJsonPath(value: unknown, path: string): unknown {
  let current = value
  for (const part of parseJsonPath(path)) {
    if (current === null || typeof current !== 'object') return undefined
    if (Object.hasOwn(current, part)) current = (current as Record<string | number, unknown>)[part]
    else return undefined
  }
  return current
}
