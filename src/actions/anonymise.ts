import { runAction } from '../github/run.ts'
import { runAnonymise } from '../wiring/run-anonymise.ts'
import { verbs } from '../wiring/verbs.ts'
import { render } from './render.ts'

const { inputs, outputs } = verbs.anonymise

export const main = (): Promise<void> =>
  runAction({ operation: 'validate-pr', inputs, outputs: Object.keys(outputs), render }, runAnonymise)
