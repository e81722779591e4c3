import type { Failure, FailureKind } from './failure.ts'
import type { ObjectiveResult } from './objectives.ts'
import type { Subject } from './subject.ts'
import type { Bytes, Instant, Milliseconds } from './units.ts'
import type { AnyCheck, Verdict } from './verdict.ts'

/**
 * What an operation tells people and machines: one model, several renderings. It is plain JSON.
 * Names that came from data stand only in fields called `subjects` or `name` of a table, so that a rendering for a
 * public place can hide them; everything else may be shown to anyone.
 */
export interface Report {
  format: 1
  operation:
    | 'backup'
    | 'verify-restore'
    | 'restore'
    | 'retention'
    | 'replicate'
    | 'repair'
    | 'ledger-verify'
    | 'lease'
    | 'list'
    | 'plan'
    | 'store-check'
    | 'deploy-env'
    | 'gate'
    | 'validate'
    | 'validate-pr'
    | 'shape'
    | 'status'
    | 'drill'
    | 'runbook'
  environment: string
  verdict: Verdict
  /** The gravest failure, or null. Also set when the verdict is `failed` because a check failed. */
  failure: ReportedFailure | null
  backupId: string | null
  /** What the run was about, besides its environment: the scenarios of a drill, the incident of a runbook, the file of a shape. */
  about?: string
  /** In words for machines, where the rest of the report does not say it: what was tried, and what of it is in trouble. */
  subject?: Subject
  startedAt: Instant
  finishedAt: Instant
  /** Who ran it, why, and where to read its log; null where unknown. */
  actor: string | null
  reason: string | null
  runUrl: string | null
  objectives: ObjectiveResult[]
  checks: AnyCheck[]
  /** Phases in the order in which they began; they may overlap. */
  timeline: Phase[]
  /** Figures for people, in order: sizes, rates, ratios, versions, isolation… */
  facts: Fact[]
  tables: TableResult[]
  copies: CopyResult[]
  /** Things worth knowing that are no failure. */
  notices: Notice[]
  /** What to do next, when something is to be done. */
  next: string[]
  /** Of a restore: what came back, and where. */
  restored?: RestoredSummary
  /** Of a runbook's run that was begun: of which incident, since when, and whether the run has come to its end. */
  incident?: { id: string; beganAt: Instant; isOver: boolean }
  /** Of a run that ended because only a person can go on: the step that waits. */
  waitsFor?: string
  /** Of a deployment that was begun: what has become of it. */
  deployed?: DeployedSummary
  /** Of a deployment that somebody let through the gate: why, and what was not met. People are told of it. */
  overridden?: { reason: string; conditions: readonly string[] }
  /** It only said what it would do, and nothing has happened. */
  dryRun?: true
  /** Of a dry run: what a person has not said yet, without which the run itself would be refused. */
  missingConsent?: readonly string[]
}

/** What a deployment, or the taking back of one, came to. */
export interface DeployedSummary {
  /** That was deployed, or taken back. */
  version: string
  /** `untouched`: it failed before anything was changed. `unfinished`: the run broke off, and the next one sees to the rest. */
  state: 'unfinished' | 'untouched' | 'stands' | 'left' | 'rolled-back' | 'broken'
  /** What runs now; null where a person has to look. */
  runs: string | null
  /** Of what was taken back: whether its data came back, stayed as it had become, or had not changed. */
  data: 'restored' | 'left' | 'same' | null
  /** Taken back because a person asked for it. */
  isAskedFor: boolean
}

/** What a restore did, or, of a dry run, would do. */
export interface RestoredSummary {
  mode: 'side-by-side' | 'swap' | 'in-place'
  dryRun: boolean
  /** Per source: where it lies now, and under which name the former state is kept; empty when nothing was restored. */
  places: {
    source: string
    database: string
    /** The schema that the rows lie in, when only rows were asked for. */
    schema?: string
    keptAs: string | null
    /** Whether it stands in the place of what was in use. */
    exchanged: boolean
  }[]
  /** The newest moment whose data is in it for certain, and how long before the restore that was. */
  dataAt: Instant | null
  dataLoss: Milliseconds | null
  /** Newer backups that were given up, since no store has them whole. */
  passedOver: number
  /** A restore test has shown the backup to be bad, and no newer one acquits it. */
  condemned: boolean
  /** The application was led to it, and is well as far as it was asked. */
  inService: boolean
}

export interface ReportedFailure {
  kind: FailureKind
  message: string
  hint: string | null
  subjects: readonly string[]
}

/** A failure as reports tell it. */
export function reportFailure({ kind, message, hint, subjects }: Failure): ReportedFailure {
  return { kind, message, hint: hint ?? null, subjects }
}

/** The report of a run that failed before its operation could write one. */
export function failedReport(
  about: Pick<
    Report,
    'operation' | 'environment' | 'startedAt' | 'finishedAt' | 'actor' | 'reason' | 'runUrl'
  >,
  failure: Failure,
): Report {
  return {
    format: 1,
    verdict: 'failed',
    failure: reportFailure(failure),
    backupId: null,
    ...about,
    objectives: [],
    checks: [],
    timeline: [],
    facts: [],
    tables: [],
    copies: [],
    notices: [],
    next: failure.hint === undefined ? [] : [failure.hint],
  }
}

export interface Phase {
  name: string
  startedAt: Instant
  duration: Milliseconds
  /** `manual`: asked of a person, under `next`. */
  status: 'done' | 'failed' | 'skipped' | 'manual'
  /** What was done, for people. */
  detail?: string
  /** Of steps that move data: the stores it came from, and how many stored bytes. */
  stores?: string[]
  bytes?: Bytes
}

export interface Fact {
  label: string
  /** For people. */
  text: string
  /** For machines, in the unit that `unit` names. */
  value?: number
  unit?: 'bytes' | 'milliseconds' | 'bytes-per-second' | 'ratio' | 'count'
}

export interface TableResult {
  source: string
  name: string
  rows: number | null
  /** Plain size of the data, when known. */
  bytes: Bytes | null
  status: 'equal' | 'equal-as-multiset' | 'contained' | 'different' | 'missing' | 'unproven' | 'dumped'
  note: string | null
}

export interface CopyResult {
  store: string
  kind: string
  status: 'complete' | 'incomplete' | 'unreachable' | 'damaged' | 'ephemeral'
  /** Whether the store itself refuses to overwrite an existing object, as its probe found. */
  writeOnce: boolean | null
  detail: string | null
}

export interface Notice {
  level: 'notice' | 'warning'
  text: string
  subjects: readonly string[]
}
