export const id = 9172;
export const ids = [9172,6884];
export const modules = {

/***/ 96884:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
/* unused harmony export editDistance */
/** The known word that a mistyped one most likely meant, or null when none is near. */
function nearest(word, known) {
    let best = null;
    let bestDistance = Infinity;
    for (const candidate of known) {
        const distance = editDistance(plain(word), plain(candidate));
        if (distance < bestDistance) {
            best = candidate;
            bestDistance = distance;
        }
    }
    // One slip in three characters, and at most three: further away, a suggestion misleads.
    return best !== null && bestDistance <= Math.min(3, Math.floor(best.length / 3)) ? best : null;
}
/** `backupEvery`, `backup_every` and `Backup Every` are all meant as `backup-every`. */
function plain(word) {
    return word
        .slice(0, 60)
        .replaceAll(/([a-z])([A-Z])/g, '$1-$2')
        .replaceAll(/[_ ]/g, '-')
        .toLowerCase();
}
/** Insertions, deletions, substitutions and swaps of neighbours that turn one word into the other. */
function editDistance(from, to) {
    let twoAbove = [];
    let above = Array.from({ length: to.length + 1 }, (_, column) => column);
    for (let row = 1; row <= from.length; row += 1) {
        const current = [row];
        for (let column = 1; column <= to.length; column += 1) {
            const same = from[row - 1] === to[column - 1];
            let cost = Math.min((above[column] ?? Infinity) + 1, (current[column - 1] ?? Infinity) + 1, (above[column - 1] ?? Infinity) + (same ? 0 : 1));
            if (row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]) {
                cost = Math.min(cost, (twoAbove[column - 2] ?? Infinity) + 1);
            }
            current.push(cost);
        }
        twoAbove = above;
        above = current;
    }
    return above[to.length] ?? Infinity;
}


/***/ }),

/***/ 99172:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  parseEnvironment: () => (/* binding */ parseEnvironment)
});

// EXTERNAL MODULE: ./lib/domain/environment/placed.js
var placed = __webpack_require__(44189);
// EXTERNAL MODULE: ./lib/domain/environment/problem.js
var environment_problem = __webpack_require__(38773);
;// CONCATENATED MODULE: ./lib/domain/environment/age-recipient.js
const characters = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
/** Whether an age recipient's checksum (Bech32, BIP 173, without its limit of length) holds: a typo breaks it. */
function isSoundRecipient(recipient) {
    const separator = recipient.lastIndexOf('1');
    const prefix = recipient.slice(0, separator);
    const data = Array.from(recipient.slice(separator + 1), (character) => characters.indexOf(character));
    if (separator < 1 || data.length < 6 || data.includes(-1))
        return false;
    const codes = Array.from(prefix, (character) => character.charCodeAt(0));
    return polymod([...codes.map((code) => code >> 5), 0, ...codes.map((code) => code & 31), ...data]) === 1;
}
/** The checksum's polynomial remainder over GF(32), as BIP 173 defines it. */
function polymod(values) {
    const generators = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
    let checksum = 1;
    for (const value of values) {
        const top = checksum >>> 25;
        checksum = ((checksum & 0x1ffffff) << 5) ^ value;
        for (const [bit, generator] of generators.entries()) {
            if ((top >>> bit) & 1)
                checksum ^= generator;
        }
    }
    return checksum;
}

// EXTERNAL MODULE: ./lib/domain/environment/schema-problems.js
var schema_problems = __webpack_require__(61000);
;// CONCATENATED MODULE: ./lib/domain/environment/rule-problems.js

function doubleNames(items, what) {
    const seen = new Set();
    const problems = [];
    for (const [path, item] of items) {
        const name = item['name'];
        if (typeof name !== 'string')
            continue;
        if (seen.has(name))
            problems.push(onValue([...path, 'name'], `is the name of an earlier ${what} too`));
        seen.add(name);
    }
    return problems;
}
/** The form of a value that was written out; one that begins with a variable is judged when it is filled in. */
function literalForm(path, value, form, accepted) {
    if (typeof value !== 'string' || value === '')
        return [];
    const literal = value.startsWith('${') ? null : value.replaceAll(/\$\{\w+\}/g, '000000000000');
    return literal === null || form.test(literal)
        ? []
        : [onValue(path, `is not of the right form; accepted: ${accepted}`)];
}
function mappingsIn(holder, key, above = []) {
    const list = (0,schema_problems/* valueAt */.fK)(holder, [key]);
    if (!Array.isArray(list))
        return [];
    return list.flatMap((item, index) => item !== null && typeof item === 'object' && !Array.isArray(item)
        ? [[[...above, key, index], item]]
        : []);
}
function rule_problems_text(value) {
    return typeof value === 'string' ? value : '';
}
function about(path, message) {
    return { path, about: 'key', message };
}
function onValue(path, message) {
    return { path, about: 'value', message };
}

