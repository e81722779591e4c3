import type { Report, RestoredSummary } from './report.ts'

/** Keeps secrets and data out of whatever people may read. */

/** Replaces every occurrence of the given secrets; short ones (under 4 characters) would only garble text and are left. */
export function maskSecrets(text: string, secrets: Iterable<string>): string {
  let masked = text
  // The longest first: a secret that begins with another one would keep its end otherwise.
  for (const secret of [...secrets].sort((a, b) => b.length - a.length)) {
    if (secret.length >= 4) masked = masked.replaceAll(secret, '***')
  }
  return masked
}

/**
 * Whether what a service answered may be a secret, and is to be hidden wherever it turns up. A short value, a word, a
 * number or a date is none that could be kept, and hiding it would garble everything else that is said.
 */
export function mayBeSecret(value: string): boolean {
  return value.length >= 8 && !/^(?:[A-Za-z]{1,15}|-?\d{1,9}(?:\.\d{1,9})?|\d{4}-\d\d-\d\d)$/.test(value)
}

/** The forms in which a secret could turn up in a log: itself, its lines, percent-encoded, inside JSON, base64. */
export function secretForms(secret: string): string[] {
  const forms = new Set([
    secret,
    ...secret.split(/\r?\n/),
    encodeURIComponent(secret.toWellFormed()),
    JSON.stringify(secret).slice(1, -1),
    Buffer.from(secret).toString('base64'),
  ])
  return [...forms].filter((form) => form.length >= 4)
}

/**
 * What a database server's error may say in a log: SQLSTATE, severity and position. Its message, DETAIL, HINT, CONTEXT
 * and WHERE can carry row values, so they are dropped; names of objects are returned apart.
 */
export function reduceServerError(error: {
  code?: string | undefined
  severity?: string | undefined
  schema?: string | undefined
  table?: string | undefined
  column?: string | undefined
  constraint?: string | undefined
  where?: string | undefined
}): { text: string; subjects: string[] } {
  const line = /\bline (\d+)\b/.exec(error.where ?? '')?.[1]
  const subjects: string[] = []
  if (error.table !== undefined)
    subjects.push([error.schema, error.table, error.column].filter((part) => part !== undefined).join('.'))
  if (error.constraint !== undefined) subjects.push(error.constraint)
  const state = /^[0-9A-Z]{5}$/.test(error.code ?? '') ? error.code : 'unknown'
  return { text: `SQLSTATE ${state}${line === undefined ? '' : `, line ${line}`}`, subjects }
}

/**
 * A report that anybody may read. What a bug says of itself could quote anything, a row too, so it says only that it is
 * one. Names that came from data are the renderings' business.
 */
export function forThePublic(report: Report): Report {
  if (report.failure?.kind !== 'bug') return report
  const message = 'something unexpected happened inside Lifeboat; the JSON report of the run says more'
  return { ...report, failure: { ...report.failure, message } }
}

/** A report without any name that came from data; how many there were is still said. */
export function withoutNames(report: Report): Report {
  const named = (subjects: readonly string[]) => subjects.map(() => '(name hidden)')
  return {
    ...report,
    failure: report.failure === null ? null : { ...report.failure, subjects: named(report.failure.subjects) },
    checks: report.checks.map((check) => ({ ...check, subjects: named(check.subjects) })),
    notices: report.notices.map((notice) => ({ ...notice, subjects: named(notice.subjects) })),
    tables: report.tables.map((table) => ({ ...table, name: '(name hidden)' })),
    ...(report.restored === undefined ? {} : { restored: unnamed(report.restored) }),
  }
}

/** A schema that rows were restored into bears the name of theirs. */
function unnamed(restored: RestoredSummary): RestoredSummary {
  return {
    ...restored,
    places: restored.places.map((place) =>
      place.schema === undefined ? place : { ...place, schema: '(name hidden)' },
    ),
  }
}
