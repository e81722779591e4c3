export const id = 3019;
export const ids = [3019];
export const modules = {

/***/ 54621:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PZ: () => (/* binding */ CheckRecorder),
/* harmony export */   bF: () => (/* binding */ passed),
/* harmony export */   gz: () => (/* binding */ failed)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);

const passed = (detail, subjects = []) => ({
    status: 'passed',
    detail,
    subjects,
});
const failed = (failure, detail, subjects = [], hint) => ({
    status: 'failed',
    failure,
    detail,
    subjects,
    ...(hint === undefined ? {} : { hint }),
});
/** Asks questions one by one, times them, and makes a failed check of every trouble that is expected to happen. */
class CheckRecorder {
    record;
    clock;
    signal;
    constructor(record, clock, signal) {
        this.record = record;
        this.clock = clock;
        this.signal = signal;
    }
    add(rung, name, answer, duration = 0) {
        this.record({
            rung,
            name,
            status: answer.status,
            detail: answer.detail,
            subjects: answer.subjects ?? [],
            failure: answer.status === 'failed' ? (answer.failure ?? 'objective') : null,
            ...(answer.hint === undefined ? {} : { hint: answer.hint }),
            duration,
        });
    }
    /** Resolves whether the answer was good enough to go on: anything but `failed`. @throws when stopped from outside, or on a bug */
    async ask(rung, name, question) {
        const started = this.clock.ticks();
        try {
            const answers = [await question()].flat();
            const duration = this.clock.ticks() - started;
            for (const answer of answers)
                this.add(rung, name, answer, duration);
            return answers.every((answer) => answer.status !== 'failed');
        }
        catch (error) {
            this.signal.throwIfAborted();
            const failure = (0,_domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .asFailure */ .h_)(error);
            if (failure.kind === 'bug' || failure.kind === 'cancelled')
                throw error;
            this.add(rung, name, failed(failure.kind, failure.message, failure.subjects, failure.hint), this.clock.ticks() - started);
            return false;
        }
    }
}


/***/ }),

/***/ 25149:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LG: () => (/* binding */ proveTreeEqual)
/* harmony export */ });
/* unused harmony exports Names, compareTree */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(27550);
/* harmony import */ var _domain_units_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(96087);
/* harmony import */ var _check_recorder_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(54621);
/* harmony import */ var _read_file_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(82871);
/* harmony import */ var _tar_header_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(97951);
/* harmony import */ var _tree_index_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(85293);
/* harmony import */ var _unpack_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(24702);
/* harmony import */ var _walk_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(21601);











