import { constants } from 'node:fs'
import { access, realpath, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { SourceConfig } from '../../domain/environment/schema.ts'
import { Failure } from '../../domain/failure.ts'
import { counted } from '../../domain/units.ts'
import type { Finding, Source } from '../../ports/source.ts'
import type { FilesContext } from './context.ts'
import { dumpTree } from './dump.ts'
import { codeOf, fileFailure, unlessGone } from './errors.ts'
import { excluding, walk } from './walk.ts'

export type FilesConfig = Extract<SourceConfig, { type: 'files' }>

/** How many names a finding lists. */
const mostNamed = 50

/** A file tree as a source. */
export function openFilesSource(config: FilesConfig, context: FilesContext): Source {
  const isExcluded = async (): Promise<(path: string) => boolean> => {
    const byPattern = excluding(config.exclude)
    // A run whose folder for temporary files lies in the tree must not back up itself.
    const root = `${await realpath(config.path)}/`
    const spool = await realpath(context.spool)
    const own = spool.startsWith(root) ? spool.slice(root.length) : null
    return (path) => path === own || byPattern(path)
  }
  return {
    name: config.name,
    type: 'files',
    async preflight(signal) {
      const root = await findRoot(config)
      if (root === null) {
        const text = `source ${config.name}: its path is no folder`
        return [{ level: 'refuse', failure: 'config', text, subjects: [config.path] }]
      }
      return look(config, root, await isExcluded(), signal)
    },
    async dump(sink, progress, signal) {
      const root = await findRoot(config)
      if (root === null) throw new Failure('config', 'the path is no folder', { subjects: [config.path] })
      const found = walk(root, { isExcluded: await isExcluded(), signal })
      try {
        return await dumpTree({ ...context, ...config, found, sink, progress, signal })
      } finally {
        await found.return(undefined)
      }
    },
    async [Symbol.asyncDispose]() {},
  }
}

/** The folder that the path leads to, null when it is none. @throws Failure `missing` or `access` */
async function findRoot({ path }: FilesConfig): Promise<string | null> {
  const found = await unlessGone(stat(path)).catch((error: unknown) => {
    throw fileFailure(error, 'looking at the folder', path)
  })
  if (found === null) {
    throw new Failure('missing', 'the folder is not there', {
      hint: `Relative paths start at the working directory, so this is ${resolve(path)}. Is its volume mounted?`,
      subjects: [path],
    })
  }
  return found.isDirectory() ? await realpath(path) : null
}

async function look(
  { name }: FilesConfig,
  root: string,
  isExcluded: (path: string) => boolean,
  signal: AbortSignal,
): Promise<Finding[]> {
  const closed: string[] = []
  let entries = -1
  let closedCount = 0
  const note = (path: string) => {
    closedCount += 1
    if (closed.length < mostNamed) closed.push(path)
  }
  const found = walk(root, {
    isExcluded,
    unreadable: async ({ path }) => {
      note(path)
      return 'skip'
    },
    signal,
  })
  for await (const { kind, path, absolute } of found) {
    entries += 1
    if (kind !== 'file') continue
    const error = await access(absolute, constants.R_OK).then(
      () => null,
      (error: unknown) => codeOf(error),
    )
    if (error === 'EACCES' || error === 'EPERM') note(path)
  }
  const findings: Finding[] = []
  if (closedCount > 0) {
    findings.push({
      level: 'refuse',
      failure: 'access',
      text: `source ${name}: ${counted(closedCount, 'file or folder', 'files or folders')} may not be read by this user`,
      hint: 'Give the right to read, run as a user who has it, or leave them out under exclude.',
      subjects: closed,
    })
  }
  if (entries === 0) {
    findings.push({
      level: 'warning',
      text: `source ${name}: the folder is empty`,
      hint: 'Is its volume mounted, and does exclude leave anything over?',
    })
  }
  return findings
}
