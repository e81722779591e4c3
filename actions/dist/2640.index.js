export const id = 2640;
export const ids = [2640];
export const modules = {

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

/***/ 32640:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openFilesSource: () => (/* binding */ openFilesSource)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/domain/failure.js
var failure = __webpack_require__(27550);
// EXTERNAL MODULE: ./lib/domain/units.js
var units = __webpack_require__(96087);
// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
// EXTERNAL MODULE: ./lib/sources/files/errors.js
var errors = __webpack_require__(71663);
// EXTERNAL MODULE: ./lib/sources/files/read-file.js
var read_file = __webpack_require__(82871);
// EXTERNAL MODULE: ./lib/sources/files/tar-header.js
var tar_header = __webpack_require__(97951);
// EXTERNAL MODULE: ./lib/sources/files/tree-index.js
var tree_index = __webpack_require__(85293);
;// CONCATENATED MODULE: ./lib/sources/files/dump.js









const usualPartSize = 256 * 1024 ** 2;
const readSize = 256 * 1024;
/** How often a file is read that changes meanwhile. */
const mostReadings = 3;
/**
 * Pours a tree into one archive of tar, cut between entries into parts of bounded size, then into digests for
 * `sha256sum`, then into an index. Put behind each other, the parts are the archive.
 */
async function dumpTree(context) {
    const at = new Date(context.clock.now()).toISOString();
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)(context.spool, `${context.name}-`));
    const index = await Lines.into((0,external_node_path_.join)(folder, tree_index/* indexName */.mo));
    const sums = await Lines.into((0,external_node_path_.join)(folder, tree_index/* sumsName */.ge));
    try {
        const tree = new TreeDump(context, index, sums);
        const artifacts = await tree.putParts();
        for (const lines of [sums, index])
            artifacts.push(await putLines(lines, context));
        tree.tellGone();
        return {
            name: context.name,
            type: 'files',
            engine: 'files-tar',
            path: context.path,
            exclude: [...context.exclude],
            snapshot: { at, dataAt: at },
            databaseSize: tree.bytes,
            ...tree.counts,
            notIncluded: tree.notIncluded,
            warnings: [],
            artifacts,
        };
    }
    finally {
        await index.close();
        await sums.close();
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
}
async function putLines(lines, { sink, signal }) {
    await lines.flush();
    return sink.put({ name: lines.name, body: (0,external_node_fs_.createReadStream)(lines.path), compressedBy: 'lifeboat', atMost: lines.size }, signal);
}
class TreeDump {
    notIncluded = [];
    counts = { files: 0, folders: 0, links: 0 };
    bytes = 0;
    context;
    index;
    sums;
    /** The first name of files that have several, until all of them were seen. */
    linked = new Map();
    buffer = Buffer.allocUnsafe(readSize);
    next = null;
    gone = 0;
    constructor(context, index, sums) {
        this.context = context;
        this.index = index;
        this.sums = sums;
    }
    async putParts() {
        const { sink, signal, partSize = usualPartSize } = this.context;
        const artifacts = [];
        await this.advance();
        do {
            const first = this.next === null ? 0 : sizeOf(this.next);
            const artifact = {
                name: (0,tree_index/* partName */.pn)(artifacts.length + 1),
                body: this.part(partSize),
                compressedBy: 'lifeboat',
                // The last file of a part may have to be read again and again.
                atMost: Math.max(partSize * 2, first) * mostReadings,
            };
            artifacts.push(await sink.put(artifact, signal));
        } while (this.next !== null);
        return artifacts;
    }
    tellGone() {
        if (this.gone === 0)
            return;
        this.context.log.notice(`${(0,units/* counted */.hS)(this.gone, 'file was', 'files were')} deleted between being found and being read`);
    }
    async advance() {
        const { done, value } = await this.context.found.next();
        this.next = done === true ? null : value;
    }
    async *part(limit) {
        let written = 0;
        for (; this.next !== null; await this.advance()) {
            if (written > 0 && written + sizeOf(this.next) > limit)
                return;
            for await (const chunk of this.entry(this.next)) {
                written += chunk.length;
                yield chunk;
            }
        }
        yield tar_header/* endOfArchive */.PG;
    }
    async *entry(found) {
        const { path, absolute, stat, kind } = found;
        this.context.signal.throwIfAborted();
        if (kind === 'special' || kind === 'unnamed') {
            const [type, reason] = kind === 'special'
                ? [specialKind(stat), 'neither file, folder nor link']
                : ['file', 'its name is not UTF-8'];
            this.notIncluded.push({ type, reason, object: path, accepted: false });
        }
        else if (kind === 'folder') {
            this.counts.folders += 1;
            await this.index.add((0,tree_index/* indexLine */.dW)({ path, type: 'folder', ...propertiesOf(stat) }));
            yield (0,tar_header/* tarHeader */.pI)(memberOf(path, 'folder', stat));
        }
        else if (kind === 'symlink') {
            const target = await (0,errors/* unlessGone */.Wi)((0,promises_.readlink)(absolute, { encoding: 'buffer' })).catch((error) => {
                throw (0,errors/* fileFailure */.fE)(error, 'reading a link', path);
            });
            if (target === null)
                this.gone += 1;
            else if (!(0,external_node_buffer_.isUtf8)(target)) {
                const reason = 'what it leads to is not UTF-8';
                this.notIncluded.push({ type: 'symbolic link', reason, object: path, accepted: false });
            }
            else {
                const text = target.toString();
                this.counts.links += 1;
                await this.index.add((0,tree_index/* indexLine */.dW)({ path, type: 'symlink', ...propertiesOf(stat), target: text }));
                yield (0,tar_header/* tarHeader */.pI)(memberOf(path, 'symlink', stat, { target: text }));
            }
        }
        else {
            const first = this.firstName(stat);
            if (first === null)
                yield* this.file(found);
            else {
                this.counts.links += 1;
                await this.index.add((0,tree_index/* indexLine */.dW)({ path, type: 'hardlink', target: first }));
                yield (0,tar_header/* tarHeader */.pI)(memberOf(path, 'hardlink', stat, { target: first }));
            }
        }
    }
    /** The name under which the same file is in the archive already. */
    firstName(stat) {
        if (stat.nlink < 2n)
            return null;
        const key = `${stat.dev}:${stat.ino}`;
        const known = this.linked.get(key);
        if (known === undefined)
            return null;
        known.left -= 1n;
        if (known.left === 0n)
            this.linked.delete(key);
        return known.path;
    }
    /** A file, again and again when it changes: whoever unpacks the archive ends with the last reading. */
    async *file({ path, absolute, stat }) {
        let last = null;
        let isCalm = false;
        for (let readings = 1; !isCalm && readings <= mostReadings; readings++) {
            const handle = await (0,read_file/* openFile */.T)(absolute, path);
            if (handle === null)
                break;
            try {
                const before = await handle.stat({ bigint: true });
                yield (0,tar_header/* tarHeader */.pI)(memberOf(path, 'file', before, { size: Number(before.size) }));
                const reading = yield* (0,read_file/* readExactly */.L)(handle, before, {
                    path,
                    buffer: this.buffer,
                    signal: this.context.signal,
                });
                yield (0,tar_header/* padding */.Ms)(Number(before.size));
                isCalm = reading.isCalm;
                const { sha256 } = reading;
                last = { path, type: 'file', ...propertiesOf(before), size: Number(before.size), sha256, readings };
            }
            finally {
                await handle.close();
            }
        }
        if (last === null) {
            this.gone += 1;
            return;
        }
        if (!isCalm) {
            const reason = 'it changed while it was read; the backup has its last reading, which may mix two states';
            this.notIncluded.push({ type: 'changing file', reason, object: path, accepted: false });
        }
        if (stat.nlink > 1n)
            this.linked.set(`${stat.dev}:${stat.ino}`, { path, left: stat.nlink - 1n });
        this.counts.files += 1;
        this.bytes += last.size;
        this.context.progress.report(this.bytes);
        await this.index.add((0,tree_index/* indexLine */.dW)({ ...last, ...(isCalm ? {} : { changing: true }) }));
        await this.sums.add((0,tree_index/* sumLine */.kk)(path, last.sha256));
    }
}
/** A text file that grows line by line. */
class Lines {
    name;
    path;
    size = 0;
    file;
    waiting = [];
    waitingSize = 0;
    constructor(path, file) {
        this.path = path;
        this.name = path.slice(path.lastIndexOf('/') + 1);
        this.file = file;
    }
    static async into(path) {
        return new Lines(path, await (0,promises_.open)(path, 'wx', 0o600));
    }
    async add(line) {
        this.waiting.push(line);
        this.waitingSize += line.length;
        if (this.waitingSize > readSize)
            await this.flush();
    }
    async flush() {
        const bytes = Buffer.from(this.waiting.join(''));
        this.waiting = [];
        this.waitingSize = 0;
        this.size += bytes.length;
        await this.file.appendFile(bytes);
    }
    close() {
        return this.file.close();
    }
}
function sizeOf({ kind, stat }) {
    return kind === 'file' ? Number(stat.size) + tar_header/* blockSize */.L6 : tar_header/* blockSize */.L6;
}
function propertiesOf(stat) {
    return {
        mode: Number(stat.mode) & 0o7777,
        uid: Number(stat.uid),
        gid: Number(stat.gid),
        mtime: (0,tar_header/* formatTime */.fU)(stat.mtimeNs),
    };
}
function memberOf(path, type, stat, more = {}) {
    const { mode, uid, gid } = propertiesOf(stat);
    return { path, type, mode, uid, gid, mtime: stat.mtimeNs, size: 0, target: '', ...more };
}
function specialKind(stat) {
    if (stat.isSocket())
        return 'socket';
    if (stat.isFIFO())
        return 'pipe';
    return 'device';
}

