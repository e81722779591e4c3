import type { Environment } from '../../domain/environment/schema.ts'
import { Failure } from '../../domain/failure.ts'
import type { Aspect } from '../../domain/verdict.ts'
import type { RedisDrillServer } from '../../ports/laboratory.ts'
import type { RunReport } from '../run-report.ts'
import type { DrillPorts } from './drill-ports.ts'
import { comparedUpTo } from './fingerprint.ts'
import type { Measured } from './judge.ts'
import { chooseSource, fetchBackup, openStores } from './origin.ts'
import { doubleRedis, populateRedis } from './redis-double.ts'
import { compareRedis, redisFingerprint } from './redis-fingerprint.ts'
import type { RedisScene } from './redis-scene.ts'
import { isJournal, redisJournal, redisWriter, redisWritesIn, scan } from './redis-workload.ts'
import type { RedisScenario } from './scenario.ts'
import { playOn, type Stage } from './stage.ts'

/** As `rehearse`, for a Redis. */
export async function rehearseRedis(
  environment: Environment,
  scenario: RedisScenario,
  measured: Measured,
  ports: DrillPorts,
  run: RunReport<Aspect>,
): Promise<void> {
  const { name } = scenario
  await using stack = new AsyncDisposableStack()
  const phase = <T>(what: string, work: () => Promise<T>) => run.phase(`${name}: ${what}`, work)
  const { compareUpTo, isChosen } = comparedUpTo(environment)

  const record = await phase('choose a backup', () =>
    chooseSource('redis-rdb', 'Redis', environment, ports, run),
  )
  const { laboratory, origin } = await phase('copy it into the laboratory', async () => {
    const opened = stack.use(await ports.openRedisLaboratory(record))
    return { laboratory: opened, origin: await fetchBackup(environment, opened, ports, run) }
  })
  const stores = await openStores(environment, laboratory)
  const parts = { environment, record, laboratory, origin, stores, ports }
  const server = await phase('build the double', async () => {
    const started = await laboratory.startServer('the double')
    await populateRedis(parts, started)
    // It is as secret as the data, and has done its work.
    await origin.wipe()
    return started
  })
  await demandNoJournal(server)
  const look = () => redisFingerprint(server, record, compareUpTo)
  const before = await phase('look at it', look)
  const double = await doubleRedis(parts, server)
  const stage: Stage<RedisScene> = {
    connect: () => redisWriter(server),
    scene: (common) => ({ ...common, record, laboratory, server, double: common.points.of(double) }),
    compare: async () => compareRedis(before, await look(), { now: ports.clock.now(), isChosen }),
    written: async () => {
      using session = await server.session({ patience: 60_000 })
      return await redisWritesIn(session)
    },
  }
  await playOn(stage, scenario, ports.sabotageOfRedis, { environment, measured, ports, run })
  if (laboratory.isolation !== 'full')
    run.notice('notice', `${name}: isolation of the laboratory: ${laboratory.isolation}`)
}

/** @throws Failure `refused` when the data has keys where the workload writes */
async function demandNoJournal(server: RedisDrillServer): Promise<void> {
  using session = await server.session()
  for await (const names of scan(session, `${redisJournal}*`)) {
    if (!names.some(isJournal)) continue
    throw new Failure('refused', `the backup has keys of an earlier drill (${redisJournal}…)`, {
      hint: 'A drill never writes to the environment. Find out who did, and remove them.',
    })
  }
}
