import {
  backupInputs,
  initInputs,
  keygenInputs,
  leaseBreakInputs,
  leaseListInputs,
  ledgerVerifyInputs,
  listInputs,
  planInputs,
  repairInputs,
  replicateInputs,
  restoreInputs,
  retentionInputs,
  storeCheckInputs,
  verifyInputs,
} from './inputs.ts'
import { type ActionVerb, actionVerb, type Verb, verb } from './verb.ts'
import { dashboardVerb } from './verbs/dashboard.ts'
import { drillCleanVerb, drillListVerb, drillReportVerb, drillVerb } from './verbs/drill.ts'
import { anonymiseVerb } from './verbs/anonymise.ts'
import { deployVerb } from './verbs/deploy.ts'
import { envClean, envStatus, envStop, envUp } from './verbs/env.ts'
import { gateVerb } from './verbs/gate.ts'
import { metricsVerb } from './verbs/metrics.ts'
import { notifyTest } from './verbs/notify-test.ts'
import { reportCompliance } from './verbs/report-compliance.ts'
import { runbookAbandon, runbookLint, runbookList, runbookRun, runbookShow } from './verbs/runbook.ts'
import { statusVerb } from './verbs/status.ts'
import { validateVerb } from './verbs/validate.ts'
import { reportPrVerb } from './verbs/report-pr.ts'
import { openBackupVerb } from './verbs/open-backup.ts'
import { shapeVerb } from './verbs/shape.ts'
import { validatePrVerb } from './verbs/validate-pr.ts'

