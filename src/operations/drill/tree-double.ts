import { join } from 'node:path'
import type { Environment } from '../../domain/environment/schema.ts'
import { Failure } from '../../domain/failure.ts'
import type { FilesRecord } from '../../domain/manifest.ts'
import type { DrillStore, TreeLaboratory } from '../../ports/laboratory.ts'
import { ageOpener } from '../../vault/age-sealing.ts'
import { createArtifactReader } from '../../vault/artifact-reader.ts'
import { readManifest } from '../../vault/backups.ts'
import { backupFolder } from '../../vault/layout.ts'
import type { Application } from '../restore/restore-input.ts'
import type { DrillPorts } from './drill-ports.ts'
import {
  backUpDouble,
  type Grounds,
  guardedPorts,
  makeOwnDouble,
  noApplication,
  populate,
  swapDoubleBack,
} from './own-double.ts'
import type { TreeDouble } from './tree-scene.ts'

export interface TreeDoubleParts {
  environment: Environment
  record: FilesRecord
  laboratory: TreeLaboratory
  /** Holds the environment's own backup. */
  origin: DrillStore
  /** The double's own. */
  stores: readonly DrillStore[]
  /** Of the run. */
  ports: DrillPorts
}

function groundsOf({ laboratory, ports }: TreeDoubleParts): Grounds {
  return {
    ports,
    whereOf: (source) => (source.type === 'files' ? source.path : null),
    // Nothing is there that could be ours.
    demandOwn: (path) => laboratory.demandOwn(path === '' ? '/' : path),
  }
}

/** Brings the environment's own backup into a folder of the laboratory. @throws Failure when it does not come back */
export async function populateTree(parts: TreeDoubleParts): Promise<string> {
  const { environment, record, laboratory, origin } = parts
  const tree = join(await laboratory.folder('files'), 'tree')
  await populate(environment, record.name, tree, origin, groundsOf(parts))
  return tree
}

/** The double of a tree, with stores and keys of its own. */
export async function doubleTree(parts: TreeDoubleParts, tree: string): Promise<TreeDouble> {
  const { environment, record, stores, ports } = parts
  const { log, signal, spool } = ports
  // What it left out is not in the backup that the double was made of.
  const source = { name: record.name, type: 'files' as const, path: tree, exclude: [] }
  const double = await makeOwnDouble(environment, stores, source)
  const own = guardedPorts(groundsOf(parts), double.keys, stores, opensAnew)
  return {
    environment: double.environment,
    stores,
    backUp: () => backUpDouble(double, own),
    digests: async function* (backupId) {
      const { manifest } = await readManifest(own.stores, environment.environment, backupId, {
        publicKey: double.publicKey,
        protected: environment.protected,
        log,
        signal,
      })
      const sums = manifest.sources[0]?.artifacts.find(({ name }) => name === 'sha256sums.txt')
      if (sums === undefined) throw new Failure('integrity', `backup ${backupId} has no sha256sums.txt`)
      const reader = createArtifactReader({
        stores: own.stores,
        folder: backupFolder(environment.environment, manifest.id),
        opener: ageOpener([double.identities.verification]),
        spool,
        log,
      })
      yield* readSums(await reader.open(sums, 'plain', signal))
    },
    swapBack: () => swapDoubleBack(double, own),
  }
}

const opensAnew: Application = {
  ...noApplication,
  target: { ...noApplication.target, describe: () => 'nothing: the workload opens each file anew' },
}

/** Lines as `sha256sum` prints them. */
async function* readSums(text: NodeJS.ReadableStream): AsyncGenerator<{ path: string; sha256: string }> {
  let rest = ''
  for await (const chunk of text.setEncoding('utf8')) {
    const lines = `${rest}${String(chunk)}`.split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) yield parseSum(line)
  }
}

function parseSum(line: string): { path: string; sha256: string } {
  const isEscaped = line.startsWith('\\')
  const plain = isEscaped ? line.slice(1) : line
  const [sha256, path] = [plain.slice(0, 64), plain.slice(66)]
  const meant: Record<string, string> = { '\\\\': '\\', '\\n': '\n', '\\r': '\r' }
  return { sha256, path: isEscaped ? path.replace(/\\[\\nr]/g, (pair) => meant[pair] ?? pair) : path }
}
