import { z } from 'zod'

/** `deploy:` how a deployment goes, and what brings it back. */
export const deploySchema = z.strictObject({})
