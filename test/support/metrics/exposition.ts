export interface Series {
  name: string
  labels: Record<string, string>
  value: number
}

/**
 * Reads the text format 0.0.4, strictly, by
 * https://prometheus.io/docs/instrumenting/exposition_formats/#text-format-details and nothing of ours. Throws at whatever
 * the page does not allow: also a family whose lines do not stand together, and a series that comes twice.
 */
export function parseExposition(text: string): Series[] {
  if (text !== '' && !text.endsWith('\n')) throw new Error('the last line does not end')
  const families = new Map<string, { help: boolean; type: boolean; isClosed: boolean }>()
  const seen = new Set<string>()
  const series: Series[] = []
  let current = ''
  const enter = (name: string) => {
    if (name !== current) {
      const before = families.get(current)
      if (before !== undefined) before.isClosed = true
      current = name
    }
    const family = families.get(name) ?? { help: false, type: false, isClosed: false }
    if (family.isClosed) throw new Error(`the lines of ${name} do not stand together`)
    families.set(name, family)
    return family
  }
  for (const line of text.split('\n').slice(0, -1)) {
    if (line === '') continue
    const comment = /^# (HELP|TYPE) ([a-zA-Z_:][a-zA-Z0-9_:]*) (.*)$/.exec(line)
    if (comment !== null) {
      const [, word, name = '', rest = ''] = comment
      const family = enter(name)
      const key = word === 'HELP' ? 'help' : 'type'
      if (family[key] || series.some((one) => one.name === name))
        throw new Error(`${word} of ${name} is late`)
      if (key === 'type' && !/^(counter|gauge|histogram|summary|untyped)$/.test(rest))
        throw new Error(`${name} has the type ${rest}`)
      if (key === 'help' && /\\(?![\\n])/.test(rest.replaceAll('\\\\', '')))
        throw new Error('a stray backslash')
      family[key] = true
      continue
    }
    const sample = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})? (\S+)$/.exec(line)
    if (sample === null) throw new Error(`no line of the format: ${line}`)
    const [, name = '', inside, value = ''] = sample
    const family = enter(name)
    if (!family.help || !family.type) throw new Error(`${name} has neither HELP nor TYPE`)
    const one = { name, labels: labelsOf(inside ?? ''), value: numberOf(value) }
    const identity = JSON.stringify([name, Object.entries(one.labels).sort(([a], [b]) => (a < b ? -1 : 1))])
    if (seen.has(identity)) throw new Error(`a series comes twice: ${identity}`)
    seen.add(identity)
    series.push(one)
  }
  return series
}

function labelsOf(text: string): Record<string, string> {
  const labels: Record<string, string> = {}
  let rest = text
  while (rest !== '') {
    const match = /^([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\\n]|\\["\\n])*)"(,|$)/.exec(rest)
    if (match === null) throw new Error(`no labels: ${rest}`)
    const [whole, name = '', value = ''] = match
    if (name in labels || name.startsWith('__')) throw new Error(`the label ${name}`)
    labels[name] = value.replaceAll(/\\(.)/g, (_, sign: string) => (sign === 'n' ? '\n' : sign))
    rest = rest.slice(whole.length)
  }
  return labels
}

/** As Go's ParseFloat takes it. */
function numberOf(text: string): number {
  if (text === '+Inf') return Infinity
  if (text === '-Inf') return -Infinity
  if (text === 'NaN') return NaN
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text)) throw new Error(`no number: ${text}`)
  return Number(text)
}
