import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { Client } from 'pg'
import type { ClientConfig } from 'pg'
import { cities, colours, familyNames, givenNames, goods, streets, words } from './words.ts'

/** A connection URL, or what `pg` takes. */
export type Connection = string | ClientConfig

export interface ShopOptions {
  /** Size on disk, indexes included, to within a tenth or so; 30 by default, 2 at least. */
  megabytes?: number
  /** Another seed gives other data; the same seed gives the same bytes on every server. */
  seed?: number
}

/**
 * Creates the schema `shop` and fills it. The server makes the rows itself out of their numbers, so it is quick and
 * needs no random source.
 */
export async function createShop(connection: Connection, options: ShopOptions = {}): Promise<void> {
  const plan = new RowPlan(options)
  await withClient(connection, async (client) => client.query(await script('schema.sql')))
  // Two sessions keep two cores busy; they write different tables, so the result does not depend on their pace.
  await Promise.all([
    withClient(connection, async (client) => {
      for (const statement of [plan.orders(), plan.orderItems()]) await client.query(statement)
    }),
    withClient(connection, async (client) => {
      for (const statement of [plan.customers(), plan.products(), plan.payments(), plan.uploads()]) {
        await client.query(statement)
      }
    }),
  ])
  await withClient(connection, async (client) => {
    await client.query(plan.sequences())
    await client.query(await script('constraints.sql'))
    await client.query(await script('roles.sql'))
    await client.query('analyze')
  })
}

/** Lets customers buy, now, so that the newest data is fresh. */
export async function placeOrders(connection: Connection, count: number): Promise<void> {
  await withClient(connection, async (client) => {
    await client.query(
      'select shop.place_order(1 + i % (select count(*) from shop.customers), 1 + i % 20, 1 + i % 3) from generate_series(1, $1::int) i',
      [count],
    )
  })
}

async function withClient<T>(connection: Connection, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client(connection)
  await client.connect()
  try {
    await client.query("set timezone = 'UTC'; set search_path = ''; set synchronous_commit = off")
    return await work(client)
  } finally {
    await client.end()
  }
}

function script(name: string): Promise<string> {
  return readFile(new URL(name, import.meta.url), 'utf8')
}

/** Measured on PostgreSQL 15 to 18: what an order costs on disk with its share of all other tables and indexes. */
const bytesPerOrder = 1_000
/** Catalogs of an empty database, empty partitions and indexes. */
const bytesOfEmptyShop = 10_000_000

/** How many rows of everything, and the statements that make them. */
class RowPlan {
  readonly seed: number
  readonly orderCount: number
  readonly customerCount: number
  readonly productCount: number

  constructor({ megabytes = 30, seed = 1 }: ShopOptions) {
    this.seed = seed
    this.orderCount = Math.max(400, Math.floor((megabytes * 1e6 - bytesOfEmptyShop) / bytesPerOrder))
    this.customerCount = Math.ceil(this.orderCount / 5)
    this.productCount = Math.max(50, Math.ceil(this.orderCount / 200))
  }

  customers(): string {
    return `insert into shop.customers (id, email, name, address, newsletter, note, created_at)
      select i, 'customer' || i || '@' || ${pick(cities, 'h', 0)}::text || '.example',
        ${pick(givenNames, 'h', 4)} || ' ' || ${pick(familyNames, 'h', 9)},
        jsonb_build_object('street', ${pick(streets, 'h', 14)} || ' Street ' || (h >> 18 & 255), 'city', ${pick(cities, 'h', 26)},
          'postcode', lpad((h >> 30 & 65535)::text, 5, '0')),
        h >> 46 & 3 = 0,
        case when h >> 48 & 3 = 0 then ${text(24)} end,
        ${moment('i', this.customerCount)} - interval '90 days'
      from ${this.#rows(this.customerCount, 1)}`
  }

  products(): string {
    return `insert into shop.products (id, sku, name, description, price_cents, attributes)
      select i, 'SKU-' || 100000 + i, ${pick(colours, 'h', 0)} || ' ' || ${pick(goods, 'h', 3)} || ' no. ' || i, ${text(48)},
        100 + (h >> 8 & 65535),
        jsonb_build_object('colour', ${pick(colours, 'h', 0)}, 'weight', h >> 20 & 4095, 'tags', jsonb_build_array(${pick(words, 'g', 0)}, ${pick(words, 'g', 7)}))
      from ${this.#rows(this.productCount, 2)}`
  }

  orders(): string {
    return `insert into shop.orders (id, placed_at, customer_id, status, total_cents, ship_to, comment, updated_at)
      select i, placed_at, 1 + (h >> 8 & 2147483647) % ${this.customerCount},
        (enum_range(null::shop.order_status))[case when i > ${this.orderCount * 0.98} then 1 + (h & 1) else 3 + (h & 1) end],
        500 + (h >> 4 & 65535),
        case when h & 3 = 0 then jsonb_build_object('street', ${pick(streets, 'g', 0)} || ' Street ' || (g >> 4 & 255), 'city', ${pick(cities, 'g', 12)}) end,
        case when h & 1 = 0 then ${text(16)} end,
        placed_at + (h >> 40 & 262143) * interval '1 second'
      from (select *, ${moment('i', this.orderCount)} as placed_at from ${this.#rows(this.orderCount, 3)}) r`
  }

