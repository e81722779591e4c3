import { asFailure } from '../domain/failure.ts'
import type { Runbook, Step } from '../domain/runbook/schema.ts'
import { formatDuration } from '../domain/units.ts'
import { systemClock } from '../host/clock.ts'
import { readEventsSince } from '../operations/ledger/read-events.ts'
import { provenBy, type RunbookProof } from '../operations/runbook/proven.ts'
import { describeStep } from '../operations/runbook/steps.ts'
import type { Host } from './host.ts'
import { loadEnvironment } from './load-environment.ts'
import { openPorts } from './open-ports.ts'
import { findRunbook, readRunbook, runbookFiles } from './runbook-files.ts'
import type { Answer } from './verb.ts'
import type { RunbookLintInput, RunbookListInput, RunbookShowInput } from './verbs/runbook.ts'

/** How far back drills are looked for. */
const longestMemory = 400 * 86_400_000

export async function runRunbookList(input: RunbookListInput, host: Host): Promise<Answer> {
  const { runbooks, problems } = await readAll(input.folder)
  const proofs = await proofsOf(runbooks, input, host)
  const rows = runbooks.map((runbook) => ({
    incident: runbook.incident,
    title: runbook.title,
    severity: runbook.severity,
    rto: runbook.rto,
    drill: typeof runbook.drill === 'string' ? runbook.drill : null,
    proof: proofs?.get(runbook.incident) ?? null,
    file: runbook.file,
  }))
  const text = rows.flatMap(({ incident, severity, rto, title, proof }) => [
    `${incident}  ${severity.padEnd(8)}  RTO ${formatDuration(rto).padEnd(6)}  ${title}`,
    ...(proof === null ? [] : [`  ${proof.state === 'proven' ? '✓ proven' : '✗ UNPROVEN:'} ${proof.detail}`]),
  ])
  if (rows.length === 0) text.push(`There is no sound runbook in ${input.folder}.`)
  else if (proofs === null) text.push('Give an environment to see which of them its drills prove.')
  return {
    text: [...text, ...problems].join('\n'),
    json: { runbooks: rows, problems },
    ...(problems.length === 0 ? {} : { failure: 'config' as const }),
  }
}

async function proofsOf(
  runbooks: readonly Runbook[],
  { environment: name, config }: RunbookListInput,
  host: Host,
): Promise<Map<string, RunbookProof> | null> {
  if (name === undefined) return null
  const environment = await loadEnvironment({ environment: name, config })
  await using ports = await openPorts(environment, { host, role: 'read' })
  const now = systemClock.now()
  const drills = await readEventsSince(environment, now - longestMemory, ['drill'], ports)
  return new Map(runbooks.map((runbook) => [runbook.incident, provenBy(runbook, drills, environment, now)]))
}

export async function runRunbookShow({ folder, incident }: RunbookShowInput): Promise<Answer> {
  const runbook = await findRunbook(folder, incident)
  const json = { ...runbook, steps: plain(runbook.steps), verification: plain(runbook.verification) }
  return { text: shown(runbook), json }
}

export async function runRunbookLint({ folder }: RunbookLintInput): Promise<Answer> {
  const { runbooks, problems } = await readAll(folder)
  const good = `${runbooks.length} of ${runbooks.length + problems.length} runbooks are sound.`
  return {
    text: [...problems, good].join('\n'),
    json: { sound: runbooks.map(({ file }) => file), problems },
    ...(problems.length === 0 && runbooks.length > 0 ? {} : { failure: 'config' as const }),
  }
}

async function readAll(folder: string): Promise<{ runbooks: Runbook[]; problems: string[] }> {
  const runbooks: Runbook[] = []
  const problems: string[] = []
  for (const file of await runbookFiles(folder)) {
    try {
      const runbook = await readRunbook(file)
      const namesake = runbooks.find(({ incident }) => incident === runbook.incident)
      if (namesake === undefined) runbooks.push(runbook)
      else problems.push(`${file}: ${runbook.incident} is also the incident of ${namesake.file}`)
    } catch (error) {
      problems.push(asFailure(error).message)
    }
  }
  return { runbooks, problems }
}

function shown(runbook: Runbook): string {
  const { incident, title, severity, rto, detection, drill, escalation, communication } = runbook
  return [
    `${incident}  ${title}`,
    `Severity ${severity}, to be over in ${formatDuration(rto)}.`,
    '',
    'How it shows',
    ...detection.map((line) => `  - ${line}`),
    '',
    'What is done',
    ...runbook.steps.map(numbered),
    '',
    'How it is verified',
    ...runbook.verification.map(numbered),
    ...(escalation.length === 0 ? [] : ['', 'Who else is told']),
    ...escalation.map(({ after, who, channel }) => `  after ${formatDuration(after)}: ${who} (${channel})`),
    ...Object.entries(communication).flatMap(([when, text]) =>
      text === undefined ? [] : ['', `What is told, ${when}`, `  ${text}`],
    ),
    '',
    typeof drill === 'string' ? `Proven by the drill ${drill}.` : `No drill rehearses it: ${drill.none}`,
  ].join('\n')
}

function numbered(step: Step, index: number): string {
  const expect = step.expect === undefined ? '' : ` (${formatDuration(step.expect)})`
  return `  ${index + 1}. ${step.title}${expect} [${step.id}]\n     ${describeStep(step)}`
}

/** As plain JSON: what the user named by keys of their own, as an object again. */
function plain(steps: readonly Step[]): unknown {
  return steps.map((step) =>
    Object.fromEntries(
      Object.entries(step).map(([key, value]: [string, unknown]) => [
        key,
        value instanceof Map ? Object.fromEntries(value) : value,
      ]),
    ),
  )
}
