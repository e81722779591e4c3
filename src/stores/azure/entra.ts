import type { Clock } from '../../ports/clock.ts'
import { type AccessToken, askForToken, readToken } from '../web/access-token.ts'

/** An application of Entra ID that trusts GitHub's tokens for this job. */
export interface EntraIdentity {
  /** `the Azure store backups` */
  where: string
  /** URL of Entra ID; national clouds have their own. */
  authority: string
  tenant: string
  client: string
  oidcToken: (audience: string) => Promise<string>
  clock: Clock
}

const audience = 'api://AzureADTokenExchange'

/** Exchanges the job's OIDC token for one that Azure Storage takes. One POST, so a library for it would be all weight. */
export function entraToken(identity: EntraIdentity): () => Promise<AccessToken> {
  const whom = 'Entra ID'
  return async () => {
    const fields = await askForToken({
      where: identity.where,
      whom,
      url: `${identity.authority.replace(/\/+$/, '')}/${encodeURIComponent(identity.tenant)}/oauth2/v2.0/token`,
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: identity.client,
        scope: 'https://storage.azure.com/.default',
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion: await identity.oidcToken(audience),
      }),
      hint:
        'Give the application a federated credential with the issuer https://token.actions.githubusercontent.com, the audience ' +
        `${audience} and the subject of this job, repo:OWNER/REPOSITORY:environment:NAME, and the job id-token: write.`,
    })
    return readToken(fields, { where: identity.where, whom }, identity.clock.now())
  }
}
