import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process'
import { constants } from 'node:fs'
import { access, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Failure } from '../domain/failure.ts'
import type { Finished, Processes, RunningProcess, StartOptions } from '../ports/process.ts'

/** How much of each output stream `run` keeps: its last MiB. */
const outputLimit = 1024 * 1024
const defaultGrace = 2_000

const running = new Set<number>()
process.once('exit', () => {
  for (const pid of running) signalGroup(pid, 'SIGKILL')
})

/** Programs of this machine. What still runs when our own process exits is killed with it. */
export function createProcesses(): Processes {
  const start = async (
    command: string,
    args: readonly string[],
    options: StartOptions,
  ): Promise<RunningProcess> => {
    options.signal?.throwIfAborted()
    const tied = options.outlivesUs === true ? null : await tie(command, args, options.environment)
    const child = spawn(tied?.command ?? command, tied?.args ?? args, {
      env: { ...options.environment },
      ...(options.directory === undefined ? {} : { cwd: options.directory }),
      stdio: 'pipe',
      detached: true,
    })
    const { promise: ended, resolve } = Promise.withResolvers<Awaited<RunningProcess['ended']>>()
    child.once('close', (code, signal) => resolve({ code, signal }))
    // Whoever writes learns of a child that stopped reading through its own pipeline; nobody else has to.
    child.stdin.on('error', () => undefined)
    const pid = await started(child, command, options.directory)
    running.add(pid)

    let stopping: NodeJS.Timeout | undefined
    const stop = () => {
      if (stopping !== undefined) return
      signalGroup(pid, 'SIGTERM')
      stopping = setTimeout(() => signalGroup(pid, 'SIGKILL'), options.grace ?? defaultGrace)
    }
    options.signal?.addEventListener('abort', stop, { once: true })
    if (options.signal?.aborted === true) stop()
    void ended.then(() => {
      running.delete(pid)
      options.signal?.removeEventListener('abort', stop)
      if (stopping === undefined) return
      clearTimeout(stopping)
      // The leader has obeyed; descendants that closed our pipes may not have.
      signalGroup(pid, 'SIGKILL')
    })
    return {
      pid,
      stdin: child.stdin,
      stdout: child.stdout,
      stderr: child.stderr,
      ended,
      kill: (signal) => signalGroup(pid, signal),
      [Symbol.asyncDispose]: async () => {
        if (!running.has(pid)) return
        stop()
        // Output that nobody reads any more would keep the streams open.
        child.stdin.destroy()
        child.stdout.resume()
        child.stderr.resume()
        await ended
      },
    }
  }

  return {
    start,
    run: async (command, args, options) => {
      await using child = await start(command, args, options)
      const stdout = keepEnd(child.stdout)
      const stderr = keepEnd(child.stderr)
      await feed(child, options.input)
      const { code, signal } = await child.ended
      options.signal?.throwIfAborted()
      return { code, signal, stdout: stdout(), stderr: stderr() } satisfies Finished
    },
  }
}

/**
 * The same command, to be sent SIGTERM by the kernel when we die of whatever cause. Null where that cannot be had, or
 * where there is no such program: starting it then says so. Has no effect on sudo, which changes its user.
 * We may have died before the kernel was asked for it: so the shell looks whether its parent is still us.
 */
async function tie(
  command: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<{ command: string; args: readonly string[] } | null> {
  if (process.platform !== 'linux') return null
  // Since util-linux 2.33 setpriv has this option; it then becomes the program.
  canTie ??=
    spawnSync(setpriv, ['--pdeathsig', 'TERM', '--', 'true'], { env: {}, stdio: 'ignore' }).status === 0
  if (!canTie) return null
  const folders = command.includes('/') ? [''] : (environment['PATH'] ?? '/usr/bin:/bin').split(':')
  for (const folder of folders) {
    const path = folder === '' ? command : join(folder, command)
    const isProgram = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    )
    if (isProgram) {
      const launch = ['--pdeathsig', 'TERM', '--', '/bin/sh', '-c', orphansEnd, 'sh', String(process.pid)]
      return { command: setpriv, args: [...launch, path, ...args] }
    }
  }
  return null
}

const setpriv = '/usr/bin/setpriv'
const orphansEnd = '[ "$PPID" = "$1" ] || exit 143; shift; unset PWD; exec "$@"'
let canTie: boolean | undefined

async function started(
  child: ChildProcessWithoutNullStreams,
  command: string,
  directory: string | undefined,
): Promise<number> {
  const thrown = await new Promise<unknown>((resolve) => {
    child.once('spawn', () => resolve(null))
    child.once('error', resolve)
  })
  child.on('error', () => undefined)
  if (thrown === null && child.pid !== undefined) return child.pid
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : undefined
  if (directory !== undefined && (await stat(directory).catch(() => null)) === null) {
    throw new Failure('missing', `${command} could not start: its working directory does not exist`, {
      cause: thrown,
    })
  }
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    throw new Failure('missing', `the program ${command} does not exist on this machine`, {
      cause: thrown,
      hint: `Install ${command}, or put it on PATH.`,
    })
  }
  if (code === 'EACCES') {
    throw new Failure('access', `the program ${command} may not be started`, {
      cause: thrown,
      hint: `Make it executable (chmod a+x), or put another ${command} before it on PATH.`,
    })
  }
  throw new Failure(
    code === 'EAGAIN' || code === 'ENOMEM' ? 'capacity' : 'bug',
    `${command} could not be started`,
    {
      cause: thrown,
    },
  )
}

/** Sends a signal to every process of the group. One that has ended, or that is not ours to signal, is left alone. */
function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal)
  } catch {
    // Nobody is left in the group, or it belongs to another user (sudo): then its standard input is the way to end it.
  }
}

async function feed(child: RunningProcess, input: string | Readable | undefined): Promise<void> {
  if (input === undefined || typeof input === 'string') {
    child.stdin.end(input)
    return
  }
  try {
    await pipeline(input, child.stdin)
  } catch (thrown) {
    // A child may end without reading all; only a broken input is the caller's concern.
    if (input.errored !== null && !isBrokenPipe(input.errored)) throw thrown
  }
}

function isBrokenPipe(error: Error): boolean {
  return 'code' in error && (error.code === 'EPIPE' || error.code === 'ERR_STREAM_PREMATURE_CLOSE')
}

function keepEnd(stream: Readable): () => string {
  let kept: Buffer[] = []
  let size = 0
  stream.on('data', (chunk: Buffer) => {
    kept.push(chunk)
    size += chunk.length
    if (size > 2 * outputLimit) {
      const end = Buffer.concat(kept).subarray(-outputLimit)
      kept = [end]
      size = end.length
    }
  })
  stream.on('error', () => undefined)
  return () => Buffer.concat(kept).subarray(-outputLimit).toString('utf8')
}
