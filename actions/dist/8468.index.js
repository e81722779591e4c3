export const id = 8468;
export const ids = [8468];
export const modules = {

/***/ 5651:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ birthOf),
/* harmony export */   _: () => (/* binding */ isAlive)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);

/** Whether a process lives. One that has ended and that nobody has buried, as happens in containers, does not. */
function isAlive(pid) {
    return birthOf(pid) !== null;
}
/** What tells a process from a later one of the same number; null when there is none. @see proc_pid_stat(5), field 22 */
function birthOf(pid) {
    if (process.platform === 'linux') {
        try {
            const stat = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(`/proc/${pid}/stat`, 'utf8');
            // The name before may hold anything.
            const [state = '', ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
            return state === 'Z' || state === 'X' ? null : (fields[18] ?? null);
        }
        catch {
            return null;
        }
    }
    try {
        process.kill(pid, 0);
    }
    catch (thrown) {
        if (!(thrown instanceof Error && 'code' in thrown && thrown.code === 'EPERM'))
            return null;
    }
    return 'unknown';
}


/***/ }),

/***/ 58324:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ makeFolder)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(27550);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(56067);





/** sun_path has 108 bytes on Linux and 104 on macOS, with a closing zero. */
const longestSocketPath = 103;
/** Of all servers that a laboratory starts: PostgreSQL's. */
const longestSocketName = '.s.PGSQL.5432';
/**
 * In the spool, which only we may enter, where the server gets a view of its own of the file system; else where its user
 * can get by himself. Others can enter that folder too, but not read it, and the data in it is the server's alone.
 * @throws Failure `config` when no server could work in the temporary folder
 */
async function makeFolder({ mode }, id, spool) {
    const open = mode !== 'uid';
    const parent = open ? spool : await whereOthersMayEnter([(0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(spool), (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)()]);
    const [own, shortcut] = (0,_state_js__WEBPACK_IMPORTED_MODULE_4__/* .laboratoryFolders */ .TR)(id);
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(parent, own);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(folder, { mode: 0o711 });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.chmod)(folder, 0o711);
    const socket = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'socket');
    // `upstream` is the longer name of the two.
    if (Buffer.byteLength((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'upstream', longestSocketName)) <= longestSocketPath) {
        return { folder, socket, upstream: (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'upstream'), folders: [folder] };
    }
    const short = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)((0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), shortcut);
    if (Buffer.byteLength((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(short, 's', longestSocketName)) > longestSocketPath) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR('config', 'the path of the temporary folder is too long for the socket of a server', {
            hint: 'Set TMPDIR to a folder with a short path, such as /tmp.',
        });
    }
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(short, { mode: 0o711 });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.symlink)(socket, (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(short, 's'));
    return { folder, socket: (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(short, 's'), upstream: (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(short, 'u'), folders: [folder, short] };
}
/** @throws Failure `config` when there is none among them */
async function whereOthersMayEnter(folders) {
    for (const folder of folders)
        if (await othersMayEnter(folder))
            return folder;
    throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR('config', 'users other than root may not enter the temporary folder, and a server does not run as root', { hint: 'Set TMPDIR to a folder that everybody may enter along its whole path, such as /tmp.' });
}
async function othersMayEnter(folder) {
    for (let at = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(folder);; at = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(at)) {
        if (((await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(at)).mode & 0o001) === 0)
            return false;
        if ((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(at) === at)
            return true;
    }
}


/***/ }),

/***/ 56067:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jq: () => (/* binding */ writeState),
/* harmony export */   OI: () => (/* binding */ removeLaboratories),
/* harmony export */   TR: () => (/* binding */ laboratoryFolders),
/* harmony export */   q8: () => (/* binding */ removeLaboratory)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92857);
/* harmony import */ var _privilege_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68689);
/* harmony import */ var _alive_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5651);





