import type { RestoreInspection } from '../../../ports/restoration.ts'
import type { Finding } from '../../../ports/source.ts'
import { readServerFacts } from '../inventory.ts'
import type { BesideContext } from './beside.ts'
import { openDoor, publicUrl } from './place.ts'
import { lookUpName } from './working-database.ts'

export async function inspectBeside(
  base: Pick<BesideContext, 'record' | 'config' | 'request' | 'context' | 'place'>,
  working: string,
  signal: AbortSignal,
): Promise<RestoreInspection> {
  const { record, place, request } = base
  void working
  const findings: Finding[] = []
  await using door = await openDoor(place, signal)
  const facts = await readServerFacts(door)
  if (facts.major < record.restorableInto) {
    findings.push({
      level: 'refuse',
      failure: 'config',
      text: `the server is PostgreSQL ${facts.version}; this backup can be restored into ${record.restorableInto} or newer`,
      hint: 'Restore into a newer server: give its URL as target.',
    })
  }
  if ((await lookUpName(door, place.database, request.backupId)) !== 'free') {
    findings.push({
      level: 'refuse',
      failure: 'refused',
      text: 'a database of that name exists already',
      hint: 'Give another name as target, or drop that database if it is no longer needed.',
      subjects: [place.database],
    })
  }
  return {
    findings,
    present: 'there',
    place: publicUrl(place.address, place.database),
    keptAs: null,
    steps: [],
    diskNeeded: record.databaseSize,
    diskFree: null,
    facts: [],
  }
}
