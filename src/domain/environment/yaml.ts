import type { Node, YAMLError } from 'yaml'
import { type KeyPath, type Problem, problemsFailure } from './problem.ts'

/** Such a file is written by hand; what is larger than this is something else. */
const largestFile = 262_144 // characters

export interface YamlFile {
  value: unknown
  /** Problems that do not prevent reading on, such as a key that stands twice. */
  problems: (Problem & { line: number; column: number })[]
  /** The place of a key or value, or of the nearest thing above it that the file has. */
  place(path: KeyPath, about: Problem['about']): { line: number; column: number }
}

/** Reads YAML 1.2. @throws Failure `config` with every place that is no YAML, or uses what is not accepted here */
export async function readYaml(text: string, fileName: string): Promise<YamlFile> {
  if (text.length > largestFile) {
    throw problemsFailure(fileName, [
      { line: 1, column: 1, key: '', message: `is larger than ${largestFile} characters` },
    ])
  }
  const { LineCounter, isMap, isNode, isScalar, isSeq, parseDocument, visit } = await import('yaml')
  const lines = new LineCounter()
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(1, line), column: Math.max(1, col) }
  }
  const document = parseDocument(text, {
    version: '1.2',
    merge: false,
    stringKeys: true,
    uniqueKeys: true,
    prettyErrors: false,
    logLevel: 'error',
    lineCounter: lines,
  })

  const described = (error: YAMLError) => ({
    ...at(error.pos[0]),
    path: [],
    about: 'value' as const,
    message: wordsFor(error.code),
  })
  const syntax = document.errors.filter((error) => error.code !== 'DUPLICATE_KEY').map(described)
  // What follows the first syntax error is often only its echo, so each line is reported once.
  const perLine = syntax.filter(
    (problem, index) => syntax.findIndex(({ line }) => line === problem.line) === index,
  )
  const refusals: { line: number; column: number; message: string }[] = []
  if (syntax.length === 0) {
    const refuse = (node: Node, message: string) => {
      refusals.push({ ...at(node.range?.[0] ?? 0), message })
    }
    visit(document, {
      Alias: (_key, node) => refuse(node, wordsFor('BAD_ALIAS')),
      Value: (_key, node) => {
        if (node.anchor !== undefined) refuse(node, wordsFor('BAD_ALIAS'))
        else if (node.tag !== undefined) refuse(node, wordsFor('TAG_RESOLVE_FAILED'))
      },
    })
  }
  if (perLine.length > 0 || refusals.length > 0) {
    throw problemsFailure(
      fileName,
      [...perLine, ...refusals].map((problem) => ({ ...problem, key: '' })),
    )
  }

  return {
    value: document.toJS(),
    problems: document.errors.filter((error) => error.code === 'DUPLICATE_KEY').map(described),
    place(path, about) {
      let node: unknown = document.contents
      let offset = isNode(node) ? (node.range?.[0] ?? 0) : 0
      for (const [index, part] of path.entries()) {
        const last = index === path.length - 1
        if (isMap(node)) {
          const pair = node.items.find((item) => isScalar(item.key) && item.key.value === part)
          if (pair === undefined) break
          const target = last && about === 'key' ? pair.key : (pair.value ?? pair.key)
          offset = isNode(target) ? (target.range?.[0] ?? offset) : offset
          node = pair.value
        } else if (isSeq(node) && typeof part === 'number') {
          node = node.items[part]
          offset = isNode(node) ? (node.range?.[0] ?? offset) : offset
        } else break
      }
      return at(offset)
    },
  }
}

/**
 * Our own words per code: the library's messages can quote the file, and so a password in it. Anchors and aliases
 * would give one value two places, and can be a bomb; tags would give values other types.
 */
function wordsFor(code: YAMLError['code']): string {
  const words: Partial<Record<YAMLError['code'], string>> = {
    DUPLICATE_KEY: 'this key stands twice in the same mapping; keep one of them',
    TAB_AS_INDENT: 'a tab indents this line; YAML takes only spaces',
    BAD_INDENT: 'this line is indented unlike its neighbours',
    MULTIPLE_DOCS: 'a second document begins here (---); one file holds one document',
    MISSING_CHAR: 'a closing quote or bracket, a comma or a colon is missing at or before this place',
    BAD_SCALAR_START: 'this value begins with a character that needs quotes around the value',
    BAD_DQ_ESCAPE: 'a backslash between "double quotes" begins no known escape; use \'single quotes\'',
    BLOCK_IN_FLOW: 'a line or dash that does not belong between { } or [ ]',
    BLOCK_AS_IMPLICIT_KEY: 'two "key: value" stand on one line; put quotes around a value that holds ": "',
    MULTILINE_IMPLICIT_KEY: 'this line is no "key: value"',
    NON_STRING_KEY: 'a key must be plain text; between { } write "${NAME}" in quotes',
    BAD_ALIAS:
      'anchors and aliases (& and *) are not accepted; write the value out in each place, or quote it if it begins with & or *',
    TAG_RESOLVE_FAILED: 'tags (!) are not accepted; quote the value if it begins with !',
    RESOURCE_EXHAUSTION: 'is nested too deeply',
  }
  return words[code] ?? 'this is not YAML; a quote, bracket or indentation is wrong at or before this place'
}
