import type { Clock } from './clock.ts'

/**
 * Where the application of an environment runs. Restarting and rerouting are asked of it after a restore; deploying
 * builds on the same port.
 */
export interface Target {
  readonly kind: 'compose' | 'kubernetes' | 'command' | 'manual'
  /** What `restart` and `reroute` would do, for a dry run. No secrets. */
  describe(step: 'restart' | 'reroute'): string
  /** Restarts the application, and returns when the platform says that it runs. @throws Failure */
  restart(signal: AbortSignal): Promise<TargetOutcome>
  /** Leads the application to a database. @param url with its password: it goes to the child's environment, nowhere else */
  reroute(url: string, signal: AbortSignal): Promise<TargetOutcome>
}

export interface TargetOutcome {
  /** `manual` when nobody but a person can do it: the report then asks for it. */
  status: 'done' | 'manual'
  detail: string
}

/** Asks an application whether it is well. */
export interface HealthProbe {
  /** For people: the URL without query. */
  readonly what: string
  /** Asks until it is well, at most so often. @throws Failure `unavailable` when it never was */
  wait(clock: Clock, signal: AbortSignal): Promise<{ attempts: number }>
}