/** Some of the names, and how many there are. */
class Names {
    some = [];
    count = 0;
    add(name) {
        this.count += 1;
        if (this.some.length < 20)
            this.some.push(name);
    }
}
/** Reads a tree back from the disk, every byte of it, and holds it to the index. */
async function compareTree(index, tree, signal) {
    const result = {
        entries: 0,
        missing: new Names(),
        additional: new Names(),
        contents: new Names(),
        properties: new Names(),
        outward: 0,
    };
    // Whoever is not root may not read some of what is theirs; the rights are put back.
    const closed = [];
    const openUp = async ({ absolute, stat }) => {
        const mode = Number(stat.mode) & 0o7777;
        closed.push({ absolute, mode });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.chmod)(absolute, mode | 0o700);
    };
    const found = (0,_walk_js__WEBPACK_IMPORTED_MODULE_10__/* .walk */ .G)(tree, {
        signal,
        unreadable: async (folder) => {
            await openUp(folder);
            return 'retry';
        },
    });
    const buffer = Buffer.allocUnsafe(256 * 1024);
    try {
        const expected = (0,_tree_index_js__WEBPACK_IMPORTED_MODULE_8__/* .readIndex */ .vY)(index, signal);
        let own = (await found.next()).value ?? null;
        let entry = (await expected.next()).value ?? null;
        while (own !== null || entry !== null) {
            const order = own === null ? 1 : entry === null ? -1 : (0,_tree_index_js__WEBPACK_IMPORTED_MODULE_8__/* .comparePaths */ .cD)(own.path, entry.path);
            if (own !== null && order < 0) {
                result.additional.add(own.path);
                own = (await found.next()).value ?? null;
                continue;
            }
            if (entry !== null && order > 0)
                result.missing.add(entry.path);
            else if (own !== null && entry !== null) {
                result.entries += 1;
                await compareEntry(own, entry, { tree, result, buffer, openUp, signal });
                own = (await found.next()).value ?? null;
            }
            entry = (await expected.next()).value ?? null;
        }
    }
    finally {
        for (const { absolute, mode } of closed.reverse())
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.chmod)(absolute, mode);
    }
    return result;
}
async function compareEntry(own, entry, context) {
    const { result, tree } = context;
    const { path } = entry;
    if (entry.type === 'hardlink') {
        const first = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.lstat)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(tree, entry.target), { bigint: true });
        if (own.stat.ino !== first.ino || own.stat.dev !== first.dev)
            result.properties.add(path);
        return;
    }
    if (own.kind !== entry.type) {
        result.properties.add(path);
        return;
    }
    const isSame = 
    // Linux gives all links all rights.
    (entry.type === 'symlink' || (Number(own.stat.mode) & 0o7777) === entry.mode) &&
        (!(0,_unpack_js__WEBPACK_IMPORTED_MODULE_9__/* .setsOwners */ .i)() || (Number(own.stat.uid) === entry.uid && Number(own.stat.gid) === entry.gid)) &&
        isSameTime((0,_tar_header_js__WEBPACK_IMPORTED_MODULE_7__/* .formatTime */ .fU)(own.stat.mtimeNs), entry.mtime);
    if (entry.type === 'symlink') {
        const target = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readlink)(own.absolute);
        if (!isSame || target !== entry.target)
            result.properties.add(path);
        if (leadsOut(path, target))
            result.outward += 1;
        return;
    }
    if (!isSame)
        result.properties.add(path);
    if (entry.type === 'file' && (await digestOf(own, context)) !== `${entry.size} ${entry.sha256}`)
        result.contents.add(path);
}
async function digestOf(own, { buffer, openUp, signal }) {
    const { absolute, path } = own;
    const file = await (0,_read_file_js__WEBPACK_IMPORTED_MODULE_6__/* .openFile */ .T)(absolute, path).catch(async (error) => {
        if (!(error instanceof _domain_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR) || error.kind !== 'access')
            throw error;
        await openUp(own);
        return (0,_read_file_js__WEBPACK_IMPORTED_MODULE_6__/* .openFile */ .T)(absolute, path);
    });
    if (file === null)
        return '';
    try {
        const stat = await file.stat({ bigint: true });
        const digest = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
        for await (const chunk of (0,_read_file_js__WEBPACK_IMPORTED_MODULE_6__/* .readExactly */ .L)(file, stat, { path, buffer, signal }))
            digest.update(chunk);
        return `${stat.size} ${digest.digest('hex')}`;
    }
    finally {
        await file.close();
    }
}
/** Times are set through a floating-point number of seconds, which is finer than a microsecond. */
function isSameTime(a, b) {
    return Math.abs(Number(a) - Number(b)) < 2e-6;
}
function leadsOut(path, target) {
    if (target.startsWith('/'))
        return true;
    const end = node_path__WEBPACK_IMPORTED_MODULE_2__.posix.normalize(node_path__WEBPACK_IMPORTED_MODULE_2__.posix.join(node_path__WEBPACK_IMPORTED_MODULE_2__.posix.dirname(path), target));
    return end === '..' || end.startsWith('../');
}
/** Judges what came back: nothing more, nothing less, and nothing else. */
async function proveTreeEqual(index, tree, checks, signal) {
    let comparison = null;
    const isEqual = await checks.ask('equal', 'entries', async () => {
        comparison = await compareTree(index, tree, signal);
        const { missing, additional, contents, properties, entries } = comparison;
        const wrong = (names, what) => (0,_check_recorder_js__WEBPACK_IMPORTED_MODULE_5__/* .failed */ .gz)('integrity', `${(0,_domain_units_js__WEBPACK_IMPORTED_MODULE_4__/* .counted */ .hS)(names.count, 'entry', 'entries')} ${what}`, names.some);
        return [
            ...(missing.count > 0 ? [wrong(missing, 'of the index did not come back')] : []),
            ...(additional.count > 0 ? [wrong(additional, 'came back that the index does not have')] : []),
            ...(contents.count > 0 ? [wrong(contents, 'came back with other bytes')] : []),
            ...(properties.count > 0
                ? [wrong(properties, 'came back with another kind, right, owner, time or target')]
                : []),
            ...(missing.count + additional.count + contents.count + properties.count === 0
                ? [
                    (0,_check_recorder_js__WEBPACK_IMPORTED_MODULE_5__/* .passed */ .bF)(`${(0,_domain_units_js__WEBPACK_IMPORTED_MODULE_4__/* .counted */ .hS)(entries, 'entry', 'entries')} came back, no more and no less, each with its bytes, rights, time${(0,_unpack_js__WEBPACK_IMPORTED_MODULE_9__/* .setsOwners */ .i)() ? ', owner' : ''} and target`),
                ]
                : []),
        ];
    });
    return { isEqual, comparison };
}


/***/ }),

