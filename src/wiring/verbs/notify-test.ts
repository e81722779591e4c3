import { z } from 'zod'
import { nameSchema } from '../../domain/environment/schema.ts'
import { config, environment } from '../input-fields.ts'
import { verb } from '../verb.ts'

export const notifyTestInputs = z.object({
  environment,
  config,
  channel: nameSchema.optional().describe('Only the channel of this name. Default: all of the environment.'),
})
export type NotifyTestInput = z.output<typeof notifyTestInputs>

export const notifyTest = verb({
  name: 'notify test',
  summary: 'Send a test to every channel of an environment, and say what each answered',
  description:
    'Sends a message that is clearly marked as a test to each channel under `notifications`, whatever its routing, and ' +
    'says which took it. A pager is triggered and resolved at once. Issues and the heartbeat are left alone: an issue ' +
    'needs the token of a job, and a ping would count as a good run.',
  examples: [
    { text: 'All channels', command: 'lifeboat notify test --environment production' },
    { text: 'One of them', command: 'lifeboat notify test --environment production --channel pager' },
  ],
  inputs: notifyTestInputs,
  load: async () => (await import('../run-notify-test.ts')).runNotifyTest,
})
