import type { Change } from './losses.ts'

/**
 * What a statement on rows may destroy. Its text is all that there is to go by, as the double has no rows: it may hold
 * several statements, or a call of something that cannot be read here. Never silence: what spares rows, and which, only
 * rows can tell.
 * @param text of the whole command, as the server had it
 * @param object the table that the server saw it work on
 */
export function readRowStatement(event: string, text: string, object: string): Change | null {
  if (event === 'TRUNCATE') return { object, text: 'a table is emptied' }
  if (event !== 'DELETE' && event !== 'UPDATE') return null
  const all = statementsOf(event, text)
  const own = all.filter(({ table }) => table === lastPart(object))
  const meant = own.length > 0 ? own : all
  const done = event === 'DELETE' ? 'deleted' : 'changed'
  if (meant.some(({ condition }) => condition === null || isConstant(condition))) {
    const change = { object, text: `all rows of a table are ${done}` }
    return event === 'UPDATE' ? { ...change, isDoubtful: true } : change
  }
  return { object, text: `rows of a table are ${done}; only rows can tell which`, isDoubtful: true }
}

interface RowStatement {
  table: string
  /** Null when there is none. */
  condition: string | null
}

function statementsOf(event: 'DELETE' | 'UPDATE', text: string): RowStatement[] {
  const plain = withoutLiterals(text)
  const name = String.raw`((?:"[^"]*"|[\w$]+)(?:\s*\.\s*(?:"[^"]*"|[\w$]+))*)`
  const begins =
    event === 'DELETE'
      ? new RegExp(String.raw`\bdelete\s+from\s+(?:only\s+)?${name}`, 'gi')
      : new RegExp(
          String.raw`(?<!\b(?:for|do|key|on|before|after|or)\s+)\bupdate\s+(?:only\s+)?${name}(?=[^;]*?\bset\b)`,
          'gi',
        )
  return [...plain.matchAll(begins)].map((found) => ({
    table: lastPart(found[1] ?? ''),
    condition: conditionOf(plain.slice(found.index + found[0].length)),
  }))
}

/** Without comments, and with texts emptied. What a body between dollars holds is statements as well, and stays. */
function withoutLiterals(text: string): string {
  return text.replaceAll(/--[^\n]*|\/\*[\s\S]*?\*\/|\be'(?:[^'\\]|\\[\s\S]|'')*'|'(?:[^']|'')*'/gi, (part) =>
    part.startsWith('-') || part.startsWith('/') ? ' ' : "''",
  )
}

/** From the statement's own `where`, not one of a query within it, to its end. @param rest what follows the table */
function conditionOf(rest: string): string | null {
  let depth = 0
  let from: number | null = null
  for (const { 0: token, index } of rest.matchAll(/"[^"]*"|\$\w*\$|[\w$]+|[();]/g)) {
    const word = token.toLowerCase()
    if (word === '(') depth += 1
    else if (word === ')') depth -= 1
    else if (depth === 0 && word === 'where' && from === null) from = index + token.length
    const isEnd = depth < 0 || word === ';' || /^\$\w*\$$/.test(word) || (depth === 0 && word === 'returning')
    if (isEnd) return from === null ? null : rest.slice(from, index)
  }
  return from === null ? null : rest.slice(from)
}

const constantWords = new Set(
  'true false not and or is null unknown in between distinct from like'.split(' '),
)

/** Whether a condition is the same for each row, or one of its alternatives is: `true`, `1 = 1`, `id = 1 or true`. */
function isConstant(condition: string): boolean {
  const alternatives = condition.split(/\bor\b/i)
  if (alternatives.some((one) => count(one, '(') !== count(one, ')'))) return isOneConstant(condition)
  const [first = '', ...others] = alternatives
  if (others.length === 0) return isOneConstant(first)
  // An alternative that is false adds nothing to the others.
  return alternatives.some((one) => isOneConstant(one) && !/^[\s(]*(?:false|null)[\s)]*$/i.test(one))
}

function isOneConstant(condition: string): boolean {
  const words = condition.match(/"[^"]*"|[a-z_][\w$]*/gi) ?? []
  if (words.every((word) => constantWords.has(word.toLowerCase()))) return true
  return /^[\s(]*([\w.$"]+)\s*(?:=|<=|>=)\s*\1[\s)]*$/i.test(condition)
}

const count = (text: string, sign: string): number => text.split(sign).length - 1

function lastPart(name: string): string {
  return (name.split('.').at(-1) ?? name).trim().replaceAll('"', '').toLowerCase()
}
