/** Pull requests of the repository, as the trusted half of their trial tells them. */
export interface PullRequests {
  /**
   * What is to be told, by the event that GitHub made alone: of a finished run (`workflow_run`), or of a commit that a
   * person named (`workflow_dispatch`), or of the merge queue's own run.
   * @throws Failure `config` for any other event
   */
  subject(): Promise<PullRequestSubject>
  /** Writes our one comment, or brings it up to date; the marker and our own authorship tell it from others. */
  comment(number: number, marker: string, body: string): Promise<'created' | 'updated' | 'unchanged'>
  /** A finished check on a commit. Of several with one name GitHub counts the newest. */
  check(commit: string, check: PullRequestCheck): Promise<void>
}

export interface PullRequestSubject {
  /** The commit that was tried. */
  commit: string
  /** The open pull request whose head this commit is, now; null when there is none (any more), or several. */
  number: number | null
  /** How GitHub says that the run ended; null when the event does not say. */
  conclusion: string | null
  /** Where its log can be read. */
  url: string | null
}

export interface PullRequestCheck {
  name: string
  conclusion: 'success' | 'neutral' | 'failure'
  title: string
  /** Markdown. */
  summary: string
  url: string | null
}
