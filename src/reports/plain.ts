/**
 * Text from data or users as one visible line: control and format characters (line breaks, terminal escapes, bidi
 * overrides, zero-width ones) are shown as `\u{…}` or become spaces, and what is too long is cut.
 */
export function plain(text: string, atMost = 300): string {
  const line = text
    .toWellFormed()
    .replaceAll(/[\s\u0085\u2028\u2029]+/gu, ' ')
    .trim()
    .replaceAll(
      /[\p{Cc}\p{Cf}\p{Co}]/gu,
      (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
    )
  return clip(line, atMost)
}

/** Cut to a number of characters, never within a pair of surrogates. */
export function clip(text: string, atMost: number): string {
  if (text.length <= atMost) return text
  return `${text.slice(0, atMost - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
}
