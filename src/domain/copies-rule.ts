import type { StoreConfig } from './environment/schema.ts'

/**
 * The rule of 3-2-1: three copies of the data, on two media, one of them elsewhere. The database itself is the first copy;
 * media and places are counted of the stored ones alone, since the database goes down with what it runs on.
 */

/** Where one stored copy lies. */
export interface CopyPlace {
  store: string
  /** Copies on one medium are lost together: a folder's machine, a provider. */
  medium: string
  /** Elsewhere than where the database runs. */
  offSite: boolean
  /** Goes away with the machine: no copy. */
  ephemeral: boolean
}

/** Where the stores of an environment stand, as its file tells: media by kind of store and service, not by bucket. */
export function copyPlaces(stores: readonly StoreConfig[]): CopyPlace[] {
  return stores.map((store) => ({
    store: store.name,
    medium: [store.type, ...serviceOf(store)].join(' '),
    offSite: store.offsite ?? store.type !== 'local',
    ephemeral: store.type === 'local' && store.ephemeral,
  }))
}

function serviceOf(store: StoreConfig): string[] {
  if (store.type === 'local') return []
  return store.endpoint === undefined ? [] : [store.endpoint.text]
}

export interface CopiesRule {
  /** With the database itself. */
  copies: number
  media: number
  offSite: number
  met: boolean
}

export function judgeCopiesRule(places: readonly CopyPlace[]): CopiesRule {
  const lasting = places.filter((place) => !place.ephemeral)
  const copies = lasting.length + 1
  const media = new Set(lasting.map(({ medium }) => medium)).size
  const offSite = lasting.filter((place) => place.offSite).length
  return { copies, media, offSite, met: copies >= 3 && media >= 2 && offSite >= 1 }
}

/** `3-2-1`, `2-1-0`: what there is, in the rule's own order. */
export function copiesRuleText({ copies, media, offSite }: CopiesRule): string {
  return `${copies}-${media}-${offSite}`
}

/** What is missing, for people; null when nothing is. */
export function missingByCopiesRule({ copies, media, offSite, met }: CopiesRule): string | null {
  if (met) return null
  const missing = [
    ...(copies < 3
      ? [`${copies === 1 ? 'no stored copy' : 'one stored copy'} where two beside the database are wanted`]
      : []),
    ...(media < 2 ? [media === 0 ? 'no medium' : 'all copies on one medium'] : []),
    ...(offSite < 1 ? ['none off-site'] : []),
  ]
  return missing.join(', ')
}
