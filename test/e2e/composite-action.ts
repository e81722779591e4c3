import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { type ActionOptions, type ActionRun, repository, runBuiltAction } from './built-action.ts'

export interface CompositeOptions extends ActionOptions {
  /** The job's own token, which `github.token` gives. */
  token: string
}

export interface CompositeRun {
  outcome: 'success' | 'failure'
  /** What `steps.<id>.outputs` of the workflow is afterwards. */
  outputs: Record<string, string>
  /** What ran, by the step's id, in its order. A step that was left out is not there. */
  steps: Record<string, ActionRun>
  /** What came at the end of the job, by the step's id, the last first. */
  posts: Record<string, ActionRun>
}

const compositeSchema = z.strictObject({
  name: z.string(),
  description: z.string(),
  author: z.string(),
  branding: z.unknown(),
  inputs: z.record(z.string(), z.object({ default: z.string().optional() })),
  outputs: z.record(z.string(), z.object({ value: z.string() })),
  runs: z.strictObject({
    using: z.literal('composite'),
    // What is not listed here would be left out unseen, and the test would try something else than the runner does.
    steps: z.array(
      z.strictObject({
        name: z.string(),
        id: z.string(),
        if: z.enum(['success()', 'always()']).default('success()'),
        uses: z.string().startsWith('$/actions/'),
        with: z.record(z.string(), z.string()),
      }),
    ),
  }),
})
const partSchema = z.object({
  runs: z.object({ post: z.string().optional(), 'post-if': z.string().optional() }),
})

type Contexts = { inputs: Record<string, string>; steps: Record<string, ActionRun>; token: string }

/** Expands a composite action from its action.yml and runs its steps, and what they have for the end of the job, as the runner does. */
export async function runComposite(name: string, options: CompositeOptions): Promise<CompositeRun> {
  const { token, ...job } = options
  const action = compositeSchema.parse(await yamlOf(name))
  for (const given of Object.keys(job.inputs))
    if (!(given in action.inputs)) throw new Error(`${name} has no input ${given}`)
  const contexts: Contexts = { inputs: {}, steps: {}, token }
  for (const [input, { default: initial = '' }] of Object.entries(action.inputs))
    contexts.inputs[input] = job.inputs[input] ?? expand(initial, contexts)

  let outcome: CompositeRun['outcome'] = 'success'
  const ends: { id: string; run: () => Promise<ActionRun> }[] = []
  for (const step of action.runs.steps) {
    if (step.if === 'success()' && outcome !== 'success') continue
    const part = step.uses.slice('$/actions/'.length)
    const inputs = Object.fromEntries(
      Object.entries(step.with).map(([key, text]) => [key, expand(text, contexts)]),
    )
    const run = await runBuiltAction(part, { ...job, inputs })
    contexts.steps[step.id] = run
    if (run.code !== 0) outcome = 'failure'
    const { runs } = partSchema.parse(await yamlOf(part))
    if (runs.post === undefined) continue
    if ((runs['post-if'] ?? 'always()') !== 'always()') throw new Error(`${part}: unknown post-if`)
    const post = { ...job, inputs, stage: 'post', state: run.state } as const
    ends.unshift({ id: step.id, run: () => runBuiltAction(part, post) })
  }
  const outputs = Object.fromEntries(
    Object.entries(action.outputs).map(([output, { value }]) => [output, expand(value, contexts)]),
  )
  const posts: CompositeRun['posts'] = {}
  for (const { id, run } of ends) posts[id] = await run()
  return { outcome, outputs, steps: contexts.steps, posts }
}

async function yamlOf(action: string): Promise<unknown> {
  return parse(await readFile(join(repository, 'actions', action, 'action.yml'), 'utf8'))
}

/** The expressions that our composite actions use, and no others. What is not there is empty, as with the runner. */
function expand(text: string, { inputs, steps, token }: Contexts): string {
  return text.replaceAll(/\$\{\{ (.+?) \}\}/g, (_whole, expression: string) => {
    const [, input] = /^inputs\.([\w-]+)$/.exec(expression) ?? []
    if (input !== undefined) return inputs[input] ?? ''
    const [, step = '', output = ''] = /^steps\.([\w-]+)\.outputs\.([\w-]+)$/.exec(expression) ?? []
    if (step !== '') return steps[step]?.outputs[output] ?? ''
    const [, all] = /^toJSON\(steps\.([\w-]+)\.outputs\)$/.exec(expression) ?? []
    if (all !== undefined) return JSON.stringify(steps[all]?.outputs ?? null, null, 2)
    if (expression === 'github.token') return token
    throw new Error(`the expression ${expression} is not known here`)
  })
}
