/** What GitHub says about the repository that runs the workflows. Read only. */
export interface RepositoryState {
  /** Its workflows, with the state that GitHub has them in. @throws Failure `access` without `actions: read` */
  workflows(): Promise<WorkflowState[]>
  /** The rules of a GitHub environment; null when there is none of this name. @throws Failure `access` likewise */
  environment(name: string): Promise<EnvironmentRules | null>
}

export interface WorkflowState {
  /** `.github/workflows/lifeboat-production-backup.yml` */
  path: string
  /** `disabled_inactivity`: GitHub stopped its schedule, as the repository was idle for 60 days. */
  state: 'active' | 'deleted' | 'disabled_fork' | 'disabled_inactivity' | 'disabled_manually'
  /** Where people see it, and enable it again. */
  url: string
}

export interface EnvironmentRules {
  /** How many people or teams are asked. */
  reviewers: number
  /** Branches that may use it; null when any may. `protected` stands for all protected ones. */
  branches: 'protected' | readonly string[] | null
}
