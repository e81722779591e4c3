import { cronFor } from '../../domain/schedule.ts'
import type { Milliseconds } from '../../domain/units.ts'

/** The cron lines that init writes and that plan reckons with, so that both speak of the same schedule. */
export function scheduleFor(
  environment: string,
  verb: 'backup' | 'verify' | 'retention' | 'shape' | 'drill' | 'watch',
  every: Milliseconds,
): string[] {
  return cronFor(every, `${environment} ${verb}`)
}
