import { readFileSync } from 'node:fs'

/** What the surroundings say. Secrets come as files: variables are inherited, and shown by `docker inspect`. */
export interface Settings {
  version: string
  databaseHost: string
  redisHost: string
  appPassword: string
  redisPassword: string
  apiToken: string
}

export function readSettings(): Settings {
  return {
    version: process.env['SHOP_VERSION'] ?? 'none',
    databaseHost: process.env['SHOP_DATABASE_HOST'] ?? 'db',
    redisHost: process.env['SHOP_REDIS_HOST'] ?? 'redis',
    appPassword: readSecret('app-password'),
    redisPassword: readSecret('redis-password'),
    apiToken: readSecret('api-token'),
  }
}

/** @throws when there is none: an application without its secrets must not start */
export function readSecret(name: string): string {
  const secret = readFileSync(`/run/secrets/${name}`, 'utf8').trim()
  if (secret === '') throw new Error(`the secret ${name} is empty`)
  return secret
}

/** Secrets are readable by root alone; once they are read, nothing else needs it. */
export function giveUpRoot(): void {
  if (process.getuid?.() !== 0) return
  process.setgroups?.([])
  process.setgid?.(1000)
  process.setuid?.(1000)
}

/** One line of JSON for each event, for whatever collects logs. */
export function log(event: string, details: Readonly<Record<string, unknown>> = {}): void {
  process.stdout.write(`${JSON.stringify({ at: new Date().toISOString(), event, ...details })}\n`)
}
