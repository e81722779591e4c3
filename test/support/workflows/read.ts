import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'

const stepSchema = z.object({
  uses: z.string().optional(),
  run: z.string().optional(),
  id: z.string().optional(),
  with: z.record(z.string(), z.unknown()).optional(),
})

const workflowSchema = z.object({
  on: z.object({
    schedule: z.array(z.object({ cron: z.string() })).optional(),
    workflow_dispatch: z.object({ inputs: z.record(z.string(), z.unknown()).optional() }).nullish(),
    workflow_call: z.object({ inputs: z.record(z.string(), z.unknown()).optional() }).nullish(),
  }),
  permissions: z.record(z.string(), z.string()),
  jobs: z.record(
    z.string(),
    z.object({
      'runs-on': z.string(),
      needs: z
        .union([z.string(), z.array(z.string())])
        .transform((needs) => [needs].flat())
        .default([]),
      if: z.string().optional(),
      'timeout-minutes': z.number().optional(),
      environment: z
        .object({ name: z.string(), url: z.string().optional(), deployment: z.boolean().optional() })
        .optional(),
      concurrency: z.object({ group: z.string(), 'cancel-in-progress': z.boolean() }).optional(),
      permissions: z.record(z.string(), z.string()).optional(),
      env: z.record(z.string(), z.string()).optional(),
      outputs: z.record(z.string(), z.string()).optional(),
      steps: z.array(stepSchema),
    }),
  ),
})

const actionSchema = z.object({
  inputs: z.record(z.string(), z.unknown()),
  outputs: z.record(z.string(), z.unknown()),
})

export type Workflow = z.infer<typeof workflowSchema>

export async function readWorkflow(file: string): Promise<Workflow> {
  return workflowSchema.parse(parse(await readFile(file, 'utf8')))
}

export async function readAction(file: string): Promise<z.infer<typeof actionSchema>> {
  return actionSchema.parse(parse(await readFile(file, 'utf8')))
}

export async function workflowFiles(repository: string): Promise<string[]> {
  const folder = join(repository, '.github/workflows')
  return (await readdir(folder)).map((file) => join(folder, file)).sort()
}

export async function actionFiles(repository: string): Promise<string[]> {
  const entries = await readdir(repository, { recursive: true })
  return entries
    .filter((entry) => /(^|\/)action\.yml$/.test(entry))
    .map((entry) => join(repository, entry))
    .sort()
}
