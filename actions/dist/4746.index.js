export const id = 4746;
export const ids = [4746];
export const modules = {

/***/ 14746:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  validatePullRequest: () => (/* binding */ validatePullRequest)
});

// EXTERNAL MODULE: ./lib/domain/failure.js
var domain_failure = __webpack_require__(27550);
// EXTERNAL MODULE: ./lib/operations/run-report.js
var run_report = __webpack_require__(30470);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/domain/units.js
var units = __webpack_require__(96087);
;// CONCATENATED MODULE: ./lib/domain/pull-request/blocking.js

/** Modes in which others wait: at least for writing. */
const blockingModes = {
    AccessExclusiveLock: 'neither be read nor written',
    ExclusiveLock: 'not be written',
    ShareRowExclusiveLock: 'not be written',
    ShareLock: 'not be written',
};
/**
 * Statements that rewrite a large table, or keep one locked while work is done that grows with the size of some table.
 * A lock lasts to the end of its transaction, so what later statements do counts too. Times are estimates from sizes.
 */
function findBlocking(events, before, limits) {
    const families = new Families(before);
    const found = [];
    for (const transaction of Map.groupBy(events, (event) => event.transaction).values()) {
        const works = workOf(transaction, families, limits);
        const told = new Set();
        for (const [index, event] of transaction.entries()) {
            const work = works[index];
            if (event.event === 'UPDATE' && !/\bwhere\b/i.test(event.text)) {
                for (const root of new Set(event.relations.map((oid) => families.rootOf(oid)))) {
                    if (families.isLarge(root, limits))
                        found.push(updateOf(event, index, root, families));
                }
            }
            for (const root of work?.rewritten ?? []) {
                if (!families.isLarge(root, limits))
                    continue;
                told.add(root);
                found.push(rewriteOf(event, index, root, families, work?.time ?? 0));
            }
        }
        for (const [root, lock] of locksOf(transaction, families)) {
            if (told.has(root) || !families.isLarge(root, limits))
                continue;
            const time = works.slice(lock.since).reduce((sum, work) => sum + work.time, 0);
            if (time < limits.maxBlock)
                continue;
            // The statement that takes the time, not only the one that took the lock, is what has to be changed.
            const slowest = works.indexOf(works.slice(lock.since).reduce((most, work) => (work.time > most.time ? work : most)));
            const table = families.name(root);
            const event = transaction[slowest];
            found.push({
                kind: 'lock',
                place: placeOf(event, slowest),
                table,
                text: `${verbOf(event)} locks a table of ${families.size(root)}, which can ${lock.meaning} for about ${(0,units/* formatDuration */.a3)(time)} (estimated)`,
                hint: hintOf(event),
            });
        }
    }
    return found;
}
function rewriteOf(event, index, root, families, time) {
    return {
        kind: 'rewrite',
        place: placeOf(event, index),
        table: families.name(root),
        text: `${verbOf(event)} rewrites a table of ${families.size(root)}, which can neither be read nor written for about ${(0,units/* formatDuration */.a3)(time)} (estimated)`,
        hint: /\btype\b/i.test(event.text)
            ? 'Add a column of the new type, fill it in batches, and let a later release exchange them.'
            : 'Add the column without a volatile default, set the default for new rows, and fill old ones in batches.',
    };
}
function updateOf(event, index, root, families) {
    return {
        kind: 'lock',
        place: placeOf(event, index),
        table: families.name(root),
        text: `UPDATE changes every row of a table of ${families.size(root)}, and keeps each locked to the end of its transaction`,
        hint: 'Change the rows in batches, each in a transaction of its own.',
    };
}
/** What each event of a transaction costs on production's sizes. */
function workOf(events, families, limits) {
    const scanned = new Map();
    let rewrites = [];
    return events.map((event) => {
        if (event.event === 'table_rewrite') {
            // Told before it happens, inside the statement whose end comes as the next event.
            rewrites.push(...event.relations);
            return { time: 0, rewritten: [] };
        }
        const rewritten = rewrites;
        rewrites = [];
        let time = 0;
        for (const oid of rewritten)
            time += families.wholeBytes(oid) / limits.writeRate;
        for (const { relation, count } of event.scans) {
            const times = count - (scanned.get(relation) ?? 0);
            scanned.set(relation, count);
            if (rewritten.includes(relation))
                continue;
            const rate = /INDEX|UNIQUE|PRIMARY KEY|EXCLUDE/i.test(`${event.tag} ${event.text}`)
                ? limits.writeRate
                : limits.readRate;
            time += (times * families.bytes(relation)) / rate;
        }
        return { time: time * 1_000, rewritten: [...new Set(rewritten.map((oid) => families.rootOf(oid)))] };
    });
}
/** Since which event of the transaction a table is locked against others, and what they cannot do. */
function locksOf(events, families) {
    const locks = new Map();
    for (const [index, event] of events.entries()) {
        for (const { relation, mode } of event.locks) {
            const meaning = blockingModes[mode];
            const root = families.rootOf(relation);
            if (meaning === undefined || !families.has(relation))
                continue;
            const known = locks.get(root);
            if (known === undefined)
                locks.set(root, { since: index, meaning });
            else if (mode === 'AccessExclusiveLock')
                known.meaning = meaning;
        }
    }
    return locks;
}
function placeOf(event, index) {
    return event?.place ?? `statement ${index + 1} of a transaction`;
}
function verbOf(event) {
    const tag = event?.tag ?? '';
    return /^[A-Z ]{2,40}$/.test(tag) ? tag : 'a statement';
}
function hintOf(event) {
    const text = `${event?.tag ?? ''} ${event?.text ?? ''}`;
    if (/CREATE INDEX/i.test(text))
        return 'Build the index with CREATE INDEX CONCURRENTLY, outside a transaction.';
    if (/SET NOT NULL/i.test(text))
        return 'Add CHECK (column IS NOT NULL) NOT VALID, VALIDATE it in a later transaction, then SET NOT NULL, which then reads nothing.';
    if (/UNIQUE|PRIMARY KEY/i.test(text))
        return 'Build a unique index with CREATE UNIQUE INDEX CONCURRENTLY first, then ADD CONSTRAINT … USING INDEX.';
    if (/FOREIGN KEY|REFERENCES|CHECK/i.test(text))
        return 'Add the constraint as NOT VALID, and VALIDATE it in a transaction of its own, which blocks nobody.';
    return 'Let slow work run in a transaction that holds no such lock.';
}
/** Tables with their partitions: what waits for a partition waits for its table. */
class Families {
    byOid;
    members;
    constructor(catalog) {
        this.byOid = new Map(catalog.tables.map((table) => [table.oid, table]));
        this.members = Map.groupBy(catalog.tables, (table) => table.root);
    }
    has(oid) {
        return this.byOid.has(oid);
    }
    rootOf(oid) {
        return this.byOid.get(oid)?.root ?? oid;
    }
    name(oid) {
        return this.byOid.get(oid)?.name ?? 'a table';
    }
    bytes(oid) {
        return this.byOid.get(oid)?.bytes ?? 0;
    }
    wholeBytes(oid) {
        const table = this.byOid.get(oid);
        return (table?.bytes ?? 0) + (table?.indexBytes ?? 0);
    }
    isLarge(root, { largeTable, largeRows }) {
        const { bytes, rows } = this.sum(root);
        return bytes >= largeTable || rows >= largeRows;
    }
    size(root) {
        const { bytes, rows } = this.sum(root);
        return `${(0,units/* formatBytes */.z3)(bytes)} and about ${(0,units/* grouped */.zD)(Math.round(rows))} rows`;
    }
    sum(root) {
        const members = this.members.get(root) ?? [];
        return {
            bytes: members.reduce((sum, table) => sum + table.bytes, 0),
            rows: members.reduce((sum, table) => sum + table.rows, 0),
        };
    }
}

