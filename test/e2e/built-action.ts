import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { parse } from 'yaml'
import type { Report } from '../../src/domain/report.ts'

/** The repository: actions are run from their committed form, as a workflow's `uses:` would. */
export const repository = resolve(import.meta.dirname, '../..')

export interface ActionOptions {
  /** As in `with:`. What is not given gets action.yml's default, as the runner does it. */
  inputs: Readonly<Record<string, string>>
  /** As in `env:`. Nothing else of the test's own environment reaches the action. */
  env?: Readonly<Record<string, string>>
  /** The job's workspace: the working directory. */
  directory: string
  /** The runner's temporary folder, which it empties between jobs. */
  runnerTemp: string
  /** What is run of the action: `post` is what comes at the end of the job. Default: `main`. */
  stage?: 'main' | 'post'
  /** What `main` kept for `post`. */
  state?: Readonly<Record<string, string>>
}

export interface ActionRun {
  code: number | null
  signal: NodeJS.Signals | null
  outputs: Record<string, string>
  /** What it keeps for its `post`. */
  state: Record<string, string>
  /** The job summary, Markdown. */
  summary: string
  /** The log, commands to the runner included. */
  stdout: string
  stderr: string
  /** What the output `report` points to; null when it points nowhere. */
  report: Report | null
  /** What people and other steps can see: the log as the runner shows it, outputs, summary and report. */
  visible: string
  /** What was left in the runner's temporary folder, besides the report. */
  leftovers: string[]
  duration: number
}

export interface RunningAction {
  readonly pid: number
  /** Sends a signal to the action alone, as the runner does at first; its children are the action's own business. */
  kill(signal: NodeJS.Signals): void
  readonly ended: Promise<ActionRun>
}

/** Runs a built action to its end, as the runner does. */
export async function runBuiltAction(name: string, options: ActionOptions): Promise<ActionRun> {
  return (await startBuiltAction(name, options)).ended
}

/** Starts a built action: for tests that stop or kill it on its way. */
export async function startBuiltAction(name: string, options: ActionOptions): Promise<RunningAction> {
  const folder = join(repository, 'actions', name)
  if (!existsSync(join(repository, 'actions/dist/index.js'))) {
    throw new Error('the actions are not built; run npm run build first')
  }
  await mkdir(options.runnerTemp, { recursive: true })
  // Beside the temporary folder, so that what an action leaves there can be told from what the runner put there.
  const commands = await mkdtemp(join(dirname(options.runnerTemp), 'commands-'))
  const files = { output: '', summary: '', state: '', env: '', path: '' }
  for (const file of Object.keys(files) as (keyof typeof files)[]) {
    files[file] = join(commands, file)
    await writeFile(files[file], '')
  }
  const startedAt = performance.now()
  const child = spawn(process.execPath, [join(folder, await entryOf(folder, options.stage ?? 'main'))], {
    cwd: options.directory,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
      HOME: dirname(options.runnerTemp),
      LANG: 'C.UTF-8',
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_ACTION: '__run',
      GITHUB_ACTOR: 'e2e-actor',
      GITHUB_API_URL: 'http://127.0.0.1:9', // nobody listens there
      GITHUB_EVENT_NAME: 'workflow_dispatch',
      GITHUB_JOB: 'job',
      GITHUB_REF: 'refs/heads/main',
      GITHUB_REPOSITORY: 'owner/repository',
      GITHUB_REPOSITORY_OWNER: 'owner',
      GITHUB_RUN_ATTEMPT: '1',
      GITHUB_RUN_ID: '4711',
      GITHUB_RUN_NUMBER: '1',
      GITHUB_SERVER_URL: 'http://127.0.0.1:9',
      GITHUB_SHA: '0'.repeat(40),
      GITHUB_WORKFLOW: 'e2e',
      GITHUB_WORKSPACE: options.directory,
      GITHUB_OUTPUT: files.output,
      GITHUB_STEP_SUMMARY: files.summary,
      GITHUB_STATE: files.state,
      GITHUB_ENV: files.env,
      GITHUB_PATH: files.path,
      RUNNER_ARCH: process.arch === 'arm64' ? 'ARM64' : 'X64',
      RUNNER_ENVIRONMENT: 'self-hosted',
      RUNNER_NAME: 'e2e',
      RUNNER_OS: process.platform === 'darwin' ? 'macOS' : 'Linux',
      RUNNER_TEMP: options.runnerTemp,
      RUNNER_TOOL_CACHE: options.runnerTemp,
      ...(await inputVariables(folder, options.inputs)),
      ...Object.fromEntries(
        Object.entries(options.state ?? {}).map(([name, value]) => [`STATE_${name}`, value]),
      ),
      ...options.env,
    },
  })
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (stdout += chunk))
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk))
  const closed = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((settle, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => settle({ code, signal }))
  })
  const collect = async (): Promise<ActionRun> => {
    const { code, signal } = await closed
    const duration = performance.now() - startedAt
    const outputs = parseFileCommands(await readFile(files.output, 'utf8'))
    const summary = await readFile(files.summary, 'utf8')
    const reportPath = outputs['report'] ?? ''
    const reportText = reportPath !== '' && existsSync(reportPath) ? await readFile(reportPath, 'utf8') : ''
    const visible = [shownLog(stdout), shownLog(stderr), JSON.stringify(outputs), summary, reportText].join(
      '\n',
    )
    return {
      code,
      signal,
      outputs,
      state: parseFileCommands(await readFile(files.state, 'utf8')),
      summary,
      stdout,
      stderr,
      report: reportText === '' ? null : (JSON.parse(reportText) as Report),
      visible,
      leftovers: (await readdir(options.runnerTemp)).filter(
        (entry) => join(options.runnerTemp, entry) !== reportPath,
      ),
      duration,
    }
  }
  return { pid: child.pid ?? 0, kill: (signal) => child.kill(signal), ended: collect() }
}

