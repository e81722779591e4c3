import { type Failure, failureKinds } from '../domain/failure.ts'
import { reportFailure } from '../domain/report.ts'
import type { Host } from '../wiring/host.ts'
import type { Answer, Outcome } from '../wiring/verb.ts'
import type { Given } from './program.ts'
import { wantsColor } from './terminal-host.ts'

/** Shows how a verb ended, and gives the exit code. */
export async function printResult(
  result: Outcome | Answer,
  given: Given,
  { variables }: Host,
): Promise<number> {
  if (!('report' in result)) {
    const isDocument = result.isDocument === true
    if (isDocument && !given.json) process.stdout.write(`${result.text.trimEnd()}\n`)
    // Beside JSON nobody asked for the document.
    else if (!isDocument) process.stderr.write(`${result.text.trimEnd()}\n`)
    if (given.json) printJson(`${JSON.stringify(result.json, null, 2)}\n`, given)
    return result.failure === undefined ? 0 : failureKinds[result.failure].exit
  }
  const { report } = result
  const { renderText } = await import('../reports/text.ts')
  process.stderr.write(
    renderText(report, {
      hideNames: false,
      color: wantsColor(variables, process.stderr.isTTY),
      ...(process.stderr.isTTY ? { width: process.stderr.columns } : {}),
    }),
  )
  if (given.json) {
    const { renderJson } = await import('../reports/json.ts')
    printJson(renderJson(report), given)
  }
  if (report.failure !== null) return failureKinds[report.failure.kind].exit
  const strict = given.inputs['fail-on'] === 'degraded'
  return report.verdict === 'failed' || (report.verdict === 'degraded' && strict)
    ? failureKinds.objective.exit
    : 0
}

/** Shows why a verb did not come to a result. */
export function printFailure(failure: Failure, given: Given, { log }: Host): void {
  log.error(failure.message, failure.subjects)
  if (failure.hint !== undefined) log.info(failure.hint)
  if (failure.kind === 'bug')
    log.info(String(failure.cause instanceof Error ? failure.cause.stack : failure.stack))
  if (!given.json) return
  const reported = { verdict: 'failed', failure: reportFailure(failure) }
  printJson(`${JSON.stringify(reported, null, 2)}\n`, given)
}

/** Of several runs each gets a line, so that a program can read them as they come. */
function printJson(text: string, { inputs }: Given): void {
  // Within strings JSON escapes every line break: those that are left only lay it out.
  process.stdout.write(inputs['every'] === undefined ? text : `${text.replaceAll(/\n */g, '')}\n`)
}
