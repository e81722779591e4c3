/**
 * What to do when no store has a sound copy of an object of a backup, nor an older version of it.
 * @param silent names of stores that did not answer, and may have one
 */
export function whenLost(environment: string, silent: readonly string[]): string {
  const make = `make a new backup now, with \`lifeboat backup --environment ${environment}\``
  return silent.length === 0
    ? `There is no sound copy of this backup: ${make}.`
    : `No store that answers has a sound copy of this backup: ${make}. What did not answer (${silent.join(', ')}) may have one: run this again when it does.`
}
