import type { Connections } from './connections.ts'

/** Counters of this process, and what the worker leaves in Redis, as Prometheus reads them. */
export function createMetrics(version: string) {
  const requests = new Map<string, number>()
  const seconds = new Map<string, number>()
  return {
    count(path: string, status: number, milliseconds: number): void {
      const labels = `path="${path}",status="${status}"`
      requests.set(labels, (requests.get(labels) ?? 0) + 1)
      seconds.set(labels, (seconds.get(labels) ?? 0) + milliseconds / 1_000)
    },
    async text(connections: Connections): Promise<string> {
      const worker = await workerFigures(connections).catch(() => [])
      return [
        `shop_info{version="${version}"} 1`,
        `process_uptime_seconds ${process.uptime().toFixed(1)}`,
        `process_resident_memory_bytes ${process.memoryUsage.rss()}`,
        ...[...requests].map(([labels, value]) => `http_requests_total{${labels}} ${value}`),
        ...[...seconds].map(([labels, value]) => `http_request_seconds_sum{${labels}} ${value.toFixed(6)}`),
        ...worker,
        '',
      ].join('\n')
    },
  }
}

async function workerFigures(connections: Connections): Promise<string[]> {
  const redis = await connections.redis()
  const beat = Number(await redis.send('GET', 'worker:heartbeat'))
  const queued = Number(await redis.send('LLEN', 'orders:placed'))
  const handled = Number(await redis.send('GET', 'worker:handled'))
  return [
    `shop_orders_queued ${queued}`,
    `shop_orders_handled_total ${handled}`,
    ...(beat > 0 ? [`shop_worker_heartbeat_age_seconds ${((Date.now() - beat) / 1_000).toFixed(1)}`] : []),
  ]
}