/** What must be stopped and removed if the run that made a laboratory cannot do it itself. */
const stateSchema = zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({
    /** Part of the folder's name and of the supervisor's command line: tells our process from another with its number. */
    id: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().regex(/^[0-9a-f]{16}$/),
    owner: zod__WEBPACK_IMPORTED_MODULE_4__/* .int */ .Whr(),
    /** Tells the owner from a later process of its number. */
    ownerBirth: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().nullable().default(null),
    supervisor: zod__WEBPACK_IMPORTED_MODULE_4__/* .int */ .Whr().nullable(),
    privileged: zod__WEBPACK_IMPORTED_MODULE_4__/* .boolean */ .zMY(),
    folders: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()),
});
/** Names of the folders that a laboratory may have: its own, and a short one that leads to its socket. */
const laboratoryFolders = (id) => [`lifeboat-laboratory-${id}`, `lb-${id}`];
const fileName = (id) => `lifeboat-laboratory-${id}.json`;
async function writeState(stateFolder, state) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(stateFolder, { recursive: true });
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(stateFolder, fileName(state.id));
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(`${path}.new`, JSON.stringify({ ...state, ownerBirth: (0,_alive_js__WEBPACK_IMPORTED_MODULE_3__/* .birthOf */ .L)(state.owner) }), {
        mode: 0o600,
    });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rename)(`${path}.new`, path);
}
/**
 * Removes every laboratory whose owner has ended, by what the state files say: for the `post:` step of an action, and
 * for the next run. Gives how many there were.
 */
async function removeLaboratories(stateFolder, { processes, clock, log }) {
    const names = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(stateFolder).catch(() => []);
    let removed = 0;
    for (const name of names) {
        if (!/^lifeboat-laboratory-[0-9a-f]{16}\.json$/.test(name))
            continue;
        const state = await readState((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(stateFolder, name));
        if (state === null || state.owner === process.pid || (await isOwned(state)))
            continue;
        const privilege = state.privileged ? await (0,_privilege_js__WEBPACK_IMPORTED_MODULE_2__/* .findPrivilege */ .X)(processes) : [];
        if (privilege === null) {
            log.warning('a laboratory of an earlier run cannot be removed: sudo asks for a password now');
            continue;
        }
        if (await removeLaboratory(stateFolder, state, privilege, { processes, clock }))
            removed += 1;
        else
            log.warning('a laboratory of an earlier run could not be removed');
    }
    return removed;
}
/** Ends what still runs and removes what still lies there. True when nothing is left. */
async function removeLaboratory(stateFolder, state, privilege, { processes, clock }) {
    const run = async (command, ...args) => {
        const [program = command, ...rest] = [...privilege, command, ...args];
        return (await processes.run(program, rest, { environment: _privilege_js__WEBPACK_IMPORTED_MODULE_2__/* .systemEnvironment */ .f })).code === 0;
    };
    if (state.supervisor !== null) {
        // It ends by itself once its owner is gone; the time it takes is for emptying the folder.
        if (!(await endsWithin(2_000, state.supervisor, state.id, clock))) {
            await run('kill', '-KILL', '--', `-${state.supervisor}`);
            // Whoever is not gone yet could still write where we remove.
            await endsWithin(1_000, state.supervisor, state.id, clock);
        }
    }
    // Only what is named after this laboratory is ever removed, as that may happen with root's rights.
    const folders = state.folders.filter((folder) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(folder) === folder && laboratoryFolders(state.id).includes((0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(folder)));
    if (folders.length > 0 && !(await run('rm', '-rf', '--', ...folders)))
        return false;
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(stateFolder, fileName(state.id)), { force: true });
    return true;
}
/** Null when it is none of ours. */
async function readState(path) {
    try {
        if ((await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(path)).uid !== process.getuid?.())
            return null;
        const parsed = stateSchema.safeParse(JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8')));
        return parsed.success ? parsed.data : null;
    }
    catch {
        return null;
    }
}
/**
 * Whether the run that made it still lives; its server need not, as a drill kills its own. Where births cannot be told, a
 * server that has ended decides, so that a reused number of the owner keeps nothing for long.
 */
async function isOwned({ owner, ownerBirth, supervisor, id }) {
    if (!(0,_alive_js__WEBPACK_IMPORTED_MODULE_3__/* .isAlive */ ._)(owner))
        return false;
    if (process.platform === 'linux' && ownerBirth !== null)
        return (0,_alive_js__WEBPACK_IMPORTED_MODULE_3__/* .birthOf */ .L)(owner) === ownerBirth;
    return supervisor === null || (await isSupervisor(supervisor, id));
}
async function endsWithin(patience, pid, id, clock) {
    for (let waited = 0; await isSupervisor(pid, id); waited += 50) {
        if (waited >= patience)
            return false;
        await clock.sleep(50);
    }
    return true;
}
async function isSupervisor(pid, id) {
    if (process.platform !== 'linux')
        return (0,_alive_js__WEBPACK_IMPORTED_MODULE_3__/* .isAlive */ ._)(pid);
    const line = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    return line.includes(id);
}


/***/ }),