;// CONCATENATED MODULE: ./lib/domain/environment/notification-rules.js

/** Rules between the keys of `notifications:`. */
function notificationProblems(section) {
    const channels = mappingsIn(section, 'channels', ['notifications']);
    return [
        ...doubleNames(channels, 'channel'),
        ...channels.flatMap(([path, channel]) => channelProblems(path, channel)),
    ];
}
/** Rules between the keys of `metrics:`. */
function metricsProblems(section) {
    if (section === null || typeof section !== 'object')
        return [];
    const metrics = section;
    return [...pair(['metrics'], metrics, 'user', 'password'), ...address(['metrics'], metrics, 'pushgateway')];
}
function channelProblems(path, channel) {
    switch (channel['type']) {
        case 'slack':
            return [
                ...('webhook-url' in channel || 'token' in channel
                    ? []
                    : [onValue(path, 'does not say how to reach Slack: give webhook-url, or token and channel')]),
                ...pair(path, channel, 'token', 'channel'),
                ...address(path, channel, 'webhook-url'),
                ...address(path, channel, 'api'),
            ];
        case 'webhook':
            return address(path, channel, 'url');
        case 'pagerduty':
            return address(path, channel, 'endpoint');
        case 'email':
            return [
                ...pair(path, channel, 'user', 'password'),
                ...(channel['security'] === 'none' && 'password' in channel
                    ? [
                        about([...path, 'password'], 'would be sent in the clear, as security is none; keep one of them'),
                    ]
                    : []),
            ];
        default:
            return [];
    }
}
/** Two keys that mean nothing without each other. */
function pair(path, mapping, one, other) {
    const [present, absent] = one in mapping ? [one, other] : [other, one];
    if (!(present in mapping) || absent in mapping)
        return [];
    return [about([...path, present], `stands without ${absent}`)];
}
function address(path, mapping, key) {
    return literalForm([...path, key], mapping[key], /^https?:\/\/./, 'a URL with https://');
}

;// CONCATENATED MODULE: ./lib/domain/environment/validation-rules.js

/** What no single key of `validation:` shows, on the raw file as `ruleProblems` has it. */
function validationProblems(file) {
    return [...workerProblems(file), ...flowProblems(file)];
}
function workerProblems(file) {
    const sources = listAt(file, ['sources']);
    return listAt(file, ['validation', 'workers']).flatMap((worker, index) => {
        const type = { sql: 'postgres', redis: 'redis' }[textAt(worker, 'type')];
        const name = textAt(worker, 'source');
        if (type === undefined || name === '')
            return [];
        if (sources.some((source) => textAt(source, 'name') === name && textAt(source, 'type') === type))
            return [];
        return [validation_rules_onValue(['validation', 'workers', index, 'source'], `is the name of no source of type ${type}`)];
    });
}
function flowProblems(file) {
    const problems = [];
    for (const [index, flow] of listAt(file, ['validation', 'smoke']).entries()) {
        const captured = new Set();
        for (const [position, step] of listAt(flow, ['steps']).entries()) {
            const path = ['validation', 'smoke', index, 'steps', position];
            for (const part of ['url', 'headers', 'body']) {
                for (const name of named((0,schema_problems/* valueAt */.fK)(step, [part]))) {
                    if (!captured.has(name))
                        problems.push(validation_rules_onValue([...path, part], `names {{${name}}}, which no step before captures`));
                }
            }
            for (const [place, capture] of listAt(step, ['capture']).entries()) {
                captured.add(textAt(capture, 'name'));
                if (!has(capture, 'json', 'header', 'pattern')) {
                    problems.push(validation_rules_onValue([...path, 'capture', place], 'does not say where the value is: give json, header or pattern'));
                }
            }
            for (const [place, expectation] of listAt(step, ['expect']).entries()) {
                if (!has(expectation, 'json', 'header', 'pattern')) {
                    problems.push(validation_rules_onValue([...path, 'expect', place], 'does not say what must be true: give json, header or pattern'));
                }
                for (const name of named((0,schema_problems/* valueAt */.fK)(expectation, ['equals']))) {
                    if (!captured.has(name))
                        problems.push(validation_rules_onValue([...path, 'expect', place], `names {{${name}}}, which no step captures`));
                }
            }
        }
    }
    return problems;
}
/** Names that texts in a value refer to as `{{name}}`. */
function named(value) {
    if (typeof value === 'string')
        return [...value.matchAll(/\{\{([a-z][a-z0-9_]*)\}\}/g)].flatMap(([, name]) => name ?? []);
    if (value === null || typeof value !== 'object')
        return [];
    return Object.values(value).flatMap(named);
}
function listAt(value, path) {
    const found = (0,schema_problems/* valueAt */.fK)(value, path);
    return Array.isArray(found) ? found : [];
}
function textAt(value, key) {
    const found = (0,schema_problems/* valueAt */.fK)(value, [key]);
    return typeof found === 'string' ? found : '';
}
function has(value, ...keys) {
    return keys.some((key) => (0,schema_problems/* valueAt */.fK)(value, [key]) !== undefined);
}
function validation_rules_onValue(path, message) {
    return { path, about: 'value', message };
}

