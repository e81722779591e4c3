import { spawn } from 'node:child_process'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** Several measurements of one thing. */
export interface Spread {
  median: number
  min: number
  max: number
  values: number[]
}

export function spread(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = (sorted.length - 1) / 2
  const median = ((sorted[Math.floor(middle)] ?? NaN) + (sorted[Math.ceil(middle)] ?? NaN)) / 2
  return { median, min: sorted[0] ?? NaN, max: sorted.at(-1) ?? NaN, values: [...values] }
}

/** Round by round, since both were measured side by side: what slowed one slowed the other. */
export function ratio(ours: Spread, theirs: Spread): Spread {
  return spread(ours.values.map((value, round) => value / (theirs.values[round] ?? NaN)))
}

/** Runs a program to its end and gives the milliseconds it took. */
export function timeProgram(
  command: string,
  args: readonly string[],
  environment: Record<string, string>,
  acceptable: readonly number[] = [0],
): Promise<number> {
  return new Promise((settle, reject) => {
    const started = performance.now()
    const child = spawn(command, args, { env: environment, stdio: ['ignore', 'ignore', 'pipe'] })
    let said = ''
    child.stderr.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-4000)))
    child.once('error', reject)
    child.once('close', (code) => {
      const took = performance.now() - started
      if (acceptable.includes(code ?? -1)) settle(took)
      else reject(new Error(`${command} ended with exit code ${code}: ${said}`))
    })
  })
}

/** Bytes of all files in a folder. */
export async function folderSize(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const sizes = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async (entry) => (await stat(join(entry.parentPath, entry.name))).size),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}
