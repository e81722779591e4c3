import { randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Failure } from '../domain/failure.ts'
import type { Report } from '../domain/report.ts'
import { aspectOf } from '../domain/validation-score.ts'
import type { Host } from './host.ts'
import { reported } from './reported.ts'
import type { Outcome } from './verb.ts'
import type { ValidateVerbInput } from './verbs/validate.ts'

export async function runValidate(input: ValidateVerbInput, host: Host): Promise<Outcome> {
  const result = await reported('validate', input, host, async (environment) => {
    const [{ openPorts }, { openValidation }, { validate }] = await Promise.all([
      import('./open-ports.ts'),
      import('./open-validation.ts'),
      import('../operations/validate/validate.ts'),
    ])
    await using ports = await openPorts(environment, {
      host,
      role: 'retention', // reads, and signs an event of the ledger
      reason: input.reason,
      signingKeyFile: input['signing-key-file'],
      signingRoles: ['deploy'],
    })
    using validation = await openValidation(environment, ports, host)
    return await validate(
      environment,
      {
        categories: input.categories?.map((category) => aspectOf[category]) ?? null,
        depth: input.depth,
        version: input.version ?? null,
        requireProofWithin: input['require-proof-within'] ?? null,
      },
      validation,
    )
  })
  const score = 'score' in result ? result.score : null
  return {
    report: result.report,
    outputs: {
      score: score === null ? '' : String(score),
      junit: await writeJunit(result.report, input.junit, host),
    },
  }
}

/** @returns the path; empty when nobody asked for the file. @throws Failure `config` when it cannot be written */
async function writeJunit(report: Report, given: string | undefined, host: Host): Promise<string> {
  // A terminal writes no files that were not asked for; a job's are thrown away with it.
  const isJob = host.openIssues !== null
  const file = given ?? (isJob ? join(host.temporaryFolder, `lifeboat-validate-${randomUUID()}.xml`) : '')
  if (file === '') return ''
  const { renderJunit } = await import('../reports/junit.ts')
  await writeFile(file, renderJunit(report), { mode: 0o600 }).catch((cause: unknown) => {
    throw new Failure('config', `the JUnit file ${file} cannot be written`, { cause })
  })
  return file
}
