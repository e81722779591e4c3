import { tmpdir, userInfo } from 'node:os'
import { maskSecrets, secretForms } from '../domain/redaction.ts'
import { Failure } from '../domain/failure.ts'
import type { Milliseconds } from '../domain/units.ts'
import { systemClock } from '../host/clock.ts'
import type { Host } from '../wiring/host.ts'
import { createTerminalLog } from './terminal-log.ts'

export interface TerminalHost extends Host, Disposable {
  /** The same terminal for a further run of this process: with every variable, those that an earlier run took included. */
  anew(): Host
}

/** Whatever does not end by itself after a signal is left to the clean-up at exit. */
const timeForCleanUp: Milliseconds = 5_000

/** Ctrl-C reaches this process and the launcher that started it, which hands it on: within this time the two are one. */
const oneSignal: Milliseconds = 500

/** A person's machine: variables of the shell, messages on standard error, Ctrl-C to stop. */
export function openTerminalHost({ verbose }: { verbose: boolean }): TerminalHost {
  const secrets = new Set<string>()
  const inherited = { ...process.env }
  const stop = new AbortController()
  let stoppedAt: Milliseconds = 0
  const onSignal = (signal: NodeJS.Signals) => {
    if (stop.signal.aborted) {
      // Whoever asks twice does not want to wait for the clean-up.
      if (systemClock.ticks() - stoppedAt >= oneSignal) process.exit(130)
      return
    }
    stoppedAt = systemClock.ticks()
    stop.abort(new Failure('cancelled', `stopped by ${signal}`))
    setTimeout(() => process.exit(130), timeForCleanUp).unref()
  }
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal)
  const shared = {
    hide: (secret: string) => {
      for (const form of secretForms(secret)) secrets.add(form)
    },
    mask: (text: string) => maskSecrets(text, secrets),
    log: createTerminalLog({
      stream: process.stderr,
      clock: systemClock,
      color: wantsColor(inherited, process.stderr.isTTY),
      verbose,
      secrets,
    }),
    signal: stop.signal,
    temporaryFolder: inherited['RUNNER_TEMP'] ?? tmpdir(),
    isThrownAway: inherited['RUNNER_ENVIRONMENT'] === 'github-hosted',
    oidcToken: null,
    actor: userName(),
    runUrl: null,
    packages: null,
    repositoryIsPublic: false,
    openIssues: null,
  }
  const anew = (): Host => {
    const variables = { ...inherited }
    return {
      ...shared,
      variables,
      takeVariable: (name) => {
        const value = variables[name]
        delete variables[name]
        delete process.env[name]
        return value
      },
    }
  }
  return {
    ...anew(),
    anew,
    [Symbol.dispose]: () => {
      process.off('SIGINT', onSignal).off('SIGTERM', onSignal)
    },
  }
}

/** https://no-color.org, and https://force-color.org for those who pipe into a pager. */
export function wantsColor(
  variables: Readonly<Record<string, string | undefined>>,
  isTerminal: boolean,
): boolean {
  if ((variables['NO_COLOR'] ?? '') !== '') return false
  if ((variables['FORCE_COLOR'] ?? '') !== '') return variables['FORCE_COLOR'] !== '0'
  return isTerminal && variables['TERM'] !== 'dumb'
}

function userName(): string | null {
  try {
    return userInfo().username
  } catch {
    return null // a uid without a name, as in some containers
  }
}
