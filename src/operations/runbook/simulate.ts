import type { Environment } from '../../domain/environment/schema.ts'
import { judgeObjective } from '../../domain/objectives.ts'
import type { Report } from '../../domain/report.ts'
import type { Runbook, Step } from '../../domain/runbook/schema.ts'
import { formatDuration, type Milliseconds } from '../../domain/units.ts'
import type { Ports } from '../../ports/ports.ts'
import { RunReport } from '../run-report.ts'
import { describeStep } from './steps.ts'

/**
 * Walks a runbook without doing anything: what each step would do, on the way that the answers lead, and whether the times
 * that are expected fit into the RTO. Decisions without an answer take the first one. Writes nothing, tells nobody.
 */
export function simulateRunbook(
  environment: Environment,
  runbook: Runbook,
  answers: ReadonlyMap<string, string>,
  ports: Ports,
): Report {
  const run = new RunReport<'runbook'>('runbook', environment.environment, ports)
  run.about = runbook.incident
  run.dryRun = true
  let expected: Milliseconds = 0
  let unknown = 0
  const visit = (step: Step, why: string) => {
    if (step.expect === undefined && step.type !== 'wait') unknown += 1
    expected += step.expect ?? (step.type === 'wait' ? step.for : 0)
    run.check({
      rung: 'runbook',
      name: `${step.id}: ${step.title}`,
      status: 'skipped',
      detail: `would ${why}${describeStep(step)}`,
      subjects: [],
      failure: null,
      duration: 0,
    })
  }
  let goal: string | null = null
  for (const step of runbook.steps) {
    if (goal !== null && goal !== step.id) continue
    goal = null
    if (step.type !== 'decision') {
      visit(step, '')
      continue
    }
    const [first = ''] = step.answers.keys()
    const answer = answers.get(step.id) ?? first
    visit(step, `go on as answered ${answer}${answers.has(step.id) ? '' : ' (the first answer)'}: `)
    const next = step.answers.get(answer) ?? 'next'
    if (next === 'end') break
    if (next !== 'next') goal = next
  }
  for (const step of runbook.verification) visit(step, '')
  const basis = `the times that its steps expect${unknown === 0 ? '' : `; ${unknown} of them name none`}; nothing was measured`
  const judged = judgeObjective('RTO', runbook.rto, expected, basis)
  // What is expected meets no objective; it can only be known to miss it.
  run.objectives.push(judged.met === false ? judged : { ...judged, met: null })
  const channels = (environment.notifications?.channels ?? []).map(({ name }) => name)
  let isUnheard = false
  for (const { after, who, channel } of runbook.escalation) {
    const isKnown = channels.includes(channel)
    isUnheard ||= !isKnown
    run.fact(
      `after ${formatDuration(after)}`,
      isKnown
        ? `${who} would be told by ${channel}`
        : `${who} would not be told: there is no channel ${channel}`,
    )
  }
  if (isUnheard) {
    run.notice('warning', 'a level of the escalation names a channel that the environment file has not')
    run.next.push(
      'Add the channel under notifications: of the environment file, or name another in the runbook.',
    )
  }
  run.notice('notice', 'this was a simulation: nothing was done, written or told')
  return run.finish(judged.met === false || isUnheard ? 'degraded' : 'passed', null)
}
