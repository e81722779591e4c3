import { spawn } from 'node:child_process'
import { join, resolve } from 'node:path'
import type { Report } from '../../src/domain/report.ts'

const repository = resolve(import.meta.dirname, '../..')

/** Something did not go as the demo says it does; the message is for whoever watches. */
export class Unexpected extends Error {}

export function tell(text: string): void {
  process.stdout.write(`${text}\n`)
}

let step = 0
export function heading(text: string): void {
  step += 1
  tell(`\n${bold(`${step}. ${text}`)}`)
}

export function bold(text: string): string {
  return process.stdout.isTTY ? `\u001b[1m${text}\u001b[0m` : text
}

/** A sentence with the time its work took. */
export async function timed<T>(text: string, work: () => Promise<T>): Promise<T> {
  const started = performance.now()
  const result = await work()
  tell(`   ${text} (${((performance.now() - started) / 1000).toFixed(1)} s)`)
  return result
}

export interface CommandRun {
  code: number | null
  /** What `--json` printed. */
  json: unknown
}

/** Runs the built command line; what it says to people is shown with a bar beside it. */
export function lifeboat(
  words: readonly string[],
  options: { directory: string; variables: Record<string, string>; quiet?: boolean },
): Promise<CommandRun> {
  if (options.quiet !== true) tell(`   $ lifeboat ${words.join(' ')}`)
  return new Promise((settle, reject) => {
    const child = spawn(process.execPath, [join(repository, 'bin/lifeboat.js'), ...words, '--json'], {
      cwd: options.directory,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env['PATH'] ?? '/usr/bin:/bin',
        HOME: process.env['HOME'] ?? '/',
        ...options.variables,
      },
    })
    let output = ''
    let said = ''
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (output += chunk))
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      said += chunk
      const end = said.lastIndexOf('\n')
      if (options.quiet !== true && end !== -1) {
        for (const line of said.slice(0, end).split('\n')) tell(`   │ ${line}`.trimEnd())
        said = said.slice(end + 1)
      }
    })
    child.once('error', reject)
    child.once('close', (code) => settle({ code, json: parse(output) }))
  })
}

function parse(output: string): unknown {
  try {
    return JSON.parse(output)
  } catch {
    return null
  }
}

/** The report of a run, if it is one. */
export function reportOf(run: CommandRun): Report {
  if (typeof run.json === 'object' && run.json !== null && 'operation' in run.json) return run.json as Report
  throw new Unexpected(
    `lifeboat ended with exit code ${run.code} and without a report: ${JSON.stringify(run.json)}`,
  )
}

export function expect(isSo: boolean, otherwise: string): asserts isSo {
  if (!isSo) throw new Unexpected(otherwise)
}
