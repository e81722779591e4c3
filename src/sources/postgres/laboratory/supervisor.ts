/**
 * The shell script that stands between us and a laboratory server: it builds the enclosure, makes the cluster, runs the
 * server, and ends everything when its standard input ends, which also happens when we are killed outright.
 *
 * Arguments: mode, folder, user id, group id, folder of the programs, root of the programs or '', superuser, further
 * options of initdb, name of the folder of locales or '', the socket's folder as clients see it, kind, the folder of the
 * socket to a standby's primary as clients see it, token. Modes:
 *   namespaces       as root inside new network, mount, process and IPC namespaces
 *   user-namespaces  the same inside a user namespace of our own, where we only seem to be root
 *   uid              as root, without namespaces
 *   plain            as ourselves
 * Standard input: a line with the superuser's password; its end means stop.
 * Kinds: `throwaway` ends when its server does. `drill` makes a server with a marker in its data folder, and `standby` a copy
 * of one, which follows it; both then take orders, one per line, and answer each with `done` or `failed` and a word:
 *   kill              SIGKILL to all processes of the server, as when its machine loses power
 *   stop, start       a clean stop; a start
 *   damage PATH AT    overwrites 16 bytes of a file of the data folder; only while the server is stopped
 * The first four are refused when the marker in the data folder is not ours.
 * Standard output: `standing` once the enclosure is built, `enclosed UID NETWORK-NAMESPACE NO-NEW-PRIVS` as the server's own user sees it, then `ready PID`.
 */
