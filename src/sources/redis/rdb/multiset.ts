/** The sum of many digests: the same for the same ones, in whatever order they come. */
export class Multiset {
  private readonly lanes = new Uint32Array(8)
  size = 0

  add(digest: Buffer): void {
    for (let lane = 0; lane < 8; lane += 1) {
      this.lanes[lane] = (this.lanes[lane] ?? 0) + digest.readUInt32LE(lane * 4)
    }
    this.size += 1
  }

  digest(): Buffer {
    return Buffer.from(this.lanes.buffer)
  }

  equals(other: Multiset): boolean {
    return this.size === other.size && this.digest().equals(other.digest())
  }
}
