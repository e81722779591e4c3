import { runAction } from '../github/run.ts'
import { runReportPr } from '../wiring/run-report-pr.ts'
import { verbs } from '../wiring/verbs.ts'
import { render } from './render.ts'

const { inputs, outputs } = verbs['report-pr']

export const main = (): Promise<void> =>
  runAction({ operation: 'validate-pr', inputs, outputs: Object.keys(outputs), render }, runReportPr)
