#!/usr/bin/env bash
# Gives the tests a Docker daemon with Compose, and four small images, without pulling any: their files are those of
# this machine's own packages. Run again, it does only what is missing. Needs Debian or Ubuntu, and root where no daemon
# runs yet. Prints one line that says what is in the way when it cannot be had, and ends with code 3 then.
#
# Images: lifeboat-test/busybox, lifeboat-test/node, lifeboat-test/postgres, lifeboat-test/redis. They do what the
# official images of these names do, as far as examples/shop makes use of it.
set -euo pipefail
export DEBIAN_FRONTEND=noninteractive LC_ALL=C
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
node_program=$(cd "$here/../../.." && pwd)/node_modules/node/bin/node
state=/run/lifeboat-test-docker
cannot() { echo "$1"; exit 3; }

as_root=()
[ "$(id -u)" = 0 ] || { sudo -n true 2>/dev/null && as_root=(sudo -n env DEBIAN_FRONTEND=noninteractive LC_ALL=C); } || true
is_root() { [ "$(id -u)" = 0 ] || [ "${#as_root[@]}" -gt 0 ]; }

packages() {
  is_root || cannot "$* is missing, and installing it takes root"
  command -v apt-get >/dev/null || cannot "$* is missing, and there is no apt to install it with"
  # Otherwise Debian starts servers as soon as they are installed.
  local policy=/usr/sbin/policy-rc.d made=
  [ -e $policy ] || { printf '#!/bin/sh\nexit 101\n' | "${as_root[@]}" tee $policy >/dev/null; "${as_root[@]}" chmod 755 $policy; made=yes; }
  "${as_root[@]}" apt-get install -y -qq --no-install-recommends "$@" >/dev/null 2>&1 ||
    { "${as_root[@]}" apt-get update -qq >/dev/null 2>&1; "${as_root[@]}" apt-get install -y -qq --no-install-recommends "$@" >/dev/null 2>&1; } ||
    { [ -z $made ] || "${as_root[@]}" rm -f $policy; return 1; }
  [ -z $made ] || "${as_root[@]}" rm -f $policy
}

# 1. docker and dockerd
command -v docker >/dev/null || packages docker.io || cannot "docker cannot be installed"

# 2. Compose v2: a package of its own, by either name; of Debian's next release where this one lacks it.
if ! docker compose version >/dev/null 2>&1; then
  packages docker-compose-v2 || packages docker-compose-plugin || true
fi
if ! docker compose version >/dev/null 2>&1; then
  is_root || cannot "Compose is missing, and installing it takes root"
  mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 2>/dev/null | grep -v security | head -1)
  keys=/usr/share/keyrings/debian-archive-keyring.gpg
  { [ -n "$mirror" ] && [ -e $keys ]; } || cannot "Compose is missing, and this system has no package of it"
  apt=$(mktemp -d)
  chmod 755 "$apt"
  mkdir -p "$apt"/{lists/partial,cache/archives/partial,files}
  echo "deb [signed-by=$keys] ${mirror%/} trixie main" >"$apt/sources.list"
  # A state of its own: the machine's sources and pins stay as they are.
  options=(-qq -o "Dir::Etc::SourceList=$apt/sources.list" -o Dir::Etc::SourceParts=/dev/null -o Dir::Etc::Preferences=/dev/null
    -o Dir::Etc::PreferencesParts=/dev/null -o "Dir::State::Lists=$apt/lists" -o "Dir::Cache=$apt/cache" -o APT::Sandbox::User=root)
  { apt-get "${options[@]}" update && (cd "$apt" && apt-get "${options[@]}" download docker-compose); } >/dev/null 2>&1 ||
    cannot "Compose cannot be downloaded"
  dpkg-deb -x "$apt"/docker-compose_*.deb "$apt/files"
  "${as_root[@]}" install -D -m 755 "$apt/files/usr/libexec/docker/cli-plugins/docker-compose" /usr/local/lib/docker/cli-plugins/docker-compose
  rm -rf "$apt"
fi

