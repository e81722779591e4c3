const characters = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l'

/** Whether an age recipient's checksum (Bech32, BIP 173, without its limit of length) holds: a typo breaks it. */
export function isSoundRecipient(recipient: string): boolean {
  const separator = recipient.lastIndexOf('1')
  const prefix = recipient.slice(0, separator)
  const data = Array.from(recipient.slice(separator + 1), (character) => characters.indexOf(character))
  if (separator < 1 || data.length < 6 || data.includes(-1)) return false
  const codes = Array.from(prefix, (character) => character.charCodeAt(0))
  return polymod([...codes.map((code) => code >> 5), 0, ...codes.map((code) => code & 31), ...data]) === 1
}

/** The checksum's polynomial remainder over GF(32), as BIP 173 defines it. */
function polymod(values: readonly number[]): number {
  const generators = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3]
  let checksum = 1
  for (const value of values) {
    const top = checksum >>> 25
    checksum = ((checksum & 0x1ffffff) << 5) ^ value
    for (const [bit, generator] of generators.entries()) {
      if ((top >>> bit) & 1) checksum ^= generator
    }
  }
  return checksum
}
