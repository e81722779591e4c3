--# Numbers at their edges.
create table odd.numbers (id int, n numeric, f4 float4, f8 float8, i8 bigint, m money);
insert into odd.numbers values
  (1, 'NaN', 'NaN', 'NaN', 9223372036854775807, '92233720368547758.07'),
  (2, 0.1, 'Infinity', '-Infinity', -9223372036854775808, '-92233720368547758.08'),
  (3, 1e131071, 1.17549435e-38, 2.2250738585072014e-308, 0, '0.01'),
  (4, -0.000000000000000000000000000001, 0.1, 0.1, null, null),
  (5, 1.10, '-0', '-0', 1, '1'),
  (6, 123456789012345678901234567890.123456789, 16777217, 9007199254740993, 1, '1234567.89'),
  (7, null, 1e-45, 4.94065645841246544e-324, 1, '0');

--# Infinite numerics, apart from NaN. | since 14
insert into odd.numbers (id, n) values (8, 'Infinity'), (9, '-Infinity');

--# Times at their edges: infinite, before Christ, 24:00, odd zones, the hour that comes twice.
create table odd.times (id int, d date, t time, tz timetz, ts timestamp, tstz timestamptz, i interval);
insert into odd.times values
  (1, 'infinity', '24:00:00', '23:59:59.999999+15:59:59', 'infinity', '-infinity', '178000000 years'),
  (2, '-infinity', '00:00:00', '00:00:00-15:59:59', '-infinity', 'infinity', '-178000000 years'),
  (3, '4713-01-01 BC', '12:34:56.789', '12:34:56+05:45', '4713-01-01 00:00:00 BC', '0044-03-15 12:00:00+00 BC', '1 year -2 mons +3 days -04:05:06.789'),
  (4, '5874897-12-31', null, null, '294276-12-31 23:59:59.999999', '294276-12-31 23:59:59.999999+00', '0'),
  (5, '2024-02-29', '01:02:03', '01:02:03+00', '2024-03-31 02:30:00', '2024-10-27 00:30:00+00', '-00:00:00.000001'),
  (6, '0001-01-01', '01:02:03', '01:02:03+00', '1883-11-18 12:03:58', '1883-11-18 12:03:58+00', '1 mon'),
  (7, null, null, null, null, null, null);

--# Infinite intervals. | since 17
insert into odd.times (id, i) values (8, 'infinity'), (9, '-infinity');

--# Every byte, by itself and all together; nothing; null.
create table odd.bytes (id int, b bytea);
insert into odd.bytes select i, set_byte('\x00', 0, i) from generate_series(0, 255) i;
insert into odd.bytes select 256, decode(string_agg(lpad(to_hex(i), 2, '0'), '' order by i), 'hex') from generate_series(0, 255) i;
insert into odd.bytes values (257, ''), (258, null), (259, '\x5c2e0a5c4e0d0a');

--# Texts that look like the end of the data, like null, like escapes.
create table odd.texts (t text, id int);
insert into odd.texts values
  (E'\\.', 1), (E'\\N', 2), (E'\n\\.\n', 3), (E'\n\\.\n\n\n', 4), (E'\\\\.', 5), (E'tab\tcr\rcrlf\r\nlf\nend', 6), ('', 7), (null, 8),
  (E'\b\f\v\x01\x1f\x7f', 9), ('NULL', 10), (' leading and trailing ', 11), (E'\\', 12), (E'\\x41', 13), ('"quoted", ''too''', 14),
  ('😀 é é Ω 漢字 עברית', 15), (E'\u200b\ufeff', 16), (E'\\n', 17), (E'\r', 18), (E'\n', 19), (E'\t', 20), ('$$ $1 ${HOME} %s', 21), ('--', 22);

--# Lines that are nothing but the end mark, as the only column.
create table odd.end_marks (t text);
insert into odd.end_marks values (E'\\.'), (''), (E'\\.'), (E'\\N'), (null);

--# A row of 20 MB, and one of 5 MB of bytes: neither may be held whole more often than needed.
create table odd.large_rows (id int, t text, b bytea);
insert into odd.large_rows select 1, string_agg(md5(i::text), ' '), null from generate_series(1, 635500) i;
insert into odd.large_rows select 2, 'small', string_agg(sha256(i::text::bytea), '') from generate_series(1, 163840) i;

