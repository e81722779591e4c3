/** `npm run check`: everything of `npm test` that is no test. Before each commit it takes a minute. */
import { say, type Tally } from './test/run-check.ts'
import { runChecks } from './test/run-checks.ts'

const tally: Tally = { passed: 0, failed: 0 }
await runChecks(tally)
say(`${tally.passed} passed, ${tally.failed} failed`)
process.exitCode = tally.failed === 0 && tally.passed > 0 ? 0 : 1
