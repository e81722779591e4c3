import { z } from 'zod'
import { failureKinds } from './failure.ts'
import { parseRecord } from './manifest.ts'

/**
 * The ledger: who did what, when and why. Each event names all events that nobody had named before it, by id and digest, so
 * that none can be changed or taken out unnoticed. Times are ISO 8601 UTC. Documented in docs/format.md.
 */
export const ledgerFormat = 1

export const eventTypes = [
  'backup',
  'verification',
  'restore',
  'retention',
  'replicate',
  'repair',
  'lease-broken',
  'deploy',
  'drill',
  'validation',
  'gate-override',
  'runbook',
  'told',
] as const
export type LedgerEventType = (typeof eventTypes)[number]

const headSchema = z.object({
  id: z.string(),
  /** Digest of the event's bytes. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})
/** An event as others name it. */
export type LedgerHead = z.infer<typeof headSchema>
export const ledgerHeadsSchema = z.array(headSchema)

export const ledgerEventSchema = z.object({
  format: z.literal(ledgerFormat),
  /** As in its key. */
  id: z.string(),
  environment: z.string(),
  /** One of `eventTypes`; later versions may know more. */
  type: z.string(),
  at: z.string().refine((text) => !Number.isNaN(Date.parse(text))),
  actor: z.string().nullable(),
  reason: z.string().nullable(),
  runUrl: z.string().nullable(),
  host: z.string().nullable(),
  lifeboat: z.string(),
  backupId: z.string().nullable(),
  outcome: z.object({
    verdict: z.enum(['passed', 'degraded', 'failed']),
    failure: z
      .enum(Object.keys(failureKinds) as [keyof typeof failureKinds, ...(keyof typeof failureKinds)[]])
      .nullable(),
    /** What was wrong, as a digest that stays the same as long as the same is wrong. */
    trouble: z
      .string()
      .regex(/^[0-9a-f]{16}$/)
      .optional(),
  }),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  /** Every event that was a head when this one was written; empty for the first. */
  previous: ledgerHeadsSchema,
  /** 1 for the first, else one more than the deepest of `previous`. */
  depth: z.int().min(1),
})
export type LedgerEvent = z.infer<typeof ledgerEventSchema>

/** @throws Failure as `parseManifest` does */
export function parseLedgerEvent(text: string): LedgerEvent {
  return parseRecord(text, ledgerEventSchema, 'event of the ledger')
}

/** What the chain is made of. */
export interface ChainLink extends LedgerHead {
  previous: readonly LedgerHead[]
}

export interface ChainFindings {
  /** Events that others name, and that are nowhere. */
  missing: { id: string; namedBy: string }[]
  /** Events whose bytes are not those that another names. */
  edited: { id: string; namedBy: string }[]
  /** Events that nobody names, oldest first: more than one is a fork that no later event has joined. */
  heads: string[]
  /** Events that name no predecessor, oldest first: more than one when several runs wrote the first. */
  roots: string[]
  /** How often two runs wrote at the same time, and a later event joined both. */
  joined: number
}

/** Follows every name to its event. Ids sort by time. @param anchors events that proofs say were there */
export function checkChain(
  links: Iterable<ChainLink>,
  anchors: readonly (LedgerHead & { namedBy: string })[] = [],
): ChainFindings {
  const byId = new Map<string, ChainLink>()
  for (const link of links) byId.set(link.id, link)
  const named = new Set<string>()
  const findings: ChainFindings = { missing: [], edited: [], heads: [], roots: [], joined: 0 }
  const follow = ({ id, sha256 }: LedgerHead, namedBy: string): void => {
    const found = byId.get(id)
    if (found === undefined) findings.missing.push({ id, namedBy })
    else if (found.sha256 !== sha256) findings.edited.push({ id, namedBy })
  }
  for (const link of byId.values()) {
    if (link.previous.length === 0) findings.roots.push(link.id)
    if (link.previous.length > 1) findings.joined += 1
    for (const head of link.previous) {
      named.add(head.id)
      follow(head, link.id)
    }
  }
  for (const anchor of anchors) follow(anchor, anchor.namedBy)
  findings.heads = [...byId.keys()].filter((id) => !named.has(id)).sort()
  findings.roots.sort()
  return findings
}

/** Events that no other of these names, newest first. */
export function headsOf(links: readonly ChainLink[]): LedgerHead[] {
  const named = new Set(links.flatMap(({ previous }) => previous.map(({ id }) => id)))
  return links
    .filter(({ id }) => !named.has(id))
    .map(({ id, sha256 }) => ({ id, sha256 }))
    .sort((a, b) => (a.id < b.id ? 1 : -1))
}
