/** How plain text is laid out in columns and lines. Widths count characters; wide scripts may stand out a little. */

export type Style = 'bold' | 'dim' | 'green' | 'yellow' | 'red'

/** What the parts of a page need to know of it. */
export interface Page {
  hideNames: boolean
  width: number
  paint(text: string, style: Style): string
}

const codes: Record<Style, [on: number, off: number]> = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
}

export function paint(text: string, style: Style): string {
  const [on, off] = codes[style]
  return `\u001B[${on}m${text}\u001B[${off}m`
}

/** Lines of at most `width` columns; the first begins with `mark` (by default the indent), the others are indented. */
export function wrap(text: string, width: number, indent: number, mark = ' '.repeat(indent)): string[] {
  const room = Math.max(20, width - indent)
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    for (const part of pieces(word, room)) {
      if (line !== '' && line.length + 1 + part.length > room) {
        lines.push(line)
        line = part
      } else line = line === '' ? part : `${line} ${part}`
    }
  }
  if (line !== '') lines.push(line)
  return lines.map((each, index) => `${index === 0 ? mark : ' '.repeat(indent)}${each}`)
}

/** A word longer than a line is cut into several, never within a pair of surrogates. */
function pieces(word: string, room: number): string[] {
  if (word.length <= room) return word === '' ? [] : [word]
  const parts: string[] = []
  let rest = word
  while (rest.length > room) {
    const cut = /[\uD800-\uDBFF]/.test(rest.charAt(room - 1)) ? room - 1 : room
    parts.push(rest.slice(0, cut))
    rest = rest.slice(cut)
  }
  return [...parts, rest]
}

export interface Column {
  align?: 'left' | 'right'
  /** Leading spaces mean something: never wrapped. */
  keep?: boolean
}

/** Rows in aligned columns, two spaces apart. The last column wraps below itself when the line would be too long. */
export function columns(
  rows: readonly (readonly string[])[],
  shape: readonly Column[],
  width: number,
  indent = 0,
): string[] {
  const widths = shape.map((_, column) => Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)))
  const lastColumn = shape.length - 1
  const before = indent + widths.slice(0, -1).reduce((total, each) => total + (each === 0 ? 0 : each + 2), 0)
  return rows.flatMap((row) => {
    const cells = row.slice(0, lastColumn).flatMap((cell, column) => {
      const wide = widths[column] ?? 0
      if (wide === 0) return []
      return [shape[column]?.align === 'right' ? cell.padStart(wide) : cell.padEnd(wide)]
    })
    const start = ' '.repeat(indent) + cells.map((cell) => `${cell}  `).join('')
    const last = row[lastColumn] ?? ''
    if (shape[lastColumn]?.align === 'right')
      return [(start + last.padStart(widths[lastColumn] ?? 0)).trimEnd()]
    if (last === '' || shape[lastColumn]?.keep === true) return [(start + last).trimEnd()]
    // Where too little room is left beside the other columns, the text goes below them.
    if (width - before < 24) return [start.trimEnd(), ...wrap(last, width, indent + 4)]
    return wrap(last, width, before, start)
  })
}

/** A line that no log takes for a command of its own: GitHub's begin with `::`, or hold `##[`. */
export function safeLine(line: string): string {
  return line.replace(/^(\s*):(?=:)/, '$1: ').replaceAll('##[', '# #[')
}
