import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { editDistance, nearest } from '../../../src/domain/environment/nearest.ts'
import { isSoundRecipient } from '../../../src/domain/environment/age-recipient.ts'
import { Template, templateProblem } from '../../../src/domain/environment/template.ts'

const variable = fc
  .stringMatching(/^[A-Z][A-Z0-9_]{0,10}$/)
  .filter((name) => templateProblem(`\${${name}}`) === null)
const literal = fc.string().filter((text) => !text.includes('$'))

describe('a template', () => {
  test('is filled in from the variables it names, and what they hold is not filled in again', () => {
    const value = fc.string({ minLength: 1 })
    fc.assert(
      fc.property(literal, variable, value, literal, (before, name, content, after) => {
        const template = new Template(`${before}\${${name}}${after}`, 'x')
        expect(template.names).toEqual([name])
        expect(template.resolve({ [name]: content })).toBe(before + content + after)
      }),
      { examples: [['', 'A', '${B} $& $1 $$', '']] },
    )
  })

  test('without variables is its own text, with $${ for a literal ${', () => {
    expect(new Template('a $${NAME} b $ c', 'x').resolve({})).toBe('a ${NAME} b $ c')
    expect(new Template('a $${NAME} b', 'x').names).toEqual([])
  })

  test('names the variable that is not set, or is empty, and where it stands', () => {
    const template = new Template('${A}${B}', 'file.yml:3 heartbeat')
    expect(() => template.resolve({ A: 'x' })).toThrow('file.yml:3 heartbeat: the variable B is not set')
    expect(() => template.resolve({ A: '', B: 'x' })).toThrow('the variable A is empty')
  })

  test.each([
    '${',
    '${}',
    '${A',
    '${a b}',
    '${1}',
    '${A:-x}',
    '${github_token}',
    '${RUNNER_TEMP}',
    '${INPUT_X}',
  ])('is not %s', (text) => {
    expect(templateProblem(text)).not.toBeNull()
  })
})

describe('the nearest known word', () => {
  const known = ['backup-every', 'verify-every', 'rpo', 'rto', 'secret-access-key', 'jobs']

  test.each([
    ['backup_every', 'backup-every'],
    ['backupEvery', 'backup-every'],
    ['backup-evry', 'backup-every'],
    ['rop', 'rpo'],
    ['secretAccesKey', 'secret-access-key'],
    ['Jobs', 'jobs'],
  ])('to %s is %s', (word, meant) => {
    expect(nearest(word, known)).toBe(meant)
  })

  test.each(['colour', 'x', '', 'restore', 'a'.repeat(100_000)])('does not exist for %j', (word) => {
    expect(nearest(word, known)).toBeNull()
  })

  test('is measured by a distance: nought for itself, the same in both directions', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (one, other) => {
        expect(editDistance(one, one)).toBe(0)
        expect(editDistance(one, other)).toBe(editDistance(other, one))
        expect(editDistance(one, other)).toBeLessThanOrEqual(Math.max(one.length, other.length))
      }),
    )
  })
})

describe('an age recipient', () => {
  const recipient = 'age1lggyhqrw2nlhcxprm67z43rta597azn8gknawjehu9d9dl0jq3yqqvfafg'

  test('is sound as it is', () => {
    expect(isSoundRecipient(recipient)).toBe(true)
  })

  test('with one character changed, left out, or swapped with its neighbour is not', () => {
    const at = fc.integer({ min: 4, max: recipient.length - 2 })
    fc.assert(
      fc.property(at, fc.constantFrom(...'qpzry9x8gf2tvdw0s3jn54khce6mua7l'.split('')), (index, letter) => {
        const changed = recipient.slice(0, index) + letter + recipient.slice(index + 1)
        expect(isSoundRecipient(changed)).toBe(changed === recipient)
        const swapped =
          recipient.slice(0, index) + recipient[index + 1] + recipient[index] + recipient.slice(index + 2)
        expect(isSoundRecipient(swapped)).toBe(swapped === recipient)
        expect(isSoundRecipient(recipient.slice(0, index) + recipient.slice(index + 1))).toBe(false)
      }),
    )
  })
})
