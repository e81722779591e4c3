import { Failure } from '../../domain/failure.ts'

export function isRefused(error: unknown): error is Failure {
  return error instanceof Failure && error.kind === 'refused'
}
