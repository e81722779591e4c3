import { randomBytes } from 'node:crypto'
import type { Random } from '../ports/clock.ts'

/** Chance from the operating system, fit for secrets. */
export const systemRandom: Random = { bytes: (count) => randomBytes(count) }
