import { type Command, CommanderError } from 'commander'
import { asFailure, exitCode, failureKinds } from '../domain/failure.ts'
import { systemClock } from '../host/clock.ts'
import type { Host } from '../wiring/host.ts'
import type { Verb } from '../wiring/verb.ts'
import { verbs } from '../wiring/verbs.ts'
import { parseInputs } from '../wiring/parse-inputs.ts'
import { printFailure, printResult } from './print.ts'
import { createProgram, type Given } from './program.ts'
import { repeat } from './repeat.ts'
import { openTerminalHost } from './terminal-host.ts'

/** Understands a command line, does what it says and gives the exit code. */
export async function run(words: readonly string[]): Promise<number> {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', bearLoss)
  let code: number = failureKinds.config.exit
  const program = createProgram(async (verb, given) => {
    code = await runVerb(verb, given)
  })
  try {
    await program.parseAsync(withoutHelpForUnknown(program, words), { from: 'user' })
    return code
  } catch (thrown) {
    // Commander has printed what is wrong, or the help that was asked for.
    if (thrown instanceof CommanderError) {
      if (thrown.code === 'commander.excessArguments') process.stderr.write(withoutWords(program, words))
      return thrown.exitCode === 0 ? 0 : code
    }
    throw thrown
  }
}

let isLost = false

/**
 * A reader such as `head` may leave when it has enough: the work goes on to its end, and ends as it would have. So it does
 * where the disk is full or broken; but then somebody misses what was said, and the exit code tells.
 */
function bearLoss(this: NodeJS.WriteStream, error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') return
  if (error.code !== 'ENOSPC' && error.code !== 'EDQUOT' && error.code !== 'EIO') throw error
  if (isLost) return
  isLost = true
  if (this === process.stdout) {
    const why = error.code === 'EIO' ? 'it does not work' : 'the disk is full'
    process.stderr.write(`standard output cannot be written to: ${why} (${error.code})\n`)
  }
  // It may come before the end of the work or after it, and whatever code that gives must not hide it.
  process.once('exit', () => {
    process.exitCode = failureKinds.capacity.exit
  })
}

/** Asked for help with a verb that there is not, Commander would give the help of what stands above it, and be content. */
function withoutHelpForUnknown(program: Command, words: readonly string[]): string[] {
  let command = program
  for (const word of words) {
    if (word.startsWith('-')) continue
    if (command.commands.length === 0) break
    const found = command.commands.find((one) => one.name() === word)
    if (found === undefined) return words.filter((one) => one !== '--help' && one !== '-h')
    command = found
  }
  return [...words]
}

/** For who writes `drill run`, as there is a `runbook run`: what may stand there instead. */
function withoutWords(program: Command, words: readonly string[]): string {
  const names: string[] = []
  let command = program
  for (const word of words) {
    const found = command.commands.find((one) => one.name() === word)
    if (found === undefined) break
    names.push(word)
    command = found
  }
  const verb = names.join(' ')
  const below = command.commands.map((one) => `lifeboat ${verb} ${one.name()}`)
  const known = Object.values<Verb>(verbs).find(({ name }) => name === verb)
  return [
    `lifeboat ${verb} takes options, and no other words, such as: ${known?.examples[0]?.command ?? `lifeboat ${verb} --help`}`,
    ...(below.length === 0 ? [] : [`There are also: ${below.join(', ')}`]),
    '',
  ].join('\n')
}

async function runVerb(verb: Verb, given: Given): Promise<number> {
  using terminal = openTerminalHost({ verbose: given.verbose })
  try {
    const input = parseInputs(verb, given.inputs, '--')
    const work = await verb.load()
    const runOnce = async (host: Host) => printResult(await work(input, host), given, host)
    const interval = 'every' in input && typeof input['every'] === 'number' ? input['every'] : null
    if (interval === null) return await runOnce(terminal)
    const runAnew = async () => {
      try {
        return await runOnce(terminal.anew())
      } catch (thrown) {
        return ended(thrown, given, terminal)
      }
    }
    return await repeat(interval, runAnew, { clock: systemClock, log: terminal.log, signal: terminal.signal })
  } catch (thrown) {
    return ended(thrown, given, terminal)
  }
}

function ended(thrown: unknown, given: Given, host: Host): number {
  const failure = asFailure(thrown)
  printFailure(failure, given, host)
  return exitCode(failure)
}
