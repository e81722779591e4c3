/**
 * CRC-64/Jones as RDB files end with it: polynomial 0xad93d23594c935a9, reflected, starting at zero. In two halves of 32
 * bits, since BigInt is thirty times slower.
 */
export class Crc64 {
  private low = 0
  private high = 0

  update(bytes: Buffer, start: number, end: number): void {
    let { low, high } = this
    for (let at = start; at < end; at += 1) {
      const index = (low ^ (bytes[at] ?? 0)) & 0xff
      low = ((low >>> 8) | (high << 24)) ^ (lowTable[index] ?? 0)
      high = (high >>> 8) ^ (highTable[index] ?? 0)
    }
    this.low = low
    this.high = high
  }

  get value(): bigint {
    return (BigInt(this.high >>> 0) << 32n) | BigInt(this.low >>> 0)
  }
}

const lowTable = new Int32Array(256)
const highTable = new Int32Array(256)
// The polynomial with its bits in reverse order.
const reversed = 0x95ac9329ac4bc9b5n
for (let byte = 0; byte < 256; byte += 1) {
  let crc = BigInt(byte)
  for (let bit = 0; bit < 8; bit += 1) crc = (crc & 1n) === 1n ? (crc >> 1n) ^ reversed : crc >> 1n
  lowTable[byte] = Number(BigInt.asIntN(32, crc))
  highTable[byte] = Number(BigInt.asIntN(32, crc >> 32n))
}
