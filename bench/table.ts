import { readFile, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { formatBytes } from '../src/domain/units.ts'
import type { Spread } from './measure.ts'

export interface BenchResult {
  at: string
  machine: { cpu: string; cores: number; memoryBytes: number; system: string }
  versions: { postgres: string; node: string; s3: string | null }
  megabytes: number
  databaseBytes: number
  jobs: number
  rounds: number
  /** Milliseconds and bytes, by what was measured. */
  measured: Record<string, Spread>
  /** Ours to theirs, round by round. */
  ratios: Record<string, Spread>
}

/** The results as Markdown, with what they were measured on. */
export function renderTable(result: BenchResult): string {
  const { measured, ratios } = result
  const seconds = (what: string) =>
    cell(measured[what], (value) =>
      value < 1000 ? `${Math.round(value)} ms` : `${(value / 1000).toFixed(2)} s`,
    )
  const bytes = (what: string) => cell(measured[what], formatBytes)
  const times = (what: string) => cell(ratios[what], (value) => `${value.toFixed(2)} ×`)
  const [node, action] = [measured['start of node'], measured['start of an action']]
  const start = node === undefined || action === undefined ? null : Math.round(action.median - node.median)
  const rows = [
    ['', "PostgreSQL's own tools", 'Lifeboat', 'ratio', 'target'],
    ['---', '---', '---', '---', '---'],
    [
      `backup to a local store, sealed; against \`pg_dump -Fd -j ${result.jobs} -Z zstd:1\``,
      seconds('raw dump'),
      seconds('backup to local'),
      times('backup to local'),
      '≤ 1.10 ×',
    ],
    [
      'backup to an S3 server on the same machine, sealed',
      seconds('raw dump'),
      seconds('backup to s3'),
      times('backup to s3'),
      '≤ 1.10 ×',
    ],
    [
      'stored size',
      bytes('raw size'),
      bytes('backup to local: size'),
      times('backup to local: size'),
      '≤ 1.03 ×',
    ],
    [
      `restore in the laboratory, from choosing a backup to an analysed database; against \`pg_restore -j ${result.jobs}\` into a default server`,
      seconds('raw restore'),
      seconds('restore'),
      times('restore'),
      '≤ 1.05 ×',
    ],
    [
      'whole proof: restore and every comparison',
      seconds('raw restore'),
      seconds('whole proof'),
      times('whole proof'),
      '',
    ],
    [
      `recovery: from the start to a proven database on a default server; against fetching, \`age\` and \`pg_restore -j ${result.jobs}\` by hand, without proof`,
      seconds('recovery by hand'),
      seconds('recovery'),
      times('recovery'),
      '≤ 1.0 ×',
    ],
    [
      'the same with a first store that is out of reach; against one that answers',
      seconds('recovery'),
      seconds('recovery past a dead store'),
      times('recovery past a dead store'),
      'one time-out',
    ],
    [
      'peak memory of the Node process, backup to a local store',
      '',
      bytes('backup to local: memory'),
      '',
      '≤ 200 MiB',
    ],
    ['peak memory of the Node process, backup to S3', '', bytes('backup to s3: memory'), '', '≤ 200 MiB'],
    ['peak memory of the Node process, proof', '', bytes('whole proof: memory'), '', '≤ 200 MiB'],
    ['peak memory of the Node process, recovery', '', bytes('recovery: memory'), '', '≤ 200 MiB'],
    [
      'start of an action that does nothing; against bare Node',
      seconds('start of node'),
      seconds('start of an action'),
      start === null ? '' : `+${start} ms`,
      '≤ +150 ms',
    ],
  ]
  rows.push(
    ['`replicate` of 1,000 backups between two stores that are alike', '', seconds('replicate'), '', '≤ 5 s'],
    ['planning the retention of 100,000 backups', '', seconds('plan of retention'), '', '≤ 1 s'],
    [
      'peak memory of the Node process, planning the retention',
      '',
      bytes('plan of retention: memory'),
      '',
      '≤ 200 MiB',
    ],
  )
  const { machine, versions } = result
  const about =
    `Median (lowest to highest) of ${result.rounds} rounds on ${result.at.slice(0, 10)}, both sides alternating on the same server and data: ` +
    `the sample shop with ${Math.round(result.databaseBytes / 1e6)} MB on disk. ${machine.cpu}, ${machine.cores} cores, ${formatBytes(machine.memoryBytes)} of memory, ` +
    `${machine.system}; PostgreSQL ${versions.postgres}, Node ${versions.node}${versions.s3 === null ? '; no S3 server was at hand' : `, ${versions.s3}`}. ` +
    'Made by `npm run bench`.'
  return `${rows.map((row) => `| ${row.join(' | ')} |`).join('\n')}\n\n${about}`
}

function cell(spread: Spread | undefined, show: (value: number) => string): string {
  if (spread === undefined) return 'not measured'
  return `${show(spread.median)} (${show(spread.min)} to ${show(spread.max)})`
}

const start = '<!-- bench:start -->'
const end = '<!-- bench:end -->'

/** Puts the table between the marks of the pages that quote it; a page without marks is left alone. */
export async function writeIntoPages(table: string): Promise<void> {
  for (const page of ['README.md', 'docs/benchmarks.md']) {
    const path = resolve(import.meta.dirname, '..', page)
    const text = await readFile(path, 'utf8').catch(() => '')
    const [from, to] = [text.indexOf(start), text.indexOf(end)]
    if (from === -1 || to < from) {
      process.stdout.write(`${page} has no marks for the table\n`)
      continue
    }
    await writeFile(path, `${text.slice(0, from + start.length)}\n\n${table}\n\n${text.slice(to)}`)
    process.stdout.write(`${page} has the new table\n`)
  }
}
