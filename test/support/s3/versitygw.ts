import { findGoProgram } from '../servers/go-program.ts'

/** Path of a real S3 server (versitygw), built if there is Go; null when neither is there. */
export function findVersitygw(): Promise<string | null> {
  return findGoProgram({
    name: 'versitygw',
    package: 'github.com/versity/versitygw/cmd/versitygw',
    version: 'v1.8.0',
    what: 'the S3 server versitygw',
  })
}