;// CONCATENATED MODULE: ./lib/domain/environment/rules.js





/**
 * What no single key shows: rules between keys, and the form of literal values that may also be `${NAME}`. They work on
 * the raw file, so that one reading lists all problems, whatever else is wrong.
 */
function ruleProblems(file) {
    const sources = mappingsIn(file, 'sources');
    const stores = mappingsIn(file, 'stores');
    return [
        ...doubleNames(sources, 'source'),
        ...doubleNames(stores, 'store'),
        ...sources.flatMap(([path, source]) => sourceProblems(path, source)),
        ...stores.flatMap(([path, store]) => storeProblems(path, store)),
        ...samePlaces(stores),
        ...encryptionProblems((0,schema_problems/* valueAt */.fK)(file, ['encryption'])),
        ...copiesProblems(file),
        ...notificationProblems((0,schema_problems/* valueAt */.fK)(file, ['notifications'])),
        ...metricsProblems((0,schema_problems/* valueAt */.fK)(file, ['metrics'])),
        ...validationProblems(file),
        ...literalForm(['target', 'health', 'url'], (0,schema_problems/* valueAt */.fK)(file, ['target', 'health', 'url']), /^https?:\/\/./, 'a URL with https:// or http://'),
        ...literalForm(['heartbeat'], (0,schema_problems/* valueAt */.fK)(file, ['heartbeat']), /^https?:\/\/./, 'a URL with https://'),
    ];
}
function sourceProblems(path, source) {
    if (source['type'] === 'redis') {
        return literalForm([...path, 'url'], source['url'], /^(rediss?|unix):\/\/./, 'a URL with redis:// or rediss://');
    }
    if (source['type'] !== 'postgres')
        return [];
    const parts = ['host', 'port', 'user', 'password', 'database'].filter((key) => key in source);
    const problems = [];
    if ('url' in source) {
        for (const key of parts) {
            problems.push(about([...path, key], 'stands beside url, which holds it already; keep one of them'));
        }
        const form = 'a URL with postgres://, such as postgres://user:password@host:5432/database';
        problems.push(...literalForm([...path, 'url'], source['url'], /^postgres(ql)?:\/\/./, form));
    }
    else if (!('host' in source && 'database' in source)) {
        const missing = ['host', 'database'].filter((key) => !(key in source)).join(' and ');
        problems.push(onValue(path, `does not say where the database is: give url, or host and database (${missing} missing)`));
    }
    const inUrl = /[?&]sslmode=([a-z-]+)/.exec(rule_problems_text(source['url']))?.[1];
    if (inUrl !== undefined && typeof source['sslmode'] === 'string' && inUrl !== source['sslmode']) {
        problems.push(about([...path, 'sslmode'], 'differs from the sslmode in url; keep one of them'));
    }
    const port = source['port'];
    if (typeof port === 'string' && !port.includes('${') && !(/^\d+$/.test(port) && isPort(Number(port)))) {
        problems.push(onValue([...path, 'port'], 'is no port; accepted: a whole number from 1 to 65535, or "${NAME}"'));
    }
    return [...problems, ...doubleNames(mappingsIn(source, 'checks', path), 'check')];
}
function storeProblems(path, store) {
    if (store['type'] === 'azure')
        return azureProblems(path, store);
    if (store['type'] === 'gcs')
        return gcsProblems(path, store);
    if (store['type'] !== 's3')
        return [];
    const problems = [];
    const has = (key) => key in store;
    if (has('access-key-id') && !has('secret-access-key')) {
        problems.push(about([...path, 'access-key-id'], 'stands without secret-access-key'));
    }
    if (has('secret-access-key') && !has('access-key-id')) {
        problems.push(about([...path, 'secret-access-key'], 'stands without access-key-id'));
    }
    if (has('session-token') && !has('access-key-id') && !has('secret-access-key')) {
        problems.push(about([...path, 'session-token'], 'stands without access-key-id and secret-access-key'));
    }
    if (has('role-arn') && (has('access-key-id') || has('secret-access-key') || has('session-token'))) {
        problems.push(about([...path, 'role-arn'], "stands beside access keys: a role is assumed with the job's own token; keep one of them"));
    }
    if (has('kms-key-id') && store['sse'] !== 'aws:kms') {
        problems.push(about([...path, 'kms-key-id'], 'stands without sse: aws:kms'));
    }
    const bucketForm = "the bucket's name alone; a folder inside it is prefix, another service's address endpoint";
    return [
        ...problems,
        ...literalForm([...path, 'bucket'], store['bucket'], /^[A-Za-z0-9][A-Za-z0-9._-]*$/, bucketForm),
        ...literalForm([...path, 'prefix'], store['prefix'], prefixForm, prefixWords),
        ...literalForm([...path, 'endpoint'], store['endpoint'], /^https?:\/\/./, 'a URL with https://'),
        ...literalForm([...path, 'storage-class'], store['storage-class'], /^(?!GLACIER$|DEEP_ARCHIVE$)/, 'a class that can be read at once, such as STANDARD, STANDARD_IA or GLACIER_IR'),
        ...literalForm([...path, 'role-arn'], store['role-arn'], /^arn:[a-z-]+:iam::\d{12}:role\/./, 'arn:aws:iam::<account>:role/<name>'),
    ];
}
function azureProblems(path, store) {
    const ways = ['connection-string', 'account-key', 'sas-token', 'client-id'].filter((key) => key in store);
    const problems = ways
        .slice(1)
        .map((key) => about([...path, key], `stands beside ${ways[0] ?? ''}; keep one of them`));
    if (!['connection-string', 'account', 'endpoint'].some((key) => key in store)) {
        problems.push(onValue(path, 'does not say where the container is: give account, endpoint or connection-string'));
    }
    if ('tenant-id' in store && !('client-id' in store)) {
        problems.push(about([...path, 'tenant-id'], 'stands without client-id'));
    }
    return [
        ...problems,
        ...literalForm([...path, 'container'], store['container'], /^[a-z0-9$][a-z0-9-]{2,62}$/, "the container's name alone: 3 to 63 lower-case letters, digits and hyphens"),
        ...literalForm([...path, 'account'], store['account'], /^[a-z0-9]{3,24}$/, "the account's name alone: 3 to 24 lower-case letters and digits"),
        ...literalForm([...path, 'prefix'], store['prefix'], prefixForm, prefixWords),
        ...literalForm([...path, 'endpoint'], store['endpoint'], /^https?:\/\/./, 'a URL with https://'),
    ];
}
function gcsProblems(path, store) {
    const problems = [];
    if ('credentials' in store && 'workload-identity-provider' in store) {
        problems.push(about([...path, 'workload-identity-provider'], 'stands beside credentials; keep one of them'));
    }
    if ('service-account' in store && !('workload-identity-provider' in store)) {
        problems.push(about([...path, 'service-account'], 'stands without workload-identity-provider'));
    }
    return [
        ...problems,
        ...literalForm([...path, 'bucket'], store['bucket'], /^[a-z0-9][a-z0-9._-]*$/, "the bucket's name alone; a folder inside it is prefix"),
        ...literalForm([...path, 'prefix'], store['prefix'], prefixForm, prefixWords),
        ...literalForm([...path, 'endpoint'], store['endpoint'], /^https?:\/\/./, 'a URL with https://'),
        ...literalForm([...path, 'workload-identity-provider'], store['workload-identity-provider'], /^projects\/\d+\/locations\/global\/workloadIdentityPools\/[^/]+\/providers\/[^/]+$/, 'projects/<number>/locations/global/workloadIdentityPools/<pool>/providers/<provider>'),
        ...literalForm([...path, 'service-account'], store['service-account'], /^[^@\s]+@[^@\s]+$/, 'the e-mail address of a service account'),
    ];
}
const prefixForm = /^(?!.*(^|\/)\.{0,2}(\/|$))[A-Za-z0-9._/-]+$/;
const prefixWords = 'letters, digits, . _ - and inner /, such as shop/production';
const placeKeys = [
    'type',
    'path',
    'endpoint',
    'connection-string',
    'account',
    'container',
    'bucket',
    'prefix',
];
/** Two stores at one place would hold one copy between them, and refuse each other's objects. */
function samePlaces(stores) {
    const seen = new Map();
    const problems = [];
    for (const [path, store] of stores) {
        const place = JSON.stringify(placeKeys.map((key) => store[key]));
        const earlier = seen.get(place);
        if (earlier === undefined)
            seen.set(place, rule_problems_text(store['name']) || 'another store');
        else
            problems.push(onValue(path, `is the same place as ${earlier}, so it would hold no second copy`));
    }
    return problems;
}
function encryptionProblems(encryption) {
    if (encryption === null || typeof encryption !== 'object')
        return [];
    const problems = [];
    if ('recipients' in encryption && 'passphrase' in encryption) {
        problems.push(about(['encryption', 'passphrase'], 'stands beside recipients; keep one of them'));
    }
    const recipients = (0,schema_problems/* valueAt */.fK)(encryption, ['recipients']);
    for (const [index, recipient] of Array.isArray(recipients) ? recipients.entries() : []) {
        if (typeof recipient === 'string' && /^age1[0-9a-z]+$/.test(recipient) && !isSoundRecipient(recipient)) {
            problems.push(onValue(['encryption', 'recipients', index], 'is no whole age recipient: its checksum is wrong; copy it again from age-keygen or lifeboat keygen'));
        }
    }
    return problems;
}
function copiesProblems(file) {
    const copies = (0,schema_problems/* valueAt */.fK)(file, ['minimum-copies']);
    const stores = (0,schema_problems/* valueAt */.fK)(file, ['stores']);
    if (typeof copies !== 'number' || !Array.isArray(stores) || copies <= stores.length)
        return [];
    return [
        onValue(['minimum-copies'], `${copies} copies cannot be made: there ${stores.length === 1 ? 'is 1 store' : `are ${stores.length} stores`}`),
    ];
}
function isPort(port) {
    return port >= 1 && port <= 65_535;
}

