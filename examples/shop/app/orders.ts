import type { Connections } from './connections.ts'
import type { Row } from './postgres.ts'

export interface NewOrder {
  customer: number
  product: number
  quantity: number
}

/** The newest orders, newest first. */
export async function listOrders(connections: Connections, limit: number): Promise<Row[]> {
  const database = await connections.database()
  return database.query(
    'select id, customer_id as customer, status, total_cents as total, placed_at from shop.orders order by placed_at desc, id desc limit $1',
    [limit],
  )
}

/** Places an order, and tells the worker. */
export async function placeOrder(
  connections: Connections,
  { customer, product, quantity }: NewOrder,
): Promise<string> {
  const database = await connections.database()
  const [row] = await database.query('select shop.place_order($1, $2, $3) as id', [
    customer,
    product,
    quantity,
  ])
  const id = row?.['id'] ?? ''
  const redis = await connections.redis()
  await redis.send('LPUSH', 'orders:placed', id)
  return id
}

/** What a request's body says. Null when it is no order. */
export function parseOrder(text: string): NewOrder | null {
  try {
    const body: unknown = JSON.parse(text)
    if (typeof body !== 'object' || body === null) return null
    const { customer, product, quantity = 1 } = body as Partial<Record<keyof NewOrder, unknown>>
    const isWhole = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) > 0
    if (!isWhole(customer) || !isWhole(product) || !isWhole(quantity)) return null
    return { customer, product, quantity }
  } catch {
    return null
  }
}
