import { join } from 'node:path'
import type { Environment } from '../../domain/environment/schema.ts'
import { Template } from '../../domain/environment/template.ts'
import { Failure } from '../../domain/failure.ts'
import type { FilesRecord } from '../../domain/manifest.ts'
import type { DrillStore, TreeLaboratory } from '../../ports/laboratory.ts'
import type { Ports } from '../../ports/ports.ts'
import { ageOpener } from '../../vault/age-sealing.ts'
import { createArtifactReader } from '../../vault/artifact-reader.ts'
import { readManifest } from '../../vault/backups.ts'
import { makeIdentity } from '../../vault/keys.ts'
import { backupFolder } from '../../vault/layout.ts'
import { makeSigningKeys } from '../../vault/signing.ts'
import { backup } from '../backup/backup.ts'
import type { Application, RestorePorts } from '../restore/restore-input.ts'
import { restore } from '../restore/restore.ts'
import { besideInput, demandGood, noApplication } from './double.ts'
import type { DrillPorts } from './drill-ports.ts'
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

/** Brings the environment's own backup into a folder of the laboratory. @throws Failure when it does not come back */
export async function populateTree(parts: TreeDoubleParts): Promise<string> {
  const { environment, record, laboratory, origin, ports } = parts
  const tree = join(await laboratory.folder('files'), 'tree')
  const { report } = await restore(
    within(environment, [origin]),
    { ...besideInput(record.name), backup: 'latest', target: tree },
    guarded(parts, ports.keys, [origin]),
  )
  demandGood(report, 'the backup of the environment does not come back in the laboratory')
  return tree
}

/** The double of a tree, with stores and keys of its own. */
export async function doubleTree(parts: TreeDoubleParts, tree: string): Promise<TreeDouble> {
  const { environment, record, stores, ports } = parts
  const { log, signal, spool } = ports
  const [offline, verification] = [await makeIdentity(), await makeIdentity()]
  const signing = makeSigningKeys()
  const double: Environment = {
    ...within(environment, stores),
    // What it left out is not in the backup that the double was made of.
    sources: [{ name: record.name, type: 'files', path: tree, exclude: [] }],
    encryption: { recipients: [offline.recipient, verification.recipient] },
    signing: { backup: signing.publicKey },
    objectives: {},
  }
  const identities = [verification.identity]
  const own = guarded(parts, { passphrase: null, identities, signing: signing.secretKey }, stores)
  return {
    environment: double,
    stores,
    backUp: async () => {
      const report = await backup(double, { class: 'scheduled' }, own)
      demandGood(report, 'the double could not be backed up')
      return report.backupId ?? ''
    },
    digests: async function* (backupId) {
      const { manifest } = await readManifest(own.stores, double.environment, backupId, {
        publicKey: signing.publicKey,
        protected: double.protected,
        log,
        signal,
      })
      const sums = manifest.sources[0]?.artifacts.find(({ name }) => name === 'sha256sums.txt')
      if (sums === undefined) throw new Failure('integrity', `backup ${backupId} has no sha256sums.txt`)
      const reader = createArtifactReader({
        stores: own.stores,
        folder: backupFolder(double.environment, manifest.id),
        opener: ageOpener(identities),
        spool,
        log,
      })
      yield* readSums(await reader.open(sums, 'plain', signal))
    },
    swapBack: async () => {
      const { report } = await restore(
        double,
        {
          ...besideInput(record.name),
          mode: 'swap',
          backup: 'latest',
          target: null,
          confirm: double.environment,
        },
        own,
      )
      demandGood(report, 'the double did not come back')
      return report.restored?.places[0]?.keptAs ?? null
    },
  }
}

function within(environment: Environment, among: readonly DrillStore[]): Environment {
  return {
    ...environment,
    stores: among.map(({ store, path }) => ({
      name: store.name,
      type: 'local' as const,
      path: new Template(path, 'the drill'),
      ephemeral: false,
    })),
    minimumCopies: 1,
  }
}

/** Whatever a scenario asks for, it reaches no folder that the drill did not make. */
function guarded(
  { laboratory, ports }: TreeDoubleParts,
  keys: Ports['keys'],
  among: readonly DrillStore[],
): RestorePorts {
  return {
    ...ports,
    keys,
    stores: among.map(({ store }) => store),
    run: { ...ports.run, reason: ports.run.reason ?? 'a drill' },
    openSource: async (asked) => {
      await laboratory.demandOwn(asked.type === 'files' ? asked.path : '/')
      return ports.openSource(asked)
    },
    openRestoration: async (asked, config, request) => {
      await laboratory.demandOwn(request.target ?? (config?.type === 'files' ? config.path : '/'))
      return ports.openRestoration(asked, config, request)
    },
    application: opensAnew,
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
