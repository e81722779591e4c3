import { Failure } from '../../../src/domain/failure.ts'
import type { Application } from '../../../src/operations/restore/restore.ts'
import type { ArtifactReader, ArtifactSink } from '../../../src/ports/artifacts.ts'
import type { Ports } from '../../../src/ports/ports.ts'
import type { Restoration } from '../../../src/ports/restoration.ts'
import type { Rehearsal, Source } from '../../../src/ports/source.ts'
import type { Store } from '../../../src/ports/store.ts'
import { faultyStore, type Fault } from '../doubles/faulty-store.ts'

/**
 * What happens to a run at one of its calls: a Failure of that kind, an error that is none, or a stop from outside just
 * then. `after` carries the call out first and loses its answer, `midway` breaks a stream after its first chunk.
 */
export const trouble = [
  'unavailable',
  'unavailable after',
  'unavailable midway',
  'refused',
  'capacity',
  'error',
  'error after',
  'abort',
] as const
export type Trouble = (typeof trouble)[number]

/** Brings one trouble about, at call number `position` counted over all ports; null lets everything pass. */
export class Sabotage {
  readonly calls: string[] = []
  private readonly stop = new AbortController()
  private readonly position: number | null
  private readonly trouble: Trouble
  private readonly isWanted: (call: string) => boolean

  constructor(
    position: number | null,
    trouble: Trouble = 'unavailable',
    isWanted: (call: string) => boolean = () => true,
  ) {
    this.position = position
    this.trouble = trouble
    this.isWanted = isWanted
  }

  /** The call that was struck; null when the run ended before it came so far. */
  get struck(): string | null {
    return this.position === null ? null : (this.calls[this.position - 1] ?? null)
  }

  /** The same ports, every call of which can be struck. */
  over(ports: Ports): Ports {
    return {
      ...ports,
      signal: AbortSignal.any([ports.signal, this.stop.signal]),
      stores: ports.stores.map((store) => this.store(store)),
      openSource: (config) =>
        this.call('openSource', async () => this.source(await ports.openSource(config))),
      openRehearsal: (record, config) =>
        this.call('openRehearsal', async () => this.rehearsal(await ports.openRehearsal(record, config))),
      openRestoration: (record, config, request) =>
        this.call('openRestoration', async () =>
          this.restoration(await ports.openRestoration(record, config, request)),
        ),
      clock: {
        ...ports.clock,
        sleep: (span, signal) => this.call('clock.sleep', () => ports.clock.sleep(span, signal)),
      },
      random: {
        bytes: (count) => {
          const planned = this.plan('random.bytes')
          if (planned !== null) throw planned.failure
          return ports.random.bytes(count)
        },
      },
      processes: {
        start: (command, args, options) =>
          this.call(`start ${command.split('/').at(-1)}`, () =>
            ports.processes.start(command, args, options),
          ),
        run: (command, args, options) =>
          this.call(`run ${command.split('/').at(-1)}`, () => ports.processes.run(command, args, options)),
      },
    }
  }

  store(store: Store): Store {
    return faultyStore(store, ({ method, key }) => {
      const planned = this.plan(`${store.name}.${method} ${key}`)
      const streams = ['list', 'get', 'put'].includes(method)
      return planned?.when === 'midway' && !streams ? { ...planned, when: 'after' } : planned
    })
  }

  private source(source: Source): Source {
    return {
      name: source.name,
      type: source.type,
      preflight: (signal) => this.call('preflight', () => source.preflight(signal)),
      dump: (sink, progress, signal) =>
        this.call('dump', () => source.dump(this.sink(sink), progress, signal)),
      [Symbol.asyncDispose]: () => this.call('close the source', async () => source[Symbol.asyncDispose]()),
    }
  }

  private sink(sink: ArtifactSink): ArtifactSink {
    return {
      put: (artifact, signal) => this.call(`sink.put ${artifact.name}`, () => sink.put(artifact, signal)),
    }
  }

  private rehearsal(rehearsal: Rehearsal): Rehearsal {
    return {
      rehearse: (context) =>
        this.call('rehearse', () =>
          rehearsal.rehearse({ ...context, artifacts: this.reader(context.artifacts) }),
        ),
    }
  }

  private restoration(restoration: Restoration): Restoration {
    return {
      inspect: (signal, artifacts) => this.call('inspect', () => restoration.inspect(signal, artifacts)),
      restore: (context) =>
        this.call('restore', () =>
          restoration.restore({ ...context, artifacts: this.reader(context.artifacts) }),
        ),
      exchange: (signal) => this.call('exchange', () => restoration.exchange(signal)),
      [Symbol.asyncDispose]: async () => restoration[Symbol.asyncDispose](),
    }
  }

  /** What a restore asks of the application. */
  application(application: Application): Application {
    const { target, health } = application
    return {
      ...application,
      target: {
        ...target,
        restart: (signal) => this.call('restart', () => target.restart(signal)),
        reroute: (url, signal) => this.call('reroute', () => target.reroute(url, signal)),
      },
      health: health && {
        ...health,
        wait: (clock, signal) => this.call('health', () => health.wait(clock, signal)),
      },
    }
  }

  private reader(reader: ArtifactReader): ArtifactReader {
    return {
      open: (artifact, form, signal) =>
        this.call(`open ${artifact.name}`, () => reader.open(artifact, form, signal)),
    }
  }

  private async call<T>(name: string, work: () => Promise<T>): Promise<T> {
    const planned = this.plan(name)
    if (planned?.when === 'before') throw planned.failure
    const result = await work()
    if (planned !== null) throw planned.failure
    return result
  }

  private plan(call: string): Fault | null {
    if (!this.isWanted(call)) return null
    this.calls.push(call)
    if (this.calls.length !== this.position) return null
    const [what, when = 'before'] = this.trouble.split(' ') as ['error', Fault['when'] | undefined]
    if (this.trouble === 'abort') {
      this.stop.abort(new Failure('cancelled', 'stopped by the test'))
      return null
    }
    const message = `call ${this.position} (${call}) was made to fail`
    return { when, failure: what === 'error' ? new TypeError(message) : new Failure(what, message) }
  }
}

/** The Failure kind that the trouble is reported as. */
export function kindOf(trouble: Trouble): string {
  const [what] = trouble.split(' ')
  return what === 'error' ? 'bug' : what === 'abort' ? 'cancelled' : (what ?? '')
}
