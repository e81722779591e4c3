import { appendFile, readFile } from 'node:fs/promises'

/**
 * Notes that something was not run for real, for the end of the test run.
 * @throws with CI=true, where a missing server is a failure
 */
export async function noteNotReal(what: string, remedy: string): Promise<void> {
  if (process.env['CI'] === 'true') {
    throw new Error(`There is no real ${what} for the tests. To have it: ${remedy}; then run them again.`)
  }
  await noteSkipped(what, remedy)
}

/** As `noteNotReal`, for what a machine may be unable to have: then CI goes on too, and the run says so at its end. */
export async function noteSkipped(what: string, remedy: string): Promise<void> {
  const file = process.env['LIFEBOAT_NOT_REAL']
  if (file === undefined || file === '') return
  const line = `not run for real: ${what} (to run these tests against a real one: ${remedy})\n`
  const noted = await readFile(file, 'utf8').catch(() => '')
  if (!noted.includes(line)) await appendFile(file, line)
}
