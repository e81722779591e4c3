import { Failure } from '../domain/failure.ts'
import { counted } from '../domain/units.ts'
import type { Scenario, Scene } from '../operations/drill/scenario.ts'
import { type Damage, findDamage } from './damage-detector.ts'

/** Bytes of a table and of an index change on disk, behind the server's back. */
export function databaseCorruption(): Scenario {
  let found: Damage | null = null
  return {
    name: 'database-corruption',
    summary: 'Bytes of a table and of an index change on disk, behind the server’s back',
    steps: {
      inject: 'Overwrite 16 bytes in the largest table and in the largest B-tree',
      detect: 'Read everything with data checksums on, and hold every B-tree to its table by amcheck',
      recover: 'Take the server out of service, restore the newest backup onto a new one',
      check: 'The same search finds nothing on the new server',
    },
    losesBack: 'to the last backup',
    restoresService: true,
    inapplicable: () => null,
    prepare: async ({ double, workload }) => {
      await double.backUp()
      await workload.untilAcknowledged(5)
    },
    inject: async (scene) => {
      const { primary } = scene
      const table = await largest(scene, 'table')
      const index = await largest(scene, 'index')
      await primary.stop()
      scene.struck()
      // Of a table's first page, the end of the first row; of the first page below an index's root, its first entry.
      await primary.damage(table, pageSize - 20)
      await primary.damage(index, 2 * pageSize - 16 - 16)
      await primary.start()
    },
    detect: async ({ primary, database }) => {
      await using session = await primary.session(database, { patience: 600_000 })
      found = await findDamage(session)
      const { byChecksum, byAmcheck } = found
      if (byChecksum.length + byAmcheck.length === 0) {
        throw new Failure('objective', 'neither checksums nor amcheck noticed the damage')
      }
      return `checksums found ${relations(byChecksum)}, amcheck ${indexes(byAmcheck)}`
    },
    recover: async ({ primary, laboratory, double }) => {
      // Nobody may go on writing into what is damaged.
      await primary.kill()
      await double.restoreOnto(await laboratory.startServer('new server'))
    },
    check: async (scene) => {
      reportFinds(scene, found)
      await using session = await scene.application.session(scene.database, { patience: 600_000 })
      const left = await findDamage(session)
      const count = left.byChecksum.length + left.byAmcheck.length
      scene.check({
        name: 'nothing is damaged any more',
        status: count === 0 ? 'passed' : 'failed',
        detail:
          count === 0
            ? 'every table and every B-tree was read whole'
            : `${counted(count, 'relation is', 'relations are')} damaged`,
        subjects: [...left.byChecksum, ...left.byAmcheck],
        failure: 'integrity',
      })
    },
  }
}

const pageSize = 8192

const relations = (damaged: readonly string[]) => counted(damaged.length, 'damaged relation')
const indexes = (damaged: readonly string[]) => counted(damaged.length, 'damaged index', 'damaged indexes')

function reportFinds({ check }: Scene, found: Damage | null): void {
  const { byChecksum, byAmcheck, hasAmcheck } = found ?? { byChecksum: [], byAmcheck: [], hasAmcheck: false }
  check({
    name: 'checksums find the table',
    status: byChecksum.length > 0 ? 'passed' : 'failed',
    detail: `${relations(byChecksum)} by data checksums`,
    subjects: byChecksum,
  })
  check({
    name: 'amcheck finds the index',
    status: !hasAmcheck ? 'skipped' : byAmcheck.length > 0 ? 'passed' : 'failed',
    detail: hasAmcheck ? `${indexes(byAmcheck)} by amcheck` : 'this build of PostgreSQL has no amcheck',
    subjects: byAmcheck,
    ...(hasAmcheck ? {} : { hint: 'Install the contrib modules of PostgreSQL, in service too.' }),
  })
}

/** The file of the largest table or B-tree: the application's, if it has one; else the workload's. */
async function largest({ primary, database }: Scene, kind: 'table' | 'index'): Promise<string> {
  await using session = await primary.session(database)
  const [row] = await session.query(
    'choosing what is damaged',
    `select pg_relation_filepath(c.oid) as path
       from pg_class c join pg_namespace n on n.oid = c.relnamespace left join pg_am a on a.oid = c.relam
      where n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and c.relpersistence = 'p'
        and pg_relation_size(c.oid) >= $1::bigint
        and case when $2 = 'table' then c.relkind = 'r' else c.relkind = 'i' and a.amname = 'btree' end
      order by n.nspname = 'lifeboat_drill', pg_relation_size(c.oid) desc limit 1`,
    [kind === 'table' ? pageSize : 2 * pageSize, kind],
  )
  const path = row?.['path']
  if (path === null || path === undefined) throw new Failure('missing', `there is no ${kind} to damage`)
  return path
}
