import { join } from 'node:path'
import { parseEnvironment } from '../../domain/environment/parse.ts'
import { readYaml } from '../../domain/environment/yaml.ts'
import { asFailure, Failure } from '../../domain/failure.ts'
import { lintWorkflow } from '../../domain/pull-request/workflow-lint.ts'
import { counted } from '../../domain/units.ts'
import type { Ports } from '../../ports/ports.ts'
import type { RunReport } from '../run-report.ts'
import { type Checkouts, guardFiles } from './guard-files.ts'
import type { ProposedFile } from './proposed-files.ts'

/** Reads a runbook as runs read it. @throws Failure `config` with what is wrong */
export type RunbookReader = (text: string, file: string) => Promise<unknown>

export interface LintRequest extends Checkouts {
  readRunbook: RunbookReader | null
  /** Where linters are looked for. */
  path: string
}

/** Files of ours that the pull request adds or changes, read as runs will read them. Gives how many it touches. */
export async function lintChanged(
  request: LintRequest,
  ports: Ports,
  run: RunReport<'pull request'>,
): Promise<number> {
  const { proposed, readRunbook } = request
  const { environments, runbooks, workflows, others } = await guardFiles(request, false, run)
  await lintEach('environment files', environments, (file) => parseEnvironment(file.text, file.path), run)
  await lintEach(
    'runbooks',
    runbooks,
    (file) => (readRunbook ?? readYaml)(file.text, file.path),
    run,
    readRunbook === null ? ' (read as YAML alone)' : '',
  )
  await lintEach('workflows', workflows, demandSound, run)
  if (workflows.length > 0) {
    const paths = workflows.map(({ path }) => join(proposed, path))
    await askLinter('actionlint', ['-no-color', ...paths], request.path, ports, run)
    await askLinter('zizmor', ['--offline', '--no-progress', '--quiet', ...paths], request.path, ports, run)
  }
  return environments.length + runbooks.length + workflows.length + others
}

async function lintEach(
  what: string,
  files: readonly ProposedFile[],
  read: (file: ProposedFile) => Promise<unknown>,
  run: RunReport<'pull request'>,
  note = '',
): Promise<void> {
  if (files.length === 0) return
  let sound = 0
  for (const file of files) {
    try {
      await read(file)
      sound += 1
    } catch (error) {
      const failure = asFailure(error)
      if (failure.kind !== 'config') throw error
      run.check({
        rung: 'pull request',
        name: what,
        status: 'failed',
        detail: failure.message,
        subjects: [file.path],
        failure: 'config',
        ...(failure.hint === undefined ? {} : { hint: failure.hint }),
        duration: 0,
      })
    }
  }
  if (sound < files.length) return
  run.check({
    rung: 'pull request',
    name: what,
    status: 'passed',
    detail: `${counted(sound, 'changed file is', 'changed files are')} sound${note}`,
    subjects: files.map(({ path }) => path),
    failure: null,
    duration: 0,
  })
}

async function demandSound(file: ProposedFile): Promise<void> {
  const problems = await lintWorkflow(file.text)
  if (problems.length > 0) throw new Failure('config', `a workflow: ${problems.join('; ')}`)
}

/** Others know more of workflows than we do; where they are not installed, nobody asked. */
async function askLinter(
  program: string,
  args: readonly string[],
  path: string,
  ports: Ports,
  run: RunReport<'pull request'>,
): Promise<void> {
  const about = { rung: 'pull request', name: program, subjects: [], duration: 0 } as const
  const environment = { PATH: path, HOME: ports.spool }
  try {
    const done = await ports.processes.run(program, args, { environment, signal: ports.signal })
    if (done.code === 0) {
      run.check({ ...about, status: 'passed', detail: 'has nothing to say', failure: null })
      return
    }
    for (const line of `${done.stdout}\n${done.stderr}`.split('\n')) if (line !== '') ports.log.info(line)
    run.check({
      ...about,
      status: 'failed',
      detail: 'has complaints about the changed workflows; the log lists them',
      failure: 'config',
    })
  } catch (error) {
    const failure = asFailure(error)
    if (failure.kind !== 'missing') throw error
    run.check({ ...about, status: 'skipped', detail: 'is not installed on this machine', failure: null })
  }
}
