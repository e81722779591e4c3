import { basename } from 'node:path'

interface Failed {
  code: number | null
  stderr: string
}

/**
 * Why docker or kubectl failed, where it is one of the known reasons; null else. In words of ours: what a program prints may
 * hold secrets or rows, so nothing of it is repeated but the number of a port and the name of a variable.
 */
export function knownReason(words: readonly string[], { code, stderr }: Failed): string | null {
  const program = basename(words[0] ?? '')
  const found = (program === 'docker' ? docker : program === 'kubectl' ? kubectl : [])
    .flatMap(([pattern, text]) => {
      const match = pattern.exec(stderr)
      return match === null ? [] : [text.replace('%', match[1] ?? '')]
    })
    .at(0)
  if (found !== undefined) return found
  // The code of `run` and `exec` is that of the program inside.
  const isComposes =
    program === 'docker' && words[1] === 'compose' && !words.includes('run') && !words.includes('exec')
  return (isComposes && code !== null ? composeCodes[code] : undefined) ?? null
}

/** Exit codes of `docker compose`: https://github.com/docker/compose, pkg/compose and cmd, `StatusError`. */
const composeCodes: Readonly<Record<number, string>> = {
  14: 'a Compose file that is named is not there',
  15: 'the Compose files cannot be read: a mistake in them, or a variable that they demand is not set',
  16: 'this docker compose does not know an option',
  17: 'an image could not be built',
  18: 'an image could not be had: it is not on this machine, and its registry does not give it',
}

/** Each starts as a line of the program's own does, so that what runs inside it is not taken for it. */
const docker: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:.*: )?permission denied while trying to connect to the Docker daemon/m,
    'this user may not talk to the Docker daemon',
  ],
  [
    /^(?:Cannot connect to the Docker daemon|error during connect:|failed to connect to the docker API)/m,
    'the Docker daemon cannot be reached',
  ],
  [
    /^(?:Error response from daemon:.*|.* Error .*):(\d{1,5}) failed: port is already allocated/m,
    'the port % is taken already',
  ],
  [
    /^Error response from daemon:.*failed to bind host port.*:(\d{1,5})(?::|\/).*address already in use/m,
    'the port % is taken already',
  ],
  [
    /^Error response from daemon:.*(?:port is already allocated|address already in use)/m,
    'a port is taken already',
  ],
  [
    /^Error response from daemon:.*(?:No such image|manifest unknown|pull access denied|manifest for .* not found)/im,
    'an image was not found, neither on this machine nor in its registry',
  ],
  [/^Error response from daemon:.*unauthorized/m, 'a registry refuses the credentials'],
  [/^.*no space left on device/m, 'the disk is full'],
  [/required variable ([A-Za-z_][A-Za-z0-9_]{0,63}) is missing a value/, 'the variable % is not set'],
]

const kubectl: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:Unable to connect to the server|The connection to the server .* was refused)/m,
    'the cluster cannot be reached',
  ],
  [/^error: context "[^"]*" does not exist/m, 'the kubeconfig does not have this context'],
  [/^error: You must be logged in to the server/m, 'the cluster refuses the credentials'],
  [/^Error from server \(Forbidden\)/m, 'the cluster does not allow it to this user'],
  [/^Error from server \(NotFound\)/m, 'the cluster does not have what was asked for'],
  [
    /^error: (?:timed out waiting for the condition|deployment .* exceeded its progress deadline)/m,
    'the pods did not become ready in time',
  ],
]