--# Arrays: of many dimensions, with other lower bounds, empty, with nulls and with words that look like null.
create table odd.arrays (id int, i int[], t text[], p odd.point3[], m odd.mood[], f odd.few_words, a2 numeric(8, 2)[][]);
insert into odd.arrays values
  (1, '[0:2]={1,2,NULL}', array['NULL', null, '', 'a,b', '{}', E'\\', '"', E'\n'], array[row(1, 2, 3)::odd.point3, null], '{sad,"it''s complicated"}', '{a,b}', '{{1,2},{3,NULL}}'),
  (2, '{}', '{}', '{}', null, null, '{}'),
  (3, '[-3:-2][5:6]={{1,2},{3,4}}', array[[null, 'x'], ['y', null]], null, '{}', '{}', null);

--# Domains, composites, and composites in composites.
create table odd.composites (id int, s odd.segment, pc odd.percent, o odd.odd_number, pp odd.positive_point, g odd.tag);
insert into odd.composites values
  (1, row('a "b", (c)', row(1, null, 'NaN'), null, '{x}'), 12.5, 3, row(1, 2, 3), 'tag'),
  (2, row(null, null, row(null, null, null), '{}'), default, null, null, E'\\.'),
  (3, null, 0, -1, null, '');

--# Ranges.
create table odd.ranges (id int, i int4range, n numrange, t tstzrange, d daterange, f odd.float_range);
insert into odd.ranges values
  (1, '[1,5)', '(,)', '[2024-01-01 00:00+00,infinity)', '[2024-01-01,)', '[1.5,2.5]'),
  (2, 'empty', 'empty', 'empty', 'empty', 'empty'), (3, null, '[NaN,NaN]', '(,2024-01-01 00:00+00]', '[-infinity,infinity]', null);

--# Multiranges. | since 14
create table odd.multiranges (id int, i int4multirange, t tstzmultirange);
insert into odd.multiranges values (1, '{[1,3),[5,9)}', '{}'), (2, '{}', '{(,)}'), (3, null, null);

--# JSON as written (order, spaces, repeated keys), and as stored.
create table odd.documents (id int, j json, b jsonb, p jsonpath);
insert into odd.documents values
  (1, '{"a": 1,   "a": 2, "z":[ ]}', '{"a": 1, "a": 2, "z": []}', '$.a[*] ? (@ > 1)'),
  (2, '"\u00e9\u0041 \\\\."', '"\\. \u00e9 \n"', 'strict $'), (3, 'null', 'null', null), (4, ' 1e400 ', '1e400', null), (5, null, null, null);

--# XML, where the server was built with it. | needs xml
create table odd.xml (id int, x xml);
insert into odd.xml values (1, '<a b="1">&amp;é<!-- c --></a>'), (2, 'content <b/> only');

--# Search, bits, networks, geometry, identifiers of the server.
create table odd.others (
  id int, v tsvector, q tsquery, bits bit(5), vbits bit varying, i inet, c cidr, m macaddr, m8 macaddr8, u uuid, l pg_lsn,
  pt point, ln line, ls lseg, bx box, pa path, po polygon, ci circle, ch "char", nm name, r regclass, rt regtype, o oid, ti tid, c9 char(9), vc varchar(3));
insert into odd.others values
  (1, '''a b'':1A,2 ''it''''s'':3', '''fat'' & !''rat'':*A', '10101', '', '::1/64', '2001:db8::/32', '08:00:2b:01:02:03', '08:00:2b:01:02:03:04:05',
   'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11', '16/B374D848', '(NaN,-Infinity)', '{1,-1,0}', '[(0,0),(1e300,1)]', '((1,1),(0,0))', '[(0,0),(1,1)]', '((0,0),(1,1),(1,0))', '<(0,0),5>',
   E'\\', repeat('n', 63), 'odd.texts', 'odd.mood', 4294967295, '(42,7)', 'pad', 'äöü'),
  (2, '', '', '00000', '1', '10.0.0.1', '10.0.0.0/8', null, null, null, '0/0', null, null, null, null, '((0,0))', null, null, '', '', 'pg_catalog.pg_class', 'pg_catalog.int4[]', 0, null, '', '');

--# Types of extensions: hstore, citext, ltree, cube, isn.
create table odd.of_extensions (id int, h odd_extensions.hstore, c citext, l ltree, k cube, e isbn);
insert into odd.of_extensions values (1, '"a"=>"1", "b"=>NULL, "c d"=>"\"x\""', 'MiXed', 'Top.Science', '(1,2),(3,4)', '978-0-11-000222-4'), (2, '', '', '', '(0)', null);
create index on odd.of_extensions using gin (c gin_trgm_ops);
create unique index on odd.of_extensions (c);

--# One canary row, searched for in every output.
create table odd.canary (id int primary key, word text);
insert into odd.canary values (1, 'canary-row-7d1f0c9a55');
