import type { Environment } from '../domain/environment/schema.ts'
import { asFailure } from '../domain/failure.ts'
import { guide } from '../domain/guide.ts'
import type { Runbook, Step } from '../domain/runbook/schema.ts'
import { formatDuration } from '../domain/units.ts'
import { systemClock } from '../host/clock.ts'
import { readEventsSince } from '../operations/ledger/read-events.ts'
import type { Journal } from '../operations/runbook/journal.ts'
import { provenBy, type RunbookProof } from '../operations/runbook/proven.ts'
import { describeStep } from '../operations/runbook/steps.ts'
import type { Ports } from '../ports/ports.ts'
import type { Host } from './host.ts'
import { loadEnvironment } from './load-environment.ts'
import { openPorts } from './open-ports.ts'
import { findRunbook, readRunbook, runbookFiles } from './runbook-files.ts'
import type { Answer } from './verb.ts'
import type {
  RunbookAbandonInput,
  RunbookLintInput,
  RunbookListInput,
  RunbookShowInput,
} from './verbs/runbook.ts'

/** How far back drills are looked for. */
const longestMemory = 400 * 86_400_000

export async function runRunbookList(input: RunbookListInput, host: Host): Promise<Answer> {
  const { runbooks, problems } = await readAll(input.folder)
  const now = systemClock.now()
  const environment =
    input.environment === undefined
      ? null
      : await loadEnvironment({ environment: input.environment, config: input.config })
  await using ports = environment === null ? null : await openPorts(environment, { host, role: 'read' })
  const proofs = await proofsOf(runbooks, environment, ports, now)
  const open = await openOf(environment, ports, runbooks, input, now)
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
  if (rows.length === 0) {
    text.push(
      problems.length === 0
        ? `There is no runbook in ${input.folder}: ${guide('runbooks')} says how to write one.`
        : `No runbook in ${input.folder} is sound.`,
    )
  } else if (proofs === null) text.push('Give an environment to see which of them its drills prove.')
  if (open.length > 0) {
    text.push(
      '',
      'Runs that have not ended:',
      ...open.flatMap(({ run, stand, goOn, abandon }) => [
        `  ${run}  ${stand}`,
        ...(goOn === null
          ? ['    Its runbook is not among these.']
          : ['    To go on with it:', `      ${goOn}`]),
        '    To end it, if nobody will go on with it:',
        `      ${abandon}`,
      ]),
    )
  }
  return {
    text: [...text, ...problems].join('\n'),
    json: { runbooks: rows, problems, ...(environment === null ? {} : { open }) },
    ...(problems.length === 0 ? {} : { failure: 'config' as const }),
  }
}

async function proofsOf(
  runbooks: readonly Runbook[],
  environment: Environment | null,
  ports: Ports | null,
  now: number,
): Promise<Map<string, RunbookProof> | null> {
  if (environment === null || ports === null) return null
  const drills = await readEventsSince(environment, now - longestMemory, ['drill'], ports)
  return new Map(runbooks.map((runbook) => [runbook.incident, provenBy(runbook, drills, environment, now)]))
}

/** Lines and figures of the runs that have not ended. */
async function openOf(
  environment: Environment | null,
  ports: Ports | null,
  runbooks: readonly Runbook[],
  { config }: RunbookListInput,
  now: number,
) {
  if (environment === null || ports === null) return []
  const [{ openRuns, standOf }, { commandToAbandon, commandToGoOn }] = await Promise.all([
    import('../operations/runbook/open-journal.ts'),
    import('../operations/runbook/go-on.ts'),
  ])
  const options = new Map(config === undefined ? [] : [['config', config]])
  const nothingSaid = {
    answers: new Map<string, string>(),
    done: new Set<string>(),
    skip: new Set<string>(),
    given: new Map<string, string>(),
    options,
  }
  const goOn = (journal: Journal) => {
    const runbook = runbooks.find(({ incident }) => incident === journal.incident)
    return runbook === undefined ? null : commandToGoOn(environment, runbook, journal, nothingSaid)
  }
  return (await openRuns(environment, ports)).map((journal) => ({
    run: journal.run,
    incident: journal.incident,
    beganAt: new Date(journal.beganAt).toISOString(),
    by: journal.by,
    stand: standOf(journal, now),
    goOn: goOn(journal),
    abandon: commandToAbandon(environment, journal.run, options),
  }))
}

export async function runRunbookAbandon(input: RunbookAbandonInput, host: Host): Promise<Answer> {
  const environment = await loadEnvironment(input)
  const { abandonRun } = await import('../operations/runbook/abandon.ts')
  await using ports = await openPorts(environment, {
    host,
    // It only signs.
    role: 'retention',
    reason: input.reason,
    signingKeyFile: input['signing-key-file'],
    signingRoles: ['restore', 'deploy', 'backup', 'verify'],
  })
  const { incident } = await abandonRun(environment, input.run, ports)
  return {
    text: `The run ${input.run} of ${incident} is abandoned: nobody goes on with it.`,
    json: { run: input.run, incident },
  }
}

export async function runRunbookShow({ folder, incident }: RunbookShowInput): Promise<Answer> {
  const runbook = await findRunbook(folder, incident)
  const json = { ...runbook, steps: plain(runbook.steps), verification: plain(runbook.verification) }
  return { text: shown(runbook), json }
}

export async function runRunbookLint({ folder }: RunbookLintInput): Promise<Answer> {
  const { runbooks, problems } = await readAll(folder)
  const good = `${runbooks.length} of ${runbooks.length + problems.length} runbooks are sound.`
  const more =
    problems.length === 0
      ? []
      : ['Others may show once these are mended: what cannot be understood cannot be checked.']
  return {
    text: [...problems, ...more, good].join('\n'),
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
    typeof drill === 'string'
      ? `The drill ${drill} rehearses it; \`lifeboat runbook list --environment NAME\` says whether it has proven it.`
      : `No drill rehearses it: ${drill.none}`,
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
