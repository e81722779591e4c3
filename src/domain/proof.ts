import { z } from 'zod'
import { failureKinds } from './failure.ts'
import { ledgerHeadsSchema } from './ledger.ts'
import { asksForData, hasReadData, rungs } from './verdict.ts'
import { parseRecord } from './manifest.ts'

/** What a restore test found, as stored beside the backup. Times are ISO 8601 UTC, spans milliseconds, sizes bytes. */
export const proofFormat = 1

/** What a restored server had of its own: `uid` a user but no network, `network` the other way round, `full` both. */
const isolations = ['full', 'uid', 'network', 'none'] as const
export type Isolation = (typeof isolations)[number]

const verdict = z.enum(['passed', 'degraded', 'failed'])

export const proofSchema = z.object({
  format: z.literal(proofFormat),
  backupId: z.string(),
  environment: z.string(),
  /** Digest of the manifest's bytes, so that a proof speaks of one manifest only. */
  manifestSha256: z.string(),
  at: z.string(),
  level: z.enum(rungs),
  verdict,
  lifeboat: z.string(),
  actor: z.string().nullable(),
  runUrl: z.string().nullable(),
  /** A time measured on a laboratory server is no real RTO; only a drill or a real restore has one. */
  rtoBasis: z.literal('laboratory'),
  isolation: z.enum(isolations),
  hardware: z.object({ cpu: z.string(), cores: z.int(), memory: z.int() }),
  /** `laboratory`: from choosing a backup to an analysed database; `estimate`: for the real target, plus allowances. */
  rto: z.object({
    target: z.number().nullable(),
    laboratory: z.number().nullable(),
    estimate: z.number().nullable(),
    met: z.boolean().nullable(),
  }),
  rpo: z.object({
    target: z.number().nullable(),
    measured: z.number().nullable(),
    met: z.boolean().nullable(),
  }),
  signed: z.boolean(),
  checks: z.array(
    z.object({
      rung: z.enum(rungs),
      name: z.string(),
      status: z.enum(['passed', 'degraded', 'failed', 'skipped']),
      detail: z.string(),
      subjects: z.array(z.string()),
      failure: z
        .enum(Object.keys(failureKinds) as [keyof typeof failureKinds, ...(keyof typeof failureKinds)[]])
        .nullable(),
      duration: z.number(),
    }),
  ),
  /** What stood at the end of the ledger when the proof was made, so that nothing up to there can be taken out of it. */
  ledgerHeads: ledgerHeadsSchema.optional(),
  tables: z.array(
    z.object({
      source: z.string(),
      name: z.string(),
      rows: z.int().nullable(),
      bytes: z.int().nullable(),
      status: z.string(),
      note: z.string().nullable(),
    }),
  ),
})
export type Proof = z.infer<typeof proofSchema>

/**
 * What every source that ran something had, so that a proof never claims a wall that one of them lacked. Sources that ran
 * nothing (null), such as trees of files, do not count; where none did, no wall was built either.
 */
export function commonIsolation(sources: readonly (Isolation | null)[]): Isolation {
  const ran = sources.filter((isolation) => isolation !== null)
  const all = (wall: Isolation) => ran.every((isolation) => isolation === 'full' || isolation === wall)
  if (ran.length === 0) return 'none'
  if (all('uid')) return all('network') ? 'full' : 'uid'
  return all('network') ? 'network' : 'none'
}

/** Names of the checks of copies: of one store's that fell short, and of those where everything lies, or is as stored. */
export const copyChecks = { oneIn: 'copy in ', listed: 'objects', sound: 'copies' }

type Found = Pick<Proof, 'verdict'> & {
  checks: readonly (Pick<Proof['checks'][number], 'name' | 'status' | 'failure'> & { rung: string })[]
}

/**
 * Whether a restore test has shown that the backup itself is bad: data that is wrong, or that no store has whole. A machine
 * that could not try it (`missing` above the rung `stored` is a program or a source), a clock that is wrong and an objective
 * that was missed say nothing of the backup. It holds until a newer test of the same backup acquits it, as after a repair.
 */
export function condemns({ verdict, checks }: Found): boolean {
  if (verdict !== 'failed') return false
  const failed = checks.filter(({ status }) => status === 'failed')
  const isOfCopy = ({ name }: { name: string }) => name.startsWith(copyChecks.oneIn)
  const hasPassed = (wanted: string) =>
    checks.some(({ name, status }) => name === wanted && status === 'passed')
  const hasWrongBytes = failed.some((check) => isOfCopy(check) && check.failure === 'integrity')
  // A copy that fell short says little where another is as it was stored.
  const isSoundSomewhere = hasPassed(copyChecks.sound) || (!hasWrongBytes && hasPassed(copyChecks.listed))
  return failed.some((check) => {
    if (isOfCopy(check)) {
      return !isSoundSomewhere && (check.failure === 'integrity' || check.failure === 'missing')
    }
    return check.failure === 'integrity' && check.rung !== 'fresh'
  })
}

type Tried = Pick<Proof, 'verdict' | 'level' | 'manifestSha256'> & {
  checks: readonly Pick<Proof['checks'][number], 'rung' | 'name' | 'status' | 'failure'>[]
}

/**
 * Whether a restore test has shown that the data came back. It may have been too late, or the data too old; but a check of
 * the user's that failed says that it is not what is wanted back.
 */
export function acquits({ level, checks }: Pick<Tried, 'level' | 'checks'>): boolean {
  const isOfAge = ({ rung, failure }: Tried['checks'][number]) => rung === 'fresh' && failure === 'objective'
  return (
    asksForData(level) &&
    hasReadData(checks) &&
    checks.every((check) => check.status !== 'failed' || isOfAge(check))
  )
}

/** What the restore tests of a backup amount to, by the one that decides. */
export type Judgement<P> = { word: 'condemned' | 'acquitted'; proof: P } | { word: 'untried'; proof: null }

const untried = { word: 'untried', proof: null } as const

/**
 * What is known of a backup: by the newest restore test that condemns or acquits it. One that could not be made says
 * nothing, and one that read no data clears no bytes, nor does it take back what an older one has shown. One that read data
 * which a check of the user's refused does take it back.
 * @param proofs of one backup that can be believed, newest first; no more is taken than decides
 * @param manifestSha256 of the manifest that lies there now: data that came back of another acquits nothing
 */
export async function judgementOf<P extends Tried>(
  proofs: AsyncIterable<P>,
  manifestSha256: string,
): Promise<Judgement<P>> {
  let isDoubted = false
  for await (const proof of proofs) {
    if (condemns(proof)) return { word: 'condemned', proof }
    if (proof.manifestSha256 !== manifestSha256) continue
    if (acquits(proof)) return isDoubted ? untried : { word: 'acquitted', proof }
    isDoubted ||= proof.checks.some(({ rung, status }) => rung === 'useful' && status === 'failed')
  }
  return untried
}

/** @throws Failure as `parseManifest` does */
export function parseProof(text: string): Proof {
  return parseRecord(text, proofSchema, 'proof')
}
