import { z } from 'zod'

/** `drills:` which failures are rehearsed, and their objectives. */
export const drillsSchema = z.strictObject({})
