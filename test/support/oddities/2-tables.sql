--# Range partitions with sub-partitions, a default and an expression in the key; one leaf in another schema.
create table odd.by_range (id int, at date not null, region text) partition by range (at);
create table odd.by_range_2024 partition of odd.by_range for values from ('2024-01-01') to ('2025-01-01') partition by list (lower(region));
create table odd.by_range_2024_eu partition of odd.by_range_2024 for values in ('eu', null);
create table odd_twin.by_range_2024_rest partition of odd.by_range_2024 default;
create table odd.by_range_old partition of odd.by_range for values from (minvalue) to ('2024-01-01');
create table odd.by_range_default partition of odd.by_range default;
insert into odd.by_range select i, date '2023-06-01' + i * 7, (array['EU', 'us', null])[1 + i % 3] from generate_series(1, 300) i;
create index on odd.by_range (id);
alter table odd.by_range_2024_eu add constraint only_here check (id > 0);

--# A partition attached later, whose columns lie in another order and one of which was dropped.
create table odd.attached (gone text, region text, at date not null, id int);
insert into odd.attached values ('x', 'attached', '2030-05-05', 1), ('y', null, '2030-06-06', 2);
alter table odd.attached drop column gone;
alter table odd.by_range attach partition odd.attached for values from ('2030-01-01') to ('2031-01-01');

--# List partitions by an enum, with a null list.
create table odd.by_list (id int, mood odd.mood) partition by list (mood);
create table odd.by_list_sad partition of odd.by_list for values in ('sad');
create table odd.by_list_null partition of odd.by_list for values in (null);
create table odd.by_list_rest partition of odd.by_list default;
insert into odd.by_list values (1, 'sad'), (2, 'happy'), (3, null), (4, 'it''s complicated'), (5, 'sad');

--# Hash partitions.
create table odd.by_hash (id bigint primary key, note text) partition by hash (id);
create table odd.by_hash_0 partition of odd.by_hash for values with (modulus 3, remainder 0);
create table odd.by_hash_1 partition of odd.by_hash for values with (modulus 3, remainder 1);
create table odd.by_hash_2 partition of odd.by_hash for values with (modulus 3, remainder 2);
insert into odd.by_hash select i, 'row ' || i from generate_series(1, 500) i;

--# Hash partitions by an enum: its hash depends on object ids, so rows come back in other leaves, through the root.
create table odd.by_hash_of_enum (mood odd.mood, id int) partition by hash (mood);
create table odd.by_hash_of_enum_0 partition of odd.by_hash_of_enum for values with (modulus 2, remainder 0);
create table odd.by_hash_of_enum_1 partition of odd.by_hash_of_enum for values with (modulus 2, remainder 1);
insert into odd.by_hash_of_enum select (enum_range(null::odd.mood))[1 + i % 4], i from generate_series(1, 100) i;

--# A partition that is a foreign table: its root cannot be read as a whole.
create extension postgres_fdw;
create extension file_fdw;
create server odd_server foreign data wrapper postgres_fdw options (host '127.0.0.1', port '1', dbname 'nowhere');
create user mapping for current_user server odd_server options (user 'someone', password 'canary-fdw-password');
create user mapping for "odd owner" server odd_server options (user 'someone', password 'canary-fdw-password');
create table odd.with_foreign_part (id int) partition by range (id);
create table odd.with_foreign_part_near partition of odd.with_foreign_part for values from (0) to (100);
create foreign table odd.with_foreign_part_far partition of odd.with_foreign_part for values from (100) to (200) server odd_server;
insert into odd.with_foreign_part values (1), (2);

--# Foreign tables: their rows live elsewhere and are not dumped.
create foreign table odd.remote (id int options (column_name 'remote_id'), name text) server odd_server options (table_name 'elsewhere');
create server odd_files foreign data wrapper file_fdw;
create foreign table odd.file (line text) server odd_files options (filename '/dev/null');
grant usage on foreign server odd_server to odd_reader;
create materialized view odd.of_remote as select * from odd.remote with no data;

--# Inheritance: parents with rows of their own, two parents, overridden defaults, a check that is not inherited.
create table odd.parent (id int primary key, kind text default 'parent', note text, constraint parent_only check (id < 1000) no inherit);
create table odd.other_parent (extra jsonb default '{}');
create table odd.child (own int, kind text default 'child') inherits (odd.parent, odd.other_parent);
create table odd.grandchild () inherits (odd.child);
insert into odd.parent values (1, 'parent', 'a'), (2, 'parent', 'b');
insert into odd.child (id, own) values (1001, 1), (1002, 2), (1003, 3);
insert into odd.grandchild (id, own, extra) values (2001, 4, '{"deep": true}');

--# Generated columns are not in the dump; they must come out the same.
create table odd.generated (a int, before text generated always as ('n' || (a + 1)::text) stored, b text, length int generated always as (length(b)) stored);
insert into odd.generated (a, b) values (1, 'one'), (null, null), (3, E'tab\there');

