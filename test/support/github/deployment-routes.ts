import type { Shapes, User } from './records.ts'
import { forbidden, invalid, notFound, page } from './answers.ts'
import type { Route } from './routes.ts'

export interface FakeDeployment {
  id: number
  environment: string
  sha: string
  description: string | null
  production: boolean
  payload: Record<string, unknown>
  creator: User
  createdAt: number
  /** The newest last. */
  statuses: FakeDeploymentStatus[]
}

export interface FakeDeploymentStatus {
  id: number
  state: string
  description: string
  environmentUrl: string
  logUrl: string
  createdAt: number
}

export interface DeploymentState {
  deployments: FakeDeployment[]
  mayDeploy: boolean
  now: () => number
  nextId: () => number
}

export function deploymentRoutes(state: DeploymentState, shapes: Shapes, url: string): Route[] {
  const list = '/repos/{owner}/{repo}/deployments'
  const one = `${list}/{deployment_id}/statuses`
  const numbered = ([, , id]: readonly string[]) =>
    state.deployments.find((deployment) => deployment.id === Number(id)) ?? null
  return [
    {
      method: 'GET',
      template: list,
      undescribed: [403],
      answer: ({ query }) => {
        if (!state.mayDeploy) return forbidden
        const environment = query.get('environment')
        const found = state.deployments.filter(
          (own) => environment === null || own.environment.toLowerCase() === environment.toLowerCase(),
        )
        return page([...found].reverse().map(shapes.deployment), query, url)
      },
    },
    {
      method: 'POST',
      template: list,
      undescribed: [403],
      answer: ({ user, body }) => {
        if (!state.mayDeploy) return forbidden
        // Merging, and waiting for whatever statuses there are, is what GitHub does unless it is told not to.
        if (body['auto_merge'] !== false) return { status: 202, body: { message: 'Auto-merged main' } }
        if (!Array.isArray(body['required_contexts']) || body['required_contexts'].length > 0)
          return { status: 409, body: { message: 'Conflict: Commit status checks failed' } }
        const environment = textOf(body['environment'], 'production')
        const deployment: FakeDeployment = {
          id: state.nextId(),
          environment,
          sha: String(body['ref']),
          description: typeof body['description'] === 'string' ? body['description'] : null,
          production: (body['production_environment'] ?? environment === 'production') === true,
          payload: (body['payload'] ?? {}) as Record<string, unknown>,
          creator: user,
          createdAt: state.now(),
          statuses: [],
        }
        state.deployments.push(deployment)
        return { status: 201, body: shapes.deployment(deployment) }
      },
    },
    {
      method: 'GET',
      template: one,
      answer: ({ parts, query }) => {
        const deployment = numbered(parts)
        if (deployment === null) return notFound
        const shown = [...deployment.statuses].reverse()
        return page(
          shown.map((status) => shapes.deploymentStatus(deployment, status)),
          query,
          url,
        )
      },
    },
    {
      method: 'POST',
      template: one,
      undescribed: [403, 404],
      answer: ({ parts, body }) => {
        const deployment = numbered(parts)
        if (deployment === null) return notFound
        if (!state.mayDeploy) return forbidden
        const description = textOf(body['description'])
        if (description.length > 140) return invalid('DeploymentStatus', 'description', 'custom')
        const add = (to: FakeDeployment, statusState: string): FakeDeploymentStatus => {
          const status = {
            id: state.nextId(),
            state: statusState,
            description: to === deployment ? description : '',
            environmentUrl: to === deployment ? textOf(body['environment_url']) : '',
            logUrl: to === deployment ? textOf(body['log_url']) : '',
            createdAt: state.now(),
          }
          to.statuses.push(status)
          return status
        }
        const status = add(deployment, String(body['state']))
        // As GitHub says of auto_inactive: only former successes, and none of production.
        if (status.state === 'success' && body['auto_inactive'] !== false) {
          for (const other of state.deployments) {
            const isFormer = other.id < deployment.id && other.environment === deployment.environment
            if (isFormer && !other.production && other.statuses.at(-1)?.state === 'success')
              add(other, 'inactive')
          }
        }
        return { status: 201, body: shapes.deploymentStatus(deployment, status) }
      },
    },
  ]
}

function textOf(value: unknown, otherwise = ''): string {
  return typeof value === 'string' ? value : otherwise
}
