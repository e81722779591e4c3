import { join } from 'node:path'
import { parseEnvironment } from '../../domain/environment/parse.ts'
import type { Environment } from '../../domain/environment/schema.ts'
import type { Report } from '../../domain/report.ts'
import { parseDuration, type Milliseconds } from '../../domain/units.ts'
import { scheduleFor } from '../plan/schedule-for.ts'
import { backupWorkflow } from './backup-workflow.ts'
import { drillWorkflow } from './drill-workflow.ts'
import { environmentFile } from './environment-file.ts'
import { deployWorkflow } from './deploy-workflow.ts'
import { compare, readIfThere, write, type PlannedFile, type WrittenFile } from './files.ts'
import { gatherKeys, storeKeys, type Key, type Keyring, type KnownKeys } from './keyring.ts'
import { nextSteps, type RolePolicy } from './next-steps.ts'
import type { InitOptions } from './options.ts'
import { recoverWorkflow } from './recover-workflow.ts'
import { watchWorkflow } from './watch-workflow.ts'
import { settle, type Ask, type Settings } from './settings.ts'
import { reportPrWorkflow, rowsWorkflow, shapeWorkflow, validatePrWorkflow } from './validate-pr-workflow.ts'
import { backupNames } from './role-names.ts'
import { restoreWorkflow } from './restore-workflow.ts'
import { retentionWorkflow } from './retention-workflow.ts'
import { verifyWorkflow } from './verify-workflow.ts'

export interface InitIo {
  /** Root of the repository that adopts Lifeboat. */
  directory: string
  /** Where key files go; outside of the repository. */
  keysFolder: string
  /** Asks a person; null when nobody is there. */
  ask: Ask | null
  /** `owner/lifeboat@<commit>` of the Lifeboat that runs, which workflows use by default; null when unknown. */
  ownAction: string | null
  print(text: string): void
  /** Bucket policies of the roles, for a store of this kind. */
  policies(settings: Settings): readonly RolePolicy[]
  /** The process environment, to see whether a first backup can be tried. */
  variables: Readonly<Record<string, string | undefined>>
  /** The first backup and its proof; null where they cannot be made (a dry terminal, a test). */
  first: First | null
}

export interface First {
  /** Id of the newest backup of the environment in its stores; null when there is none, or none can be asked. */
  newest(environment: Environment): Promise<string | null>
  backup(environment: Environment, signingKey: string): Promise<Report>
  verify(environment: Environment, identity: string, signingKey: string): Promise<Report>
}

export interface InitResult {
  environment: string
  files: WrittenFile[]
  /** Paths of the key files; the keys themselves are never in a result. */
  keys: { file: string; public: string; made: boolean }[]
  backup: Report | null
  proof: Report | null
  /** Why no first backup was tried; null when it was. */
  notTried: string | null
}

/**
 * Adopts Lifeboat in a repository: keys, environment file, workflows, and what is left to do by hand. Asks everything
 * before it makes anything; run again with the same answers it changes nothing, and makes no second first backup.
 * @throws Failure `config`, `refused` or `cancelled`; nothing was written then
 */
export async function init(given: InitOptions & { force?: boolean }, io: InitIo): Promise<InitResult> {
  const { force = false, ...offered } = given
  const settings = await settle(offered, io.ask, io.ownAction === null ? {} : { action: io.ownAction })
  const keyring = await gatherKeys(io.keysFolder, {
    directory: io.directory,
    option: '--keys-folder',
    known: await knownKeys(settings, io.directory),
  })
  const planned = plannedFiles(settings, keyring)
  const environment = await parseEnvironment(planned.environment.text, planned.environment.path)
  const files = await compare(io.directory, planned.all, force)

  await storeKeys(keyring)
  for (const [index, file] of planned.all.entries()) {
    if (files[index]?.done !== 'unchanged') await write(io.directory, file)
  }

  for (const file of files) io.print(`${file.done.padEnd(9)}  ${file.path}\n`)
  const keys: Key[] = [
    keyring.offline,
    keyring.verify,
    keyring.backupSigning,
    keyring.verifySigning,
    keyring.retentionSigning,
    keyring.deploySigning,
  ]
  for (const key of keys) {
    io.print(
      `${(key.made ? 'written' : key.secret === null ? 'put away' : 'unchanged').padEnd(9)}  ${key.file}\n`,
    )
  }
  io.print(`\n${nextSteps(settings, keyring, io.policies(settings))}\n`)
  return {
    environment: settings.environment,
    files,
    keys: keys.map((key) => ({ file: key.file, public: key.public, made: key.made })),
    ...(await tryFirst(settings, environment, keyring, io)),
  }
}

/** The keys that the environment file names already: whoever put a key file away, as told, keeps the key. */
async function knownKeys({ environment: name }: Settings, directory: string): Promise<KnownKeys> {
  const text = await readIfThere(join(directory, environmentPath(name)))
  if (text === null) return {}
  const environment = await parseEnvironment(text, environmentPath(name)).catch(() => null)
  if (environment === null) return {} // comparing shows the difference
  const { encryption, signing } = environment
  const recipients = typeof encryption === 'object' && 'recipients' in encryption ? encryption.recipients : []
  return {
    offline: recipients[0],
    verify: recipients[1],
    backupSigning: signing.backup,
    verifySigning: signing.verify,
    retentionSigning: signing.retention,
    deploySigning: signing.deploy,
  }
}

