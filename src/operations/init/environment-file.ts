import type { Settings, StoreSettings } from './settings.ts'

/** The public halves of the keys that init made. */
export interface PublicKeys {
  /** age recipients: the one whose identity is kept offline, and the one for verification. */
  offlineRecipient: string
  verifyRecipient: string
  /** `ed25519:…` of those who make backups and proofs, of those who remove what has expired, and of those who deploy. */
  backupSigning: string
  verifySigning: string
  retentionSigning: string
  deploySigning: string
}

/** `environments/<name>.yml`, as a person would write it. */
export function environmentFile(settings: Settings, keys: PublicKeys): string {
  const { environment, objectives } = settings
  return `# What Lifeboat protects here, where backups go, and what is promised.
# \${NAME} is filled in from the job's environment: it names a secret, and holds none.
version: 1
environment: ${scalar(environment)}
protected: ${settings.protected}
objectives:
  rpo: ${objectives.rpo}
  rto: ${objectives.rto}
  backup-every: ${objectives.backupEvery}
  verify-every: ${objectives.verifyEvery}
sources:
  - name: main
    type: postgres
    url: "\${${settings.databaseUrlName}}"
${settings.freshness === null ? '' : `    freshness: ${JSON.stringify(settings.freshness)}\n`}stores:
${store(settings.store)}encryption:
  recipients:
    - ${keys.offlineRecipient} # its identity is kept offline
    - ${keys.verifyRecipient} # its identity is the secret LIFEBOAT_IDENTITY of ${environment}-verify
signing:
  backup: ${keys.backupSigning}
  verify: ${keys.verifySigning}
  retention: ${keys.retentionSigning}
  deploy: ${keys.deploySigning}
${settings.heartbeatName === null ? '' : `heartbeat: "\${${settings.heartbeatName}}"\n`}${examples(settings)}`
}

/** What deployments, runbooks, pull requests and channels need, and nobody but the adopter knows. Valid without the marks. */
function examples({ environment }: Settings): string {
  return `
# What follows are examples: make them yours, and take the mark at the beginning of their lines away.

# Where the application runs. Deployments, runbooks and restores that reroute need it. With Compose the job has to run on the
# machine that runs the application: give the deploy workflow a self-hosted runner there.
#target:
#  type: compose
#  files: [compose.yml]
#  services: [web]
#  version-variable: IMAGE_TAG
#  health:
#    url: "https://www.example.org/health"

# What a deployment is refused without; where protected is true, everything. A version has to be validated in the environment
# before this one: name it, or say off where nothing comes before ${environment}.
#gate:
#  after: off # or { environment: staging }

# How pull requests are tried. Without migrations none are.
#pull-requests:
#  migrations:
#    files: migrations/*.sql

# Who is told, besides issues. Add the variable to env: of each workflow too.
#notifications:
#  channels:
#    - name: team
#      type: slack
#      webhook-url: "\${SLACK_WEBHOOK_URL}"
`
}

function store(settings: StoreSettings): string {
  if (settings.kind === 'local') {
    return `  - name: folder
    type: local
    path: ${JSON.stringify(settings.path)}
`
  }
  const { credentials } = settings
  return `  - name: bucket
    type: s3
    bucket: ${JSON.stringify(settings.bucket)}
    region: ${JSON.stringify(settings.region)}
${settings.endpoint === null ? '' : `    endpoint: ${JSON.stringify(settings.endpoint)}\n`}${
    settings.prefix === null ? '' : `    prefix: ${JSON.stringify(settings.prefix)}\n`
  }${
    credentials.kind === 'oidc'
      ? `    role-arn: "\${${credentials.roleArnName}}"\n`
      : `    access-key-id: "\${${credentials.accessKeyIdName}}"
    secret-access-key: "\${${credentials.secretAccessKeyName}}"
`
  }`
}

/** Plain where YAML reads it as text, quoted where it would read a number, a truth value or null. */
export function scalar(text: string): string {
  return /^[a-z][a-z0-9-]*$/.test(text) && !/^(true|false|null|yes|no|on|off|y|n)$/.test(text)
    ? text
    : JSON.stringify(text)
}
