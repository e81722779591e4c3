/** Splits a SQL script into its statements, as psql does: by semicolons outside quotes, dollar quotes and comments. */
export function splitStatements(script: string): string[] {
  const statements: string[] = []
  let start = 0
  let position = 0
  const skipTo = (mark: string, from: number) => {
    const found = script.indexOf(mark, from)
    position = found < 0 ? script.length : found + mark.length
  }
  while (position < script.length) {
    const char = script[position]
    if (char === "'") {
      position = endOfString(script, position)
    } else if (char === '"') {
      skipTo('"', position + 1)
    } else if (char === '-' && script[position + 1] === '-') {
      skipTo('\n', position)
    } else if (char === '/' && script[position + 1] === '*') {
      position = endOfComment(script, position)
    } else if (/[A-Za-z_\u0080-\uffff]/.test(char ?? '')) {
      // A dollar inside a name begins no quote.
      position = endOf(/[\w$\u0080-\uffff]*/y, script, position)
    } else if (char === '$') {
      const tag = /^\$([A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$/.exec(
        script.slice(position, position + 80),
      )?.[0]
      if (tag === undefined) position += 1
      else skipTo(tag, position + tag.length)
    } else if (char === ';') {
      statements.push(script.slice(start, position + 1))
      position += 1
      start = position
    } else {
      position += 1
    }
  }
  statements.push(script.slice(start))
  return statements.map(withoutLeadingComments).filter((statement) => statement !== '')
}

function endOf(pattern: RegExp, script: string, from: number): number {
  pattern.lastIndex = from
  return from + (pattern.exec(script)?.[0].length ?? 0)
}

/** Comments nest. */
function endOfComment(script: string, start: number): number {
  let depth = 0
  for (let position = start; position < script.length; position += 1) {
    const pair = script.slice(position, position + 2)
    if (pair === '/*') depth += 1
    else if (pair === '*/') depth -= 1
    else continue
    position += 1
    if (depth === 0) return position + 1
  }
  return script.length
}

function endOfString(script: string, quote: number): number {
  const escapes =
    /[eE]$/.test(script.slice(Math.max(0, quote - 1), quote)) &&
    !/\w$/.test(script.slice(Math.max(0, quote - 2), quote - 1))
  for (let position = quote + 1; position < script.length; position += 1) {
    if (escapes && script[position] === '\\') position += 1
    else if (script[position] === "'") {
      if (script[position + 1] !== "'") return position + 1
      position += 1
    }
  }
  return script.length
}

function withoutLeadingComments(statement: string): string {
  let start = 0
  for (;;) {
    const next = endOf(/(?:\s+|--[^\n]*(?:\n|$))*/y, statement, start)
    if (!statement.startsWith('/*', next)) return statement.slice(next).trim()
    start = endOfComment(statement, next)
  }
}
