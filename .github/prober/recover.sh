#!/usr/bin/env bash
# Recovers a backup with age, zstd, tar and PostgreSQL's own tools, without Lifeboat, into a new database `recovered` of
# the server that DATABASE_URL names, and compares every table with the source. For backups with one source.
# usage: recover.sh BACKUP_FOLDER SOURCE IDENTITY_FILE POSTGRES_BINDIR
set -euo pipefail
backup="$1" source="$2" identity="$3" bindir="$4"
archive="$(mktemp -d)"
trap 'rm -rf "$archive"' EXIT

for sealed in "$backup/$source"/*.age; do
  age --decrypt --identity "$identity" --output "$archive/$(basename "$sealed" .age)" "$sealed"
done
for pack in "$archive"/pack-*.tar.zst; do
  [ -e "$pack" ] || continue
  zstd --decompress --stdout --quiet "$pack" | tar --extract --directory "$archive"
  rm "$pack"
done
rm -f "$archive"/globals.sql.zst # its roles are on this server already
# Data files stay compressed where pg_dump wrote them so, which the manifest says; then pg_restore reads them itself.
find "$archive" -name 'toc.dat.zst' -exec zstd --decompress --rm --quiet {} +
if grep -Eq '"archiveCompression": *"none"' "$backup/manifest.json"; then
  find "$archive" -name '*.zst' -exec zstd --decompress --rm --quiet {} +
fi

database="$("$bindir/psql" -XAtc 'select current_database()' "$DATABASE_URL")"
recovered="${DATABASE_URL%/"$database"*}/recovered${DATABASE_URL##*/"$database"}"
"$bindir/psql" --no-psqlrc --quiet -v ON_ERROR_STOP=1 -c 'create database recovered template template0' "$DATABASE_URL"
"$bindir/pg_restore" --dbname "$recovered" --jobs 2 --exit-on-error "$archive"

# One line per table: its name, rows, and a digest that the order of rows does not change. Materialized views are not
# among them: a restore computes them anew.
fingerprints() {
  "$bindir/psql" --no-psqlrc --quiet --no-align --tuples-only -v ON_ERROR_STOP=1 "$1" << 'SQL'
set timezone = 'UTC';
select format(
  'select %L, count(*), md5(coalesce(string_agg(md5(t::text), '''' order by md5(t::text)), '''')) from only %s t',
  c.oid::regclass::text, c.oid::regclass)
from pg_class c join pg_namespace n on n.oid = c.relnamespace
where c.relkind = 'r' and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
order by 1 \gexec
SQL
}
fingerprints "$DATABASE_URL" > "$archive.source"
fingerprints "$recovered" > "$archive.recovered"
trap 'rm -rf "$archive" "$archive.source" "$archive.recovered"' EXIT
if [ ! -s "$archive.source" ]; then
  echo "the source has no tables: nothing was compared" >&2
  exit 1
fi
diff "$archive.source" "$archive.recovered"
echo "$(wc -l < "$archive.source") tables are equal to the source"
