/**
 * One argument for bash, whatever the text. Text with control characters takes bash's own form, so that it stays on
 * its line and cannot end the code block of a Markdown page that shows it.
 */
export function shellArgument(text: string): string {
  if (/^[A-Za-z0-9_./:=@%+,-]+$/.test(text)) return text
  if (!/\p{Cc}/u.test(text)) return `'${text.replaceAll("'", `'\\''`)}'`
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll("'", "\\'")
    .replaceAll(
      /\p{Cc}/gu,
      (character) =>
        `\\x${Buffer.from(character)
          .toString('hex')
          .replaceAll(/(..)(?=.)/g, '$1\\x')}`,
    )
  return `$'${escaped}'`
}

/** A database as libpq's programs take it after -d: a bare name with `=` or `://` in it would be read as something else. */
export function databaseArgument(name: string): string {
  if (/^[A-Za-z0-9_]+$/.test(name)) return name
  const value = name.replaceAll('\\', '\\\\').replaceAll("'", "\\'")
  return shellArgument(`dbname='${value}'`)
}

/** A code block that nothing in its text can end. */
export function codeBlock(language: string, lines: readonly string[]): string[] {
  const text = lines.join('\n')
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return [`${fence}${language}`, ...lines, fence]
}
