import { launch } from '../servers/launch.ts'
import { findGoProgram } from '../servers/go-program.ts'
import { noteNotReal } from '../servers/not-real.ts'

const version = 'v1.56.1'

/** The real fake-gcs-server, empty when it starts. It asks for no credentials. */
export interface GcsServer extends AsyncDisposable {
  endpoint: string
  /** Makes a bucket, and gives its name. */
  bucket(name: string, options?: { versioned?: boolean }): Promise<string>
}

/** Null where it cannot be had: then that is noted for the end of the test run. @throws with CI=true */
export async function startFakeGcs(): Promise<GcsServer | null> {
  const program = await findGoProgram({
    name: 'fake-gcs-server',
    package: 'github.com/fsouza/fake-gcs-server',
    version,
    what: 'the GCS server fake-gcs-server',
  })
  if (program === null) {
    await noteNotReal('GCS server', `install Go, or put fake-gcs-server ${version} on PATH`)
    return null
  }
  const server = await launch({
    name: 'fake-gcs-server',
    program,
    arguments: (port) => [
      '-scheme',
      'http',
      '-backend',
      'memory',
      '-host',
      '127.0.0.1',
      '-port',
      String(port),
      '-external-url',
      `http://127.0.0.1:${port}`,
      '-public-host',
      `127.0.0.1:${port}`,
      '-log-level',
      'error',
    ],
    isReady: async (endpoint) => (await fetch(`${endpoint}/_internal/healthcheck`)).ok,
  })
  const { endpoint } = server
  return {
    endpoint,
    bucket: async (name, { versioned = false } = {}) => {
      const answer = await fetch(`${endpoint}/storage/v1/b?project=test`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ name, versioning: { enabled: versioned } }),
      })
      if (!answer.ok) throw new Error(`fake-gcs-server makes no bucket: ${answer.status}`)
      return name
    },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  }
}