;// CONCATENATED MODULE: ./lib/domain/pull-request/row-statements.js
/**
 * What a statement on rows may destroy. Its text is all that there is to go by, as the double has no rows: it may hold
 * several statements, or a call of something that cannot be read here. Never silence: what spares rows, and which, only
 * rows can tell.
 * @param text of the whole command, as the server had it
 * @param object the table that the server saw it work on
 */
function readRowStatement(event, text, object) {
    if (event === 'TRUNCATE')
        return { object, text: 'a table is emptied' };
    if (event !== 'DELETE' && event !== 'UPDATE')
        return null;
    const all = statementsOf(event, text);
    const own = all.filter(({ table }) => table === lastPart(object));
    const meant = own.length > 0 ? own : all;
    const done = event === 'DELETE' ? 'deleted' : 'changed';
    if (meant.some(({ condition }) => condition === null || isConstant(condition))) {
        const change = { object, text: `all rows of a table are ${done}` };
        return event === 'UPDATE' ? { ...change, isDoubtful: true } : change;
    }
    return { object, text: `rows of a table are ${done}; only rows can tell which`, isDoubtful: true };
}
function statementsOf(event, text) {
    const plain = withoutLiterals(text);
    const name = String.raw `((?:"[^"]*"|[\w$]+)(?:\s*\.\s*(?:"[^"]*"|[\w$]+))*)`;
    const begins = event === 'DELETE'
        ? new RegExp(String.raw `\bdelete\s+from\s+(?:only\s+)?${name}`, 'gi')
        : new RegExp(String.raw `(?<!\b(?:for|do|key|on|before|after|or)\s+)\bupdate\s+(?:only\s+)?${name}(?=[^;]*?\bset\b)`, 'gi');
    return [...plain.matchAll(begins)].map((found) => ({
        table: lastPart(found[1] ?? ''),
        condition: conditionOf(plain.slice(found.index + found[0].length)),
    }));
}
/** Without comments, and with texts emptied. What a body between dollars holds is statements as well, and stays. */
function withoutLiterals(text) {
    return text.replaceAll(/--[^\n]*|\/\*[\s\S]*?\*\/|\be'(?:[^'\\]|\\[\s\S]|'')*'|'(?:[^']|'')*'/gi, (part) => part.startsWith('-') || part.startsWith('/') ? ' ' : "''");
}
/** From the statement's own `where`, not one of a query within it, to its end. @param rest what follows the table */
function conditionOf(rest) {
    let depth = 0;
    let from = null;
    for (const { 0: token, index } of rest.matchAll(/"[^"]*"|\$\w*\$|[\w$]+|[();]/g)) {
        const word = token.toLowerCase();
        if (word === '(')
            depth += 1;
        else if (word === ')')
            depth -= 1;
        else if (depth === 0 && word === 'where' && from === null)
            from = index + token.length;
        const isEnd = depth < 0 || word === ';' || /^\$\w*\$$/.test(word) || (depth === 0 && word === 'returning');
        if (isEnd)
            return from === null ? null : rest.slice(from, index);
    }
    return from === null ? null : rest.slice(from);
}
const constantWords = new Set('true false not and or is null unknown in between distinct from like'.split(' '));
/** Whether a condition is the same for each row, or one of its alternatives is: `true`, `1 = 1`, `id = 1 or true`. */
function isConstant(condition) {
    const alternatives = condition.split(/\bor\b/i);
    if (alternatives.some((one) => count(one, '(') !== count(one, ')')))
        return isOneConstant(condition);
    const [first = '', ...others] = alternatives;
    if (others.length === 0)
        return isOneConstant(first);
    // An alternative that is false adds nothing to the others.
    return alternatives.some((one) => isOneConstant(one) && !/^[\s(]*(?:false|null)[\s)]*$/i.test(one));
}
function isOneConstant(condition) {
    const words = condition.match(/"[^"]*"|[a-z_][\w$]*/gi) ?? [];
    if (words.every((word) => constantWords.has(word.toLowerCase())))
        return true;
    return /^[\s(]*([\w.$"]+)\s*(?:=|<=|>=)\s*\1[\s)]*$/i.test(condition);
}
const count = (text, sign) => text.split(sign).length - 1;
function lastPart(name) {
    return (name.split('.').at(-1) ?? name).trim().replaceAll('"', '').toLowerCase();
}

;// CONCATENATED MODULE: ./lib/domain/pull-request/losses.js

/**
 * What a migration destroys, as far as definitions tell: it would take data with it.
 * @param histories tables of the migration tool's own record, in which each run changes rows
 */
function findDestruction(before, after, events, histories = []) {
    const changes = [];
    const now = new Map(after.tables.map((table) => [table.oid, table]));
    const newNames = new Map(after.tables.map((table) => [table.name, table]));
    for (const table of before.tables) {
        // A table that was renamed has lost nothing; one that was made anew under the same name has lost all.
        const same = now.get(table.oid);
        if (same === undefined) {
            const remade = newNames.has(table.name) ? 'is dropped and made anew' : 'is dropped';
            changes.push({ object: table.name, text: `a table ${remade}, with all its rows` });
            continue;
        }
        // A partition’s columns are its table’s.
        if (table.root !== table.oid)
            continue;
        const columns = new Map(same.columns.map((column) => [column.number, column]));
        for (const column of table.columns) {
            const object = `${table.name}.${column.name}`;
            const found = columns.get(column.number);
            if (found === undefined)
                changes.push({ object, text: 'a column is dropped, with all its values' });
            else if (narrows(column.type, found.type))
                changes.push({ object, text: `a column’s type narrows from ${column.type} to ${found.type}` });
        }
    }
    const known = new Map(before.tables.map((table) => [table.oid, table.name]));
    for (const { event, text, relations } of events) {
        for (const oid of relations) {
            const object = known.get(oid);
            const change = object === undefined ? null : readRowStatement(event, text, object);
            if (change === null || (change.isDoubtful && histories.includes(change.object)))
                continue;
            changes.push(change);
        }
    }
    return unique(changes);
}
/** What the release in use would miss on the new schema: it goes by names. */
function findBrokenWays(before, after) {
    const changes = [];
    const tables = new Map(after.tables.map((table) => [table.name, table]));
    const names = new Set(after.objects.map(({ name }) => name));
    for (const table of before.tables) {
        const now = tables.get(table.name);
        if (now === undefined) {
            // A view under the old name is the usual way to rename without breaking anybody.
            if (!names.has(table.name))
                changes.push({ object: table.name, text: 'a table is gone, or has another name' });
            continue;
        }
        if (table.root !== table.oid)
            continue;
        for (const [column, found] of columnsOf(table, now)) {
            const object = `${table.name}.${column.name}`;
            if (found === undefined)
                changes.push({ object, text: 'a column is gone, or has another name' });
            else if (demands(found) && !demands(column))
                changes.push({ object, text: 'a column demands a value that the old release need not give' });
        }
        const old = new Set(table.columns.map(({ name }) => name));
        for (const column of now.columns) {
            if (!old.has(column.name) && demands(column))
                changes.push({
                    object: `${table.name}.${column.name}`,
                    text: 'a new column demands a value, which the old release does not give',
                });
        }
    }
    for (const { kind, name } of before.objects) {
        if (!names.has(name) && !tables.has(name))
            changes.push({ object: name, text: `a ${kind} is gone` });
    }
    const functions = new Map(after.functions.map((one) => [one.name, one]));
    for (const { name, isSound } of before.functions) {
        const now = functions.get(name);
        if (now === undefined)
            changes.push({ object: name, text: 'a function is gone, or takes other arguments' });
        else if (isSound && !now.isSound)
            changes.push({ object: name, text: 'a function’s body no longer fits the schema' });
    }
    return unique(changes);
}
/** Rules about the data that held and do not hold any more. */
function findWeakened(before, after) {
    const now = new Map(after.constraints.map((one) => [`${one.table} ${one.name}`, one]));
    const tables = new Set(after.tables.map(({ name }) => name));
    const changes = [];
    for (const one of before.constraints) {
        if (!tables.has(one.table))
            continue;
        const found = now.get(`${one.table} ${one.name}`);
        const object = `${one.table}.${one.name}`;
        if (found === undefined)
            changes.push({ object, text: `a ${one.kind} constraint is gone` });
        else if (one.validated && !found.validated)
            changes.push({ object, text: `a ${one.kind} constraint no longer holds for all rows` });
    }
    return changes;
}
function columnsOf(before, after) {
    const now = new Map(after.columns.map((column) => [column.name, column]));
    return before.columns.map((column) => [column, now.get(column.name)]);
}
function demands(column) {
    return column.notNull && !column.hasDefault;
}
/** Whole numbers and floats, each holding whatever an earlier one holds. */
const wideningOrder = ['smallint', 'integer', 'bigint', 'numeric'];
/** Whether a value of the old type may not fit the new one. Types that we do not know of may not. */
function narrows(from, to) {
    if (from === to)
        return false;
    const [a, b] = [partsOf(from), partsOf(to)];
    const texts = ['text', 'character varying'];
    if (texts.includes(b.name)) {
        // Everything has a text.
        if (b.size === null)
            return false;
        return !texts.includes(a.name) || a.size === null || a.size > b.size;
    }
    const [i, j] = [wideningOrder.indexOf(a.name), wideningOrder.indexOf(b.name)];
    if (i >= 0 && j > i)
        return b.size !== null;
    if (a.name === b.name)
        return b.size !== null && (a.size === null || a.size > b.size || a.scale > b.scale);
    return !(a.name === 'real' && b.name === 'double precision') && !(a.name === 'json' && b.name === 'jsonb');
}
function partsOf(type) {
    const [, name = type, size, scale] = /^([a-z ]+?)\((\d+)(?:,(-?\d+))?\)$/.exec(type) ?? [];
    return { name, size: size === undefined ? null : Number(size), scale: Number(scale ?? 0) };
}
function unique(changes) {
    return [...new Map(changes.map((change) => [`${change.object}\0${change.text}`, change])).values()];
}

;// CONCATENATED MODULE: ./lib/operations/pull-request/judge-migrations.js



/** Whether the migrations ran at all. False when there is nothing further to judge. */
function judgeRun({ outcome, duration, statements, failedAt, trouble }, run) {
    const count = statements === null ? 'the command' : (0,units/* counted */.hS)(statements, 'statement');
    add(run, 'migrations run', outcome === 'done' ? 'passed' : 'failed', {
        detail: outcome === 'done'
            ? `${count}, without an error`
            : `${failedAt === null ? '' : `${failedAt}: `}${outcome === 'stopped' ? 'they were stopped' : 'they failed'}: ${trouble ?? 'no more is said'}`,
        duration,
    });
    return outcome === 'done';
}
/** Time, locks and losses, each a check of its own. */
function judgeMigrations(judgement, run) {
    const { before, after, migration, limits } = judgement;
    const blocking = findBlocking(migration.events, before, limits);
    judgeBlocking('rewrites', 'no large table is rewritten', blocking, 'rewrite', run);
    judgeBlocking('locks', 'no large table is blocked for long', blocking, 'lock', run);
    judgeChanges('nothing destroyed', 'nothing that holds data is dropped, emptied or narrowed', findDestruction(before, after, migration.events, judgement.histories), judgement.acceptLost, 'Let one release stop using it, and a later one remove it; then accept its name under pull-requests.accept-lost, on the base branch.', run);
    judgeChanges('rules kept', 'every constraint is still there, and validated', findWeakened(before, after).map((change) => ({ ...change, isDoubtful: true })), judgement.acceptLost, 'Is the rule meant to go?', run);
    judgeChanges('way back', 'what the release in use knows by name is still there', findBrokenWays(before, after), judgement.acceptLost, 'Expand first, contract later: keep the old names and let new columns have defaults until no release uses the old ones.', run);
}
function judgeBlocking(name, good, all, kind, run) {
    const found = all.filter((one) => one.kind === kind);
    for (const { place, table, text, hint } of found)
        add(run, name, 'failed', { detail: `${place}: ${text}`, subjects: [table], hint });
    if (found.length === 0)
        add(run, name, 'passed', { detail: good });
}
function judgeChanges(name, good, changes, accepted, hint, run) {
    const isAccepted = ({ object }) => accepted.includes(object) || accepted.includes(object.split('.').slice(0, 2).join('.'));
    const open = changes.filter((change) => !isAccepted(change));
    for (const [text, group] of Map.groupBy(open, (change) => change.text)) {
        const isDoubtful = group.every((change) => change.isDoubtful === true);
        add(run, name, isDoubtful ? 'degraded' : 'failed', {
            detail: text,
            subjects: group.map(({ object }) => object),
            hint,
        });
    }
    if (open.length > 0)
        return;
    const given = changes.length;
    add(run, name, 'passed', {
        detail: given === 0 ? good : `${(0,units/* counted */.hS)(given, 'loss is', 'losses are')} accepted by the environment file`,
        subjects: changes.map(({ object }) => object),
    });
}
function add(run, name, status, { detail, subjects = [], hint, duration = 0, }) {
    run.check({
        rung: 'pull request',
        name,
        status,
        detail,
        subjects,
        failure: status === 'failed' ? 'objective' : null,
        ...(hint === undefined ? {} : { hint }),
        duration,
    });
}
/** For people: how long the migrations took on a database without rows says little; the estimates are what counts. */
function tellTime(migration, run) {
    run.fact('migrations', (0,units/* formatDuration */.a3)(migration.duration), migration.duration, 'milliseconds');
}

;// CONCATENATED MODULE: ./lib/operations/pull-request/proposed-links.js


/** What a link is followed to at most; where there is more, nobody can tell what it brings. */
const mostEntries = 50_000;
/**
 * Links by which files come to fit a pattern for whoever follows links, as most tools do: a link that fits, one in the
 * way to what fits, and one whose folder holds files that fit. Packages that were installed are no part of a repository.
 */
async function linksThatFit(pattern, root) {
    const reach = reachOf(pattern);
    const realRoot = await (0,promises_.realpath)(root);
    const found = [];
    const waiting = [''];
    for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
        const entries = await (0,promises_.readdir)((0,external_node_path_.join)(root, folder), { withFileTypes: true }).catch(() => []);
        for (const entry of entries) {
            const path = external_node_path_.posix.join(folder, entry.name);
            if (!reach.mayLead(path) || path === '.git')
                continue;
            if (entry.isSymbolicLink()) {
                if (await bringsWhatFits(path, realRoot, reach))
                    found.push(path);
            }
            else if (entry.isDirectory() && (entry.name !== 'node_modules' || reach.isNamed(path))) {
                waiting.push(path);
            }
        }
    }
    return found.sort();
}
/** Whether both say the same and lead, within each root, to a file. */
async function isSameLink(path, one, other) {
    const [target, otherTarget] = await Promise.all([targetOf(one, path), targetOf(other, path)]);
    return target !== null && target === otherTarget;
}
/** From the root; null when it is no link to a file within it. */
async function targetOf(root, path) {
    try {
        const text = await (0,promises_.readlink)((0,external_node_path_.join)(root, path));
        const way = (0,external_node_path_.relative)(await (0,promises_.realpath)(root), await (0,promises_.realpath)((0,external_node_path_.join)(root, path)));
        const leadsOut = way === '..' || way.startsWith(`..${external_node_path_.sep}`);
        return !leadsOut && (await (0,promises_.stat)((0,external_node_path_.join)(root, path))).isFile() ? `${text}\0${way}` : null;
    }
    catch {
        return null;
    }
}
function reachOf(pattern) {
    const normal = external_node_path_.posix.normalize(pattern);
    const parts = normal.split('/');
    const special = parts.findIndex((part) => /[*?[\]{}()!+@\\]/.test(part));
    const literal = special === -1 ? parts : parts.slice(0, special);
    const deepest = normal.includes('**') ? Infinity : parts.length;
    // Where alternatives hold folders of their own, parts cannot be told one by one.
    const isPlain = !/\{[^}]*\//.test(normal);
    const agrees = (path) => path.split('/').every((part, index) => index >= literal.length || part === literal[index]);
    return {
        fits: (path) => external_node_path_.posix.matchesGlob(path, normal),
        mayLead: (path) => path.split('/').length <= deepest && agrees(path),
        isNamed: (path) => path.split('/').length <= literal.length && agrees(path),
        fitsSoFar: (path) => isPlain &&
            path.split('/').every((part, index) => {
                const own = parts[index];
                return own !== undefined && !own.includes('**') && external_node_path_.posix.matchesGlob(part, own);
            }),
    };
}
async function bringsWhatFits(link, root, reach) {
    if (reach.fits(link) || reach.isNamed(link))
        return true;
    const real = await (0,promises_.realpath)((0,external_node_path_.join)(root, link)).catch(() => null);
    const isOutside = real === null || (real !== root && !real.startsWith(`${root}${external_node_path_.sep}`));
    // What it leads to on another machine cannot be told here.
    if (isOutside && reach.fitsSoFar(link))
        return true;
    if (real === null || !(await isFolder(real)))
        return false;
    const waiting = [{ folder: real, path: link, within: [real] }];
    let entries = 0;
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        const { folder, path, within } = next;
        for (const name of await (0,promises_.readdir)(folder).catch(() => [])) {
            const own = external_node_path_.posix.join(path, name);
            if (!reach.mayLead(own))
                continue;
            entries += 1;
            if (entries > mostEntries)
                return true;
            const target = await (0,promises_.realpath)((0,external_node_path_.join)(folder, name)).catch(() => null);
            if (target === null || !(await isFolder(target))) {
                if (reach.fits(own))
                    return true;
            }
            else if (!within.includes(target)) {
                waiting.push({ folder: target, path: own, within: [...within, target] });
            }
        }
    }
    return false;
}
const isFolder = async (path) => (await (0,promises_.stat)(path).catch(() => null))?.isDirectory() ?? false;

;// CONCATENATED MODULE: ./lib/operations/pull-request/proposed-files.js




const largestFile = 16 * 1024 * 1024;
/**
 * Files of the proposed checkout that fit a pattern, compared with those of the base. Links are not followed, since what
 * lies outside of the checkout is none of its files; they are named, since tools do follow them.
 */
async function proposedFiles(pattern, proposed, base) {
    if (pattern.startsWith('/') || pattern.split('/').includes('..'))
        throw new domain_failure/* Failure */.HR('config', 'a pattern of migrations leads out of the repository');
    const paths = await ownFiles(pattern, proposed);
    const before = new Set(base === null ? [] : await ownFiles(pattern, base));
    const files = [];
    for (const path of paths) {
        const text = await (0,promises_.readFile)((0,external_node_path_.join)(proposed, path), 'utf8');
        const old = base !== null && before.has(path) ? await (0,promises_.readFile)((0,external_node_path_.join)(base, path), 'utf8') : null;
        files.push({ path, text, change: old === null ? 'added' : old === text ? 'same' : 'changed' });
    }
    const links = [];
    for (const path of await linksThatFit(pattern, proposed)) {
        const isSame = base !== null && (await isSameLink(path, proposed, base));
        links.push({ path, change: isSame ? 'same' : 'new' });
    }
    return { files, gone: [...before].filter((path) => !paths.includes(path)), links };
}
/** @throws Failure `config` when a checkout is not there: nothing that it lacks may look like nothing to judge */
async function demandCheckouts(proposed, base) {
    for (const [name, folder] of [
        ['proposed', proposed],
        ['base', base],
    ]) {
        if (folder === null)
            continue;
        const found = await (0,promises_.stat)(folder).catch(() => null);
        if (found?.isDirectory() === true)
            continue;
        throw new domain_failure/* Failure */.HR('config', `${name}: ${folder} is no folder that can be read`, {
            hint: 'Give the path of a checkout.',
        });
    }
}
async function ownFiles(pattern, root) {
    const paths = [];
    for await (const path of (0,promises_.glob)(pattern, { cwd: root }))
        if (await isOwnFile(root, path))
            paths.push(path);
    return paths.sort();
}
/** A file, reached through folders alone. @throws Failure `config` when it is far too large */
async function isOwnFile(root, path) {
    const parts = path.split('/');
    for (const [index] of parts.entries()) {
        const found = await (0,promises_.lstat)((0,external_node_path_.join)(root, ...parts.slice(0, index + 1))).catch(() => null);
        if (found === null || found.isSymbolicLink())
            return false;
        if (index < parts.length - 1)
            continue;
        if (found.size > largestFile) {
            throw new domain_failure/* Failure */.HR('config', 'a file of the pull request is larger than 16 MiB', { subjects: [path] });
        }
        return found.isFile();
    }
    return false;
}

;// CONCATENATED MODULE: ./lib/operations/pull-request/guard-files.js




/**
 * Finds what the pull request does to files that runs read, and judges what nobody can read: those that are gone, and
 * links. @param isWithheld no name comes out
 */
async function guardFiles(checkouts, isWithheld, run) {
    const { proposed, base } = checkouts;
    let others = 0;
    const judge = (what, status, detail, paths, hint) => {
        if (paths.length === 0)
            return;
        others += paths.length;
        add(run, what, status, { detail, subjects: isWithheld ? [] : paths, hint });
    };
    const read = async (what, pattern, isGuard) => {
        const { files, gone, links } = await proposedFiles(pattern, proposed, base);
        const newLinks = links.filter(({ change }) => change === 'new').map(({ path }) => path);
        judge(what, 'failed', 'symbolic links stand where files are read', newLinks, 'Put the files there.');
        const isTaken = new Map();
        for (const path of gone)
            isTaken.set(path, await isGuard(path));
        const lost = (taken) => gone.filter((path) => isTaken.get(path) === taken);
        const hint = 'Are they meant to go? Then somebody who may merge past this check has to say so. Is the branch behind the base? Bring it up to date.';
        judge(what, 'failed', 'are gone that the base branch has, and what they guard with them', lost(true), hint);
        judge(what, 'degraded', 'are gone that the base branch has', lost(false), 'Are they meant to go?');
        return files.filter(({ change }) => change !== 'same');
    };
    const environments = await read('environment files', 'environments/**/*.{yml,yaml}', () => Promise.resolve(true));
    const runbooks = await read('runbooks', 'runbooks/**/*.{yml,yaml}', () => Promise.resolve(false));
    const workflows = await read('workflows', '.github/workflows/*.{yml,yaml}', async (path) => base !== null && /lifeboat/i.test(`${path} ${await (0,promises_.readFile)((0,external_node_path_.join)(base, path), 'utf8')}`));
    return { environments, runbooks, workflows, others };
}

// EXTERNAL MODULE: ./lib/domain/environment/parse.js + 5 modules
var parse = __webpack_require__(99172);
// EXTERNAL MODULE: ./lib/domain/environment/yaml.js
var yaml = __webpack_require__(96323);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
;// CONCATENATED MODULE: ./lib/domain/pull-request/workflow-lint.js

/** What people who do not own the repository can choose freely. */
const untrusted = /\$\{\{[^}]*\bgithub\.(head_ref|event\.(pull_request\.(title|body|head\.(ref|label|repo\.\w+))|issue\.(title|body)|comment\.body|review\.body|review_comment\.body|discussion\.(title|body)|head_commit\.(message|author\.\w+)|commits|pages|workflow_run\.(head_branch|head_commit\.\w+|display_title)))/;
const stepSchema = schemas/* looseObject */._H3({
    uses: schemas/* string */.YjP().optional(),
    run: schemas/* string */.YjP().optional(),
    with: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J()).optional(),
});
const jobSchema = schemas/* looseObject */._H3({
    permissions: schemas/* unknown */.L5J().optional(),
    uses: schemas/* string */.YjP().optional(),
    steps: schemas/* array */.YOg(stepSchema).optional(),
});
const workflowSchema = schemas/* looseObject */._H3({
    on: schemas/* unknown */.L5J(),
    permissions: schemas/* unknown */.L5J().optional(),
    jobs: schemas/* record */.g1P(schemas/* string */.YjP(), jobSchema),
});
/**
 * What matters of a workflow to whoever keeps backups in its repository: rights, pins, and text of strangers in
 * scripts. Not a whole linter: actionlint and zizmor know more. Empty when nothing was found.
 */
async function lintWorkflow(text) {
    const { parseDocument } = await __webpack_require__.e(/* import() */ 8815).then(__webpack_require__.t.bind(__webpack_require__, 38815, 19));
    const document = parseDocument(text, { version: '1.2', logLevel: 'error', prettyErrors: false });
    if (document.errors.length > 0)
        return ['is no YAML'];
    const parsed = workflowSchema.safeParse(document.toJS({ maxAliasCount: 100 }));
    if (!parsed.success)
        return ['is no workflow: on, or jobs with their steps, are missing or of another form'];
    const { on, permissions, jobs } = parsed.data;
    const problems = [];
    for (const job of Object.values(jobs)) {
        const granted = job.permissions ?? permissions;
        if (granted === undefined)
            problems.push('a job says no permissions, so it gets the repository’s default');
        if (granted === 'write-all')
            problems.push('a job grants itself every permission');
        if (job.uses !== undefined && !isPinned(job.uses))
            problems.push('a called workflow is not pinned to a full commit');
        for (const step of job.steps ?? []) {
            if (step.uses !== undefined && !isPinned(step.uses))
                problems.push('an action is not pinned to a full commit');
            if (step.run !== undefined && untrusted.test(step.run))
                problems.push('a script holds text that strangers choose; pass it by env');
            const ref = step.with?.['ref'];
            if (isPrivileged(on) && typeof ref === 'string' && /\bhead\b|head_(sha|branch|ref)/.test(ref))
                problems.push('code of a pull request is checked out in a job that has rights of the repository');
        }
    }
    return [...new Set(problems)];
}
function isPinned(uses) {
    if (uses.startsWith('./') || uses.startsWith('$/'))
        return true;
    return uses.startsWith('docker://') ? /@sha256:[0-9a-f]{64}$/.test(uses) : /@[0-9a-f]{40}$/.test(uses);
}
function isPrivileged(on) {
    const events = typeof on === 'string' ? [on] : Array.isArray(on) ? on : Object.keys(on ?? {});
    return events.includes('pull_request_target') || events.includes('workflow_run');
}

;// CONCATENATED MODULE: ./lib/operations/pull-request/lint.js







/** Files of ours that the pull request adds or changes, read as runs will read them. Gives how many it touches. */
async function lintChanged(request, ports, run) {
    const { proposed, readRunbook } = request;
    const { environments, runbooks, workflows, others } = await guardFiles(request, false, run);
    await lintEach('environment files', environments, (file) => (0,parse.parseEnvironment)(file.text, file.path), run);
    await lintEach('runbooks', runbooks, (file) => (readRunbook ?? yaml/* readYaml */.g)(file.text, file.path), run, readRunbook === null ? ' (read as YAML alone)' : '');
    await lintEach('workflows', workflows, demandSound, run);
    if (workflows.length > 0) {
        const paths = workflows.map(({ path }) => (0,external_node_path_.join)(proposed, path));
        await askLinter('actionlint', ['-no-color', ...paths], request.path, ports, run);
        await askLinter('zizmor', ['--offline', '--no-progress', '--quiet', ...paths], request.path, ports, run);
    }
    return environments.length + runbooks.length + workflows.length + others;
}
async function lintEach(what, files, read, run, note = '') {
    if (files.length === 0)
        return;
    let sound = 0;
    for (const file of files) {
        try {
            await read(file);
            sound += 1;
        }
        catch (error) {
            const failure = (0,domain_failure/* asFailure */.h_)(error);
            if (failure.kind !== 'config')
                throw error;
            run.check({
                rung: 'pull request',
                name: what,
                status: 'failed',
                detail: failure.message,
                subjects: [file.path],
                failure: 'config',
                ...(failure.hint === undefined ? {} : { hint: failure.hint }),
                duration: 0,
            });
        }
    }
    if (sound < files.length)
        return;
    run.check({
        rung: 'pull request',
        name: what,
        status: 'passed',
        detail: `${(0,units/* counted */.hS)(sound, 'changed file is', 'changed files are')} sound${note}`,
        subjects: files.map(({ path }) => path),
        failure: null,
        duration: 0,
    });
}
async function demandSound(file) {
    const problems = await lintWorkflow(file.text);
    if (problems.length > 0)
        throw new domain_failure/* Failure */.HR('config', `a workflow: ${problems.join('; ')}`);
}
/** Others know more of workflows than we do; where they are not installed, nobody asked. */
async function askLinter(program, args, path, ports, run) {
    const about = { rung: 'pull request', name: program, subjects: [], duration: 0 };
    const environment = { PATH: path, HOME: ports.spool };
    try {
        const done = await ports.processes.run(program, args, { environment, signal: ports.signal });
        if (done.code === 0) {
            run.check({ ...about, status: 'passed', detail: 'has nothing to say', failure: null });
            return;
        }
        for (const line of `${done.stdout}\n${done.stderr}`.split('\n'))
            if (line !== '')
                ports.log.info(line);
        run.check({
            ...about,
            status: 'failed',
            detail: 'has complaints about the changed workflows; the log lists them',
            failure: 'config',
        });
    }
    catch (error) {
        const failure = (0,domain_failure/* asFailure */.h_)(error);
        if (failure.kind !== 'missing')
            throw error;
        run.check({ ...about, status: 'skipped', detail: 'is not installed on this machine', failure: null });
    }
}

;// CONCATENATED MODULE: ./lib/domain/pull-request/data.js
/**
 * What rows and values were there before and are not any more. New rows and new columns are no loss, and hide none: a
 * row that is gone is not made good by another.
 */
function compareData(before, after, rows) {
    const now = new Map(after.tables.map((table) => [table.name, table]));
    const kept = new Map(rows.map((one) => [one.table, one]));
    return before.tables.flatMap((table) => compareTable(table, now.get(table.name), kept.get(table.name)));
}
function compareTable(table, found, kept) {
    const about = { object: table.name, table: table.name, before: table.rows };
    const left = Math.min(found?.rows ?? 0, kept?.isByKey === true ? table.rows - kept.lost : Infinity);
    // Every column then differs, which says nothing more.
    if (left < table.rows)
        return [{ kind: 'rows lost', ...about, after: left }];
    const columns = new Map(found?.columns.map((column) => [column.name, column]));
    const changes = [];
    for (const column of table.columns) {
        const other = columns.get(column.name);
        const filled = other?.filled ?? 0;
        const one = {
            object: `${table.name}.${column.name}`,
            table: table.name,
            before: column.filled,
            after: filled,
        };
        if (filled < column.filled)
            changes.push({ kind: 'values lost', ...one });
        else if (column.filled > 0 && isChanged(column.name, column.digest !== other?.digest, kept))
            changes.push({ kind: 'values changed', ...one });
    }
    if (changes.length === 0 && kept !== undefined && kept.lost > 0)
        changes.push({ kind: 'values changed', ...about, after: left });
    return changes;
}
/** @param differs the digest of all values, as it also does once there are more of them: where no more is known, a change */
function isChanged(column, differs, kept) {
    if (kept === undefined)
        return differs;
    return kept.isByKey ? kept.changed.includes(column) : kept.lost > 0 && differs;
}

;// CONCATENATED MODULE: ./lib/operations/pull-request/try-on-rows.js
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




/**
 * Tries migrations on production's rows. The proposed code sees these and may say anything, so nothing that it could
 * choose comes out: fixed sentences, one status each, no name, no number, no time.
 */
async function tryOnRows(request, ports, run) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { environment, config, trial } = request;
        if (trial.isolation !== 'full') {
            throw new domain_failure/* Failure */.HR('refused', 'this machine cannot shut the laboratory in fully, so no proposed code meets rows in it', {
                hint: 'It takes Linux with root or passwordless sudo, as hosted runners have.',
            });
        }
        const checks = environment.sources.flatMap((source) => (source.type === 'postgres' ? source.checks : []));
        const sql = checks.map((check) => check.sql);
        const [catalogBefore, dataBefore] = [await trial.catalog(), await trial.data()];
        const keptRows = __addDisposableResource(env_1, await trial.keepRows(), true);
        const answersBefore = await trial.ask(sql, 'true');
        const brokenBefore = new Set(await trial.brokenRules());
        const judge = () => judgeRows({ ...request, catalogBefore, dataBefore, keptRows, answersBefore, brokenBefore, sql }, run);
        const started = ports.clock.ticks();
        try {
            await judge();
        }
        catch (error) {
            ports.signal.throwIfAborted();
            if ((0,domain_failure/* asFailure */.h_)(error).kind === 'cancelled')
                throw error;
            // From here on even the server's errors may be worded by the proposed code: it is a superuser there.
            add(run, 'judgement', 'failed', { detail: 'the migrations have left a database that cannot be judged' });
        }
        // How long it took would tell something too, so all of them take whole steps.
        const step = config.padTime;
        const spent = ports.clock.ticks() - started;
        await ports.clock.sleep(Math.ceil(spent / step) * step - spent, ports.signal);
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
async function judgeRows(judgement, run) {
    const { config, change, trial, catalogBefore, dataBefore, keptRows, answersBefore, brokenBefore, sql } = judgement;
    const migration = await trial.migrate(change);
    const tell = (name, status, detail) => add(run, name, status, { detail });
    if (migration.outcome !== 'done') {
        tell('migrations run', 'failed', 'they do not run to their end on the rows');
        return;
    }
    tell('migrations run', 'passed', 'they run to their end on the rows');
    const changes = compareData(dataBefore, await trial.data(), await keptRows.compare()).filter(({ object, table }) => !config.acceptLost.includes(object) && !config.acceptLost.includes(table));
    const has = (kind) => changes.some((one) => one.kind === kind);
    const verdict = (name, isBad, good, bad, asStatus = 'failed') => tell(name, isBad ? asStatus : 'passed', isBad ? bad : good);
    verdict('rows kept', has('rows lost'), 'no table has lost rows', 'rows are lost that were there before');
    verdict('values kept', has('values lost'), 'no column has lost values', 'values are lost that were there before');
    const changed = changes.filter((one) => one.kind === 'values changed');
    const silent = changed.filter(({ table }) => !isNamed(table, change) && !config.mayChange.includes(table));
    verdict('unnamed tables untouched', silent.length > 0, 'no table changed that the migrations do not name', 'values changed in tables that the migrations do not name');
    verdict('values unchanged', changed.length > silent.length, 'existing values are as they were', 'existing values changed in tables that the migrations name', 'degraded');
    const catalogAfter = await trial.catalog();
    const broken = (await trial.brokenRules()).filter((rule) => !brokenBefore.has(rule));
    verdict('constraints hold', broken.length > 0, 'every constraint holds for all rows', 'rows break a constraint that they kept before');
    verdict('constraints kept', findWeakened(catalogBefore, catalogAfter).length > 0, 'every constraint is still there', 'a constraint is gone, or no longer holds for all rows', 'degraded');
    const answersAfter = await trial.ask(sql, 'true');
    const nowFalse = answersAfter.filter((answer, index) => answersBefore[index]?.holds === true && !answer.holds);
    if (sql.length === 0)
        tell('assertions', 'skipped', 'the environment file has no checks about its data');
    else if (answersBefore.some((answer) => !answer.holds))
        tell('assertions before', 'skipped', 'an assertion of the environment file was not true before either');
    verdict('assertions', nowFalse.length > 0, 'every assertion that was true is still true', 'an assertion of the environment file is no longer true');
}
/** Whether the migrations' text speaks of a table. A command's text is not known, so it names none. */
function isNamed(table, { files }) {
    const name = table.split('.').at(-1) ?? table;
    const word = new RegExp(`(^|[^\\w$])"?${name.replaceAll(/[^\w]/g, '\\$&')}"?([^\\w$]|$)`, 'i');
    return files.some(({ sql }) => word.test(sql));
}

;// CONCATENATED MODULE: ./lib/operations/pull-request/way-back.js


/**
 * What the release in use does, as the base branch's environment file says it. Asked before the migrations too: what
 * fails already accuses no pull request.
 */
async function keepWayBack(statements, trial) {
    const sql = statements.map((one) => one.sql);
    const before = await trial.ask(sql, 'no error');
    return {
        judge: async (migrated, run) => {
            const after = await migrated.ask(sql, 'no error');
            let held = 0;
            for (const [index, { name }] of statements.entries()) {
                const now = after[index];
                if (before[index]?.holds !== true) {
                    add(run, 'way back', 'skipped', {
                        detail: `“${name}” fails on the schema as it is: ${before[index]?.trouble ?? 'it was not asked'}`,
                        hint: 'Mend the statement in the environment file.',
                    });
                }
                else if (now?.holds === true)
                    held += 1;
                else {
                    add(run, 'way back', 'failed', {
                        detail: `“${name}” no longer runs on the new schema: ${now?.trouble ?? 'it was not asked'}`,
                        hint: 'Until the old release is gone for good, the schema has to serve both.',
                    });
                }
            }
            if (held > 0 && held === statements.length)
                add(run, 'old release', 'passed', {
                    detail: `${(0,units/* counted */.hS)(held, 'statement')} of it run on the new schema`,
                });
        },
    };
}

;// CONCATENATED MODULE: ./lib/operations/pull-request/validate.js
var validate_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var validate_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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








/** Tries what a pull request proposes: reads its files, and runs its migrations on a double of the database. */
async function validatePullRequest(environment, input, ports) {
    const run = new run_report/* RunReport */.e('validate-pr', environment.environment, ports);
    try {
        await demandCheckouts(input.proposed, input.base);
        // On rows only a verdict leaves; what files say is judged where everybody may see it.
        const touched = input.on === 'rows'
            ? (await guardFiles(input, true, run)).others
            : await run.phase('read what changed', () => lintChanged(input, ports, run));
        const isConfigured = await tryMigrations(environment, input, ports, run);
        return conclude(run, !isConfigured && touched > 0);
    }
    catch (error) {
        return run.fail(error);
    }
}
/** Whether the environment file says where migrations come from. */
async function tryMigrations(environment, input, ports, run) {
    const config = environment.pullRequests;
    if (config?.migrations === undefined) {
        run.notice('notice', 'the environment file names no migrations under pull-requests, so none are tried');
        add(run, 'migrations', 'skipped', { detail: 'no migrations configured' });
        return false;
    }
    const change = await proposedChange(config.migrations, input, run);
    if (change !== null)
        await tryChange(environment, config, change, input, ports, run);
    return true;
}
async function tryChange(environment, config, change, input, ports, run) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        if (input.openTrial === null) {
            add(run, 'migrations', 'skipped', {
                detail: 'there is nothing to try them on: no shape, or no set of data, was given',
                hint: 'Has the job run that publishes the shape of the database?',
            });
            return;
        }
        const trial = validate_addDisposableResource(env_1, await run.phase('make a double of the database', input.openTrial), true);
        if (input.on === 'rows') {
            await tryOnRows({ environment, config, change, trial }, ports, run);
            return;
        }
        await tryOnShape(config, change, trial, run);
        // Where there are rows that everybody may see, what becomes of them counts too.
        if (input.on === 'anonymised')
            run.notice('notice', 'tried on a set of rows that was anonymised beforehand');
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = validate_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
async function tryOnShape(config, change, trial, run) {
    for (const { label, text } of trial.facts)
        run.fact(label, text);
    if (trial.missing.length > 0) {
        add(run, 'double', 'degraded', {
            detail: 'some objects could not be made in the laboratory, and are not judged',
            subjects: trial.missing,
            hint: 'Install the extensions that they need on this machine.',
        });
    }
    const before = await trial.catalog();
    const wayBack = await keepWayBack(config.wayBack, trial);
    const migration = await run.phase('run the migrations', () => trial.migrate(change));
    tellTime(migration, run);
    if (!judgeRun(migration, run))
        return;
    await run.phase('judge the migrations', async () => {
        const after = await trial.catalog();
        const limits = {
            largeTable: config.largeTable,
            largeRows: config.largeRows,
            maxBlock: config.maxBlock,
            readRate: config.readRate,
            writeRate: config.writeRate,
        };
        const histories = config.migrations?.historyTables ?? [];
        judgeMigrations({ before, after, migration, limits, acceptLost: config.acceptLost, histories }, run);
        await wayBack.judge(trial, run);
    });
}
/** Null when no migration is new, which a check then says. A command finds out by itself what there is to do. */
async function proposedChange(migrations, input, run) {
    const { files, command, transaction, timeout } = migrations;
    const change = { transaction, timeout, directory: input.proposed };
    if (command !== undefined)
        return { ...change, command, files: [] };
    if (files === undefined) {
        throw new domain_failure/* Failure */.HR('config', 'pull-requests.migrations says neither files nor command', {
            hint: 'Give files: migrations/*.sql, or command: [npm, run, migrate].',
        });
    }
    const proposal = await proposedFiles(files, input.proposed, input.base);
    judgeHistory(proposal, input.on === 'rows', run);
    const added = proposal.files.filter((file) => file.change === 'added');
    if (added.length > 0)
        return { ...change, command: null, files: added.map(({ path, text }) => ({ name: path, sql: text })) };
    if (proposal.links.length > 0)
        return null;
    if (proposal.files.length === 0 && proposal.gone.length === 0) {
        add(run, 'migrations', 'skipped', {
            detail: 'no file fits the pattern of migrations, neither here nor on the base branch',
            hint: 'Is pull-requests.migrations.files right? It counts from the root of the repository.',
        });
    }
    else
        add(run, 'migrations', 'passed', { detail: 'the pull request adds none' });
    return null;
}
/** @param isWithheld no name comes out */
function judgeHistory({ files, gone, links }, isWithheld, run) {
    const judge = (name, paths, detail, hint) => {
        if (paths.length > 0)
            add(run, name, 'failed', { detail, subjects: isWithheld ? [] : paths, hint });
    };
    judge('migrations', links.map(({ path }) => path), 'symbolic links stand where migrations are looked for; a migration tool follows them, and what they lead to is not tried', 'Put the files themselves there, or name their own folder under pull-requests.migrations.files, on the base branch.');
    judge('history', files.filter((file) => file.change === 'changed').map(({ path }) => path), 'migrations that the base branch has already are changed; where they have run, nobody will run them again', 'Leave them as they are, and add a new migration.');
    judge('history', gone, 'migrations that the base branch has are gone; where they have run, nobody takes them back', 'Leave them where they are, and add a new migration. Is the branch behind the base? Bring it up to date.');
}
/** @param areNoMigrations that none are configured takes nothing from what was read */
function conclude(run, areNoMigrations) {
    const failed = run.checks.filter((check) => check.status === 'failed');
    const verdict = failed.length > 0
        ? 'failed'
        : run.checks.some(({ name, status }) => status !== 'passed' && !(areNoMigrations && name === 'migrations'))
            ? 'degraded'
            : 'passed';
    const [first] = failed;
    if (first === undefined)
        return run.finish(verdict, null);
    const others = failed.length === 1 ? '' : ` (and ${failed.length - 1} more)`;
    return run.finish(verdict, new domain_failure/* Failure */.HR(first.failure ?? 'objective', `${first.name}: ${first.detail}${others}`, {
        subjects: first.subjects,
        ...(first.hint === undefined ? {} : { hint: first.hint }),
    }));
}


/***/ })

};
