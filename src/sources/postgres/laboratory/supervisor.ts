/**
 * The shell script that stands between us and a laboratory server: it builds the enclosure, makes the cluster, runs the
 * server, and ends everything when its standard input ends, which also happens when we are killed outright.
 *
 * Arguments: mode, folder, user id, group id, folder of the programs, root of the programs or '', superuser, further
 * options of initdb, name of the folder of locales or '', the socket's folder as clients see it. Modes:
 *   namespaces       as root inside new network, mount, process and IPC namespaces
 *   user-namespaces  the same inside a user namespace of our own, where we only seem to be root
 *   uid              as root, without namespaces
 *   plain            as ourselves
 * Standard input: a line with the superuser's password; its end means stop.
 * Standard output: `standing` once the enclosure is built, `enclosed UID NETWORK-NAMESPACE NO-NEW-PRIVS` as the server's own user sees it, then `ready PID`.
 */
export const supervisorScript = String.raw`
set -eu
umask 022
mode=$1 folder=$2 uid=$3 gid=$4 bindir=$5 root=$6 superuser=$7 initdb_options=$8 locpath=$9
shift 9
socket=$1

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
  namespaces | user-namespaces) enclose; home=/laboratory socket=/laboratory/socket ;;
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

server=
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
  cd "$home" && rm -rf data socket log settings.conf hba.conf password locale root 2>/dev/null || :
  exit "$1"
}
trap 'finish 0' TERM

IFS= read -r password
exec 3<&0 < /dev/null
( cat <&3; kill -TERM $$ ) > /dev/null 2>&1 &
watcher=$!
exec 3<&-

$drop $clean "$bindir/postgres" --version > /dev/null
echo standing

mkdir -m 700 "$home/data"
mkdir -m 711 "$home/socket"
(umask 077; printf '%s\n' "$password" > "$home/password"; : > "$home/log")
password=
# A user without an account makes no cluster where the list of accounts cannot be replaced: nobody makes it for him.
maker=$drop
if [ "$mode" = uid ]; then
  maker="setpriv --reuid=65534 --regid=65534 --clear-groups --no-new-privs --inh-caps=-all --bounding-set=-all --"
  chown 65534:65534 "$home/data" "$home/password"
elif [ "$mode" = namespaces ]; then
  chown "$uid:$gid" "$home/data" "$home/password"
fi
$maker $clean "$bindir/initdb" -D "$home/data" -U "$superuser" --pwfile="$home/password" --auth=scram-sha-256 \
  --encoding=UTF8 --locale=C --no-sync $initdb_options > /dev/null 2> "$home/log" < /dev/null ||
  { tail -c 2000 "$home/log" >&2; finish 1; }
rm -f "$home/password"
cat "$home/settings.conf" >> "$home/data/postgresql.conf"
echo "unix_socket_directories = '$socket'" >> "$home/data/postgresql.conf"
cat "$home/hba.conf" > "$home/data/pg_hba.conf"
case $mode in namespaces | uid) chown -R "$uid:$gid" "$home/data" "$home/socket" "$home/log" ;; esac

$drop $clean sh -c 'echo "enclosed $(id -u) $(readlink /proc/self/ns/net || echo none) $(sed -n "s/^NoNewPrivs:[^01]*//p" /proc/self/status)"' 2> /dev/null
$drop $clean "$bindir/postgres" -D "$home/data" >> "$home/log" 2>&1 < /dev/null &
server=$!
until grep -q '^ready' "$home/data/postmaster.pid" 2>/dev/null; do
  if ! kill -0 "$server" 2>/dev/null; then tail -c 2000 "$home/log" >&2; finish 1; fi
  sleep 0.02
done
echo "ready $server"
wait "$server" || :
finish 1
`
