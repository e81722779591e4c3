import type { RunReport } from './run-report.ts'

interface Said {
  environment: string
  confirm: string | null
  reason: string | null
}

/**
 * Says in the report of a dry run what a person has yet to say.
 * @param missing in words; empty when all is said
 * @param act what the run itself would do, in the words of "to …"
 * @returns how to run it again, not as a dry run
 */
export function tellMissingConsent(
  missing: readonly string[],
  { environment, confirm, reason }: Said,
  act: string,
  run: Pick<RunReport, 'notice' | 'missingConsent'>,
): string {
  for (const text of missing) run.notice('warning', `it would be refused: ${text}`)
  run.missingConsent = missing
  if (missing.length === 0) return `Run it again, not as a dry run, to ${act}.`
  const wanted = [
    ...(confirm === environment ? [] : [{ option: `--confirm ${environment}`, input: 'confirm' }]),
    ...((reason ?? '').trim() === '' ? [{ option: '--reason "…"', input: 'reason' }] : []),
  ]
  const options = wanted.map(({ option }) => option).join(' ')
  const inputs = wanted.map(({ input }) => input).join(' and ')
  return `Run it again, not as a dry run, with \`${options}\` to ${act}; in a job with the input${wanted.length === 1 ? '' : 's'} ${inputs}.`
}
