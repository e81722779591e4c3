import { Failure } from '../domain/failure.ts'
import type { Ports } from '../ports/ports.ts'
import type { Host } from './host.ts'

/** Opens what a source's or a record's kind asks for. Drivers are loaded when the first one is needed. */
export function sourceOpeners(_host: Host, _ports: () => Ports): Pick<Ports, 'openSource' | 'openRehearsal'> {
  return {
    openSource: async (config) => {
      if (config.type !== 'postgres') throw notYet(config.type)
      throw new Failure('bug', 'the PostgreSQL source is not wired yet')
    },
    openRehearsal: async () => {
      throw new Failure('bug', 'the PostgreSQL rehearsal is not wired yet')
    },
  }
}

function notYet(type: string): Failure {
  return new Failure('config', `sources of type ${type} are not supported by this version`, {
    hint: 'Supported: postgres.',
  })
}