# 3. the daemon
lives() { grep -qs '^State:[[:space:]]*[^ZX[:space:]]' "/proc/${1:-none}/status"; }
if ! docker info >/dev/null 2>&1; then
  is_root || cannot "no Docker daemon can be reached, and starting one takes root"
  command -v dockerd >/dev/null || packages docker.io iptables || cannot "dockerd cannot be installed"
  command -v iptables >/dev/null || packages iptables || cannot "iptables cannot be installed"
  "${as_root[@]}" mkdir -p $state
  # What a killed daemon left. Where nobody buries the dead (process 1 of many containers does not), its containerd still
  # has a number, and a new daemon would wait for that one in vain.
  "${as_root[@]}" rm -f /var/run/docker.pid
  containerd=/var/run/docker/containerd/containerd.pid
  lives "$("${as_root[@]}" cat $containerd 2>/dev/null)" || "${as_root[@]}" rm -f $containerd
  "${as_root[@]}" sh -c "setsid dockerd >$state/log 2>&1 </dev/null & echo \$! >$state/pid"
  # On what a killed daemon left it first ends the containers that still run, and each may take its time to stop. So it is
  # waited for as long as it lives.
  daemon=$(cat $state/pid)
  for _ in $(seq 720); do
    docker info >/dev/null 2>&1 && break
    lives "$daemon" || break
    sleep 0.25
  done
  docker info >/dev/null 2>&1 || cannot "dockerd does not start here: $("${as_root[@]}" tail -3 $state/log | cut -c1-300 | tr '\n' ' ')"
fi

# 4. the images
missing() { ! docker image inspect "lifeboat-test/$1" >/dev/null 2>&1; }

# tried: a daemon that answers may still be unable to do what the tests ask of it, in a machine that is itself a container.
tried() {
  local network=lifeboat-test-$$
  docker network create "$network" >/dev/null 2>"$1" &&
    docker run --rm --network "$network" --publish 127.0.0.1::80 --memory 64m --cpus 0.5 lifeboat-test/busybox true >/dev/null 2>"$1"
  local code=$?
  docker network rm "$network" >/dev/null 2>&1 || true
  return $code
}
trial() {
  local said
  said=$(mktemp)
  if ! tried "$said"; then
    echo "containers do not run here: $(tail -1 "$said" | cut -c1-300)"
    # Nothing of it is left that the tests could take for a daemon of use.
    docker image rm lifeboat-test/busybox >/dev/null 2>&1 || true
    exit 3
  fi
  rm -f "$said"
}
missing busybox || missing node || missing postgres || missing redis || { trial; exit 0; }

[ -x /bin/busybox ] && ! ldd /bin/busybox >/dev/null 2>&1 || packages busybox-static || cannot "busybox-static cannot be installed"
[ -x /usr/bin/setpriv ] || packages util-linux || cannot "setpriv cannot be installed"
[ -x /usr/bin/redis-server ] || packages redis-server redis-tools || cannot "redis-server cannot be installed"
pg_bin() { ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1; }
[ -x "$(pg_bin)/initdb" ] || packages postgresql || cannot "postgresql cannot be installed"
[ -x "$node_program" ] || cannot "node is missing: run npm ci"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# libraries ROOT FILE…: every shared library that the files need, at the path where they look for it.
libraries() {
  local root=$1 file
  shift
  { ldd "$@" 2>/dev/null || true; } | awk '$2 == "=>" && $3 ~ /^\// { print $3 } $1 ~ /^\// && $1 !~ /:$/ { print $1 }' | sort -u |
    while read -r file; do mkdir -p "$root${file%/*}"; cp -nL "$file" "$root$file"; done
}

# skeleton ROOT: a shell, users, and the places that programs expect.
skeleton() {
  local root=$1 applet
  mkdir -p "$root"/{bin,etc,dev,proc,sys,root,run,home,var/run,usr/bin,usr/local/bin}
  mkdir -p -m 1777 "$root"/tmp
  cp -L /bin/busybox "$root/bin/busybox"
  for applet in $(/bin/busybox --list); do [ "$applet" = busybox ] || ln -s /bin/busybox "$root/bin/$applet"; done
  printf '%s\n' root:x:0:0:root:/root:/bin/sh postgres:x:999:999::/var/lib/postgresql:/bin/sh redis:x:998:998::/data:/bin/sh node:x:1000:1000::/home:/bin/sh >"$root/etc/passwd"
  printf '%s\n' root:x:0: postgres:x:999: redis:x:998: node:x:1000: >"$root/etc/group"
  printf 'hosts: files dns\n' >"$root/etc/nsswitch.conf"
}

with_setpriv() {
  cp -L /usr/bin/setpriv "$1/usr/bin/setpriv"
  libraries "$1" /usr/bin/setpriv
}

# image NAME ROOT SETTING…: everything belongs to root, whoever builds it.
image() {
  local name=$1 root=$2
  shift 2
  tar -C "$root" --numeric-owner --owner=0 --group=0 -c . | docker import -c 'ENV PATH=/usr/local/bin:/usr/bin:/bin' "$@" - "lifeboat-test/$name" >/dev/null
}

if missing busybox; then
  skeleton "$work/busybox"
  image busybox "$work/busybox" -c 'CMD ["sh"]'
fi

