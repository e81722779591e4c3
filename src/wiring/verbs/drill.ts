import { z } from 'zod'
import { scenarioNames } from '../../domain/environment/drills-schema.ts'
import {
  boolean,
  config,
  environment,
  flag,
  identityInputs,
  sharedInputs,
  signingInputs,
} from '../input-fields.ts'
import { actionVerb, verb } from '../verb.ts'

const drillInputs = z.object({
  ...sharedInputs,
  scenario: z
    .enum(scenarioNames)
    .optional()
    .describe('The failure that is rehearsed. Default: those of the environment file, one after the other.'),
  'dry-run': boolean.describe('Says what would be done, and starts nothing.').meta(flag),
  ...identityInputs,
  ...signingInputs,
})
export type DrillVerbInput = z.output<typeof drillInputs>

export const drillVerb = actionVerb({
  name: 'drill',
  summary: 'Rehearse a real failure on a double of the environment, and measure the recovery',
  description:
    'Builds a double of the environment in a throwaway laboratory, from its newest backup that no restore test has shown ' +
    'to be bad, lets a small application write to it, brings the failure about, notices it, recovers by the same operations that a real recovery uses, and compares ' +
    'the data. Measures the time to detect, the time to recover and the acknowledged writes that were lost. The database ' +
    'of the environment is never reached; its stores are read, and take the event of the ledger.',
  examples: [
    {
      text: 'What would be done',
      command: 'lifeboat drill --environment production --scenario region-failure --dry-run',
    },
    {
      text: 'The primary loses its machine',
      command:
        'lifeboat drill --environment production --scenario single-server-failure --identity-file verify-identity.txt --signing-key-file verify-signing-key.txt',
    },
  ],
  inputs: drillInputs,
  outputs: {
    rto: 'Seconds from the failure to service, of the slowest scenario; empty when it was not recovered from.',
    rpo: 'Age in seconds of the oldest acknowledged write that was lost, of the worst scenario; empty when it could not be told.',
  },
  action: { folder: 'drill', title: 'Lifeboat drill', icon: 'alert-triangle', startsServers: true },
  load: async () => (await import('../run-drill.ts')).runDrill,
})

const drillListInputs = z.object({ environment, config })
export type DrillListInput = z.output<typeof drillListInputs>

export const drillListVerb = verb({
  name: 'drill list',
  summary: 'List the failures that can be rehearsed, and which apply to an environment',
  description: 'Says of each scenario what happens in it, whether it applies, and why not. Reaches nothing.',
  examples: [{ text: 'All scenarios', command: 'lifeboat drill list --environment production' }],
  inputs: drillListInputs,
  load: async () => (await import('../run-drill.ts')).runDrillList,
})

const drillReportInputs = z.object({
  environment,
  config,
  last: z
    .string()
    .regex(/^[1-9]\d{0,3}$/, { error: 'accepted: a whole number from 1 to 9999' })
    .default('10')
    .transform(Number)
    .describe('How many drills are shown, the newest first.'),
})
export type DrillReportInput = z.output<typeof drillReportInputs>

export const drillReportVerb = verb({
  name: 'drill report',
  summary: 'Show what the last drills measured',
  description:
    'Reads the events of drills from the ledger in the stores; those whose signature does not hold are left out, and said to be.',
  examples: [{ text: 'The last five', command: 'lifeboat drill report --environment production --last 5' }],
  inputs: drillReportInputs,
  load: async () => (await import('../run-drill.ts')).runDrillReport,
})

export const drillCleanVerb = verb({
  name: 'drill clean',
  summary: 'Stop and remove what a killed drill left on this machine',
  description:
    'Ends the servers of drills and verifications whose run has died, and removes their data. What belongs to a run that is ' +
    'alive is left alone. The next drill does the same first; so does the step at the end of a job.',
  examples: [{ text: 'After a machine was short of memory', command: 'lifeboat drill clean' }],
  inputs: z.object({}),
  load: async () => (await import('../run-drill.ts')).runDrillClean,
})