/***/ 71663:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ codeOf),
/* harmony export */   Wi: () => (/* binding */ unlessGone),
/* harmony export */   fE: () => (/* binding */ fileFailure)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);

const kinds = {
    EACCES: 'access',
    EPERM: 'access',
    EROFS: 'access',
    ENOENT: 'missing',
    ENOSPC: 'capacity',
    EDQUOT: 'capacity',
    EMFILE: 'capacity',
    EIO: 'unavailable',
    ESTALE: 'unavailable',
    EBUSY: 'refused',
    ENAMETOOLONG: 'config',
};
/** The error of a call to the file system as a Failure, where it is one that is expected to happen; else as it is. */
function fileFailure(error, doing, path) {
    const code = codeOf(error);
    const kind = code === null ? undefined : kinds[code];
    if (kind === undefined)
        return error;
    return new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(kind, `${doing} failed (${code})`, {
        subjects: path === undefined ? [] : [path],
        cause: error,
    });
}
function codeOf(error) {
    return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}
/** Null when there is nothing of that name. */
async function unlessGone(work) {
    try {
        return await work;
    }
    catch (error) {
        if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR')
            return null;
        throw error;
    }
}


/***/ }),

/***/ 20299:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ fetchIndex)
/* harmony export */ });
/* unused harmony export artifactNamed */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46466);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(27550);
/* harmony import */ var _tree_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(85293);





/**
 * Fetches the index of a tree into a folder, and makes sure that it is whole and what the manifest says.
 * @returns the file
 * @throws Failure `integrity`
 */
async function fetchIndex(record, artifacts, folder, signal) {
    const file = await fetchOne(record, _tree_index_js__WEBPACK_IMPORTED_MODULE_4__/* .indexName */ .mo, artifacts, folder, signal);
    const sums = await fetchOne(record, _tree_index_js__WEBPACK_IMPORTED_MODULE_4__/* .sumsName */ .ge, artifacts, folder, signal);
    const counts = { files: 0, folders: 0, links: 0 };
    let bytes = 0;
    const digests = (0,_tree_index_js__WEBPACK_IMPORTED_MODULE_4__/* .linesOf */ .Dx)(sums, signal);
    for await (const entry of (0,_tree_index_js__WEBPACK_IMPORTED_MODULE_4__/* .readIndex */ .vY)(file, signal)) {
        if (entry.type === 'folder')
            counts.folders += 1;
        else if (entry.type !== 'file')
            counts.links += 1;
        else {
            counts.files += 1;
            bytes += entry.size;
            const { value } = await digests.next();
            if (`${value ?? ''}\n` !== (0,_tree_index_js__WEBPACK_IMPORTED_MODULE_4__/* .sumLine */ .kk)(entry.path, entry.sha256))
                throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR('integrity', `${_tree_index_js__WEBPACK_IMPORTED_MODULE_4__/* .sumsName */ .ge} and the index of the tree say different things`, {
                    subjects: [entry.path],
                });
        }
    }
    const isMore = (await digests.next()).done !== true;
    await digests.return(undefined);
    const { files, folders, links } = record;
    const isAsSaid = files === counts.files && folders === counts.folders && links === counts.links;
    if (isMore || !isAsSaid || bytes !== record.databaseSize) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR('integrity', 'the index of the tree does not have what the manifest says', {
            hint: `The manifest says ${files} files, ${folders} folders, ${links} links, ${record.databaseSize} bytes; the index has ${counts.files}, ${counts.folders}, ${counts.links}, ${bytes}.`,
        });
    }
    return file;
}
function artifactNamed(record, name) {
    const found = record.artifacts.find((artifact) => artifact.name === name);
    if (found === undefined)
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR('integrity', `the backup of the tree has no ${name}`);
    return found;
}
async function fetchOne(record, name, artifacts, folder, signal) {
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name);
    const opened = await artifacts.open(artifactNamed(record, name), 'plain', signal);
    await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_2__.pipeline)(opened, (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createWriteStream)(file, { flags: 'wx', mode: 0o600 }), { signal });
    return file;
}


/***/ }),

/***/ 82871:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ readExactly),
/* harmony export */   T: () => (/* binding */ openFile)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(71663);




/** A regular file that was opened without following a link; null when it is gone, or is something else by now. */
async function openFile(absolute, path) {
    // Not blocking: a pipe that took the file's place would wait for a writer for ever.
    const flags = node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_NOFOLLOW | node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_NONBLOCK;
    const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.open)(absolute, flags).catch((error) => {
        const code = (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .codeOf */ .$N)(error) ?? '';
        if (['ENOENT', 'ENOTDIR', 'ELOOP', 'ENXIO'].includes(code))
            return null;
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .fileFailure */ .fE)(error, 'opening a file', path);
    });
    if (handle === null)
        return null;
    if ((await handle.stat()).isFile())
        return handle;
    await handle.close();
    return null;
}
/**
 * Exactly as many bytes as the file had at first: what it has grown by is left out, and what it has lost is zeros. The
 * memory of a chunk is used again for the next.
 */
