import { runAction } from '../github/run.ts'
import { runStatus } from '../wiring/run-status.ts'
import { verbs } from '../wiring/verbs.ts'
import { render } from './render.ts'

const { inputs, outputs } = verbs.status

export const main = (): Promise<void> =>
  runAction({ operation: 'status', inputs, outputs: Object.keys(outputs), render }, runStatus)
