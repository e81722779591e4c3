import type { Isolation } from '../domain/proof.ts'
import type { Milliseconds } from '../domain/units.ts'
import type { Store } from './store.ts'

/** A throwaway PostgreSQL server that restored data is tried in. Disposing it stops the server and removes all of it. */
export interface PostgresLaboratory extends AsyncDisposable {
  readonly connection: {
    /** Folder of the server's socket: there is no other way to reach it. */
    readonly host: string
    readonly port: number
    /** Superuser, named by chance so that no role of a dump is its namesake. */
    readonly user: string
    readonly password: string
    readonly database: string
  }
  /** The connection as libpq's variables, for programs: secrets stand in the environment, never in arguments. */
  readonly environment: Readonly<Record<string, string>>
  /**
   * How far the server, and the foreign code that a restore runs in it, is kept from us: `full` is a user and a
   * network of its own, `uid` only the user, `network` only the network. As observed, not as intended.
   */
  readonly isolation: Isolation
  readonly major: number
  /** `17.11` */
  readonly version: string
  /** What a proof says about it, for people. */
  readonly facts: readonly { label: string; text: string }[]
  /** Resolves when the server has ended, wanted or not. Never rejects. */
  readonly ended: Promise<void>
}

/**
 * Where a drill plays: servers, lines and folders that were made for it and go away with it. It can harm nothing else: each
 * server bears a random token, in its settings and in its data folder, and whatever would harm one looks for it first.
 */
export interface DrillLaboratory extends AsyncDisposable {
  /**
   * A server that keeps what it acknowledges: durable, with data checksums, ready for standbys.
   * @throws Failure `missing` when a program or a locale is not there
   */
  startServer(name: string): Promise<DrillServer>
  /** A copy of a server that streams from it, through a line of its own. Both go by the token of this laboratory. */
  startStandby(name: string, of: DrillServer): Promise<DrillStandby>
  /** A line for applications, which leads to a server until it is led elsewhere. */
  openLine(name: string, to: DrillServer): Promise<Line>
  /** An empty folder as a store. */
  openStore(name: string): Promise<DrillStore>
  /** @throws Failure `refused` when the URL leads to anything but a server or line of this laboratory */
  demandOwn(url: string): void
  /**
   * Brings a table with all that belongs to it from one database to another, by pg_dump and pg_restore.
   * @param table quoted, with its schema
   */
  copyTable(table: string, from: DatabasePlace, to: DatabasePlace): Promise<void>
  /** A place like a machine that has neither Lifeboat nor a network. */
  openElsewhere(): Promise<Elsewhere>
  /** A new folder, removed with the laboratory. */
  folder(name: string): Promise<string>
  readonly isolation: PostgresLaboratory['isolation']
}

/** Where a drill of a file tree plays: folders that were made for it and go away with it. */
export interface TreeLaboratory extends AsyncDisposable {
  /** An empty folder as a store. */
  openStore(name: string): Promise<DrillStore>
  /** A new folder, removed with the laboratory. */
  folder(name: string): Promise<string>
  /** @throws Failure `refused` when the path leads out of this laboratory, over links too */
  demandOwn(path: string): Promise<void>
}

/** Where a drill of a Redis plays: servers and folders that were made for it and go away with it. */
export interface RedisDrillLaboratory extends AsyncDisposable {
  /** An empty folder as a store. */
  openStore(name: string): Promise<DrillStore>
  /** An empty server, which appends what it acknowledges to a file. */
  startServer(name: string): Promise<RedisDrillServer>
  /** @throws Failure `refused` when the URL leads to anything but a server of this laboratory */
  demandOwn(url: string): void
  readonly isolation: Isolation
}

