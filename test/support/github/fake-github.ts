import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { emptyCommitState } from './commit-routes.ts'
import { describedOperation } from './description.ts'
import { createShapes, type Issue, type User } from './records.ts'
import { emptyWatchState } from './watch-routes.ts'
import { createRoutes, type Answer, type Route, type State } from './routes.ts'

/** Who the tokens of the fake belong to. */
export const tokens = {
  /** A job's own token. */
  job: 'ghs_job',
  /** A person's. */
  person: 'ghp_person',
  /** A GitHub App's. */
  app: 'ghs_app',
} as const

export const users: Record<keyof typeof tokens, User> = {
  job: { login: 'github-actions[bot]', id: 41_898_282, kind: 'bot' },
  person: { login: 'octo-Keeper', id: 7, kind: 'person' },
  app: { login: 'shop-keeper[bot]', id: 8, kind: 'bot' },
}

export const stranger: User = { login: 'stranger', id: 666, kind: 'person' }

export interface Seen {
  method: string
  path: string
  query: string
  token: string
}

/** An answer that is given in place of the real one. */
export interface Fault {
  /** Only to calls whose method and path match. */
  to: RegExp
  status: number
  body?: unknown
  headers?: Record<string, string>
  /** How often; once by default. */
  times?: number
  /** Cuts the connection instead, after the call has taken effect: its answer is lost. */
  isLost?: boolean
}

export interface FakeGitHub extends AsyncDisposable {
  /** For GITHUB_API_URL. Under `/api/v3` it answers as well, as a GitHub Enterprise Server does. */
  readonly url: string
  readonly repository: string
  readonly state: State
  readonly seen: readonly Seen[]
  /** An issue that somebody wrote. */
  addIssue(issue: Partial<Issue> & { author: User }): Issue
  fail(fault: Fault): void
  /** Lets time pass for what the server dates. */
  pass(milliseconds: number): void
  /** Whether GraphQL answers; a token may lack the right. */
  graphqlIsRefused: boolean
}

export interface FakeGitHubOptions {
  repository?: string
  /** What it takes for now; the machine's time by default. */
  now?: number
}

/**
 * GitHub's API as far as issues, deployments and required checks go: stateful, on a port of this machine. Each request and each answer is checked against
 * the description that GitHub publishes; whatever disagrees makes disposing it throw.
 */
