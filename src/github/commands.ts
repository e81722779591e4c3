import { randomUUID } from 'node:crypto'
import { appendFileSync } from 'node:fs'

/**
 * What a step says to the runner, as GitHub documents it under "Workflow commands". Written here and not taken from
 * @actions/core, as that brings a client for HTTP along, half of the time that a start takes.
 */
export const debug = (text: string): void => command('debug', text)
export const notice = (text: string, place?: Place): void => command('notice', text, place)
export const warning = (text: string, place?: Place): void => command('warning', text, place)
export const error = (text: string, place?: Place): void => command('error', text, place)
export const startGroup = (title: string): void => command('group', title)
export const endGroup = (): void => command('endgroup', '')
/** From now on the runner shows `***` in its place. */
export const setSecret = (secret: string): void => command('add-mask', secret)
export const info = (line: string): void => void process.stdout.write(`${line}\n`)

/** Where an annotation belongs. */
export interface Place {
  title: string
}

/** Gives a value to later steps; where no runner is, there are none. */
export function setOutput(name: string, value: string): void {
  const file = process.env['GITHUB_OUTPUT'] ?? ''
  if (file === '') return
  // Nobody who writes the value can know this mark, and so end it to set another output.
  const mark = `end-of-output-${randomUUID()}`
  appendFileSync(file, `${name}<<${mark}\n${value}\n${mark}\n`)
}

function command(name: string, text: string, place?: Place): void {
  const properties = place === undefined ? '' : ` title=${inProperty(place.title)}`
  process.stdout.write(`::${name}${properties}::${inText(text)}\n`)
}

/** A line break would end the command, and the next line could be another. */
function inText(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function inProperty(text: string): string {
  return inText(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
