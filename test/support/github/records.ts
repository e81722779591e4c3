import { createDeploymentShapes } from './deployment-records.ts'

/** What the fake keeps, and how GitHub's API shows it: with every field that the description demands. */

export interface User {
  login: string
  id: number
  kind: 'person' | 'bot'
}

export interface Comment {
  id: number
  author: User
  body: string
  createdAt: number
}

export interface Label {
  id: number
  name: string
  color: string
  description: string | null
}

export interface Issue {
  id: number
  number: number
  title: string
  body: string | null
  state: 'open' | 'closed'
  stateReason: string | null
  labels: string[]
  author: User
  comments: Comment[]
  createdAt: number
  updatedAt: number
  closedAt: number | null
  isPullRequest: boolean
}

/** Makes the API's objects, whose addresses lie under that of the fake. */
export function createShapes(api: string, repository: string) {
  const repositoryUrl = `${api}/repos/${repository}`
  const web = `${api}/${repository}`

  const user = ({ login, id, kind }: User) => ({
    login,
    id,
    node_id: nodeId('U', id),
    avatar_url: `${api}/avatars/${id}`,
    gravatar_id: '',
    url: `${api}/users/${encodeURIComponent(login)}`,
    html_url: `${api}/${encodeURIComponent(login)}`,
    followers_url: `${api}/users/x/followers`,
    following_url: `${api}/users/x/following{/other_user}`,
    gists_url: `${api}/users/x/gists{/gist_id}`,
    starred_url: `${api}/users/x/starred{/owner}{/repo}`,
    subscriptions_url: `${api}/users/x/subscriptions`,
    organizations_url: `${api}/users/x/orgs`,
    repos_url: `${api}/users/x/repos`,
    events_url: `${api}/users/x/events{/privacy}`,
    received_events_url: `${api}/users/x/received_events`,
    type: kind === 'bot' ? 'Bot' : 'User',
    site_admin: false,
  })

  const label = ({ id, name, color, description }: Label) => ({
    id,
    node_id: nodeId('LA', id),
    url: `${repositoryUrl}/labels/${encodeURIComponent(name)}`,
    name,
    color,
    description,
    default: false,
  })

  return {
    ...createDeploymentShapes(api, repository, user, time),
    label,

    /** `GET /user` of somebody whose private fields the token does not show. */
    publicUser: (of: User) => ({
      ...user(of),
      user_view_type: 'public',
      name: null,
      company: null,
      blog: null,
      location: null,
      email: null,
      hireable: null,
      bio: null,
      public_repos: 1,
      public_gists: 0,
      followers: 0,
      following: 0,
      created_at: time(0),
      updated_at: time(0),
    }),

    issue: (issue: Issue, labels: readonly Label[]) => ({
      id: issue.id,
      node_id: nodeId('I', issue.id),
      url: `${repositoryUrl}/issues/${issue.number}`,
      repository_url: repositoryUrl,
      labels_url: `${repositoryUrl}/issues/${issue.number}/labels{/name}`,
      comments_url: `${repositoryUrl}/issues/${issue.number}/comments`,
      events_url: `${repositoryUrl}/issues/${issue.number}/events`,
      html_url: `${web}/issues/${issue.number}`,
      number: issue.number,
      title: issue.title,
      body: issue.body,
      state: issue.state,
      state_reason: issue.stateReason,
      user: user(issue.author),
      labels: labels.map(label),
      assignee: null,
      assignees: [],
      milestone: null,
      locked: false,
      active_lock_reason: null,
      comments: issue.comments.length,
      author_association: 'NONE',
      created_at: time(issue.createdAt),
      updated_at: time(issue.updatedAt),
      closed_at: issue.closedAt === null ? null : time(issue.closedAt),
      ...(issue.isPullRequest
        ? {
            pull_request: {
              url: `${repositoryUrl}/pulls/${issue.number}`,
              html_url: `${web}/pull/${issue.number}`,
              diff_url: `${web}/pull/${issue.number}.diff`,
              patch_url: `${web}/pull/${issue.number}.patch`,
            },
          }
        : {}),
    }),

    comment: (issue: Issue, { id, author, body, createdAt }: Comment) => ({
      id,
      node_id: nodeId('IC', id),
      url: `${repositoryUrl}/issues/comments/${id}`,
      html_url: `${web}/issues/${issue.number}#issuecomment-${id}`,
      issue_url: `${repositoryUrl}/issues/${issue.number}`,
      body,
      user: user(author),
      created_at: time(createdAt),
      updated_at: time(createdAt),
      author_association: 'NONE',
    }),
  }
}

export type Shapes = ReturnType<typeof createShapes>

function nodeId(kind: string, id: number): string {
  return `${kind}_${Buffer.from(String(id)).toString('base64url')}`
}

function time(at: number): string {
  return new Date(at).toISOString().replace(/\.\d+Z$/, 'Z')
}
