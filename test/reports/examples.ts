import { judgeObjective } from '../../src/domain/objectives.ts'
import type { Phase, Report, TableResult } from '../../src/domain/report.ts'
import type { Check } from '../../src/domain/verdict.ts'

/** Realistic reports, one per way a run can end. */

const start = Date.UTC(2026, 10, 21, 10, 15)
const minute = 60_000
const MiB = 1_048_576

function check(rung: Check['rung'], name: string, rest: Partial<Check> = {}): Check {
  return { rung, name, status: 'passed', detail: '', subjects: [], failure: null, duration: 400, ...rest }
}

function phase(name: string, from: number, duration: number, status: Phase['status'] = 'done'): Phase {
  return { name, startedAt: start + from, duration, status }
}

function table(name: string, rows: number, bytes: number, rest: Partial<TableResult> = {}): TableResult {
  return { source: 'main', name, rows, bytes, status: 'equal', note: null, ...rest }
}

const base: Report = {
  format: 1,
  operation: 'verify-restore',
  environment: 'production',
  verdict: 'passed',
  failure: null,
  backupId: '20261121T101500Z-k3f9x',
  startedAt: start,
  finishedAt: start + 161_000,
  actor: 'marta',
  reason: 'schedule',
  runUrl: 'https://github.com/example/shop/actions/runs/10203040506',
  objectives: [],
  checks: [],
  timeline: [],
  facts: [],
  tables: [],
  copies: [],
  notices: [],
  next: [],
}

const ladder: Check[] = [
  check('stored', 'every object is in r2', { detail: '48 objects, 311 MiB', duration: 900 }),
  check('stored', 'every object is in aws', { detail: '48 objects, 311 MiB', duration: 1_300 }),
  check('intact', 'the manifest is signed by the backup key', { duration: 12 }),
  check('intact', 'every object has its digest', { detail: '48 of 48', duration: 4_100 }),
  check('complete', 'every relation with rows is in the archive', { detail: '38 tables, 12 sequences' }),
  check('complete', 'every large object is in the archive', { detail: '1,204 of 1,204' }),
  check('restorable', 'pg_restore ends without an error', { duration: 41_000 }),
  check('equal', 'every table equals what was dumped', {
    detail: '38 of 38, 12,408,113 rows',
    duration: 22_000,
  }),
  check('equal', 'every definition equals the dumped one', {
    detail: '412 of 412; 3 differ only after a deparse',
  }),
  check('sound', 'validated constraints hold'),
  check('sound', 'sequences stand where they stood', { detail: '12 of 12' }),
  check('sound', 'extensions and roles are there', { detail: 'pgcrypto 1.3, citext 1.6' }),
  check('fresh', 'the newest data is within the RPO', { detail: '11 min old, 15 min promised' }),
  check('useful', 'every order has a customer', { duration: 800 }),
  check('useful', 'payments add up to orders', { duration: 1_700 }),
]

const phases: Phase[] = [
  phase('Pick the backup', 0, 1_200),
  phase('Fetch and check', 1_200, 24_000),
  phase('Start the laboratory', 1_300, 2_600),
  phase('Restore definitions', 3_900, 3_100),
  phase('Restore data', 7_000, 48_000),
  phase('Build indexes and constraints', 55_000, 31_000),
  phase('Analyse', 86_000, 6_000),
  phase('Compare every table', 92_000, 52_000),
  phase('Your own checks', 144_000, 2_500),
  phase('Sign and store the proof', 147_000, 3_000),
]

const shopTables: TableResult[] = [
  table('shop.orders', 4_120_551, 812 * MiB),
  table('shop.order_lines', 7_951_020, 640 * MiB),
  table('shop.customers', 310_220, 96 * MiB),
  table('shop.payments', 4_100_910, 410 * MiB, {
    status: 'equal-as-multiset',
    note: 'rows came back in another order',
  }),
  table('shop."Straße & Wörter"', 12, 1_800),
  table('public.schema_migrations', 188, 9_000),
]

