import { runAction } from '../github/run.ts'
import { runDrill } from '../wiring/run-drill.ts'
import { verbs } from '../wiring/verbs.ts'
import { render } from './render.ts'

const { inputs, outputs } = verbs.drill

export const main = (): Promise<void> =>
  runAction({ operation: 'drill', inputs, outputs: Object.keys(outputs), render }, runDrill)
