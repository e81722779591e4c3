/**
 * Does the work for every item, at most `limit` at once, in the order given. After the first error no further item is
 * begun; it is thrown once the work that had begun has settled.
 */
export function inParallel<Item>(
  items: Iterable<Item>,
  limit: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  return inParallelWith(async () => ({ async [Symbol.asyncDispose]() {} }), items, limit, work)
}

/** As `inParallel`; each worker opens a tool, such as a connection, for all that it does, and disposes it at its end. */
export async function inParallelWith<Tool extends AsyncDisposable, Item>(
  open: () => Promise<Tool>,
  items: Iterable<Item>,
  limit: number,
  work: (item: Item, tool: Tool) => Promise<void>,
): Promise<void> {
  const all = [...items]
  const queue = all.values()
  let hasFailed = false
  const worker = async () => {
    try {
      await using tool = await open()
      for (const item of queue) {
        if (hasFailed) return
        await work(item, tool)
      }
    } catch (error) {
      hasFailed = true
      throw error
    }
  }
  const workers = Array.from({ length: Math.min(limit, all.length) }, worker)
  for (const outcome of await Promise.allSettled(workers)) {
    if (outcome.status === 'rejected') throw outcome.reason
  }
}

/** The work is begun when it is first asked for, and never again: whoever asks later gets the same. */
export function once<T>(work: () => Promise<T>): () => Promise<T> {
  let begun: Promise<T> | null = null
  return () => (begun ??= work())
}
