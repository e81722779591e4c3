/** An S3 server on this machine with an empty bucket, and what an environment file says to use it. */
export interface BenchS3 extends AsyncDisposable {
  /** Program and version, for the table. */
  readonly name: string
  readonly stores: readonly Record<string, unknown>[]
  readonly variables: Record<string, string>
  empty(): Promise<void>
}

/** Null, with a word about it, where no server can be had. */
export async function startBenchS3(say: (text: string) => void): Promise<BenchS3 | null> {
  say('no S3 server is at hand, so backups to S3 are not measured')
  return null
}
