import { execFile } from 'node:child_process'
import { appendFile, mkdir } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const cache = join(import.meta.dirname, '../../../.cache')

/** Programs that judge or run workflows, each at a fixed version, so that everybody gets the same verdict. */
const goTools = {
  actionlint: { package: 'github.com/rhysd/actionlint/cmd/actionlint', version: '1.7.12' },
  act: { package: 'github.com/nektos/act', version: '0.2.89' },
} as const
const pipTools = {
  zizmor: { version: '1.32.0' },
  'check-jsonschema': { version: '0.39.0' },
} as const

export type ToolName = keyof typeof goTools | keyof typeof pipTools

/**
 * The path of a tool: on PATH, kept in .cache from an earlier run, or installed there now. Null when this machine lacks
 * what it takes (Go, Python, a registry): with CI=true that throws, elsewhere the end of the test run says so.
 */
async function findTool(name: ToolName): Promise<string | null> {
  const kept = join(cache, name in goTools ? 'bin' : 'workflow-tools/bin', name)
  const onPath = (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, name))
  const { version } = { ...goTools, ...pipTools }[name]
  for (const path of [kept, ...onPath]) if (await hasVersion(path, version)) return path
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
    const tool = goTools[name as keyof typeof goTools]
    await run('go', ['install', `${tool.package}@v${tool.version}`], {
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
    ...Object.entries(pipTools).map(([tool, { version }]) => `${tool}==${version}`),
  ])
}

/** A shim on PATH can be there and lead nowhere, or to another version. */
async function hasVersion(path: string, version: string): Promise<boolean> {
  return run(path, ['--version']).then(
    ({ stdout }) => stdout.includes(version),
    () => false,
  )
}
