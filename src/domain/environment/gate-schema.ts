import { z } from 'zod'

/** `gate:` what a deployment is refused without. */
export const gateSchema = z.strictObject({})
