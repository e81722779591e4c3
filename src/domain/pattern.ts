/**
 * Patterns that answer in time whatever the text: a subset of regular expressions run by Thompson's simulation, in
 * steps of at most (length of the text × size of the pattern). JavaScript's own would try every way through the text,
 * and a pattern such as (a+)+b takes years on a page that somebody else wrote.
 *
 * Accepted: characters, . [..] [^..] \d \w \s \D \W \S \n \t, ^ and $ (of the whole text), groups ( ) and (?: ),
 * |, and the repetitions * + ? {n} {n,m}, each also lazy. What the first group held is the capture.
 */
export interface Pattern {
  /** The first group of the leftmost place that fits, or all of that place when the pattern has no group; null when none fits. */
  find(text: string): string | null
}

/** Larger patterns are refused, and longer texts cut: together they bound the time that a search can take. */
const largestProgram = 1_000
const longestText = 262_144

type Test = (code: number) => boolean
type Instruction =
  | { type: 'char'; test: Test }
  | { type: 'split'; first: number; second: number }
  | { type: 'jump'; to: number }
  | { type: 'save'; slot: number }
  | { type: 'start' }
  | { type: 'end' }
  | { type: 'match' }

type Node =
  | { type: 'char'; test: Test }
  | { type: 'start' }
  | { type: 'end' }
  | { type: 'sequence'; items: Node[] }
  | { type: 'choice'; options: Node[] }
  | { type: 'group'; inner: Node; first: boolean }
  | { type: 'repeat'; inner: Node; least: number; most: number | null; lazy: boolean }

/** @throws SyntaxError when it is no pattern, or too large */
export function compilePattern(source: string): Pattern {
  const node = parse(source)
  const program: Instruction[] = []
  emit({ type: 'group', inner: node, first: false }, program)
  program.push({ type: 'match' })
  const hasGroup = program.some((each) => each.type === 'save' && each.slot === 2)
  return { find: (text) => search(program, text.slice(0, longestText), hasGroup) }
}

/** Why a text is no pattern; null when it is one. */
export function patternProblem(source: string): string | null {
  try {
    compilePattern(source)
    return null
  } catch (error) {
    return error instanceof SyntaxError ? error.message : 'cannot be read'
  }
}

