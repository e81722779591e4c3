/**
 * `npm test`: everything that decides whether a change may land, on a machine that has nothing but Node, and says what
 * it does. The last line is `N passed, N failed`.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bringDocker, hasOwnDaemon } from './test/docker.ts'
import { bringPackages } from './test/packages.ts'
import { runChecks } from './test/run-checks.ts'
import { say, since, type Tally } from './test/run-check.ts'
import { runTests } from './test/run-tests.ts'

const folder = await mkdtemp(join(tmpdir(), 'lifeboat-test-'))
const notReal = join(folder, 'not-real')
await writeFile(notReal, '')
process.exitCode = 1
try {
  const tally: Tally = { passed: 0, failed: 0 }
  const start = performance.now()
  const missing = await bringPackages()
  missing.push(...(await bringDocker()))
  say(`done    looking for programs (${since(start)})`)
  const only = process.argv.slice(2)
  if (only.length === 0) await runChecks(tally)
  await runTests(tally, join(folder, 'tests.json'), { LIFEBOAT_NOT_REAL: notReal }, only)
  // It kills the Docker daemon that the others have used, so it comes last, and only where the tests have started that.
  if (only.length === 0 && hasOwnDaemon()) {
    const alone = { LIFEBOAT_NOT_REAL: notReal, LIFEBOAT_KILL_DOCKER: '1' }
    await runTests(tally, join(folder, 'daemon.json'), alone, ['test/e2e/deploy-daemon.test.ts'])
  } else missing.push('a Docker daemon killed during a deployment (the daemon is not the tests’ own)')
  const lines = [...missing, ...(await readFile(notReal, 'utf8')).split('\n')].filter(
    (line) => line.trim() !== '',
  )
  say(lines.length === 0 ? 'Everything was run for real.' : 'Not run for real:')
  for (const line of new Set(lines)) say(`  - ${line}`)
  say(`${tally.passed} passed, ${tally.failed} failed`)
  process.exitCode = tally.failed === 0 && tally.passed > 0 ? 0 : 1
} finally {
  await rm(folder, { recursive: true, force: true })
}
