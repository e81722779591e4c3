import { Failure } from '../domain/failure.ts'

/** S3 allows 1,024 bytes for prefix and key together. */
const longestKey = 900
const part = /^[A-Za-z0-9._-]+$/

/** Whether a key obeys the store contract. Objects with other keys were not made by us; lists leave them out. */
export function isKey(key: string): boolean {
  return (
    key.length <= longestKey &&
    key.split('/').every((name) => part.test(name) && name !== '.' && name !== '..')
  )
}

/** @throws Failure `bug` for a key that the store contract does not allow; nothing has then been touched */
export function checkKey(key: string): void {
  if (!isKey(key)) throw new Failure('bug', `${JSON.stringify(key)} is no usable key`)
}

/** A prefix is empty, or a key with a `/` at its end. */
export function checkPrefix(prefix: string): void {
  if (prefix !== '' && !(prefix.endsWith('/') && isKey(prefix.slice(0, -1)))) {
    throw new Failure('bug', `${JSON.stringify(prefix)} is no usable prefix: it must be empty or end in a /`)
  }
}

/** `leases/` is the one mutable place: at the store's root, and in each environment's folder. */
export function checkMutable(key: string): void {
  checkKey(key)
  if (!/^(?:[^/]+\/)?leases\/./.test(key)) {
    throw new Failure('bug', `${key} may not be replaced: only leases may`)
  }
}

/** The random part of names that must not clash. */
export function randomName(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}
