/**
 * What may be said of a key of Redis where everybody reads: its name often is the secret itself, as a session's is. So only
 * the word that a name begins with by convention, when it is one; else that it has none.
 */
export function kindOfKey(name: Uint8Array | string): string {
  const text = typeof name === 'string' ? name : Buffer.from(name).toString('latin1')
  const word = /^([A-Za-z_-]{1,24})[:./|]/.exec(text)?.[1]
  return word === undefined ? 'a key without a prefix' : `a key ${word}:…`
}
