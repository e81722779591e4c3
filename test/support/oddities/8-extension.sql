--# Configuration tables of an extension: what a dump holds of them is not all that is in them. | needs lifeboat_oddity
create extension lifeboat_oddity with schema odd_extensions;
insert into odd_extensions.lifeboat_oddity_settings values ('own', 'x');
insert into odd_extensions.lifeboat_oddity_rows values (1, 'a'), (2, null);
insert into odd_extensions.lifeboat_oddity_cache values (1);
select nextval('odd_extensions.lifeboat_oddity_number') from generate_series(1, 9);
