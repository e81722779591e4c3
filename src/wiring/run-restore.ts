import { Template, templateProblem } from '../domain/environment/template.ts'
import { Failure } from '../domain/failure.ts'
import type { RestoreSelection } from '../ports/restoration.ts'
import { hideUrl } from './hide-secrets.ts'
import type { Host } from './host.ts'
import type { RestoreInput } from './inputs.ts'
import { reported } from './reported.ts'
import { seconds } from './seconds.ts'
import type { Outcome } from './verb.ts'

export async function runRestore(input: RestoreInput, host: Host): Promise<Outcome> {
  const result = await reported('restore', input, host, async (environment) => {
    const [{ openPorts }, { openApplication }, { restore }] = await Promise.all([
      import('./open-ports.ts'),
      import('./open-application.ts'),
      import('../operations/restore/restore.ts'),
    ])
    const target = targetOf(input, host)
    await using ports = await openPorts(environment, {
      host,
      role: 'restore',
      reason: input.reason,
      identity: input.identity,
      identityFile: input['identity-file'],
      signingKeyFile: input['signing-key-file'],
    })
    const application = await openApplication(environment, target, ports, host, afterRestoring)
    // Awaited here: the ports must outlive the operation.
    return await restore(environment, operationInput(input, target), { ...ports, application })
  })
  const { report } = result
  const loss = report.restored?.dataLoss ?? null
  return {
    report,
    outputs: {
      'backup-id': report.backupId ?? '',
      database: 'databases' in result ? result.databases.join('\n') : '',
      'data-loss': loss === null ? '' : seconds(loss),
    },
  }
}

function operationInput(input: RestoreInput, target: string | null) {
  return {
    backup: input.backup,
    mode: input.mode,
    target,
    source: input.source ?? null,
    confirm: input.confirm ?? null,
    selection: selectionOf(input),
    answered: input.answered ?? [],
    fallBack: input['fall-back'],
    emergencyBackup: input['emergency-backup'],
    reroute: input.reroute,
    dryRun: input['dry-run'],
  }
}

/** The place to restore to, with variables filled in; its password is hidden from then on. */
function targetOf({ target }: RestoreInput, host: Host): string | null {
  // Taken in any case, so that no program that is started inherits it.
  const variable = host.takeVariable('LIFEBOAT_TARGET_URL')
  const text = target ?? (variable === '' ? undefined : variable)
  if (text === undefined) return null
  const problem = target === undefined ? null : templateProblem(text)
  if (problem !== null) throw new Failure('config', `target ${problem}`)
  const resolved = target === undefined ? text : new Template(text, 'target').resolve(host.variables)
  const isName = !resolved.includes('://')
  if (!isName && !/^postgres(ql)?:\/\//.test(resolved)) {
    throw new Failure(
      'config',
      'target is a URL of something else; accepted: postgres://…, or the name of a database',
    )
  }
  if (!isName) hideUrl(resolved, host)
  return resolved
}

function selectionOf({ tables = [], rows = [] }: RestoreInput): RestoreSelection | null {
  if (tables.length + rows.length === 0) return null
  const schemas = tables.filter((name) => name.endsWith('.*')).map((name) => name.slice(0, -2))
  return { tables: tables.filter((name) => !name.endsWith('.*')), schemas, rows }
}

const afterRestoring = 'The restored database stays as it is; nothing has to be restored again.'
