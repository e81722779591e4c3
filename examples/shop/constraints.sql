-- Runs when the rows are in: building indexes and checking foreign keys once is far quicker than row by row.

alter table shop.orders add primary key (id, placed_at);
alter table shop.order_items add primary key (order_id, line);
alter table shop.payments add primary key (id);

create unique index customers_email on shop.customers (lower(email));
create unique index products_sku on shop.products (sku);
create index products_search on shop.products using gin (search);
create index orders_customer on shop.orders (customer_id) include (status);
create index orders_open on shop.orders (placed_at) where status in ('placed', 'paid');
create index order_items_product on shop.order_items (product_id);
create unique index payments_reference on shop.payments (reference);
create index uploads_customer on shop.uploads (customer_id);

alter table shop.orders add foreign key (customer_id) references shop.customers;
alter table shop.order_items add foreign key (order_id, placed_at) references shop.orders (id, placed_at) on delete cascade;
alter table shop.order_items add foreign key (product_id) references shop.products;
alter table shop.payments add foreign key (order_id, placed_at) references shop.orders (id, placed_at);
alter table shop.uploads add foreign key (customer_id) references shop.customers on delete cascade;

create unique index revenue_per_day_day on shop.revenue_per_day (day);
refresh materialized view shop.revenue_per_day;
