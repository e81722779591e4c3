import { runAction } from '../github/run.ts'
import { runReplicate } from '../wiring/run-replicate.ts'
import { verbs } from '../wiring/verbs.ts'
import { render } from './render.ts'

const { inputs, outputs } = verbs.replicate

export const main = (): Promise<void> =>
  runAction({ operation: 'replicate', inputs, outputs: Object.keys(outputs), render }, runReplicate)
