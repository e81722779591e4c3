/**
 * `npm test`: everything that decides whether a change may land, on a machine that has nothing but Node, and says what
 * it does. The last line is `N passed, N failed`.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bringDocker, hasOwnDaemon } from './test/docker.ts'
import { bringPackages } from './test/packages.ts'
import { runCheck, say, since, type Tally } from './test/run-check.ts'
import { runTests } from './test/run-tests.ts'
import { staleFiles } from './test/stale-files.ts'

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

async function runChecks(tally: Tally): Promise<void> {
  await runCheck(tally, 'format', ['oxfmt/bin/oxfmt', '--check', '.'], 'npm run format mends it.')
  await runCheck(tally, 'lint', ['oxlint/bin/oxlint', '--type-aware', '--deny-warnings'])
  await runCheck(tally, 'types', ['typescript/bin/tsc', '-p', 'tsconfig.json'])
  await runCheck(tally, 'unused code and dependencies', ['knip/bin/knip.js'])
  const before = await staleFiles.snapshot()
  await runCheck(tally, 'build', ['../scripts/build.ts'])
  const stale = await staleFiles.since(before)
  if (stale.length > 0) {
    // The tests below run what was just built; but what is committed must be it.
    for (const file of stale) say(`  stale: ${file}`)
    say('FAILED  what is built was not up to date; it is now: commit it')
    tally.failed += 1
  } else {
    tally.passed += 1
  }
}
