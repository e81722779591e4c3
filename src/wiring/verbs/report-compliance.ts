import { z } from 'zod'
import { config, environment, path, words } from '../input-fields.ts'
import { verb } from '../verb.ts'

const moment = words
  .refine((text) => parseMoment(text) !== null, {
    error: 'accepted: a date such as 2026-11-01, or a time such as 2026-11-01T12:00:00Z',
  })
  .transform((text) => parseMoment(text) ?? 0)

/** A date means its beginning in UTC. */
function parseMoment(text: string): number | null {
  const isMoment = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/.test(text)
  const at = isMoment ? Date.parse(text) : NaN
  return Number.isNaN(at) ? null : at
}

export const reportComplianceInputs = z.object({
  environment,
  config,
  from: moment.optional().describe('Beginning of the period, in UTC. Default: 30 days before its end.'),
  to: moment.optional().describe('Its end; the day itself does not belong to it. Default: now.'),
  format: z
    .enum(['markdown', 'html'])
    .optional()
    .describe("`markdown` or `html`. Default: by the file's name, else `markdown`."),
  file: path
    .optional()
    .describe('File that the report is written to. Default: it is printed to standard output.'),
})
export type ReportComplianceInput = z.output<typeof reportComplianceInputs>

export const reportCompliance = verb({
  name: 'report compliance',
  summary: 'Everything that was done in a period, from signed records, for an auditor',
  description:
    'Lists every backup, restore test, drill, restore, deployment and override of a period with who, when and why, the ' +
    'share of runs that succeeded, how far RPO and RTO were kept, and the check of the whole ledger. It rests on what the ' +
    'stores hold alone, and says what it cannot know. As Markdown, or as one HTML file that loads nothing.',
  examples: [
    {
      text: 'The last quarter, to keep',
      command:
        'lifeboat report compliance --environment production --from 2026-07-01 --to 2026-10-01 --file 2026-q3.html',
    },
    {
      text: 'The last 30 days, for a program',
      command: 'lifeboat report compliance --environment production --json',
    },
  ],
  inputs: reportComplianceInputs,
  load: async () => (await import('../run-report-compliance.ts')).runReportCompliance,
})
