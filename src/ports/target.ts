import type { Clock } from './clock.ts'

/** Where the application of an environment runs. Restarting and rerouting are asked of it after a restore. */
export interface Target {
  readonly kind: 'compose' | 'kubernetes' | 'command' | 'manual'
  /** What `restart` and `reroute` would do, for a dry run. No secrets. */
  describe(step: 'restart' | 'reroute'): string
  /** Restarts the application, and returns when the platform says that it runs. @throws Failure */
  restart(signal: AbortSignal): Promise<TargetOutcome>
  /** Leads the application to a database. @param url with its password: it goes to the child's environment, nowhere else */
  reroute(url: string, signal: AbortSignal): Promise<TargetOutcome>
}

/**
 * A target that can be deployed to. Each step may be done again after a run that was killed in the midst of it, and then
 * ends as if it had been done once.
 */
export interface DeployTarget extends Target {
  /** Also for the steps of a deployment, for a dry run. No secrets. @param version of `deploy` and `roll-back` */
  describe(step: 'restart' | 'reroute' | 'deploy' | 'roll-back' | 'migrate', version?: string): string
  /** What runs now, as the platform says, not as we remember. Null when it cannot be told, or nothing runs. @throws Failure */
  running(signal: AbortSignal): Promise<Release | null>
  /** The version that was deployed, whether it runs or is stopped. Null when it cannot be told, or there are several. @throws Failure */
  deployedVersion(signal: AbortSignal): Promise<string | null>
  /**
   * Each service with its state, as the platform says: none when nothing is there that runs or is stopped. Null when it
   * cannot be told. @throws Failure
   */
  services(signal: AbortSignal): Promise<ServiceState[] | null>
  /**
   * Makes what has to be there before the first deployment and is not: files of secrets, readable by their owner alone.
   * What is there stays as it is. @throws Failure
   */
  prepare(signal: AbortSignal): Promise<TargetOutcome>
  /**
   * Changes the data for a version: the program that the environment file names, with the version in LIFEBOAT_VERSION.
   * `done` with an empty detail when the file names none.
   * @throws Failure `unavailable` when it failed; the data may then be changed in part
   */
  migrate(version: string, signal: AbortSignal): Promise<TargetOutcome>
  /** Brings a version up, and returns when the platform says that it runs. @throws Failure */
  deploy(version: string, signal: AbortSignal): Promise<TargetOutcome>
  /** Brings back what ran before, as `running` told it then. @throws Failure */
  rollBack(release: Release, signal: AbortSignal): Promise<TargetOutcome>
  /** Stops the application and keeps its data. Stopping what is stopped is done already. @throws Failure */
  stop(signal: AbortSignal): Promise<TargetOutcome>
  /** Stops it and removes its containers, networks and volumes: its data too. @throws Failure */
  clean(signal: AbortSignal): Promise<TargetOutcome>
}

/** What runs: the version that was deployed, and the exact images behind it, since tags move. */
export interface Release {
  version: string
  /** Per service, the image as the platform names it; empty where it has none. */
  images: Readonly<Record<string, string>>
}

export interface ServiceState {
  name: string
  status: 'running' | 'starting' | 'unhealthy' | 'stopped' | 'unknown'
  /** As the platform says; null when it does not. */
  version: string | null
  image: string | null
  /** How often the platform had to start it again; null when it does not say. */
  restarts: number | null
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
