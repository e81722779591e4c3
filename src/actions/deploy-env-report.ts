import { z } from 'zod'
import { asFailure, Failure } from '../domain/failure.ts'
import { setOutput } from '../github/commands.ts'
import { runAction } from '../github/run.ts'
import type { Host } from '../wiring/host.ts'
import { sharedInputs, words } from '../wiring/input-fields.ts'
import { reported } from '../wiring/reported.ts'
import { sharedOutputs } from '../wiring/verb.ts'
import { verbs } from '../wiring/verbs.ts'
import { render } from './render.ts'

const { inputs: asked, outputs } = verbs.deploy

const inputs = z.object({
  ...sharedInputs,
  'dry-run': asked.shape['dry-run'],
  deployment: asked.shape.deployment,
  ran: words.optional(),
})

/**
 * Comes after the step that deploys, whatever became of it. What that step has told is handed on; when it was killed before it
 * could tell anything, this one does: report, summary, outputs, issue.
 */
export const main = (): Promise<void> => {
  const told = outputsOf(process.env['INPUT_RAN'])
  if (told !== null) {
    for (const name of [...Object.keys(outputs), ...Object.keys(sharedOutputs)])
      setOutput(name, told[name] ?? '')
    return Promise.resolve()
  }
  return runAction(
    { operation: 'deploy-env', inputs, outputs: Object.keys(outputs), render },
    async (input, host) => ({
      ...(await reported('deploy-env', input, host, () => {
        throw new Failure(
          'unavailable',
          'the step that deploys was cut off before it could say how it ended',
          {
            hint: 'Run it again with the same version: it finds out how far this run came, and goes on or takes it back. What it held expires within minutes; give wait: 15m to wait for that.',
          },
        )
      })),
      outputs: input.deployment === 'create' ? await closeRecord(input, host) : {},
    }),
  )
}

/**
 * The record on GitHub that the step made would say `in_progress` for ever: GitHub ends only those that it made itself.
 * That it could not be told is a warning.
 */
async function closeRecord(
  input: { environment: string; 'github-token'?: string | undefined },
  host: Host,
): Promise<Record<string, string>> {
  try {
    const deployments = await host.openDeployments?.(input['github-token'])
    const found = await deployments?.unfinished(input.environment)
    if (found === null || found === undefined) return {}
    await found.tell('error', { description: 'the deployment was cut off', url: null })
    return { 'deployment-id': String(found.id) }
  } catch (thrown) {
    host.log.warning(`the deployment was not told to GitHub: ${asFailure(thrown).message}`)
    return {}
  }
}

/** Null when the step came to no end of its own: it tells its verdict before anything that says failure. */
function outputsOf(json: string | undefined): Record<string, string> | null {
  try {
    const found = z.record(z.string(), z.string()).safeParse(JSON.parse(json ?? ''))
    return found.success && (found.data['verdict'] ?? '') !== '' ? found.data : null
  } catch {
    return null
  }
}
