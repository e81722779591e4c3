/** A version goes into tags of images, variables of programs and the ledger: what all of them take as it is. */
const versionPattern = /^[A-Za-z0-9_][A-Za-z0-9_.+-]{0,127}$/

export const versionForm =
  'up to 128 letters, digits and . _ + -, beginning with a letter, a digit or _, such as 1.4.2 or a commit'

export function isVersion(text: string): boolean {
  return versionPattern.test(text)
}
