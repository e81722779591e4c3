import { Failure, type FailureKind } from '../../../domain/failure.ts'

/**
 * What pg_dump's and pg_dumpall's complaint means. They give no codes, so their untranslated texts (LC_ALL=C) are all
 * there is; this is the one place that reads them. The complaint itself may carry values of rows, so only the names of
 * objects are taken from it.
 */
export function readPgDumpError(
  stderr: string,
  result: { code: number | null; signal: NodeJS.Signals | null },
): Failure {
  const known = meanings.find((meaning) => meaning.pattern.test(stderr))
  const ending = result.signal === null ? `exit code ${result.code}` : `signal ${result.signal}`
  const subjects = namedObjects(stderr)
  if (known === undefined) {
    return new Failure('unavailable', `pg_dump ended with ${ending}`, {
      subjects,
      hint: 'The server’s log has its complaint; running pg_dump by hand shows it too.',
    })
  }
  return new Failure(known.kind, `pg_dump ended with ${ending}: ${known.text}`, {
    subjects,
    ...(known.hint === undefined ? {} : { hint: known.hint }),
  })
}

function namedObjects(stderr: string): string[] {
  const line = stderr.split('\n').find((candidate) => /^pg_dump(all)?: error: /.test(candidate)) ?? ''
  const names = line.matchAll(
    /\b(table|relation|view|sequence|schema|function|type|large object|role|database) ("(?:[^"]|"")*"|[\w.]+)/g,
  )
  return [...new Set([...names].map(([, kind, name]) => `${kind} ${name}`))]
}

const meanings: readonly { pattern: RegExp; kind: FailureKind; text: string; hint?: string }[] = [
  {
    pattern: /No space left on device|could not write to (output )?file/,
    kind: 'capacity',
    text: 'the disk is full',
    hint: 'Free disk space on the runner, or point RUNNER_TEMP at a larger disk.',
  },
  {
    pattern: /permission denied/,
    kind: 'access',
    text: 'permission denied for an object',
    hint: 'Grant the role the right to read it.',
  },
  {
    pattern: /row-level security/,
    kind: 'access',
    text: 'row security would hide rows',
    hint: 'Give the role BYPASSRLS.',
  },
  {
    pattern: /could not obtain lock|canceling statement due to lock timeout/,
    kind: 'unavailable',
    text: 'a table was locked by somebody else',
    hint: 'Run the backup when no migration runs, or raise max-block.',
  },
  {
    pattern: /canceling statement due to conflict with recovery/,
    kind: 'unavailable',
    text: 'replay on the standby cancelled it',
    hint: 'Raise max_standby_streaming_delay on the standby, or back up the primary.',
  },
  {
    pattern: /invalid page in block|could not read block|missing chunk number|compressed .* data is corrupt/,
    kind: 'integrity',
    text: 'the server found damaged data in the database itself',
    hint: 'The source is damaged: keep all older backups, and restore from the newest proven one.',
  },
  {
    pattern: /invalid byte sequence for encoding|has no equivalent in encoding/,
    kind: 'integrity',
    text: 'a name or a value has bytes that the database’s encoding does not have',
    hint: 'Look for names of roles that were given in a database of another encoding, and for data of a SQL_ASCII past.',
  },
  {
    pattern: /too many clients|remaining connection slots|no more connections/,
    kind: 'unavailable',
    text: 'the server has no free connection',
    hint: 'Lower jobs, or raise max_connections.',
  },
  {
    pattern: /server version: .*; pg_dump version|aborting because of server version mismatch/,
    kind: 'config',
    text: 'the server is newer than pg_dump',
  },
  {
    pattern:
      /terminating connection|server closed the connection|connection to server .* failed|could not connect/,
    kind: 'unavailable',
    text: 'the connection to the server broke off',
  },
]
