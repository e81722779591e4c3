-- Of a table with a filter a dump holds the user's own rows only; the others come with the extension itself.
create table lifeboat_oddity_settings (name text primary key, value text, own boolean not null default true);
insert into lifeboat_oddity_settings select 'standard ' || i, i, false from generate_series(1, 5) i;
select pg_extension_config_dump('lifeboat_oddity_settings', 'where own');

create table lifeboat_oddity_rows (id int, note text);
select pg_extension_config_dump('lifeboat_oddity_rows', '');

create sequence lifeboat_oddity_number;
select pg_extension_config_dump('lifeboat_oddity_number', '');

-- Not marked: a dump leaves it out.
create table lifeboat_oddity_cache (id int);
