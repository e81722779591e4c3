import { Failure } from '../../../domain/failure.ts'

/** What a database is made with; fixed for its whole life, so the laboratory's must be made like the source's. */
export interface DatabaseKind {
  /** The laboratory's database; `laboratory` by default. */
  name?: string
  encoding: string
  provider: 'libc' | 'icu' | 'builtin'
  collate: string
  ctype: string
  /** ICU or builtin locale. */
  locale: string | null
  icuRules: string | null
}

/**
 * The statement that makes such a database on a server of this major.
 * @throws Failure `missing` when that major does not know the provider
 */
export function createDatabase(name: string, kind: DatabaseKind, major: number): string {
  const needs = { libc: 0, icu: 15, builtin: 17 }[kind.provider]
  if (major < needs || (kind.icuRules !== null && major < 16)) {
    throw new Failure(
      'missing',
      `PostgreSQL ${major} cannot make a database with provider ${kind.provider}${kind.icuRules === null ? '' : ' and ICU rules'}`,
      { hint: `Restore into PostgreSQL ${Math.max(needs, kind.icuRules === null ? 0 : 16)} or newer.` },
    )
  }
  const parts = [
    `CREATE DATABASE ${quoteName(name)} TEMPLATE template0 ENCODING ${quoteText(kind.encoding)}`,
    `LC_COLLATE ${quoteText(kind.collate)} LC_CTYPE ${quoteText(kind.ctype)}`,
  ]
  if (major >= 15) parts.push(`LOCALE_PROVIDER ${kind.provider}`)
  if (kind.provider === 'icu' && kind.locale !== null) parts.push(`ICU_LOCALE ${quoteText(kind.locale)}`)
  if (kind.provider === 'icu' && kind.icuRules !== null) parts.push(`ICU_RULES ${quoteText(kind.icuRules)}`)
  if (kind.provider === 'builtin' && kind.locale !== null)
    parts.push(`BUILTIN_LOCALE ${quoteText(kind.locale)}`)
  return `${parts.join(' ')};\n`
}

function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
