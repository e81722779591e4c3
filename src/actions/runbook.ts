import { runAction } from '../github/run.ts'
import { runRunbookVerb } from '../wiring/run-runbook.ts'
import { runbookRun } from '../wiring/verbs/runbook.ts'
import { render } from './render.ts'

const { inputs, outputs } = runbookRun

export const main = (): Promise<void> =>
  runAction({ operation: 'runbook', inputs, outputs: Object.keys(outputs), render }, runRunbookVerb)
