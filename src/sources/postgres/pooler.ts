import { connect, type Session } from './session.ts'
import type { PostgresAddress } from './address.ts'

/** `none`: a direct connection. `session`: a pooler that keeps a server connection per client. `transaction`: one that does not. */
export type Pooling = 'none' | 'session' | 'transaction'

/**
 * Recognises a pooler: the process id in the connection's key is not the server's. Then tells the kind by whether this
 * session keeps its server connection while a second client holds one in a transaction. Sets nothing, since behind a
 * pooler in transaction mode a setting would stay in a connection that others use.
 */
export async function detectPooling(
  session: Session,
  address: PostgresAddress,
  applicationName: string,
  signal: AbortSignal,
): Promise<Pooling> {
  const serverPid = async (asking: Session): Promise<string | undefined> => {
    const [row] = await asking.query<{ pid: string }>(
      'looking for a pooler',
      'select pg_backend_pid()::text as pid',
    )
    return row?.pid
  }
  const first = await serverPid(session)
  if (session.keyPid !== null && String(session.keyPid) === first) return 'none'
  await using other = await connect(address, { applicationName, signal })
  // In transaction pooling the server connection that just served the first client serves the second one now.
  await other.query('looking for a pooler', 'begin')
  const taken = await serverPid(other)
  const now = await serverPid(session)
  await other.query('looking for a pooler', 'rollback')
  return taken === first || now !== first ? 'transaction' : 'session'
}

/** What to use instead of a transaction pooler, in the provider's own terms. */
export function directUrlHint(address: PostgresAddress): string {
  if (address.host.endsWith('.pooler.supabase.com')) {
    return 'Use Supabase’s session pooler (the same host, port 5432), or the direct connection where the runner has IPv6.'
  }
  if (/-pooler\./.test(address.host) && address.host.endsWith('.neon.tech'))
    return 'Use Neon’s direct host: the same name without -pooler.'
  if (address.host.endsWith('.db.ondigitalocean.com'))
    return 'Use DigitalOcean’s direct port 25060 rather than the pool’s 25061.'
  return 'Give the URL of the PostgreSQL server itself, or of a pool in session mode with at least jobs + 2 connections.'
}
