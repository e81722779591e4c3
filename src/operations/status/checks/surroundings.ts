import { freePercent } from '../../../domain/disk-space.ts'
import type { Environment } from '../../../domain/environment/schema.ts'
import { asFailure } from '../../../domain/failure.ts'
import { guide } from '../../../domain/guide.ts'
import { formatBytes } from '../../../domain/units.ts'
import type { Ports } from '../../../ports/ports.ts'
import type { EnvironmentRules, RepositoryState, WorkflowState } from '../../../ports/repository-state.ts'
import type { Surroundings } from '../../../ports/surroundings.ts'
import { failureOfCopy } from '../../../vault/copies.ts'
import type { Finding } from '../finding.ts'
import { believed, type View } from '../view.ts'

/** Free space where local stores and the spool lie. */
export async function checkDisks(view: View, surroundings: Surroundings, spool: string): Promise<Finding[]> {
  const places = [...surroundings.localStores].map(([name, path]) => ({ name: `disk of ${name}`, path }))
  const findings: Finding[] = []
  for (const { name, path } of [...places, { name: 'disk of the spool', path: spool }]) {
    const base = { name, weight: 'important' } as const
    const space = path === null ? null : await surroundings.diskSpace(path)
    if (space === null) {
      const detail =
        path === null ? 'this run has not the variables that say where it lies' : 'its disk tells no size'
      findings.push({ ...base, level: 'apart', detail })
      continue
    }
    const { free } = space
    const percent = freePercent(space)
    const needed = believed(view.history)[0]?.summary.storedSize ?? 0
    const level = free < needed ? 'critical' : percent < view.watch.disk ? 'warning' : 'ok'
    findings.push({
      ...base,
      level,
      failure: 'capacity',
      detail: `${formatBytes(free)} free (${percent} %)${free < needed ? `: the newest backup alone has ${formatBytes(needed)}` : ''}`,
      hint: 'Make room, or let fewer backups be kept.',
    })
  }
  return findings
}

/** Asks each source what stands in the way of a backup, where this run was given what it takes to reach it. */
export async function checkSources(environment: Environment, ports: Ports): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const config of environment.sources) {
    const base = { name: `source ${config.name}`, weight: 'important' } as const
    try {
      // Its job has the credentials of the source in its variables, or none at all.
      await using source = await ports.openSource(
        config.type === 'postgres' ? { ...config, install: 'never' } : config,
      )
      const found = await source.preflight(ports.signal)
      // That this machine lacks the programs of a backup says nothing about the source.
      const refusal = found.find(({ level, failure }) => level === 'refuse' && failure !== 'missing')
      findings.push(
        refusal === undefined
          ? { ...base, level: 'ok', detail: 'it answers, and nothing stands in the way of a backup' }
          : {
              ...base,
              level: 'critical',
              failure: refusal.failure ?? 'refused',
              detail: refusal.text,
              subjects: refusal.subjects ?? [],
              ...(refusal.hint === undefined ? {} : { hint: refusal.hint }),
            },
      )
    } catch (error) {
      const failure = failureOfCopy(error, ports.signal)
      if (failure.kind === 'bug') throw failure
      const isApart = failure.kind === 'config'
      findings.push({
        ...base,
        level: isApart ? 'apart' : 'critical',
        failure: failure.kind,
        detail: isApart ? `not asked: ${failure.message}` : failure.message,
        subjects: failure.subjects,
        ...(failure.hint === undefined ? {} : { hint: failure.hint }),
      })
    }
  }
  return findings
}

export interface RepositoryAnswer {
  workflows: WorkflowState[] | null
  finding: Finding
}

/** What GitHub says of the workflows and of the environments of each role; without a token, that it was not asked. */
export async function askRepository(
  environment: Environment,
  repository: RepositoryState | null,
): Promise<RepositoryAnswer> {
  const base = { name: 'GitHub environments', weight: 'useful' } as const
  if (repository === null) {
    return {
      workflows: null,
      finding: { ...base, level: 'apart', detail: 'not asked: there is no token for it' },
    }
  }
  try {
    const workflows = await repository.workflows()
    return { workflows, finding: { ...base, ...(await audit(environment, repository)) } }
  } catch (error) {
    const failure = asFailure(error)
    if (failure.kind === 'bug' || failure.kind === 'cancelled') throw failure
    return {
      workflows: null,
      finding: {
        ...base,
        level: 'apart',
        detail: `not asked: ${failure.message}; the job needs actions: read`,
      },
    }
  }
}

async function audit(
  { environment, protected: isProtected }: Environment,
  repository: RepositoryState,
): Promise<Pick<Finding, 'level' | 'detail' | 'hint'>> {
  const roles = [
    ...['backup', 'verify', 'retention'].map((role) => ({ name: `${environment}-${role}`, reviewed: false })),
    { name: environment, reviewed: true },
  ]
  const asked = await Promise.all(
    roles.map(async (role) => ({ ...role, rules: await repository.environment(role.name) })),
  )
  const there = asked.filter(({ rules }) => rules !== null)
  if (there.length === 0)
    return {
      level: 'apart',
      detail: `there is none of the names ${roles.map(({ name }) => name).join(', ')}`,
    }
  const weak = there.flatMap(({ name, reviewed, rules }) => weaknesses(name, reviewed, rules))
  const [first] = weak
  if (first === undefined) {
    return {
      level: 'ok',
      detail: `${there.map(({ name }) => name).join(', ')}: open to named branches, restores are reviewed`,
    }
  }
  return {
    level: 'warning',
    detail: weak.join('; '),
    hint: isProtected
      ? `Whoever may push any branch could take the secrets of a role: ${guide('roles')} says how to close it.`
      : `${guide('roles')} says how to close it.`,
  }
}

function weaknesses(name: string, reviewed: boolean, rules: EnvironmentRules | null): string[] {
  if (rules === null) return []
  return [
    ...(rules.branches === null ? [`${name} is open to every branch`] : []),
    ...(reviewed && rules.reviewers === 0
      ? [`${name} has no reviewers: anybody who may start a workflow may restore`]
      : []),
    ...(!reviewed && rules.reviewers > 0
      ? [`${name} waits for reviewers: its schedule stands still until one agrees`]
      : []),
  ]
}
