import { runAction } from '../github/run.ts'
import { runValidatePr } from '../wiring/run-validate-pr.ts'
import { verbs } from '../wiring/verbs.ts'
import { render } from './render.ts'

const { inputs, outputs } = verbs['validate-pr']

export const main = (): Promise<void> =>
  runAction({ operation: 'validate-pr', inputs, outputs: Object.keys(outputs), render }, runValidatePr)