/** Often enough: a tier's smallest step is a day, but for those who keep hours. */
const daily: Milliseconds = 86_400_000
const monthly: Milliseconds = 31 * daily
const hourly: Milliseconds = 3_600_000

const environmentPath = (name: string): string => `environments/${name}.yml`

function plannedFiles(
  settings: Settings,
  keyring: Keyring,
): { environment: PlannedFile; all: PlannedFile[] } {
  const name = settings.environment
  const cron = (every: string, verb: 'backup' | 'verify'): string[] =>
    scheduleFor(name, verb, parseDuration(every) ?? 0)
  const environment = {
    path: environmentPath(name),
    text: environmentFile(settings, {
      offlineRecipient: keyring.offline.public,
      verifyRecipient: keyring.verify.public,
      backupSigning: keyring.backupSigning.public,
      verifySigning: keyring.verifySigning.public,
      retentionSigning: keyring.retentionSigning.public,
      deploySigning: keyring.deploySigning.public,
    }),
  }
  const { backupEvery, verifyEvery } = settings.objectives
  return {
    environment,
    all: [
      environment,
      {
        path: `.github/workflows/lifeboat-${name}-backup.yml`,
        text: backupWorkflow(settings, cron(backupEvery, 'backup')),
      },
      {
        path: `.github/workflows/lifeboat-${name}-verify.yml`,
        text: verifyWorkflow(settings, cron(verifyEvery, 'verify')),
      },
      {
        path: `.github/workflows/lifeboat-${name}-retention.yml`,
        text: retentionWorkflow(settings, scheduleFor(name, 'retention', daily)),
      },
      { path: `.github/workflows/lifeboat-${name}-restore.yml`, text: restoreWorkflow(settings) },
      { path: `.github/workflows/lifeboat-${name}-deploy.yml`, text: deployWorkflow(settings) },
      ...(settings.pullRequests ? pullRequestFiles(settings) : []),
      {
        path: `.github/workflows/lifeboat-${name}-drill.yml`,
        text: drillWorkflow(settings, scheduleFor(name, 'drill', monthly)),
      },
      { path: `.github/workflows/lifeboat-${name}-recover.yml`, text: recoverWorkflow(settings) },
      {
        path: `.github/workflows/lifeboat-${name}-watch.yml`,
        text: watchWorkflow(settings, scheduleFor(name, 'watch', hourly)),
      },
    ],
  }
}

function pullRequestFiles(settings: Settings): PlannedFile[] {
  const path = (name: string) => `.github/workflows/lifeboat-${settings.environment}-${name}.yml`
  return [
    { path: path('pull-request'), text: validatePrWorkflow(settings) },
    { path: path('pull-request-report'), text: reportPrWorkflow(settings) },
    {
      path: path('shape'),
      text: shapeWorkflow(settings, scheduleFor(settings.environment, 'shape', daily)),
    },
    { path: path('rows'), text: rowsWorkflow(settings) },
  ]
}

/** A first backup and proof from here, when everything that it takes is set here. */
async function tryFirst(
  settings: Settings,
  environment: Environment,
  keyring: Keyring,
  io: InitIo,
): Promise<Pick<InitResult, 'backup' | 'proof' | 'notTried'>> {
  const needed = backupNames(settings)
  const missing = [...needed.secrets, ...needed.variables].filter(
    (name) => name !== 'LIFEBOAT_SIGNING_KEY' && (io.variables[name] ?? '') === '',
  )
  const keys = [keyring.verify.secret, keyring.backupSigning.secret, keyring.verifySigning.secret]
  const [identity, backupKey, verifyKey] = keys
  const notTried = [
    ...(missing.length > 0 ? [`not set here: ${missing.join(', ')}`] : []),
    ...(keys.includes(null) ? ['the keys are no longer here'] : []),
    ...(io.first === null ? ['this run makes none'] : []),
  ].join('; ')
  if (notTried !== '' || io.first === null || !identity || !backupKey || !verifyKey) {
    io.print(`No first backup was tried: ${notTried}.\n`)
    return { backup: null, proof: null, notTried }
  }
  const newest = await io.first.newest(environment)
  if (newest !== null) {
    const because = `${settings.environment} has a backup already, ${newest}`
    io.print(`No first backup was made: ${because}.\n`)
    return { backup: null, proof: null, notTried: because }
  }
  const backup = await io.first.backup(environment, backupKey)
  const proof = backup.verdict === 'failed' ? null : await io.first.verify(environment, identity, verifyKey)
  io.print(outcome('first backup', backup))
  if (proof !== null) io.print(outcome('first proof', proof))
  return { backup, proof, notTried: null }
}

function outcome(what: string, { verdict, backupId, failure }: Report): string {
  const id = backupId === null ? '' : `, ${backupId}`
  if (failure === null) return `${what}: ${verdict}${id}\n`
  return `${what}: ${verdict}${id}\n  ${failure.message}\n${failure.hint === null ? '' : `  ${failure.hint}\n`}`
}