/** The one table of verbs: it gives the CLI, each action.yml, the READMEs' tables and the reference. */
export const verbs = {
  backup: actionVerb({
    name: 'backup',
    summary: 'Make a backup of an environment and store it in all its stores',
    description:
      'Dumps every source of the environment in one consistent snapshot, compresses, seals and signs it, and writes it ' +
      'to every store. Reads only from the sources. A run that is stopped at any moment leaves either a whole backup or none.',
    examples: [
      {
        text: 'A backup now',
        command: 'lifeboat backup --environment production --signing-key-file backup-signing-key.txt',
      },
      {
        text: 'Before a risky change, kept longer',
        command:
          'lifeboat backup --environment production --label pre-deploy-142 --class critical --signing-key-file backup-signing-key.txt',
      },
      {
        text: 'Every 15 minutes until stopped, on a machine of your own; a run that fails is told, and the next still comes',
        command:
          'lifeboat backup --environment production --every 15m --signing-key-file backup-signing-key.txt',
      },
    ],
    inputs: backupInputs,
    outputs: {
      'backup-id': 'Id of the backup; empty when none was made.',
      size: 'Bytes of one stored copy.',
      duration: 'Seconds that the backup took.',
    },
    action: { folder: 'backup', title: 'Lifeboat backup', icon: 'save', startsServers: false },
    load: async () => (await import('./run-backup.ts')).runBackup,
  }),

  verify: actionVerb({
    name: 'verify',
    summary: 'Restore a backup into a throwaway server and prove that the data came back',
    description:
      'Takes a backup from the first store that has a sound copy, restores it into a throwaway server on this machine, ' +
      'compares every table with what was dumped, measures recovery time and data age against the objectives, and ' +
      'stores the result as a signed proof beside the backup. The sources are never touched.',
    examples: [
      {
        text: 'Prove the newest backup',
        command:
          'lifeboat verify --environment production --identity-file verify-identity.txt --signing-key-file verify-signing-key.txt',
      },
      {
        text: 'Only check that every stored byte is sound, without restoring',
        command:
          'lifeboat verify --environment production --level intact --identity-file verify-identity.txt --signing-key-file verify-signing-key.txt',
      },
      {
        text: 'The last backup before a date',
        command:
          'lifeboat verify --environment production --backup 2026-11-01 --identity-file verify-identity.txt --signing-key-file verify-signing-key.txt',
      },
    ],
    inputs: verifyInputs,
    outputs: {
      'backup-id': 'Id of the backup that was tried.',
      rto: 'Estimated recovery time in seconds; empty when the restore did not get so far.',
      rpo: 'Age of the newest restored data in seconds; empty when it could not be told.',
      proof: 'Key of the proof in the stores; empty when none was written.',
    },
    action: {
      folder: 'verify-restore',
      title: 'Lifeboat verify-restore',
      icon: 'check-circle',
      startsServers: true,
    },
    load: async () => (await import('./run-verify.ts')).runVerify,
  }),

  retention: actionVerb({
    name: 'retention',
    summary: 'Remove the backups that no rule keeps, and what killed runs left behind',
    description:
      'Keeps what the tiers of the environment file keep, and in any case the newest proven backup, the newest of each ' +
      'source, whatever a store still locks and whatever another run is using. Only backups whose signature holds count. ' +
      'Runs with the keeper’s credentials, in a job of its own.',
    examples: [
      { text: 'See every decision first', command: 'lifeboat retention --environment production --dry-run' },
      {
        text: 'Remove what has expired',
        command: 'lifeboat retention --environment production --signing-key-file retention-signing-key.txt',
      },
    ],
    inputs: retentionInputs,
    outputs: {
      kept: 'Ids of the backups that are kept, one per line, the newest first.',
      removed: 'Ids of the backups that were removed, one per line; with `dry-run` those that would be.',
    },
    action: { folder: 'retention', title: 'Lifeboat retention', icon: 'trash-2', startsServers: false },
    load: async () => (await import('./run-retention.ts')).runRetention,
  }),

  replicate: actionVerb({
    name: 'replicate',
    summary: 'Copy to each store what it lacks of backups, proofs and ledger',
    description:
      'Compares the stores by one listing each, and copies only what is missing. Every artifact is held to the signed ' +
      'manifest on its way, and the manifest comes last, so that a run that is stopped leaves no half backup and the next ' +
      'goes on where it stopped. Needs credentials that read and add objects; nothing is overwritten or removed.',
    examples: [
      { text: 'See what is missing', command: 'lifeboat replicate --environment production --dry-run' },
      {
        text: 'Fill a store that was down, or is new',
        command: 'lifeboat replicate --environment production --signing-key-file backup-signing-key.txt',
      },
    ],
    inputs: replicateInputs,
    outputs: {
      copied:
        'Ids of the backups that were brought to a store, one per line, the newest first; with `dry-run` those that would be.',
    },
    action: { folder: 'replicate', title: 'Lifeboat replicate', icon: 'copy', startsServers: false },
    load: async () => (await import('./run-replicate.ts')).runReplicate,
  }),

  repair: verb({
    name: 'repair',
    summary: 'Put sound copies in the place of damaged and missing ones',
    description:
      'Holds every copy of a backup to its signed manifest. Where an object is damaged or missing, a sound copy from ' +
      'another store is fetched and checked whole; only then is the damaged one removed and the sound one put in its ' +
      'place. Needs the credentials of the keeper and of the restorer together, as it removes and puts; a dry run only ' +
      'reads. A store’s own lock is respected.',
    examples: [
      { text: 'Look first', command: 'lifeboat repair --environment production --dry-run' },
      {
        text: 'Mend a backup of a protected environment',
        command:
          'lifeboat repair --environment production --backup 20261121T101500Z-k3f9x --confirm production --reason "disk of the second store failed" --signing-key-file retention-signing-key.txt',
      },
    ],
    inputs: repairInputs,
    load: async () => (await import('./run-repair.ts')).runRepair,
  }),

  'ledger verify': verb({
    name: 'ledger verify',
    summary: 'Check that nothing was taken out of the ledger, or changed in it',
    description:
      'Reads every event from every store, holds each to its signature and to what the events after it say of it, and ' +
      'to what proofs say was there. Prints who did what last.',
    examples: [{ text: 'The whole ledger', command: 'lifeboat ledger verify --environment production' }],
    inputs: ledgerVerifyInputs,
    load: async () => (await import('./run-ledger-verify.ts')).runLedgerVerify,
  }),

  'lease list': verb({
    name: 'lease list',
    summary: 'Say which runs hold something up, and until when',
    description: 'Lists the leases in all stores: who holds them, since when, why, and when they expire.',
    examples: [{ text: 'All leases', command: 'lifeboat lease list --environment production' }],
    inputs: leaseListInputs,
    load: async () => (await import('./run-lease.ts')).runLeaseList,
  }),

  'lease break': verb({
    name: 'lease break',
    summary: 'Clear the lease of a run that is known to be dead',
    description:
      'A lease expires by itself within minutes of its run; clear one by hand only when that is too late. A run that is ' +
      'alive after all notices before its next step that cannot be undone, and stops. Stands in the ledger.',
    examples: [
      {
        text: 'A run on a machine that is gone',
        command:
          'lifeboat lease break --environment production --name retention --reason "runner-7 was switched off" --signing-key-file retention-signing-key.txt',
      },
    ],
    inputs: leaseBreakInputs,
    load: async () => (await import('./run-lease.ts')).runLeaseBreak,
  }),

  restore: actionVerb({
    name: 'restore',
    summary: 'Bring an environment back from the best copy of a backup',
    description:
      'Chooses a backup, reads each artifact from the first store that has a sound copy, and restores it beside what is in ' +
      'use, compared with what was dumped. Only then, where it was asked to and confirmed, it exchanges the two, restarts ' +
      'the application, waits until it is well and reroutes. What is replaced is kept under another name. The whole is ' +
      'one timed sequence, judged against the RTO, and the loss of data is stated.',
    examples: [
      {
        text: 'Beside the database in use, to look at',
        command:
          'lifeboat restore --environment production --identity-file verify-identity.txt --signing-key-file backup-signing-key.txt',
      },
      {
        text: 'What it would do, and how long it would take',
        command:
          'lifeboat restore --environment production --identity-file verify-identity.txt --mode swap --dry-run',
      },
      {
        text: 'In the place of the database in use, which is kept under another name',
        command:
          'lifeboat restore --environment production --identity-file verify-identity.txt --mode swap --confirm production --signing-key-file backup-signing-key.txt --reason "orders were deleted" --fall-back',
      },
      {
        text: 'One table as it was before a date, onto another server',
        command:
          "lifeboat restore --environment production --identity-file verify-identity.txt --backup 2026-11-01 --tables shop.orders --target '${NEW_DATABASE_URL}' --signing-key-file backup-signing-key.txt",
      },
    ],
    inputs: restoreInputs,
    outputs: {
      'backup-id': 'Id of the backup that was restored.',
      database: 'The database that holds what was restored; of several sources one per line.',
      'data-loss':
        'Seconds from the newest data that is certainly in the backup to the start of the restore: what was written then is not in it.',
    },
    action: { folder: 'restore', title: 'Lifeboat restore', icon: 'life-buoy', startsServers: false },
    load: async () => (await import('./run-restore.ts')).runRestore,
  }),

  gate: gateVerb,
  'validate-pr': validatePrVerb,
  shape: shapeVerb,
  'open-backup': openBackupVerb,
  anonymise: anonymiseVerb,
  deploy: deployVerb,
  status: statusVerb,
  'report-pr': reportPrVerb,
  dashboard: dashboardVerb,

  validate: validateVerb,

  list: verb({
    name: 'list',
    summary: 'List the backups of an environment: age, size, stores and proofs',
    description:
      'Reads manifests and proofs from all stores. Needs no identity. With `--json`, `at` of a backup is in milliseconds since 1970, cut to the second as in its name, and `age` in milliseconds; `proof.at` is a text such as `2026-11-21T10:15:00.000Z`.',
    examples: [
      { text: 'What could be restored', command: 'lifeboat list --environment production' },
      { text: 'For a script', command: 'lifeboat list --environment production --json' },
    ],
    inputs: listInputs,
    load: async () => (await import('./run-list.ts')).runList,
  }),

  keygen: verb({
    name: 'keygen',
    summary: 'Make the keys: two age identities and four signing keys',
    description:
      'Writes each secret key to a file of its own that only you can read, never over an existing file, and prints the ' +
      'public parts for the environment file. The offline identity comes first: move it off this machine, to paper or ' +
      'a safe, since it opens every backup when all else is lost.',
    examples: [{ text: 'Into a new folder', command: 'lifeboat keygen --folder ~/keys/production' }],
    inputs: keygenInputs,
    load: async () => (await import('./run-keygen.ts')).runKeygen,
  }),

  plan: verb({
    name: 'plan',
    summary: 'Say what a schedule can promise, and what it costs',
    description:
      'Works out the RPO that the cron lines can hold, and the minutes, requests and bytes of a month. Computes only: it ' +
      'reaches neither the sources nor the stores.',
    examples: [
      { text: 'With the schedule that init writes', command: 'lifeboat plan --environment production' },
      {
        text: 'With what is known of the backups',
        command: 'lifeboat plan --environment production --backup-size 12GB --backup-duration 9m',
      },
    ],
    inputs: planInputs,
    load: async () => (await import('./run-plan.ts')).runPlan,
  }),

  init: verb({
    name: 'init',
    summary: 'Adopt Lifeboat in a repository: keys, environment file, workflows',
    description:
      'Run at the root of the repository. Asks what it was not told, makes the keys (the offline one first), writes the ' +
      'environment file and the workflows, and says what is left to do by hand. Run again with the same answers, it ' +
      'changes nothing, and where the stores hold a backup of the environment it makes no first one.',
    examples: [
      { text: 'Answer its questions', command: 'lifeboat init' },
      {
        text: 'Without questions',
        command:
          'lifeboat init --environment production --store s3 --bucket shop-backups --region eu-central-1 --action OWNER/lifeboat@COMMIT < /dev/null',
      },
    ],
    inputs: initInputs,
    load: async () => (await import('./run-init.ts')).runInit,
  }),

  'store check': verb({
    name: 'store check',
    summary: 'Ask the stores whether they keep the promises that backups rest on',
    description:
      'Writes, reads and removes objects under `leases/` of each store, 12 MiB in all, and reports what it keeps and ' +
      'enforces: whether it refuses to overwrite, keeps older versions, and what these credentials may do.',
    examples: [
      { text: 'All stores', command: 'lifeboat store check --environment production' },
      {
        text: 'Whether the keys in hand are those of the writer, and no more',
        command: 'lifeboat store check --environment production --role writer',
      },
    ],
    inputs: storeCheckInputs,
    load: async () => (await import('./run-store-check.ts')).runStoreCheck,
  }),
  'notify test': notifyTest,
  metrics: metricsVerb,
  'report compliance': reportCompliance,

  'runbook list': runbookList,
  'runbook show': runbookShow,
  'runbook lint': runbookLint,
  'runbook run': runbookRun,
  'runbook abandon': runbookAbandon,
  drill: drillVerb,
  'drill list': drillListVerb,
  'drill report': drillReportVerb,
  'drill clean': drillCleanVerb,

  'env up': envUp,
  'env status': envStatus,
  'env stop': envStop,
  'env clean': envClean,
} as const satisfies Record<string, Verb>

/** The verbs that are actions, by the folder they stand in. */
export function actionVerbs(): ActionVerb[] {
  return Object.values<Verb>(verbs).filter((verb): verb is ActionVerb => verb.action !== null)
}
