/** The actions, by the folder under `actions/` that `uses:` names. Each is loaded alone. */
const loaders: Readonly<Record<string, () => Promise<{ main: () => Promise<void> }>>> = {
  backup: () => import('./backup.ts'),
  restore: () => import('./restore.ts'),
  'verify-restore': () => import('./verify-restore.ts'),
  retention: () => import('./retention.ts'),
  replicate: () => import('./replicate.ts'),
  drill: () => import('./drill.ts'),
  validate: () => import('./validate.ts'),
  status: () => import('./status.ts'),
  gate: () => import('./gate.ts'),
  runbook: () => import('./runbook.ts'),
  'validate-pr': () => import('./validate-pr.ts'),
  shape: () => import('./shape.ts'),
  'report-pr': () => import('./report-pr.ts'),
  anonymise: () => import('./anonymise.ts'),
  'open-backup': () => import('./open-backup.ts'),
  'deploy-env': () => import('./deploy-env.ts'),
  // The second step of that action, which reports when the first could not.
  'deploy-env/report': () => import('./deploy-env-report.ts'),
}

/** Runs the action of this name. The name comes from a stub, or from the input `command` of the action at the root. */
export async function runNamedAction(name: string): Promise<void> {
  const load = Object.hasOwn(loaders, name) ? loaders[name] : undefined
  if (load === undefined) {
    const { refuseCommand } = await import('../github/unknown-command.ts')
    refuseCommand(name, Object.keys(loaders))
    return
  }
  const { main } = await load()
  await main()
}
