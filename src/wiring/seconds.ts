import type { Milliseconds } from '../domain/units.ts'

/** A span as outputs give it: whole seconds, rounded up, so that what took time never reads as none. */
export function seconds(span: Milliseconds): string {
  return String(Math.ceil(Math.max(span, 0) / 1_000))
}
