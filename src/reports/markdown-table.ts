/** A Markdown table. Cells are Markdown already. */
export function table(
  heads: readonly string[],
  alignments: readonly ('l' | 'r')[],
  rows: readonly (readonly string[])[],
): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [
    line(heads),
    line(alignments.map((side) => (side === 'r' ? '--:' : ':--'))),
    ...rows.map(line),
  ].join('\n')
}

/** A part of the page that opens on a click. Both are Markdown already; the title only inline, without blocks. */
export function folded(title: string, body: string): string {
  return `<details><summary>${title}</summary>\n\n${body}\n\n</details>`
}
