--# Roles with names that need quoting; they belong to the server, so they may be there already.
do $$
declare
  role_name text;
begin
  foreach role_name in array array['odd owner', 'odd_reader', 'odd"quote\back', 'odd_group'] loop
    if not exists (select from pg_roles where rolname = role_name) then
      execute format('create role %I', role_name);
    end if;
  end loop;
end
$$;
grant odd_group to odd_reader with admin option;
comment on role odd_reader is 'A comment of the server, not of the database';

--# A schema of its own, so that the sample shop can live beside it.
create schema odd;
grant usage on schema odd to odd_reader, "odd owner";
comment on schema odd is E'Comments may hold \\. and\n\\.\n and ''quotes''';

--# A schema that nobody but its owner may use: rights are needed per schema too.
create schema "odd private" authorization "odd owner";
revoke all on schema "odd private" from public;
create table "odd private".things (id int primary key, note text);
alter table "odd private".things owner to "odd owner";
insert into "odd private".things values (1, 'hidden'), (2, null);

--# The same table name in several schemas: names alone do not identify.
create schema odd_twin;
create table odd.twin (id int, place text);
create table odd_twin.twin (id int, place text, more int);
create table public.twin (place text);
insert into odd.twin values (1, 'odd');
insert into odd_twin.twin values (1, 'twin', 2), (2, 'twin', 3);
insert into public.twin values ('public');

--# Contrib extensions, one of them in a schema of its own.
create schema odd_extensions;
create extension hstore with schema odd_extensions;
create extension pg_trgm;
create extension pgcrypto;
create extension btree_gist;
create extension "uuid-ossp";
create extension unaccent;
create extension ltree;
create extension cube;
create extension isn;
comment on extension pg_trgm is 'Comments of extensions can be changed';

--# An extension at an older version: the archive does not say which, so a restore installs the newest.
create extension citext version '1.5';

--# A table that belongs to an extension and is not marked as its configuration: pg_dump leaves it out without a word.
create table odd.belongs_to_extension (id int);
insert into odd.belongs_to_extension values (1), (2);
alter extension hstore add table odd.belongs_to_extension;

--# An enum whose values were added out of order.
create type odd.mood as enum ('sad', 'happy');
alter type odd.mood add value 'so-so' before 'happy';
alter type odd.mood add value 'it''s complicated' after 'sad';

--# Composite types, one with a dropped attribute, nested.
create type odd.point3 as (x float8, gone int, y float8, z float8);
alter type odd.point3 drop attribute gone;
create type odd.segment as (name text, start odd.point3, "end" odd.point3, tags text[]);

--# Domains: over arrays and composites, with defaults, several constraints, one of them not valid.
create domain odd.percent as numeric(5, 2) default 50 not null constraint in_range check (value between 0 and 100);
create domain odd.odd_number as int check (value % 2 <> 0);
create domain odd.few_words as text[] check (array_length(value, 1) <= 3);
create domain odd.positive_point as odd.point3 check ((value).x > 0);
create domain odd.late_rule as text;
create table odd.uses_late_rule (id int, word odd.late_rule);
insert into odd.uses_late_rule values (1, 'long enough'), (2, 'x');
alter domain odd.late_rule add constraint longer check (length(value) > 3) not valid;

--# A range type of one's own, with its own operator functions.
create function odd.float_distance(a float8, b float8) returns float8 language sql immutable as 'select a - b';
create type odd.float_range as range (subtype = float8, subtype_diff = odd.float_distance);

--# A base type made of internal functions, with its own operator, class, cast and aggregate.
create type odd.tag;
create function odd.tag_in(cstring) returns odd.tag language internal immutable strict as 'textin';
create function odd.tag_out(odd.tag) returns cstring language internal immutable strict as 'textout';
create type odd.tag (input = odd.tag_in, output = odd.tag_out, like = text, collatable = true);
create function odd.tag_eq(odd.tag, odd.tag) returns boolean language internal immutable strict as 'texteq';
create operator odd.=== (leftarg = odd.tag, rightarg = odd.tag, function = odd.tag_eq, commutator = operator(odd.===));
create cast (odd.tag as text) without function as implicit;
create cast (odd.point3 as text) with inout as assignment;
create function odd.longer(text, text) returns text language sql immutable as 'select case when length($1) >= length($2) then $1 else $2 end';
create aggregate odd.longest(text) (sfunc = odd.longer, stype = text, initcond = '');
create operator family odd.tag_family using hash;

--# Collations: builtin provider. | since 17
create collation odd.builtin_c (provider = builtin, locale = 'C.UTF-8');

--# Collations of ICU, one of them not deterministic: equal texts may differ in their bytes. | needs icu
create collation odd.german_phonebook (provider = icu, locale = 'de-u-co-phonebk');
create collation odd.ignore_case (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
create table odd.collated (word text collate odd.ignore_case primary key, sorted text collate odd.german_phonebook);
insert into odd.collated values ('Straße', 'Ärger'), ('other', 'zebra');
create index collated_sorted on odd.collated (sorted collate "C" text_pattern_ops);

--# A collation with tailoring rules. | since 16 | needs icu
create collation odd.tailored (provider = icu, locale = 'und', rules = '&a < g');

--# Text search: configuration and dictionary of one's own.
create text search dictionary odd.plain (template = simple, accept = false);
create text search configuration odd.search (copy = pg_catalog.english);
alter text search configuration odd.search alter mapping for asciiword with odd.plain, english_stem;

--# A conversion, a language and a table access method under other names.
create conversion odd.latin for 'LATIN1' to 'UTF8' from iso8859_1_to_utf8;
create function odd.handler() returns language_handler language c as '$libdir/plpgsql', 'plpgsql_call_handler';
create function odd.inline_handler(internal) returns void language c as '$libdir/plpgsql', 'plpgsql_inline_handler';
create function odd.validator(oid) returns void language c as '$libdir/plpgsql', 'plpgsql_validator';
create language odd_language handler odd.handler inline odd.inline_handler validator odd.validator;
create function odd.in_own_language() returns int language odd_language as 'begin return 1; end';
create access method odd_heap type table handler heap_tableam_handler;
create table odd.other_access_method (id int) using odd_heap;
insert into odd.other_access_method values (1);