/***/ 97069:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ freeUserId)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);

/** A user id without an account and without a process. */
async function freeUserId(random) {
    const accounts = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)('/etc/passwd', 'utf8');
    const taken = new Set(accounts.split('\n').map((line) => Number(line.split(':')[2])));
    for (const entry of await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)('/proc').catch(() => [])) {
        if (!/^\d+$/.test(entry))
            continue;
        const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(`/proc/${entry}`).catch(() => null);
        if (found !== null)
            taken.add(found.uid);
    }
    for (;;) {
        // Below what containers map, above people's accounts, outside of systemd's own range.
        const uid = 40_000 + (Buffer.from(random.bytes(4)).readUInt32BE() % 20_000);
        if (!taken.has(uid))
            return uid;
    }
}


/***/ }),

/***/ 47038:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  O: () => (/* binding */ port),
  M: () => (/* binding */ raiseServer)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/domain/failure.js
var failure = __webpack_require__(27550);
// EXTERNAL MODULE: ./lib/sources/laboratory/folder.js
var folder = __webpack_require__(58324);
// EXTERNAL MODULE: ./lib/sources/laboratory/state.js
var laboratory_state = __webpack_require__(56067);
// EXTERNAL MODULE: ./lib/sources/laboratory/user-id.js
var user_id = __webpack_require__(97069);
// EXTERNAL MODULE: ./lib/sources/privilege.js
var sources_privilege = __webpack_require__(68689);
// EXTERNAL MODULE: external "node:readline"
var external_node_readline_ = __webpack_require__(80481);
;// CONCATENATED MODULE: ./lib/sources/postgres/laboratory/supervisor.js
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
const supervisorScript = String.raw `
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
`;

;// CONCATENATED MODULE: ./lib/sources/postgres/laboratory/enclosure.js





/** How far a laboratory can be shut in, the best first; which ones this machine allows only trying tells. */
const enclosures = [
    {
        mode: 'namespaces',
        privileged: true,
        linuxOnly: true,
        launcher: 'unshare --net --mount --pid --ipc --fork --kill-child=KILL --'.split(' '),
    },
    {
        mode: 'user-namespaces',
        privileged: false,
        linuxOnly: true,
        launcher: 'unshare --user --map-root-user --net --mount --pid --ipc --fork --kill-child=KILL --'.split(' '),
    },
    { mode: 'uid', privileged: true, linuxOnly: true, launcher: [] },
    { mode: 'plain', privileged: false, linuxOnly: false, launcher: [] },
];
/**
 * Makes and starts the server, as far as this machine allows such an enclosure. The server ends when the supervisor's standard input is closed.
 * @throws Failure when the server itself did not start
 */
