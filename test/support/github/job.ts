import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { commandsIn, type RunnerCommand } from './captured-output.ts'

export interface JobOptions {
  inputs?: Readonly<Record<string, string>>
  env?: Readonly<Record<string, string | undefined>>
  /** What GITHUB_EVENT_PATH holds. */
  event?: unknown
  /** Sent when the work has begun. */
  signal?: NodeJS.Signals
}

export interface EndedJob {
  code: number | null
  signal: NodeJS.Signals | null
  stdout: string
  stderr: string
  commands: RunnerCommand[]
  outputs: Record<string, string>
  summary: string
  /** The JSON report's text; empty when there is none. */
  report: string
  reportMode: number
  /** Files in RUNNER_TEMP. */
  left: string[]
}

const child = join(import.meta.dirname, 'job-child.ts')

/** Runs a scenario of job-child.ts as the runner runs an action, with only what the runner gives it. */
export async function runJob(scenario: string, options: JobOptions = {}): Promise<EndedJob> {
  const folder = await mkdtemp(join(tmpdir(), 'job-'))
  const temp = await mkdtemp(join(tmpdir(), 'job-temp-'))
  try {
    const file = (name: string) => join(folder, name)
    await writeFile(file('output'), '')
    await writeFile(file('summary'), '')
    await writeFile(file('event'), JSON.stringify(options.event ?? { repository: { private: false } }))
    const inputs = Object.entries({ environment: 'production', ...options.inputs })
    const running = spawn(process.execPath, [child, scenario], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env['PATH'],
        GITHUB_OUTPUT: file('output'),
        GITHUB_STEP_SUMMARY: file('summary'),
        GITHUB_EVENT_PATH: file('event'),
        RUNNER_TEMP: temp,
        ...Object.fromEntries(
          inputs.map(([name, value]) => [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, value]),
        ),
        ...options.env,
      },
    })
    // A test that gives up waiting leaves no process behind.
    onTestFinished(() => void running.kill('SIGKILL'))
    let stdout = ''
    let stderr = ''
    running.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk))
    running.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      const wasReady = stdout.includes('ready\n')
      stdout += chunk
      if (!wasReady && stdout.includes('ready\n') && options.signal !== undefined)
        running.kill(options.signal)
    })
    const [code, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve, reject) => {
      running.once('error', reject)
      running.once('close', (...ended) => resolve(ended))
    })
    const outputs = parsedOutputs(await readFile(file('output'), 'utf8'))
    const path = outputs['report'] ?? ''
    const isThere = path !== '' && existsSync(path)
    return {
      code,
      signal,
      stdout,
      stderr,
      commands: commandsIn(stdout),
      outputs,
      summary: await readFile(file('summary'), 'utf8'),
      report: isThere ? await readFile(path, 'utf8') : '',
      reportMode: isThere ? (await stat(path)).mode & 0o777 : 0,
      left: await readdir(temp),
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
    await rm(temp, { recursive: true, force: true })
  }
}

/** The last value of each name wins, as with the runner. */
function parsedOutputs(text: string): Record<string, string> {
  const outputs: Record<string, string> = {}
  const lines = text.split('\n')
  for (let index = 0; index < lines.length; index += 1) {
    const [, name, mark] = /^([^=<]+)<<(.+)$/.exec(lines[index] ?? '') ?? []
    if (name !== undefined && mark !== undefined) {
      const end = lines.indexOf(mark, index + 1)
      outputs[name] = lines.slice(index + 1, end).join('\n')
      index = end
      continue
    }
    const [, single, value] = /^([^=]+)=(.*)$/.exec(lines[index] ?? '') ?? []
    if (single !== undefined) outputs[single] = value ?? ''
  }
  return outputs
}
