import type { Environment } from '../domain/environment/schema.ts'
import { percentDecoded } from '../domain/url-secrets.ts'
import type { Application } from '../operations/restore/restore.ts'
import type { Ports } from '../ports/ports.ts'
import type { Host } from './host.ts'

/** The application of an environment, as a restore needs it. @throws Failure `config` when a variable is not set */
export async function openApplication(
  { target: config, sources }: Environment,
  /** As the person gave it, filled in: a connection URL, or a database's name. */
  restoreTarget: string | null,
  { processes }: Pick<Ports, 'processes'>,
  { variables }: Host,
  /** For the person, when the application does not become well. */
  whenUnwell?: string,
): Promise<Application> {
  const { openHealthProbe, openTarget } = await import('../targets/open.ts')
  return {
    target: openTarget(config, { variables, processes }),
    health: openHealthProbe(config, { variables }, whenUnwell),
    urlOf: (place, source) => {
      const own = sources.find((candidate) => candidate.name === source)
      const postgres = own?.type === 'postgres' ? own : undefined
      const url = own?.type === 'redis' ? own.url : postgres?.url
      const given = restoreTarget?.includes('://') === true ? restoreTarget : url?.resolve(variables)
      return withPassword(place, given, postgres?.password?.resolve(variables))
    },
  }
}

/** The place as the restoration names it, with the password that got us in. */
function withPassword(place: string, url: string | undefined, password: string | undefined): string {
  const secret =
    password ?? (url === undefined || !URL.canParse(url) ? '' : percentDecoded(new URL(url).password))
  if (secret === '' || !URL.canParse(place)) return place
  const full = new URL(place)
  if (full.host === '') full.searchParams.set('password', secret)
  else full.password = encodeURIComponent(secret)
  return full.href
}
