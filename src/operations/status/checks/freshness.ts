import { judgeObjective, type ObjectiveResult } from '../../../domain/objectives.ts'
import { counted, formatDuration } from '../../../domain/units.ts'
import { ageOfData, ageOfSource } from '../data-age.ts'
import type { Finding } from '../finding.ts'
import { believed, condemnedText, exceptFor, restorable, type View } from '../view.ts'

const noBackup = 'Make a backup now, and find out why none is made.'

/** How old the newest backup is, and the data of each source in it. */
export function checkFreshness(view: View): { findings: Finding[]; rpo: ObjectiveResult | null } {
  const { environment, history } = view
  const sources = environment.sources.map(({ name }) => dataOf(name, view))
  const target = environment.objectives.rpo
  const age = ageOfData(view)
  const rpo =
    target === undefined || age === null
      ? null
      : judgeObjective('RPO', target, age, 'age of the newest data in the stores, by signed manifests')
  return { findings: [newestBackup(view), ...sources, clock(history)], rpo }
}

function newestBackup(view: View): Finding {
  const { history, environment, now } = view
  const base = { name: 'newest backup', weight: 'grave' } as const
  const [newest] = restorable(history)
  const newer = believed(history).filter(({ id }) => newest === undefined || id > newest.id)
  const hollow = newer.filter(({ id }) => !history.condemned.has(id)).length
  const condemned = condemnedText(history, (id) => newest === undefined || id > newest.id)
  if (newest === undefined) {
    const detail =
      history.known.length === 0
        ? 'there is no backup'
        : newer.length === 0
          ? `none of ${counted(history.known.length, 'backup')} can be believed`
          : condemned === ''
            ? `of ${counted(history.known.length, 'backup')} no store holds one whole that can be believed`
            : `of ${counted(history.known.length, 'backup')} none can be relied on`
    return {
      ...base,
      level: 'critical',
      failure: history.known.length === 0 ? 'missing' : 'integrity',
      detail: `${detail}${condemned === '' ? '' : `: ${condemned}`}${exceptFor(history)}`,
      hint: noBackup,
    }
  }
  const age = Math.max(0, now - newest.at)
  const passedOver = [
    ...(hollow === 0 ? [] : [`no store holds ${counted(hollow, 'newer one')} whole`]),
    ...(condemned === '' ? [] : [condemned]),
  ]
  const text = `${newest.id}, ${formatDuration(age)} old${passedOver.length === 0 ? '' : ` (${passedOver.join('; ')})`}`
  const { backupEvery } = environment.objectives
  if (backupEvery === undefined)
    return { ...base, level: 'ok', detail: `${text}; no backup-every is promised` }
  const hint = 'Look at the last runs of what makes backups here; make one by hand meanwhile.'
  const limit = backupEvery + view.watch.tolerance
  if (age <= limit) {
    return { ...base, level: 'ok', detail: `${text}; one is due every ${formatDuration(backupEvery)}` }
  }
  const isCritical = age > 2 * backupEvery + view.watch.tolerance
  return {
    ...base,
    level: isCritical ? 'critical' : 'warning',
    detail: `${text}, though one is due every ${formatDuration(backupEvery)}${exceptFor(history)}`,
    hint,
  }
}

function dataOf(name: string, view: View): Finding {
  const { history, environment } = view
  const base = { name: `data of ${name}`, weight: 'grave' } as const
  const { backup, age } = ageOfSource(name, view)
  if (backup === null) {
    return {
      ...base,
      level: 'critical',
      failure: 'missing',
      ...sourceless(name, history),
    }
  }
  if (age === null) {
    return {
      ...base,
      level: 'critical',
      failure: 'integrity',
      detail: `backup ${backup} says that its data is from the future: its age is not known`,
      hint: 'Set the clock of the machine that makes backups, and of the database server.',
    }
  }
  const { rpo } = environment.objectives
  const condemned = condemnedText(history, (id) => id > backup && holds(name, history, id))
  const text = `${formatDuration(age)} old, in ${backup}${condemned === '' ? '' : ` (${condemned})`}`
  if (rpo === undefined) return { ...base, level: 'ok', detail: `${text}; no RPO is promised` }
  const isMet = age <= rpo
  return {
    ...base,
    level: isMet ? 'ok' : 'critical',
    detail: `${text}; the RPO is ${formatDuration(rpo)}${isMet ? '' : exceptFor(history)}`,
    hint: 'Whatever is written now would be lost. Make a backup, then find out why the schedule made none.',
  }
}

function sourceless(name: string, history: View['history']): Pick<Finding, 'detail' | 'hint'> {
  const hollow = believed(history).filter(({ id }) => holds(name, history, id))
  const condemned = condemnedText(history, (id) => holds(name, history, id))
  if (condemned !== '') {
    return {
      detail: `no backup of this source can be relied on: ${condemned}${exceptFor(history)}`,
      hint: 'Make a backup now, and prove it by verify.',
    }
  }
  if (hollow.length === 0) {
    return {
      detail: `no backup holds this source${exceptFor(history)}`,
      hint:
        believed(history).length === 0
          ? noBackup
          : 'Make a backup: the newest one was made before the source stood in the environment file.',
    }
  }
  return {
    detail: `no store holds one of ${counted(hollow.length, 'backup')} of this source whole${exceptFor(history)}`,
    hint: 'Make a backup, and find out who removed the artifacts: on a store with versions older ones may be there.',
  }
}

function holds(name: string, history: View['history'], id: string): boolean {
  return believed(history).some(
    (backup) => backup.id === id && backup.summary.sources.some((one) => one.name === name),
  )
}

/** A backup from the future counts for nothing; but somebody's clock is wrong, or somebody forges. */
function clock({ ahead }: View['history']): Finding {
  const count = ahead.backups.length + ahead.events.length
  return {
    name: 'clock',
    weight: 'useful',
    level: count === 0 ? 'ok' : 'warning',
    detail:
      count === 0
        ? 'nothing in the stores is from the future'
        : `${counted(count, 'record')} from the future, such as ${[...ahead.backups, ...ahead.events][0] ?? ''}: they count for nothing`,
    hint: 'Compare the clocks of the machines that run Lifeboat; find out who wrote these records.',
  }
}
