/**
 * Entry of the one bundle that all actions and the CLI share. Everything beyond choosing is loaded when it is needed, so
 * that a start stays short.
 */
import { collectGarbageCheaply } from './host/memory.ts'

collectGarbageCheaply()

/** Runs one action to its end, as a step of a workflow. */
export async function action(name: string): Promise<void> {
  const { runNamedAction } = await import('./actions/actions.ts')
  await runNamedAction(name)
}

/** Cleans up behind an action, as the last step of its job. */
export async function post(): Promise<void> {
  const { main } = await import('./actions/post.ts')
  await main()
}

/** Runs the command line and gives its exit code. */
export async function cli(words: readonly string[]): Promise<number> {
  const { run } = await import('./cli/run.ts')
  return run(words)
}