async function enclose(enclosure, privilege, cell, { processes, clock, signal, started }) {
    const [command, ...args] = [
        ...(enclosure.privileged ? privilege : []),
        ...enclosure.launcher,
        'sh',
        '-c',
        supervisorScript,
        'lifeboat-laboratory',
        enclosure.mode,
        cell.folder,
        String(cell.uid),
        String(cell.gid),
        cell.bindir,
        cell.root ?? '',
        cell.superuser,
        cell.initdbOptions.join(' '),
        cell.locales ?? '',
        cell.socket,
        cell.kind,
        cell.upstream,
        cell.token,
    ];
    // Tied neither to the signal nor to our life: told to stop by its standard input, it also tidies up.
    const supervisor = await processes.start(command, args, {
        environment: sources_privilege/* systemEnvironment */.f,
        outlivesUs: true,
    });
    const said = [];
    supervisor.stderr.on('data', (chunk) => said.push(chunk.toString()));
    const stop = () => void supervisor.stdin.end();
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted)
        stop();
    try {
        await started(supervisor.pid);
        supervisor.stdin.write(`${cell.password}\n`);
        const seen = await watchStart(supervisor);
        signal.throwIfAborted();
        if (seen.ready)
            return { supervisor, ...(await judge(seen)) };
        await endSupervisor(supervisor, clock);
        if (!seen.begun)
            return { refusal: lastLines(said, 1) };
        throw new failure/* Failure */.HR('unavailable', 'the laboratory server did not start', {
            // Nothing was restored yet, so nothing of what it says comes from data.
            hint: `It said: ${lastLines(said, 5)}`,
        });
    }
    catch (thrown) {
        await endSupervisor(supervisor, clock);
        throw thrown;
    }
    finally {
        signal.removeEventListener('abort', stop);
    }
}
function lastLines(said, count) {
    return said.join('').trim().split('\n').slice(-count).join(' | ');
}
/** Asks the supervisor to end, which stops the server and empties the folder; false when it did not in time. */
async function endSupervisor(supervisor, clock) {
    supervisor.stdin.end();
    supervisor.stdout.resume();
    supervisor.stderr.resume();
    const timeout = new AbortController();
    const inTime = await Promise.race([
        supervisor.ended.then(() => true),
        clock.sleep(4_000, timeout.signal).then(() => false, () => true),
    ]);
    timeout.abort();
    return inTime;
}
async function watchStart(supervisor) {
    const seen = { begun: false, ready: false, uid: -1, network: '', noNewPrivileges: false };
    for await (const line of (0,external_node_readline_.createInterface)({ input: supervisor.stdout })) {
        const [word, ...values] = line.split(' ');
        if (word === 'standing')
            seen.begun = true;
        if (word === 'enclosed') {
            seen.uid = Number(values[0]);
            seen.network = values[1] ?? '';
            seen.noNewPrivileges = values[2] === '1';
        }
        if (word === 'ready') {
            seen.ready = true;
            break;
        }
    }
    // Whoever waits for the end of the supervisor waits for the end of its output too.
    supervisor.stdout.resume();
    return seen;
}
async function judge(seen) {
    const ownNetwork = await (0,promises_.readlink)('/proc/self/ns/net').catch(() => null);
    const networkApart = ownNetwork !== null && seen.network.startsWith('net:') && seen.network !== ownNetwork;
    // A user of its own that could become root by sudo would be none.
    const uidApart = seen.uid > 0 && seen.uid !== process.getuid?.() && seen.noNewPrivileges;
    const isolation = uidApart ? (networkApart ? 'full' : 'uid') : networkApart ? 'network' : 'none';
    return { isolation, uid: seen.uid };
}

;// CONCATENATED MODULE: ./lib/sources/postgres/laboratory/locale.js




const sources = '/usr/share/i18n';
/**
 * Sees to it that the server will find these libc locales. Resolves null when the machine has them all, else a folder
 * for LOCPATH, inside `folder`, in which all of them were built: glibc then looks nowhere else.
 * @throws Failure `missing` which names the locale to install
 */