// EXTERNAL MODULE: ./lib/domain/environment/schema.js + 6 modules
var schema = __webpack_require__(64226);
// EXTERNAL MODULE: ./lib/domain/environment/yaml.js
var yaml = __webpack_require__(96323);
;// CONCATENATED MODULE: ./lib/domain/environment/parse.js






/**
 * Reads an environment file. Variables are not filled in: each `Template` knows its place, for when it is resolved.
 * @param fileName as messages shall name it
 * @throws Failure `config` that lists every problem with file, line, column and key, and what is accepted there
 */
async function parseEnvironment(text, fileName) {
    const file = await (0,yaml/* readYaml */.g)(text, fileName);
    const parsed = schema/* environmentSchema */.VW.safeParse(file.value);
    const problems = [
        ...(0,schema_problems/* schemaProblems */.Ic)(schema/* environmentSchema */.VW, file.value, parsed.error?.issues ?? []),
        ...ruleProblems(file.value),
    ].map((problem) => ({ ...problem, ...file.place(problem.path, problem.about) }));
    const all = [...file.problems, ...problems].map((problem) => ({ ...problem, key: (0,environment_problem/* keyText */.Pu)(problem.path) }));
    if (!parsed.success || all.length > 0)
        throw (0,environment_problem/* problemsFailure */.VA)(fileName, all);
    return { ...(0,schema/* camelKeys */.RA)((0,placed/* placed */.G)(parsed.data, [], file, fileName)), text };
}


