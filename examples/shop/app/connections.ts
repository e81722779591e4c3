import { Database } from './postgres.ts'
import { Redis } from './redis.ts'
import type { Settings } from './settings.ts'

/** Connections that are opened when they are needed, and opened anew once they broke. */
export function createConnections({ databaseHost, appPassword, redisHost, redisPassword }: Settings) {
  let database: Promise<Database> | null = null
  let redis: Promise<Redis> | null = null

  return {
    database: async (): Promise<Database> => {
      const open = await database?.catch(() => null)
      if (open?.isOpen === true) return open
      database = Database.open({
        host: databaseHost,
        user: 'shop_app',
        password: appPassword,
        database: 'shop',
      })
      return database
    },
    redis: async (): Promise<Redis> => {
      const open = await redis?.catch(() => null)
      if (open?.isOpen === true) return open
      redis = Redis.open({ host: redisHost, password: redisPassword })
      return redis
    },
  }
}
export type Connections = ReturnType<typeof createConnections>
