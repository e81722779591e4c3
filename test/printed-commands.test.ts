import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const source = fileURLToPath(new URL('../src', import.meta.url))
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.ts'),
)

/** An option with its value: a word, one that is filled in, or a text in quotation marks. */
const option = String.raw`--[a-z-]+(?: (?!--)(?:\$\{[^}]+\}|"…"|[\w…-]+(?:\.\w+)?))?`
const stuck = new RegExp(String.raw`lifeboat [a-z-]+(?: [a-z-]+)?(?: ${option})+[.,;](?=[ '"\`$])`, 'g')

/** Commands whose last word cannot be told from the sentence that goes on behind it. */
function stuckIn(text: string): string[] {
  const said = text.split('\n').filter((line) => !/^\s*(?:\*|\/\/|\/\*)/.test(line))
  return said.flatMap((line) => line.match(stuck) ?? [])
}

describe('a command that is printed', () => {
  test('ends where its last word ends: at the end of the line, or at the mark that it is set in', () => {
    const found = files.flatMap((name) =>
      stuckIn(readFileSync(join(source, name), 'utf8')).map((command) => `${name}: ${command}`),
    )
    expect(found).toEqual([])
  })

  test('is read by this test in every form that the code uses', () => {
    expect(stuckIn('hint: `Make one: lifeboat backup --environment ${name}.${silent}`')).toHaveLength(1)
    expect(stuckIn('`lifeboat lease break --environment NAME --reason "…".`')).toHaveLength(1)
    expect(stuckIn("'Look with lifeboat list --environment x, and go on'")).toHaveLength(1)
    expect(stuckIn("'use lifeboat backup --every.'")).toHaveLength(1)
    expect(stuckIn('`Make one: \\`lifeboat backup --environment ${name}\\`.`')).toEqual([])
    expect(stuckIn("'lifeboat verify --identity-file verify-identity.txt'")).toEqual([])
  })
})