/** `with:` as the runner hands it over: every input of action.yml, upper-cased, blanks as underscores. */
async function inputVariables(
  folder: string,
  given: Readonly<Record<string, string>>,
): Promise<Record<string, string>> {
  const { inputs = {} } = await actionFile(folder)
  for (const name of Object.keys(given)) {
    if (!(name in inputs)) throw new Error(`${folder}/action.yml has no input ${name}`)
  }
  return Object.fromEntries(
    Object.entries(inputs).map(([name, input]) => {
      // An expression such as the job's token is the workflow's to give; here it is empty.
      const initial = input?.default ?? ''
      const value = given[name] ?? (initial.startsWith('${{') ? '' : initial)
      return [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, value]
    }),
  )
}

interface ActionFile {
  inputs?: Record<string, { default?: string } | null>
  runs: { using: string; main: string; post?: string }
}

async function actionFile(folder: string): Promise<ActionFile> {
  return parse(await readFile(join(folder, 'action.yml'), 'utf8')) as ActionFile
}

async function entryOf(folder: string, stage: 'main' | 'post'): Promise<string> {
  const entry = (await actionFile(folder)).runs[stage]
  if (entry === undefined) throw new Error(`${folder}/action.yml has no ${stage}`)
  return entry
}

/** `name=value`, or `name<<mark`, lines, `mark`. */
function parseFileCommands(text: string): Record<string, string> {
  const values: Record<string, string> = {}
  const lines = text.split('\n')
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? ''
    const heredoc = /^([^=<]+)<<(.+)$/.exec(line)
    const single = /^([^=]+)=(.*)$/.exec(line)
    if (heredoc?.[1] !== undefined) {
      const end = lines.indexOf(heredoc[2] ?? '', index + 1)
      if (end === -1) throw new Error(`the output ${heredoc[1]} has no end`)
      values[heredoc[1]] = lines.slice(index + 1, end).join('\n')
      index = end
    } else if (single?.[1] !== undefined) values[single[1]] = single[2] ?? ''
  }
  return values
}

/** The runner takes `add-mask` commands out of the log and hides their values in it. */
function shownLog(log: string): string {
  const masks = [...log.matchAll(/^::add-mask::(.*)$/gm)].map(([, value]) =>
    (value ?? '').replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%'),
  )
  let shown = log.replaceAll(/^::add-mask::.*$/gm, '')
  for (const mask of masks) if (mask !== '') shown = shown.replaceAll(mask, '***')
  return shown
}
