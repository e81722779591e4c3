import type { Ports } from '../ports/ports.ts'
import type { Host } from './host.ts'

/** Opens what a source's or a record's kind asks for. A driver is loaded when the first one is needed. */
export function sourceOpeners(
  { variables, packages }: Pick<Host, 'variables' | 'packages'>,
  ports: () => Ports,
): Pick<Ports, 'openSource' | 'openRehearsal' | 'openRestoration'> {
  const context = () => {
    const { spool, processes, clock, random, log } = ports()
    return { variables, spool, processes, clock, random, log, cache: packages ?? undefined }
  }
  return {
    openSource: async (config) => {
      if (config.type === 'files') {
        const { openFilesSource } = await import('../sources/files/source.ts')
        return openFilesSource(config, context())
      }
      if (config.type === 'redis') {
        const { openRedisSource } = await import('../sources/redis/source.ts')
        return openRedisSource(config, context())
      }
      const { openPostgresSource } = await import('../sources/postgres/source.ts')
      return openPostgresSource(config, context())
    },
    openRehearsal: async (record, config) => {
      if (record.engine === 'files-tar') {
        const { openFilesRehearsal } = await import('../sources/files/rehearsal.ts')
        return openFilesRehearsal(record, context())
      }
      if (record.engine === 'redis-rdb') {
        const { openRedisRehearsal } = await import('../sources/redis/rehearsal.ts')
        return openRedisRehearsal(record, context())
      }
      const { openPostgresRehearsal } = await import('../sources/postgres/rehearsal.ts')
      return openPostgresRehearsal(record, config?.type === 'postgres' ? config : undefined, context())
    },
    openRestoration: async (record, config, request) => {
      if (record.engine === 'files-tar') {
        const { openFilesRestoration } = await import('../sources/files/restoration.ts')
        return openFilesRestoration(record, config?.type === 'files' ? config : undefined, request, context())
      }
      if (record.engine === 'redis-rdb') {
        const { openRedisRestoration } = await import('../sources/redis/restoration.ts')
        const own = config?.type === 'redis' ? config : undefined
        return openRedisRestoration(record, own, request, context())
      }
      const { openPostgresRestoration } = await import('../sources/postgres/restoration.ts')
      const own = config?.type === 'postgres' ? config : undefined
      return openPostgresRestoration(record, own, request, context())
    },
  }
}