async function* readExactly(handle, before, { path, buffer, signal }) {
    const digest = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    const size = Number(before.size);
    for (let position = 0; position < size;) {
        signal.throwIfAborted();
        const wanted = Math.min(buffer.length, size - position);
        let { bytesRead } = await handle.read(buffer, 0, wanted, position).catch((error) => {
            throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .fileFailure */ .fE)(error, 'reading a file', path);
        });
        if (bytesRead === 0) {
            buffer.fill(0, 0, wanted);
            bytesRead = wanted;
        }
        const chunk = buffer.subarray(0, bytesRead);
        digest.update(chunk);
        position += bytesRead;
        yield chunk;
    }
    const after = await handle.stat({ bigint: true });
    return {
        stat: after,
        sha256: digest.digest('hex'),
        isCalm: after.size === before.size && after.mtimeNs === before.mtimeNs && after.ctimeNs === before.ctimeNs,
    };
}


/***/ }),

/***/ 16405:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ removeTree)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71663);
/* harmony import */ var _walk_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21601);



/** Removes a tree, folders in it that may not be written too. Not stopped by a signal: it is clean-up. */
async function removeTree(path) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(path, { recursive: true, force: true });
        return;
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .codeOf */ .$N)(error) !== 'EACCES' && (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .codeOf */ .$N)(error) !== 'EPERM')
            throw error;
    }
    const { signal } = new AbortController();
    for await (const { kind, absolute } of (0,_walk_js__WEBPACK_IMPORTED_MODULE_2__/* .walk */ .G)(path, { signal, unreadable: async () => 'skip' })) {
        // Told of before what lies in it is read.
        if (kind === 'folder')
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.chmod)(absolute, 0o700);
    }
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(path, { recursive: true, force: true });
}


/***/ }),

/***/ 97951:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L6: () => (/* binding */ blockSize),
/* harmony export */   Ms: () => (/* binding */ padding),
/* harmony export */   PG: () => (/* binding */ endOfArchive),
/* harmony export */   fU: () => (/* binding */ formatTime),
/* harmony export */   pI: () => (/* binding */ tarHeader)
/* harmony export */ });
/**
 * Headers of tar as POSIX.1-2001 has them: ustar, and before it a pax record of what ustar cannot say. The package that
 * reads them cannot write times finer than a second, nor large owners.
 */
const blockSize = 512;
const flags = { file: '0', hardlink: '1', symlink: '2', folder: '5' };
function tarHeader(member) {
    const name = member.type === 'folder' ? `${member.path}/` : member.path;
    const seconds = floorSeconds(member.mtime);
    const records = [
        ...(fits(name) ? [] : [paxRecord('path', name)]),
        ...(fits(member.target) ? [] : [paxRecord('linkpath', member.target)]),
        ...(member.size <= 0o77777777777 ? [] : [paxRecord('size', String(member.size))]),
        ...(member.uid <= 0o7777777 ? [] : [paxRecord('uid', String(member.uid))]),
        ...(member.gid <= 0o7777777 ? [] : [paxRecord('gid', String(member.gid))]),
        ...(member.mtime === seconds * billion && seconds >= 0n && seconds <= 8589934591n
            ? []
            : [paxRecord('mtime', formatTime(member.mtime))]),
    ];
    const own = block({
        name,
        linkname: member.target,
        mode: member.mode,
        uid: member.uid,
        gid: member.gid,
        size: member.size,
        mtime: Number(seconds),
        flag: flags[member.type],
    });
    if (records.length === 0)
        return own;
    const body = Buffer.concat(records);
    const extended = block({
        name: 'PaxHeader',
        linkname: '',
        mode: 0o644,
        uid: 0,
        gid: 0,
        size: body.length,
        mtime: 0,
        flag: 'x',
    });
    return Buffer.concat([extended, body, padding(body.length), own]);
}
/** What has to follow this many bytes of data. */
function padding(size) {
    return Buffer.alloc((blockSize - (size % blockSize)) % blockSize);
}
/** The end of an archive. */
const endOfArchive = Buffer.alloc(2 * blockSize);
const billion = 1000000000n;
/** `1763740000.123456789`; before 1970 the fraction is still added to the second. */
function formatTime(nanoseconds) {
    const sign = nanoseconds < 0n ? '-' : '';
    const absolute = nanoseconds < 0n ? -nanoseconds : nanoseconds;
    return `${sign}${absolute / billion}.${String(absolute % billion).padStart(9, '0')}`;
}
function floorSeconds(nanoseconds) {
    const seconds = nanoseconds / billion;
    return nanoseconds % billion < 0n ? seconds - 1n : seconds;
}
function fits(text) {
    return Buffer.byteLength(text) <= 100 && /^[\x20-\x7e]*$/.test(text);
}
/** `<length> <key>=<value>\n`, the length counting itself. */
function paxRecord(key, value) {
    const rest = Buffer.from(` ${key}=${value}\n`);
    let length = rest.length;
    while (length !== rest.length + String(length).length)
        length = rest.length + String(length).length;
    return Buffer.concat([Buffer.from(String(length)), rest]);
}
function block({ name, linkname, mode, uid, gid, size, mtime, flag }) {
    const header = Buffer.alloc(blockSize);
    header.write(shown(name), 0, 100, 'latin1');
    octal(header, mode, 100, 8);
    octal(header, uid, 108, 8);
    octal(header, gid, 116, 8);
    octal(header, size, 124, 12);
    octal(header, mtime, 136, 12);
    header.fill(' ', 148, 156);
    header.write(flag, 156, 'latin1');
    header.write(shown(linkname), 157, 100, 'latin1');
    header.write('ustar', 257, 'latin1');
    header.write('00', 263, 'latin1');
    const sum = header.reduce((total, byte) => total + byte, 0);
    header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
    return header;
}
/** What a reader without pax shows. */
function shown(text) {
    return fits(text) ? text : text.replaceAll(/[^\x20-\x7e]/g, '_').slice(0, 100);
}
/** What does not fit stands in the pax record. */
function octal(header, value, offset, width) {
    const most = 8 ** (width - 1) - 1;
    const text = Math.min(Math.max(value, 0), most).toString(8);
    header.write(`${text.padStart(width - 1, '0')}\0`, offset, 'latin1');
}


