import type { SourceConfig } from '../../../domain/environment/schema.ts'
import type { Template } from '../../../domain/environment/template.ts'
import { percentDecoded } from '../../../domain/url-secrets.ts'
import type { Examination } from '../examination.ts'

/** A password of ours, for comparing. It never leaves this process. */
export interface Credential {
  /** For people: `source main`. */
  name: string
  value: string
  /** Of a connection: who uses it, and for what. */
  user: string
  database: string
}

/** The password of a source as this job has it; null when it has none. */
export function credentialOf(source: SourceConfig, variables: Variables): Credential | null {
  if (source.type === 'files') return null
  const url = URL.parse(resolved(source.url, variables) ?? '')
  const own = source.type === 'postgres' ? source : null
  const value = resolved(own?.password, variables) ?? percentDecoded(url?.password ?? '')
  if (value === '') return null
  return {
    name: `source ${source.name}`,
    value,
    user: resolved(own?.user, variables) ?? percentDecoded(url?.username ?? ''),
    database: resolved(own?.database, variables) ?? percentDecoded((url?.pathname ?? '').replace(/^\//, '')),
  }
}

/** What is compared between environments: the passwords of all sources, and what the file names besides. */
export function credentialsOf({ environment, ports, rules }: Examination): Credential[] {
  const { variables } = ports
  const sources = environment.sources.map((source) => credentialOf(source, variables))
  const also = (rules.security.credentials?.also ?? []).map(({ name, value }) => {
    const text = resolved(value, variables) ?? ''
    return text === '' ? null : { name, value: text, user: '', database: '' }
  })
  return [...sources, ...also].filter((credential) => credential !== null)
}

type Variables = Readonly<Record<string, string | undefined>>

/** Null when this job does not have what it names. */
function resolved(template: Template | undefined, variables: Variables): string | null {
  if (template === undefined || template.names.some((name) => (variables[name] ?? '') === '')) return null
  return template.resolve(variables)
}
