import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))

export interface Tally {
  passed: number
  failed: number
}

export function say(text: string): void {
  process.stdout.write(`${text}\n`)
}

/** Runs a program of node_modules; its output is shown only when it fails. */
export async function runCheck(
  tally: Tally,
  name: string,
  [script = '', ...args]: readonly string[],
  hint?: string,
): Promise<void> {
  const start = performance.now()
  const { code, output } = await run(process.execPath, [join(root, 'node_modules', script), ...args])
  const took = since(start)
  if (code === 0) {
    tally.passed += 1
    say(`passed  ${name} (${took})`)
    return
  }
  tally.failed += 1
  say(`${output.trimEnd()}\nFAILED  ${name} (${took})`)
  if (hint !== undefined) say(`        ${hint}`)
}

/** A span for people, from a moment of `performance.now()` on. */
export function since(start: number): string {
  return `${((performance.now() - start) / 1_000).toFixed(1)} s`
}

/** Runs a program to its end. A program that cannot be started counts as failed. */
export function run(
  command: string,
  args: readonly string[],
  options: { environment?: Record<string, string>; show?: boolean } = {},
): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...options.environment },
      stdio: [
        'ignore',
        options.show === true ? 'inherit' : 'pipe',
        options.show === true ? 'inherit' : 'pipe',
      ],
    })
    const parts: string[] = []
    child.stdout?.setEncoding('utf8').on('data', (text: string) => parts.push(text))
    child.stderr?.setEncoding('utf8').on('data', (text: string) => parts.push(text))
    child.once('error', (error) => resolve({ code: 127, output: error.message }))
    child.once('close', (code) => resolve({ code: code ?? 1, output: parts.join('') }))
  })
}
