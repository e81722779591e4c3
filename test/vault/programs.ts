import { spawn } from 'node:child_process'

/** Runs a stock program, as a person would who has no Lifeboat. A missing one fails the test: nothing is skipped. */
export async function runProgram(
  command: string,
  args: readonly string[],
  options: { input?: Buffer; directory?: string; environment?: Record<string, string> } = {},
): Promise<{ code: number | null; stdout: Buffer; stderr: string }> {
  const child = spawn(command, args, {
    cwd: options.directory,
    env: { PATH: process.env['PATH'] ?? '', HOME: options.directory ?? '/', ...options.environment },
    stdio: 'pipe',
  })
  const stdout: Buffer[] = []
  let stderr = ''
  child.stdout.on('data', (piece: Buffer) => stdout.push(piece))
  child.stderr.on('data', (piece: Buffer) => (stderr += piece.toString()))
  child.stdin.on('error', () => undefined) // it may end without reading all
  child.stdin.end(options.input ?? Buffer.alloc(0))
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', (cause) =>
      reject(
        new Error(`${command} could not be run; this test needs it: apt-get install age minisign zstd`, {
          cause,
        }),
      ),
    )
    child.on('close', resolve)
  })
  return { code, stdout: Buffer.concat(stdout), stderr }
}

/**
 * Runs bash commands on a terminal and answers their first question: programs read passphrases from nothing else. The
 * answer comes after the question, since what was typed before may be thrown away.
 */
export async function answerOnTerminal(
  commands: string,
  directory: string,
  answer: string,
): Promise<{ code: number | null; shown: string }> {
  const child = spawn('script', ['-qec', commands, '/dev/null'], {
    cwd: directory,
    env: { PATH: process.env['PATH'] ?? '', HOME: directory, SHELL: '/bin/bash', LC_ALL: 'C.UTF-8' },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  let shown = ''
  let isAnswered = false
  child.stdin.on('error', () => undefined)
  child.stdout.on('data', (piece: Buffer) => {
    shown += piece.toString()
    if (isAnswered || !/passphrase.*: ?$/i.test(shown)) return
    isAnswered = true
    child.stdin.write(`${answer}\n`)
  })
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', resolve)
  })
  return { code, shown }
}
