export const id = 9115;
export const ids = [9115];
export const modules = {

/***/ 16838:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ serverFailure),
/* harmony export */   c: () => (/* binding */ sqlState)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);
/* harmony import */ var _domain_redaction_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63421);


/** A server's or a connection's error as a Failure: what it means follows from its code; row values never come along. */
function serverFailure(error, doing, hint) {
    if (error instanceof _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR)
        return error;
    const fields = (error instanceof Error ? error : {});
    const known = meaningOf(fields.code);
    const usedHint = hint ?? known?.hint;
    if (fields.code === undefined || !/^[0-9A-Z]{5}$/.test(fields.code)) {
        if (known !== null)
            return new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(known.kind, `${doing}: ${known.text} (${fields.code})`, withHint(usedHint, error));
        if (isBrokenConnection(fields))
            return new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('unavailable', `${doing}: the connection broke off`, withHint(usedHint, error));
        return new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('bug', `${doing}: ${fields.name ?? 'an unknown error'}`, { cause: error });
    }
    // What a function raised by itself says whatever its author wished, rows too; its source file is PL's, not the server's.
    const isRaised = fields.file?.startsWith('pl') === true;
    const reduced = (0,_domain_redaction_js__WEBPACK_IMPORTED_MODULE_1__/* .reduceServerError */ .qD)(isRaised ? { code: fields.code } : fields);
    return new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(known?.kind ?? 'unavailable', `${doing}: ${known?.text ?? 'the server reported an error'} (${reduced.text})`, {
        ...withHint(usedHint, error),
        subjects: reduced.subjects,
    });
}
/** The server's code behind a Failure; null when it came from elsewhere. */
function sqlState(error) {
    const cause = error instanceof _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR ? error.cause : error;
    const code = cause instanceof Error && 'code' in cause ? cause.code : null;
    return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : null;
}
function withHint(hint, cause) {
    return hint === undefined ? { cause } : { cause, hint };
}
/** node-postgres gives these no code; its texts are the only sign of them. */
function isBrokenConnection(fields) {
    return /Connection terminated|Client has encountered a connection error|timeout expired|socket disconnected|SSL/i.test(fields.message ?? '');
}
function meaningOf(code) {
    if (code === undefined)
        return null;
    const exact = codes[code];
    if (exact !== undefined)
        return exact;
    return /^[0-9A-Z]{5}$/.test(code) ? (codes[code.slice(0, 2)] ?? null) : null;
}
const unreachable = 'Check host, port and firewall; a hosted runner reaches only public IPv4 addresses.';
/** By SQLSTATE, its class (two characters), or the operating system's code. */
const codes = {
    ECONNREFUSED: { kind: 'unavailable', text: 'nothing accepts connections there', hint: unreachable },
    ENOTFOUND: { kind: 'unavailable', text: 'the host name does not resolve', hint: unreachable },
    EAI_AGAIN: { kind: 'unavailable', text: 'the host name does not resolve now', hint: unreachable },
    ETIMEDOUT: { kind: 'unavailable', text: 'no answer in time', hint: unreachable },
    EHOSTUNREACH: { kind: 'unavailable', text: 'no route to the host', hint: unreachable },
    ENETUNREACH: {
        kind: 'unavailable',
        text: 'no route to the network',
        hint: 'The host may have only an IPv6 address; hosted runners have IPv4 only. Use the provider’s IPv4 address or session pooler.',
    },
    ECONNRESET: { kind: 'unavailable', text: 'the connection was reset' },
    EPIPE: { kind: 'unavailable', text: 'the connection broke off' },
    ENOENT: {
        kind: 'unavailable',
        text: 'there is no such socket',
        hint: 'Check that the server runs and listens on that socket.',
    },
    SELF_SIGNED_CERT_IN_CHAIN: {
        kind: 'access',
        text: 'the server’s certificate is not signed by a known authority',
        hint: 'Give the authority’s certificate as sslrootcert.',
    },
    DEPTH_ZERO_SELF_SIGNED_CERT: {
        kind: 'access',
        text: 'the server’s certificate is self-signed',
        hint: 'Give it as sslrootcert.',
    },
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: {
        kind: 'access',
        text: 'the server’s certificate cannot be verified',
        hint: 'Give the authority’s certificate as sslrootcert.',
    },
    UNABLE_TO_GET_ISSUER_CERT_LOCALLY: {
        kind: 'access',
        text: 'the server’s certificate is not signed by a known authority',
        hint: 'Give the authority’s certificate as sslrootcert.',
    },
    ERR_TLS_CERT_ALTNAME_INVALID: {
        kind: 'access',
        text: 'the server’s certificate is for another host',
        hint: 'Use the host name that the certificate names.',
    },
    CERT_HAS_EXPIRED: { kind: 'access', text: 'the server’s certificate has expired' },
    CERT_NOT_YET_VALID: { kind: 'access', text: 'the server’s certificate is not valid yet' },
    '08': { kind: 'unavailable', text: 'the connection failed' },
    '0A000': { kind: 'config', text: 'the server does not support that here' },
    '2BP01': {
        kind: 'config',
        text: 'other objects depend on what the statement would change or drop',
        hint: 'Change or drop those first, in the same migration: views, for example.',
    },
    '22': { kind: 'integrity', text: 'the data does not fit its type' },
    '23': { kind: 'integrity', text: 'the data breaks a constraint' },
    '25006': { kind: 'config', text: 'the statement writes, where only reading is allowed' },
    '28': {
        kind: 'access',
        text: 'the server refused the credentials',
        hint: 'Check user, password and pg_hba.conf.',
    },
    '3D000': {
        kind: 'missing',
        text: 'there is no such database',
        hint: 'Check the name of the database at the end of the URL.',
    },
    '40': { kind: 'unavailable', text: 'the transaction was rolled back by the server' },
    '42601': { kind: 'config', text: 'the statement has an error of syntax' },
    '42P01': { kind: 'config', text: 'there is no such table or view' },
    '42P07': { kind: 'config', text: 'there is a table, view or index of that name already' },
    '42701': { kind: 'config', text: 'there is a column of that name already' },
    '42703': { kind: 'config', text: 'there is no such column' },
    '42704': { kind: 'config', text: 'there is no such object' },
    '42710': { kind: 'config', text: 'there is an object of that name already' },
    '42804': { kind: 'config', text: 'the types do not fit together' },
    '42883': { kind: 'config', text: 'there is no such function or operator' },
    '42501': { kind: 'access', text: 'permission denied' },
    '42': { kind: 'config', text: 'the statement is not valid here' },
    '53100': {
        kind: 'capacity',
        text: 'the server’s disk is full',
        hint: 'Free disk space on the database server.',
    },
    '53200': { kind: 'capacity', text: 'the server is out of memory' },
    '53300': { kind: 'unavailable', text: 'the server has no free connection' },
    '53': { kind: 'unavailable', text: 'the server lacks resources' },
    '55': { kind: 'unavailable', text: 'an object is in use' },
    '57014': { kind: 'unavailable', text: 'the statement was cancelled' },
    '57': { kind: 'unavailable', text: 'the server is shutting down or starting' },
    '58': { kind: 'unavailable', text: 'the server had a system error' },
    XX001: { kind: 'integrity', text: 'the server found damaged data' },
    XX002: { kind: 'integrity', text: 'the server found a damaged index' },
};


