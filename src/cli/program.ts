import { Command, InvalidArgumentError, Option } from 'commander'
import { isSeveral } from '../wiring/input-fields.ts'
import type { Verb } from '../wiring/verb.ts'
import { verbs } from '../wiring/verbs.ts'
import { version } from '../wiring/version.ts'

/** What was typed after a verb. */
export interface Given {
  /** Inputs by their names; absent when not given. */
  inputs: Record<string, string | undefined>
  json: boolean
  verbose: boolean
}

/** The command line as the table of verbs describes it. */
export function createProgram(run: (verb: Verb, given: Given) => Promise<void>): Command {
  const program = teach(new Command('lifeboat'))
    .description('PostgreSQL backups that are proven to restore.')
    .version(version)
    .addHelpText('after', overview)
  const parents = new Map<string, Command>()
  for (const verb of Object.values<Verb>(verbs)) {
    const words = verb.name.split(' ')
    const last = words.pop() ?? verb.name
    const parent = words.reduce((above, word) => {
      const group = parents.get(word) ?? teach(above.command(word)).description(groups[word] ?? '')
      parents.set(word, group)
      return group
    }, program)
    const command = teach(parent.command(last))
    // A verb may have others below it: `drill`, `drill list`.
    if (parent === program) parents.set(last, command)
    addVerb(command, verb, run)
  }
  return program
}

/** What the verbs of two words have in common. */
const groups: Partial<Record<string, string>> = {
  env: 'Start, examine, stop and remove the application of an environment',
  ledger: 'Check the record of what was done to the backups',
  lease: 'See, and clear, what holds up other runs',
  notify: 'Try the channels that are told of runs',
  report: 'Reports of a period, from the records in the stores',
  runbook: 'Procedures for incidents: list, show, check and carry them out',
  store: 'Ask the stores what they enforce, and what these credentials may do',
}

const overview = `
Typical first steps:
  $ lifeboat init                                  write an environment file, keys and workflows
  $ lifeboat backup --environment production       make a backup
  $ lifeboat verify --environment production --identity-file verify-identity.txt
                                                   restore it into a throwaway server and prove it

Every verb explains itself: lifeboat backup --help
Reports of runs go to standard error; --json prints them as JSON on standard output. Documents that were
asked for (metrics, report compliance) go to standard output themselves.
Exit codes: 0 good, 1 our fault, 2 config, 3 missing, 4 refused, 5 access, 6 unavailable, 7 integrity,
            8 objective missed or check failed, 9 capacity, 130 stopped.`

/** What was asked for goes to standard output, so that it can be paged; what is wrong goes to standard error. */
function teach(command: Command): Command {
  return command.exitOverride().helpCommand(false).allowExcessArguments(false).enablePositionalOptions()
}

function addVerb(command: Command, verb: Verb, run: (verb: Verb, given: Given) => Promise<void>): void {
  const options = new Map<string, Option>()
  for (const [name, schema] of Object.entries(verb.inputs.shape)) {
    if (schema.meta()?.['only'] === 'action') continue
    const isFlag = schema.meta()?.['flag'] === true
    // What is accepted, and what holds when nothing is given, the schema knows; here it is only shown.
    const otherwise = schema.safeParse(undefined)
    const note = !otherwise.success
      ? ' (required)'
      : typeof otherwise.data === 'string'
        ? ` (default: ${otherwise.data})`
        : ''
    const option = new Option(
      isFlag ? `--${name}` : `--${name} <value>`,
      (schema.description ?? '').replaceAll('`', '') + note,
    )
    if (!isFlag)
      option.argParser((value: string, before: string | undefined) => joined(before, value, schema))
    options.set(name, option)
    command.addOption(option)
  }
  command
    .summary(verb.summary)
    .description(`${verb.summary}.\n\n${verb.description}`)
    .option('--json', 'print the report as JSON on standard output')
    .option('--verbose', 'say more while it works')
    .addHelpText('after', `\nExamples:\n${verb.examples.map(example).join('\n')}`)
    .action(async () => {
      const values: Record<string, unknown> = command.opts()
      const text = (value: unknown) =>
        value === true ? 'true' : typeof value === 'string' ? value : undefined
      await run(verb, {
        inputs: Object.fromEntries(
          [...options].map(([name, option]) => [name, text(values[option.attributeName()])]),
        ),
        json: values['json'] === true,
        verbose: values['verbose'] === true,
      })
    })
}

/** Of two that were typed, none is dropped silently. */
function joined(before: string | undefined, value: string, schema: Parameters<typeof isSeveral>[0]): string {
  if (before === undefined) return value
  if (isSeveral(schema)) return `${before}\n${value}`
  throw new InvalidArgumentError('It is given more than once; give it once.')
}

function example({ text, command }: Verb['examples'][number]): string {
  return `  # ${text}\n  $ ${command}`
}
