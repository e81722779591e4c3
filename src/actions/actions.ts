/** The actions, by the folder under `actions/` that `uses:` names. Each is loaded alone. */
const loaders: Readonly<Record<string, () => Promise<{ main: () => Promise<void> }>>> = {
  backup: () => import('./backup.ts'),
  'verify-restore': () => import('./verify-restore.ts'),
}

/** Runs the action of this name. The name comes from a stub, or from the input `command` of the action at the root. */
export async function runNamedAction(name: string): Promise<void> {
  const load = Object.hasOwn(loaders, name) ? loaders[name] : undefined
  if (load === undefined) {
    const known = Object.keys(loaders).join(' or ')
    process.stdout.write(
      `::error title=Lifeboat::the input command is ${JSON.stringify(name)}; accepted: ${known}\n`,
    )
    process.exitCode = 2
    return
  }
  const { main } = await load()
  await main()
}
