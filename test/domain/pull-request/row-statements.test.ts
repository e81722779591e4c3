import { expect, test } from 'vitest'
import { readRowStatement } from '../../../src/domain/pull-request/row-statements.ts'

test.each([
  ['delete from shop.orders'],
  ['delete from only "shop"."orders" where true'],
  ['DELETE FROM orders o WHERE 1 = 1 RETURNING id'],
  ["delete from orders where 'a' = 'a' -- where id = 1"],
  ['delete from orders where id = 1 or true'],
  ['delete from orders where orders.id = orders.id'],
  ['delete from orders using (select 1 where false) x'],
  ['with gone as (delete from orders returning *) select * from gone where id = 1'],
  ['do $$ begin delete from orders; perform 1 where 2 > now(); end $$'],
  ['do $x$ begin if exists (select 1 from a where b = 1) then delete from orders; end if; end $x$'],
  ['delete from items where id = 1; delete from orders'],
  ['/* where id = 1 */ delete from orders'],
])('%j deletes all orders', (text) => {
  expect(readRowStatement('DELETE', text, 'shop.orders')).toEqual({
    object: 'shop.orders',
    text: 'all rows of a table are deleted',
  })
})

test.each([
  ['delete from orders where id = 1'],
  ['delete from orders where false or id = 1'],
  ['delete from orders where (id = 1 or total = 3)'],
  ['delete from orders using items where items.id = orders.id'],
  ['delete from items; delete from orders where id = 1'],
  ['select purge(1)'],
  ['merge into orders using x on true when matched then delete'],
])('%j deletes some orders, which is worth a look', (text) => {
  expect(readRowStatement('DELETE', text, 'shop.orders')).toMatchObject({
    text: 'rows of a table are deleted; only rows can tell which',
    isDoubtful: true,
  })
})

test.each([
  ['update orders set total = 1', 'all rows of a table are changed'],
  ['update only orders as o set total = 1 where 1 = 1', 'all rows of a table are changed'],
  ['update orders set total = 1 where id = 2', 'rows of a table are changed; only rows can tell which'],
  [
    'insert into orders values (1) on conflict (id) do update set total = 1',
    'rows of a table are changed; only rows can tell which',
  ],
])('%j is worth a look', (text, expected) => {
  expect(readRowStatement('UPDATE', text, 'shop.orders')).toEqual({
    object: 'shop.orders',
    text: expected,
    isDoubtful: true,
  })
})
