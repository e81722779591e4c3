import { appendFile, stat } from 'node:fs/promises'
import type { Bytes } from '../domain/units.ts'

/** GitHub takes no longer summary of a step, and shows none at all if it is. */
const limit: Bytes = 1_048_576
const cutNote = '\n\n_Cut here: GitHub shows at most 1 MiB. The JSON report has everything._\n'

/**
 * Adds to the summary of this step, which may have something in it already. What does not fit is cut at the end of a line.
 * @param file GITHUB_STEP_SUMMARY; where there is none, there is nowhere to write
 */
export async function writeSummary(markdown: string, file: string | undefined): Promise<void> {
  if (file === undefined || file === '') return
  const present = await stat(file).then(
    ({ size }) => size,
    () => 0,
  )
  // A block of ours must not run into what stands before it.
  const text = present === 0 ? markdown : `\n\n${markdown}`
  await appendFile(file, cut(text, limit - present))
}

function cut(text: string, room: Bytes): string {
  if (Buffer.byteLength(text) <= room) return text
  const bytes = Buffer.from(text).subarray(0, Math.max(0, room - Buffer.byteLength(cutNote)))
  const end = bytes.lastIndexOf('\n')
  if (end <= 0) return ''
  return `${bytes.subarray(0, end).toString()}${cutNote}`
}
