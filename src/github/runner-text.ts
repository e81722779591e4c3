/**
 * Text for the runner's log. The runner takes two forms for commands: `::name::` at the start of a line, and `##[name]`
 * anywhere in it; it ends lines at CR as at LF. None of that may come of a text, whoever wrote it.
 */
export function harmlessLines(text: string): string[] {
  return text.split(/\r\n|\n|\r/).map((line) =>
    withoutControls(line)
      .replace(/^(\s*):(?=:)/u, '$1: ')
      .replaceAll('##[', '## ['),
  )
}

/** On one line: for names of groups, and for parts of a line. */
export function harmlessLine(text: string): string {
  return harmlessLines(text).join(' ')
}

/** For annotations, which may have several lines: there the library escapes what would end the command. */
export function withoutControls(text: string): string {
  return text.replaceAll(/[^\P{Cc}\n\t]/gu, '\u{fffd}')
}
