import type { Readable, Writable } from 'node:stream'

/** Starts programs. Nothing of our own environment reaches a child but what stands in `environment`. */
export interface Processes {
  /**
   * Starts a program in a process group of its own. Aborting the signal sends SIGTERM to the group, then SIGKILL.
   * @throws Failure `missing` when there is no such program
   */
  start(command: string, args: readonly string[], options: StartOptions): Promise<RunningProcess>
  /**
   * Runs a program to its end and gives what it printed (each stream cut at 1 MiB, keeping its end).
   * @throws the signal's reason when it is aborted first; Failure `missing` as `start` does
   */
  run(
    command: string,
    args: readonly string[],
    options: StartOptions & { input?: string | Readable },
  ): Promise<Finished>
}

export interface StartOptions {
  /** The child's whole environment. Secrets belong here or in files, never in `args`. */
  environment: Readonly<Record<string, string>>
  directory?: string
  signal?: AbortSignal
  /** How long after SIGTERM SIGKILL follows; 2 s by default. */
  grace?: number
  /**
   * The child goes on when we are killed outright, since it tidies up by itself once its standard input ends. Otherwise
   * it is sent SIGTERM then, where the system can do that (Linux).
   */
  outlivesUs?: boolean
}

export interface RunningProcess extends AsyncDisposable {
  readonly pid: number
  readonly stdin: Writable
  readonly stdout: Readable
  readonly stderr: Readable
  /** Resolves when the process has ended and its streams are closed. Never rejects. */
  readonly ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>
  kill(signal: NodeJS.Signals): void
}

export interface Finished {
  code: number | null
  signal: NodeJS.Signals | null
  stdout: string
  stderr: string
}
