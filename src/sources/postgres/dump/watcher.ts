import { Failure } from '../../../domain/failure.ts'
import { counted, type Milliseconds } from '../../../domain/units.ts'
import type { Clock } from '../../../ports/clock.ts'
import type { PostgresAddress } from '../address.ts'
import { connect } from '../session.ts'

/**
 * Ends a dump that makes other sessions wait: pg_dump resets all time-outs, so nothing else bounds it. Resolves when the
 * signal is aborted; @throws Failure `unavailable` when somebody has waited for us longer than `maxBlock`.
 */
export async function watchBlocking(
  address: PostgresAddress,
  context: { applicationName: string; maxBlock: Milliseconds; clock: Clock; signal: AbortSignal },
): Promise<void> {
  const { clock, signal } = context
  if (signal.aborted) return
  try {
    await using session = await connect(address, { applicationName: context.applicationName, signal })
    const waitingSince = new Map<string, number>()
    while (!signal.aborted) {
      const blocked = await session.query<{ pid: string; blocker: string }>(
        'watching for blocked sessions',
        `select l.pid::text as pid, b.pid::text as blocker from pg_catalog.pg_locks l
         cross join lateral unnest(pg_catalog.pg_blocking_pids(l.pid)) as b(pid)
         join pg_catalog.pg_stat_activity ours on ours.pid = b.pid and ours.application_name = $1
         left join pg_catalog.pg_stat_activity theirs on theirs.pid = l.pid
         where not l.granted and theirs.application_name is distinct from $1`,
        [context.applicationName],
      )
      const now = clock.ticks()
      const pids = new Set(blocked.map((row) => row.pid))
      for (const pid of waitingSince.keys()) if (!pids.has(pid)) waitingSince.delete(pid)
      for (const pid of pids) waitingSince.set(pid, waitingSince.get(pid) ?? now)
      const longest = Math.max(0, ...[...waitingSince.values()].map((since) => now - since))
      if (longest >= context.maxBlock) {
        throw new Failure(
          'unavailable',
          `the dump made ${counted(pids.size, 'other session')} wait for ${Math.round(longest / 1_000)} s, so it was ended`,
          {
            hint: 'Somebody changes tables (ALTER TABLE, TRUNCATE…) while the backup runs. Run it at another time, or raise max-block.',
          },
        )
      }
      await clock.sleep(Math.min(1_000, Math.max(50, context.maxBlock / 4)), signal)
    }
  } catch (error) {
    if (signal.aborted) return
    throw error
  }
}
