import { Failure } from '../failure.ts'

/** Where a value stands in the file: keys and indices from its root. */
export type KeyPath = readonly (string | number)[]

/** One thing that is wrong with a file. */
export interface Problem {
  path: KeyPath
  /** What it is about: the value at the path, or the key itself (its last part). */
  about: 'value' | 'key'
  message: string
}

/** `sources[0].jobs`; what does not look like a key is not shown. */
export function keyText(path: KeyPath): string {
  return path
    .map((part, index) => {
      if (typeof part === 'number') return `[${part}]`
      return `${index === 0 ? '' : '.'}${looksLikeKey(part) ? part : '?'}`
    })
    .join('')
}

/** False for what may be a value that slipped to the wrong side of a colon, such as a URL with its password. */
export function looksLikeKey(text: string): boolean {
  return /^[\w.-]{1,40}$/.test(text)
}

/** All problems as one failure, each as `file:line:column key: what is wrong`. */
export function problemsFailure(
  fileName: string,
  problems: readonly { line: number; column: number; key: string; message: string }[],
  whereToRead = 'docs/environment-file.md describes every key of an environment file.',
): Failure {
  const lines = [...problems]
    .sort((a, b) => a.line - b.line || a.column - b.column)
    .map(
      ({ line, column, key, message }) =>
        `${fileName}:${line}:${column} ${key === '' ? '' : `${key}: `}${message}`,
    )
  const message =
    lines.length === 1
      ? (lines[0] ?? '')
      : [`${fileName} has ${lines.length} problems:`, ...lines.map((line) => `  ${line}`)].join('\n')
  return new Failure('config', message, {
    hint: `Put right what is named; ${whereToRead}`,
  })
}

/** A value as an error message may quote it: one line, short, without hidden characters or the password of a URL. */
export function quoted(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing'
  const visible = text
    .replaceAll(/\/\/[^/@\s"]*@/g, '//***@')
    .replaceAll(
      /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
      (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
    )
  return visible.length > 60 ? `${visible.slice(0, 58).replace(/[\uD800-\uDBFF]$/, '')}…"` : visible
}
