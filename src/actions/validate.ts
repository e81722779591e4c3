import { runAction } from '../github/run.ts'
import { runValidate } from '../wiring/run-validate.ts'
import { verbs } from '../wiring/verbs.ts'
import { render } from './render.ts'

const { inputs, outputs } = verbs.validate

export const main = (): Promise<void> =>
  runAction({ operation: 'validate', inputs, outputs: Object.keys(outputs), render }, runValidate)
