import { Failure } from '../../../domain/failure.ts'
import type { Restoration } from '../../../ports/restoration.ts'
import { quoteIdentifier } from '../session.ts'
import { restoreBeside, type BesideContext } from './beside.ts'
import { inspectBeside } from './inspection.ts'
import { holdNames } from './lock.ts'
import { workingName } from './names.ts'
import { openDoor, publicUrl } from './place.ts'
import { giveAway } from './properties.ts'
import { lookUpName } from './working-database.ts'
import { readToc } from '../restore/read-archive.ts'

/** A new database beside all others. It has a working name until it is whole and proven. */
export function openSideBySide(
  base: Pick<BesideContext, 'record' | 'config' | 'request' | 'context' | 'place'>,
): Restoration {
  const { place, request } = base
  const working = workingName(place.database, request.backupId)
  return {
    inspect: (signal) => inspectBeside(base, working, signal),
    async restore(run) {
      await using door = await openDoor(place, run.signal)
      await holdNames(door, [place.database, working])
      if ((await lookUpName(door, place.database, request.backupId)) !== 'free') throw taken(place.database)
      const result = await restoreBeside({ ...base, door, working, run })
      const toc = await readToc(base.record, run.artifacts, run.signal)
      const doing = 'naming the restored database'
      await door.query(doing, 'begin')
      const refused = await giveAway(
        door,
        toc,
        working,
        `restored by Lifeboat from backup ${request.backupId}`,
      )
      await door.query(
        doing,
        `alter database ${quoteIdentifier(working)} rename to ${quoteIdentifier(place.database)}`,
      )
      await door.query(doing, 'commit')
      return {
        ...result,
        database: place.database,
        place: publicUrl(place.address, place.database),
        left: [
          ...result.left,
          ...(refused.length === 0
            ? []
            : [{ text: 'the database belongs to the role that restored it', subjects: refused }]),
        ],
      }
    },
    exchange: () => {
      throw new Failure('bug', 'a restore side by side replaces nothing')
    },
    async [Symbol.asyncDispose]() {},
  }
}

function taken(name: string): Failure {
  return new Failure('refused', 'a database of that name exists already', {
    hint: 'Give another name as target, or drop that database if it is no longer needed.',
    subjects: [name],
  })
}
