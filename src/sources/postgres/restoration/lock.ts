import { createHash } from 'node:crypto'
import { Failure } from '../../../domain/failure.ts'
import type { Session } from '../session.ts'

/**
 * Lets nobody else restore under the same names as long as the session lasts; the server lets go of it by itself when
 * we are killed. @throws Failure `refused` when another restore holds it
 */
export async function holdNames(session: Session, names: readonly string[]): Promise<void> {
  for (const name of names) {
    const key = createHash('sha256').update(`lifeboat restore\0${name}`).digest().readBigInt64BE().toString()
    const [row] = await session.query<{ held: string }>(
      'locking the restore',
      'select pg_catalog.pg_try_advisory_lock($1)::text as held',
      [key],
    )
    if (row?.held !== 'true') {
      throw new Failure('refused', 'another restore into the same database is running', {
        hint: 'Wait for it to end, or end it. One that was killed lets go as soon as the server notices.',
        subjects: [name],
      })
    }
  }
}
