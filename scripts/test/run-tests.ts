import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root, run, say, since, type Tally } from './run-check.ts'

interface VitestResults {
  numPassedTests: number
  numFailedTests: number
  testResults: {
    name: string
    status: string
    assertionResults: { fullName: string; status: string }[]
  }[]
}

/** Runs the test files and adds them up. A file that could not even be loaded counts as a failure of its own. */
export async function runTests(
  tally: Tally,
  resultFile: string,
  environment: Record<string, string>,
  filters: readonly string[],
): Promise<void> {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  const start = performance.now()
  const { code } = await run(
    process.execPath,
    [vitest, 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${resultFile}`, ...filters],
    { environment, show: true },
  )
  const results = await readFile(resultFile, 'utf8').then(
    (text) => JSON.parse(text) as VitestResults,
    () => null,
  )
  if (results === null) {
    say(`FAILED  vitest ended with code ${code} and without results`)
    tally.failed += 1
    return
  }
  const skipped = results.testResults.flatMap((file) =>
    file.assertionResults.filter(({ status }) => status !== 'passed' && status !== 'failed'),
  )
  const unloaded = results.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'),
  )
  for (const test of skipped) say(`  skipped: ${test.fullName}`)
  tally.passed += results.numPassedTests
  const failed = results.numFailedTests + unloaded.length
  // Vitest also fails for errors outside of any test.
  const outside = failed === 0 && code !== 0
  if (outside) say(`FAILED  vitest ended with code ${code} although every test passed: see above`)
  tally.failed += outside ? 1 : failed
  const state = failed > 0 || outside ? 'FAILED' : 'passed'
  say(`${state}  tests: ${results.numPassedTests} passed, ${failed} failed (${since(start)})`)
}
