import type { DataFingerprint } from '../domain/data-fingerprint.ts'
import { decidingCategories, deploySettings } from '../domain/environment/deploy-schema.ts'
import type { Environment } from '../domain/environment/schema.ts'
import { Failure } from '../domain/failure.ts'
import { aspectOf } from '../domain/validation-score.ts'
import type { DeployInput, DeployPorts } from '../operations/deploy/deploy-input.ts'
import type { Ports } from '../ports/ports.ts'
import type { Host } from './host.ts'
import { reported } from './reported.ts'
import type { Outcome } from './verb.ts'
import type { DeployVerbInput } from './verbs/deploy.ts'

export async function runDeploy(input: DeployVerbInput, host: Host): Promise<Outcome> {
  const result = await reported('deploy-env', input, host, async (environment) => {
    const [{ openPorts }, { deploy }] = await Promise.all([
      import('./open-ports.ts'),
      import('../operations/deploy/deploy.ts'),
    ])
    await using ports = await openPorts(environment, {
      host,
      role: 'restore',
      reason: input.reason,
      identity: input.identity,
      identityFile: input['identity-file'],
      signingKeyFile: input['signing-key-file'],
      signingRoles: ['deploy', 'backup', 'verify', 'restore'],
    })
    await using stack = new AsyncDisposableStack()
    const asked = operationInput(input, host)
    const token = input['github-token']
    const deployPorts = await openDeployPorts(environment, asked, ports, { stack, host, token })
    // Awaited here: the ports must outlive the operation.
    const { report, ...ending } = await deploy(environment, asked, deployPorts)
    return { report, ending, url: deployPorts.url }
  })
  const ending = 'ending' in result ? result.ending : null
  return {
    report: result.report,
    outputs: {
      'deployment-id': String(ending?.deploymentId ?? ''),
      url: 'url' in result ? (result.url ?? '') : '',
      'backup-id': result.report.backupId ?? '',
      state: ending?.state ?? '',
    },
  }
}

function operationInput(input: DeployVerbInput, host: Host): DeployInput {
  return {
    version: input.version ?? null,
    commit: input.commit ?? host.commit ?? null,
    branch: host.defaultBranch ?? null,
    // A field that a form left empty was not given.
    confirm: input.confirm ?? null,
    override: input.override ?? null,
    rollback: input.rollback,
    restoreData: input['restore-data'],
    deployment: input.deployment,
    steps: input.steps,
    backup: input.backup ?? null,
    wait: input.wait ?? 0,
    dryRun: input['dry-run'],
  }
}

async function openDeployPorts(
  environment: Environment,
  input: DeployInput,
  ports: Ports,
  { stack, host, token }: { stack: AsyncDisposableStack; host: Host; token: string | undefined },
): Promise<DeployPorts> {
  const [{ openApplication }, { openTarget }, { inRole }, { rolesThatSign }] = await Promise.all([
    import('./open-application.ts'),
    import('../targets/open.ts'),
    import('../operations/signing-keys.ts'),
    import('../operations/ledger/trusted-keys.ts'),
  ])
  const target = openTarget(environment.target, { variables: host.variables, processes: ports.processes })
  const { version, commit, branch, override } = input
  return {
    ...ports,
    application: { ...(await openApplication(environment, null, ports, host)), target },
    target,
    judgeGate: async () => {
      const [{ openGatePorts }, { judgeGate }] = await Promise.all([
        import('./open-gate-ports.ts'),
        import('../operations/gate/judge-gate.ts'),
      ])
      const asDeployer = inRole(environment, rolesThatSign(environment, 'gate-override'), ports)
      await using gatePorts = await openGatePorts(environment, asDeployer, host, token)
      // A dry run leaves nothing in the ledger, not even an override.
      const reason = input.dryRun ? null : override
      return await judgeGate(
        environment,
        { version: version ?? '', commit, branch, override: reason },
        gatePorts,
      )
    },
    examine: async (running, only = decidingCategories(environment)) => {
      const settings = deploySettings(environment)
      const [{ openValidation }, { examine }] = await Promise.all([
        import('./open-validation.ts'),
        import('../operations/validate/examine.ts'),
      ])
      const validation = stack.use(await openValidation(environment, ports, host, target))
      const categories = only.map((category) => aspectOf[category])
      const depth = settings.validate === 'none' ? 'quick' : settings.validate
      return await examine(environment, { categories, depth, version: running }, validation)
    },
    fingerprint: () => fingerprintSources(environment, ports, host),
    deployments: input.deployment === 'none' ? null : ((await host.openDeployments?.(token)) ?? null),
    url: environment.deploy?.url?.resolve(host.variables) ?? null,
  }
}

async function fingerprintSources(
  environment: Environment,
  { signal }: Pick<Ports, 'signal'>,
  { variables }: Host,
): Promise<DataFingerprint> {
  const { fingerprintPostgres } = await import('../sources/postgres/fingerprint.ts')
  const late = AbortSignal.any([signal, AbortSignal.timeout(30_000)])
  const found: Record<string, DataFingerprint[string]> = {}
  for (const source of environment.sources) {
    if (source.type !== 'postgres')
      throw new Failure('config', `source ${source.name}: whether ${source.type} was changed cannot be told`)
    found[source.name] = await fingerprintPostgres(source, { variables, signal: late })
  }
  return found
}
