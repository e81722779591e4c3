import { runAction } from '../github/run.ts'
import { runShape } from '../wiring/run-shape.ts'
import { verbs } from '../wiring/verbs.ts'
import { render } from './render.ts'

const { inputs, outputs } = verbs.shape

export const main = (): Promise<void> =>
  runAction({ operation: 'shape', inputs, outputs: Object.keys(outputs), render }, runShape)
