export const id = 4699;
export const ids = [4699];
export const modules = {

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


/***/ }),

/***/ 99620:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ guide)
/* harmony export */ });
const topics = (/* unused pure expression or super */ null && (['copies', 'environments', 'notifications', 'roles', 'runbooks', 'validate']));
/** A guide as messages name it: its file lies in Lifeboat's repository, not in that of whoever reads the message. */
function guide(topic) {
    return `docs/guides/${topic}.md in Lifeboat’s repository`;
}


/***/ }),

/***/ 34699:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  checkRunbook: () => (/* binding */ checkRunbook),
  checkVerb: () => (/* binding */ checkVerb),
  findRunbook: () => (/* binding */ findRunbook),
  readRunbook: () => (/* binding */ readRunbook),
  runbookFiles: () => (/* binding */ runbookFiles),
  stepVerb: () => (/* binding */ stepVerb)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/domain/environment/nearest.js
var nearest = __webpack_require__(96884);
// EXTERNAL MODULE: ./lib/domain/failure.js
var failure = __webpack_require__(27550);
// EXTERNAL MODULE: ./lib/domain/environment/camel-keys.js
var camel_keys = __webpack_require__(14241);
// EXTERNAL MODULE: ./lib/domain/environment/problem.js
var environment_problem = __webpack_require__(38773);
// EXTERNAL MODULE: ./lib/domain/environment/schema-problems.js
var schema_problems = __webpack_require__(61000);
// EXTERNAL MODULE: ./lib/domain/environment/placed.js
var placed = __webpack_require__(44189);
// EXTERNAL MODULE: ./lib/domain/environment/yaml.js
var environment_yaml = __webpack_require__(96323);
// EXTERNAL MODULE: ./lib/domain/guide.js
var guide = __webpack_require__(99620);
;// CONCATENATED MODULE: ./lib/domain/runbook/rules.js