/***/ }),

/***/ 85293:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dx: () => (/* binding */ linesOf),
/* harmony export */   QR: () => (/* binding */ isPart),
/* harmony export */   cD: () => (/* binding */ comparePaths),
/* harmony export */   dW: () => (/* binding */ indexLine),
/* harmony export */   gN: () => (/* binding */ parentOf),
/* harmony export */   ge: () => (/* binding */ sumsName),
/* harmony export */   kk: () => (/* binding */ sumLine),
/* harmony export */   mo: () => (/* binding */ indexName),
/* harmony export */   pn: () => (/* binding */ partName),
/* harmony export */   vY: () => (/* binding */ readIndex)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92857);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27550);



/**
 * The index of a tree: a line of JSON for each entry, in the order of the archive, which is that of `walk`. It is what
 * a restore is held to.
 */
const owned = {
    /** From the root of the tree, with `/`; `.` is the root itself. */
    path: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().min(1),
    /** Permission bits, with those for set-user-id, set-group-id and sticky. */
    mode: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().min(0).max(0o7777),
    uid: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().min(0),
    gid: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().min(0),
    /** Seconds since the epoch with nine decimals, as in a pax header. */
    mtime: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().regex(/^-?\d+\.\d{9}$/),
};
const entrySchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .discriminatedUnion */ .gMt('type', [
    zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ ...owned, type: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('folder') }),
    zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
        ...owned,
        type: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('file'),
        size: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().min(0),
        sha256: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().regex(/^[0-9a-f]{64}$/),
        /** How often the archive has it, one after the other: the last one counts. */
        readings: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().min(1),
        /** It changed during every reading. */
        changing: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz(true).optional(),
    }),
    zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ ...owned, type: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('symlink'), target: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().min(1) }),
    /** Another name of a file that stands before it, with all that it has. */
    zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ path: owned.path, type: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('hardlink'), target: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().min(1) }),
]);
const indexName = 'index.jsonl';
const sumsName = 'sha256sums.txt';
const partName = (number) => `part-${String(number).padStart(6, '0')}.tar`;
const isPart = (name) => /^part-\d{6,}\.tar$/.test(name);
function indexLine(entry) {
    return `${JSON.stringify(entry)}\n`;
}
/** As sha256sum prints it: with a backslash first when the name has characters that stand escaped. */
function sumLine(path, sha256) {
    const escaped = path.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
    return `${escaped === path ? '' : '\\'}${sha256}  ${escaped}\n`;
}
/**
 * The entries of an index file. Whatever this gives can be made below a folder in this order, without leaving it: paths
 * are plain, ascend, and lie in folders that came before.
 * @throws Failure `integrity` at the first that does not
 */
