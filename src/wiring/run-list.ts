import { copiesRuleText } from '../domain/copies-rule.ts'
import { formatBytes, formatDuration } from '../domain/units.ts'
import { type BackupList, type BackupRow, list } from '../operations/list/list.ts'
import type { Host } from './host.ts'
import type { ListInput } from './inputs.ts'
import { loadEnvironment } from './load-environment.ts'
import { openPorts } from './open-ports.ts'
import type { Answer } from './verb.ts'

export async function runList(input: ListInput, host: Host): Promise<Answer> {
  const environment = await loadEnvironment(input)
  await using ports = await openPorts(environment, { host, role: 'read' })
  const found = await list(environment, ports)
  const worst = found.backups.find(({ trouble }) => trouble !== null)?.trouble?.kind
  return {
    text: table(found),
    json: found,
    ...(worst === undefined ? {} : { failure: worst }),
  }
}

function table({ environment, backups, unreachable }: BackupList): string {
  const notes = unreachable.map((store) => `Store ${store} could not be asked; it may have others.`)
  if (backups.length === 0) return [`There is no backup of ${environment}.`, ...notes].join('\n')
  const rows = [['backup', 'age', 'size', 'stores', 'copies', 'proof'], ...backups.map(cells)]
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
  return [...lines, ...notes].join('\n')
}

function cells(row: BackupRow): string[] {
  const proof = row.proof === null ? 'never tried' : `${row.proof.verdict} ${row.proof.at.slice(0, 16)}Z`
  return [
    row.id,
    formatDuration(row.age),
    row.size === null ? '?' : formatBytes(row.size),
    row.stores.join(' '),
    copiesRuleText(row.copies),
    row.trouble === null ? proof : `${row.trouble.kind}: ${row.trouble.message}`,
  ]
}
