--# Views: with check options, barriers, varchar IN, recursion; one that needs a primary key to group by.
create view odd.view_in with (security_barrier) as select id, code from odd.indexed where code in ('c1', 'c2') with cascaded check option;
create view odd.view_of_view as select * from odd.view_in where id > 5 with local check option;
create view odd.counting as with recursive counting (n) as (values (1) union all select n + 1 from counting where n < 5) select n from counting;
create view odd.grouped as select p.id, p.kind, count(*) as many from odd.parent p group by p.id;
create view odd."view ""quoted""" as select 1 as "a ""b""", 'x'::text collate "C" as "ü";

--# Views that ask with the rights of who reads them. | since 15
create view odd.invoked with (security_invoker) as select * from odd.secured;

--# Materialized views with data, without, over each other, with an index.
create materialized view odd.filled as select code, count(*) as many from odd.indexed group by code;
create unique index on odd.filled (code);
create materialized view odd.unfilled as select * from odd.numbers with no data;
create materialized view odd.filled_twice as select sum(many) as total from odd.filled;
create view odd.over_filled as select * from odd.filled where many > 1;

--# Functions: defaults, variadic, rows, security definer with settings, a procedure, a window function by name.
create function odd.add(a int, b int default 2, variadic rest int[] default '{}') returns int language sql immutable as 'select a + b + coalesce((select sum(r)::int from unnest(rest) r), 0)';
create function odd.rows_of(prefix text) returns table (id int, word text) language plpgsql stable rows 5 cost 7 as $odd$ begin return query select t.id, t.t from odd.texts t where t.t like prefix || '%'; end $odd$;
create function odd.definer() returns text language sql security definer set search_path = odd, pg_temp set work_mem = '8MB' as $$ select 'dollars $1 and \. and $odd$'::text $$;
create procedure odd.proceed(inout n int) language plpgsql as $$ begin n := n + 1; end $$;
create function odd."fun""ction; --"("arg""1" int) returns int language sql as 'select $1';
create function odd.any_to_text(anyelement) returns text language sql as 'select $1::text';
alter function odd.definer() owner to "odd owner";

--# Functions whose body is parsed when they are made, so that they depend on tables. | since 14
create function odd.parsed(wanted int) returns text begin atomic select t from odd.texts where id = wanted; end;
create function odd.parsed_return(a int) returns int immutable return a * 2;
create table odd.uses_parsed (a int, check (odd.parsed_return(a) > 0));
insert into odd.uses_parsed values (1);

--# A function in an index and in a generated column.
create function odd.normal(t text) returns text language sql immutable strict as $$ select lower(pg_catalog.btrim(t)) $$;
create table odd.uses_function (t text, n text generated always as (odd.normal(t)) stored, check (odd.normal(t) <> ''));
insert into odd.uses_function values (' A '), ('b');
create index on odd.uses_function (odd.normal(t));

--# Rules, one of them conditional, one disabled.
create table odd.ruled (id int, v text);
create table odd.ruled_log (id int, at text);
insert into odd.ruled values (1, 'before the rules');
create rule log_it as on insert to odd.ruled where new.id > 10 do also insert into odd.ruled_log values (new.id, 'rule');
create rule no_delete as on delete to odd.ruled do instead nothing;
alter table odd.ruled disable rule no_delete;

--# Triggers that would change or refuse every row, should they fire during a restore; disabled, always, for replicas.
create table odd.triggered (id int, v text);
insert into odd.triggered values (1, 'untouched'), (2, 'untouched');
create function odd.change_row() returns trigger language plpgsql as $$ begin new.v := 'touched'; return new; end $$;
create function odd.refuse_row() returns trigger language plpgsql as $$ begin raise exception 'refused'; end $$;
create function odd.ignore() returns trigger language plpgsql as $$ begin return null; end $$;
create trigger a_change before insert on odd.triggered for each row execute function odd.change_row();
create trigger b_refuse before insert or update on odd.triggered for each row when (new.id > 0) execute function odd.refuse_row();
create trigger c_disabled after insert on odd.triggered for each statement execute function odd.refuse_row();
create trigger d_always after truncate on odd.triggered execute function odd.ignore();
create trigger e_replica after delete on odd.triggered referencing old table as gone for each statement execute function odd.ignore();
create constraint trigger f_deferred after insert on odd.triggered deferrable initially deferred for each row execute function odd.ignore();
alter table odd.triggered disable trigger c_disabled, enable always trigger d_always, enable replica trigger e_replica;
create trigger through_view instead of insert on odd.view_in for each row execute function odd.ignore();
create trigger on_partitions after insert on odd.by_range for each row execute function odd.ignore();
alter table odd.by_range_old disable trigger on_partitions;

--# Event triggers, one of them disabled.
create function odd.on_ddl() returns event_trigger language plpgsql as $$ begin perform 1; end $$;
create event trigger odd_ddl on ddl_command_end when tag in ('CREATE TABLE', 'ALTER TABLE') execute function odd.on_ddl();
create event trigger odd_ddl_off on sql_drop execute function odd.on_ddl();
alter event trigger odd_ddl_off disable;

--# Comments on everything that can hold one, with quotes and line breaks in them.
comment on table odd.texts is E'a comment\nof two lines with ''quotes'' and \\.';
comment on column odd.texts.t is 'column';
comment on type odd.mood is 'type';
comment on domain odd.percent is 'domain';
comment on constraint positive on odd.not_valid is 'constraint';
comment on constraint in_range on domain odd.percent is 'constraint of a domain';
comment on function odd.definer() is 'function';
comment on trigger a_change on odd.triggered is 'trigger';
comment on rule log_it on odd.ruled is 'rule';
comment on policy own_rows on odd.secured is 'policy';
comment on sequence odd.down is 'sequence';
comment on event trigger odd_ddl is 'event trigger';
comment on operator odd.=== (odd.tag, odd.tag) is 'operator';
comment on cast (odd.tag as text) is 'cast';
comment on server odd_server is 'server';
comment on text search configuration odd.search is 'text search';
comment on statistics odd.stats is 'statistics';
comment on materialized view odd.filled is 'materialized view';
comment on view odd.view_in is 'view';
