import { asFailure, type Failure } from '../../domain/failure.ts'
import type { ArtifactRecord } from '../../domain/manifest.ts'
import type { CopyResult, Phase } from '../../domain/report.ts'
import { type Bytes, formatBytes, formatRate, type Instant, type Milliseconds } from '../../domain/units.ts'
import type { ArtifactReader } from '../../ports/artifacts.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Reader } from '../../ports/store.ts'
import type { CheckingArtifactReader } from '../../vault/artifact-reader.ts'
import type { Damage } from '../../vault/copies.ts'

/**
 * Watches a restore read its backup: from which stores how much came, how long it took, and whether the backup turned out
 * to be lost, since no store had some artifact of it sound.
 */
export class Reading implements ArtifactReader {
  /** Set when no store has a sound copy of what was asked for. */
  lost: Failure | null = null
  private readonly reader: CheckingArtifactReader
  private readonly folder: string
  private readonly stores: readonly Reader[]
  private readonly served = new Map<string, { artifacts: number; bytes: Bytes }>()
  private readonly downloading: Span
  private readonly opening: Span

  constructor(reader: CheckingArtifactReader, folder: string, stores: readonly Reader[], clock: Clock) {
    this.reader = reader
    this.folder = folder
    this.stores = stores
    this.downloading = new Span(clock)
    this.opening = new Span(clock)
  }

  async open(
    artifact: ArtifactRecord,
    form: 'raw' | 'plain',
    signal: AbortSignal,
  ): ReturnType<ArtifactReader['open']> {
    this.downloading.begin()
    try {
      // Resolves once the copy was fetched whole and its digest checked.
      const opened = await this.reader.open(artifact, form, signal)
      this.count(artifact)
      this.opening.begin()
      opened.once('close', () => this.opening.end())
      opened.once('error', (error) => this.noteLoss(error))
      return opened
    } catch (error) {
      this.noteLoss(error)
      throw error
    } finally {
      this.downloading.end()
    }
  }

  /** What was wrong with copies on the way. */
  get damages(): readonly Damage[] {
    return this.reader.damages
  }

  /** The parts of the restore that this has seen; they overlap with it, and with each other. */
  phases(): Phase[] {
    if (!this.downloading.hasBegun) return []
    const stores = [...this.served.keys()]
    const bytes = [...this.served.values()].reduce((sum, one) => sum + one.bytes, 0)
    const from = [...this.served].map(
      ([store, one]) => `${one.artifacts} ${one.artifacts === 1 ? 'artifact' : 'artifacts'} from ${store}`,
    )
    const status = this.lost === null ? 'done' : 'failed'
    const rate = formatRate(bytes, this.downloading.busy)
    return [
      {
        name: 'download',
        ...this.downloading.times,
        status,
        detail:
          from.length === 0
            ? 'nothing could be read'
            : `${from.join(', ')}, ${formatBytes(bytes)} at ${rate}`,
        stores,
        bytes,
      },
      ...(this.opening.hasBegun
        ? [
            {
              name: 'open',
              ...this.opening.times,
              status,
              detail: 'decrypted and decompressed while it was restored',
            } as const,
          ]
        : []),
    ]
  }

  /** How each store's copy is, as far as this restore has read it. */
  copies(kinds: readonly Reader[]): CopyResult[] {
    return kinds.map((store) => {
      const own = this.damages.filter((damage) => damage.store === store.name)
      const worst =
        own.find(({ problem }) => problem === 'damaged') ??
        own.find(({ problem }) => problem === 'missing') ??
        own[0]
      const states = { damaged: 'damaged', missing: 'incomplete', unreachable: 'unreachable' } as const
      const keys = new Set(own.map(({ key }) => key)).size
      return {
        store: store.name,
        kind: store.kind,
        status: worst === undefined ? (store.ephemeral ? 'ephemeral' : 'complete') : states[worst.problem],
        writeOnce: null,
        detail:
          worst === undefined
            ? this.served.has(store.name)
              ? 'what was read of it is sound'
              : 'not read'
            : `${keys} of its objects could not be used, first ${worst.key.replace(this.folder, '')}: ${worst.failure.message}`,
      }
    })
  }

  /** The reader takes the stores in their order, and notes each that failed it. */
  private count(artifact: ArtifactRecord): void {
    const key = `${this.folder}${artifact.key}`
    const failed = new Set(
      this.damages
        .filter((damage) => damage.key === key && !damage.olderVersionServed)
        .map((damage) => damage.store),
    )
    const name = this.stores.find((store) => !failed.has(store.name))?.name
    if (name === undefined) return
    const before = this.served.get(name) ?? { artifacts: 0, bytes: 0 }
    this.served.set(name, { artifacts: before.artifacts + 1, bytes: before.bytes + artifact.storedSize })
  }

  private noteLoss(error: unknown): void {
    const failure = asFailure(error)
    if (failure.kind === 'integrity' || failure.kind === 'missing') this.lost ??= failure
  }
}

/** Work of which several parts go on at once: when it began and ended, and how long some of it was going on. */
class Span {
  busy: Milliseconds = 0
  private readonly clock: Clock
  private startedAt: Instant | null = null
  private firstTick: Milliseconds = 0
  private lastTick: Milliseconds = 0
  private active = 0
  private since: Milliseconds = 0

  constructor(clock: Clock) {
    this.clock = clock
  }

  get hasBegun(): boolean {
    return this.startedAt !== null
  }

  get times(): { startedAt: Instant; duration: Milliseconds } {
    return { startedAt: this.startedAt ?? 0, duration: Math.round(this.lastTick - this.firstTick) }
  }

  begin(): void {
    const now = this.clock.ticks()
    if (this.startedAt === null) {
      this.startedAt = this.clock.now()
      this.firstTick = now
      this.lastTick = now
    }
    if (this.active === 0) this.since = now
    this.active += 1
  }

  end(): void {
    this.lastTick = this.clock.ticks()
    this.active -= 1
    if (this.active === 0) this.busy += this.lastTick - this.since
  }
}
