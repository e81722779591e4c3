import { randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setOutput } from './commands.ts'
import { failureKinds } from '../domain/failure.ts'
import { forThePublic } from '../domain/redaction.ts'
import type { Report } from '../domain/report.ts'
import type { JobLog } from './log.ts'
import type { Masks } from './masks.ts'
import { writeSummary } from './summary.ts'

/** What the work of an action ends with. */
export interface Outcome {
  readonly report: Report
  /** The action's own outputs; the shared ones follow from the report. */
  readonly outputs: Readonly<Record<string, string>>
}

/** The report's renderings, which another room makes. */
export interface Renderers {
  /** For the job summary. */
  markdown(report: Report, options: { hideNames: boolean }): string
  /** For machines. */
  json(report: Report): string
  /** For the log. */
  text?(report: Report, options: { hideNames: boolean }): string
}

export interface EndingOptions {
  render: Renderers
  /** The mildest verdict that makes the step fail. */
  failOn: 'failed' | 'degraded'
  hideNames: boolean
  temporaryFolder: string
  /** GITHUB_STEP_SUMMARY */
  summaryFile: string | undefined
  log: JobLog
  masks: Masks
}

/**
 * Tells how a run ended, and gives the exit code. The order is a promise: report file and outputs come before anything
 * that says failure, so that a later step has them whatever happens. What cannot be told is a warning, and hides nothing else.
 */
export async function endRun({ report, outputs }: Outcome, options: EndingOptions): Promise<number> {
  const { render, hideNames, log, masks } = options
  const shown = hideNames ? forThePublic(report) : report
  const attempt = async (what: string, work: () => Promise<void> | void) => {
    try {
      await work()
      return true
    } catch (thrown) {
      log.warning(`${what} could not be written (${reasonOf(thrown)})`)
      return false
    }
  }

  const file = join(options.temporaryFolder, `lifeboat-${report.operation}-${randomUUID()}.json`)
  let written = ''
  await attempt('the JSON report', async () => {
    await writeFile(file, masks.apply(render.json(report)), { flag: 'wx', mode: 0o600 })
    written = file
  })
  const isOutput = await attempt('outputs', () => {
    const shared = { verdict: report.verdict, failure: report.failure?.kind ?? '', report: written }
    for (const [name, value] of Object.entries({ ...outputs, ...shared })) setOutput(name, masks.apply(value))
  })
  await attempt('the report', () => {
    if (render.text !== undefined) log.info(render.text(shown, { hideNames }))
  })
  await attempt('the job summary', () =>
    writeSummary(masks.apply(render.markdown(shown, { hideNames })), options.summaryFile),
  )
  conclude(shown, options)
  const code = codeOf(report, options.failOn)
  // Later steps decide by the outputs: without them this one was no success.
  return code === 0 && !isOutput ? failureKinds.bug.exit : code
}

/** The system's own code where there is one: a message could quote anything. */
function reasonOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return 'unknown error'
  return 'code' in thrown ? String(thrown.code) : thrown.name
}

function conclude(report: Report, { failOn, log }: EndingOptions): void {
  const title = `Lifeboat: ${report.operation} of ${report.environment}`
  const { failure, verdict } = report
  if (codeOf(report, failOn) !== 0) {
    const message =
      failure?.message ?? (verdict === 'degraded' ? 'less was done than was asked for' : 'a check failed')
    const hint = failure?.hint ?? null
    log.conclude('error', hint === null ? message : `${message}\n${hint}`, `${title} ${verdict}`)
  } else if (verdict === 'degraded') {
    log.conclude(
      'warning',
      'It worked, but less than was asked for: see the job summary.',
      `${title} degraded`,
    )
  }
}

function codeOf({ verdict, failure }: Report, failOn: EndingOptions['failOn']): number {
  if (failure?.kind === 'cancelled') return failureKinds.cancelled.exit
  const isBad = verdict === 'failed' || (verdict === 'degraded' && failOn === 'degraded')
  return isBad ? failureKinds[failure?.kind ?? 'objective'].exit : 0
}