if missing node; then
  skeleton "$work/node"
  cp -L "$node_program" "$work/node/usr/local/bin/node"
  libraries "$work/node" "$node_program"
  image node "$work/node" -c 'CMD ["node"]'
fi

if missing redis; then
  skeleton "$work/redis"
  cp -L /usr/bin/redis-server "$work/redis/usr/local/bin/redis-server"
  cp -L /usr/bin/redis-cli "$work/redis/usr/local/bin/redis-cli"
  libraries "$work/redis" /usr/bin/redis-server /usr/bin/redis-cli
  with_setpriv "$work/redis"
  mkdir -p "$work/redis/data"
  install -m 755 /dev/stdin "$work/redis/usr/local/bin/docker-entrypoint.sh" <<'ENTRY'
#!/bin/sh
set -e
if [ "$1" = redis-server ] && [ "$(id -u)" = 0 ]; then
  chown -R redis:redis .
  exec /usr/bin/setpriv --reuid=redis --regid=redis --clear-groups "$0" "$@"
fi
exec "$@"
ENTRY
  image redis "$work/redis" -c 'WORKDIR /data' -c 'VOLUME /data' -c 'EXPOSE 6379' -c 'ENTRYPOINT ["docker-entrypoint.sh"]' -c 'CMD ["redis-server"]'
fi

if missing postgres; then
  root=$work/postgres bin=$(pg_bin)
  major=$(basename "${bin%/bin}")
  skeleton "$root"
  mkdir -p "$root/usr/lib/postgresql" "$root/usr/share/postgresql" "$root/var/lib/postgresql/data" "$root/docker-entrypoint-initdb.d" "$root/usr/lib/locale"
  # Compiled queries would bring LLVM along, a hundred megabytes of it.
  tar -C /usr/lib/postgresql --exclude=bitcode --exclude=llvmjit* --exclude=pgxs -c "$major" | tar -C "$root/usr/lib/postgresql" -x
  tar -C /usr/share/postgresql --exclude=man -ch "$major" | tar -C "$root/usr/share/postgresql" -x
  tar -C / -ch usr/share/zoneinfo | tar -C "$root" -x
  if [ -d /usr/lib/locale/C.utf8 ]; then cp -r /usr/lib/locale/C.utf8 "$root/usr/lib/locale/"; fi
  libraries "$root" "$bin"/* /usr/lib/postgresql/"$major"/lib/*.so
  with_setpriv "$root"
  install -m 755 /dev/stdin "$root/usr/local/bin/docker-entrypoint.sh" <<'ENTRY'
#!/bin/sh
set -e
if [ "$1" != postgres ]; then exec "$@"; fi
if [ "$(id -u)" = 0 ]; then
  if [ -n "$POSTGRES_PASSWORD_FILE" ]; then POSTGRES_PASSWORD=$(cat "$POSTGRES_PASSWORD_FILE"); export POSTGRES_PASSWORD; fi
  mkdir -p "$PGDATA" /var/run/postgresql
  chown -R postgres:postgres "$PGDATA" /var/run/postgresql
  chmod 700 "$PGDATA"
  exec /usr/bin/setpriv --reuid=postgres --regid=postgres --clear-groups "$0" "$@"
fi
if [ ! -s "$PGDATA/PG_VERSION" ]; then
  if [ -z "$POSTGRES_PASSWORD" ]; then echo 'POSTGRES_PASSWORD or POSTGRES_PASSWORD_FILE is needed' >&2; exit 1; fi
  user=${POSTGRES_USER:-postgres}
  # A killed start leaves files without PG_VERSION: initdb wants the folder empty.
  rm -rf "${PGDATA:?}"/*
  printf '%s' "$POSTGRES_PASSWORD" >/tmp/password
  initdb --username="$user" --pwfile=/tmp/password --encoding=UTF8 --locale=C --auth-local=trust --auth-host=scram-sha-256 >/dev/null
  rm /tmp/password
  echo 'host all all all scram-sha-256' >>"$PGDATA/pg_hba.conf"
  echo "listen_addresses = '*'" >>"$PGDATA/postgresql.conf"
  printf 'create database "%s";\n' "${POSTGRES_DB:-$user}" | postgres --single -D "$PGDATA" postgres >/dev/null
fi
unset POSTGRES_PASSWORD
exec "$@"
ENTRY
  image postgres "$root" -c "ENV PGDATA=/var/lib/postgresql/data" -c "ENV PATH=$bin:/usr/local/bin:/usr/bin:/bin" -c 'VOLUME /var/lib/postgresql/data' \
    -c 'EXPOSE 5432' -c 'ENTRYPOINT ["docker-entrypoint.sh"]' -c 'CMD ["postgres"]'
fi

trial