/***/ }),

/***/ 98762:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  J: () => (/* binding */ toolsFor)
});

// UNUSED EXPORTS: findTools

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/domain/failure.js
var failure = __webpack_require__(27550);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: ./lib/sources/privilege.js
var sources_privilege = __webpack_require__(68689);
;// CONCATENATED MODULE: ./lib/sources/postgres/install.js







/**
 * Installs a major by apt: the distribution's own package where it has that major, else the one of the PostgreSQL
 * project's repository, set up by the script that the distribution ships for it. No server is started by this.
 * Resolves false where there is no apt, or no right to install.
 * @throws Failure `unavailable` when apt failed
 */
async function installByApt(major, options) {
    const apt = await openApt(options);
    if (apt === null)
        return false;
    const packages = options.needServer
        ? [`postgresql-${major}`, `postgresql-client-${major}`]
        : [`postgresql-client-${major}`];
    return options.log.group(`Installing PostgreSQL ${major}`, async () => {
        if (!(await apt.knows(packages))) {
            await apt.privileged(['apt-get', '-qq', 'update']);
            if (!(await apt.knows(packages)))
                await addProjectRepository(apt, packages, options.log);
            if (!(await apt.knows(packages))) {
                options.log.warning(`apt has no PostgreSQL ${major}: neither here nor, if it can be reached, in that repository`);
                return false;
            }
        }
        await installCached(major, packages, apt, options);
        return true;
    });
}
async function openApt({ processes, log, signal }) {
    const options = { environment: sources_privilege/* systemEnvironment */.f, ...(signal === undefined ? {} : { signal }) };
    if (process.platform !== 'linux')
        return null;
    const present = await processes.run('apt-get', ['--version'], options).catch(() => null);
    signal?.throwIfAborted();
    if (present?.code !== 0)
        return null;
    const privilege = await (0,sources_privilege/* findPrivilege */.X)(processes, signal);
    if (privilege === null) {
        log.notice('packages cannot be installed here: this user is not root, and sudo asks for a password');
        return null;
    }
    const run = async (command) => {
        const [program = '', ...args] = command;
        const done = await processes.run(program, args, options);
        if (done.code !== 0) {
            log.debug(done.stderr);
            throw new failure/* Failure */.HR('unavailable', `${describe(command)} failed with exit code ${done.code}`, {
                hint: 'Is the package mirror reachable, and no other installation running? apt says more when it is run by hand.',
            });
        }
        return done.stdout;
    };
    return {
        knows: async (packages) => {
            const shown = await processes.run('apt-cache', ['show', '--no-all-versions', ...packages], options);
            return packages.every((name) => shown.stdout.split('\n').includes(`Package: ${name}`));
        },
        archivesFor: async (packages) => {
            // With an archives folder that does not exist, apt lists everything that the installation would fetch.
            const list = 'apt-get -qq -y --no-install-recommends --print-uris -o Dir::Cache::Archives=/nonexistent ' +
                '-o Debug::NoLocking=true -o Acquire::ForceHash=sha256 install';
            const listed = await run([...list.split(' '), ...packages]);
            return [...listed.matchAll(/^'[^']+' (\S+\.deb) \d+ SHA256:([0-9a-f]{64})$/gm)].map(([, file = '', sha256 = '']) => ({ file, sha256 }));
        },
        install: async (packages, archives) => {
            const keep = archives === null ? [] : ['-o', `Dir::Cache::Archives=${archives}`];
            const quietly = [...privilege, 'sh', '-c', quietInstallation, 'sh'];
            await run([...quietly, '-o', 'APT::Keep-Downloaded-Packages=true', ...keep, 'install', ...packages]);
        },
        privileged: async (command) => {
            await run([...privilege, ...command]);
        },
    };
}
/**
 * Installs without starting a server and without making a cluster, by the two switches that Debian has for it. A
 * switch that somebody else has set is left as it is.
 */
const quietInstallation = `
set -eu
policy=/usr/sbin/policy-rc.d
clusters=/etc/postgresql-common/createcluster.d/zz-lifeboat.conf
made=
undo() { rm -f "$clusters"; [ -z "$made" ] || rm -f "$policy"; }
trap undo EXIT
trap 'exit 143' TERM INT HUP
mkdir -p "\${clusters%/*}"
echo 'create_main_cluster = false' > "$clusters"
if [ ! -e "$policy" ]; then
  made=yes
  printf '#!/bin/sh\\nexit 101\\n' > "$policy"
  chmod 755 "$policy"
fi
DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends -o Dpkg::Use-Pty=0 \\
  -o DPkg::Lock::Timeout=120 -o Acquire::Retries=3 "$@"
`;
/**
 * Runs the distribution's own script, which comes with the repository's signing key. What it added goes away again
 * when the packages cannot be had from it: a repository out of reach would disturb every later use of apt.
 */
async function addProjectRepository(apt, packages, log) {
    log.info("the distribution has no such major: adding the PostgreSQL project's own repository to apt");
    await apt.privileged(['sh', '-c', projectRepository, 'sh', quietInstallation, ...packages]);
}
const projectRepository = `
set -eu
install=$1
shift
folder=/etc/apt/sources.list.d
before=$(ls "$folder")
undo() {
  for added in $(ls "$folder"); do
    case " $(echo $before) " in *" $added "*) ;; *) rm -f "$folder/$added" ;; esac
  done
}
trap undo EXIT
trap 'exit 143' TERM INT HUP
[ -d /usr/share/postgresql-common/pgdg ] || sh -c "$install" sh install postgresql-common ca-certificates
for script in /usr/share/postgresql-common/pgdg/*.sh; do
  "$script" -y < /dev/null
done
if apt-cache show --no-all-versions "$@" > /dev/null 2>&1; then trap - EXIT; fi
`;
/**
 * Brings packages back from the cache and throws out whatever is not, byte for byte, what the signed index describes:
 * apt itself looks only at the size of a file that lies in its archives folder.
 */
async function installCached(major, packages, apt, { cache, log, needServer }) {
    const archives = cache === undefined ? [] : await apt.archivesFor(packages);
    if (cache === undefined || archives.length === 0)
        return apt.install(packages, null);
    const digest = (0,external_node_crypto_.createHash)('sha256')
        .update(archives
        .map(({ sha256 }) => sha256)
        .sort()
        .join())
        .digest('hex');
    const key = `lifeboat-apt-${major}-${needServer ? 'server' : 'client'}-${process.arch}-${digest.slice(0, 16)}`;
    await (0,promises_.mkdir)(cache.folder, { recursive: true });
    const whatFailed = (what) => (cause) => {
        log.warning(`packages could not be ${what} the cache: ${cause instanceof Error ? cause.message : 'unknown error'}`);
        return false;
    };
    await cache.restore([cache.folder], key).catch(whatFailed('restored from'));
    const sound = await keepOnlySound(cache.folder, archives, log);
    await (0,promises_.mkdir)((0,external_node_path_.join)(cache.folder, 'partial'), { recursive: true });
    await apt.install(packages, cache.folder);
    if (sound === archives.length)
        return;
    // What apt makes for itself there belongs to root and could not be read when it is saved.
    await apt.privileged(['rm', '-rf', (0,external_node_path_.join)(cache.folder, 'partial'), (0,external_node_path_.join)(cache.folder, 'lock')]);
    await cache.save([cache.folder], key).catch(whatFailed('saved to'));
}
async function keepOnlySound(folder, archives, log) {
    const expected = new Map(archives.map(({ file, sha256 }) => [file, sha256]));
    let sound = 0;
    for (const entry of await (0,promises_.readdir)(folder, { withFileTypes: true })) {
        const path = (0,external_node_path_.join)(folder, entry.name);
        const wanted = expected.get(entry.name);
        if (entry.isFile() && wanted !== undefined && (await digestOf(path)) === wanted) {
            sound += 1;
            continue;
        }
        if (wanted !== undefined)
            log.warning(`a cached package is not what apt's index describes, and is fetched anew`);
        await (0,promises_.rm)(path, { recursive: true, force: true });
    }
    return sound;
}
async function digestOf(path) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    await (0,external_node_stream_promises_.pipeline)((0,external_node_fs_.createReadStream)(path), hash);
    return hash.digest('hex');
}
/** A command as a message may show it: a script of ours is not worth reading there. */
function describe(command) {
    const script = command.indexOf('-c');
    return script === -1 ? command.join(' ') : `installing by apt (${command.slice(script + 3).join(' ')})`;
}