  orderItems(): string {
    return `insert into shop.order_items (order_id, placed_at, line, product_id, quantity, price_cents, gift_text)
      select i, ${moment('i', this.orderCount)}, line, 1 + (h >> (line * 8) & 1048575) % ${this.productCount},
        1 + (h >> line & 3), 100 + (h >> (line * 3) & 65535),
        case when h >> (line * 4) & 15 = 0 then ${text(10)} end
      from ${this.#rows(this.orderCount, 4)}, generate_series(1, (1 + (h & 1) + (h >> 1 & 1))::integer) line`
  }

  payments(): string {
    return `insert into shop.payments (id, order_id, placed_at, method, amount_cents, reference, answer, paid_at)
      overriding system value
      select i, i, ${moment('i', this.orderCount)}, (array['card', 'transfer', 'invoice', 'wallet'])[1 + (h & 3)],
        500 + (h >> 4 & 65535), md5(h::text || i),
        jsonb_build_object('status', 'captured', 'card', jsonb_build_object('brand', ${pick(colours, 'h', 20)}, 'last4', lpad((h >> 24 & 8191)::text, 4, '0')),
          'risk', round((h >> 40 & 1023) / 1024.0, 3), 'message', ${text(5)}),
        ${moment('i', this.orderCount)} + (h >> 44 & 65535) * interval '1 second'
      from ${this.#rows(this.orderCount, 5)}`
  }

  uploads(): string {
    // About 8 kB each, and as random as a photograph: nothing squeezes them.
    return `insert into shop.uploads (id, customer_id, file_name, media_type, content, metadata, uploaded_at)
      select md5('upload' || h || i)::uuid, 1 + (h >> 8 & 2147483647) % ${this.customerCount},
        ${pick(goods, 'h', 0)} || '-' || i || '.jpg', 'image/jpeg',
        decode('ffd8ffe0', 'hex') || (select string_agg(sha256((h # part)::text::bytea), '' order by part) from generate_series(1, 192 + (g & 127)) part),
        jsonb_build_object('width', 640 + (h & 1023), 'height', 480 + (g & 1023), 'camera', ${text(3)}),
        ${moment('i', this.orderCount / 60)}
      from ${this.#rows(Math.ceil(this.orderCount / 60), 6)}`
  }

  sequences(): string {
    const next = (table: string, count: number) =>
      `select setval(pg_get_serial_sequence('shop.${table}', 'id'), ${count});`
    return [
      next('customers', this.customerCount),
      next('products', this.productCount),
      next('orders', this.orderCount),
      next('payments', this.orderCount),
      `select setval('shop.sku_number', ${100_000 + this.productCount});`,
    ].join('\n')
  }

  /** Row numbers with two 64-bit hashes each; `offset 0` keeps the planner from computing them again per use. */
  #rows(count: number, salt: number): string {
    const first = this.seed * 100 + salt
    return `(select i, hashint8extended(i, ${first}) as h, hashint8extended(i, ${first + 50}) as g
      from generate_series(1, ${Math.ceil(count)}::bigint) i offset 0) as numbered`
  }
}

/** An element of the list, chosen by bits of a hash. A constant array, so the server looks it up without a table. */
function pick(list: readonly string[], hash: string, shift: number): string {
  if (!Number.isInteger(Math.log2(list.length)))
    throw new Error(`${list.length} words cannot be chosen by bits`)
  const literals = list.map((word) => `'${word.replaceAll("'", "''")}'`).join(',')
  return `(array[${literals}])[1 + (${hash} >> ${shift} & ${list.length - 1})]`
}

/** A sentence of so many words. Each hash has bits for nine words; further ones are mixed from both. */
function text(count: number): string {
  const hashes = ['g', 'h', '(g # h)', '(g # (h << 1))', '(g # (h >> 2))', '(h # (g >> 3))']
  const chosen = Array.from({ length: count }, (_, index) =>
    pick(words, hashes[Math.floor(index / 8)] ?? 'g', (index % 8) * 7 + 1),
  )
  return `concat_ws(' ', ${chosen.join(', ')})`
}

/** Moments from 2024 to 2025, in the order of the row numbers. */
function moment(number: string, count: number): string {
  const seconds = 731 * 86_400 - 1
  return `(timestamptz '2024-01-01 00:00:00+00' + floor(${number} * ${seconds}::float8 / ${Math.ceil(count)}) * interval '1 second')`
}

if (import.meta.main) await main()

/** `DATABASE_URL=… node examples/shop/generate.ts --megabytes 30 [--seed 1]`, or `--place-orders 5`. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { megabytes: { type: 'string' }, seed: { type: 'string' }, 'place-orders': { type: 'string' } },
  })
  // The URL may hold a password, so it is no argument: other users of the machine can read those.
  const connection: Connection = process.env['DATABASE_URL'] ?? {}
  if (values['place-orders'] !== undefined) {
    await placeOrders(connection, wholeNumber('place-orders', values['place-orders']))
    return
  }
  const started = performance.now()
  await createShop(connection, {
    megabytes: wholeNumber('megabytes', values.megabytes ?? '30'),
    seed: wholeNumber('seed', values.seed ?? '1'),
  })
  process.stdout.write(`The shop is ready after ${((performance.now() - started) / 1000).toFixed(1)} s.\n`)
}

function wholeNumber(option: string, value: string): number {
  const number = Number(value)
  if (!Number.isSafeInteger(number) || number < 1)
    throw new Error(`--${option}: ${value} is not a whole number above 0`)
  return number
}
