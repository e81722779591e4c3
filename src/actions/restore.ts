import { runAction } from '../github/run.ts'
import { runRestore } from '../wiring/run-restore.ts'
import { verbs } from '../wiring/verbs.ts'
import { render } from './render.ts'

const { inputs, outputs } = verbs.restore

export const main = (): Promise<void> =>
  runAction({ operation: 'restore', inputs, outputs: Object.keys(outputs), render }, runRestore)