export async function startFakeGitHub(options: FakeGitHubOptions = {}): Promise<FakeGitHub> {
  const { repository = 'owner/repository' } = options
  const violations: string[] = []
  const seen: Seen[] = []
  const faults: (Fault & { left: number })[] = []
  let passed = 0
  let lastId = 1_000
  const start = Date.now()
  const state: State = {
    issues: [],
    labels: [],
    issuesAreDisabled: false,
    mayWrite: true,
    mayLabel: true,
    deployments: [],
    mayDeploy: true,
    commits: emptyCommitState(),
    pulls: [],
    madeChecks: [],
    watch: emptyWatchState(),
    now: () => (options.now ?? start) + (Date.now() - start) + passed,
    nextId: () => (lastId += 1),
  }
  let routes: Route[] = []
  const github = { graphqlIsRefused: false }

  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const { method = 'GET' } = request
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://fake')
    const path = pathname.replace(/^\/api(\/v3)?(?=\/)/, '')
    const sent = await text(request)
    const token = /^(?:token|bearer) (.+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? ''
    seen.push({ method, path, query: searchParams.toString(), token })

    const fault = faults.find(({ to, left }) => left > 0 && to.test(`${method} ${path}`))
    if (fault !== undefined) {
      fault.left -= 1
      if (fault.isLost !== true) return send(response, { body: { message: 'fault' }, ...fault })
    }
    const who = (Object.keys(tokens) as (keyof typeof tokens)[]).find((name) => tokens[name] === token)
    if (who === undefined)
      return send(response, { status: 401, body: { message: 'Bad credentials', status: '401' } })
    if (path === '/graphql')
      return send(response, graphql(sent, users[who], github.graphqlIsRefused, violations))

    const found = findRoute(routes, method, path, repository)
    if (found === null) {
      violations.push(`${method} ${path}: the fake does not know it`)
      return send(response, { status: 404, body: { message: 'Not Found', status: '404' } })
    }
    const { route, parts } = found
    const operation = describedOperation(method, route.template)
    const body: unknown = sent === '' ? undefined : JSON.parse(sent)
    const name = `${method} ${route.template}`
    if (sent !== '' && request.headers['content-type']?.startsWith('application/json') !== true)
      violations.push(`${name}: the body is not declared as JSON`)
    violations.push(...operation.checkRequest(searchParams, body).map((problem) => `${name}: ${problem}`))
    const answer = route.answer({
      user: users[who],
      parts,
      query: searchParams,
      body: (body ?? {}) as Record<string, unknown>,
    })
    if (route.undescribed?.includes(answer.status) !== true) {
      // As it goes over the wire, where there is no undefined.
      const onTheWire: unknown = JSON.parse(JSON.stringify(answer.body))
      violations.push(
        ...operation.checkResponse(answer.status, onTheWire).map((problem) => `${name}: ${problem}`),
      )
    }
    if (fault?.isLost === true) response.destroy()
    else send(response, answer)
  }

  const server = createServer((request, response) => {
    handle(request, response).catch((thrown: unknown) => {
      violations.push(`the fake itself failed: ${String(thrown)}`)
      response.destroy()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  routes = createRoutes(state, createShapes(url, repository), url)

  return Object.assign(github, {
    url,
    repository,
    state,
    seen,
    addIssue: (issue: Partial<Issue> & { author: User }) => addIssue(state, issue),
    fail: (fault: Fault) => {
      faults.push({ ...fault, left: fault.times ?? 1 })
    },
    pass: (milliseconds: number) => {
      passed += milliseconds
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      if (violations.length > 0) {
        throw new Error(`not as GitHub describes its API:\n${[...new Set(violations)].join('\n')}`)
      }
    },
  })
}

function send(
  response: ServerResponse,
  { status, body, headers = {} }: Omit<Answer, 'body'> & { body?: unknown },
): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers })
  response.end(JSON.stringify(body))
}

/** Not part of the description: only who asks can be asked for. */
function graphql(sent: string, user: User, isRefused: boolean, violations: string[]): Answer {
  const { query } = JSON.parse(sent) as { query: string }
  if (!/^(query)?\s*\{\s*viewer\s*\{\s*login\s*\}\s*\}$/.test(query.trim())) {
    violations.push(`graphql: the fake does not know ${query}`)
  }
  if (isRefused) {
    const errors = [{ type: 'FORBIDDEN', message: 'Resource not accessible by personal access token' }]
    return { status: 200, body: { data: null, errors } }
  }
  return { status: 200, body: { data: { viewer: { login: user.login } } } }
}

function findRoute(routes: readonly Route[], method: string, path: string, repository: string) {
  for (const route of routes) {
    const pattern = new RegExp(`^${route.template.replaceAll(/\{\w+\}/g, '([^/]+)')}$`)
    const match = pattern.exec(path)
    if (route.method !== method || match === null) continue
    const parts = match.slice(1).map(decodeURIComponent)
    if (path.startsWith('/repos/') && parts.slice(0, 2).join('/') !== repository) continue
    return { route, parts }
  }
  return null
}

function addIssue(state: State, { author, ...given }: Partial<Issue> & { author: User }): Issue {
  const now = state.now()
  const issue: Issue = {
    id: state.nextId(),
    number: Math.max(0, ...state.issues.map(({ number }) => number)) + 1,
    title: 'An issue',
    body: null,
    state: 'open',
    stateReason: null,
    labels: [],
    author,
    comments: [],
    createdAt: now,
    updatedAt: now,
    closedAt: null,
    isPullRequest: false,
    ...given,
  }
  for (const name of issue.labels) {
    if (!state.labels.some((label) => label.name === name))
      state.labels.push({ id: state.nextId(), name, color: 'ededed', description: null })
  }
  state.issues.push(issue)
  return issue
}
