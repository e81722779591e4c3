/** What GitHub demands of a commit before it may be merged to a branch, and what it has. */
export interface CommitChecks {
  /**
   * The required checks of the branch, of rulesets and of classic protection together, each with the outcome that the commit
   * has. A check that is required and was never run is `missing`. Empty when nothing is required.
   * @throws Failure `access` when the token may not read them: not knowing is no pass
   */
  required(commit: string, branch: string): Promise<RequiredCheck[]>
}

export interface RequiredCheck {
  name: string
  /** Where it is demanded. */
  source: 'ruleset' | 'classic'
  outcome: 'green' | 'red' | 'pending' | 'missing'
  url: string | null
}
