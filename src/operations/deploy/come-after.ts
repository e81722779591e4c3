import { deploySettings } from '../../domain/environment/deploy-schema.ts'
import { asFailure, Failure } from '../../domain/failure.ts'
import { makeLabelled, prove } from './backups.ts'
import type { Deploying } from './deploy-result.ts'

/** The backup of the new state, and its proof. Whatever fails here leaves a release in place that is fit for service. */
export async function comeAfter(version: string, context: Deploying): Promise<Failure | null> {
  const { environment, input, ports, run, result } = context
  try {
    if (input.steps.includes('backup-after')) {
      result.postBackup = await run.phase('backup after', () =>
        makeLabelled(environment, 'after', version, ports, run),
      )
    }
    if (input.steps.includes('verify')) {
      const given = input.steps.includes('deploy') ? null : input.backup
      const id = result.postBackup ?? given ?? result.backupId ?? 'latest'
      if (deploySettings(environment).prove) {
        await run.phase('prove', () => prove(environment, id, ports, run))
      } else {
        const detail = 'deploy.prove is false'
        run.addPhase({ name: 'prove', startedAt: ports.clock.now(), duration: 0, status: 'skipped', detail })
      }
    }
    return null
  } catch (error) {
    ports.signal.throwIfAborted()
    const failure = asFailure(error)
    if (result.state !== 'stands') return failure
    return new Failure(failure.kind, `${version} stands, and is not taken back; but ${failure.message}`, {
      ...(failure.hint === undefined ? {} : { hint: failure.hint }),
      subjects: failure.subjects,
      cause: failure,
    })
  }
}
