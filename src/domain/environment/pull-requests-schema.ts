import { z } from 'zod'

/** `pull-requests:` how a pull request is tried on real data. */
export const pullRequestsSchema = z.strictObject({})
