import type { ComplianceEvent } from '../domain/compliance.ts'
import { formatBytes, formatDuration, grouped } from '../domain/units.ts'

type Value = ComplianceEvent['details'][string]

/** What an event of the ledger says of itself, in words and units for people: `recovered in 2.0 s, writes lost 14, RTO met`. */
export function detailsText({ type, details }: Pick<ComplianceEvent, 'type' | 'details'>): string {
  return Object.entries(details)
    .filter(([key, value]) => value !== null && value !== '' && !isForMachines(type, key, value))
    .map(([key, value]) => told(key, value))
    .join(', ')
}

function told(key: string, value: Value): string {
  const objective = objectives[key]
  if (objective !== undefined && typeof value === 'boolean') return `${objective} ${value ? 'met' : 'missed'}`
  const spanned = spans[key]
  if (spanned !== undefined && typeof value === 'number') return `${spanned} ${formatDuration(value)}`
  const sized = sizes[key]
  if (sized !== undefined && typeof value === 'number') return `${sized} ${formatBytes(value)}`
  const text = typeof value === 'boolean' ? (value ? 'yes' : 'no') : null
  return `${words[key] ?? spaced(key)}: ${text ?? (typeof value === 'number' ? grouped(value) : String(value))}`
}

const objectives: Partial<Record<string, string>> = { rtoMet: 'RTO', rpoMet: 'RPO' }

/** In milliseconds, as events hold them. */
const spans: Partial<Record<string, string>> = {
  detect: 'noticed after',
  recover: 'recovered in',
  lossAge: 'oldest lost write',
  duration: 'took',
  took: 'took',
  dataLoss: 'data lost of the last',
}

const sizes: Partial<Record<string, string>> = { size: 'size', bytes: 'bytes read', freed: 'freed' }

const words: Partial<Record<string, string>> = {
  lostWrites: 'writes lost',
  passedOver: 'newer backups passed over',
  inService: 'in service',
  partial: 'of a part alone',
}

/** `restoresData` → `restores data` */
function spaced(key: string): string {
  return key.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
}

/** What a later run reads to go on: the ledger has it in full. */
function isForMachines(type: string, key: string, value: unknown): boolean {
  return (
    (typeof value === 'string' && /^[[{]/.test(value)) ||
    (type === 'runbook' && ['sha256', 'beganAt', 'entry'].includes(key))
  )
}
