import type { Environment } from '../domain/environment/schema.ts'
import { asFailure, Failure } from '../domain/failure.ts'
import type { PreviousEnvironment } from '../operations/gate/after-condition.ts'
import { conditionsOf } from '../operations/gate/conditions.ts'
import type { GatePorts } from '../operations/gate/judge-gate.ts'
import type { Ports } from '../ports/ports.ts'
import type { Host } from './host.ts'
import { loadEnvironment } from './load-environment.ts'
import { openPorts } from './open-ports.ts'

/** What a gate is judged for, as far as the job knows it: the commit that runs, and the repository's default branch. */
export function gateSubject(
  { commit }: { commit?: string | undefined },
  host: Host,
): { commit: string | null; branch: string | null } {
  return { commit: commit ?? host.commit ?? null, branch: host.defaultBranch ?? null }
}

/** Adds what a gate asks besides the environment's own stores. Disposing it closes only what was opened here. */
export async function openGatePorts(
  environment: Environment,
  ports: Ports,
  host: Host,
  token: string | undefined,
): Promise<GatePorts & AsyncDisposable> {
  const { after, checks } = conditionsOf(environment)
  await using opened = new AsyncDisposableStack()
  const commitChecks = checks === null ? null : ((await host.openCommitChecks?.(token)) ?? null)
  let previous: PreviousEnvironment | Failure | null = null
  if (after !== null && after !== 'unnamed') {
    try {
      previous = await openPrevious(after, host, opened)
    } catch (error) {
      previous = closedTo(after, asFailure(error))
    }
  }
  const resources = opened.move()
  return { ...ports, commitChecks, previous, [Symbol.asyncDispose]: () => resources.disposeAsync() }
}

type Before = Exclude<ReturnType<typeof conditionsOf>['after'], 'unnamed' | null>

async function openPrevious(
  after: Before,
  host: Host,
  opened: AsyncDisposableStack,
): Promise<PreviousEnvironment> {
  const environment = await loadEnvironment(
    after,
    'gate.after names another: write its file, or say with config there where it stands.',
  )
  try {
    const { stores } = opened.use(
      await openPorts(environment, { host: withPrefix(host, after.variablesPrefix ?? ''), role: 'read' }),
    )
    return { environment, stores }
  } catch (error) {
    throw ofVariables(after, asFailure(error))
  }
}

/** What is written in the file can be read; what its stores want comes from variables. */
function ofVariables({ environment, variablesPrefix }: Before, failure: Failure): Failure {
  const { kind, message } = failure
  if (kind === 'bug' || kind === 'cancelled' || variablesPrefix === undefined) return failure
  return new Failure(kind, message, {
    hint: `The variables of ${environment} are read with ${variablesPrefix} before their names: give the job ${variablesPrefix}NAME for each NAME of its stores, with keys that only read.`,
    cause: failure,
  })
}

/** The same host, on which `NAME` is what is called `STAGING_NAME` here: environments name their variables alike. */
function withPrefix(host: Host, prefix: string): Host {
  if (prefix === '') return host
  const variables = Object.fromEntries(
    Object.entries(host.variables).flatMap(([name, value]) =>
      name.startsWith(prefix) ? [[name.slice(prefix.length), value]] : [],
    ),
  )
  return { ...host, variables, takeVariable: (name) => host.takeVariable(`${prefix}${name}`) }
}

function closedTo({ environment }: Before, failure: Failure): Failure {
  if (failure.kind === 'bug' || failure.kind === 'cancelled') throw failure
  return new Failure(
    failure.kind,
    `the environment before, ${environment}, cannot be read: ${failure.message}`,
    {
      hint: failure.hint ?? `Check the file of ${environment} and its variables.`,
      cause: failure,
    },
  )
}
