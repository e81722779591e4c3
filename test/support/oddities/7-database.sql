--# Large objects: of ordinary size, empty, of 5 MB, with a hole; with rights, comment and another owner.
select lo_from_bytea(424201, convert_to('a large object with \. and \N in it', 'UTF8'));
select lo_create(424202);
select lo_from_bytea(424203, string_agg(sha256(i::text::bytea), '')) from generate_series(1, 163840) i;
select lo_create(424204);
select lo_put(424204, 3000000, 'after a hole');
select lo_from_bytea(424205, '\x00ff0a5c');
comment on large object 424201 is 'a comment of a large object';
grant select on large object 424201 to odd_reader;
alter large object 424205 owner to "odd owner";
create table odd.names_large_objects (id int, content oid);
insert into odd.names_large_objects values (1, 424201), (2, 424203);

--# Rights: of columns, passed on, of the owner taken away, of types, of languages, of functions of the server itself.
create table odd.rights (a int, b text, c text);
insert into odd.rights values (1, 'b', 'c');
grant select (a, b), update (b) on odd.rights to odd_reader;
grant insert on odd.rights to "odd owner" with grant option;
set role "odd owner";
grant insert on odd.rights to odd_group;
reset role;
create table odd.owner_without_rights (id int);
alter table odd.owner_without_rights owner to "odd owner";
revoke all on odd.owner_without_rights from "odd owner";
grant select on odd.canary to public;
grant select on odd.texts to "odd""quote\back";
revoke usage on type odd.mood from public;
grant usage on type odd.mood to odd_reader;
revoke execute on function odd.definer() from public;
grant usage on sequence odd.shared to odd_reader;
grant execute on function pg_catalog.pg_stat_file(text) to odd_reader;
revoke create on schema public from public;

--# Default rights, for one schema and for all.
alter default privileges for role "odd owner" in schema odd grant select on tables to odd_reader;
alter default privileges for role "odd owner" revoke execute on functions from public;

--# Rights on settings of the server. | since 15
grant set on parameter log_min_duration_statement to odd_reader;

--# Publications: of some tables, of everything, with few operations.
create publication odd_some for table odd.texts, odd.by_range with (publish = 'insert, update', publish_via_partition_root = true);
create publication odd_all for all tables;
create publication odd_none;

--# Publications with rows and columns chosen, and of a schema. | since 15
create publication odd_filtered for table odd.canary (id, word) where (id > 0);
create publication odd_schema for tables in schema odd_twin;

--# A subscription that is off; its definition holds a password.
create subscription odd_subscription connection 'host=127.0.0.1 port=1 dbname=nowhere user=someone password=canary-subscription-password' publication nothing with (connect = false, slot_name = none);

--# Settings of the database, which change how values are written, and of a role in it.
do $$
begin
  execute format('alter database %I set timezone = %L', current_database(), 'Pacific/Chatham');
  execute format('alter database %I set bytea_output = %L', current_database(), 'escape');
  execute format('alter database %I set search_path = %L, public', current_database(), 'odd "schema"; drop schema odd; --');
  execute format('alter database %I set datestyle = %L', current_database(), 'SQL, DMY');
  execute format('alter database %I set intervalstyle = %L', current_database(), 'iso_8601');
  execute format('alter database %I set extra_float_digits = 0', current_database());
  execute format('alter role odd_reader in database %I set statement_timeout = %L', current_database(), '5min');
  execute format('alter database %I connection limit 90', current_database());
  execute format('grant connect on database %I to odd_reader', current_database());
  execute format('comment on database %I is %L', current_database(), E'a database of oddities\nwith \\.');
end
$$;
