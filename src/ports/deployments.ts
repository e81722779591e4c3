/** The record of deployments that GitHub keeps and shows. Its statuses follow what GitHub means by them. */
export interface Deployments {
  /**
   * Takes up the deployment that GitHub made for the running job, because the job names an `environment:`. Null when there
   * is none for this environment.
   */
  adopt(environment: string): Promise<Deployment | null>
  /** Makes one of our own for the commit. @throws Failure `access` without `deployments: write` */
  create(environment: string, details: { description: string; production: boolean }): Promise<Deployment>
  /** The one that this run made by `create` and brought to no end: it was killed before. Null when there is none. */
  unfinished(environment: string): Promise<Deployment | null>
}

export interface Deployment {
  readonly id: number
  /** GitHub sets states of an adopted deployment itself when the job ends; we then only add what it cannot know. */
  readonly adopted: boolean
  /** @param url of the environment, for people */
  tell(state: DeploymentState, details: { description: string; url: string | null }): Promise<void>
}

export type DeploymentState = 'in_progress' | 'success' | 'failure' | 'error' | 'inactive'
