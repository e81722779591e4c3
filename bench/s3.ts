import { DeleteObjectsCommand, ListObjectsV2Command } from '@aws-sdk/client-s3'
import { startRealS3 } from '../test/support/s3/start.ts'

/** A real S3 server on this machine, and what an environment file says to use it. */
export interface BenchS3 extends AsyncDisposable {
  /** For the table. */
  readonly name: string
  readonly stores: readonly Record<string, unknown>[]
  readonly variables: Record<string, string>
  /** Removes every object. */
  empty(): Promise<void>
}

/** Null, with a word about it, where no server can be had. */
export async function startBenchS3(say: (text: string) => void): Promise<BenchS3 | null> {
  const server = await startRealS3()
  if (server === null) {
    say('no S3 server can be had here, so backups to S3 are not measured')
    return null
  }
  const Bucket = await server.bucket('bench')
  return {
    name: server.kind,
    stores: [
      {
        name: 'bucket',
        type: 's3',
        bucket: Bucket,
        region: server.region,
        endpoint: '${S3_ENDPOINT}',
        'access-key-id': '${S3_ACCESS_KEY_ID}',
        'secret-access-key': '${S3_SECRET_ACCESS_KEY}',
      },
    ],
    variables: {
      S3_ENDPOINT: server.endpoint,
      S3_ACCESS_KEY_ID: server.accessKeyId,
      S3_SECRET_ACCESS_KEY: server.secretAccessKey,
    },
    empty: async () => {
      for (;;) {
        const { Contents = [] } = await server.client.send(new ListObjectsV2Command({ Bucket }))
        if (Contents.length === 0) return
        const Objects = Contents.flatMap(({ Key }) => (Key === undefined ? [] : [{ Key }]))
        await server.client.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects } }))
      }
    },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  }
}
