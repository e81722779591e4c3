import { plain } from './plain.ts'
import { counted, namesHidden } from './words.ts'

/**
 * Any text as Markdown that shows just this text on one line, in a paragraph, a list item or a table cell: no markup,
 * HTML, link, mention, reference, emoji or formula can come of it. Meaningful characters become entities; where GitHub
 * would still find a mention or reference in the finished page, a zero-width space breaks it.
 */
export function inline(text: string, atMost?: number): string {
  return (
    plain(text, atMost)
      .replaceAll(/[\\`*_{}[\]<>#|~&@$=^"']/g, (character) => {
        const entity = `&#${character.charCodeAt(0)};`
        return character === '@' || character === '#' ? `${entity}&#8203;` : entity
      })
      .replaceAll(/:(?=[\w/+-])/g, (colon, at: number, whole: string) =>
        isBetweenFigures(whole, at) ? colon : '&#58;&#8203;',
      )
      .replaceAll(/www\./gi, (match) => `${match.slice(0, 3)}&#46;`)
      .replaceAll(/\bGH-(?=\d)/gi, (match) => `${match}&#8203;`)
      .replace(/^[-+]/, (mark) => `&#${mark.charCodeAt(0)};`)
      // With a digit behind it, it is a figure and no item of a list.
      .replace(/^(\d+)([.)])(?!\d)/, (_, digits: string, mark: string) => `${digits}&#${mark.charCodeAt(0)};`)
  )
}

/**
 * A colon of a time (`10:15:00Z`) or before a port (`10.0.0.1:5432`), which people copy: no link begins so, and of the emoji
 * whose names begin with a digit, none has one that is only digits, with a `Z` at most, but these two.
 */
function isBetweenFigures(text: string, at: number): boolean {
  const figures = /^\d+(?=Z?(?!\w))/.exec(text.slice(at + 1, at + 12))?.[0]
  return /\d/.test(text.charAt(at - 1)) && figures !== undefined && figures !== '100' && figures !== '1234'
}

/** A name from data, set as code: GitHub looks for no mentions there. */
export function code(text: string, atMost?: number): string {
  const shown = inline(text, atMost)
  return shown === '' ? '<code>(empty)</code>' : `<code>${shown}</code>`
}

/** `shop.orders, shop.payments and 3 more`, or `5 objects, named in the JSON report`. */
export function subjectsText(subjects: readonly string[], hideNames: boolean): string {
  if (subjects.length === 0) return ''
  if (hideNames) {
    return `${counted(subjects.length, 'object')}, ${namesHidden}`
  }
  const shown = subjects.slice(0, 10).map((subject) => code(subject, 150))
  const more = subjects.length - shown.length
  return `${shown.join(', ')}${more === 0 ? '' : ` and ${more} more`}`
}

/** A link when the address is plainly one; else the words alone. */
export function link(words: string, url: string | null): string {
  const isPlain = url !== null && /^https?:\/\/[A-Za-z0-9._~:/?#@!&+,;=%-]{1,2000}$/.test(url)
  return isPlain ? `[${inline(words)}](${url})` : inline(words)
}

/** Text for the name of a mermaid task: only letters, digits and harmless marks, never a word of the language. */
export function mermaidText(text: string): string {
  const shown = plain(text, 60)
    .replaceAll(/[^\p{L}\p{N} .,()/+-]/gu, ' ')
    .replaceAll(/ +/g, ' ')
    .trim()
  if (shown === '') return 'Phase'
  const isWordOfTheLanguage =
    /^(gantt|section|title|dateformat|axisformat|tickinterval|todaymarker|inclusiveenddates|topaxis|excludes|includes|weekday|weekend|click|vert|accTitle|accDescr)/i
  return isWordOfTheLanguage.test(shown) || !/^[\p{L}\p{N}]/u.test(shown) ? `Phase ${shown}` : shown
}
