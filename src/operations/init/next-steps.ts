import type { Keyring } from './keyring.ts'
import {
  backupNames,
  deployNames,
  gateNames,
  openerNames,
  retentionNames,
  verifyNames,
} from './role-names.ts'
import type { Settings } from './settings.ts'

/** The bucket policy of one role, as the stores' documentation has it. */
export interface RolePolicy {
  role: string
  text: string
}

/** What is left to do by hand, in order, as text for a terminal. No secret stands in it. */
export function nextSteps(settings: Settings, keyring: Keyring, policies: readonly RolePolicy[]): string {
  const steps = [
    offlineKey(keyring),
    ...(settings.store.kind === 'local' ? [runner(settings, settings.store.path)] : []),
    environments(settings),
    secrets(settings, keyring),
    ...(policies.length === 0 ? [] : [bucket(settings, policies)]),
    fillIn(settings),
    commit(settings),
  ]
  return `${steps.map((step, index) => `${index + 1}. ${step}`).join('\n\n')}\n`
}

function offlineKey({ offline }: Keyring): string {
  return `Put the offline identity away. It opens every backup, and it is the one key left when GitHub is gone.
     ${offline.file}
   Print it or store it where two people can reach it without GitHub, then delete that file.
   It never becomes a secret of GitHub.`
}

/** A folder of the machine is what the next run finds only where that is the same machine. */
function runner({ runsOn }: Settings, path: string): string {
  return /^(ubuntu|macos|windows)-/.test(runsOn)
    ? `WARNING: the store is the folder ${path}, and no runner of GitHub’s keeps a folder: with ${runsOn} each backup is gone
   when its job ends. Run init again with --runs-on and the label of a self-hosted runner, and --force; or take a bucket.`
    : `The store is the folder ${path}: the workflows need a self-hosted runner with the label ${runsOn} (--runs-on) on the
   machine that has this folder.`
}

function environments({ environment, defaultBranch, pullRequests }: Settings): string {
  const create = (name: string, branch: string): string => {
    const path = `repos/{owner}/{repo}/environments/${name}`
    return `     echo '{"deployment_branch_policy":{"protected_branches":false,"custom_branch_policies":true}}' |
       gh api --method PUT "${path}" --input -
     gh api --method POST "${path}/deployment-branch-policies" -f name=${branch}`
  }
  const ofRoles = ['backup', 'verify', 'retention', 'gate'].map((role) =>
    create(`${environment}-${role}`, defaultBranch),
  )
  const ofPullRequests = [
    create(`${environment}-merge-queue`, shellWord(`gh-readonly-queue/${defaultBranch}/*`)),
    create(`${environment}-pull-requests`, defaultBranch),
  ]
  const reviewed = pullRequests
    ? `${environment} is for restores, deployments and runbooks, ${environment}-pull-requests for trials on the rows by hand: give
   both required reviewers under Settings, Environments. ${environment}-merge-queue is open to the merge queue alone.`
    : `${environment} is for restores, deployments and runbooks: give it required reviewers under Settings, Environments.`
  return `Create one GitHub environment per role, open to the branch ${defaultBranch} only. In private repositories this needs a
   paid plan of GitHub.
${[...ofRoles, ...(pullRequests ? ofPullRequests : []), create(environment, defaultBranch)].join('\n')}
   ${reviewed}
   Whoever may push to ${defaultBranch} may read what these environments hold: protect the branch.`
}

