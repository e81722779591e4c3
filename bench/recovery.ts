import { spawn } from 'node:child_process'
import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runBuiltAction } from '../test/e2e/built-action.ts'
import type { ActionRun } from '../test/e2e/built-action.ts'
import type { Workspace } from '../test/e2e/workspace.ts'
import type { TestServer } from '../test/support/postgres/server.ts'
import { timeProgram } from './measure.ts'

/**
 * A recovery with stock programs alone: fetch the newest backup, open it as its own RECOVERY.md says, `pg_restore -j`.
 * Milliseconds; null where age or zstd is not installed.
 */
export async function recoverByHand(
  workspace: Workspace,
  server: TestServer,
  options: { bindir: string; jobs: number; folder: string },
): Promise<number | null> {
  const backups = join(workspace.store, 'e2e', 'backups')
  const newest = (await readdir(backups)).sort().at(-1) ?? ''
  const folder = join(options.folder, 'by-hand')
  server.psql('drop database if exists by_hand')
  server.psql('create database by_hand template template0')
  try {
    const started = performance.now()
    await cp(join(backups, newest), folder, { recursive: true })
    await writeFile(join(folder, 'key.txt'), `${workspace.offlineIdentity}\n`, { mode: 0o600 })
    const guide = await readFile(join(folder, 'RECOVERY.md'), 'utf8')
    const opening = /## 5\..*?```bash\n(.*?)```/s.exec(guide)?.[1]
    if (opening === undefined) throw new Error('RECOVERY.md has no commands that open the backup')
    if (!(await runBash(opening, folder))) return null
    const archive = join(folder, 'restored/main/archive')
    await timeProgram(
      join(options.bindir, 'pg_restore'),
      ['-j', String(options.jobs), '-d', 'by_hand', archive],
      server.environment('by_hand'),
    )
    return performance.now() - started
  } finally {
    await rm(folder, { recursive: true, force: true })
    server.psql('drop database by_hand')
  }
}

/** False when a program that it needs is not installed. */
async function runBash(script: string, directory: string): Promise<boolean> {
  const child = spawn('bash', ['-c', script], { cwd: directory, stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const code = await new Promise((settle, reject) => {
    child.once('error', reject)
    child.once('close', settle)
  })
  if (code !== 0 && !/not found/.test(said)) throw new Error(`the commands of RECOVERY.md failed: ${said}`)
  return code === 0
}

/** The newest backup by the built action into a new database, proven there, on the same server. */
export async function recover(workspace: Workspace, server: TestServer): Promise<ActionRun> {
  server.psql('drop database if exists by_lifeboat')
  return await runBuiltAction('restore', {
    directory: workspace.folder,
    runnerTemp: workspace.runnerTemp,
    inputs: { environment: 'e2e' },
    env: { ...workspace.verifyVariables, LIFEBOAT_TARGET_URL: server.url('by_lifeboat') },
  })
}
