export const id = 927;
export const ids = [927];
export const modules = {

/***/ 20927:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openFilesRestoration: () => (/* binding */ openFilesRestoration)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./lib/domain/failure.js
var domain_failure = __webpack_require__(27550);
// EXTERNAL MODULE: ./lib/domain/units.js
var units = __webpack_require__(96087);
// EXTERNAL MODULE: ./lib/sources/check-recorder.js
var check_recorder = __webpack_require__(54621);
// EXTERNAL MODULE: ./lib/sources/files/compare.js
var compare = __webpack_require__(25149);
// EXTERNAL MODULE: ./lib/sources/files/errors.js
var errors = __webpack_require__(71663);
// EXTERNAL MODULE: ./lib/sources/files/fetch-index.js
var fetch_index = __webpack_require__(20299);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./lib/sources/files/place.js





/**
 * A target is a path; without one it is the folder of the source, or one beside it.
 * @throws Failure `config` when nothing says where to, `refused` when the backup is of another folder
 */
async function resolveFilesPlace(record, config, { target, mode, backupId }) {
    const beside = mode === 'side-by-side';
    if (target !== null && (target.trim() === '' || target.includes('\0') || target.includes('://'))) {
        throw new domain_failure/* Failure */.HR('config', `target: of source ${record.name}, a file tree, it is the path of a folder`);
    }
    if (target === null && config === undefined) {
        throw new domain_failure/* Failure */.HR('config', `source ${record.name}: the environment file no longer has it`, {
            hint: 'Say where to restore: give the path of a folder as target.',
        });
    }
    if (target === null && !beside && config !== undefined && (0,external_node_path_.resolve)(config.path) !== (0,external_node_path_.resolve)(record.path)) {
        throw new domain_failure/* Failure */.HR('refused', `source ${record.name}: the backup is of another folder than the one that the environment file names`, {
            hint: 'If the folder was moved, name its path as target.',
            subjects: [record.path, config.path],
        });
    }
    const stamp = backupId.toLowerCase().split('-').slice(0, 2).join('_');
    const given = await realFolder(target ?? config?.path ?? record.path);
    const path = beside && target === null ? `${given}_${stamp}` : given;
    if ((0,external_node_path_.dirname)(path) === path)
        throw new domain_failure/* Failure */.HR('refused', 'a whole file system is not restored over');
    return {
        path,
        parent: (0,external_node_path_.dirname)(path),
        // Short, however long the folder's own name is.
        working: (0,external_node_path_.join)((0,external_node_path_.dirname)(path), `.lifeboat_restoring_${stamp}_${digest(path)}`),
        before: `${path}_before_${stamp}`,
        source: config === undefined ? null : (0,external_node_path_.resolve)(config.path),
    };
}
function digest(path) {
    return (0,external_node_crypto_.createHash)('sha256').update(path).digest('hex').slice(0, 8);
}
/** The folder itself, where the path leads there over links: what lies beside it is on the same file system. */
async function realFolder(path) {
    const absolute = (0,external_node_path_.resolve)(path);
    const real = await (0,errors/* unlessGone */.Wi)((0,promises_.realpath)(absolute));
    if (real !== null)
        return real;
    const parent = await (0,errors/* unlessGone */.Wi)((0,promises_.realpath)((0,external_node_path_.dirname)(absolute)));
    return parent === null ? absolute : (0,external_node_path_.join)(parent, (0,external_node_path_.basename)(absolute));
}
/** The names under which a former state was kept already, and the first that is free. */
async function keptNames({ before }) {
    let last = null;
    for (let number = 1;; number++) {
        const name = number === 1 ? before : `${before}_${number}`;
        if ((await (0,errors/* unlessGone */.Wi)((0,promises_.lstat)(name))) === null)
            return { last, free: name };
        last = name;
    }
}

;// CONCATENATED MODULE: ./lib/sources/files/room.js

/** What an entry takes besides its bytes: half a block of the last, and its own. */
const perEntry = 4_096;
/** What a tree takes on disk, about, and what is free where this folder lies. */
async function findRoom({ databaseSize, files, folders, links }, folder) {
    const { bavail, bsize } = await (0,promises_.statfs)(folder);
    return { needed: databaseSize + (files + folders + links) * perEntry, free: bavail * bsize };
}

// EXTERNAL MODULE: ./lib/sources/files/unpack.js
var unpack = __webpack_require__(24702);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./lib/sources/laboratory/alive.js
var alive = __webpack_require__(5651);
// EXTERNAL MODULE: ./lib/sources/files/remove-tree.js
var remove_tree = __webpack_require__(16405);
;// CONCATENATED MODULE: ./lib/sources/files/working-folder.js








/** In the folder that a restore works in: whose it is. */
const markName = 'lifeboat-restore.json';
const markSchema = schemas/* object */.Ikc({ backup: schemas/* string */.YjP(), host: schemas/* string */.YjP(), process: schemas/* int */.Whr() });
function workingFolder(path) {
    return { path, tree: (0,external_node_path_.join)(path, 'tree') };
}
/** `taken`: something that no restore of this backup has made; `busy`: one that is at work. */
async function lookUp({ path }, backupId) {
    const found = await (0,errors/* unlessGone */.Wi)((0,promises_.lstat)(path));
    if (found === null)
        return 'free';
    if (!found.isDirectory())
        return 'taken';
    const text = await (0,errors/* unlessGone */.Wi)((0,promises_.readFile)((0,external_node_path_.join)(path, markName), 'utf8'));
    // Killed between making it and marking it.
    if (text === null)
        return (await (0,promises_.readdir)(path)).length === 0 ? 'left' : 'taken';
    const mark = parseMark(text);
    if (mark === null || mark.backup !== backupId)
        return 'taken';
    const stillAtWork = mark.host === (0,external_node_os_.hostname)() && mark.process !== process.pid && (0,alive/* isAlive */._)(mark.process);
    return stillAtWork ? 'busy' : 'left';
}
/** Makes it anew. What an interrupted restore of the same backup has left there is removed. @throws Failure */
async function makeWorking(working, backupId) {
    const state = await lookUp(working, backupId);
    if (state === 'taken' || state === 'busy')
        throw inTheWay(state, working.path);
    try {
        await (0,remove_tree/* removeTree */.d)(working.path);
        await (0,promises_.mkdir)(working.path, { mode: 0o700 });
        const mark = { backup: backupId, host: (0,external_node_os_.hostname)(), process: process.pid };
        await (0,promises_.writeFile)((0,external_node_path_.join)(working.path, markName), JSON.stringify(mark), { flag: 'wx' });
        await (0,promises_.mkdir)(working.tree, { mode: 0o700 });
    }
    catch (error) {
        if ((0,errors/* codeOf */.$N)(error) === 'EEXIST')
            throw inTheWay('busy', working.path);
        throw (0,errors/* fileFailure */.fE)(error, 'making the folder to restore in', working.path);
    }
}
/** Removes it when it is ours. The mark goes last, so that it stays ours when this is interrupted. */
async function removeWorking(working) {
    if ((await (0,errors/* unlessGone */.Wi)((0,promises_.lstat)(working.path))) === null)
        return;
    for (const name of await (0,promises_.readdir)(working.path)) {
        if (name !== markName)
            await (0,remove_tree/* removeTree */.d)((0,external_node_path_.join)(working.path, name));
    }
    await (0,remove_tree/* removeTree */.d)((0,external_node_path_.join)(working.path, markName));
    await (0,promises_.rmdir)(working.path).catch((error) => {
        throw (0,errors/* fileFailure */.fE)(error, 'removing the folder that a restore worked in', working.path);
    });
}
function inTheWay(state, path) {
    return state === 'busy'
        ? new domain_failure/* Failure */.HR('refused', 'another restore of this backup is at work beside the place', {
            hint: 'Wait for its end.',
            subjects: [path],
        })
        : new domain_failure/* Failure */.HR('refused', 'a folder of the name that this restore works under is there, and is not ours', {
            hint: 'Look at it, and move it away if nobody needs it.',
            subjects: [path],
        });
}
function parseMark(text) {
    try {
        return markSchema.safeParse(JSON.parse(text)).data ?? null;
    }
    catch {
        return null;
    }
}

;// CONCATENATED MODULE: ./lib/sources/files/restoration.js












/**
 * Brings a tree back beside the folder that is in use. The last step is a rename, or two: of the former folder to the
 * name that keeps it, and of the new one to its place. A run killed between them leaves the former state under that name,
 * and the next restore of the same backup finishes.
 * @throws Failure `config` when the request and the environment file do not say where to
 */
async function openFilesRestoration(record, config, request, context) {
    const place = await resolveFilesPlace(record, config, request);
    return new FilesRestoration(record, request, place, context);
}
class FilesRestoration {
    record;
    request;
    place;
    context;
    working;
    isMade = false;
    constructor(record, request, place, context) {
        this.record = record;
        this.request = request;
        this.place = place;
        this.context = context;
        this.working = workingFolder(place.working);
    }
    async inspect(signal) {
        signal.throwIfAborted();
        const { record, request, place } = this;
        const there = await this.whatIsThere();
        const beside = request.mode === 'side-by-side';
        const kept = await keptNames(place);
        const parent = await (0,errors/* unlessGone */.Wi)((0,promises_.stat)(place.parent));
        const room = parent === null ? null : await findRoom(record, place.parent);
        const needed = room?.needed ?? record.databaseSize;
        return {
            findings: [
                ...wishes(record, request),
                ...(await this.obstacles(parent?.isDirectory() === true, there !== null)),
                ...(room !== null && room.free < needed
                    ? [
                        refusal('capacity', `it needs ${(0,units/* formatBytes */.z3)(needed)} beside the folder, and ${(0,units/* formatBytes */.z3)(room.free)} are free`, 'Make room, or give a path on another file system as target.'),
                    ]
                    : []),
            ],
            present: (beside ? await this.isSourceThere() : there !== null) ? 'there' : 'gone',
            place: place.path,
            keptAs: beside ? null : there === null ? kept.last : kept.free,
            steps: [
                { name: 'unpack', detail: 'into a folder of its own beside the place', subjects: [place.working] },
                { name: 'prove', detail: 'every entry is read back and held to the index' },
                ...(beside || there === null
                    ? []
                    : [{ name: 'keep', detail: 'the present folder is renamed', subjects: [kept.free] }]),
                { name: 'name', detail: 'the restored folder gets its name', subjects: [place.path] },
            ],
            diskNeeded: needed,
            diskFree: room?.free ?? null,
            facts: [
                {
                    label: `content of ${record.name}`,
                    text: `${(0,units/* counted */.hS)(record.files, 'file')}, ${(0,units/* counted */.hS)(record.folders, 'folder')}, ${(0,units/* counted */.hS)(record.links, 'link')}`,
                },
            ],
        };
    }
    async restore(run) {
        const { record, place, working, request } = this;
        const { clock } = this.context;
        const { signal, artifacts, progress } = run;
        const { findings } = await this.inspect(signal);
        const refused = findings.find(({ level }) => level === 'refuse');
        if (refused !== undefined) {
            const { failure = 'refused', text, hint, subjects = [] } = refused;
            throw new domain_failure/* Failure */.HR(failure, text, { ...(hint === undefined ? {} : { hint }), subjects });
        }
        await makeWorking(working, request.backupId);
        this.isMade = true;
        try {
            const started = clock.ticks();
            const index = await (0,fetch_index/* fetchIndex */.R)(record, artifacts, working.path, signal);
            const bytes = await (0,unpack/* unpack */.l)({ record, artifacts, index, into: working.tree, progress, signal });
            const unpacked = clock.ticks();
            const checks = new check_recorder/* CheckRecorder */.PZ(run.check, clock, signal);
            const { isEqual } = await (0,compare/* proveTreeEqual */.LG)(index, working.tree, checks, signal);
            if (!isEqual)
                throw new domain_failure/* Failure */.HR('integrity', 'what came back is not what was backed up; nothing was exchanged');
            const proven = clock.ticks();
            if (request.mode === 'side-by-side')
                await this.giveName();
            return {
                database: place.path,
                place: place.path,
                bytes,
                steps: [
                    { name: 'unpack', duration: Math.round(unpacked - started) },
                    { name: 'prove', duration: Math.round(proven - unpacked) },
                ],
                left: [
                    ...((0,unpack/* setsOwners */.i)()
                        ? []
                        : [
                            {
                                text: 'the files belong to the user who restored them: only root can set owners',
                                subjects: [],
                            },
                        ]),
                    ...(record.notIncluded.length === 0
                        ? []
                        : [
                            {
                                text: `source ${record.name}: ${(0,units/* counted */.hS)(record.notIncluded.length, 'entry', 'entries')} of the folder could not be backed up as ${record.notIncluded.length === 1 ? 'it was' : 'they were'}`,
                                subjects: record.notIncluded.map(({ object }) => object),
                            },
                        ]),
                ],
            };
        }
        catch (error) {
            await this[Symbol.asyncDispose]();
            throw error;
        }
    }
    async exchange(signal) {
        const { request, place } = this;
        if (request.mode !== 'swap')
            throw new domain_failure/* Failure */.HR('bug', 'only a swap replaces a folder');
        signal.throwIfAborted();
        const { last, free } = await keptNames(place);
        // Without a folder there, an earlier run may have been killed after the first rename.
        const isThere = (await this.whatIsThere()) !== null;
        if (isThere)
            await this.rename(place.path, free);
        try {
            await this.giveName();
        }
        catch (error) {
            if (isThere)
                await (0,promises_.rename)(free, place.path);
            throw error;
        }
        return {
            keptAs: isThere ? free : last,
            next: [
                {
                    text: `Programs that had files of source ${this.record.name} open still work on the former folder: restart them.`,
                    subjects: [],
                },
            ],
        };
    }
    async [Symbol.asyncDispose]() {
        if (!this.isMade)
            return;
        this.isMade = false;
        await removeWorking(this.working);
    }
    async isSourceThere() {
        const { source } = this.place;
        return source !== null && (await (0,errors/* unlessGone */.Wi)((0,promises_.stat)(source))) !== null;
    }
    async whatIsThere() {
        const found = await (0,errors/* unlessGone */.Wi)((0,promises_.lstat)(this.place.path)).catch((error) => {
            throw (0,errors/* fileFailure */.fE)(error, 'looking at the place', this.place.path);
        });
        return found === null ? null : { isFolder: found.isDirectory(), device: found.dev };
    }
    async obstacles(hasParent, isThere) {
        const { place, request } = this;
        if (!hasParent) {
            return [
                refusal('missing', 'the folder that it would lie in is not there', 'Make it first.', [place.parent]),
            ];
        }
        const findings = [];
        const mayWrite = await (0,promises_.access)(place.parent, external_node_fs_.constants.W_OK | external_node_fs_.constants.X_OK).then(() => true, () => false);
        if (!mayWrite)
            findings.push(refusal('access', 'this user may not write beside the folder', 'Run as a user who may, or give another path as target.', [place.parent]));
        const state = await lookUp(this.working, request.backupId);
        if (!this.isMade && (state === 'taken' || state === 'busy')) {
            const { message, hint, subjects } = inTheWay(state, place.working);
            findings.push(refusal('refused', message, hint ?? '', subjects));
        }
        if (!isThere)
            return findings;
        if (request.mode === 'side-by-side') {
            findings.push(refusal('refused', 'something of that name is there already', 'Give another path as target, or move it away if nobody needs it.', [place.path]));
        }
        else
            findings.push(...(await this.cannotBeRenamed()));
        return findings;
    }
    async cannotBeRenamed() {
        const { path, parent } = this.place;
        const there = await this.whatIsThere();
        if (there?.isFolder === false)
            return [refusal('refused', 'what is there is no folder', 'Give another path as target.', [path])];
        if (there?.device === (await (0,promises_.stat)(parent)).dev)
            return [];
        return [
            refusal('refused', 'the folder is a file system of its own, which cannot be renamed', 'Restore side-by-side to a target inside of it, or copy from there.', [path]),
        ];
    }
    /** What is proven gets its name, and the mark of its making goes. */
    async giveName() {
        if ((await this.whatIsThere()) !== null)
            throw new domain_failure/* Failure */.HR('refused', 'something has taken the place meanwhile', { subjects: [this.place.path] });
        const { tree } = this.working;
        // Whoever is not root may move a folder to another only when they may write into it.
        const mode = (await (0,promises_.lstat)(tree)).mode & 0o7777;
        const isClosed = (mode & external_node_fs_.constants.S_IWUSR) === 0;
        if (isClosed)
            await (0,promises_.chmod)(tree, mode | external_node_fs_.constants.S_IRWXU);
        await this.rename(tree, this.place.path);
        if (isClosed)
            await (0,promises_.chmod)(this.place.path, mode);
        this.isMade = false;
        await removeWorking(this.working).catch((error) => {
            this.context.log.warning(`what a restore worked in is left: ${(0,domain_failure/* asFailure */.h_)(error).message}`, [
                this.working.path,
            ]);
        });
    }
    async rename(from, to) {
        try {
            await (0,promises_.rename)(from, to);
        }
        catch (error) {
            if ((0,errors/* codeOf */.$N)(error) === 'EXDEV')
                throw new domain_failure/* Failure */.HR('refused', 'a folder cannot be renamed to another file system', {
                    subjects: [from, to],
                    cause: error,
                });
            throw (0,errors/* fileFailure */.fE)(error, 'renaming a folder', to);
        }
    }
}
/** What cannot be had of a tree. */
function wishes({ name }, { mode, selection }) {
    return [
        ...(mode === 'in-place'
            ? [
                refusal('refused', `source ${name} is a file tree, which is not restored in place: a run cut short would leave a mixture of two states`, 'Use mode swap: the folders are exchanged by renaming, and the former one is kept.'),
            ]
            : []),
        ...(selection === null
            ? []
            : [
                refusal('refused', `source ${name} is a file tree, which has neither tables nor rows`, 'Restore it side-by-side, and copy from there what you need.'),
            ]),
    ];
}
function refusal(failure, text, hint, subjects = []) {
    return { level: 'refuse', failure, text, hint, subjects };
}


/***/ }),

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


/***/ })

};