function secrets(settings: Settings, keyring: Keyring): string {
  const { environment } = settings
  const piped: Record<string, Record<string, string>> = {
    backup: { LIFEBOAT_SIGNING_KEY: keyring.backupSigning.file },
    verify: { LIFEBOAT_SIGNING_KEY: keyring.verifySigning.file, LIFEBOAT_IDENTITY: keyring.verify.file },
    retention: { LIFEBOAT_SIGNING_KEY: keyring.retentionSigning.file },
    // A restore may have to make a backup first.
    restore: {
      LIFEBOAT_SIGNING_KEY: keyring.backupSigning.file,
      LIFEBOAT_IDENTITY: keyring.verify.file,
      LIFEBOAT_DEPLOY_SIGNING_KEY: keyring.deploySigning.file,
    },
    'merge-queue': { LIFEBOAT_IDENTITY: keyring.verify.file },
    'pull-requests': { LIFEBOAT_IDENTITY: keyring.verify.file },
  }
  const roles = {
    backup: backupNames(settings),
    verify: verifyNames(settings),
    retention: retentionNames(settings),
    gate: gateNames(settings),
    ...(settings.pullRequests
      ? { 'merge-queue': openerNames(settings), 'pull-requests': openerNames(settings) }
      : {}),
    restore: deployNames(settings),
  }
  const lines = Object.entries(roles).flatMap(([role, names]) => {
    const place = role === 'restore' ? environment : `${environment}-${role}`
    return [
      ...names.secrets.map((name) => {
        const file = piped[role]?.[name]
        const set = `gh secret set ${name} --env ${place}`
        return file === undefined ? `     ${set}` : `     grep -v '^#' ${shellWord(file)} | ${set}`
      }),
      ...names.variables.map((name) => `     gh variable set ${name} --env ${place}`),
    ]
  })
  return `Give each environment its own secrets. Lines without a pipe ask for the value, so that none stands in the shell's
   history.${settings.store.kind === 's3' ? " The environments hold different credentials of the store: the writer's, the reader's, the keeper's, and for restores the restorer's." : ''}
${lines.join('\n')}
   GitHub does not give a secret back. Put a copy of these files where two people can reach it without GitHub:
     ${keyring.verify.file}
     ${keyring.backupSigning.file}
   A restore in a terminal asks for both, the first one as well as the one on the day GitHub is down. For deployments in a
   terminal, keep this one too:
     ${keyring.deploySigning.file}
   Once that is done, and after a first restore, the key files of these lines can be deleted here.`
}

function bucket({ environment, store, pullRequests }: Settings, policies: readonly RolePolicy[]): string {
  const name = store.kind === 's3' ? store.bucket : ''
  const readers = ['verify', 'gate', ...(pullRequests ? ['merge-queue', 'pull-requests'] : [])]
  const trust =
    store.kind === 's3' && store.credentials.kind === 'oidc'
      ? `
   The trust policy of each role accepts its own subjects only, with the owner and name of your repository:
     repo:OWNER/REPOSITORY:environment:${environment}-backup (writer)
${readers.map((role) => `     repo:OWNER/REPOSITORY:environment:${environment}-${role} (reader)\n`).join('')}     repo:OWNER/REPOSITORY:environment:${environment}-retention (keeper)
     repo:OWNER/REPOSITORY:environment:${environment} (restorer)`
      : ''
  const shown = policies.map(({ role, text }) => `   ${role}:\n${text.replaceAll(/^/gm, '     ')}`)
  return `Create the bucket ${name} with versioning, and give each role its policy and no more:
${shown.join('\n')}${trust}`
}

/** What init cannot know, and the workflows that wait for it. */
function fillIn({ environment, action, pullRequests }: Settings): string {
  const needs = [
    `     target:         where the application runs; deploy and recover need it, and with Compose a runner on its machine`,
    `     gate:           what a deployment is refused without; with protected: true, which environment comes before this one`,
    ...(pullRequests ? ['     pull-requests:  where migrations come from; without it none is tried'] : []),
    `     notifications:  who is told, besides issues`,
  ]
  return `Before ${pullRequests ? 'deploy, recover and pull requests' : 'deploy and recover'} work, fill in environments/${environment}.yml; examples stand at its end:
${needs.join('\n')}
   Recover carries out runbooks/, which you have to write: copy those of
     https://github.com/${action.repository}/tree/${action.sha}/runbooks
   and make them yours. Backup, verify, retention, restore and drill work without.`
}

function commit({ environment }: Settings): string {
  return `Commit the new files, push, and start the first run:
     gh workflow run lifeboat-${environment}-backup.yml
     gh workflow run lifeboat-${environment}-verify.yml`
}

/** Quoted for a POSIX shell where it has to be. */
function shellWord(text: string): string {
  return /^[A-Za-z0-9_./-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`
}
