import { runAction } from '../github/run.ts'
import { runGate } from '../wiring/run-gate.ts'
import { verbs } from '../wiring/verbs.ts'
import { render } from './render.ts'

const { inputs, outputs } = verbs.gate

export const main = (): Promise<void> =>
  runAction({ operation: 'gate', inputs, outputs: Object.keys(outputs), render }, runGate)