async function* readIndex(file, signal) {
    const folders = [];
    let last = null;
    for await (const line of linesOf(file, signal)) {
        const entry = parseEntry(line);
        const { path } = entry;
        if (last === null) {
            if (path !== '.' || entry.type !== 'folder')
                throw broken('does not begin with the folder itself', path);
        }
        else {
            if (!isPlain(path))
                throw broken('has an entry that would lie outside of the folder', path);
            if (comparePaths(last, path) >= 0)
                throw broken('has an entry twice, or out of order', path);
            while (folders.length > 0 && folders.at(-1) !== parentOf(path))
                folders.pop();
            if (folders.length === 0)
                throw broken('has an entry that lies in no folder', path);
        }
        if (entry.type === 'hardlink' && !isPlain(entry.target))
            throw broken('has a link to a file outside of the folder', path);
        if (entry.type === 'folder')
            folders.push(path);
        last = path;
        yield entry;
    }
    if (last === null)
        throw broken('is empty');
}
function parentOf(path) {
    const end = path.lastIndexOf('/');
    return end === -1 ? '.' : path.slice(0, end);
}
/** Below zero when `a` comes before `b` in a walk. */
function comparePaths(a, b) {
    if (a === b)
        return 0;
    if (a === '.')
        return -1;
    if (b === '.')
        return 1;
    const [left, right] = [a.split('/'), b.split('/')];
    for (const [index, part] of left.entries()) {
        const other = right[index];
        if (other === undefined)
            return 1;
        const order = Buffer.compare(Buffer.from(part), Buffer.from(other));
        if (order !== 0)
            return order;
    }
    return -1;
}
function isPlain(path) {
    return !path.includes('\0') && path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}
function parseEntry(line) {
    let value;
    try {
        value = JSON.parse(line);
    }
    catch (cause) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR('integrity', 'the index of the tree has a line that is not JSON', { cause });
    }
    const parsed = entrySchema.safeParse(value);
    if (!parsed.success)
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR('integrity', 'the index of the tree has a line that is not well-formed', {
            cause: parsed.error,
        });
    return parsed.data;
}
function broken(what, path) {
    return new _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR('integrity', `the index of the tree ${what}`, {
        subjects: path === undefined ? [] : [path],
    });
}
/** Not `readline`, which ends lines at further characters, and names may have them. */
async function* linesOf(file, signal) {
    let rest = [];
    for await (const bytes of (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createReadStream)(file, { signal })) {
        let chunk = bytes;
        for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10)) {
            yield Buffer.concat([...rest, chunk.subarray(0, end)]).toString();
            rest = [];
            chunk = chunk.subarray(end + 1);
        }
        if (chunk.length > 0)
            rest.push(chunk);
    }
    if (rest.length > 0)
        throw broken('ends in the middle of a line');
}


/***/ }),

/***/ 24702:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ setsOwners),
/* harmony export */   l: () => (/* binding */ unpack)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57075);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(46466);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(27550);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(71663);
/* harmony import */ var _tree_index_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(85293);








/**
 * Makes the tree again. The archive must have the entries of the index, all of them, in their order, and nothing else.
 * While files are written there are no links to folders, so nothing can be led elsewhere; links come after all files,
 * owners, rights and times of folders last of all.
 * @returns plain bytes of files
 * @throws Failure `integrity` where the archive is not what the index says, `capacity` or `access`
 */
