import { error, setOutput } from './commands.ts'
import { failureKinds } from '../domain/failure.ts'

/** Ends a step that was told to do what there is none of: with the outputs that every action sets, and as `config`. */
export function refuseCommand(name: string, known: readonly string[]): void {
  setOutput('verdict', 'failed')
  setOutput('failure', 'config')
  setOutput('report', '')
  error(`the input command is ${JSON.stringify(name)}; accepted: ${known.join(' or ')}`, {
    title: 'Lifeboat',
  })
  process.exitCode = failureKinds.config.exit
}
