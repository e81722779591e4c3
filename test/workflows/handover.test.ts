import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { initInto } from '../support/workflows/adopted.ts'
import { readAction, readWorkflow, type Workflow, workflowFiles } from '../support/workflows/read.ts'

const root = join(import.meta.dirname, '../..')

type Job = Workflow['jobs'][string]
interface Place {
  place: string
  id: string
  job: Job
  workflow: Workflow
}

let adopted = ''
let places: Place[] = []
const actions = new Map<string, { inputs: string[]; outputs: string[] }>()

beforeAll(async () => {
  adopted = await mkdtemp(join(tmpdir(), 'lifeboat-handover-'))
  const s3 = { store: 's3', bucket: 'backups' }
  await initInto(adopted, { environment: 'keys', ...s3, 'pull-requests': 'true' })
  await initInto(adopted, { environment: 'oidc', ...s3, credentials: 'oidc' })
  for (const repository of [root, adopted]) {
    for (const file of await workflowFiles(repository)) {
      const workflow = await readWorkflow(file)
      for (const [id, job] of Object.entries(workflow.jobs))
        places.push({ place: `${relative(repository, file)} ${id}`, id, job, workflow })
    }
  }
  for (const name of new Set(
    places.flatMap(({ job }) => job.steps.flatMap((step) => ownAction(step.uses))),
  )) {
    const { inputs, outputs } = await readAction(join(root, 'actions', name, 'action.yml'))
    actions.set(name, { inputs: Object.keys(inputs), outputs: Object.keys(outputs) })
  }
})
afterAll(() => rm(adopted, { recursive: true, force: true }))

/** The folder under `actions/`, when it is one of ours. */
function ownAction(uses = ''): string[] {
  const [, name] = /(?:^|\/)actions\/([\w-]+)(?:@|$)/.exec(uses.startsWith('actions/') ? '' : uses) ?? []
  return name === undefined ? [] : [name]
}

/** What stands behind `context.` in expressions: of `needs.gate.result`, with `needs`, it is `gate.result`. */
function references(value: unknown, context: string): string[] {
  const text = JSON.stringify(value) ?? ''
  return [...text.matchAll(new RegExp(`(?<![\\w.'-])${context}\\.([\\w-]+(?:\\.[\\w-]+)*)`, 'g'))].map(
    ([, path = '']) => path,
  )
}

/** Every job that this one comes after, at whatever distance. */
function before({ jobs }: Workflow, id: string): string[] {
  const direct = jobs[id]?.needs ?? []
  return [...new Set(direct.flatMap((name) => [name, ...before({ jobs } as Workflow, name)]))]
}

describe('every workflow, ours and those that init writes,', () => {
  it('takes from a job before only what that job declares', () => {
    const wrong: string[] = []
    let seen = 0
    for (const { place, job, workflow } of places) {
      for (const name of job.needs) if (!(name in workflow.jobs)) wrong.push(`${place} needs ${name}`)
      for (const path of references(job, 'needs')) {
        seen += 1
        const [name = '', part = '', output = ''] = path.split('.')
        const outputs = Object.keys(workflow.jobs[name]?.outputs ?? {})
        const isThere = part === 'result' || (part === 'outputs' && outputs.includes(output))
        if (!job.needs.includes(name) || !isThere) wrong.push(`${place}: needs.${path}`)
      }
    }
    expect(seen).toBeGreaterThan(8)
    expect(wrong).toEqual([])
  })

  it('takes from a step only what its action has', () => {
    const wrong: string[] = []
    let seen = 0
    for (const { place, job } of places) {
      for (const path of references(job, 'steps')) {
        const [id = '', part = '', output = ''] = path.split('.')
        const step = job.steps.find((one) => one.id === id)
        const [name] = ownAction(step?.uses)
        if (name !== undefined) seen += 1
        const outputs = name === undefined ? null : actions.get(name)?.outputs
        const isThere = part !== 'outputs' || outputs === null || (outputs ?? []).includes(output)
        if (step === undefined || !isThere) wrong.push(`${place}: steps.${path}`)
      }
    }
    expect(seen).toBeGreaterThan(6)
    expect(wrong).toEqual([])
  })

  it('gives to our actions only inputs that they have, and takes only inputs that somebody can give', () => {
    const wrong: string[] = []
    let seen = 0
    for (const { place, job, workflow } of places) {
      for (const step of job.steps) {
        for (const name of ownAction(step.uses)) {
          seen += 1
          const known = actions.get(name)?.inputs ?? []
          for (const key of Object.keys(step.with ?? {}))
            if (!known.includes(key)) wrong.push(`${place}: ${name} has no input ${key}`)
        }
      }
      const asked = Object.keys(workflow.on.workflow_dispatch?.inputs ?? {})
      for (const input of references(job, 'inputs'))
        if (!asked.includes(input)) wrong.push(`${place}: inputs.${input}`)
    }
    expect(seen).toBeGreaterThan(30)
    expect(wrong).toEqual([])
  })

  it('says itself how a job goes on when one further back was left out, as GitHub would leave it out too', () => {
    const exposed = places.filter(({ id, job, workflow }) =>
      before(workflow, id).some((name) => !job.needs.includes(name) && workflow.jobs[name]?.if !== undefined),
    )
    expect(exposed.map(({ id }) => id)).toEqual(expect.arrayContaining(['backup-after', 'verify']))
    const silent = exposed.filter(({ job }) => !/\b(always|cancelled|failure|success)\(\)/.test(job.if ?? ''))
    expect(silent.map(({ place }) => place)).toEqual([])
  })
})

