import type { RedisSession } from './wire.ts'

/** What `INFO` says of a server, by name. */
export class RedisInfo {
  private readonly values: ReadonlyMap<string, string>

  private constructor(text: string) {
    this.values = new Map(
      text.split(/\r?\n/).flatMap((line) => {
        const colon = line.indexOf(':')
        return line.startsWith('#') || colon < 1
          ? []
          : [[line.slice(0, colon), line.slice(colon + 1)] as const]
      }),
    )
  }

  /** @throws Failure `access` when the user may not ask */
  static async ask(session: RedisSession): Promise<RedisInfo> {
    const text = await session.ask('INFO')
    return new RedisInfo(Buffer.isBuffer(text) ? text.toString('utf8') : '')
  }

  /** Versions are words of plain characters; anything else is `unknown`. */
  get version(): string {
    const version = this.values.get('valkey_version') ?? this.values.get('redis_version') ?? ''
    return /^[0-9][0-9A-Za-z.-]{0,20}$/.test(version) ? version : 'unknown'
  }

  get kind(): 'redis' | 'valkey' {
    return this.values.has('valkey_version') || this.values.get('server_name') === 'valkey'
      ? 'valkey'
      : 'redis'
  }

  is(name: string, value: string): boolean {
    return this.values.get(name) === value
  }

  number(name: string): number {
    const value = Number(this.values.get(name) ?? 0)
    return Number.isFinite(value) ? value : 0
  }

  /** Those that have keys. */
  get databases(): { index: number; keys: number; expires: number }[] {
    return [...this.values]
      .flatMap(([name, value]) => {
        const index = /^db(\d+)$/.exec(name)?.[1]
        const counted = /^keys=(\d+),expires=(\d+)/.exec(value)
        return index === undefined || counted === null
          ? []
          : [{ index: Number(index), keys: Number(counted[1]), expires: Number(counted[2]) }]
      })
      .sort((a, b) => a.index - b.index)
  }
}
