const name = '[A-Za-z_:][A-Za-z0-9_:]*'
const label = '[A-Za-z_][A-Za-z0-9_]*="(?:[^"\\\\\\n]|\\\\.)*"'
const sample = new RegExp(
  `^${name}(?:\\{(?:${label}(?:\\s*,\\s*${label})*)?\\s*,?\\s*\\})?\\s+(?:[+-]?(?:\\d[\\d.]*(?:[eE][+-]?\\d+)?|\\.\\d+|Inf)|NaN)(?:\\s+-?\\d+(?:\\.\\d+)?)?\\s*(?:# .*)?$`,
)

/** How many samples a page in the Prometheus text format (or OpenMetrics) holds; null when it is none. */
export function countSamples(text: string): number | null {
  let samples = 0
  for (const line of text.split('\n')) {
    const trimmed = line.trim()
    if (trimmed === '' || trimmed.startsWith('#')) continue
    // Longer lines are no metric that anybody reads, and would only take time.
    if (trimmed.length > 4_096 || !sample.test(trimmed)) return null
    samples += 1
  }
  return samples
}
