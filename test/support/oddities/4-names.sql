--# A table named like a line of pg_dump's progress, once even with the line's beginning.
create table odd."finished item 4711 TABLE DATA twin" (id int);
insert into odd."finished item 4711 TABLE DATA twin" values (1);
create table odd."x
pg_dump: finished item 1 TABLE DATA y" (id int);
insert into odd."x
pg_dump: finished item 1 TABLE DATA y" values (1), (2);

--# Names with quotes, backslashes, semicolons, line breaks, tabs, blanks at both ends, placeholders, paths, keywords.
create schema "odd ""schema""; drop schema odd; --";
create table "odd ""schema""; drop schema odd; --"."ta""ble; drop table x; --" ("col""umn" int primary key, "a;b" text default 'x;y', "c\d" text, "e
f" text, "g	h" text, " i " text);
insert into "odd ""schema""; drop schema odd; --"."ta""ble; drop table x; --" values (1, 'a', 'c', 'e', 'g', 'i'), (2, null, E'\\.', E'\n', E'\t', ' ');
create table odd."%s $1 ${HOME} `id` $(id) {{x}}" ("select" int, "SELECT" int, "'" text);
insert into odd."%s $1 ${HOME} `id` $(id) {{x}}" values (1, 2, '''');
create table odd."../../etc/passwd" (id int);
insert into odd."../../etc/passwd" values (1);
create table odd."| a | <b>html</b> & *md* [x](http://example.org) @someone #1" (id int);
insert into odd."| a | <b>html</b> & *md* [x](http://example.org) @someone #1" values (1);
create table odd."select" ("from" int, "where" text);
insert into odd."select" values (1, 'w');
create table odd." " (" " int);
insert into odd." " values (1);
create table odd.";" (id int);
insert into odd.";" values (1);
create table odd."copy odd.texts from stdin;
\." (id int);
insert into odd."copy odd.texts from stdin;
\." values (1);

--# Names that are not ASCII, in several scripts, composed and decomposed.
create table odd."Größe" ("Übermaß" int, "größe" int);
insert into odd."Größe" values (1, 2);
create table odd."größe" (id int);
insert into odd."größe" values (1), (2), (3);
create table odd.U&"gro\0308\00DFe" (id int);
insert into odd.U&"gro\0308\00DFe" values (4);
create table odd."漢字 😀 עברית" ("列" int);
insert into odd."漢字 😀 עברית" values (1);

--# Names of 63 bytes, which leave no room to add to them; one ends in a character of three bytes.
create table odd."a23456789b123456789c123456789d123456789e123456789f123456789g123" ("a23456789b123456789c123456789d123456789e123456789f123456789h123" int);
insert into odd."a23456789b123456789c123456789d123456789e123456789f123456789g123" values (1);
create table odd."a23456789b123456789c123456789d123456789e123456789f123456789漢" (id serial primary key);
insert into odd."a23456789b123456789c123456789d123456789e123456789f123456789漢" default values;

--# Names that differ in case only.
create table odd."CaseD" (id int);
create table odd."cased" (id int);
create table odd."CASED" (id int);
insert into odd."CaseD" values (1);
insert into odd."cased" values (2);
insert into odd."CASED" values (3);
