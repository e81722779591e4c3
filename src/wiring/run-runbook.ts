import { Failure } from '../domain/failure.ts'
import type { Report } from '../domain/report.ts'
import type { Runbook, StepOf } from '../domain/runbook/schema.ts'
import { systemClock } from '../host/clock.ts'
import type { RunbookInput } from '../operations/runbook/said.ts'
import type { StepPorts } from '../operations/runbook/steps.ts'
import type { Ports } from '../ports/ports.ts'
import type { HealthProbe } from '../ports/target.ts'
import { openTerminal } from './ask-terminal.ts'
import { hideUrl } from './hide-secrets.ts'
import type { Host } from './host.ts'
import { loadEnvironment } from './load-environment.ts'
import { openPorts } from './open-ports.ts'
import { parseInputs } from './parse-inputs.ts'
import { reported } from './reported.ts'
import { checkVerb, findRunbook, stepVerb } from './runbook-files.ts'
import type { Outcome } from './verb.ts'
import type { RunbookRunInput } from './verbs/runbook.ts'

export async function runRunbookVerb(input: RunbookRunInput, given: Host): Promise<Outcome> {
  if (input.simulate) return simulate(input, given)
  const host = keepingSecrets(given)
  const result = await reported('runbook', input, host, async (environment) => {
    const [{ runRunbook }, { tellNow }, runbook] = await Promise.all([
      import('../operations/runbook/run.ts'),
      import('./tell-now.ts'),
      findRunbook(input.folder, input.incident),
    ])
    using terminal = openTerminal(host.signal)
    await using ports = await openPorts(environment, {
      host,
      role: 'restore',
      reason: input.reason,
      identity: input.identity,
      identityFile: input['identity-file'],
      signingKeyFile: input['signing-key-file'],
      // Any of those that may sign its lines will do.
      signingRoles: ['restore', 'deploy', 'backup', 'verify'],
    })
    return await runRunbook(environment, runbook, operationInput(input), {
      ...ports,
      checkVerb,
      steps: stepPorts(input, runbook, ports, terminal.ask, host),
      tell: async (message, channels) => {
        const deliveries = await tellNow(
          environment,
          { ...message, link: null },
          host,
          channels.length === 0 ? undefined : channels,
        )
        if (deliveries.length > 0 && deliveries.every(({ failure }) => failure !== null)) {
          throw new Failure('unavailable', 'no channel took the message')
        }
      },
    })
  })
  return {
    report: result.report,
    outputs: {
      run: 'run' in result ? result.run : '',
      state: 'state' in result ? result.state : 'failed',
      'waiting-for': 'waitingFor' in result ? (result.waitingFor ?? '') : '',
    },
  }
}

function operationInput(input: RunbookRunInput): RunbookInput {
  const { config, confirm, reason, run } = input
  const options = {
    config,
    confirm,
    reason,
    'identity-file': input['identity-file'],
    'signing-key-file': input['signing-key-file'],
    'fail-on': input['fail-on'] === 'failed' ? undefined : input['fail-on'],
  }
  return {
    run: run === undefined || run === 'new' ? null : run,
    isAnother: run === 'new',
    beganAt: input.began ?? null,
    answers: input.answer ?? new Map(),
    done: input.done ?? new Set(),
    skip: input.skip ?? new Set(),
    given: input.give ?? new Map(),
    confirm: confirm ?? null,
    options: new Map(
      Object.entries(options).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    ),
  }
}

/** Opens no store: a simulation is possible where nothing can be reached. */
async function simulate(input: RunbookRunInput, host: Host): Promise<Outcome> {
  const environment = await loadEnvironment(input)
  const runbook = await findRunbook(input.folder, input.incident)
  const { simulateRunbook } = await import('../operations/runbook/simulate.ts')
  await using ports = await openPorts(environment, { host, role: 'read', reason: input.reason, stores: [] })
  const { variables } = host
  const isSet = (name: string) => (variables[name] ?? '') !== ''
  const report = simulateRunbook(environment, runbook, operationInput(input), { ...ports, checkVerb, isSet })
  return { report, outputs: { run: '', state: 'simulated', 'waiting-for': '' } }
}

/** Secrets are taken out of the process once; the verbs that the run calls each ask for them anew. */
function keepingSecrets(host: Host): Host {
  const taken = new Map<string, string | undefined>()
  return {
    ...host,
    takeVariable: (name) => {
      if (!taken.has(name)) taken.set(name, host.takeVariable(name))
      return taken.get(name)
    },
  }
}

