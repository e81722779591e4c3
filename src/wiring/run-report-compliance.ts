import type { Compliance } from '../domain/compliance.ts'
import { Failure, type FailureKind } from '../domain/failure.ts'
import { counted } from '../domain/units.ts'
import { systemClock } from '../host/clock.ts'
import type { Host } from './host.ts'
import { loadEnvironment } from './load-environment.ts'
import type { Answer } from './verb.ts'
import type { ReportComplianceInput } from './verbs/report-compliance.ts'
import { writeWhole } from './write-whole.ts'

const defaultPeriod = 30 * 86_400_000

export async function runReportCompliance(input: ReportComplianceInput, host: Host): Promise<Answer> {
  const to = input.to ?? systemClock.now()
  const from = input.from ?? to - defaultPeriod
  if (from >= to) throw new Failure('config', 'the period ends before it begins; compare --from and --to')
  const environment = await loadEnvironment(input)
  const [{ openPorts }, { compliance }, { compliancePage }] = await Promise.all([
    import('./open-ports.ts'),
    import('../operations/compliance/compliance.ts'),
    import('../reports/compliance.ts'),
  ])
  await using ports = await openPorts(environment, { host, role: 'read' })
  const found = await compliance(environment, { from, to }, ports)
  const page = compliancePage(found)
  const isHtml = (input.format ?? (/\.html?$/i.test(input.file ?? '') ? 'html' : 'markdown')) === 'html'
  const text = isHtml
    ? (await import('../reports/page-html.ts')).pageHtml(page)
    : (await import('../reports/page-markdown.ts')).pageMarkdown(page)
  const failure = failureOf(found)
  if (input.file !== undefined) await writeWhole(input.file, text)
  return {
    text:
      input.file === undefined
        ? text
        : `wrote ${input.file}: ${counted(found.backups.length, 'backup')}, ${counted(found.proofs.length, 'proof')}, ledger ${found.ledger.verdict}${found.lost.length === 0 ? '' : `; ${counted(found.lost.length, 'backup')} lost`}`,
    isDocument: input.file === undefined,
    json: found,
    ...(failure === undefined ? {} : { failure }),
  }
}

function failureOf({ ledger, lost, silent }: Compliance): FailureKind | undefined {
  if (ledger.verdict === 'failed') return ledger.failure ?? 'integrity'
  if (lost.length === 0) return undefined
  // The store that does not answer may have them.
  return silent.length === 0 ? 'integrity' : 'unavailable'
}
