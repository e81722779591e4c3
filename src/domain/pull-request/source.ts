import type { Environment, PostgresConfig } from '../environment/schema.ts'
import { Failure } from '../failure.ts'

/** The source that pull requests change. @throws Failure `config` when there is none, or it is not clear which */
export function pullRequestSource({ sources, pullRequests }: Environment): PostgresConfig {
  const wanted = pullRequests?.source
  const found = sources.filter(
    (source): source is PostgresConfig =>
      source.type === 'postgres' && (wanted === undefined || source.name === wanted),
  )
  const [source, second] = found
  if (source !== undefined && second === undefined) return source
  throw new Failure('config', 'which source pull requests are for is not clear', {
    hint: 'Name a postgres source under pull-requests.source.',
  })
}