;// CONCATENATED MODULE: ./lib/sources/postgres/tools.js
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





const clientPrograms = ['pg_dump', 'pg_dumpall', 'pg_restore', 'psql'];
const serverPrograms = ['initdb', 'postgres'];
/** Since these minors psql and pg_dump guard a dump's text by \restrict (CVE-2025-8714, CVE-2025-8715). */
const safeMinors = { 13: 22, 14: 19, 15: 14, 16: 10, 17: 6 };
/** Releases that may appear while this Lifeboat is in use; older than 13 is not supported. */
const newestMajor = 24;
/**
 * Finds the programs of a major, or installs them.
 * @throws Failure `missing` which says what to install
 */
async function findTools(major, options) {
    const found = (await search(major, options)) ?? (await searchNewer(major, options));
    if (found !== null)
        return judged(found, options);
    if (options.install === 'auto') {
        const installed = await installByApt(major, options);
        const tools = installed ? await search(major, options) : null;
        if (tools !== null)
            return judged(tools, options);
    }
    const what = options.needServer ? 'server and client programs' : 'client programs';
    throw new failure/* Failure */.HR('missing', `the ${what} of PostgreSQL ${major} are not on this machine`, {
        hint: installHint(major, options),
    });
}
/** The same by what a run works with. */
function toolsFor(major, wanted, { processes, log, variables, cache }, signal) {
    return findTools(major, {
        ...wanted,
        processes,
        log,
        environment: variables,
        signal,
        ...(cache === undefined ? {} : { cache }),
    });
}
function judged(tools, { log }) {
    const safe = safeMinors[tools.major];
    const minor = Number(tools.version.split('.')[1] ?? 0);
    if (safe !== undefined && minor < safe) {
        log.warning(`PostgreSQL's programs on this machine are ${tools.version}: before ${tools.major}.${safe} a malicious source ` +
            `server can slip commands into a dump that psql runs (CVE-2025-8714). Update them.`);
    }
    return tools;
}
async function searchNewer(major, options) {
    if (options.client !== 'newer')
        return null;
    for (let newer = major + 1; newer <= newestMajor; newer += 1) {
        const tools = await search(newer, options);
        if (tools !== null)
            return tools;
    }
    return null;
}
async function search(major, options) {
    const seen = new Set();
    for (const { folder, root } of places(major, options.environment ?? process.env)) {
        const bindir = await (0,promises_.realpath)(folder).catch(() => null);
        if (bindir === null || seen.has(bindir))
            continue;
        seen.add(bindir);
        const tools = await examine(bindir, root, major, options);
        if (tools !== null)
            return tools;
    }
    return null;
}
/** Folders that may hold programs of this major, in the order in which they are trusted to be what was meant. */
function* places(major, environment) {
    for (const listed of (environment['LIFEBOAT_POSTGRES_DIRS'] ?? '').split(external_node_path_.delimiter).filter(Boolean)) {
        yield { folder: (0,external_node_path_.join)(listed, 'usr/lib/postgresql', String(major), 'bin'), root: listed };
        yield { folder: (0,external_node_path_.join)(listed, 'bin'), root: listed };
        yield { folder: listed, root: null };
    }
    const fixed = [
        `/usr/lib/postgresql/${major}/bin`, // Debian, Ubuntu
        `/usr/pgsql-${major}/bin`, // the PostgreSQL project's RPMs
        `/usr/libexec/postgresql${major}`, // Alpine
        `/opt/homebrew/opt/postgresql@${major}/bin`,
        `/usr/local/opt/postgresql@${major}/bin`,
        `/home/linuxbrew/.linuxbrew/opt/postgresql@${major}/bin`,
        `/Applications/Postgres.app/Contents/Versions/${major}/bin`,
    ];
    for (const folder of fixed)
        yield { folder, root: null };
    for (const folder of (environment['PATH'] ?? '').split(external_node_path_.delimiter).filter(Boolean)) {
        yield { folder, root: null };
    }
}
async function examine(bindir, root, major, { processes, needServer, signal }) {
    const pgDump = (0,external_node_path_.join)(bindir, 'pg_dump');
    // Debian's pg_wrapper is a Perl script that picks a version by itself.
    if (!(await isProgram(pgDump)) || (await isScript(pgDump)))
        return null;
    const asked = await processes
        .run(pgDump, ['--version'], { environment: {}, ...(signal === undefined ? {} : { signal }) })
        .catch(() => null);
    signal?.throwIfAborted();
    const version = /\(PostgreSQL\) (\d+(?:\.\d+)?)/.exec(asked?.stdout ?? '')?.[1];
    if (version === undefined || Number(version.split('.')[0]) !== major)
        return null;
    const has = async (programs) => (await Promise.all(programs.map((program) => isProgram((0,external_node_path_.join)(bindir, program))))).every(Boolean);
    const server = await has(serverPrograms);
    if (!(await has(clientPrograms)) || (needServer && !server))
        return null;
    return {
        bindir,
        major,
        version,
        server,
        root: root === null ? outsideOfSystem(bindir) : await (0,promises_.realpath)(root),
        zstd: await knowsZstd(pgDump, major, processes, signal),
        path: (program) => (0,external_node_path_.join)(bindir, program),
    };
}
function outsideOfSystem(bindir) {
    if (/^\/(usr|bin|lib)\//.test(bindir))
        return null;
    // …/usr/lib/postgresql/N/bin of packages unpacked elsewhere; else the prefix that it was built for.
    return /^(.+)\/usr\/lib\/postgresql\/\d+\/bin$/.exec(bindir)?.[1] ?? (0,external_node_path_.dirname)(bindir);
}
/**
 * A build without zstd refuses it before anything else; one with it gets as far as one that was asked for no
 * compression, namely to a server that is not there.
 */
async function knowsZstd(pgDump, major, processes, signal) {
    if (major < 16)
        return false;
    const environment = { PGHOST: '/nonexistent', LC_ALL: 'C' };
    const attempt = (method) => processes.run(pgDump, ['-w', '-Fc', '-Z', method, '-f', '/dev/null'], {
        environment,
        ...(signal === undefined ? {} : { signal }),
    });
    const [zstd, none] = await Promise.all([attempt('zstd'), attempt('none')]);
    return zstd.code === none.code && zstd.stderr === none.stderr;
}
async function isProgram(path) {
    return (0,promises_.access)(path, external_node_fs_.constants.X_OK).then(() => true, () => false);
}
async function isScript(path) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const file = __addDisposableResource(env_1, await (0,promises_.open)(path), true);
        const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
        return buffer.subarray(0, bytesRead).toString('latin1') === '#!';
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
function installHint(major, { needServer, install }) {
    const package_ = needServer ? `postgresql-${major}` : `postgresql-client-${major}`;
    if (process.platform === 'darwin')
        return `Run: brew install postgresql@${major}`;
    const auto = install === 'never' ? ', or let Lifeboat do it (install: auto)' : '';
    return (`On Debian and Ubuntu install the package ${package_}${auto}; where the distribution has another major, the ` +
        `PostgreSQL project's own apt repository has it: run the script in /usr/share/postgresql-common/pgdg ` +
        `first. Elsewhere install PostgreSQL ${major} and name its folder in LIFEBOAT_POSTGRES_DIRS.`);
}


/***/ }),

/***/ 68689:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ findPrivilege),
/* harmony export */   f: () => (/* binding */ systemEnvironment)
/* harmony export */ });
/** As root itself nothing is needed, else sudo where it asks for no password; null when neither can be had. */
async function findPrivilege(processes, signal) {
    if (process.getuid?.() === 0)
        return [];
    const sudo = ['sudo', '-n', '--'];
    const tried = await processes
        .run('sudo', [...sudo.slice(1), 'true'], {
        environment: systemEnvironment,
        ...(signal === undefined ? {} : { signal }),
    })
        .catch(() => null);
    signal?.throwIfAborted();
    return tried?.code === 0 ? sudo : null;
}
/** What programs of the system need, and nothing of ours. */
const systemEnvironment = {
    PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
    LC_ALL: 'C',
};


/***/ })

};
