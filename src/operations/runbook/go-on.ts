import { dirname } from 'node:path'
import type { Environment } from '../../domain/environment/schema.ts'
import type { Runbook } from '../../domain/runbook/schema.ts'
import { shellArgument } from '../../vault/shell-text.ts'
import type { Journal } from './journal.ts'
import type { RunbookInput } from './said.ts'

/** What a person adds to go on. */
export type Addition = Partial<Pick<RunbookInput, 'answers' | 'done' | 'given'>>

/** The command that ends a run which nobody will go on with. @param options of this call that the command needs as well */
export function commandToAbandon(
  { environment }: Environment,
  run: string,
  options: RunbookInput['options'],
): string {
  const own = ['config', 'signing-key-file'].flatMap((name) => {
    const value = options.get(name)
    return value === undefined ? [] : [` --${name} ${shellArgument(value)}`]
  })
  return `lifeboat runbook abandon --environment ${environment}${own.join('')} --run ${run} --reason "…"`
}

/**
 * The command that goes on with a run, ready to be pasted: with the files, the confirmation and the reason that this run was
 * given, and with what was said of steps that it has not come to. What no store has on record is said in the command itself.
 */
export function commandToGoOn(
  { environment }: Environment,
  { incident, file, steps, verification }: Pick<Runbook, 'incident' | 'file' | 'steps' | 'verification'>,
  journal: Journal,
  input: Pick<RunbookInput, 'answers' | 'done' | 'skip' | 'given' | 'options'>,
  { answers = new Map(), done = new Set(), given = new Map() }: Addition = {},
): string {
  const isPast = (id: string) => {
    const state = journal.steps.get(id)?.state
    return state === 'done' || state === 'skipped'
  }
  const isOpen = (id: string) => !isPast(id)
  const isDecision = (id: string) => steps.some((step) => step.id === id && step.type === 'decision')
  // Of what was left out or done, the next run must be told where it cannot read it.
  const forgotten = [...steps, ...verification].flatMap(({ id }) =>
    isPast(id) && (!journal.isRecorded || journal.unrecorded.has(id))
      ? [{ id, state: journal.steps.get(id) }]
      : [],
  )
  const said = {
    answer: [
      ...new Map([
        ...forgotten.flatMap(({ id, state }): [string, string][] =>
          state?.state === 'done' && state.answer !== null ? [[id, state.answer]] : [],
        ),
        // That it is done again was said of the last time.
        ...[...input.answers].filter(
          ([id, answer]) => isOpen(id) && (answer !== 'again' || !journal.steps.has(id)),
        ),
        ...answers,
      ]),
    ].map(([id, answer]) => `${id}=${answer}`),
    give: [
      ...new Map([...[...input.given].filter(([key]) => isOpen(key.slice(0, key.indexOf('.')))), ...given]),
    ].map(([key, value]) => `${key}=${value}`),
    done: [
      ...new Set([
        ...forgotten.flatMap(({ id, state }) => (state?.state === 'done' && !isDecision(id) ? [id] : [])),
        ...[...input.done].filter(isOpen),
        ...done,
      ]),
    ],
    skip: [
      ...new Set([
        ...forgotten.flatMap(({ id, state }) => (state?.state === 'skipped' ? [id] : [])),
        ...[...input.skip].filter(isOpen),
      ]),
    ],
  }
  const folder = dirname(file)
  const options: [name: string, value: string][] = [
    ['environment', environment],
    ['incident', incident],
    ...(folder === 'runbooks' ? [] : [['folder', folder] as [string, string]]),
    ...(journal.isRecorded
      ? [['run', journal.run] as [string, string]]
      : [['began', new Date(journal.beganAt).toISOString()] as [string, string]]),
    ...input.options,
    ...Object.entries(said).flatMap(([name, all]): [string, string][] =>
      all.length === 0 ? [] : [[name, all.join(';')]],
    ),
  ]
  return `lifeboat runbook run ${options.map(([name, value]) => `--${name} ${shellArgument(value)}`).join(' ')}`
}
