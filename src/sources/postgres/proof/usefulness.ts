import type { PostgresConfig } from '../../../domain/environment/schema.ts'
import { serverFailure } from '../server-error.ts'
import type { Session } from '../session.ts'
import { failed, passed, type Answer, type CheckRecorder } from '../../check-recorder.ts'

/** The user's own assertions about restored data: each query gives one row with one boolean, which must be true. */
export async function proveUseful(
  session: Session,
  assertions: PostgresConfig['checks'],
  checks: CheckRecorder,
): Promise<void> {
  for (const assertion of assertions)
    await checks.ask('useful', assertion.name, () => ask(session, assertion.sql))
}

async function ask(session: Session, sql: string): Promise<Answer> {
  const doing = 'running an assertion'
  await session.query(doing, 'begin read only')
  try {
    await session.query(doing, 'set local statement_timeout = 600000')
    const answer = await session.client
      .query<unknown[]>({ text: sql, rowMode: 'array' })
      .catch((error: unknown) => {
        throw serverFailure(error, doing)
      })
    // Several statements in one text give several results.
    const [result, ...others] = [answer].flat()
    const values = result?.rows[0] ?? []
    const isBoolean = result?.fields.length === 1 && result.fields[0]?.dataTypeID === booleanOid
    if (others.length > 0 || result?.rows.length !== 1 || !isBoolean) {
      return failed(
        'config',
        'the query does not give one row with one boolean',
        [],
        'Write it as select count(*) = 0 from …',
      )
    }
    return values[0] === 't'
      ? passed('true')
      : failed('objective', values[0] === null ? 'it is null, not true' : 'it is false')
  } finally {
    await session.query(doing, 'rollback')
  }
}

/** pg_type's oid of bool. */
const booleanOid = 16
