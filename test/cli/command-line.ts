import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const entry = new URL('../../src/main.ts', import.meta.url).href
const script = `import { cli } from ${JSON.stringify(entry)}; process.exitCode = await cli(process.argv.slice(1))`

export interface Ended {
  code: number | null
  stdout: string
  stderr: string
}

/** Arguments of Node that run a command line from the sources. */
export function commandLine(words: readonly string[]): string[] {
  return ['--input-type=module', '--eval', script, '--', ...words]
}

/** The command line as a person calls it, from the sources. Only the given variables are set besides PATH and HOME. */
export function lifeboat(
  words: readonly string[],
  options: { directory?: string; variables?: Record<string, string> } = {},
): Promise<Ended> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      commandLine(words),
      {
        cwd: options.directory ?? fileURLToPath(new URL('../..', import.meta.url)),
        env: { PATH: process.env['PATH'], HOME: options.directory ?? '/dev/null', ...options.variables },
      },
      (_error, stdout, stderr) => resolve({ code: child.exitCode, stdout, stderr }),
    )
    child.stdin?.end()
  })
}
