import type { PostgresConfig, SourceConfig } from '../domain/environment/schema.ts'
import type { Instant, Milliseconds } from '../domain/units.ts'

export type RedisConfig = Extract<SourceConfig, { type: 'redis' }>

/** Looks at running services from outside, as a client does. Changes nothing in them. */
export interface ServiceProbes {
  /** @throws Failure `config` when a variable is not set */
  postgres(config: PostgresConfig): PostgresProbe
  /** @throws Failure `config` when a variable is not set */
  redis(config: RedisConfig): RedisProbe
  network: Network
}

/** Where a service listens; `host` is a folder for a socket. */
export interface ServiceAddress {
  host: string
  port: number
}

/** Every method @throws Failure `unavailable` when nothing answers, `access` when the credentials of the file are refused. */
export interface PostgresProbe {
  readonly address: ServiceAddress
  readonly user: string
  /** Connects, and asks a query that reads nothing. */
  ask(signal: AbortSignal): Promise<{ latency: Milliseconds; version: string; encrypted: boolean }>
  /** Whether a query gives one row with one true. Read-only, and ended after 30 seconds. */
  holds(sql: string, signal: AbortSignal): Promise<boolean>
  /** Of each `schema.table`, whether it is there and has a row. */
  tables(names: readonly string[], signal: AbortSignal): Promise<Map<string, 'missing' | 'empty' | 'filled'>>
  /** What the server says to a stranger who names the user and gives no password. */
  withoutPassword(signal: AbortSignal): Promise<Admission>
  /** What it says to these credentials. */
  withPassword(user: string, password: string, signal: AbortSignal): Promise<Admission>
}

/** Every method throws as those of `PostgresProbe`. */
export interface RedisProbe {
  readonly address: ServiceAddress
  readonly encrypted: boolean
  ping(
    signal: AbortSignal,
  ): Promise<{ latency: Milliseconds; version: string; keys: number; loading: boolean }>
  /** The text under a key; null when there is none, or it is no text. */
  value(key: string, signal: AbortSignal): Promise<string | null>
  withoutPassword(signal: AbortSignal): Promise<Admission>
  withPassword(password: string, signal: AbortSignal): Promise<Admission>
}

export type Admission = 'refused' | 'accepted'

export interface Network {
  /** Whether something takes a TCP connection there, within a few seconds. */
  connects(address: ServiceAddress, signal: AbortSignal): Promise<boolean>
  /** The handshake alone; no request is sent. @throws Failure `unavailable` when there was none */
  handshake(address: ServiceAddress, options: { onlyOld: boolean }, signal: AbortSignal): Promise<TlsFacts>
  /** This machine's IPv4 addresses that others can reach it by. */
  ownAddresses(): string[]
}

export interface TlsFacts {
  /** `TLSv1.3` */
  protocol: string
  /** Null when the certificate is trusted and for this host; else the code of what is wrong. */
  problem: string | null
  validTo: Instant
}
