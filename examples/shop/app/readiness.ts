import type { Connections } from './connections.ts'

/** How long Redis and the database may take to say a word. */
const patience = 2_000

/** Whether requests can be served now: in words, what is in the way; empty when nothing is. */
export async function obstacles(connections: Connections): Promise<string[]> {
  const questions = {
    database: async () => (await connections.database()).query('select 1 from shop.products limit 1'),
    redis: async () => (await connections.redis()).send('PING'),
  }
  const answers = await Promise.all(
    Object.entries(questions).map(async ([name, ask]) => {
      const late = new Promise<never>((_, reject) =>
        setTimeout(() => reject(new Error('no answer')), patience).unref(),
      )
      return Promise.race([ask(), late]).then(
        () => null,
        () => name,
      )
    }),
  )
  return answers.filter((name) => name !== null)
}