export const passed: Report = {
  ...base,
  objectives: [
    judgeObjective('RPO', 15 * minute, 11 * minute, 'age of the newest order, by the freshness query'),
    judgeObjective(
      'RTO',
      5 * minute,
      217_000,
      'laboratory restore, estimated for the real server, plus allowances',
    ),
  ],
  checks: ladder,
  timeline: phases,
  facts: [
    { label: 'PostgreSQL', text: '17.11, restored into 17.11' },
    { label: 'Data', text: '1.9 GiB in 38 tables, 12,408,113 rows', value: 2_040_109_465, unit: 'bytes' },
    { label: 'Stored', text: '311 MiB (6.3 to 1)', value: 326_107_136, unit: 'bytes' },
    { label: 'Restore rate', text: '31 MiB/s', value: 32_505_856, unit: 'bytes-per-second' },
    { label: 'Laboratory', text: '4 cores, 16 GiB; isolation: full' },
  ],
  tables: shopTables,
  copies: [
    { store: 'r2', kind: 's3', status: 'complete', writeOnce: true, detail: null },
    { store: 'aws', kind: 's3', status: 'complete', writeOnce: true, detail: null },
  ],
}

export const degraded: Report = {
  ...base,
  operation: 'backup',
  environment: 'staging',
  verdict: 'degraded',
  reason: null,
  backupId: '20261121T101500Z-q7c2m-pre-deploy',
  finishedAt: start + 48_200,
  objectives: [
    judgeObjective('RPO', 30 * minute, 27 * minute, 'time since the snapshot of the backup before'),
  ],
  timeline: [
    phase('Ask the server', 0, 800),
    phase('Dump, seal and store', 800, 45_000),
    phase('Write the manifest', 45_800, 2_100),
  ],
  facts: [
    { label: 'PostgreSQL', text: '16.9 by pg_dump 16.9, 4 connections' },
    { label: 'Stored', text: '74 MiB (5.1 to 1)', value: 77_594_624, unit: 'bytes' },
    { label: 'Rate', text: '8.4 MiB/s', value: 8_808_038, unit: 'bytes-per-second' },
  ],
  tables: [table('shop.orders', 551, 2 * MiB, { status: 'dumped' })],
  copies: [
    { store: 'r2', kind: 's3', status: 'complete', writeOnce: true, detail: null },
    {
      store: 'aws',
      kind: 's3',
      status: 'unreachable',
      writeOnce: null,
      detail: 'no answer from the endpoint after 4 attempts',
    },
    { store: 'scratch', kind: 'local', status: 'ephemeral', writeOnce: true, detail: null },
  ],
  notices: [
    {
      level: 'notice',
      text: 'There are tables that pg_dump leaves out, as the environment file accepts.',
      subjects: ['spatial_ref_sys'],
    },
    {
      level: 'warning',
      text: 'Backups have one recipient: if its key is lost, so are they. Add a second one whose key is kept offline.',
      subjects: [],
    },
  ],
  next: ['Find out why the store aws is out of reach; the next backup goes to all stores again.'],
}

const manyTables = Array.from({ length: 412 }, (_, index) =>
  table(`tenant_${String(index).padStart(3, '0')}.events`, 1_000 * (index + 1), 40_960 * (index + 1)),
)

export const failed: Report = {
  ...base,
  verdict: 'failed',
  failure: {
    kind: 'integrity',
    message: 'the backup does not give back what was dumped: 2 tables differ',
    hint: 'Verify the backup before it with backup: 20261121T100000Z-w2d8r, and keep this one for examination.',
    subjects: ['shop.orders', 'shop.payments'],
  },
  objectives: [
    judgeObjective('RPO', 15 * minute, 26 * minute, 'age of the newest order, by the freshness query'),
    judgeObjective(
      'RTO',
      5 * minute,
      412_000,
      'laboratory restore, estimated for the real server, plus allowances',
    ),
  ],
  checks: [
    ...ladder.filter((each) => !['equal', 'fresh', 'useful'].includes(each.rung)),
    check('equal', 'every table equals what was dumped', {
      status: 'failed',
      failure: 'integrity',
      detail: '410 of 412 are equal; 2 have other rows than the dump',
      subjects: ['shop.orders', 'shop.payments'],
      hint: 'Look at the rows named in the JSON report; a difference that repeats points at the source’s disk.',
      duration: 64_000,
    }),
    check('sound', 'the extension is in the laboratory', {
      status: 'degraded',
      detail: 'one extension cannot be installed here; 3 objects that need it are unproven',
      subjects: ['postgis', 'shop.places', 'shop.places_idx'],
      hint: 'Install its package on the runner, or accept it by name under accept-unproven.',
    }),
    check('fresh', 'the newest data is within the RPO', {
      status: 'failed',
      failure: 'objective',
      detail: '26 min old, 15 min promised',
      hint: 'See whether the last scheduled backups ran: the schedule can be late or switched off.',
    }),
    check('useful', 'every order has a customer', {
      status: 'failed',
      failure: 'objective',
      detail: 'the query gave false',
    }),
    check('useful', 'payments add up to orders', {
      status: 'skipped',
      detail: 'the table it reads did not come back equal',
    }),
  ],
  timeline: phases.map((each) =>
    each.name === 'Compare every table' ? { ...each, status: 'failed' as const } : each,
  ),
  facts: passed.facts,
  tables: [
    ...manyTables,
    table('shop.orders', 4_120_551, 812 * MiB, { status: 'different', note: '3 rows missing, 1 changed' }),
    table('shop.payments', 4_100_910, 410 * MiB, { status: 'different', note: '1 row changed' }),
    table('shop.places', 900, MiB, { status: 'unproven', note: 'needs an extension that is missing here' }),
  ],
  copies: [
    {
      store: 'r2',
      kind: 's3',
      status: 'damaged',
      writeOnce: true,
      detail: '1 object has another digest; read from aws instead',
    },
    { store: 'aws', kind: 's3', status: 'complete', writeOnce: true, detail: null },
  ],
}

