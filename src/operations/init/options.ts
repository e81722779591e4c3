import { z } from 'zod'
import { nameSchema } from '../../domain/environment/schema.ts'
import { templateProblem } from '../../domain/environment/template.ts'
import { durationForm, parseDuration } from '../../domain/units.ts'

/** In the order in which they are asked. */
export const optionNames = [
  'environment',
  'database-url-name',
  'store',
  'bucket',
  'region',
  'endpoint',
  'prefix',
  'credentials',
  'path',
  'rpo',
  'rto',
  'backup-every',
  'verify-every',
  'freshness',
  'heartbeat-name',
  'protected',
  'action',
  'action-version',
  'runs-on',
  'default-branch',
  'pull-requests',
] as const
export type OptionName = (typeof optionNames)[number]

/** Options as a terminal gives them; what is absent is asked for, or takes its default. */
export type InitOptions = Partial<Record<OptionName, string>>

export interface Option {
  question: string
  /** Null: an answer is needed. A function sees what was answered before it. */
  otherwise: string | null | ((given: InitOptions) => string)
  /** What is accepted, when the text is not; else null. */
  problem: (text: string) => string | null
  /** What an acceptable answer is taken for; itself where there is none. */
  read?: (text: string) => string
  /** Whether it matters, given what was answered before. */
  applies?: (given: InitOptions) => boolean
}

const isS3 = (given: InitOptions): boolean => given.store === 's3'
const isProduction = (given: InitOptions): boolean => (given.environment ?? '').startsWith('prod')

/** Kept as `true` or `false`, which options of a command say too. */
const yesOrNo: Pick<Option, 'problem' | 'read'> = {
  problem: (text) => (truthOf(text) === undefined ? 'yes or no' : null),
  read: (text) => truthOf(text) ?? text,
}

