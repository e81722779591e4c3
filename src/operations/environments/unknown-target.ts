import { Failure } from '../../domain/failure.ts'
import { guide } from '../../domain/guide.ts'

/** For what works on the application of an environment whose file has no `target:`. */
export function unknownTarget(environment: string): Failure {
  return new Failure('config', `the file of ${environment} does not say where its application runs`, {
    hint: `Add target: to it; ${guide('environments')} shows how.`,
  })
}
