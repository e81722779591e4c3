import type { Dashboard, DashboardEnvironment } from '../../src/domain/dashboard.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
export const madeAt = Date.parse('2026-11-21T10:22:00Z')

/** The same figures each time: a small generator, not chance. */
function wave(index: number, seed: number): number {
  return (Math.sin(index * 1.7 + seed) + Math.sin(index * 0.43 + seed * 2) + 2) / 4
}

function times(every: number, from = madeAt - 30 * day): number[] {
  return Array.from({ length: Math.floor((madeAt - from) / every) }, (_, index) => from + (index + 1) * every)
}

/** An environment as a month leaves it; `change` says what is different. */
export function environmentExample(
  name: string,
  change: Partial<DashboardEnvironment> = {},
): DashboardEnvironment {
  const seed = name.length
  const proofs = times(6 * hour).map((slot, index) => ({
    at: slot - 82 * minute,
    backupId: `${new Date(slot - 3 * hour).toISOString().replaceAll(/[-:]|\.\d+/g, '')}-k3f9x`,
    verdict: index % 41 === 7 ? ('failed' as const) : ('passed' as const),
    level: 'useful',
    recovery: Math.round((100 + 70 * wave(index, seed)) * 1_000),
  }))
  const days = times(day).map((at, index) => ({
    at: Math.floor(at / day) * day,
    made: 96 - (index % 9 === 4 ? 3 : 0) - (index % 13 === 6 ? 5 : 0),
    late: index % 9 === 4 ? 3 : 0,
    missed: index % 13 === 6 ? 5 : 0,
  }))
  const sum = (what: 'made' | 'late' | 'missed') => days.reduce((total, one) => total + one[what], 0)
  return {
    name,
    protected: name === 'production',
    verdict: 'passed',
    score: 100,
    failure: null,
    from: madeAt - 30 * day,
    to: madeAt,
    objectives: { rpo: 30 * minute, rto: 5 * minute },
    newest: { id: '20261121T101800Z-k3f9x', at: madeAt - 4 * minute, dataAge: 4 * minute, size: 734e6 },
    proof: { at: madeAt - 82 * minute, verdict: 'passed' },
    checks: [
      { name: 'newest backup', status: 'passed', detail: '20261121T101800Z-k3f9x, 4 min old', subjects: [] },
      { name: 'data of main', status: 'passed', detail: '4 min old; the RPO is 30 min', subjects: [] },
      { name: '3-2-1', status: 'passed', detail: '3 copies, 2 media, 1 elsewhere', subjects: [] },
      {
        name: 'ledger and backups agree',
        status: 'passed',
        detail: '3,204 events held against what is there',
        subjects: [],
      },
      {
        name: 'source main',
        status: 'skipped',
        detail: 'not asked: the variable DATABASE_URL is not set',
        subjects: ['shop.orders'],
      },
    ],
    dataAges: times(6 * hour).map((at, index) => ({
      at,
      value: (15 + 11 * wave(index, seed) ** 3) * minute,
    })),
    recoveries: proofs.map(({ at, recovery }) => ({ at, value: recovery, basis: 'restore test' as const })),
    sizes: times(6 * hour).map((at, index) => ({
      at,
      value: 690e6 + index * 350e3 + 4e6 * wave(index, seed),
    })),
    schedules: [
      {
        what: 'backups',
        basis: '.github/workflows/lifeboat-production-backup.yml',
        due: 2880,
        made: sum('made'),
        late: sum('late'),
        missed: sum('missed'),
        days,
      },
    ],
    proofs: { passed: 117, made: 120, newest: proofs.slice(-8).reverse() },
    drills: [
      {
        at: madeAt - 9 * day,
        scenario: 'region-failure',
        verdict: 'passed',
        detect: 6_000,
        recover: 88_000,
        lostWrites: 0,
      },
      {
        at: madeAt - 12 * day,
        scenario: 'database-corruption',
        verdict: 'passed',
        detect: 2_400,
        recover: 61_000,
        lostWrites: 0,
      },
    ],
    stores: [
      { name: 'r2', type: 's3', backups: 61, bytes: 44.2e9, newest: '20261121T101800Z-k3f9x' },
      { name: 'aws', type: 's3', backups: 61, bytes: 44.2e9, newest: '20261121T101800Z-k3f9x' },
    ],
    backups: times(15 * minute, madeAt - 2 * hour)
      .reverse()
      .map((at, index) => ({
        id: `${new Date(at - 4 * minute).toISOString().replaceAll(/[-:]|\.\d+/g, '')}-${'k3f9x'.slice(index % 3)}${'ab'.slice(0, index % 3)}`,
        at,
        size: 734e6 - index * 1e5,
        duration: 41_000 + index * 300,
        class: 'scheduled',
        stores: ['r2', 'aws'],
        proof: index === 3 ? 'passed' : null,
      })),
    ...change,
  }
}

export const dashboardExample: Dashboard = {
  madeAt,
  environments: [
    environmentExample('production'),
    environmentExample('staging', {
      score: 44,
      verdict: 'failed',
      newest: { id: '20261121T071100Z-p4ssw', at: madeAt - 191 * minute, dataAge: 191 * minute, size: 212e6 },
      checks: [
        {
          name: 'schedule of backups',
          status: 'failed',
          detail: '5 runs did not come, the first at 2026-11-21 07:41 UTC, and none since (watch.schedules)',
          subjects: [],
        },
        {
          name: 'data of main',
          status: 'failed',
          detail: '3 h 11 min old, in 20261121T071100Z-p4ssw; the RPO is 1 h',
          subjects: [],
        },
        ...environmentExample('staging').checks.slice(2),
      ],
      objectives: { rpo: hour, rto: 15 * minute },
      dataAges: [
        ...times(6 * hour).map((at, index) => ({ at, value: (31 + 16 * wave(index, 3) ** 3) * minute })),
        { at: madeAt, value: 191 * minute },
      ],
    }),
    environmentExample('dev', {
      score: null,
      verdict: 'failed',
      failure: 'store disk could not be listed: the folder is not there',
    }),
  ],
}
