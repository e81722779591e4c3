import { setTimeout as wait } from 'node:timers/promises'
import { utimesSync, writeFileSync } from 'node:fs'
import { createConnections } from './connections.ts'
import { giveUpRoot, log, readSettings } from './settings.ts'

/** Takes each placed order from the queue and has it paid. Its heartbeat stands in Redis, and in a file for Docker. */
const settings = readSettings()
giveUpRoot()
const connections = createConnections(settings)
const heartbeatFile = '/tmp/heartbeat'
writeFileSync(heartbeatFile, '')
log('working', { version: settings.version })

const stopping = new AbortController()
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stopping.abort())

while (!stopping.signal.aborted) {
  try {
    const redis = await connections.redis()
    await redis.send('SET', 'worker:heartbeat', String(Date.now()), 'EX', '60')
    utimesSync(heartbeatFile, new Date(), new Date())
    const taken = await redis.send('BRPOP', 'orders:placed', '1')
    if (!Array.isArray(taken) || typeof taken[1] !== 'string') continue
    const database = await connections.database()
    const paid = await database.query(
      `with paid as (update shop.orders set status = 'paid' where id = $1 and status = 'placed' returning id, placed_at, total_cents)
       insert into shop.payments (order_id, placed_at, method, amount_cents, reference, answer, paid_at)
       select id, placed_at, 'invoice', total_cents, 'order-' || id, '{}', now() from paid returning order_id`,
      [taken[1]],
    )
    if (paid.length > 0) await redis.send('INCR', 'worker:handled')
    log('handled', { order: taken[1] })
  } catch (error) {
    log('failed', { message: error instanceof Error ? error.message : 'unknown' })
    await wait(1_000)
  }
}
log('stopped')
process.exit(0)