async function provideLocales(names, folder, { processes, log, signal }) {
    const needed = [...new Set(names)].filter((name) => name !== 'C' && name !== 'POSIX' && name !== '');
    const lacking = [];
    for (const name of needed)
        if (!(await isInstalled(name, processes, signal)))
            lacking.push(name);
    if (lacking.length === 0)
        return null;
    const path = (0,external_node_path_.join)(folder, 'locale');
    await (0,promises_.mkdir)(path, { mode: 0o755 });
    for (const name of needed) {
        if (!(await build(name, path, processes, signal))) {
            throw new failure/* Failure */.HR('missing', `this machine has no locale ${name}, which the database was made with`, {
                hint: `Install it: on Debian and Ubuntu the package locales, then "sudo locale-gen ${name}".`,
            });
        }
    }
    log.info(`built for the laboratory: locale ${lacking.join(', ')}`);
    return path;
}
/** `locale` complains, on stderr, about a locale that libc cannot load. Where there is no such program, libc takes any name. */
async function isInstalled(name, processes, signal) {
    const asked = await processes
        .run('locale', ['charmap'], { environment: { ...sources_privilege/* systemEnvironment */.f, LC_ALL: name }, signal })
        .catch((thrown) => {
        if (thrown instanceof failure/* Failure */.HR && thrown.kind === 'missing')
            return null;
        throw thrown;
    });
    return asked === null || (asked.code === 0 && asked.stderr === '');
}
async function build(name, folder, processes, signal) {
    const parts = /^([A-Za-z0-9_-]+)(?:\.([A-Za-z0-9_-]+))?(@[A-Za-z0-9_-]+)?$/.exec(name);
    const [, language, codeset, modifier = ''] = parts ?? [];
    if (language === undefined)
        return false;
    const charmap = await charmapOf(name, codeset);
    const built = await processes
        .run('localedef', 
    // An output name with a slash is taken as it is, not put into the system's archive.
    ['--no-archive', '-c', '-i', `${language}${modifier}`, '-f', charmap, (0,external_node_path_.join)(folder, name)], { environment: sources_privilege/* systemEnvironment */.f, signal })
        .catch((thrown) => {
        if (thrown instanceof failure/* Failure */.HR && thrown.kind === 'missing')
            return null;
        throw thrown;
    });
    // Warnings give 1 although the locale was written; only reading it back tells.
    if (built === null)
        return false;
    const read = await processes.run('locale', ['charmap'], {
        environment: { ...sources_privilege/* systemEnvironment */.f, LOCPATH: folder, LC_ALL: name },
        signal,
    });
    return read.code === 0 && read.stderr === '';
}
/** `en_US.utf8` → `UTF-8`; a name without codeset by the system's list, `de_DE@euro ISO-8859-15`. */
async function charmapOf(name, codeset) {
    if (codeset !== undefined) {
        if (/^utf-?8$/i.test(codeset))
            return 'UTF-8';
        const iso = /^iso-?8859-?(\d+)$/i.exec(codeset);
        return iso ? `ISO-8859-${iso[1]}` : codeset.toUpperCase();
    }
    const list = await (0,promises_.readFile)((0,external_node_path_.join)(sources, 'SUPPORTED'), 'utf8').catch(() => '');
    const line = list.split('\n').find((line) => line.startsWith(`${name} `));
    return line?.split(' ')[1] ?? 'ISO-8859-1';
}

;// CONCATENATED MODULE: ./lib/sources/postgres/laboratory/raise.js
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});









const port = 5432;
/**
 * Makes and starts a server, shut in as well as this machine allows. Disposing it stops the server and removes all of it.
 * @throws Failure `missing` when a locale or a program is not there
 */
