/**
 * One argument for bash, whatever the text. Text with control characters takes bash's own form, so that it stays on
 * its line and cannot end the code block of a Markdown page that shows it.
 */
export function shellArgument(text: string): string {
  if (/^[A-Za-z0-9_./:=@%+,-]+$/.test(text)) return text
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  if (!/[\u0000-\u001f\u007f]/.test(text)) return `'${text.replaceAll("'", `'\\''`)}'`
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll("'", "\\'")
    // oxlint-disable-next-line no-control-regex -- as above
    .replaceAll(
      /[\u0000-\u001f\u007f]/g,
      (character) => `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
    )
  return `$'${escaped}'`
}

/** A database as libpq's programs take it after -d: a bare name with `=` or `://` in it would be read as something else. */
export function databaseArgument(name: string): string {
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
