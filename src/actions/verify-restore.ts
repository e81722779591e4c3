import { runAction } from '../github/run.ts'
import { runVerify } from '../wiring/run-verify.ts'
import { verbs } from '../wiring/verbs.ts'
import { render } from './render.ts'

const { inputs, outputs } = verbs.verify

export const main = (): Promise<void> =>
  runAction({ operation: 'verify-restore', inputs, outputs: Object.keys(outputs), render }, runVerify)
