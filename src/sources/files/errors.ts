import { Failure, type FailureKind } from '../../domain/failure.ts'

const kinds: Readonly<Record<string, FailureKind>> = {
  EACCES: 'access',
  EPERM: 'access',
  EROFS: 'access',
  ENOENT: 'missing',
  ENOSPC: 'capacity',
  EDQUOT: 'capacity',
  EMFILE: 'capacity',
  EIO: 'unavailable',
  ESTALE: 'unavailable',
  EBUSY: 'refused',
  ENAMETOOLONG: 'config',
}

/** The error of a call to the file system as a Failure, where it is one that is expected to happen; else as it is. */
export function fileFailure(error: unknown, doing: string, path?: string): unknown {
  const code = codeOf(error)
  const kind = code === null ? undefined : kinds[code]
  if (kind === undefined) return error
  return new Failure(kind, `${doing} failed (${code})`, {
    subjects: path === undefined ? [] : [path],
    cause: error,
  })
}

export function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
}

/** Null when there is nothing of that name. */
export async function unlessGone<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return null
    throw error
  }
}
