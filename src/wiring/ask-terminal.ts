import { createInterface } from 'node:readline/promises'
import type { Ask } from '../operations/init/settings.ts'

/** Questions on standard error, so that standard output stays for the report; nobody is asked where nobody sits. */
export function openTerminal(signal: AbortSignal): Disposable & { ask: Ask | null } {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return { ask: null, [Symbol.dispose]: () => undefined }
  const lines = createInterface({ input: process.stdin, output: process.stderr })
  // In raw mode the terminal hands Ctrl-C to readline; everybody else learns of it as a signal.
  lines.on('SIGINT', () => process.kill(process.pid, 'SIGINT'))
  const closed = new Promise<null>((resolve) => lines.once('close', () => resolve(null)))
  return {
    ask: ({ text, otherwise, problem }) => {
      if (problem !== null) process.stderr.write(`  ${problem}\n`)
      const prompt = `${text}${otherwise === null ? '' : ` [${otherwise}]`} `
      return Promise.race([lines.question(prompt, { signal }), closed])
    },
    [Symbol.dispose]: () => lines.close(),
  }
}