async function raiseServer(options, spec) {
    const { tools, processes, log, clock, random, signal } = options;
    signal.throwIfAborted();
    const stateFolder = options.stateFolder ?? (0,external_node_path_.dirname)(options.spool);
    await (0,laboratory_state/* removeLaboratories */.OI)(stateFolder, options);
    const privilege = process.platform === 'linux' ? await (0,sources_privilege/* findPrivilege */.X)(processes, signal) : null;
    const hex = (bytes) => Buffer.from(random.bytes(bytes)).toString('hex');
    const id = hex(8);
    const { user, password } = spec.login ?? { user: `lifeboat_${hex(6)}`, password: hex(16) };
    const refusals = [];
    for (const enclosure of usable(privilege, options.atMost)) {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const cleanUp = __addDisposableResource(env_1, new AsyncDisposableStack(), true);
            const place = await (0,folder/* makeFolder */.f)(enclosure, id, options.spool);
            const state = {
                id,
                owner: process.pid,
                supervisor: null,
                privileged: enclosure.privileged,
                folders: place.folders,
            };
            await (0,laboratory_state/* writeState */.Jq)(stateFolder, state);
            cleanUp.defer(async () => {
                const gone = await (0,laboratory_state/* removeLaboratory */.q8)(stateFolder, state, enclosure.privileged ? (privilege ?? []) : [], options);
                if (!gone)
                    log.warning('the laboratory could not be removed; the next run tries again');
            });
            const locales = await provideLocales(spec.locales, place.folder, { processes, log, signal });
            await (0,promises_.writeFile)((0,external_node_path_.join)(place.folder, 'settings.conf'), spec.settings);
            await (0,promises_.writeFile)((0,external_node_path_.join)(place.folder, 'hba.conf'), spec.access);
            if (spec.upstream !== undefined) {
                await (0,promises_.mkdir)((0,external_node_path_.join)(place.folder, 'upstream'), { mode: 0o711 });
                if ((0,external_node_path_.dirname)(place.upstream) !== place.folder)
                    await (0,promises_.symlink)((0,external_node_path_.join)(place.folder, 'upstream'), place.upstream);
                cleanUp.use(await spec.upstream(place.upstream));
            }
            const uid = enclosure.privileged ? await (0,user_id/* freeUserId */.L)(random) : (process.getuid?.() ?? 0);
            const gid = enclosure.privileged ? uid : (process.getgid?.() ?? 0);
            const cell = {
                kind: spec.kind,
                folder: place.folder,
                socket: place.socket,
                upstream: place.upstream,
                uid,
                gid,
                bindir: tools.bindir,
                root: tools.root,
                superuser: user,
                password,
                token: spec.token ?? '',
                initdbOptions: spec.initdbOptions,
                locales: locales === null ? null : 'locale',
            };
            const server = await enclose(enclosure, privilege ?? [], cell, {
                processes,
                clock,
                signal,
                started: async (pid) => {
                    state.supervisor = pid;
                    await (0,laboratory_state/* writeState */.Jq)(stateFolder, state);
                },
            });
            if ('refusal' in server) {
                log.debug(`this machine does not allow a laboratory in ${enclosure.mode}: ${server.refusal}`);
                refusals.push(`not ${enclosure.mode}: ${server.refusal}`);
                continue;
            }
            cleanUp.defer(async () => {
                await endSupervisor(server.supervisor, clock);
            });
            const release = cleanUp.move();
            return {
                server,
                connection: { host: place.socket, port, user, password },
                environment: {
                    PATH: sources_privilege/* systemEnvironment */.f['PATH'] ?? '',
                    PGHOST: place.socket,
                    PGPORT: String(port),
                    PGUSER: user,
                    PGPASSWORD: password,
                    PGSSLMODE: 'disable',
                    PGCONNECT_TIMEOUT: '30',
                },
                enclosed: [enclosure.mode, ...refusals],
                folder: place.folder,
                [Symbol.asyncDispose]: () => release.disposeAsync(),
            };
        }
        catch (e_1) {
            env_1.error = e_1;
            env_1.hasError = true;
        }
        finally {
            const result_1 = __disposeResources(env_1);
            if (result_1)
                await result_1;
        }
    }
    throw new failure/* Failure */.HR('missing', 'no laboratory server can be run on this machine', {
        hint: process.getuid?.() === 0
            ? 'As root it needs the right to change to another user (setpriv of util-linux), and programs that other users may read.'
            : `Can this user run ${tools.path('postgres')}?`,
    });
}
/** Root has no need of a user namespace, and the server refuses to run as root. */
function usable(privilege, atMost) {
    const first = atMost === undefined ? 0 : enclosures.findIndex(({ mode }) => mode === atMost);
    return enclosures.slice(first).filter((enclosure) => {
        if (enclosure.linuxOnly && process.platform !== 'linux')
            return false;
        return enclosure.privileged ? privilege !== null : process.getuid?.() !== 0;
    });
}


/***/ }),

/***/ 36839:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NG: () => (/* binding */ laboratorySettings),
/* harmony export */   _r: () => (/* binding */ settingsFile),
/* harmony export */   tf: () => (/* binding */ drillSettings)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48161);

const MiB = 1024 ** 2;
const GiB = 1024 ** 3;
/**
 * Settings of a server whose data is thrown away: no durability, little WAL, memory by the machine, nothing that works
 * in the background or writes values into a log.
 */
