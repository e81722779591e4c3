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
  readonly isolation: 'full' | 'uid' | 'network' | 'none'
  readonly major: number
  /** `17.11` */
  readonly version: string
  /** What a proof says about it, for people. */
  readonly facts: readonly { label: string; text: string }[]
  /** Resolves when the server has ended, wanted or not. Never rejects. */
  readonly ended: Promise<void>
}