/***/ }),

/***/ 44189:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ placed)
/* harmony export */ });
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38773);
/* harmony import */ var _template_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(98018);


/** The same value, in which every template knows where it stands: `environments/production.yml:8 sources[0].url`. */
function placed(value, path, file, fileName) {
    const turn = (inner, at) => {
        if (inner instanceof _template_js__WEBPACK_IMPORTED_MODULE_1__/* .Template */ .B) {
            return new _template_js__WEBPACK_IMPORTED_MODULE_1__/* .Template */ .B(inner.text, `${fileName}:${file.place(at, 'value').line} ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .keyText */ .Pu)(at)}`);
        }
        if (Array.isArray(inner))
            return inner.map((item, index) => turn(item, [...at, index]));
        if (inner === null || typeof inner !== 'object' || inner instanceof Map)
            return inner;
        return Object.fromEntries(Object.entries(inner).map(([key, below]) => [key, turn(below, [...at, key])]));
    };
    return turn(value, path);
}


/***/ }),

/***/ 38773:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pu: () => (/* binding */ keyText),
/* harmony export */   TL: () => (/* binding */ quoted),
/* harmony export */   VA: () => (/* binding */ problemsFailure),
/* harmony export */   zC: () => (/* binding */ looksLikeKey)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);

/** `sources[0].jobs`; what does not look like a key is not shown. */
function keyText(path) {
    return path
        .map((part, index) => {
        if (typeof part === 'number')
            return `[${part}]`;
        return `${index === 0 ? '' : '.'}${looksLikeKey(part) ? part : '?'}`;
    })
        .join('');
}
/** False for what may be a value that slipped to the wrong side of a colon, such as a URL with its password. */
function looksLikeKey(text) {
    return /^[\w.-]{1,40}$/.test(text);
}
/** All problems as one failure, each as `file:line:column key: what is wrong`. */
function problemsFailure(fileName, problems, whereToRead = 'docs/environment-file.md describes every key of an environment file.') {
    const lines = [...problems]
        .sort((a, b) => a.line - b.line || a.column - b.column)
        .map(({ line, column, key, message }) => `${fileName}:${line}:${column} ${key === '' ? '' : `${key}: `}${message}`);
    const message = lines.length === 1
        ? (lines[0] ?? '')
        : [`${fileName} has ${lines.length} problems:`, ...lines.map((line) => `  ${line}`)].join('\n');
    return new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('config', message, {
        hint: `Put right what is named; ${whereToRead}`,
    });
}
/** A value as an error message may quote it: one line, short, without hidden characters or the password of a URL. */
function quoted(value) {
    const text = JSON.stringify(value) ?? 'nothing';
    const visible = text
        .replaceAll(/\/\/[^/@\s"]*@/g, '//***@')
        .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`);
    return visible.length > 60 ? `${visible.slice(0, 58).replace(/[\uD800-\uDBFF]$/, '')}…"` : visible;
}


/***/ }),

