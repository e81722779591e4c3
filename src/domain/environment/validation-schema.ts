import { z } from 'zod'

/** `validation:` what makes an environment fit for service. */
export const validationSchema = z.strictObject({})