describe('the jobs of a deployment', () => {
  const jobOf = (id: string) =>
    places.find(({ place }) => place === `.github/workflows/lifeboat-keys-deploy.yml ${id}`)?.job

  it('hand on the backup to go back to, and the one to prove', () => {
    const given = (id: string) => jobOf(id)?.steps.find((step) => step.id === 'lifeboat')?.with ?? {}
    expect(given('deploy')['backup']).toBe('${{ needs.backup.outputs.backup-id }}')
    expect(given('verify')['backup']).toBe('${{ needs.backup-after.outputs.backup-id }}')
    for (const id of ['backup', 'backup-after'])
      expect(jobOf(id)?.outputs).toEqual({ 'backup-id': '${{ steps.lifeboat.outputs.backup-id }}' })
    expect(jobOf('deploy')?.environment).toMatchObject({ url: '${{ steps.lifeboat.outputs.url }}' })
  })

  it.each([
    ['all goes well', {}, ['gate', 'backup', 'deploy', 'backup-after', 'verify']],
    [
      'the gate is overridden',
      { inputs: { override: 'mends the leak' } },
      ['backup', 'deploy', 'backup-after', 'verify'],
    ],
    ['it is a rollback', { inputs: { rollback: 'now' }, state: 'rolled-back' }, ['deploy']],
    ['it is a dry run', { inputs: { 'dry-run': true }, state: '' }, ['gate', 'deploy']],
    ['the gate is closed', { results: { gate: 'failure' } }, ['gate']],
    ['the gate ran out of time', { results: { gate: 'cancelled' } }, ['gate']],
    ['there is no backup', { results: { backup: 'failure' } }, ['gate', 'backup']],
    [
      'it was taken back',
      { results: { deploy: 'failure' }, state: 'rolled-back' },
      ['gate', 'backup', 'deploy'],
    ],
    [
      'there is no backup after it',
      { results: { 'backup-after': 'failure' } },
      ['gate', 'backup', 'deploy', 'backup-after'],
    ],
  ] as const)('are these when %s', (_when, run, expected) => {
    expect(jobsThatRun(run)).toEqual(expected)
  })

  interface Run {
    inputs?: Readonly<Record<string, string | boolean>>
    /** How jobs end that do not succeed. */
    results?: Readonly<Record<string, string>>
    state?: string
  }

  /** Which jobs GitHub starts, by their own conditions. Only the expressions that stand in this workflow are understood. */
  function jobsThatRun({ inputs = {}, results = {}, state = 'stands' }: Run): string[] {
    const ended: Record<string, string> = {}
    const given: Record<string, string | boolean> = {
      override: '',
      rollback: 'auto',
      'dry-run': false,
      ...inputs,
    }
    const value = (word: string): string | boolean => {
      const text = /^'(.*)'$/.exec(word)?.[1]
      if (text !== undefined) return text
      if (word.startsWith('inputs.')) return given[word.slice('inputs.'.length)] ?? 'not given'
      if (word === 'needs.deploy.outputs.state') return ended['deploy'] === 'skipped' ? '' : state
      const [, need = ''] = /^needs\.([\w-]+)\.result$/.exec(word) ?? []
      return ended[need] ?? unknown(word)
    }
    const holds = (term: string): boolean => {
      if (term === '(!cancelled())') return true
      const [, list, word] = /^contains\(fromJSON\('(.+)'\), (\S+)\)$/.exec(term) ?? []
      if (list !== undefined && word !== undefined)
        return (JSON.parse(list) as unknown[]).includes(value(word))
      const [, left, operator, right] = /^(\S+) (==|!=) (\S+)$/.exec(term) ?? []
      if (left !== undefined && right !== undefined)
        return (value(left) === value(right)) === (operator === '==')
      return term.startsWith('!') ? value(term.slice(1)) === false : unknown(term)
    }
    const workflow = places.find(({ job }) => job === jobOf('deploy'))?.workflow
    for (const [id, job] of Object.entries(workflow?.jobs ?? {})) {
      const condition = job.if ?? ''
      const asksHowItGoes = /\b(always|cancelled|failure|success)\(\)/.test(condition)
      const allWell = before(workflow ?? unknown(id), id).every((name) => ended[name] === 'success')
      const runs =
        (asksHowItGoes || allWell) && condition.split(' && ').every((term) => term === '' || holds(term))
      ended[id] = runs ? (results[id] ?? 'success') : 'skipped'
    }
    return Object.keys(ended).filter((id) => ended[id] !== 'skipped')
  }

  function unknown(text: string): never {
    throw new Error(`${text} is not understood here`)
  }
})