function stepPorts(
  input: RunbookRunInput,
  runbook: Runbook,
  { processes, signal }: Ports,
  ask: ReturnType<typeof openTerminal>['ask'],
  host: Host,
): StepPorts {
  const { variables } = host
  return {
    operate: (step, given) => operate(step, given, input, host),
    command: async (what, words, step) => {
      const [{ ProgramFailure, runProgram }, { Interrupted }] = await Promise.all([
        import('../targets/programs.ts'),
        import('../operations/runbook/steps.ts'),
      ])
      const names = step.type === 'command' ? step.variables : []
      const ran = runProgram(what, words, {
        context: { variables, processes },
        names,
        extra: { LIFEBOAT_ENVIRONMENT: input.environment, LIFEBOAT_INCIDENT: runbook.incident },
        shownNames: ['LIFEBOAT_ENVIRONMENT', 'LIFEBOAT_INCIDENT'],
        timeout: step.timeout,
        signal,
      })
      await ran.catch((error: unknown) => {
        if (!(error instanceof Failure)) throw error
        const failure = withSurroundings(error, names, variables)
        throw error instanceof ProgramFailure && error.isCutShort ? new Interrupted(failure, error) : failure
      })
    },
    probe: (step) => probeOf(step, host),
    failOver: async (step, { fence, vouched }, aborted) => {
      const { failOver } = await import('../sources/postgres/failover.ts')
      const [primary, replica] = [step.primary.resolve(variables), step.replica.resolve(variables)]
      for (const url of [primary, replica]) hideUrl(url, host)
      const { maxLoss, timeout } = step
      const request = { primary, replica, fence, vouched, maxLoss, timeout }
      return failOver(request, { clock: systemClock }, aborted)
    },
    ask: async (question, answers) => {
      if (ask === null) return null
      const text = answers === null ? question : `${question} (${answers.join(', ')})`
      for (let problem: string | null = null; ;) {
        const answer = await ask({ name: 'runbook', text, otherwise: null, problem })
        if (answer === null) return null
        if (answers === null || answers.includes(answer.trim())) return answer.trim()
        problem = `accepted: ${answers.join(', ')}`
      }
    },
  }
}

/** The program's own words are not repeated: whoever runs it by hand must know what it was given. */
function withSurroundings(error: Failure, names: readonly string[], variables: Host['variables']): Failure {
  if (error.hint === undefined || names.length === 0) return error
  const said = names.map((name) => `${name} ${(variables[name] ?? '') === '' ? 'is not set' : 'is set'}`)
  const { kind, message, hint, subjects } = error
  return new Failure(kind, message, {
    hint: `Of the variables that the step names, ${said.join(', ')}. ${hint}`,
    subjects,
    cause: error,
  })
}

function probeOf(step: StepOf<'http'>, { variables }: Host): HealthProbe {
  const { attempts, interval, timeout, status } = step
  return {
    what: step.url.text,
    wait: async (clock, signal) => {
      const { createHealthProbe } = await import('../targets/health.ts')
      const url = step.url.resolve(variables)
      return createHealthProbe({ url, attempts, interval, timeout, status }).wait(clock, signal)
    },
  }
}

async function operate(
  step: StepOf<'operation'>,
  given: ReadonlyMap<string, string>,
  input: RunbookRunInput,
  host: Host,
): Promise<Report | null> {
  const verb = stepVerb(step.verb)
  if (verb === null) throw new Failure('config', `${step.verb} is no verb for a step`)
  const ownKey = host.takeVariable(`LIFEBOAT_${roles[step.verb] ?? 'BACKUP'}_SIGNING_KEY`) ?? ''
  const fromRun: Record<string, string | undefined> = {
    environment: input.environment,
    config: input.config,
    reason: input.reason,
    confirm: input.confirm,
    identity: input.identity,
    'identity-file': input['identity-file'],
    'signing-key-file': ownKey === '' ? input['signing-key-file'] : undefined,
    'github-token': input['github-token'],
  }
  const own = Object.entries(fromRun).filter(([name]) => name in verb.inputs.shape)
  const inputs = {
    ...Object.fromEntries(step.with),
    ...Object.fromEntries(given),
    ...Object.fromEntries(own),
  }
  const parsed = parseInputs(verb, inputs)
  const work = await verb.load()
  const result = await work(parsed, ownKey === '' ? host : withSigningKey(host, ownKey))
  if ('report' in result) return result.report
  if (result.failure !== undefined) throw new Failure(result.failure, `${step.verb} found trouble`)
  return null
}

/** Verbs that sign with another role's key than the run itself, which may be given as `LIFEBOAT_<ROLE>_SIGNING_KEY`. */
const roles: Readonly<Record<string, string>> = {
  verify: 'VERIFY',
  retention: 'RETENTION',
  restore: 'RESTORE',
  deploy: 'DEPLOY',
  validate: 'DEPLOY',
}

/** The step's own key comes first; the run's comes after it, for what the step does in another role, such as a backup. */
function withSigningKey(host: Host, key: string): Host {
  return {
    ...host,
    takeVariable: (name) =>
      name === 'LIFEBOAT_SIGNING_KEY'
        ? [key, host.takeVariable(name) ?? ''].join('\n')
        : host.takeVariable(name),
  }
}