async function unpack(context) {
    const { index, into, signal, progress } = context;
    const expected = (0,_tree_index_js__WEBPACK_IMPORTED_MODULE_7__/* .readIndex */ .vY)(index, signal);
    const { extract } = await __webpack_require__.e(/* import() */ 6118).then(__webpack_require__.t.bind(__webpack_require__, 56118, 19));
    const members = extract();
    const stop = new AbortController();
    const feeding = (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_4__.pipeline)(node_stream__WEBPACK_IMPORTED_MODULE_3__.Readable.from(partsOf(context), { objectMode: false }), members, {
        signal: AbortSignal.any([signal, stop.signal]),
    });
    feeding.catch(() => undefined);
    let bytes = 0;
    let entry = null;
    let reading = 0;
    try {
        for await (const member of members) {
            if (entry?.type === 'file' && reading < entry.readings)
                reading += 1;
            else {
                entry = (await expected.next()).value ?? null;
                reading = 1;
            }
            if (entry === null)
                throw parted('has more than its index', nameOf(member.header));
            const isLast = entry.type !== 'file' || reading === entry.readings;
            demandSame(member.header, entry, isLast);
            const absolute = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(into, entry.path);
            if (entry.type === 'file' && isLast) {
                await makeFile(absolute, entry, member);
                bytes += entry.size;
                progress.report(bytes, context.record.databaseSize);
            }
            else {
                member.resume();
                if (entry.type === 'folder' && entry.path !== '.')
                    await made((0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(absolute, { mode: 0o700 }), entry);
                if (entry.type === 'hardlink')
                    await makeLink(into, entry);
            }
        }
        await feeding;
    }
    catch (error) {
        signal.throwIfAborted();
        stop.abort();
        // What fed the archive says more than that the archive ended.
        const cause = await feeding.then(() => error, (fed) => (fed instanceof _domain_failure_js__WEBPACK_IMPORTED_MODULE_5__/* .Failure */ .HR ? fed : error));
        if (cause instanceof _domain_failure_js__WEBPACK_IMPORTED_MODULE_5__/* .Failure */ .HR)
            throw cause;
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_5__/* .Failure */ .HR('integrity', 'the archive of the tree cannot be read', { cause });
    }
    finally {
        stop.abort();
        members.destroy();
    }
    const isShort = entry?.type === 'file' && reading < entry.readings;
    const next = isShort ? entry : (await expected.next()).value;
    if (next !== undefined && next !== null)
        throw parted('lacks what its index has', next.path);
    await finish(context);
    return bytes;
}
async function* partsOf({ record, artifacts, signal }) {
    for (const artifact of record.artifacts.filter(({ name }) => (0,_tree_index_js__WEBPACK_IMPORTED_MODULE_7__/* .isPart */ .QR)(name))) {
        for await (const chunk of await artifacts.open(artifact, 'plain', signal))
            yield chunk;
    }
}
const types = {
    folder: 'directory',
    file: 'file',
    symlink: 'symlink',
    hardlink: 'link',
};
/** What stock programs would go by must be what the index says. @throws Failure `integrity` */
function demandSame(header, entry, isLast) {
    const name = nameOf(header);
    if (name !== entry.path)
        throw parted('and its index part ways', entry.path, name);
    const differs = [];
    if (header.type !== types[entry.type])
        differs.push('kind');
    if ('target' in entry && header.linkname !== entry.target)
        differs.push('target');
    if (entry.type !== 'hardlink' && isLast) {
        const { pax } = header;
        if (header.mode !== entry.mode)
            differs.push('rights');
        if (Number(pax?.['uid'] ?? header.uid) !== entry.uid)
            differs.push('owner');
        if (Number(pax?.['gid'] ?? header.gid) !== entry.gid)
            differs.push('group');
        const time = pax?.['mtime'] ?? `${Math.round((header.mtime?.getTime() ?? 0) / 1_000)}.000000000`;
        if (time !== entry.mtime)
            differs.push('time');
        if (entry.type === 'file' && header.size !== entry.size)
            differs.push('size');
    }
    if (differs.length > 0)
        throw parted(`says otherwise than its index of ${differs.join(', ')}`, entry.path);
}
function nameOf({ name }) {
    return name.replace(/\/$/, '');
}
function parted(how, ...subjects) {
    return new _domain_failure_js__WEBPACK_IMPORTED_MODULE_5__/* .Failure */ .HR('integrity', `the archive of the tree ${how}`, { subjects });
}
/** Holes are made where there are only zeros, as they may have been before. */
async function makeFile(absolute, entry, body) {
    const flags = node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_WRONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_CREAT | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_EXCL | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NOFOLLOW;
    const file = await made((0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(absolute, flags, 0o600), entry);
    try {
        let position = 0;
        for await (const bytes of body) {
            const chunk = bytes;
            if (!isZero(chunk)) {
                for (let done = 0; done < chunk.length;) {
                    const { bytesWritten } = await made(file.write(chunk, done, chunk.length - done, position + done), entry);
                    done += bytesWritten;
                }
            }
            position += chunk.length;
        }
        await made(file.truncate(position), entry);
        if (setsOwners())
            await made(file.chown(entry.uid, entry.gid), entry);
        await made(file.chmod(entry.mode), entry);
        const time = Number(entry.mtime);
        await made(file.utimes(time, time), entry);
    }
    finally {
        await file.close();
    }
}
const zeros = Buffer.alloc(64 * 1024);
function isZero(chunk) {
    if (chunk.length < 4096 || chunk[0] !== 0)
        return false;
    for (let at = 0; at < chunk.length; at += zeros.length) {
        const piece = chunk.subarray(at, at + zeros.length);
        if (!piece.equals(zeros.subarray(0, piece.length)))
            return false;
    }
    return true;
}
async function makeLink(into, entry) {
    const target = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(into, entry.target);
    const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.lstat)(target).catch(() => null);
    if (found?.isFile() !== true)
        throw parted('has a link to a file that does not stand before it', entry.path);
    await made((0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.link)(target, (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(into, entry.path)), entry);
}
/** Only the superuser gives files away. */
function setsOwners() {
    return process.getuid?.() === 0;
}
/** Links, and what is to be said of folders: of each when all that lies in it is there. */
async function finish({ index, into, signal }) {
    const open = [];
    const closeUpTo = async (parent) => {
        for (let last = open.at(-1); last !== undefined && last.path !== parent; last = open.at(-1)) {
            open.pop();
            const absolute = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(into, last.path);
            if (setsOwners())
                await made((0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.chown)(absolute, last.uid, last.gid), last);
            await made((0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.utimes)(absolute, Number(last.mtime), Number(last.mtime)), last);
            await made((0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.chmod)(absolute, last.mode), last);
        }
    };
    for await (const entry of (0,_tree_index_js__WEBPACK_IMPORTED_MODULE_7__/* .readIndex */ .vY)(index, signal)) {
        if (entry.path !== '.')
            await closeUpTo((0,_tree_index_js__WEBPACK_IMPORTED_MODULE_7__/* .parentOf */ .gN)(entry.path));
        if (entry.type === 'folder')
            open.push(entry);
        if (entry.type !== 'symlink')
            continue;
        const absolute = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(into, entry.path);
        await made((0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.symlink)(entry.target, absolute), entry);
        if (setsOwners())
            await made((0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.lchown)(absolute, entry.uid, entry.gid), entry);
        await made((0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.lutimes)(absolute, Number(entry.mtime), Number(entry.mtime)), entry);
    }
    await closeUpTo(null);
}
async function made(work, { path }) {
    try {
        return await work;
    }
    catch (error) {
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .fileFailure */ .fE)(error, 'writing what is restored', path);
    }
}


/***/ }),

