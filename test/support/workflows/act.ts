import { execFile, spawn } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'
import { readWorkflow } from './read.ts'

const run = promisify(execFile)

export interface WorkflowRun {
  act: string
  /** A git repository with an `origin` of GitHub's form. */
  repository: string
  /** File name under `.github/workflows`. */
  workflow: string
  event: WorkflowEvent
  secrets: Readonly<Record<string, string>>
  variables?: Readonly<Record<string, string>>
  /** `owner/name@commit` of other actions, and the folder that stands in for each. */
  actions: Readonly<Record<string, string>>
  /** Labels that `runs-on` may name; each means this machine. */
  runners: readonly string[]
  /** Where the job's token leads. */
  apiUrl: string
}

export interface WorkflowEvent {
  name: 'workflow_dispatch' | 'schedule'
  payload: object
}

export function byHand(inputs: Readonly<Record<string, string>>): WorkflowEvent {
  return { name: 'workflow_dispatch', payload: { inputs } }
}

export function onSchedule(cron: string): WorkflowEvent {
  return { name: 'schedule', payload: { schedule: cron } }
}

export interface WorkflowResult {
  code: number | null
  /** Result of each job of the workflow, by its id: `success`, `failure`…, or `never ran`. */
  jobs: Record<string, string>
  summary: string
  /** All that act said, for a person who looks for a cause. */
  log: string
  /** What the jobs printed, as the log of a run shows it. */
  printed: string
}

/** What act prints with `--json`, as far as it is read here. */
const lineSchema = z.object({
  jobID: z.string().optional(),
  jobResult: z.string().optional(),
  stepID: z.array(z.string()).optional(),
  command: z.string().optional(),
  content: z.string().optional(),
  msg: z.string().optional(),
  raw_output: z.boolean().optional(),
})
type Line = z.infer<typeof lineSchema>

/** A repository of somebody else's, with one commit of whatever lies in the folder. */
export async function commitAll(repository: string, slug: string): Promise<void> {
  const git = (...args: string[]) =>
    run('git', ['-c', 'user.name=adopter', '-c', 'user.email=adopter@example.org', ...args], {
      cwd: repository,
    })
  await git('init', '--quiet', '--initial-branch', 'main')
  await git('remote', 'add', 'origin', `https://github.com/${slug}.git`)
  await git('add', '--all')
  await git('commit', '--quiet', '--message', 'Adopt Lifeboat')
}

/** Runs a workflow with act on this machine, without containers. */
export async function runWorkflow(wanted: WorkflowRun): Promise<WorkflowResult> {
  const home = await mkdtemp(join(tmpdir(), 'lifeboat-act-'))
  try {
    // An empty configuration, so that none of the machine's owner is read.
    await mkdir(join(home, '.config/act'), { recursive: true })
    await writeFile(join(home, '.config/act/actrc'), '')
    const workflow = await understood(join(wanted.repository, '.github/workflows', wanted.workflow), home)
    const event = join(home, 'event.json')
    await writeFile(event, JSON.stringify(wanted.event.payload))
    const secrets: Record<string, string> = { GITHUB_TOKEN: 'not-a-token', ...wanted.secrets }
    const args = [
      wanted.event.name,
      `--workflows=${workflow}`,
      `--eventpath=${event}`,
      '--json',
      '--no-cache-server',
      '--action-offline-mode',
      `--env=GITHUB_API_URL=${wanted.apiUrl}`,
      ...Object.keys(secrets).flatMap((name) => ['--secret', name]), // values come by the environment
      ...Object.entries(wanted.variables ?? {}).flatMap(([name, value]) => ['--var', `${name}=${value}`]),
      ...Object.entries(wanted.actions).flatMap(([action, path]) => [
        '--local-repository',
        `${action}=${path}`,
      ]),
      ...wanted.runners.flatMap((label) => ['--platform', `${label}=-self-hosted`]),
    ]
    const { code, lines } = await runAct(wanted.act, args, wanted.repository, {
      // The node that runs this test runs the actions too.
      PATH: `${dirname(process.execPath)}:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin`,
      HOME: home,
      XDG_CACHE_HOME: join(home, '.cache'),
      ...secrets,
    })
    const declared = Object.keys(
      (await readWorkflow(join(wanted.repository, '.github/workflows', wanted.workflow))).jobs,
    )
    return { code, ...read(lines, declared) }
  } finally {
    await rm(home, { recursive: true, force: true })
  }
}

/** The log of a run in which a job did not succeed, for a test to show; empty when all did. */
export function trouble({ code, jobs, log }: WorkflowResult): string {
  const failed = Object.entries(jobs).filter(([, result]) => result !== 'success')
  return code === 0 && failed.length === 0 ? '' : `exit code ${code}, ${JSON.stringify(jobs)}\n${log}`
}

/** A copy without `deployment: false`, which act 0.2.89 does not know yet; everything else stays as it is. */
async function understood(file: string, home: string): Promise<string> {
  const text = await readFile(file, 'utf8')
  const copy = join(home, 'workflow.yml')
  await writeFile(copy, text.replaceAll(/^ +deployment: false\b.*\n/gm, ''))
  return copy
}

async function runAct(
  act: string,
  args: readonly string[],
  directory: string,
  environment: Record<string, string>,
): Promise<{ code: number | null; lines: Line[] }> {
  const child = spawn(act, [...args], { cwd: directory, env: environment, stdio: ['ignore', 'pipe', 'pipe'] })
  // Apart, as a chunk may end within a line.
  const said = { out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.out += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said.err += text))
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  const texts = `${said.out}\n${said.err}`.split('\n').filter(Boolean)
  return { code, lines: texts.map(parseLine) }
}

function parseLine(text: string): Line {
  try {
    return lineSchema.parse(JSON.parse(text))
  } catch {
    return { msg: text, raw_output: true }
  }
}

function read(lines: readonly Line[], declared: readonly string[]): Omit<WorkflowResult, 'code'> {
  // act leaves out, without a word, a job for whose label it has no platform.
  const jobs: Record<string, string> = Object.fromEntries(declared.map((job) => [job, 'never ran']))
  const summaries: Record<string, string> = {}
  for (const line of lines) {
    const step = line.stepID?.join('/') ?? ''
    if (line.jobResult !== undefined) jobs[line.jobID ?? ''] = line.jobResult
    if (line.command === 'summary') summaries[`${line.jobID ?? ''} ${step}`] = line.content ?? ''
  }
  return {
    jobs,
    summary: Object.values(summaries).join('\n'),
    log: lines.map((line) => line.msg ?? '').join('\n'),
    printed: lines
      .filter((line) => line.raw_output === true)
      .map((line) => line.msg ?? '')
      .join('\n'),
  }
}