export const supervisorScript = String.raw`
set -eu
umask 022
mode=$1 folder=$2 uid=$3 gid=$4 bindir=$5 root=$6 superuser=$7 initdb_options=$8 locpath=$9
shift 9
socket=$1 kind=$2 upstream=$3 token=$4

# A root folder that holds the system's programs, the laboratory, and nothing else that is ours: read-only, since some
# runners let everybody write below /usr.
bind() { mount --bind -o ro "$1" "$2" 2>/dev/null || { [ "$mode" = user-namespaces ] && mount --rbind "$1" "$2"; }; }
enclose() {
  new=$folder/root
  mkdir -p "$new"
  mount -t tmpfs -o size=64m,mode=755 laboratory "$new"
  for part in /usr /bin /sbin /lib /lib32 /lib64 /libx32; do
    if [ -L "$part" ]; then cp -P "$part" "$new$part"
    elif [ -d "$part" ]; then mkdir "$new$part"; bind "$part" "$new$part"; fi
  done
  # Before the programs, which may lie below it.
  mkdir "$new/tmp"
  mount -t tmpfs -o size=256m,mode=1777 temporary "$new/tmp"
  if [ -n "$root" ] && [ ! -d "$new$root" ]; then mkdir -p "$new$root"; bind "$root" "$new$root"; fi
  for part in /etc/alternatives /var/cache/postgresql; do
    if [ -d "$part" ]; then mkdir -p "$new$part"; bind "$part" "$new$part"; fi
  done
  mkdir -p "$new/etc/ssl"
  for part in /etc/ld.so.cache /etc/localtime /etc/locale.alias /etc/ssl/openssl.cnf; do
    [ ! -f "$part" ] || cp -L "$part" "$new$part"
  done
  echo 'passwd: files' > "$new/etc/nsswitch.conf"
  echo "laboratory:x:$uid:$gid::/:/bin/false" > "$new/etc/passwd"
  echo "laboratory:x:$gid:" > "$new/etc/group"
  mkdir -p "$new/dev/shm" "$new/proc" "$new/laboratory" "$new/old"
  for part in null zero full random urandom; do
    : > "$new/dev/$part"
    mount --bind "/dev/$part" "$new/dev/$part"
  done
  ln -s /proc/self/fd "$new/dev/fd"
  mount -t tmpfs -o mode=1777 shared-memory "$new/dev/shm"
  mount -t proc processes "$new/proc"
  mount --bind "$folder" "$new/laboratory"
  cd "$new"
  pivot_root . old
  cd /
  umount -l /old
  rmdir /old
  mount -o remount,ro / 2>/dev/null || [ "$mode" = user-namespaces ]
}

case $mode in
  namespaces | user-namespaces) enclose; home=/laboratory socket=/laboratory/socket upstream=/laboratory/upstream ;;
  *) home=$folder ;;
esac
[ -z "$locpath" ] || locpath=$home/$locpath

drop="setpriv --reuid=$uid --regid=$gid --clear-groups --no-new-privs --inh-caps=-all --bounding-set=-all --"
case $mode in
  user-namespaces) drop="unshare --user --map-user=$uid --map-group=$gid -- setpriv --no-new-privs --" ;;
  plain) drop= ;;
esac
clean="env -i PATH=/usr/local/bin:/usr/bin:/bin TZ=UTC"
[ -z "$locpath" ] || clean="$clean LOCPATH=$locpath"

server= watcher=
finish() {
  trap '' TERM
  case $mode in
    namespaces | user-namespaces) kill -KILL -1 || : ;;
    *) [ -z "$server" ] || kill -QUIT "$server" || : ;;
  esac 2>/dev/null
  [ -z "$server" ] || wait "$server" || :
  kill "$watcher" 2>/dev/null || :
  if [ "$mode" = uid ]; then
    # Whatever restored code has started: nobody else has this user id.
    $drop sh -c 'kill -KILL -1' || :
    find /dev/shm -maxdepth 1 -user "$uid" -delete || :
  fi 2>/dev/null
  cd "$home" && rm -rf data socket log settings.conf hba.conf password passfile upstream locale root 2>/dev/null || :
  exit "$1"
}
trap 'finish 0' TERM

IFS= read -r password
exec 3<&0 < /dev/null
if [ "$kind" = throwaway ]; then
  ( cat <&3; kill -TERM $$ ) > /dev/null 2>&1 &
  watcher=$!
  exec 3<&-
fi

$drop $clean "$bindir/postgres" --version > /dev/null
echo standing

mkdir -m 700 "$home/data"
mkdir -m 711 "$home/socket"
(umask 077; printf '%s\n' "$password" > "$home/password"; : > "$home/log")
[ "$kind" != standby ] || (umask 077; printf '*:*:*:*:%s\n' "$password" > "$home/passfile")
password=
# A user without an account makes no cluster where the list of accounts cannot be replaced: nobody makes it for him.
maker=$drop
if [ "$mode" = uid ]; then
  maker="setpriv --reuid=65534 --regid=65534 --clear-groups --no-new-privs --inh-caps=-all --bounding-set=-all --"
  chown 65534:65534 "$home/data" "$home/password"
elif [ "$mode" = namespaces ]; then
  chown "$uid:$gid" "$home/data" "$home/password"
fi
if [ "$kind" = standby ]; then
  case $mode in namespaces | uid) chown "$uid:$gid" "$home/data" "$home/passfile" ;; esac
  $drop $clean "PGPASSFILE=$home/passfile" "$bindir/pg_basebackup" -D "$home/data" -h "$upstream" -p 5432 -U "$superuser" \
    --checkpoint=fast --no-sync --wal-method=stream > /dev/null 2> "$home/log" < /dev/null ||
    { tail -c 2000 "$home/log" >&2; finish 1; }
else
$maker $clean "$bindir/initdb" -D "$home/data" -U "$superuser" --pwfile="$home/password" --auth=scram-sha-256 \
  --encoding=UTF8 --locale=C --no-sync $initdb_options > /dev/null 2> "$home/log" < /dev/null ||
  { tail -c 2000 "$home/log" >&2; finish 1; }
fi
rm -f "$home/password"
cat "$home/settings.conf" >> "$home/data/postgresql.conf"
echo "unix_socket_directories = '$socket'" >> "$home/data/postgresql.conf"
cat "$home/hba.conf" > "$home/data/pg_hba.conf"
if [ "$kind" = standby ]; then
  : > "$home/data/standby.signal"
  echo "primary_conninfo = 'host=$upstream port=5432 user=$superuser passfile=$home/passfile application_name=standby'" >> "$home/data/postgresql.conf"
fi
[ -z "$token" ] || echo "$token" > "$home/data/lifeboat-drill"
case $mode in namespaces | uid) chown -R "$uid:$gid" "$home/data" "$home/socket" "$home/log" ;; esac

$drop $clean sh -c 'echo "enclosed $(id -u) $(readlink /proc/self/ns/net || echo none) $(sed -n "s/^NoNewPrivs:[^01]*//p" /proc/self/status)"' 2> /dev/null
start() {
  $drop $clean "$bindir/postgres" -D "$home/data" >> "$home/log" 2>&1 < /dev/null 3<&- &
  server=$!
  until grep -q '^ready' "$home/data/postmaster.pid" 2>/dev/null; do
    kill -0 "$server" 2>/dev/null || return 1
    sleep 0.02
  done
}
if ! start; then tail -c 2000 "$home/log" >&2; finish 1; fi
echo "ready $server"
if [ "$kind" = throwaway ]; then
  wait "$server" || :
  finish 1
fi

is_ours() { [ "$(cat "$home/data/lifeboat-drill" 2>/dev/null)" = "$token" ]; }
is_running() { [ -n "$server" ] && kill -0 "$server" 2>/dev/null; }
power_off() {
  case $mode in
    namespaces | user-namespaces) kill -KILL -1 || : ;;
    uid) $drop sh -c 'kill -KILL -1' || : ;;
    plain)
      # It starts no more of them; then all together.
      kill -STOP "$server" && kill -KILL $(pgrep -P "$server") "$server" || : ;;
  esac 2>/dev/null
  wait "$server" 2>/dev/null || :
  # What a power cut leaves no trace of: a new start must not take it for a server that lives.
  rm -f "$home/data/postmaster.pid" "$socket"/.s.PGSQL.*
  server=
}
while IFS=' ' read -r order path at <&3; do
  if ! is_ours; then echo "failed marker"; continue; fi
  case $order in
    kill) if is_running; then power_off; fi; echo "done kill" ;;
    stop)
      if is_running; then kill -INT "$server"; wait "$server" || :; server=; fi
      echo "done stop" ;;
    start)
      if is_running || start; then echo "done start"; else echo "failed start"; fi ;;
    damage)
      case $path in
        /* | *..* | *[!a-zA-Z0-9_/.]*) echo "failed path"; continue ;;
      esac
      if is_running; then echo "failed running"
      elif printf 'LIFEBOAT---DRILL' | $drop dd "of=$home/data/$path" bs=1 "seek=$at" conv=notrunc,nocreat > /dev/null 2>&1; then echo "done damage"
      else echo "failed damage"; fi ;;
    *) echo "failed order" ;;
  esac
done
finish 0
`
