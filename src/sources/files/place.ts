import { createHash } from 'node:crypto'
import { lstat, realpath } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { Failure } from '../../domain/failure.ts'
import type { FilesRecord } from '../../domain/manifest.ts'
import type { RestoreRequest } from '../../ports/restoration.ts'
import { unlessGone } from './errors.ts'
import type { FilesConfig } from './source.ts'

/** Where a restore of a tree goes. All of them lie beside each other, so that a rename is enough. */
export interface FilesPlace {
  /** The folder at the end. */
  path: string
  parent: string
  working: string
  /** What the folder that is there is kept as; `_2` and so on behind it when that is taken. */
  before: string
  /** The folder that the environment file names, if it does. */
  source: string | null
}

/**
 * A target is a path; without one it is the folder of the source, or one beside it.
 * @throws Failure `config` when nothing says where to, `refused` when the backup is of another folder
 */
export async function resolveFilesPlace(
  record: FilesRecord,
  config: FilesConfig | undefined,
  { target, mode, backupId }: RestoreRequest,
): Promise<FilesPlace> {
  const beside = mode === 'side-by-side'
  if (target !== null && (target.trim() === '' || target.includes('\0') || target.includes('://'))) {
    throw new Failure('config', `target: of source ${record.name}, a file tree, it is the path of a folder`)
  }
  if (target === null && config === undefined) {
    throw new Failure('config', `source ${record.name}: the environment file no longer has it`, {
      hint: 'Say where to restore: give the path of a folder as target.',
    })
  }
  if (target === null && !beside && config !== undefined && resolve(config.path) !== resolve(record.path)) {
    throw new Failure(
      'refused',
      `source ${record.name}: the backup is of another folder than the one that the environment file names`,
      {
        hint: 'If the folder was moved, name its path as target.',
        subjects: [record.path, config.path],
      },
    )
  }
  const stamp = backupId.toLowerCase().split('-').slice(0, 2).join('_')
  const given = await realFolder(target ?? config?.path ?? record.path)
  const path = beside && target === null ? `${given}_${stamp}` : given
  if (dirname(path) === path) throw new Failure('refused', 'a whole file system is not restored over')
  return {
    path,
    parent: dirname(path),
    // Short, however long the folder's own name is.
    working: join(dirname(path), `.lifeboat_restoring_${stamp}_${digest(path)}`),
    before: `${path}_before_${stamp}`,
    source: config === undefined ? null : resolve(config.path),
  }
}

function digest(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 8)
}

/** The folder itself, where the path leads there over links: what lies beside it is on the same file system. */
async function realFolder(path: string): Promise<string> {
  const absolute = resolve(path)
  const real = await unlessGone(realpath(absolute))
  if (real !== null) return real
  const parent = await unlessGone(realpath(dirname(absolute)))
  return parent === null ? absolute : join(parent, basename(absolute))
}

/** The names under which a former state was kept already, and the first that is free. */
export async function keptNames({ before }: FilesPlace): Promise<{ last: string | null; free: string }> {
  let last: string | null = null
  for (let number = 1; ; number++) {
    const name = number === 1 ? before : `${before}_${number}`
    if ((await unlessGone(lstat(name))) === null) return { last, free: name }
    last = name
  }
}