export const options: Readonly<Record<OptionName, Option>> = {
  environment: {
    question: 'What is the environment called?',
    otherwise: 'production',
    problem: (text) =>
      nameSchema.safeParse(text).success ? null : 'lower-case letters, digits and inner hyphens',
  },
  'database-url-name': {
    question: 'Which variable holds the database URL? (its name, not its value)',
    otherwise: 'DATABASE_URL',
    problem: variableProblem,
  },
  store: {
    question:
      'Where do backups go: s3 (any S3-compatible bucket) or local (a folder on a machine of your own)?',
    otherwise: 's3',
    problem: oneOf('s3', 'local'),
  },
  bucket: {
    question: 'Name of the bucket?',
    otherwise: null,
    problem: (text) =>
      /^[a-zA-Z0-9][a-zA-Z0-9._-]{1,254}$/.test(text)
        ? null
        : 'letters, digits, dots, hyphens and underscores',
    applies: isS3,
  },
  region: {
    question: 'Region of the bucket? (auto for Cloudflare R2)',
    otherwise: 'us-east-1',
    problem: (text) => (/^[a-z0-9-]+$/.test(text) ? null : 'a region such as eu-central-1, or auto'),
    applies: isS3,
  },
  endpoint: {
    question: 'Endpoint URL? (empty for AWS)',
    otherwise: '',
    problem: endpointProblem,
    applies: isS3,
  },
  prefix: {
    question: 'Key prefix inside the bucket? (empty for none)',
    otherwise: '',
    problem: (text) =>
      /^([A-Za-z0-9._-]+(\/[A-Za-z0-9._-]+)*)?$/.test(text) && !/(^|\/)\.{1,2}(\/|$)/.test(text)
        ? null
        : 'letters, digits, dots, hyphens and underscores, parts separated by single slashes',
    applies: isS3,
  },
  credentials: {
    question: 'Credentials for the bucket: keys, or oidc (an AWS role, no stored secret)?',
    otherwise: 'keys',
    problem: oneOf('keys', 'oidc'),
    applies: isS3,
  },
  path: {
    question: 'Which folder?',
    otherwise: null,
    problem: (text) =>
      /^[^\p{Cc}$]+$/u.test(text) ? null : 'a path without control characters and dollar signs',
    applies: (given) => given.store === 'local',
  },
  rpo: {
    question: 'RPO: how much data, in time, may be lost at most?',
    otherwise: (given) => (isProduction(given) ? '6h' : '24h'),
    problem: durationProblem,
  },
  rto: {
    question: 'RTO: how long may a recovery take?',
    otherwise: '1h',
    problem: durationProblem,
  },
  'backup-every': {
    question: 'How often should a backup be made?',
    otherwise: (given) => halfOf(given.rpo),
    problem: durationProblem,
  },
  'verify-every': {
    question: 'How often should a restore test be made?',
    otherwise: '24h',
    problem: durationProblem,
  },
  freshness: {
    question: 'A query for the time of the newest data? (empty: the time of the snapshot counts)',
    otherwise: '',
    problem: (text) => (/[\r\n]/.test(text) ? 'one line' : null),
  },
  'heartbeat-name': {
    question: 'Which variable holds a URL to ping after each good backup and proof? (empty for none)',
    otherwise: '',
    problem: (text) => (text === '' ? null : variableProblem(text)),
  },
  protected: {
    question: 'Is it protected: are unsigned backups and proofs refused? (yes or no)',
    otherwise: (given) => (isProduction(given) ? 'yes' : 'no'),
    ...yesOrNo,
  },
  action: {
    question: 'Which Lifeboat do the workflows use? (owner/lifeboat@<full commit SHA>)',
    otherwise: null,
    problem: (text) =>
      actionPattern.test(text)
        ? null
        : 'owner/repository@ followed by the 40 hex digits of a commit, never a branch or tag',
  },
  'action-version': {
    question: 'Which version is that commit? (stands beside it as a comment)',
    otherwise: 'unreleased',
    problem: (text) => (/^[A-Za-z0-9][A-Za-z0-9.+-]{0,39}$/.test(text) ? null : 'a version such as v0.1.0'),
  },
  'runs-on': {
    question: 'Which runner do the jobs use?',
    otherwise: (given) => (given.store === 'local' ? 'self-hosted' : 'ubuntu-24.04'),
    problem: (text) => (/^[A-Za-z0-9._-]+$/.test(text) ? null : 'the label of a runner'),
  },
  'default-branch': {
    question: 'What is the default branch of the repository?',
    otherwise: 'main',
    problem: (text) => (/^[A-Za-z0-9][A-Za-z0-9._/-]*$/.test(text) ? null : 'the name of a branch'),
  },
  'pull-requests': {
    question: 'Should pull requests be tried on the shape and the rows of the database? (yes or no)',
    otherwise: 'no',
    ...yesOrNo,
  },
}

/** `owner/repository@` and a whole commit. */
export const actionPattern = /^([A-Za-z0-9][A-Za-z0-9-]*\/[A-Za-z0-9._-]+)@([0-9a-fA-F]{40})$/

/** GitHub refuses secrets whose names begin with GITHUB_ or a digit. */
function variableProblem(text: string): string | null {
  if (!/^[A-Z_][A-Z0-9_]*$/.test(text)) return 'the name of a variable, such as DATABASE_URL'
  return templateProblem(`\${${text}}`)
}

function endpointProblem(text: string): string | null {
  if (text === '') return null
  const url = z.url({ protocol: /^https?$/ }).safeParse(text)
  if (!url.success) return 'a URL such as https://s3.example.org'
  const { username, password, search } = new URL(text)
  return username + password + search === ''
    ? null
    : 'a URL without credentials and query; it stands in a file that everybody reads'
}

function durationProblem(text: string): string | null {
  return (parseDuration(text) ?? 0) > 0 ? null : durationForm
}

function truthOf(text: string): 'true' | 'false' | undefined {
  const word = text.toLowerCase()
  if (['yes', 'y', 'true'].includes(word)) return 'true'
  return ['no', 'n', 'false'].includes(word) ? 'false' : undefined
}

function oneOf(...words: string[]): (text: string) => string | null {
  return (text) => (words.includes(text) ? null : words.join(' or '))
}

/** Twice as often as the RPO asks: one run may then be late or fail. */
function halfOf(rpo: string | undefined): string {
  const half = (parseDuration(rpo ?? '') ?? 0) / 2
  return half >= 3_600_000 && half % 3_600_000 === 0
    ? `${half / 3_600_000}h`
    : `${Math.max(5, Math.floor(half / 60_000))}m`
}
