import { z } from 'zod'
import { incidentIdPattern } from '../../domain/runbook/schema.ts'
import {
  boolean,
  config,
  environment,
  flag,
  identityInputs,
  lines,
  path,
  sharedInputs,
  signingInputs,
  words,
} from '../input-fields.ts'
import { actionVerb, verb } from '../verb.ts'

const folder = path.default('runbooks').describe('Folder of the runbooks.')
const incident = z
  .string()
  .regex(incidentIdPattern, { error: 'accepted: the id of an incident, such as INC-001' })
  .describe('Id of the incident, as its runbook has it: `INC-002`.')

/** Of two answers to one question neither is taken. */
const once = (all: readonly string[]) =>
  new Set(all.map((line) => line.slice(0, line.indexOf('=')))).size === all.length
const onceForm = { error: 'accepted: one for each, and not two' }

/** `look=broken`, one per line. */
const answers = lines
  .refine((all) => all.every((line) => /^[a-z][a-z0-9-]*=[a-z][a-z0-9-]*$/.test(line)), {
    error: 'accepted: step=answer, such as look=broken',
  })
  .refine(once, onceForm)
  .transform((all) => new Map(all.map((line) => line.split('=', 2) as [string, string])))
/** `restore.backup=20261121T101500Z-k3f9x`, one per line. */
const gifts = lines
  .refine((all) => all.every((line) => /^[a-z][a-z0-9-]*\.[a-z][a-z-]*=.+$/.test(line)), {
    error: 'accepted: step.input=value, such as restore.backup=2026-11-21T10:00:00Z',
  })
  .refine(once, onceForm)
  .transform(
    (all) =>
      new Map(
        all.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)] as const),
      ),
  )
const steps = lines.transform((all) => new Set(all))

export const runbookRunInputs = z.object({
  ...sharedInputs,
  incident,
  folder,
  run: words
    .optional()
    .describe(
      'Id of a run to go on with, as its report has it; or `new`, to begin one although another of the same incident is open. Default: a new run begins where none is open.',
    ),
  began: z.iso
    .datetime({ offset: true, error: 'accepted: a time such as 2026-11-21T10:15:00Z' })
    .transform((text) => Date.parse(text))
    .optional()
    .describe('When the incident began, as `2026-11-21T10:15:00Z`: its RTO counts from then. Default: now.'),
  answer: answers
    .optional()
    .describe(
      'Answers to decisions, one `step=answer` per line or separated by semicolons; on the command line also given several times.',
    ),
  give: gifts
    .optional()
    .describe('Inputs that steps ask for, as `step.input=value`, one per line or separated by semicolons.'),
  done: steps.optional().describe('Ids of steps that a person has done, likewise.'),
  skip: steps.optional().describe('Ids of steps that are left out, likewise; the run is then degraded.'),
  confirm: words
    .optional()
    .describe(
      'The name of the environment, typed by whoever starts it: handed to the steps that ask for it.',
    ),
  simulate: boolean.describe('Says what each step would do, and does nothing.').meta(flag),
  ...identityInputs,
  ...signingInputs,
})
export type RunbookRunInput = z.output<typeof runbookRunInputs>

export const runbookRun = actionVerb({
  name: 'runbook run',
  summary: 'Carry out the runbook of an incident, step by step',
  description:
    'Does what can be done by a machine, asks for what only a person can do, and records each step in the ledger as it is ' +
    'done. Where nobody sits at a terminal it ends at such a step, and goes on when it is run again with the id of the run. ' +
    'It is timed against the RTO of the incident, and tells those whom the runbook names when it runs late.',
  examples: [
    {
      text: 'What would be done',
      command: 'lifeboat runbook run --environment production --incident INC-003 --simulate',
    },
    {
      text: 'Do it',
      command:
        'lifeboat runbook run --environment production --incident INC-003 --confirm production --reason "server lost" --identity-file verify-identity.txt --signing-key-file backup-signing-key.txt',
    },
    {
      text: 'Go on after a person has done their part',
      command:
        'lifeboat runbook run --environment production --incident INC-003 --run INC-003-20261121T101500Z-1f2e3 --done tell-customers',
    },
  ],
  inputs: runbookRunInputs,
  outputs: {
    run: 'Id of the run, to go on with it.',
    state: '`done`, `waiting` for a person, `failed`, or `simulated`.',
    'waiting-for': 'Id of the step that waits for a person; empty when none does.',
  },
  action: { folder: 'runbook', title: 'Lifeboat runbook', icon: 'book-open', startsServers: true },
  load: async () => (await import('../run-runbook.ts')).runRunbookVerb,
})

export const runbookListInputs = z.object({
  environment: environment.optional().describe('Environment whose drills say which runbooks are proven.'),
  config,
  folder,
})
export type RunbookListInput = z.output<typeof runbookListInputs>

export const runbookList = verb({
  name: 'runbook list',
  summary: 'List the runbooks: incident, severity, RTO, and whether a drill proves them',
  description:
    'Reads the runbooks of the folder. With an environment, also its ledger: a runbook whose drill is stale, failed or was ' +
    'never held is shown as unproven, and runs that have not ended are listed.',
  examples: [{ text: 'With their proofs', command: 'lifeboat runbook list --environment production' }],
  inputs: runbookListInputs,
  load: async () => (await import('../run-runbook-files.ts')).runRunbookList,
})

export const runbookAbandonInputs = z.object({
  environment,
  config,
  run: words.describe('Id of the run, as `runbook list` has it.'),
  reason: words.max(500).describe('Why nobody goes on with it. Kept in the ledger.'),
  ...signingInputs,
})
export type RunbookAbandonInput = z.output<typeof runbookAbandonInputs>

export const runbookAbandon = verb({
  name: 'runbook abandon',
  summary: 'End a run of a runbook that nobody will go on with',
  description:
    'Writes into the ledger that the run is over and why, without its having come to its end. Nothing that it did is undone. ' +
    'A run that is open keeps another of the same incident from beginning unnoticed.',
  examples: [
    {
      text: 'Two people had begun',
      command:
        'lifeboat runbook abandon --environment production --run INC-003-20261121T101500Z-1f2e3 --reason "begun twice" --signing-key-file backup-signing-key.txt',
    },
  ],
  inputs: runbookAbandonInputs,
  load: async () => (await import('../run-runbook-files.ts')).runRunbookAbandon,
})

export const runbookShowInputs = z.object({ incident, folder })
export type RunbookShowInput = z.output<typeof runbookShowInputs>

export const runbookShow = verb({
  name: 'runbook show',
  summary: 'Show a runbook, to read or to follow by hand',
  description: 'Prints how the incident shows, what is done, how it is verified, who is told and when.',
  examples: [{ text: 'The database does not start', command: 'lifeboat runbook show --incident INC-003' }],
  inputs: runbookShowInputs,
  load: async () => (await import('../run-runbook-files.ts')).runRunbookShow,
})

export const runbookLintInputs = z.object({ folder })
export type RunbookLintInput = z.output<typeof runbookLintInputs>

export const runbookLint = verb({
  name: 'runbook lint',
  summary: 'Check the runbooks without running anything',
  description:
    'Names problems with file, line and column: unknown keys and verbs, inputs that a verb would refuse, ways that ' +
    'lead back, drills that there are not. Reads no variable and reaches nothing.',
  examples: [{ text: 'All runbooks of the folder', command: 'lifeboat runbook lint' }],
  inputs: runbookLintInputs,
  load: async () => (await import('../run-runbook-files.ts')).runRunbookLint,
})
