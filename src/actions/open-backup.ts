import { runAction } from '../github/run.ts'
import { runOpenBackup } from '../wiring/run-open-backup.ts'
import { verbs } from '../wiring/verbs.ts'
import { render } from './render.ts'

const { inputs, outputs } = verbs['open-backup']

export const main = (): Promise<void> =>
  runAction({ operation: 'validate-pr', inputs, outputs: Object.keys(outputs), render }, runOpenBackup)
