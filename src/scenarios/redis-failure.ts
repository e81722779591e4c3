import { Failure } from '../domain/failure.ts'
import { counted } from '../domain/units.ts'
import type { RedisScenario } from '../operations/drill/scenario.ts'
import { noticeRedisSilence } from './watch.ts'

/** Redis goes down, and the file that it would come back from is damaged. */
export function redisFailure(): RedisScenario {
  let [damaged, removed] = [0, 0]
  let byItself: string | null = null
  return {
    name: 'redis-failure',
    doubles: 'redis',
    summary: 'Redis goes down, and the files that it would come back from are damaged',
    steps: {
      inject: 'Kill the server, and overwrite the beginning of every file in its folder',
      detect: 'PING is not answered, several times in a row',
      recover:
        'Start it on its own files, which it must refuse; start it empty, so that the application writes again; then restore the newest backup by swap',
      check: 'Every key is as before; every write from before the backup is there again',
    },
    losesBack: 'to the last backup',
    restoresService: true,
    inapplicable: ({ sources }) =>
      sources.some(({ type }) => type === 'redis') ? null : 'the environment has no source of type redis',
    prepare: async ({ double, workload }) => {
      await double.backUp()
      await workload.untilAcknowledged(5)
    },
    inject: async ({ server, struck }) => {
      struck()
      await server.kill()
      damaged = await server.damage()
    },
    detect: (scene) => noticeRedisSilence(scene),
    recover: async ({ server, double }) => {
      // The first thing that anybody tries, and here it must not go well.
      if (await server.start()) {
        using session = await server.session()
        byItself = `it came up again with ${counted(Number(await session.ask('DBSIZE')), 'key')} in its first database`
        await server.kill()
      }
      removed = await server.empty()
      if (!(await server.start()))
        throw new Failure('unavailable', 'the server does not come up without its files either')
      await double.swapBack()
    },
    check: async ({ check }) => {
      // A server that lacks its folder does not come up either.
      const isRefused = byItself === null && damaged > 0 && removed >= damaged
      check({
        name: 'the damaged files are not believed',
        status: isRefused ? 'passed' : 'failed',
        detail:
          byItself ??
          `${counted(damaged, 'file')} damaged, ${removed} still there; the server did not come up with them`,
        failure: 'integrity',
      })
    },
  }
}
