import { z } from 'zod'
import { durationForm } from '../../domain/units.ts'
import { boolean, config, duration, environments, flag, path } from '../input-fields.ts'
import { verb } from '../verb.ts'

export const metricsInputs = z.object({
  environment: environments,
  config: config.describe('Path of the environment file, when it stands elsewhere; with one environment.'),
  file: path
    .refine((file) => file.endsWith('.prom'), { error: 'accepted: a name that ends in .prom' })
    .optional()
    .describe(
      'File that the figures are written to, in one step: for the textfile collector of the node exporter, which reads names that end in `.prom` alone.',
    ),
  push: boolean
    .describe('Sends the figures to the Pushgateway that the environment file names under `metrics`.')
    .meta(flag),
  window: duration
    .refine((span) => span > 0, { error: `accepted: ${durationForm}` })
    .prefault('35d')
    .describe('How far back runs are counted.'),
})
export type MetricsInput = z.output<typeof metricsInputs>

export const metricsVerb = verb({
  name: 'metrics',
  summary: 'Figures for Prometheus, from the records in the stores',
  description:
    'Reads manifests, proofs and ledger from all stores, and gives age, size and duration of backups, RPO and RTO with ' +
    'their targets, proofs, drills, copies per store, and how runs ended, in the text format of Prometheus. Without ' +
    '`--file` and `--push` they are printed to standard output. Needs no identity.',
  examples: [
    { text: 'Look at them', command: 'lifeboat metrics --environment production' },
    {
      text: 'For the node exporter, every few minutes by cron',
      command:
        'lifeboat metrics --environment production,staging --file /var/lib/node_exporter/lifeboat.prom',
    },
    { text: 'To a Pushgateway', command: 'lifeboat metrics --environment production --push' },
  ],
  inputs: metricsInputs,
  load: async () => (await import('../run-metrics.ts')).runMetrics,
})
