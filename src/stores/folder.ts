import { Failure } from '../domain/failure.ts'
import { isKey } from './keys.ts'

/** A prefix of the environment file as a folder: empty, or ending in `/`. @throws Failure `config` */
export function folderOf(prefix: string, place: string): string {
  const inner = prefix.replaceAll(/^\/+|\/+$/g, '')
  if (inner === '') return ''
  if (!isKey(inner) || inner.length > 100) {
    throw new Failure('config', `${place}: the prefix is not usable`, {
      hint: 'Accepted: up to 100 letters, digits, dots, underscores and hyphens, in parts separated by single slashes.',
    })
  }
  return `${inner}/`
}
