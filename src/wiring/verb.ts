import type { z } from 'zod'
import type { FailureKind } from '../domain/failure.ts'
import type { Report } from '../domain/report.ts'
import type { Host } from './host.ts'

/**
 * A verb: one thing that Lifeboat does, offered as an action, on the command line, or both. From this description come
 * the options of the CLI, each action.yml, the tables in the READMEs and the reference.
 */
export interface Verb<Inputs extends z.ZodObject = z.ZodObject, Result = Outcome | Answer> {
  /** As it is typed after `lifeboat`: `backup`, `store check`. */
  readonly name: string
  /** One line, without a full stop. */
  readonly summary: string
  /** A paragraph or two: what it does, what it needs, what it leaves behind. */
  readonly description: string
  readonly examples: readonly Example[]
  /** Keys are kebab-case, as in `with:` and after `--`. Every value arrives as text. */
  readonly inputs: Inputs
  /** Outputs of the action, besides the shared ones. */
  readonly outputs: Readonly<Record<string, string>>
  readonly action: ActionFace | null
  /** The implementation, with whatever is heavy behind it. */
  readonly load: () => Promise<(input: z.output<Inputs>, host: Host) => Promise<Result>>
}

export interface Example {
  readonly text: string
  readonly command: string
}

/** How a verb appears as an action. */
export interface ActionFace {
  /** The folder under `actions/`, and the part of `uses:` that names it. */
  readonly folder: string
  readonly title: string
  readonly icon: string
  /** Then a step at the job's end stops what the run itself could not, as it was killed. */
  readonly startsServers: boolean
  /** In two steps: one that runs it, and one that always reports, also when the first was killed. */
  readonly isComposite?: true
}

/** What a verb that works on backups ends with. */
export interface Outcome {
  readonly report: Report
  /** The verb's own outputs; the shared ones follow from the report. */
  readonly outputs: Readonly<Record<string, string>>
}

/** What a verb that only answers a question ends with. */
export interface Answer {
  /** For people. */
  readonly text: string
  /** The text is what was asked for, to be kept or read on by a program: it goes to standard output, unless JSON does. */
  readonly isDocument?: boolean
  /** For programs: what `--json` prints. */
  readonly json: unknown
  /** What went wrong although there is an answer; it gives the exit code. */
  readonly failure?: FailureKind
}

export type ActionVerb<Inputs extends z.ZodObject = z.ZodObject> = Verb<Inputs, Outcome> & {
  readonly action: ActionFace
}

/** The outputs that every action sets, before it fails. */
export const sharedOutputs = {
  verdict: '`passed`, `degraded` or `failed`.',
  failure:
    'Kind of the failure (`config`, `missing`, `refused`, `access`, `unavailable`, `integrity`, `objective`, `capacity`, `cancelled`, `bug`); empty when there was none.',
  report: "Path of the JSON report in the runner's temporary folder.",
} as const

/** A verb that is an action too. */
export function actionVerb<Inputs extends z.ZodObject>(verb: ActionVerb<Inputs>): ActionVerb<Inputs> {
  return verb
}

/** A verb of the command line alone. */
export function verb<Inputs extends z.ZodObject>(
  description: Omit<Verb<Inputs>, 'outputs' | 'action'>,
): Verb<Inputs> & { action: null } {
  return { ...description, outputs: {}, action: null }
}