export const cancelled: Report = {
  ...base,
  operation: 'backup',
  verdict: 'failed',
  backupId: null,
  reason: 'before the migration of the payments table',
  finishedAt: start + 9_300,
  failure: { kind: 'cancelled', message: 'stopped from outside (SIGTERM)', hint: null, subjects: [] },
  timeline: [
    phase('Ask the server', 0, 900),
    phase('Dump, seal and store', 900, 8_400, 'failed'),
    phase('Write the manifest', 9_300, 0, 'skipped'),
  ],
}

export const misconfigured: Report = {
  ...base,
  operation: 'backup',
  environment: 'dev',
  verdict: 'failed',
  backupId: null,
  finishedAt: start + 200,
  failure: {
    kind: 'config',
    message: [
      'environments/dev.yml has 2 problems:',
      '  environments/dev.yml:5:8 objectives.rpo: 15 has no unit; accepted: a number with a unit, such as 90s, 15m, 6h or 30d',
      '  environments/dev.yml:9:5 sources[0].passwort: unknown key passwort; did you mean password?',
    ].join('\n'),
    hint: 'Put right what is named; docs/environment-file.md describes every key of an environment file.',
    subjects: [],
  },
}

export const restored: Report = {
  ...base,
  operation: 'restore',
  verdict: 'degraded',
  reason: 'orders were deleted by a faulty migration',
  finishedAt: start + 252_000,
  objectives: [
    {
      ...judgeObjective('RTO', 5 * minute, 252_000, 'a real restore, without the steps left to a person'),
      met: null,
    },
  ],
  checks: [check('intact', 'key'), check('equal', 'every table equals what was dumped')],
  timeline: [
    { ...phase('select', 0, 900) },
    {
      ...phase('restore main', 2_000, 230_000),
      detail: '310 MiB into shop_20261121, load 190 s',
      bytes: 310 * MiB,
    },
    {
      ...phase('download', 2_100, 61_000),
      detail: '40 artifacts from aws, 8 artifacts from r2, 120 MiB at 40 MiB/s',
      stores: ['aws', 'r2'],
      bytes: 120 * MiB,
    },
    { ...phase('exchange main', 233_000, 90), detail: 'the former state is kept as shop_before_20261121' },
    { ...phase('restart', 233_200, 0, 'manual'), detail: 'Restart the application.' },
    { ...phase('health', 233_300, 0, 'skipped'), detail: 'target.health is not configured' },
  ],
  copies: [
    {
      store: 'r2',
      kind: 's3',
      status: 'damaged',
      writeOnce: null,
      detail: '40 of its objects could not be used',
    },
    { store: 'aws', kind: 's3', status: 'complete', writeOnce: null, detail: 'what was read of it is sound' },
  ],
  next: ['Restart the application.', 'Mend the copy in r2 from a sound one with lifeboat repair.'],
  restored: {
    mode: 'swap',
    dryRun: false,
    places: [{ source: 'main', database: 'shop', keptAs: 'shop_before_20261121', exchanged: true }],
    dataAt: start - 185 * minute,
    dataLoss: 185 * minute,
    passedOver: 1,
    condemned: false,
    inService: false,
  },
}

export const examples = { passed, degraded, failed, cancelled, misconfigured, restored }
