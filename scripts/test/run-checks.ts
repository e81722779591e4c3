import { runCheck, say, type Tally } from './run-check.ts'
import { staleFiles } from './stale-files.ts'

/** What needs no server and takes a minute: format, lint, types, unused code, and that what is committed is what is built. */
export async function runChecks(tally: Tally): Promise<void> {
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
