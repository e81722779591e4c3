import { runAction } from '../github/run.ts'
import { runRetention } from '../wiring/run-retention.ts'
import { verbs } from '../wiring/verbs.ts'
import { render } from './render.ts'

const { inputs, outputs } = verbs.retention

export const main = (): Promise<void> =>
  runAction({ operation: 'retention', inputs, outputs: Object.keys(outputs), render }, runRetention)
