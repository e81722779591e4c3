import { z } from 'zod'

/** `notifications:` who is told of what, and how. */
export const notificationsSchema = z.strictObject({})
