import type { PostgresConfig } from '../../domain/environment/schema.ts'
import type { PostgresRecord } from '../../domain/manifest.ts'
import type { Restoration, RestoreRequest } from '../../ports/restoration.ts'
import type { PostgresContext } from './context.ts'
import { openRows } from './restoration/rows.ts'
import { openSideBySide } from './restoration/side-by-side.ts'
import { openInPlace } from './restoration/in-place.ts'
import { resolvePlace } from './restoration/place.ts'
import { openSwap } from './restoration/swap.ts'

/**
 * Brings a logical PostgreSQL backup back into a server that is in use.
 *
 * Restoring runs code that the backup holds, with the rights of the role that restores: whoever could write into the
 * backup could run programs on a server whose superuser restores it. So only backups whose origin is proven should come
 * here; whoever calls this has checked the signature.
 * @throws Failure `config` when the request and the environment file do not say where to
 */
export function openPostgresRestoration(
  record: PostgresRecord,
  config: PostgresConfig | undefined,
  request: RestoreRequest,
  context: PostgresContext,
): Restoration {
  const place = resolvePlace(record, config, request, context.variables)
  const base = { record, config, request, context, place }
  if ((request.selection?.rows.length ?? 0) > 0) return openRows(base)
  if (request.mode === 'side-by-side') return openSideBySide(base)
  if (request.mode === 'swap') return openSwap(base)
  return openInPlace(base)
}
