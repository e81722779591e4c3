import { guide } from '../../domain/guide.ts'
import type { Verdict } from '../../domain/verdict.ts'
import type { StoreAbilities } from '../../ports/store.ts'

/** How far backups in a store are safe from mistakes and from a thief of these credentials. */
export interface Safety {
  level: 'strong' | 'recoverable' | 'guarded' | 'weak'
  text: string
  verdict: Verdict
  /** What to change. */
  next: string[]
}

/** What the abilities that a probe found amount to. */
export function judgeSafety(kind: string, abilities: StoreAbilities): Safety {
  const { writeOnce, mayOverwrite, mayDelete, versioned, locks } = abilities
  if (!mayOverwrite && !mayDelete) {
    return {
      level: 'strong',
      text: `strong: these credentials can neither overwrite nor delete what exists${locks === true ? ', and the store knows locks, which hold against other credentials too' : ''}`,
      verdict: 'passed',
      next: [],
    }
  }
  const can = [...(mayOverwrite ? ['overwrite'] : []), ...(mayDelete ? ['delete'] : [])].join(' and ')
  if (versioned === true) {
    return {
      level: 'recoverable',
      text: `recoverable: these credentials can ${can}, but the bucket keeps older versions, which a restore finds`,
      verdict: 'passed',
      next: [
        keepVersions[kind] ??
          'Keep the right to destroy older versions from the writer: they are what protects you.',
      ],
    }
  }
  const next =
    kind === 'local'
      ? ['Add a second store elsewhere: whoever can write to this folder can also empty it.']
      : [
          `Take the rights to ${can} from the credentials that make backups (${guide('roles')} has the definitions), or turn on versions.`,
          ...(locks === true ? [lockAdvice[kind] ?? 'Let the store hold objects by its locks.'] : []),
        ]
  if (writeOnce) {
    return {
      level: 'guarded',
      text: `guarded against slips: the store refuses to overwrite when asked to, but these credentials can ${can}`,
      verdict: 'degraded',
      next,
    }
  }
  return {
    level: 'weak',
    text: `weak: the store does not refuse to overwrite, keeps no older versions, and these credentials can ${can}`,
    verdict: 'degraded',
    next: [...next, 'Two runs that write the same key at once would not notice each other.'],
  }
}

/** What must stay out of the writer's hands, in the words of the service. */
const keepVersions: Record<string, string | undefined> = {
  s3: 'Give the writer no s3:DeleteObjectVersion and no s3:PutLifecycleConfiguration: the older versions are what protects you.',
  azure: 'Give the writer no deleteBlobVersion (x of a signature): the older versions are what protects you.',
  gcs: 'Give the writer no storage.objects.delete and no storage.buckets.update: the older generations are what protects you.',
}

const lockAdvice: Record<string, string | undefined> = {
  s3: 'The bucket knows Object Lock: give the store object-lock.',
  azure: 'The container knows immutability: give the store immutability.',
  gcs: 'The bucket knows retention: give the store object-retention.',
}
