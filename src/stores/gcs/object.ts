import type { Instant } from '../../domain/units.ts'
import type { StoredVersion } from '../../ports/store.ts'
import { instantOf } from '../web/http.ts'

/** What is asked of an object's resource. */
export const objectFields = 'name,size,updated,timeCreated,generation,md5Hash,metadata'
export const lockFields = 'retention,retentionExpirationTime,temporaryHold,eventBasedHold'

export interface ObjectResource extends StoredVersion {
  /** With the store's prefix. */
  name: string
  /** Base64. */
  md5: string | null
  mark: string | null
}

/** Name of the metadata that holds an upload's mark. */
export const markName = 'lifeboat-upload'

/** An object as the JSON API describes it. */
export function readObject(resource: Record<string, unknown>, prefix: string): ObjectResource {
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined)
  const name = text(resource['name']) ?? ''
  const metadata = resource['metadata']
  const mark: unknown =
    metadata !== null && typeof metadata === 'object' && markName in metadata ? metadata[markName] : null
  return {
    name,
    key: name.slice(prefix.length),
    size: Number(resource['size'] ?? 0),
    modifiedAt: instantOf(text(resource['timeCreated']) ?? text(resource['updated'])),
    version: text(resource['generation']) ?? '',
    md5: text(resource['md5Hash']) ?? null,
    mark: typeof mark === 'string' ? mark : null,
  }
}

/** Until when a hold, the object's retention or the bucket's policy keeps it; null when none does. */
export function lockOf(resource: Record<string, unknown>, now: Instant): Instant | null {
  if (resource['temporaryHold'] === true || resource['eventBasedHold'] === true) return Infinity
  const retention = resource['retention']
  const own: unknown =
    retention !== null && typeof retention === 'object' && 'retainUntilTime' in retention
      ? retention.retainUntilTime
      : undefined
  const moments = [own, resource['retentionExpirationTime']]
  const until = Math.max(
    ...moments.map((moment) => instantOf(typeof moment === 'string' ? moment : undefined)),
  )
  return until > now ? until : null
}