function parse(source: string): Node {
  let at = 0
  let hasFirst = false
  const wrong = (what: string) => new SyntaxError(`${what} at character ${at + 1} of the pattern`)
  const choice = (depth: number): Node => {
    if (depth > 20) throw wrong('groups are nested too deeply')
    const options = [sequence(depth)]
    while (source[at] === '|') {
      at += 1
      options.push(sequence(depth))
    }
    return options.length === 1 && options[0] !== undefined ? options[0] : { type: 'choice', options }
  }
  const sequence = (depth: number): Node => {
    const items: Node[] = []
    while (at < source.length && source[at] !== '|' && source[at] !== ')') items.push(repeated(atom(depth)))
    return { type: 'sequence', items }
  }
  const atom = (depth: number): Node => {
    const character = source[at] ?? ''
    at += 1
    if (character === '^') return { type: 'start' }
    if (character === '$') return { type: 'end' }
    if (character === '.') return { type: 'char', test: (code) => code !== 10 }
    if (character === '[') return { type: 'char', test: set() }
    if (character === '\\') return { type: 'char', test: escape() }
    if (character === '(') {
      const isPlain = source.startsWith('?:', at)
      if (isPlain) at += 2
      else if (source[at] === '?') throw wrong('only the groups ( ) and (?: ) are accepted')
      const first = !isPlain && !hasFirst
      if (first) hasFirst = true
      const inner = choice(depth + 1)
      if (source[at] !== ')') throw wrong('a group does not end')
      at += 1
      return { type: 'group', inner, first }
    }
    if ('*+?'.includes(character)) throw wrong('nothing stands before the repetition')
    return { type: 'char', test: equals(character.charCodeAt(0)) }
  }
  const repeated = (inner: Node): Node => {
    const match = /^(?:([*+?])|\{(\d{1,3})(?:(,)(\d{1,3})?)?\})(\?)?/.exec(source.slice(at, at + 12))
    if (match === null) return inner
    at += match[0].length
    const [, sign, low, comma, high, lazy] = match
    if (/^(?:[*+]|\{\d)/.test(source.slice(at, at + 2))) throw wrong('two repetitions follow each other')
    const least = sign === undefined ? Number(low) : sign === '+' ? 1 : 0
    const most =
      sign === undefined
        ? high === undefined
          ? comma === undefined
            ? least
            : null
          : Number(high)
        : sign === '?'
          ? 1
          : null
    if (most !== null && most < least) throw wrong('the repetition ends before it begins')
    return { type: 'repeat', inner, least, most, lazy: lazy !== undefined }
  }
  const escape = (): Test => {
    const character = source[at]
    if (character === undefined) throw wrong('the pattern ends in a backslash')
    at += 1
    const known = classes[character]
    if (known !== undefined) return known
    const control = { n: 10, t: 9, r: 13 }[character]
    if (control !== undefined) return equals(control)
    if (/[A-Za-z0-9]/.test(character)) throw wrong(`the escape \\${character} is not accepted`)
    return equals(character.charCodeAt(0))
  }
  const set = (): Test => {
    const isNegated = source[at] === '^'
    if (isNegated) at += 1
    const tests: Test[] = []
    for (let first = true; source[at] !== ']' || first; first = false) {
      if (at >= source.length) throw wrong('a set of characters does not end')
      const from = member()
      const isRange = source[at] === '-' && source[at + 1] !== ']' && source[at + 1] !== undefined
      if (!isRange || from.code === null) {
        tests.push(from.test)
        continue
      }
      at += 1
      const to = member()
      const low = from.code
      const high = to.code
      if (high === null || high < low) throw wrong('a range of characters ends before it begins')
      tests.push((code) => code >= low && code <= high)
    }
    at += 1
    return (code) => tests.some((test) => test(code)) !== isNegated
  }
  const member = (): { test: Test; code: number | null } => {
    const character = source[at] ?? ''
    at += 1
    if (character !== '\\') return { test: equals(character.charCodeAt(0)), code: character.charCodeAt(0) }
    const next = source[at] ?? ''
    const test = escape()
    const code = next in classes ? null : ({ n: 10, t: 9, r: 13 }[next] ?? next.charCodeAt(0))
    return { test, code }
  }
  const whole = choice(0)
  if (at < source.length) throw wrong('a ) stands without its (')
  return whole
}

const equals =
  (wanted: number): Test =>
  (code) =>
    code === wanted
const isDigit: Test = (code) => code >= 48 && code <= 57
const isWord: Test = (code) =>
  isDigit(code) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 95
const isSpace: Test = (code) => code === 32 || (code >= 9 && code <= 13) || code === 160
const not =
  (test: Test): Test =>
  (code) =>
    !test(code)
const classes: Record<string, Test> = {
  d: isDigit,
  D: not(isDigit),
  w: isWord,
  W: not(isWord),
  s: isSpace,
  S: not(isSpace),
}

function emit(node: Node, program: Instruction[]): void {
  if (program.length > largestProgram) throw new SyntaxError('the pattern is too large')
  if (node.type === 'char' || node.type === 'start' || node.type === 'end') {
    program.push(node)
  } else if (node.type === 'sequence') {
    for (const item of node.items) emit(item, program)
  } else if (node.type === 'group') {
    // Slots 0 and 1 hold the place as a whole; the outermost group is written with them.
    const slot = node.first ? 2 : program.length === 0 ? 0 : null
    if (slot !== null) program.push({ type: 'save', slot })
    emit(node.inner, program)
    if (slot !== null) program.push({ type: 'save', slot: slot + 1 })
  } else if (node.type === 'choice') {
    const ends: { type: 'jump'; to: number }[] = []
    for (const [index, option] of node.options.entries()) {
      if (index === node.options.length - 1) {
        emit(option, program)
        break
      }
      const split = { type: 'split' as const, first: program.length + 1, second: 0 }
      program.push(split)
      emit(option, program)
      const end = { type: 'jump' as const, to: 0 }
      program.push(end)
      ends.push(end)
      split.second = program.length
    }
    for (const end of ends) end.to = program.length
  } else emitRepeat(node, program)
}

function emitRepeat(
  { inner, least, most, lazy }: Extract<Node, { type: 'repeat' }>,
  program: Instruction[],
): void {
  const split = (): { type: 'split'; first: number; second: number } => {
    const made = { type: 'split' as const, first: 0, second: 0 }
    program.push(made)
    return made
  }
  const lead = (made: ReturnType<typeof split>, into: number, past: number) => {
    made.first = lazy ? past : into
    made.second = lazy ? into : past
  }
  for (let count = 0; count < least; count += 1) emit(inner, program)
  if (most === null) {
    const start = program.length
    const again = split()
    emit(inner, program)
    program.push({ type: 'jump', to: start })
    lead(again, start + 1, program.length)
    return
  }
  const skips: [ReturnType<typeof split>, number][] = []
  for (let count = least; count < most; count += 1) {
    const skip = split()
    skips.push([skip, program.length])
    emit(inner, program)
  }
  for (const [skip, into] of skips) lead(skip, into, program.length)
}

interface Thread {
  at: number
  saved: readonly number[]
}

/** All ways through the pattern at once, in the order of preference; each instruction is entered once per character. */
function search(program: readonly Instruction[], text: string, hasGroup: boolean): string | null {
  let current: Thread[] = []
  let best: readonly number[] | null = null
  for (let position = 0; position <= text.length; position += 1) {
    const seen = new Set<number>()
    const entered: Thread[] = []
    for (const thread of current) enter(thread, position, seen, entered)
    if (best === null) enter({ at: 0, saved: [] }, position, seen, entered)
    if (entered.length === 0 && best !== null) break
    const next: Thread[] = []
    for (const { at, saved } of entered) {
      const instruction = program[at]
      if (instruction?.type === 'match') {
        best = saved
        break // Those that follow are liked less.
      }
      if (
        instruction?.type === 'char' &&
        position < text.length &&
        instruction.test(text.charCodeAt(position))
      ) {
        next.push({ at: at + 1, saved })
      }
    }
    current = next
  }
  if (best === null) return null
  const [start, end] = hasGroup ? [best[2], best[3]] : [best[0], best[1]]
  return start === undefined || end === undefined ? null : text.slice(start, end)

  function enter(thread: Thread, position: number, seen: Set<number>, entered: Thread[]): void {
    const pending = [thread]
    for (let one = pending.pop(); one !== undefined; one = pending.pop()) {
      const { at, saved } = one
      if (seen.has(at)) continue
      seen.add(at)
      const instruction = program[at]
      if (instruction?.type === 'jump') pending.push({ at: instruction.to, saved })
      else if (instruction?.type === 'split') {
        pending.push({ at: instruction.second, saved }, { at: instruction.first, saved })
      } else if (instruction?.type === 'save') {
        const copy = [...saved]
        copy[instruction.slot] = position
        pending.push({ at: at + 1, saved: copy })
      } else if (instruction?.type === 'start') {
        if (position === 0) pending.push({ at: at + 1, saved })
      } else if (instruction?.type === 'end') {
        if (position === text.length) pending.push({ at: at + 1, saved })
      } else entered.push(one)
    }
  }
}
