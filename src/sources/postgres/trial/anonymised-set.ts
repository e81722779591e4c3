import type { Environment, PostgresConfig } from '../../../domain/environment/schema.ts'
import { Template } from '../../../domain/environment/template.ts'
import type { PostgresRecord } from '../../../domain/manifest.ts'
import type { ArtifactReader, ArtifactSink } from '../../../ports/artifacts.ts'
import type { PostgresContext } from '../context.ts'
import { openPostgresSource } from '../source.ts'
import { anonymise } from './anonymise.ts'
import { restoreIntoLaboratory } from './opened.ts'
import { accessTo } from './trial.ts'

interface Request {
  source: PostgresConfig
  masking: NonNullable<Environment['pullRequests']>['masking']
  record: PostgresRecord
  artifacts: ArtifactReader
  sink: ArtifactSink
}

/** Restores, masks and dumps, all in one laboratory; nothing is written to the sink before the rows were searched. */
export async function makeAnonymisedSet(
  { source, masking, record, artifacts, sink }: Request,
  context: PostgresContext,
  signal: AbortSignal,
): Promise<{ record: PostgresRecord; masked: number; kept: number }> {
  await using restored = await restoreIntoLaboratory(record, artifacts, source.install, context, signal)
  const { connection } = restored.laboratory
  const key = Buffer.from(context.random.bytes(32)).toString('hex')
  await using session = await accessTo(restored.laboratory, signal)()
  const { masked, kept } = await anonymise(session, masking, key, signal)
  const text = (value: string) => new Template(value, 'laboratory')
  await using double = openPostgresSource(
    {
      ...source,
      url: undefined,
      host: text(connection.host),
      port: text(String(connection.port)),
      user: text(connection.user),
      password: text(connection.password),
      database: text(connection.database),
      sslmode: 'disable',
      sslrootcert: undefined,
      rolePasswords: false,
    },
    context,
  )
  const dumped = await double.dump(sink, { report: () => undefined }, signal)
  if (dumped.engine !== 'postgres-logical')
    throw new TypeError('a PostgreSQL source gives a PostgreSQL record')
  return { record: dumped, masked, kept }
}
