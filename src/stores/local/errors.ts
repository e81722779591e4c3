import { Failure, type FailureKind } from '../../domain/failure.ts'

const kinds: Record<string, { kind: FailureKind; what: string; hint: string } | undefined> = {
  ENOSPC: full('the disk is full'),
  EDQUOT: full('the disk quota is used up'),
  EFBIG: full('the file is larger than the file system or the limits of this process allow'),
  EACCES: denied('permission denied'),
  EPERM: denied('operation not permitted'),
  EROFS: denied('the file system is read-only'),
  EIO: away('the disk does not answer'),
  ENXIO: away('the disk is gone'),
  ENODEV: away('the disk is gone'),
  ESTALE: away('the mounted folder is gone'),
  EHOSTDOWN: away('the server of the mounted folder is down'),
  ETIMEDOUT: away('the server of the mounted folder does not answer'),
  EMFILE: away('too many files are open'),
  ENFILE: away('too many files are open'),
  ENOTSUP: unlinkable(),
  EOPNOTSUPP: unlinkable(),
  ENOSYS: unlinkable(),
  ENAMETOOLONG: {
    kind: 'config',
    what: 'the path is too long',
    hint: 'Choose a folder with a shorter path.',
  },
  ENOTDIR: {
    kind: 'config',
    what: 'a file stands where a folder is needed',
    hint: 'Choose another folder, or move the file away.',
  },
}

/** What a file operation threw, as a Failure. Failures, and what did not come from the system, pass as they are. */
export function fileFailure(error: unknown, where: string): Error {
  const code = errorCode(error)
  const known = code === undefined ? undefined : kinds[code]
  if (error instanceof Failure || known === undefined) return asError(error)
  return new Failure(known.kind, `${where}: ${known.what} (${code})`, { hint: known.hint, cause: error })
}

/** As `fileFailure`, of a link(2): file systems without hard links, such as exFAT, answer EPERM to it. */
export function linkFailure(error: unknown, where: string): Error {
  if (errorCode(error) !== 'EPERM') return fileFailure(error, where)
  const { kind, what, hint } = unlinkable()
  return new Failure(kind, `${where}: ${what} (EPERM)`, { hint, cause: error })
}

/** The system's code of an error, `ENOENT`; undefined when it has none. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}

export function isAbsent(error: unknown): boolean {
  const code = errorCode(error)
  return code === 'ENOENT' || code === 'ENOTDIR'
}

/** For `catch` on what may be gone already. */
export function ignoreAbsent(error: unknown): undefined {
  if (!isAbsent(error)) throw error
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown))
}

function full(what: string) {
  return {
    kind: 'capacity' as const,
    what,
    hint: 'Free space where the store lies, or choose a larger disk.',
  }
}

function denied(what: string) {
  return {
    kind: 'access' as const,
    what,
    hint: 'Let the user of this process write to the folder of the store.',
  }
}

function away(what: string) {
  return { kind: 'unavailable' as const, what, hint: 'Look at the disk or mount where the store lies.' }
}

/** Write-once rests on link(2), which refuses to replace what exists. */
function unlinkable() {
  return {
    kind: 'config' as const,
    what: 'the file system has no hard links, which write-once needs',
    hint: 'Choose a folder on a file system with hard links, such as ext4, XFS, Btrfs, ZFS or APFS.',
  }
}