/***/ 61000:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ic: () => (/* binding */ schemaProblems),
/* harmony export */   fK: () => (/* binding */ valueAt)
/* harmony export */ });
/* unused harmony export schemaAt */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92857);
/* harmony import */ var _nearest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(96884);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38773);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1642);




/** What the schema found wrong, in words: key, wrong value, what is accepted. */
function schemaProblems(schema, value, issues) {
    const flat = issues.flatMap((issue) => flatten(issue, []));
    const problems = [];
    const meant = new Set();
    for (const { issue, path } of flat) {
        if (issue.code !== 'unrecognized_keys')
            continue;
        const known = knownKeys(schemaAt(schema, path, value));
        for (const key of issue.keys) {
            const suggestion = key === '<<' ? null : (0,_nearest_js__WEBPACK_IMPORTED_MODULE_2__/* .nearest */ .p)(key, known);
            if (suggestion !== null)
                meant.add((0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .keyText */ .Pu)([...path, suggestion]));
            const isTorn = path.length > 0 && /\s/.test(key) && valueAt(value, [...path, key]) === null;
            const message = isTorn ? tornText : unknownKey(key, suggestion, known);
            problems.push({ path: [...path, key], about: 'key', message });
        }
    }
    for (const { issue, path } of flat) {
        if (issue.code === 'unrecognized_keys')
            continue;
        const wrong = valueAt(value, path);
        // A key that is missing because it stands there misspelt is one mistake, not two.
        if (wrong === undefined && meant.has((0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .keyText */ .Pu)(path)))
            continue;
        problems.push({ path, about: 'value', message: wrongValue(issue, wrong, schemaAt(schema, path, value)) });
    }
    return problems;
}
/** What follows a comma within braces is a key of its own, without a value. */
const tornText = 'unknown key, without a value: a text that holds a comma stands in quotes within { }';
/** Of a union, only what the branch that was most likely meant has found. */
function flatten(issue, above) {
    const path = [...above, ...issue.path.filter((part) => typeof part !== 'symbol')];
    if (issue.code !== 'invalid_union' || issue.errors.length === 0)
        return [{ issue, path }];
    const branch = issue.errors
        .filter((issues) => !issues.some(isOfAnotherShape))
        .sort((a, b) => a.length - b.length)[0];
    return branch === undefined ? [{ issue, path }] : branch.flatMap((inner) => flatten(inner, path));
}
function isOfAnotherShape(issue) {
    return issue.path.length === 0 && (issue.code === 'invalid_type' || issue.code === 'invalid_value');
}
function wrongValue(issue, value, schema) {
    if (issue.code === 'invalid_union' && 'options' in issue && Array.isArray(issue.options)) {
        const types = issue.options.map(String);
        if (value === undefined)
            return `is missing; accepted: ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .joined */ .oR)(types, 'or')}`;
        const suggestion = typeof value === 'string' ? (0,_nearest_js__WEBPACK_IMPORTED_MODULE_2__/* .nearest */ .p)(value, types) : null;
        const meant = suggestion === null ? '' : `; did you mean ${suggestion}?`;
        return `${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(value)} is not a known type${meant}; accepted: ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .joined */ .oR)(types, 'or')}`;
    }
    const wording = schema === null ? { type: 'text', accepted: 'text' } : (0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .wordingOf */ .O3)(schema);
    const accepted = `accepted: ${wording.accepted}`;
    if (value === undefined)
        return `is missing; ${accepted}`;
    if (value === null)
        return `has no value; ${accepted}`;
    if (typeof value === 'object') {
        if (issue.code === 'too_small')
            return `is empty; ${accepted}`;
        return Array.isArray(value) ? `is a list; ${accepted}` : `is a mapping; ${accepted}`;
    }
    if (value === '')
        return `is empty; ${accepted}`;
    if (issue.code === 'custom' && wording.secret === true)
        return issue.message;
    if (typeof value === 'string' && /^(AGE-SECRET-KEY-|ed25519-secret:)/i.test(value)) {
        return `holds a secret key: take it out of the file, and make a new pair, as it may have been read; ${accepted}`;
    }
    // Text where a mapping belongs may be a password that slipped to the wrong place: not shown either.
    if (schema === null || !isLeaf(schema))
        return `is ${kindOf(value)}; ${accepted}`;
    const misfit = misfitOf(value, wording.type);
    return wording.secret === true
        ? `${misfit} (the value is not shown, as it may be secret); ${accepted}`
        : `${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(value)} ${misfit}; ${accepted}`;
}
function kindOf(value) {
    return typeof value === 'number' ? 'a number' : typeof value === 'boolean' ? 'true or false' : 'text';
}
/** Why a value does not fit, with the slips that YAML invites explained. */
function misfitOf(value, type) {
    if (typeof value === 'number' && (type === 'duration' || type === 'size'))
        return 'has no unit';
    if (typeof value === 'number' && !/number|port|^\d/.test(type))
        return 'is a number, not text; quotes make it text';
    if (typeof value === 'boolean' && type !== 'boolean')
        return 'is true or false, not text; quotes make it text';
    if (typeof value === 'string' && type === 'boolean' && /^(yes|no|on|off|true|false)$/i.test(value)) {
        const meant = /^(yes|on|true)$/i.test(value) ? 'true' : 'false';
        return `is text, not a boolean; write ${meant} without quotes`;
    }
    if (typeof value === 'string' && type === 'whole number' && /^\d+$/.test(value)) {
        return `is text, not a number; write ${value.slice(0, 20)} without quotes`;
    }
    return 'is not accepted';
}
function unknownKey(key, suggestion, known) {
    if (key === '<<')
        return 'merge keys (<<) are not accepted; write the values out in each place';
    const shown = (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .looksLikeKey */ .zC)(key) ? `unknown key ${key}` : 'unknown key';
    return suggestion === null
        ? `${shown}; accepted: ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .joined */ .oR)(known, 'or')}`
        : `${shown}; did you mean ${suggestion}?`;
}
function isLeaf(schema) {
    const inner = (0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .core */ .I8)(schema);
    if (_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .wordings */ .M3.has(inner))
        return true;
    return !(inner instanceof zod__WEBPACK_IMPORTED_MODULE_3__/* .ZodObject */ .bvH || inner instanceof zod__WEBPACK_IMPORTED_MODULE_3__/* .ZodArray */ .naA || inner instanceof zod__WEBPACK_IMPORTED_MODULE_3__/* .ZodUnion */ .fZ7);
}
function knownKeys(schema) {
    const inner = schema === null ? null : (0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .core */ .I8)(schema);
    return inner instanceof zod__WEBPACK_IMPORTED_MODULE_3__/* .ZodObject */ .bvH ? Object.keys(inner.shape) : [];
}
/** The schema that judges a place of the file; unions are resolved by the value that stands there. */
function schemaAt(schema, path, value) {
    const inner = resolveUnion((0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .core */ .I8)(schema), value);
    const [head, ...rest] = path;
    if (inner === null || head === undefined)
        return inner ?? schema;
    const below = valueAt(value, [head]);
    if (inner instanceof zod__WEBPACK_IMPORTED_MODULE_3__/* .ZodObject */ .bvH) {
        const next = Object.hasOwn(inner.shape, head) ? inner.shape[head] : null;
        return next === null ? null : schemaAt(next, rest, below);
    }
    return inner instanceof zod__WEBPACK_IMPORTED_MODULE_3__/* .ZodArray */ .naA ? schemaAt(inner.element, rest, below) : null;
}
function resolveUnion(schema, value) {
    if (!(schema instanceof zod__WEBPACK_IMPORTED_MODULE_3__/* .ZodUnion */ .fZ7))
        return schema;
    if (value === null || typeof value !== 'object' || Array.isArray(value))
        return schema;
    const objects = schema.options
        .map((option) => (0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .core */ .I8)(option))
        .filter((option) => option instanceof zod__WEBPACK_IMPORTED_MODULE_3__/* .ZodObject */ .bvH);
    if (schema instanceof zod__WEBPACK_IMPORTED_MODULE_3__/* .ZodDiscriminatedUnion */ .jvo) {
        const discriminator = schema.def.discriminator;
        const chosen = valueAt(value, [discriminator]);
        return (objects.find((option) => option.shape[discriminator].values.has(chosen)) ??
            schema);
    }
    const keys = Object.keys(value);
    const fits = (option) => keys.filter((key) => (0,_nearest_js__WEBPACK_IMPORTED_MODULE_2__/* .nearest */ .p)(key, Object.keys(option.shape)) !== null).length;
    return objects.sort((a, b) => fits(b) - fits(a))[0] ?? schema;
}
function valueAt(value, path) {
    let current = value;
    for (const part of path) {
        if (current === null || typeof current !== 'object' || !Object.hasOwn(current, part))
            return undefined;
        current = current[part];
    }
    return current;
}


