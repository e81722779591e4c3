import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))

export interface GeneratedFile {
  /** From the repository's root. */
  path: string
  content: string
}

/** Writes a file when its content is new, and says so. */
export async function writeGenerated({ path, content }: GeneratedFile): Promise<void> {
  const place = join(root, path)
  const before = await readFile(place, 'utf8').catch(() => null)
  if (before === content) return
  await mkdir(dirname(place), { recursive: true })
  await writeFile(place, content)
  process.stdout.write(`${before === null ? 'new' : 'changed'}: ${path}\n`)
}
