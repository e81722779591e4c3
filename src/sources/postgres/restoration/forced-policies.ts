import type { RestoreAccess } from '../restore/access.ts'
import type { ArchivePlan } from '../restore/archive-plan.ts'
import { qualifiedName } from '../session.ts'

export interface ForcedPolicies {
  lift: () => Promise<void>
  impose: () => Promise<void>
}

/**
 * Policies that bind a table's owner too stop a restoring role without BYPASSRLS from validating foreign keys and from
 * reading the rows back. What is restored is nobody else's yet, so they bind the owner only when that is done.
 */
export function forcedPolicies(
  access: RestoreAccess,
  plan: ArchivePlan,
  excluded: ReadonlySet<number>,
): ForcedPolicies {
  const forced = plan.toc.entries.filter(
    (entry) =>
      entry.description === 'TABLE' &&
      !excluded.has(entry.dumpId) &&
      / FORCE ROW LEVEL SECURITY;/.test(entry.definition),
  )
  const force = async (word: 'force' | 'no force') => {
    if (forced.length === 0) return
    await using session = await access.open()
    for (const { schema, tag } of forced) {
      const sql = `alter table only ${qualifiedName(schema, tag)} ${word} row level security`
      await session.query('restoring tables under policies', sql)
    }
  }
  return { lift: () => force('no force'), impose: () => force('force') }
}