function laboratorySettings(hints, machine = thisMachine()) {
    const { cores, memory } = machine;
    const connections = 20 + 4 * cores;
    const workers = cores > 2 ? 2 : 0;
    return {
        // Reached by its socket alone.
        listen_addresses: '',
        port: '5432',
        unix_socket_permissions: '0777',
        max_connections: String(connections),
        fsync: 'off',
        full_page_writes: 'off',
        synchronous_commit: 'off',
        wal_level: 'minimal',
        max_wal_senders: '0',
        max_replication_slots: '0',
        archive_mode: 'off',
        max_wal_size: '16GB',
        checkpoint_timeout: '1h',
        max_prepared_transactions: '0',
        autovacuum: 'off',
        jit: 'off',
        bgwriter_lru_maxpages: '0',
        restart_after_crash: 'off',
        // Half of the machine at most: pg_restore, our own process and the page cache live there too.
        shared_buffers: kilobytes(clamp(Math.min(memory / 4, Math.max(hints.size ?? GiB, GiB / 8)), 32 * MiB, 4 * GiB)),
        maintenance_work_mem: kilobytes(clamp(memory / 4 / (cores + 1), 32 * MiB, 1.9 * GiB)),
        work_mem: kilobytes(clamp(memory / 32 / cores, 8 * MiB, 256 * MiB)),
        max_parallel_maintenance_workers: String(workers),
        // pg_dump --schema-only locks every relation in one transaction; the table of locks is shared by all connections.
        max_locks_per_transaction: String(clamp(Math.ceil(((hints.tables ?? 0) * 4) / connections), 128, 100_000)),
        shared_preload_libraries: '',
        session_preload_libraries: '',
        local_preload_libraries: '',
        ...(knowsInPlaceTablespaces(hints) ? { allow_in_place_tablespaces: 'on' } : {}),
        timezone: 'UTC',
        log_timezone: 'UTC',
        lc_messages: 'C',
        lc_monetary: hints.lcMonetary,
        lc_numeric: 'C',
        lc_time: 'C',
        // Its messages can hold rows.
        logging_collector: 'off',
        log_min_messages: 'fatal',
        log_min_error_statement: 'panic',
        log_error_verbosity: 'terse',
        log_statement: 'none',
        log_checkpoints: 'off',
    };
}
/**
 * Settings of a server that plays a real one in a drill: durable, with standbys, small. Differences from the laboratory's are
 * what a drill is about: what it acknowledges must survive the loss of its machine's power.
 */
function drillSettings(hints) {
    return {
        ...laboratorySettings(hints),
        shared_buffers: kilobytes(64 * MiB),
        restart_after_crash: 'on',
        fsync: 'on',
        full_page_writes: 'on',
        synchronous_commit: 'on',
        wal_level: 'replica',
        max_wal_senders: '8',
        max_replication_slots: '8',
        hot_standby: 'on',
        wal_keep_size: '256MB',
        max_wal_size: '1GB',
        checkpoint_timeout: '5min',
        // A cut line is noticed within seconds.
        wal_sender_timeout: '4s',
        wal_receiver_timeout: '4s',
        wal_retrieve_retry_interval: '200ms',
    };
}
/** As lines of postgresql.conf. */
function settingsFile(settings) {
    return Object.entries(settings)
        .map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'\n`)
        .join('');
}
function thisMachine() {
    // A container's limit, where there is one; 0 or more than the machine has means none.
    const limit = process.constrainedMemory();
    const memory = limit > 0 ? Math.min(limit, (0,node_os__WEBPACK_IMPORTED_MODULE_0__.totalmem)()) : (0,node_os__WEBPACK_IMPORTED_MODULE_0__.totalmem)();
    return { cores: (0,node_os__WEBPACK_IMPORTED_MODULE_0__.availableParallelism)(), memory };
}
/** A developer option, brought to 13 and 14 with these minors. */
function knowsInPlaceTablespaces({ major, version }) {
    const minor = Number(version.split('.')[1] ?? 0);
    return major >= 15 || (major === 14 && minor >= 5) || (major === 13 && minor >= 8);
}
function clamp(value, least, most) {
    return Math.min(Math.max(value, least), most);
}
function kilobytes(size) {
    return `${Math.floor(size / 1024)}kB`;
}


/***/ })

};
