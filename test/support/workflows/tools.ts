import { execFile } from 'node:child_process'
import { access, appendFile, constants, mkdir } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const cache = join(import.meta.dirname, '../../../.cache')

/** Programs that judge or run workflows, each built or installed from its own registry at a fixed version. */
const goTools = {
  actionlint: 'github.com/rhysd/actionlint/cmd/actionlint@v1.7.12',
  act: 'github.com/nektos/act@v0.2.89',
} as const
const pipTools = { zizmor: 'zizmor==1.32.0', 'check-jsonschema': 'check-jsonschema==0.39.0' } as const

export type ToolName = keyof typeof goTools | keyof typeof pipTools

/**
 * The path of a tool: on PATH, kept in .cache from an earlier run, or installed there now. Null when this machine lacks
 * what it takes (Go, Python, a registry): with CI=true that throws, elsewhere the end of the test run says so.
 */
async function findTool(name: ToolName): Promise<string | null> {
  const kept = join(cache, name in goTools ? 'bin' : 'workflow-tools/bin', name)
  const found = await first([
    kept,
    ...(process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, name)),
  ])
  if (found !== null && (await works(found))) return found
  try {
    await install(name)
    return kept
  } catch (cause) {
    const needs = name in goTools ? 'Go' : 'Python with pip and venv'
    const why = `${name} could not be installed; it needs ${needs} and its registry`
    if (process.env['CI'] === 'true') {
      throw new Error(`${why}. Install ${needs}, or put ${name} on PATH.`, { cause })
    }
    await notReal(`workflows were not checked by ${name}: ${why}`)
    return null
  }
}

/** The path of a tool; the test is skipped when it cannot be had. */
export async function toolOrSkip(name: ToolName, skip: (note: string) => never): Promise<string> {
  return (await findTool(name)) ?? skip(`${name} could not be had`)
}

/** What was not checked for real; the last lines of the test run repeat it. */
async function notReal(line: string): Promise<void> {
  const file = process.env['LIFEBOAT_NOT_REAL']
  if (file === undefined) process.stderr.write(`${line}\n`)
  else await appendFile(file, `${line}\n`)
}

async function install(name: ToolName): Promise<void> {
  if (name in goTools) {
    const bin = join(cache, 'bin')
    await mkdir(bin, { recursive: true })
    await run('go', ['install', goTools[name as keyof typeof goTools]], {
      env: { ...process.env, GOBIN: bin, CGO_ENABLED: '0' },
    })
    return
  }
  const environment = join(cache, 'workflow-tools')
  await run('python3', ['-m', 'venv', environment])
  await run(join(environment, 'bin/pip'), [
    'install',
    '--quiet',
    '--disable-pip-version-check',
    ...Object.values(pipTools),
  ])
}

async function first(paths: readonly string[]): Promise<string | null> {
  for (const path of paths) {
    const there = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    )
    if (there) return path
  }
  return null
}

/** A shim on PATH can be there and lead nowhere. */
async function works(path: string): Promise<boolean> {
  return run(path, ['--version']).then(
    () => true,
    () => false,
  )
}
