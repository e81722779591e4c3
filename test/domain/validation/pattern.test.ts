import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compilePattern, patternProblem } from '../../../src/domain/pattern.ts'

const find = (pattern: string, text: string) => compilePattern(pattern).find(text)

/** What JavaScript's own expression finds: the oracle, for patterns on which it does not explode. */
function oracle(pattern: string, text: string): string | null {
  const match = new RegExp(pattern).exec(text)
  if (match === null) return null
  return match.length > 1 ? (match[1] ?? null) : match[0]
}

describe('a pattern', () => {
  it.each([
    ['name="csrf" value="([^"]+)"', '<input name="csrf" value="a1-b2">'],
    ['orders/(\\d+)$', 'see /orders/17 and /orders/18'],
    ['(?:GET|POST) (/[a-z/]*)', 'a POST /login here'],
    ['a{2,3}', 'caaaat'],
    ['a{2,3}?', 'caaaat'],
    ['<(.*?)>', '<a><b>'],
    ['<(.*)>', '<a><b>'],
    ['^$', ''],
    ['^b', 'ab'],
    ['[^\\s,;]+', '  one, two'],
    ['[a\\-z]+', 'b-za'],
    ['x*', 'y'],
    ['(a|ab)(?:c|bcd)', 'abcd'],
    ['(ab)?c', 'c'],
  ])('%s finds in %s what JavaScript finds', (pattern, text) => {
    expect(find(pattern, text)).toBe(oracle(pattern, text))
  })

  it('agrees with JavaScript on whatever patterns and texts', () => {
    const atom = fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '(?:ab)', '(?:a|b)', '\\w')
    const piece = fc
      .tuple(atom, fc.constantFrom('', '*', '+', '?', '{2}', '{1,2}', '*?', '+?'))
      .map((two) => two.join(''))
    const sequence = fc.array(piece, { minLength: 1, maxLength: 4 }).map((all) => all.join(''))
    const pattern = fc
      .tuple(sequence, sequence, fc.boolean())
      .map(([one, two, both]) => (both ? `${one}|${two}` : `(${one})${two}`))
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '\n'), maxLength: 10 })
    fc.assert(
      fc.property(pattern, text, (one, other) => {
        expect(find(one, other)).toBe(oracle(one, other))
      }),
      { numRuns: 500 },
    )
  })

  it.each(['(a+)+b', '(?:a|aa)+b', '(?:a*)*b', '(?:a?){30}a{30}b'])(
    '%s ends on a text on which JavaScript would not',
    (pattern) => {
      expect(find(pattern, 'a'.repeat(5_000))).toBe(null)
    },
  )

  it.each(['(', ')', '[a', 'a**', '*a', '\\b', '(?=a)', '(?<n>a)', 'a{3,1}', '\\', '(?:a{99}){99}'])(
    '%s is refused',
    (pattern) => {
      expect(patternProblem(pattern)).not.toBe(null)
    },
  )
})
