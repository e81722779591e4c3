-- Something to sell, and somebody to sell it to.
insert into shop.customers (email, name, address)
select 'customer' || i || '@example.org', 'Customer ' || i, jsonb_build_object('city', 'Hamburg')
from generate_series(1, 20) i;

insert into shop.products (name, description, price_cents)
select 'Product ' || i, 'The product number ' || i, 100 * i
from generate_series(1, 20) i;