/** What the schema alone cannot say: names that must fit each other, and ways through the steps that must end. */
function ruleProblems({ incident, drill, steps, verification, escalation }, file, { checkVerb, scenarios }) {
    const problems = [];
    const say = (path, message) => {
        problems.push({ path, about: 'value', message });
    };
    if (incident !== null && !(0,external_node_path_.basename)(file).toLowerCase().startsWith(incident.toLowerCase())) {
        say(['incident'], `is ${incident}, but the file is called ${(0,external_node_path_.basename)(file)}; begin its name with the id`);
    }
    if (typeof drill === 'string' && !scenarios.includes(drill)) {
        const meant = (0,nearest/* nearest */.p)(drill, scenarios);
        say(['drill'], `is no scenario${meant === null ? '' : `; did you mean ${meant}?`}; see \`lifeboat drill list\`, or give { none: the reason }`);
    }
    const seen = new Set();
    for (const [part, all] of Object.entries({ steps, verification })) {
        for (const [index, { id, step }] of all.entries()) {
            if (id !== null && seen.has(id))
                say([part, index, 'id'], `${id} names two steps; each needs an id of its own`);
            if (id !== null)
                seen.add(id);
            if (step?.type === 'operation') {
                for (const [input, problem] of checkAsked(step, checkVerb))
                    say([part, index, 'ask', input], problem);
                for (const [input, problem] of checkVerb(step.verb, step.with)) {
                    say(input === '' ? [part, index, 'verb'] : [part, index, 'with', input], problem);
                }
            }
            for (const [key, word, problem] of checkWords(step))
                say([part, index, key, word], problem);
            if (step?.type !== 'decision')
                continue;
            if (part === 'verification') {
                say([part, index, 'type'], 'is a decision; a verification asks nobody how to go on');
                continue;
            }
            for (const [answer, problem] of checkWays(step, index, steps)) {
                say([part, index, 'answers', answer], problem);
            }
        }
    }
    const looks = ({ step }) => step === null || step.type === 'operation' || step.type === 'http' || step.type === 'command';
    if (verification.length > 0 && !verification.some(looks)) {
        say(['verification'], 'asks only people; at least one step must look for itself (operation, http or command)');
    }
    for (const [index, level] of escalation.entries()) {
        const before = escalation[index - 1];
        if (level !== null && before !== undefined && before !== null && level.after < before.after) {
            say(['escalation', index, 'after'], 'is earlier than the level before it; order the levels by time');
        }
    }
    return problems;
}
/** Every run ends: only later steps can be led to. */
function checkWays({ answers }, index, steps) {
    const later = new Set(steps.slice(index + 1).map(({ id }) => id));
    return [...answers].flatMap(([answer, goal]) => {
        if (goal === 'next' || goal === 'end' || later.has(goal))
            return [];
        const known = steps.some(({ id }) => id === goal);
        return [
            [
                answer,
                known
                    ? `leads back to ${goal}; only later steps are accepted, so that every run ends`
                    : `leads to ${goal}, which is no step`,
            ],
        ];
    });
}
/** An input that is asked for must be one of the verb's; what is answered is checked when it is known. */
function checkAsked({ verb, ask, with: fixed }, checkVerb) {
    return [...ask.keys()].flatMap((input) => {
        if (fixed.has(input))
            return [[input, 'is given under with already']];
        const problem = checkVerb(verb, new Map([[input, '\u0000']])).get(input) ?? '';
        // A value that nothing accepts: that it is refused says that the input is known.
        return /^is no input|comes from the run/.test(problem) ? [[input, problem]] : [];
    });
}
/** No variable is filled into a program's words: secrets would stand where every user of the machine can read them. */
function checkWords(step) {
    const given = step?.type === 'command'
        ? { key: 'run', words: step.run }
        : step?.type === 'failover'
            ? { key: 'fence', words: step.fence ?? [] }
            : null;
    if (given === null)
        return [];
    const { key, words } = given;
    return words.flatMap((word, index) => {
        const name = /\$\{([A-Za-z_][A-Za-z0-9_]*)/.exec(word)?.[1];
        // What follows `sh -c` a shell reads, perhaps that of a container.
        const isScript = words.slice(0, index).some((before) => /^-[a-z]*c$/.test(before));
        if (name === undefined || isScript)
            return [];
        const how = key === 'run'
            ? `name it under variables: [${name}], and let the program read it from there, or a shell: run: [sh, -c, 'program "$${name}"']`
            : 'let a script of yours read it';
        return [[key, index, `holds \${${name}}, which nothing fills in: no shell reads these words; ${how}`]];
    });
}

// EXTERNAL MODULE: ./lib/domain/runbook/schema.js
var schema = __webpack_require__(60884);
;// CONCATENATED MODULE: ./lib/domain/runbook/sound-parts.js

/** @param value as the file has it */
function soundParts(value) {
    const file = isMapping(value) ? value : {};
    const { incident, drill, escalation } = schema/* runbookSchema */.qq.shape;
    const level = escalation.unwrap().element;
    return {
        incident: incident.safeParse(file['incident']).data ?? null,
        drill: drill.safeParse(file['drill']).data ?? null,
        steps: listOf(file['steps']).map(stepPart),
        verification: listOf(file['verification']).map(stepPart),
        escalation: listOf(file['escalation']).map((raw) => level.safeParse(raw).data ?? null),
    };
}
function stepPart(raw) {
    if (!isMapping(raw))
        return { id: null, step: null };
    const id = typeof raw['id'] === 'string' ? raw['id'] : null;
    // What names it for people has no part in any rule.
    const named = { ...raw, title: 'untitled', id: 'unnamed' };
    const first = schema/* stepSchema */.SE.safeParse(named);
    if (first.success)
        return { id, step: first.data };
    const wrong = new Set(first.error.issues.flatMap((issue) => issue.code === 'unrecognized_keys' ? issue.keys : [String(issue.path[0])]));
    const rest = Object.fromEntries(Object.entries(named).filter(([key]) => !wrong.has(key)));
    return { id, step: schema/* stepSchema */.SE.safeParse(rest).data ?? null };
}
function listOf(value) {
    return Array.isArray(value) ? value : [];
}
function isMapping(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./lib/domain/runbook/parse.js









/**
 * Reads a runbook. Variables are not filled in.
 * @param file its path, as messages shall name it
 * @throws Failure `config` that lists every problem with file, line, column and key, and what is accepted there
 */
async function parseRunbook(text, file, sha256, vocabulary) {
    const yaml = await (0,environment_yaml/* readYaml */.g)(text, file);
    const parsed = schema/* runbookSchema */.qq.safeParse(yaml.value);
    const problems = [
        ...(0,schema_problems/* schemaProblems */.Ic)(schema/* runbookSchema */.qq, yaml.value, parsed.error?.issues ?? []),
        ...ruleProblems(soundParts(yaml.value), file, vocabulary),
    ].map((problem) => ({ ...problem, ...yaml.place(problem.path, problem.about) }));
    const all = [...yaml.problems, ...problems].map((problem) => ({ ...problem, key: (0,environment_problem/* keyText */.Pu)(problem.path) }));
    if (!parsed.success || all.length > 0) {
        throw (0,environment_problem/* problemsFailure */.VA)(file, all, `${(0,guide/* guide */.R)('runbooks')} describes every key of a runbook.`);
    }
    return { ...(0,camel_keys/* camelKeys */.R)((0,placed/* placed */.G)(parsed.data, [], yaml, file)), file, sha256 };
}

// EXTERNAL MODULE: ./lib/domain/environment/drills-schema.js
var drills_schema = __webpack_require__(76064);
// EXTERNAL MODULE: ./lib/wiring/verbs.js + 18 modules
var verbs = __webpack_require__(39675);
;// CONCATENATED MODULE: ./lib/wiring/runbook-files.js








/** Paths of the runbooks of a folder, by name. @throws Failure `config` when there is no such folder */
async function runbookFiles(folder) {
    const names = await (0,promises_.readdir)(folder).catch((cause) => {
        throw new failure/* Failure */.HR('config', `the folder ${folder} of the runbooks cannot be read`, {
            cause,
            hint: 'Runbooks stand under runbooks/ of the repository; another place is given with folder.',
        });
    });
    return names
        .filter((name) => /\.ya?ml$/.test(name))
        .sort()
        .map((name) => (0,external_node_path_.join)(folder, name));
}
/** @throws Failure `config` with all that is wrong with it */
async function readRunbook(file) {
    const bytes = await (0,promises_.readFile)(file).catch((cause) => {
        throw new failure/* Failure */.HR('config', `the runbook ${file} cannot be read`, { cause });
    });
    return checkRunbook(bytes.toString(), file);
}
/** Reads a runbook's text as runs read it. @throws Failure `config` with all that is wrong with it */
function checkRunbook(text, file) {
    return parseRunbook(text, file, (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex'), vocabulary);
}
/** The runbook of an incident. @throws Failure `missing` when there is none, `config` when it is not sound */
async function findRunbook(folder, incident) {
    const files = await runbookFiles(folder);
    const begins = new RegExp(`^${incident}(?![A-Za-z0-9])`, 'i');
    const own = files.filter((file) => begins.test((0,external_node_path_.basename)(file)));
    const [file, second] = own;
    if (file === undefined) {
        throw new failure/* Failure */.HR('missing', `there is no runbook for ${incident} in ${folder}`, {
            hint: files.length === 0 ? 'There is none at all.' : `There are ${files.join(', ')}.`,
        });
    }
    if (second !== undefined)
        throw new failure/* Failure */.HR('config', `${own.join(' and ')} are both for ${incident}`);
    return readRunbook(file);
}
/** A verb that a step may call: one that works on an environment, and is no part of making or running runbooks. */
function stepVerb(name) {
    const found = Object.values(verbs/* verbs */.P).find((verb) => verb.name === name);
    if (found === undefined || !('environment' in found.inputs.shape))
        return null;
    return /^(init|keygen|plan|runbook .*|notify .*|drill.*)$/.test(found.name) ? null : found;
}
/** What the run itself gives to each verb that it calls. */
const ownInputs = new Set([
    'environment',
    'config',
    'reason',
    'confirm',
    'identity',
    'identity-file',
    'signing-key-file',
    'github-token',
]);
const vocabulary = { scenarios: drills_schema/* scenarioNames */.L, checkVerb };
/** What is wrong with a verb of a step and its inputs, by input; the verb itself is ''. */
function checkVerb(name, inputs) {
    const problems = new Map();
    const verb = stepVerb(name);
    if (verb === null) {
        const known = Object.values(verbs/* verbs */.P).flatMap((other) => stepVerb(other.name)?.name ?? []);
        const meant = (0,nearest/* nearest */.p)(name, known);
        const advice = meant === null ? `accepted: ${known.join(', ')}` : `did you mean ${meant}?`;
        problems.set('', `${name} is no verb for a step; ${advice}`);
        return problems;
    }
    for (const [input, value] of inputs) {
        if (ownInputs.has(input)) {
            problems.set(input, 'comes from the run; leave it out');
            continue;
        }
        const field = Object.hasOwn(verb.inputs.shape, input) ? verb.inputs.shape[input] : undefined;
        if (field === undefined) {
            const known = Object.keys(verb.inputs.shape).filter((one) => !ownInputs.has(one));
            problems.set(input, `is no input of ${name}; accepted: ${known.join(', ')}`);
            continue;
        }
        const parsed = field.safeParse(value);
        if (!parsed.success)
            problems.set(input, parsed.error.issues[0]?.message ?? 'is not accepted');
    }
    return problems;
}


/***/ })

};
