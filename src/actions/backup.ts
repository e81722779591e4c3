import { runAction } from '../github/run.ts'
import { runBackup } from '../wiring/run-backup.ts'
import { verbs } from '../wiring/verbs.ts'
import { render } from './render.ts'

const { inputs, outputs } = verbs.backup

export const main = (): Promise<void> =>
  runAction({ operation: 'backup', inputs, outputs: Object.keys(outputs), render }, runBackup)