export interface RedisDrillServer {
  readonly name: string
  /** Connection URL with its password. */
  readonly url: string
  readonly isRunning: boolean
  /** It ends at once, as when its machine loses power. */
  kill(): Promise<void>
  /** Starts it on the files that it left. False when it does not come up with them. */
  start(): Promise<boolean>
  /**
   * Overwrites the beginning of each file that it keeps its data in. Gives how many there are.
   * @throws Failure `refused` while it runs
   */
  damage(): Promise<number>
  /** Removes every file that it keeps its data in. Gives how many there were. @throws Failure `refused` while it runs */
  empty(): Promise<number>
  /** @throws Failure `unavailable` when it does not answer, `refused` when it is not the server that was started here */
  session(bounds?: SessionBounds): Promise<RedisDrillSession>
}

export interface RedisDrillSession extends Disposable {
  /** @throws Failure; of what the server itself says in it, its first word alone */
  ask(...words: readonly (string | Buffer)[]): Promise<RedisAnswer>
}

/** Bulk strings are bytes; simple strings are text. */
export type RedisAnswer = string | number | null | Buffer | readonly RedisAnswer[]

export interface DatabasePlace {
  server: DrillServer
  database: string
}

/**
 * Where commands run with nothing of ours: no variable but libpq's, an empty home of its own, the system's programs and
 * PostgreSQL's; as another user and without a network where that can be had.
 */
export interface Elsewhere {
  /** As whom and how far apart, for people. */
  readonly how: string
  /** Copies what a store has below a prefix into the home, as a person would fetch it. */
  bring(from: DrillStore, prefix: string): Promise<void>
  write(name: string, text: string): Promise<void>
  read(name: string): Promise<string>
  /** Runs commands of bash in the home. @param server what libpq's variables name */
  run(commands: string, server: DrillServer): Promise<{ code: number | null; stdout: string; stderr: string }>
}

export interface DrillServer {
  readonly name: string
  readonly major: number
  /** Connection URL with its password, past every line. */
  url(database: string): string
  readonly isRunning: boolean
  /**
   * Every process of it ends at once, as when its machine loses power.
   * @throws Failure `refused` when it is not ours; as do the three below
   */
  kill(): Promise<void>
  stop(): Promise<void>
  start(): Promise<void>
  /** Overwrites bytes of a file of its data folder, behind its back. It must be stopped. @param path as `pg_relation_filepath` says */
  damage(path: string, offset: number): Promise<void>
  /** Makes a standby the primary. */
  promote(): Promise<void>
  session(database: string, options?: SessionBounds): Promise<DrillSession>
}

export interface DrillStandby {
  readonly server: DrillServer
  /** Between it and its primary. */
  readonly line: Line
}

/** Connections that pass through us. Cut, it swallows what is sent and says nothing, as a network that is gone does. */
export interface Line {
  readonly name: string
  /** As a server's, through this line. */
  url(database: string): string
  cut(): void
  /** Mends it; connections of before have ended. */
  heal(): void
  /** Ends all connections and leads new ones there. */
  leadTo(server: DrillServer): void
  readonly leadsTo: DrillServer
  session(database: string, options?: SessionBounds): Promise<DrillSession>
}

export interface SessionBounds {
  /** How long connecting and each statement may take; 5 s by default. */
  patience?: Milliseconds
}

/** One connection, of which it was made sure that it leads to a server of the laboratory. */
export interface DrillSession extends AsyncDisposable {
  /**
   * @throws Failure `unavailable` when the server did not answer in time, `integrity` when it says that its data is damaged,
   * else as every session
   */
  query(
    doing: string,
    sql: string,
    values?: readonly unknown[],
  ): Promise<Readonly<Record<string, string | null>>[]>
}

/** A store of the laboratory: a folder, which can be struck. */
export interface DrillStore {
  readonly store: Store
  readonly path: string
  /** From now on it answers nothing. */
  cut(): void
  heal(): void
  /** Removes all that lies in it, as when the place that holds it is gone. */
  wipe(): Promise<void>
  /** Overwrites bytes in the midst of an object. */
  damage(key: string): Promise<void>
}