/***/ }),

/***/ 96323:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ readYaml)
/* harmony export */ });
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38773);

/** Such a file is written by hand; what is larger than this is something else. */
const largestFile = 262_144; // characters
/** Reads YAML 1.2. @throws Failure `config` with every place that is no YAML, or uses what is not accepted here */
async function readYaml(text, fileName) {
    if (text.length > largestFile) {
        throw (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .problemsFailure */ .VA)(fileName, [
            { line: 1, column: 1, key: '', message: `is larger than ${largestFile} characters` },
        ]);
    }
    const { LineCounter, isMap, isNode, isScalar, isSeq, parseDocument, visit } = await __webpack_require__.e(/* import() */ 8815).then(__webpack_require__.t.bind(__webpack_require__, 38815, 19));
    const lines = new LineCounter();
    const at = (offset) => {
        const { line, col } = lines.linePos(offset);
        return { line: Math.max(1, line), column: Math.max(1, col) };
    };
    const document = parseDocument(text, {
        version: '1.2',
        merge: false,
        stringKeys: true,
        uniqueKeys: true,
        prettyErrors: false,
        logLevel: 'error',
        lineCounter: lines,
    });
    const described = (error) => ({
        ...at(error.pos[0]),
        path: [],
        about: 'value',
        message: wordsFor(error.code),
    });
    const syntax = document.errors.filter((error) => error.code !== 'DUPLICATE_KEY').map(described);
    // What follows the first syntax error is often only its echo, so each line is reported once.
    const perLine = syntax.filter((problem, index) => syntax.findIndex(({ line }) => line === problem.line) === index);
    const refusals = [];
    if (syntax.length === 0) {
        const refuse = (node, message) => {
            refusals.push({ ...at(node.range?.[0] ?? 0), message });
        };
        visit(document, {
            Alias: (_key, node) => refuse(node, wordsFor('BAD_ALIAS')),
            Value: (_key, node) => {
                if (node.anchor !== undefined)
                    refuse(node, wordsFor('BAD_ALIAS'));
                else if (node.tag !== undefined)
                    refuse(node, wordsFor('TAG_RESOLVE_FAILED'));
            },
        });
    }
    if (perLine.length > 0 || refusals.length > 0) {
        throw (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .problemsFailure */ .VA)(fileName, [...perLine, ...refusals].map((problem) => ({ ...problem, key: '' })));
    }
    return {
        value: document.toJS(),
        problems: document.errors.filter((error) => error.code === 'DUPLICATE_KEY').map(described),
        place(path, about) {
            let node = document.contents;
            let offset = isNode(node) ? (node.range?.[0] ?? 0) : 0;
            for (const [index, part] of path.entries()) {
                const last = index === path.length - 1;
                if (isMap(node)) {
                    const pair = node.items.find((item) => isScalar(item.key) && item.key.value === part);
                    if (pair === undefined)
                        break;
                    const target = last && about === 'key' ? pair.key : (pair.value ?? pair.key);
                    offset = isNode(target) ? (target.range?.[0] ?? offset) : offset;
                    node = pair.value;
                }
                else if (isSeq(node) && typeof part === 'number') {
                    node = node.items[part];
                    offset = isNode(node) ? (node.range?.[0] ?? offset) : offset;
                }
                else
                    break;
            }
            return at(offset);
        },
    };
}
/**
 * Our own words per code: the library's messages can quote the file, and so a password in it. Anchors and aliases
 * would give one value two places, and can be a bomb; tags would give values other types.
 */
