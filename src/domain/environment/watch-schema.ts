import { z } from 'zod'

/** `watch:` what the watch looks at, besides the objectives. */
export const watchSchema = z.strictObject({})
