import { z } from 'zod'
import { parseSize, sizeForm } from '../units.ts'
import { duration, nameSchema, positiveInteger } from './fields.ts'
import { wordings } from './wording.ts'

/** The failures that can be rehearsed, in the order in which they are told. */
export const scenarioNames = [
  'single-server-failure',
  'database-corruption',
  'network-partition',
  'data-deletion',
  'region-failure',
  'store-failure',
  'newest-backup-corrupt',
  'wrong-key',
  'interrupted-backup',
  'retention-attack',
  'break-glass',
  'redis-failure',
  'files-lost',
] as const
export type ScenarioName = (typeof scenarioNames)[number]

const scenarioName = z.enum(scenarioNames)

const scenarioObjectives = z.strictObject({
  scenario: scenarioName.describe('Which one.'),
  rto: duration.optional().describe("From the failure to service. Default: the environment's rto."),
  rpo: duration
    .optional()
    .describe("Age of the oldest acknowledged write that may be lost. Default: the environment's rpo."),
  detect: duration
    .optional()
    .describe("How long noticing the failure may take. Default: the environment's detection."),
})

/** `drills:` which failures are rehearsed, and their objectives. */
export const drillsSchema = z.strictObject({
  scenarios: z
    .array(scenarioName)
    .min(1)
    .optional()
    .describe(
      'What is rehearsed when no scenario is asked for, one after the other. Default: all that apply.',
    ),
  source: nameSchema
    .optional()
    .describe('The PostgreSQL source that the double is made of. Default: the first one.'),
  objectives: z
    .array(scenarioObjectives)
    .default([])
    .describe('What single scenarios must keep. Default: the objectives of the environment.'),
  replication: z
    .enum(['asynchronous', 'synchronous'])
    .default('asynchronous')
    .describe(
      'How the primary of the environment treats its standby: "synchronous" acknowledges a write only when the standby has it.',
    ),
  'write-rate': positiveInteger
    .max(1_000)
    .default(50)
    .describe('Writes a second that the workload of a drill tries.'),
  'compare-up-to': z
    .string()
    .refine((text) => parseSize(text) !== null, { error: `accepted: ${sizeForm}` })
    .register(wordings, { type: 'size', accepted: sizeForm })
    .transform((text) => parseSize(text) ?? 0)
    .optional()
    .describe(
      'Tables up to this size are compared row by row by the drill itself, larger ones by their count. Default: 256MiB; a drill with larger tables is then degraded, until a size is chosen here.',
    ),
})