function wordsFor(code) {
    const words = {
        DUPLICATE_KEY: 'this key stands twice in the same mapping; keep one of them',
        TAB_AS_INDENT: 'a tab indents this line; YAML takes only spaces',
        BAD_INDENT: 'this line is indented unlike its neighbours',
        MULTIPLE_DOCS: 'a second document begins here (---); one file holds one document',
        MISSING_CHAR: 'a closing quote or bracket, a comma or a colon is missing at or before this place',
        BAD_SCALAR_START: 'this value begins with a character that needs quotes around the value',
        BAD_DQ_ESCAPE: 'a backslash between "double quotes" begins no known escape; use \'single quotes\'',
        BLOCK_IN_FLOW: 'a line or dash that does not belong between { } or [ ]',
        BLOCK_AS_IMPLICIT_KEY: 'two "key: value" stand on one line; put quotes around a value that holds ": "',
        MULTILINE_IMPLICIT_KEY: 'this line is no "key: value"',
        NON_STRING_KEY: 'a key must be plain text; between { } write "${NAME}" in quotes',
        BAD_ALIAS: 'anchors and aliases (& and *) are not accepted; write the value out in each place, or quote it if it begins with & or *',
        TAG_RESOLVE_FAILED: 'tags (!) are not accepted; quote the value if it begins with !',
        RESOURCE_EXHAUSTION: 'is nested too deeply',
    };
    return words[code] ?? 'this is not YAML; a quote, bracket or indentation is wrong at or before this place';
}


/***/ })

};