--# Virtual generated columns. | since 18
create table odd.generated_virtual (a int, twice int generated always as (a * 2) virtual, b int);
insert into odd.generated_virtual (a, b) values (1, 2), (null, 3);

--# Identity columns, both kinds, with options.
create table odd.identity_always (id bigint generated always as identity (start 100 increment 5 cache 7), v text);
create table odd.identity_default (id smallint generated by default as identity (minvalue -10 start -10), v text);
insert into odd.identity_always (v) select 'v' || i from generate_series(1, 12) i;
insert into odd.identity_always overriding system value values (3, 'out of order');
insert into odd.identity_default (v) values ('first'), ('second');

--# No column at all, yet rows.
create table odd.nothing ();
insert into odd.nothing select from generate_series(1, 7);

--# Dropped columns leave holes in the rows.
create table odd.dropped (a int, b text, c int, d text);
insert into odd.dropped select i, 'b' || i, i, 'd' || i from generate_series(1, 50) i;
alter table odd.dropped drop column b, drop column c;
alter table odd.dropped add column e text default 'added without rewriting';
insert into odd.dropped values (51, 'd51', null);

--# All columns dropped: no column is left, the rows are.
create table odd.all_dropped (a int);
insert into odd.all_dropped values (1), (2);
alter table odd.all_dropped drop column a;

--# Unlogged: empty after a crash, and on every standby.
create unlogged table odd.unlogged (id int primary key, v text);
insert into odd.unlogged values (1, 'here now'), (2, 'gone after a crash');
create sequence odd.unlogged_helper;

--# A sequence that is unlogged. | since 15
create unlogged sequence odd.unlogged_sequence;
select nextval('odd.unlogged_sequence');

--# Row level security, forced on the owner too: without BYPASSRLS a count is silently 0.
create table odd.secured (id int, owner_name text, secret text);
insert into odd.secured values (1, 'odd_reader', 'for the reader'), (2, 'nobody', 'for nobody');
alter table odd.secured owner to "odd owner";
alter table odd.secured enable row level security;
alter table odd.secured force row level security;
create policy own_rows on odd.secured for select to odd_reader using (owner_name = current_user);
create policy no_others on odd.secured as restrictive for all to public using (id is not null) with check (id > 0);
create policy in_list on odd.secured for update using (owner_name::varchar(20) in ('odd_reader', 'nobody'));
create table odd.secured_but_off (id int);
create policy sleeping on odd.secured_but_off using (false);
insert into odd.secured_but_off values (1);

--# A table on a disk order that is not its insert order, with dead space and moved rows.
create table odd.shuffled (id int primary key, pad text) with (fillfactor = 40, autovacuum_enabled = off);
insert into odd.shuffled select i, repeat(md5(i::text), 1 + i % 40) from generate_series(1, 3000) i;
create index shuffled_hash on odd.shuffled (md5(id::text));
cluster odd.shuffled using shuffled_hash;
delete from odd.shuffled where id % 3 = 0;
update odd.shuffled set pad = pad || 'x' where id % 7 = 0;

--# A thousand columns.
do $$
begin
  execute (select format('create table odd.wide (%s)', string_agg(format('%I %s', 'column ' || i, (array['int', 'text', 'boolean', 'numeric'])[1 + i % 4]), ', ' order by i)) from generate_series(1, 1000) i);
  execute (select format('insert into odd.wide select %s from generate_series(1, 3) n', string_agg(case i % 4 when 0 then 'n' when 1 then quote_literal('t' || i) when 2 then 'null' else i || '.5' end, ', ' order by i)) from generate_series(1, 1000) i);
end
$$;

--# Five hundred empty tables.
create schema odd_crowd;
do $$
begin
  for i in 1..500 loop
    execute format('create table odd_crowd.%I (id int, v text)', 'empty ' || lpad(i::text, 3, '0'));
  end loop;
end
$$;

--# A typed table, and one whose columns are of row types.
create table odd.typed of odd.segment (name with options not null, primary key (name));
insert into odd.typed values ('s', row(1, 2, 3), null, '{a,NULL,"NULL"}');
create table odd.row_typed (whole odd.typed, id int);
insert into odd.row_typed select t, 1 from odd.typed t;

--# A table in a tablespace of its own, made in place. | since 15 | once
set allow_in_place_tablespaces = on
--# … | since 15 | once
create tablespace odd_space location ''
--# … | since 15
create table odd.elsewhere (id int primary key using index tablespace odd_space) tablespace odd_space;
insert into odd.elsewhere select generate_series(1, 10);
comment on tablespace odd_space is 'in place';

--# Column compression by lz4, storage and statistics options. | since 14 | needs lz4
create table odd.squeezed (a text compression lz4, b text compression pglz);
insert into odd.squeezed select repeat('lz4 ', 2000), repeat('pglz ', 2000);

--# Options of tables and columns.
create table odd.options (a text, b text) with (fillfactor = 71, toast.autovacuum_enabled = false);
alter table odd.options alter column a set storage external, alter column a set statistics 7, alter column b set (n_distinct = -0.5);
insert into odd.options values (repeat('external ', 1000), 'b');
