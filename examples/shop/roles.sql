-- Roles belong to the server, not to the database, so they may be there already. They have no password here.

do $$
declare
  role_name text;
begin
  foreach role_name in array array['shop_app', 'shop_readonly'] loop
    if not exists (select from pg_roles where rolname = role_name) then
      execute format('create role %I login', role_name);
    end if;
  end loop;
end
$$;

grant usage on schema shop to shop_app, shop_readonly;
grant select, insert, update, delete on all tables in schema shop to shop_app;
grant usage on all sequences in schema shop to shop_app;
grant select on all tables in schema shop to shop_readonly;
revoke select on shop.uploads from shop_readonly;
grant select (id, customer_id, file_name, media_type, size) on shop.uploads to shop_readonly;
alter default privileges in schema shop grant select on tables to shop_readonly;
