import { spawn } from 'node:child_process'
import { link, mkdir, mkdtemp, open, rm, symlink, utimes, writeFile, chmod } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { ArtifactRecord, FilesRecord } from '../../../src/domain/manifest.ts'
import { systemClock } from '../../../src/host/clock.ts'
import type { ArtifactReader, ArtifactSink } from '../../../src/ports/artifacts.ts'
import { silentLog } from '../../../src/ports/log.ts'
import type { FilesContext } from '../../../src/sources/files/context.ts'
import { type FilesConfig, openFilesSource } from '../../../src/sources/files/source.ts'
import { digestOf } from '../../../src/vault/digest.ts'

export const never = new AbortController().signal
export const quiet = { report: () => undefined }

export interface Room extends FilesContext, AsyncDisposable {
  /** A folder of the test's own. */
  at: string
}

export async function room(): Promise<Room> {
  const at = await mkdtemp(join(tmpdir(), 'lifeboat-files-'))
  const spool = join(at, 'spool')
  await mkdir(spool)
  return {
    at,
    spool,
    clock: systemClock,
    log: silentLog,
    [Symbol.asyncDispose]: () => rm(at, { recursive: true, force: true }),
  }
}

const oddNames = {
  newline: 'two\nlines',
  unicode: 'Grüße 🌊 \u2028 日本',
  leading: '-rf',
  backslash: 'a\\b',
  star: '* and "quotes" $(x)',
  long: 'n'.repeat(200),
} as const

/** A tree with everything that file systems have and archives stumble over. */
export async function oddTree(path: string): Promise<void> {
  await mkdir(join(path, 'deep'), { recursive: true })
  await mkdir(join(path, 'empty'), { mode: 0o755 })
  await mkdir(join(path, 'closed'))
  let far = join(path, 'far')
  for (let depth = 0; depth < 6; depth++) far = join(far, `${depth}`.repeat(90))
  await mkdir(far, { recursive: true })
  await writeFile(join(far, 'end.txt'), 'the end of a long path\n')
  await writeFile(join(path, 'no bytes'), '')
  await writeFile(join(path, 'block'), Buffer.alloc(512, 'b'))
  for (const [what, name] of Object.entries(oddNames)) await writeFile(join(path, name), `${what}\n`)
  await writeFile(join(path, 'closed/only read'), 'r', { mode: 0o400 })
  await writeFile(join(path, 'program'), '#!/bin/sh\n', { mode: 0o755 })
  await chmod(join(path, 'program'), 0o4755)
  await link(join(path, 'program'), join(path, 'same program'))
  await symlink('/etc/passwd', join(path, 'leads out'))
  await symlink('../../..', join(path, 'deep/leads up'))
  await symlink('deep', join(path, 'to a folder'))
  await symlink('nowhere\nat all', join(path, 'dangling'))
  const sparse = await open(join(path, 'sparse'), 'w')
  await sparse.write(Buffer.from('start'), 0, 5, 0)
  await sparse.write(Buffer.from('end'), 0, 3, 20_000_000)
  await sparse.close()
  await chmod(join(path, 'closed'), 0o500)
  await settleTimes(path)
  await utimes(join(path, 'block'), 1_000_000_000.125, 1_000_000_000.125)
  await utimes(join(path, 'empty'), 86_400, 86_400)
}

/** Times that a number of seconds can say exactly: Node sets others to within a microsecond. */
export async function settleTimes(path: string): Promise<void> {
  await output('find', [path, '-exec', 'touch', '-h', '-d', '@1700000000.5', '{}', '+'])
}

/** Artifacts in memory. */
export class Shelf implements ArtifactSink, ArtifactReader {
  readonly bodies = new Map<string, Buffer>()

  async put(artifact: Parameters<ArtifactSink['put']>[0]): Promise<ArtifactRecord> {
    const chunks: Buffer[] = []
    for await (const chunk of artifact.body) chunks.push(Buffer.from(chunk as Buffer))
    const bytes = Buffer.concat(chunks)
    const { size, sha256 } = digestOf(bytes)
    this.bodies.set(artifact.name, bytes)
    return {
      name: artifact.name,
      key: `uploads/${artifact.name}`,
      plainSize: size,
      storedSize: size,
      sha256,
      compressedBy: 'none',
      encrypted: false,
      plainSha256: null,
    }
  }

  async open({ name }: ArtifactRecord): Promise<Readable> {
    const bytes = this.bodies.get(name) ?? Buffer.alloc(0)
    const pieces = Array.from({ length: Math.ceil(bytes.length / 65_536) }, (_, piece) =>
      bytes.subarray(piece * 65_536, (piece + 1) * 65_536),
    )
    return Readable.from(pieces, { objectMode: false })
  }

  text(name: string): string {
    return (this.bodies.get(name) ?? Buffer.alloc(0)).toString()
  }
}

export function filesConfig(path: string, exclude: string[] = []): FilesConfig {
  return { name: 'uploads', type: 'files', path, exclude }
}

export async function dump(
  config: FilesConfig,
  context: FilesContext,
  shelf: ArtifactSink,
): Promise<FilesRecord> {
  await using source = openFilesSource(config, context)
  const record = await source.dump(shelf, quiet, never)
  if (record.engine !== 'files-tar') throw new Error('a tree gives a record of a tree')
  return record
}

/** What two folders differ in, as rsync sees it with everything that it can compare; empty when in nothing. */
export async function differences(a: string, b: string): Promise<string> {
  const list = (folder: string) =>
    output('bash', [
      '-c',
      `cd "$1" && find . -printf '%P|%y|%m|%U:%G|%s|%l|%n|%T@\\0' | sed -z -E 's/^([^|]*\\|d\\|[^|]*\\|[^|]*\\|)[0-9]+/\\1/' | sort -z | tr '\\0' '\\001'`,
      'bash',
      folder,
    ])
  const [left, right] = await Promise.all([list(a), list(b)])
  const content = await output('diff', ['-r', '--no-dereference', a, b]).catch((error: unknown) =>
    String(error),
  )
  return left === right ? content : `${left}\n\n${right}`
}

export function output(program: string, argv: string[], options: { uid?: number } = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, argv, { stdio: ['ignore', 'pipe', 'pipe'], ...options })
    let text = ''
    let errors = ''
    child.stdout.on('data', (chunk) => (text += String(chunk)))
    child.stderr.on('data', (chunk) => (errors += String(chunk)))
    child.on('error', reject)
    child.on('close', (code) =>
      code === 0
        ? resolve(text)
        : reject(new Error(`${program} ended with ${code}: ${errors}${text.slice(0, 500)}`)),
    )
  })
}