/***/ 21601:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ walk),
/* harmony export */   u: () => (/* binding */ excluding)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var picomatch__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(14006);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(71663);





/**
 * Everything in a tree, a folder before what lies in it, by the bytes of the names: the same tree gives the same order.
 * What is deleted meanwhile is left out. In memory are the names of the folders on the way to where it is.
 * @throws Failure `missing` or `access`
 */
async function* walk(root, options) {
    const stat = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.lstat)(root, { bigint: true }).catch((error) => {
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .fileFailure */ .fE)(error, 'looking at the folder', root);
    });
    yield* below({ path: '.', absolute: root, stat, kind: kindOf(stat) }, options);
}
async function* below(found, options) {
    options.signal.throwIfAborted();
    yield found;
    if (found.kind !== 'folder')
        return;
    for (const bytes of await namesIn(found, options)) {
        const name = bytes.toString();
        const path = found.path === '.' ? name : `${found.path}/${name}`;
        if (options.isExcluded?.(path) === true)
            continue;
        const absolute = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(found.absolute, name);
        if (!(0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(bytes)) {
            yield { path, absolute, stat: found.stat, kind: 'unnamed' };
            continue;
        }
        const stat = await (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .unlessGone */ .Wi)((0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.lstat)(absolute, { bigint: true })).catch((error) => {
            throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .fileFailure */ .fE)(error, 'looking at a file', path);
        });
        if (stat !== null)
            yield* below({ path, absolute, stat, kind: kindOf(stat) }, options);
    }
}
async function namesIn(found, { unreadable, signal }) {
    for (let attempt = 1;; attempt++) {
        signal.throwIfAborted();
        try {
            const names = (await (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .unlessGone */ .Wi)((0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(found.absolute, { encoding: 'buffer' }))) ?? [];
            return names.sort((a, b) => Buffer.compare(a, b));
        }
        catch (error) {
            const isDenied = (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .codeOf */ .$N)(error) === 'EACCES' || (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .codeOf */ .$N)(error) === 'EPERM';
            if (!isDenied || unreadable === undefined || attempt > 1)
                throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .fileFailure */ .fE)(error, 'reading a folder', found.path);
            if ((await unreadable(found)) === 'skip')
                return [];
        }
    }
}
function kindOf(stat) {
    if (stat.isDirectory())
        return 'folder';
    if (stat.isFile())
        return 'file';
    return stat.isSymbolicLink() ? 'symlink' : 'special';
}
/**
 * What the patterns leave out. Without a slash a pattern is held against each name, wherever it lies; with one against
 * the path from the root. `*` does not cross a slash, `**` does.
 */
function excluding(patterns) {
    const options = { dot: true, nonegate: true };
    const tests = patterns.map((pattern) => {
        const plain = pattern.replace(/\/+$/, '');
        if (!plain.includes('/')) {
            const isMatch = picomatch__WEBPACK_IMPORTED_MODULE_4__(plain, options);
            return (path) => isMatch(path.slice(path.lastIndexOf('/') + 1));
        }
        const isMatch = picomatch__WEBPACK_IMPORTED_MODULE_4__(plain.replace(/^\/+/, ''), options);
        return (path) => isMatch(path);
    });
    return (path) => tests.some((test) => test(path));
}


/***/ })

};
