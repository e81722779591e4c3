/** A Markdown table. Cells are Markdown already; a column in which all are empty is left out. */
export function table(
  heads: readonly string[],
  alignments: readonly ('l' | 'r')[],
  rows: readonly (readonly string[])[],
): string {
  const used = heads.map((_, column) => rows.some((row) => row[column] !== ''))
  const line = (cells: readonly string[]) => `| ${cells.filter((_, column) => used[column]).join(' | ')} |`
  return [
    line(heads),
    line(alignments.map((side) => (side === 'r' ? '--:' : ':--'))),
    ...rows.map(line),
  ].join('\n')
}

/** Text that is not broken over lines. */
export function unbroken(text: string): string {
  return text.replaceAll(' ', '&nbsp;')
}

/** A part of the page that opens on a click. Both are Markdown already; the title only inline, without blocks. */
export function folded(title: string, body: string): string {
  return `<details><summary>${title}</summary>\n\n${body}\n\n</details>`
}
