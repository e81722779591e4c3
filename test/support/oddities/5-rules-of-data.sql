--# Sequences: negative, cyclic, cached, never called, at their end, small, and one that two tables share.
create sequence odd.down increment -3 minvalue -100 maxvalue -1 start -1 cache 5 cycle;
select nextval('odd.down') from generate_series(1, 40);
create sequence odd.never_called start 77;
create sequence odd.set_not_called;
select setval('odd.set_not_called', 500, false);
create sequence odd.at_its_end as smallint maxvalue 3 no cycle;
select nextval('odd.at_its_end') from generate_series(1, 3);
create sequence odd."Seq ""quoted""" as bigint start 9223372036854775800;
select nextval('odd."Seq ""quoted"""');
create sequence odd.shared cache 20;
create table odd.shares_1 (id int default nextval('odd.shared'), v text);
create table odd_twin.shares_2 (id int default nextval('odd.shared'), v text);
insert into odd.shares_1 (v) values ('a'), ('b');
insert into odd_twin.shares_2 (v) values ('c');

--# Constraints that are not valid stay so; the rows that break them are there.
create table odd.not_valid (id int primary key, n int, parent int);
insert into odd.not_valid values (1, -1, 999), (2, 5, 1);
alter table odd.not_valid add constraint positive check (n > 0) not valid;
alter table odd.not_valid add constraint to_itself foreign key (parent) references odd.not_valid not valid;

--# Not-null constraints that are not valid, constraints that are not enforced. | since 18
create table odd.eighteen (id int, n int, constraint believed check (n > 0) not enforced);
insert into odd.eighteen values (null, -5), (1, 1);
alter table odd.eighteen add constraint id_there not null id not valid;
create table odd.temporal (id int, during daterange, primary key (id, during without overlaps));
insert into odd.temporal values (1, '[2024-01-01,2024-02-01)'), (1, '[2024-02-01,2024-03-01)');

--# Exclusion constraints, also deferrable and with a condition.
create table odd.bookings (room int, during tsrange, cancelled boolean default false,
  exclude using gist (room with =, during with &&) where (not cancelled) deferrable initially deferred);
insert into odd.bookings values (1, '[2024-01-01,2024-01-02)', false), (1, '[2024-01-01,2024-01-03)', true), (2, '[2024-01-01,2024-01-02)', null);

--# Foreign keys in a circle, deferred; to the same table; to a partitioned table; from one; with actions on some columns.
create table odd.circle_a (id int primary key, b int);
create table odd.circle_b (id int primary key, a int not null references odd.circle_a deferrable initially deferred);
alter table odd.circle_a add constraint to_b foreign key (b) references odd.circle_b on delete set null deferrable;
insert into odd.circle_a values (1, null), (2, null);
insert into odd.circle_b values (1, 2), (2, 1);
update odd.circle_a set b = 3 - id;
create table odd.tree (id int primary key, parent int references odd.tree on delete cascade);
insert into odd.tree values (1, null), (5, 1), (3, 5), (2, 3), (4, 2);
update odd.tree set parent = 4 where id = 1;
create table odd.to_partitioned (id int, hash_id bigint references odd.by_hash match full);
insert into odd.to_partitioned select i, i from generate_series(1, 20) i;

--# Columns that a deleted parent clears, by name. | since 15
create table odd.clears (tenant int, owner int, unique (tenant, owner));
create table odd.cleared (tenant int, owner int, foreign key (tenant, owner) references odd.clears (tenant, owner) on delete set null (owner));
insert into odd.clears values (1, 1);
insert into odd.cleared values (1, 1), (1, null);

--# Indexes: partial, of expressions, covering, of every method, ordered, marked for clustering and as replica identity.
create table odd.indexed (id int not null, code varchar(20), tags text[], at timestamp, body text, place point);
insert into odd.indexed select i, 'c' || i % 10, array['t' || i % 3], timestamp '2024-01-01' + i * interval '1 hour', md5(i::text), point(i, -i) from generate_series(1, 400) i;
create unique index indexed_id on odd.indexed (id) include (code, at);
create index indexed_expression on odd.indexed (lower(code), (id % 7) desc nulls last) where at > '2024-01-05';
create index indexed_in on odd.indexed (id) where code in ('c1', 'c2');
create index indexed_brin on odd.indexed using brin (at) with (pages_per_range = 4);
create index indexed_gin on odd.indexed using gin (tags);
create index indexed_gist on odd.indexed using gist (place);
create index indexed_spgist on odd.indexed using spgist (body);
create index indexed_hash on odd.indexed using hash (body);
create index indexed_trigrams on odd.indexed using gin (body gin_trgm_ops);
alter table odd.indexed replica identity using index indexed_id;
alter table odd.indexed cluster on indexed_id;
alter index odd.indexed_expression alter column 2 set statistics 300;
comment on index odd.indexed_gin is 'comment of an index';

--# Nulls that are not distinct. | since 15
create table odd.one_null (a int unique nulls not distinct);
insert into odd.one_null values (1), (null);

--# An index that is not valid, as a failed CREATE INDEX CONCURRENTLY leaves it: pg_dump passes over it. | fails 23505
create unique index concurrently indexed_invalid on odd.indexed (code)

--# Extended statistics.
create statistics odd.stats (ndistinct, dependencies, mcv) on code, at, id from odd.indexed;
alter statistics odd.stats set statistics 50;

--# Extended statistics of expressions. | since 14
create statistics odd.stats_of_expression on (lower(code)), (id % 5) from odd.indexed;

--# A check whose text comes back otherwise after a round trip: varchar compared with IN.
create table odd.drifts (kind varchar(10) check (kind in ('a', 'b')), constraint not_both check (not (kind = any (array['x', 'y']))));
insert into odd.drifts values ('a'), ('b'), (null);