// EXTERNAL MODULE: ./lib/sources/files/walk.js
var walk = __webpack_require__(21601);
;// CONCATENATED MODULE: ./lib/sources/files/source.js








/** How many names a finding lists. */
const mostNamed = 50;
/** A file tree as a source. */
function openFilesSource(config, context) {
    const isExcluded = async () => {
        const byPattern = (0,walk/* excluding */.u)(config.exclude);
        // A run whose folder for temporary files lies in the tree must not back up itself.
        const root = `${await (0,promises_.realpath)(config.path)}/`;
        const spool = await (0,promises_.realpath)(context.spool);
        const own = spool.startsWith(root) ? spool.slice(root.length) : null;
        return (path) => path === own || byPattern(path);
    };
    return {
        name: config.name,
        type: 'files',
        async preflight(signal) {
            const root = await findRoot(config);
            if (root === null) {
                const text = `source ${config.name}: its path is no folder`;
                return [{ level: 'refuse', failure: 'config', text, subjects: [config.path] }];
            }
            return look(config, root, await isExcluded(), signal);
        },
        async dump(sink, progress, signal) {
            const root = await findRoot(config);
            if (root === null)
                throw new failure/* Failure */.HR('config', 'the path is no folder', { subjects: [config.path] });
            const found = (0,walk/* walk */.G)(root, { isExcluded: await isExcluded(), signal });
            try {
                return await dumpTree({ ...context, ...config, found, sink, progress, signal });
            }
            finally {
                await found.return(undefined);
            }
        },
        async [Symbol.asyncDispose]() { },
    };
}
/** The folder that the path leads to, null when it is none. @throws Failure `missing` or `access` */
async function findRoot({ path }) {
    const found = await (0,errors/* unlessGone */.Wi)((0,promises_.stat)(path)).catch((error) => {
        throw (0,errors/* fileFailure */.fE)(error, 'looking at the folder', path);
    });
    if (found === null) {
        throw new failure/* Failure */.HR('missing', 'the folder is not there', {
            hint: `Relative paths start at the working directory, so this is ${(0,external_node_path_.resolve)(path)}. Is its volume mounted?`,
            subjects: [path],
        });
    }
    return found.isDirectory() ? await (0,promises_.realpath)(path) : null;
}
async function look({ name }, root, isExcluded, signal) {
    const closed = [];
    let entries = -1;
    let closedCount = 0;
    const note = (path) => {
        closedCount += 1;
        if (closed.length < mostNamed)
            closed.push(path);
    };
    const found = (0,walk/* walk */.G)(root, {
        isExcluded,
        unreadable: async ({ path }) => {
            note(path);
            return 'skip';
        },
        signal,
    });
    for await (const { kind, path, absolute } of found) {
        entries += 1;
        if (kind !== 'file')
            continue;
        const error = await (0,promises_.access)(absolute, external_node_fs_.constants.R_OK).then(() => null, (error) => (0,errors/* codeOf */.$N)(error));
        if (error === 'EACCES' || error === 'EPERM')
            note(path);
    }
    const findings = [];
    if (closedCount > 0) {
        findings.push({
            level: 'refuse',
            failure: 'access',
            text: `source ${name}: ${(0,units/* counted */.hS)(closedCount, 'file or folder', 'files or folders')} may not be read by this user`,
            hint: 'Give the right to read, run as a user who has it, or leave them out under exclude.',
            subjects: closed,
        });
    }
    if (entries === 0) {
        findings.push({
            level: 'warning',
            text: `source ${name}: the folder is empty`,
            hint: 'Is its volume mounted, and does exclude leave anything over?',
        });
    }
    return findings;
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
