export const id = 4847;
export const ids = [4847];
export const modules = {

/***/ 82180:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FM: () => (/* binding */ labelPattern),
/* harmony export */   Ge: () => (/* binding */ emergencyLabel),
/* harmony export */   JN: () => (/* binding */ parseBackupId),
/* harmony export */   KA: () => (/* binding */ makeBackupId),
/* harmony export */   KS: () => (/* binding */ isEmergencyBackup),
/* harmony export */   dN: () => (/* binding */ labelForm),
/* harmony export */   dh: () => (/* binding */ compactTime),
/* harmony export */   ll: () => (/* binding */ newestFirst),
/* harmony export */   ze: () => (/* binding */ answersFor)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);

const idPattern = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z-([a-z0-9]{5})(?:-([a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?))?$/;
/** What a label may look like; labels become part of keys, so only characters that every store treats alike. */
const labelPattern = /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/;
const labelForm = 'up to 40 lower-case letters, digits and inner hyphens, such as pre-deploy-142';
/** @param random at least three random bytes */
function makeBackupId(at, random, label) {
    if (label !== undefined && !labelPattern.test(label)) {
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('config', `the label ${JSON.stringify(label)} is not usable; accepted: ${labelForm}`);
    }
    // 32 of them in the order in which keys sort: a byte's low five bits choose evenly, and two tell 1,024 apart.
    const alphabet = '0123456789abcdefghijklmnopqrstuv';
    const millisecond = new Date(at).getUTCMilliseconds();
    const suffix = [millisecond >> 5, millisecond, ...random.subarray(0, 3)].map((bits) => alphabet[bits & 31]);
    return `${compactTime(at)}-${suffix.join('')}${label === undefined ? '' : `-${label}`}`;
}
/** `20261121T101500Z`: how times stand in keys. */
function compactTime(at) {
    return new Date(at)
        .toISOString()
        .replace(/\.\d+Z$/, 'Z')
        .replaceAll(/[-:]/g, '');
}
/** The parts of an id, or null when the text is none (or names a moment that does not exist). */
function parseBackupId(text) {
    const match = idPattern.exec(text);
    if (!match)
        return null;
    const [, year, month, day, hour, minute, second, , label] = match;
    const iso = `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`;
    const at = Date.parse(iso);
    if (Number.isNaN(at) || new Date(at).toISOString() !== iso)
        return null;
    return { at, label };
}
/** The label of backups that a restore makes of the state which it is about to replace. */
const emergencyLabel = 'pre-restore';
/**
 * Whether a backup holds a state that somebody was about to restore over: it may be the very disaster. So it is no
 * recovery point to go by: only whoever names it gets it, and it pushes no other one out.
 */
function isEmergencyBackup(id) {
    return parseBackupId(id)?.label === emergencyLabel;
}
/** Newest first. Ids of the same millisecond order by their random part, so the order is total. */
function newestFirst(ids) {
    return [...ids].sort((a, b) => (a < b ? 1 : a > b ? -1 : 0));
}
/**
 * Whether a backup that came back says that what was found wrong in another is over: of itself and of older ones. That an
 * older one still comes back says nothing of a newer; nor does one that holds what a restore was about to replace. Ids
 * begin with the time.
 */
function answersFor(cameBack, failed) {
    return cameBack === failed || (cameBack > failed && !isEmergencyBackup(cameBack));
}


/***/ }),

/***/ 14241:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ camelKeys)
/* harmony export */ });
/* harmony import */ var _template_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98018);

/** `backup-every` → `backupEvery`, all the way down. What is a Map has keys of the user's own, which stay. */
function camelKeys(value) {
    return turn(value);
}
function turn(value) {
    if (Array.isArray(value))
        return value.map(turn);
    if (value === null || typeof value !== 'object' || value instanceof _template_js__WEBPACK_IMPORTED_MODULE_0__/* .Template */ .B || value instanceof Map)
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [
        key.replaceAll(/-([a-z])/g, (_, letter) => letter.toUpperCase()),
        turn(inner),
    ]));
}


/***/ }),

/***/ 61223:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $Y: () => (/* binding */ deploySettings),
/* harmony export */   gu: () => (/* binding */ decidingCategories),
/* harmony export */   zR: () => (/* binding */ deploySchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92857);
/* harmony import */ var _camel_keys_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14241);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(54533);
/* harmony import */ var _validation_schema_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(18491);




/** `deploy:` how a deployment goes, and what brings it back. */
const deploySchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    url: _fields_js__WEBPACK_IMPORTED_MODULE_1__/* .template */ .vs
        .optional()
        .describe('Where people find the application; shown with the deployment on GitHub. No secret.'),
    'restore-data': zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(['never', 'ask', 'always'])
        .default('never')
        .describe('Whether a deployment that failed, and changed the data, also brings back the backup made before it: never; when whoever started it said so (ask); always. What was written since is kept in the database under its other name.'),
    validate: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(['none', 'quick', 'full', 'smoke'])
        .default('full')
        .describe('How deeply the environment is validated after the deployment; what fails brings it back.'),
    'validate-categories': zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(_validation_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .validationCategories */ .M4))
        .min(1)
        .optional()
        .describe('Which categories decide. Default: environment-status and service-health, and smoke where the file has flows.'),
    'backup-max-age': _fields_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0
        .prefault('30m')
        .describe('How old the backup that an earlier job made for this deployment may be.'),
    prove: zod__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY()
        .default(true)
        .describe('Whether the backup made after the deployment is restored into a throwaway server and proven.'),
});
/** Which categories of a validation decide whether a release stands. */
function decidingCategories(environment) {
    const hasFlows = (environment.validation?.smoke.length ?? 0) > 0;
    return (deploySettings(environment).validateCategories ?? [
        'environment-status',
        'service-health',
        ...(hasFlows ? ['smoke'] : []),
    ]);
}
/** What the environment file says of deployments; the defaults where it says nothing. */
function deploySettings({ deploy }) {
    return deploy ?? (0,_camel_keys_js__WEBPACK_IMPORTED_MODULE_0__/* .camelKeys */ .R)(deploySchema.parse({}));
}


/***/ }),

/***/ 76064:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ scenarioNames),
/* harmony export */   O: () => (/* binding */ drillsSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92857);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96087);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(54533);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1642);




/** The failures that can be rehearsed, in the order in which they are told. */
const scenarioNames = [
    'single-server-failure',
    'database-corruption',
    'network-partition',
    'data-deletion',
    'region-failure',
    'store-failure',
    'newest-backup-corrupt',
    'wrong-key',
    'interrupted-backup',
    'retention-attack',
    'break-glass',
    'redis-failure',
    'files-lost',
];
const scenarioName = zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(scenarioNames);
const scenarioObjectives = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    scenario: scenarioName.describe('Which one.'),
    rto: _fields_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0.optional().describe("From the failure to service. Default: the environment's rto."),
    rpo: _fields_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0
        .optional()
        .describe("Age of the oldest acknowledged write that may be lost. Default: the environment's rpo."),
    detect: _fields_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0
        .optional()
        .describe("How long noticing the failure may take. Default: the environment's detection."),
});
/** `drills:` which failures are rehearsed, and their objectives. */
const drillsSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    scenarios: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(scenarioName)
        .min(1)
        .optional()
        .describe('What is rehearsed when no scenario is asked for, one after the other. Default: all that apply.'),
    source: _fields_js__WEBPACK_IMPORTED_MODULE_1__/* .nameSchema */ .Jq
        .optional()
        .describe('The PostgreSQL source that the double is made of. Default: the first one.'),
    objectives: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(scenarioObjectives)
        .default([])
        .describe('What single scenarios must keep. Default: the objectives of the environment.'),
    replication: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(['asynchronous', 'synchronous'])
        .default('asynchronous')
        .describe('How the primary of the environment treats its standby: "synchronous" acknowledges a write only when the standby has it.'),
    'write-rate': _fields_js__WEBPACK_IMPORTED_MODULE_1__/* .positiveInteger */ .Cq
        .max(1_000)
        .default(50)
        .describe('Writes a second that the workload of a drill tries.'),
    'compare-up-to': zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()
        .refine((text) => (0,_units_js__WEBPACK_IMPORTED_MODULE_0__/* .parseSize */ .DB)(text) !== null, { error: `accepted: ${_units_js__WEBPACK_IMPORTED_MODULE_0__/* .sizeForm */ ._$}` })
        .register(_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .wordings */ .M3, { type: 'size', accepted: _units_js__WEBPACK_IMPORTED_MODULE_0__/* .sizeForm */ ._$ })
        .transform((text) => (0,_units_js__WEBPACK_IMPORTED_MODULE_0__/* .parseSize */ .DB)(text) ?? 0)
        .optional()
        .describe('Tables up to this size are compared row by row by the drill itself, larger ones by their count. Default: 256MiB; a drill with larger tables is then degraded, until a size is chosen here.'),
});


/***/ }),

/***/ 54533:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cq: () => (/* binding */ positiveInteger),
/* harmony export */   Jq: () => (/* binding */ nameSchema),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   vU: () => (/* binding */ argv),
/* harmony export */   vs: () => (/* binding */ template),
/* harmony export */   wh: () => (/* binding */ plainText)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92857);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96087);
/* harmony import */ var _template_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(98018);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1642);




/** The kinds of value that fields of an environment file hold. */
const nameForm = 'lower-case letters, digits and inner hyphens, at most 40, such as main or production-eu';
const nameSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()
    .regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/, { error: `accepted: ${nameForm}` })
    .register(_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .wordings */ .M3, { type: 'name', accepted: nameForm });
const duration = zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()
    .refine((text) => ((0,_units_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E9)(text) ?? 0) > 0, { error: `accepted: ${_units_js__WEBPACK_IMPORTED_MODULE_0__/* .durationForm */ .rk}` })
    .register(_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .wordings */ .M3, { type: 'duration', accepted: _units_js__WEBPACK_IMPORTED_MODULE_0__/* .durationForm */ .rk })
    .transform((text) => (0,_units_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E9)(text) ?? 0)
    .meta({ description: `A duration: ${_units_js__WEBPACK_IMPORTED_MODULE_0__/* .durationForm */ .rk}.` });
/** A connection or credential field: may hold `${NAME}`. The place is filled in by the parser. */
const template = zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()
    .min(1)
    .superRefine((text, context) => {
    const problem = (0,_template_js__WEBPACK_IMPORTED_MODULE_1__/* .templateProblem */ .M)(text);
    if (problem !== null)
        context.addIssue({ code: 'custom', message: problem });
})
    .register(_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .wordings */ .M3, { type: 'text with ${NAME}', accepted: 'text, which may hold "${NAME}"', secret: true })
    .transform((text) => new _template_js__WEBPACK_IMPORTED_MODULE_1__/* .Template */ .B(text, ''));
const plainText = zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().min(1).register(_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .wordings */ .M3, { type: 'text', accepted: 'text' });
const positiveInteger = zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr().min(1);
const count = zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr().min(0);
/** A program and its arguments; no shell reads them. */
const argv = zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(plainText).min(1).register(_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .wordings */ .M3, {
    type: 'list of text',
    accepted: 'a list: a program and its arguments, such as [./scripts/restart.sh, web]',
});


/***/ }),

/***/ 64226:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  RA: () => (/* reexport */ camel_keys/* camelKeys */.R),
  VW: () => (/* binding */ environmentSchema),
  Gx: () => (/* binding */ labelSchema),
  Jq: () => (/* reexport */ fields/* nameSchema */.Jq)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./lib/domain/units.js
var units = __webpack_require__(96087);
// EXTERNAL MODULE: ./lib/domain/backup-id.js
var backup_id = __webpack_require__(82180);
// EXTERNAL MODULE: ./lib/domain/environment/camel-keys.js
var camel_keys = __webpack_require__(14241);
// EXTERNAL MODULE: ./lib/domain/environment/deploy-schema.js
var deploy_schema = __webpack_require__(61223);
// EXTERNAL MODULE: ./lib/domain/environment/drills-schema.js
var drills_schema = __webpack_require__(76064);
// EXTERNAL MODULE: ./lib/domain/environment/fields.js
var fields = __webpack_require__(54533);
// EXTERNAL MODULE: ./lib/domain/environment/wording.js
var wording = __webpack_require__(1642);
;// CONCATENATED MODULE: ./lib/domain/environment/gate-schema.js



/** `on`, with the objective as the limit; `off`; or a limit of its own. */
const limit = schemas/* union */.KCZ([schemas/* enum */.k5n(['on', 'off']), fields/* duration */.p0]);
const prefixForm = 'letters, digits and underscores, such as STAGING_, not beginning with GITHUB_ or the like';
const variablesPrefix = schemas/* string */.YjP()
    .regex(/^(?!GITHUB_|ACTIONS_|RUNNER_|INPUT_|LIFEBOAT_)[A-Za-z_][A-Za-z0-9_]*$/i, {
    error: `accepted: ${prefixForm}`,
})
    .register(wording/* wordings */.M3, { type: 'beginning of names of variables', accepted: prefixForm });
const before = schemas/* strictObject */.rej({
    environment: fields/* nameSchema */.Jq.describe('The environment that a version has to stand in first.'),
    config: fields/* plainText */.wh
        .optional()
        .describe('Path of its file, when it stands elsewhere than under `environments/`.'),
    'variables-prefix': variablesPrefix
        .optional()
        .describe('Where its file says ${NAME}, the variable with this before its name is read: both environments use the same names. Default: the variable itself.'),
    within: fields/* duration */.p0
        .optional()
        .describe('How long ago the version may have been validated there. Default: without limit.'),
});
const required = schemas/* strictObject */.rej({
    branch: fields/* plainText */.wh
        .optional()
        .describe('The branch whose required checks the commit must have. Default: the default branch.'),
});
/** `gate:` what a deployment is refused without. */
const gateSchema = schemas/* strictObject */.rej({
    backup: limit
        .optional()
        .describe('How old the data of the newest backup may be. `on`: as objectives.rpo says.'),
    copies: fields/* positiveInteger */.Cq
        .optional()
        .describe('How many stores must hold that backup whole. Default: minimum-copies.'),
    proof: limit
        .optional()
        .describe('How old the newest restore test may be, which must be good. `on`: as objectives.verify-every says.'),
    drill: limit
        .optional()
        .describe('How old the last drill may be, which must be passed. `on`: as objectives.drill-every says, where drills are held.'),
    after: schemas/* union */.KCZ([schemas/* literal */.euz('off'), before])
        .optional()
        .describe('The environment before this one in line: only what was validated there may come here.'),
    checks: schemas/* union */.KCZ([schemas/* enum */.k5n(['on', 'off']), required])
        .optional()
        .describe("The checks that GitHub requires on a branch must be green on the version's commit."),
})
    .describe('Conditions of a deployment. What is not named is on for a protected environment, else off.');

;// CONCATENATED MODULE: ./lib/domain/environment/metrics-schema.js


/** `metrics:` where figures for Prometheus go. */
const metricsSchema = schemas/* strictObject */.rej({
    pushgateway: fields/* template */.vs.describe('URL of a Prometheus Pushgateway, such as https://pushgateway.example.org.'),
    job: fields/* nameSchema */.Jq.default('lifeboat').describe('The value of the label `job` there.'),
    user: fields/* template */.vs.optional().describe('Stands together with password.'),
    password: fields/* template */.vs.optional().describe('Stands together with user.'),
});

// EXTERNAL MODULE: ./lib/domain/failure.js
var failure = __webpack_require__(27550);
// EXTERNAL MODULE: ./lib/domain/news.js
var news = __webpack_require__(26981);
;// CONCATENATED MODULE: ./lib/domain/environment/notifications-schema.js





/** `notifications:` who is told of what, and how. */
const kinds = schemas/* array */.YOg(schemas/* enum */.k5n(news/* newsKinds */.jN));
const severity = schemas/* enum */.k5n(news/* severities */.gO);
/** What every channel may have: which part of the news it is given. */
const routing = {
    name: fields/* nameSchema */.Jq.describe('Name of the channel in logs, and for `notify test`.'),
    'at-least': severity
        .default('warning')
        .describe('The mildest severity that it is told of: `info`, `warning` or `critical`.'),
    kinds: kinds.optional().describe('Only news of these kinds. Default: all.'),
    successes: kinds
        .prefault(['restore', 'deployment'])
        .describe('Kinds of which a success is told too, whatever its severity.'),
    recoveries: schemas/* boolean */.zMY()
        .default(true)
        .describe('Whether it is told that a trouble that it was told of is over.'),
    'repeat-after': fields/* duration */.p0
        .optional()
        .describe('When the same trouble is told again, if it lasts. Default: that of `notifications`.'),
};
const emailForm = 'an address such as ops@example.org';
const emailAddress = schemas/* string */.YjP()
    .regex(/^[^\s@<>,;:"()[\]\\]+@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?$/, {
    error: `accepted: ${emailForm}`,
})
    .register(wording/* wordings */.M3, { type: 'e-mail address', accepted: emailForm });
const slack = schemas/* strictObject */.rej({
    type: schemas/* literal */.euz('slack').describe('Slack, by an incoming webhook or by a bot.'),
    ...routing,
    'webhook-url': fields/* template */.vs.optional().describe('URL of an incoming webhook; it posts to one channel.'),
    token: fields/* template */.vs
        .optional()
        .describe('Token of a bot (xoxb-…) with chat:write. With channels:history it follows up in a thread.'),
    channel: fields/* plainText */.wh.optional().describe('With token: the id of the channel, such as C0123456789.'),
    api: fields/* template */.vs.optional().describe('Address of the API. Default: https://slack.com/api.'),
});
const webhook = schemas/* strictObject */.rej({
    type: schemas/* literal */.euz('webhook').describe('A URL of your own: each message is posted as signed JSON.'),
    ...routing,
    url: fields/* template */.vs.describe('The URL that messages are posted to.'),
    secret: fields/* template */.vs
        .optional()
        .describe('Shared secret that signs each message by HMAC-SHA256; whsec_ and base64, or any text.'),
    'include-report': schemas/* boolean */.zMY()
        .default(false)
        .describe('Whether the whole JSON report is part of the message.'),
});
const email = schemas/* strictObject */.rej({
    type: schemas/* literal */.euz('email').describe('E-mail by an SMTP server.'),
    ...routing,
    host: fields/* template */.vs.describe('Host name of the SMTP server.'),
    port: schemas/* int */.Whr().min(1).max(65_535).optional().describe('Default: 587, and 465 with security: tls.'),
    security: schemas/* enum */.k5n(['starttls', 'tls', 'none'])
        .default('starttls')
        .describe('`starttls` and `tls` demand an encrypted connection; `none` gives it up, for a relay on the same machine.'),
    user: fields/* template */.vs.optional().describe('Stands together with password.'),
    password: fields/* template */.vs.optional().describe('Stands together with user.'),
    'ca-file': fields/* plainText */.wh
        .optional()
        .describe('Path of the certificate of a private authority. Default: the well-known authorities.'),
    from: emailAddress.describe('The sender.'),
    to: schemas/* array */.YOg(emailAddress).min(1).max(50).describe('The recipients.'),
});
const pagerduty = schemas/* strictObject */.rej({
    type: schemas/* literal */.euz('pagerduty').describe('PagerDuty, by its Events API v2: a page, a phone call, an SMS.'),
    ...routing,
    'at-least': severity
        .default('critical')
        .describe('The mildest severity that it is told of: `info`, `warning` or `critical`.'),
    'routing-key': fields/* template */.vs.describe('Integration key of a service or of global event orchestration.'),
    source: fields/* plainText */.wh
        .optional()
        .describe('What alerts name as their source; tells apart environments of one name. Default: the environment.'),
    endpoint: fields/* template */.vs
        .optional()
        .describe('Address of the Events API, such as https://events.eu.pagerduty.com. Default: https://events.pagerduty.com.'),
});
const githubIssues = schemas/* strictObject */.rej({
    type: schemas/* literal */.euz('github-issues')
        .describe('Issues of the repository whose workflow runs; there without being listed.'),
    name: routing.name,
    enabled: schemas/* boolean */.zMY().default(true).describe('`false` writes no issues at all.'),
    kinds: routing.kinds,
});
const severityRule = schemas/* strictObject */.rej({
    severity: severity.describe('What news that fits is.'),
    kinds: kinds.optional().describe('Only news of these kinds. Default: all.'),
    verdicts: schemas/* array */.YOg(schemas/* enum */.k5n(['degraded', 'failed']))
        .min(1)
        .optional()
        .describe('Only runs that ended so. Default: all.'),
    failures: schemas/* array */.YOg(schemas/* enum */.k5n(Object.keys(failure/* failureKinds */.cV)))
        .min(1)
        .optional()
        .describe('Only failures of these kinds. Default: all.'),
    objectives: schemas/* array */.YOg(schemas/* enum */.k5n(['RPO', 'RTO']))
        .min(1)
        .optional()
        .describe('Only runs that missed one of these. Default: all.'),
});
const notificationsSchema = schemas/* strictObject */.rej({
    channels: schemas/* array */.YOg(schemas/* discriminatedUnion */.gMt('type', [slack, webhook, email, pagerduty, githubIssues]))
        .min(1)
        .describe('Who is told. Each channel by itself: one that fails stops neither the others nor the run.'),
    severity: schemas/* array */.YOg(severityRule)
        .default([])
        .describe('How grave something is: the first rule that fits says it, else the defaults of the guide.'),
    'repeat-after': fields/* duration */.p0.prefault('24h').describe('When the same trouble is told again, if it lasts.'),
});

;// CONCATENATED MODULE: ./lib/domain/environment/pull-requests-schema.js




const size = schemas/* string */.YjP()
    .refine((text) => ((0,units/* parseSize */.DB)(text) ?? 0) > 0, { error: `accepted: ${units/* sizeForm */._$}` })
    .register(wording/* wordings */.M3, { type: 'size', accepted: units/* sizeForm */._$ })
    .transform((text) => (0,units/* parseSize */.DB)(text) ?? 0);
const tableForm = 'a table with its schema, such as shop.orders';
const table = schemas/* string */.YjP()
    .regex(/^[^.\s]+\.[^.\s]+$/, { error: `accepted: ${tableForm}` })
    .register(wording/* wordings */.M3, { type: 'schema.table', accepted: tableForm });
/** How a column is masked in an anonymised set. */
const maskings = ['keep', 'hash', 'email', 'null'];
const masking = schemas/* union */.KCZ([
    schemas/* enum */.k5n(maskings),
    schemas/* strictObject */.rej({ constant: schemas/* string */.YjP().describe('The text that every row gets.') }),
]);
const migrations = schemas/* strictObject */.rej({
    files: fields/* plainText */.wh
        .optional()
        .describe('Pattern of SQL files, run in the order of their names, such as migrations/*.sql.'),
    transaction: schemas/* enum */.k5n(['file', 'statement'])
        .default('file')
        .describe('What your tool runs in one transaction. A file with its own BEGIN is left as it is.'),
    command: fields/* argv */.vU
        .optional()
        .describe('Instead of files: a command that migrates; it finds the database by PGHOST… or DATABASE_URL.'),
    'history-tables': schemas/* array */.YOg(table)
        .default([])
        .describe('Tables in which the migration tool records what has run. Their rows are part of the shape: nothing else’s are.'),
    timeout: fields/* duration */.p0.prefault('10m').describe('How long all migrations together may take.'),
});
const wayBack = schemas/* strictObject */.rej({
    name: fields/* plainText */.wh.describe('What the old release does, such as: the old release lists orders.'),
    sql: fields/* plainText */.wh.describe('A statement of the release in use. It must still run on the new schema; it is rolled back.'),
});
/** `pull-requests:` how a pull request is tried on the schema, and the rows, of this environment. */
const pullRequestsSchema = schemas/* strictObject */.rej({
    source: fields/* nameSchema */.Jq
        .optional()
        .describe('The source that migrations are for. Default: the only postgres source.'),
    migrations: migrations.optional().describe('Where migrations come from. Without it none are tried.'),
    'large-table': size
        .prefault('1GB')
        .describe('From this size on, a table may not be rewritten, nor blocked for long.'),
    'large-rows': fields/* positiveInteger */.Cq.default(10_000_000).describe('The same by estimated rows.'),
    'max-block': fields/* duration */.p0
        .prefault('2s')
        .describe('How long a large table may be blocked for readers or writers, as estimated from its size.'),
    'read-rate': size.prefault('200MB').describe('Bytes a second that the server reads, for estimates.'),
    'write-rate': size.prefault('50MB').describe('Bytes a second that the server rewrites, for estimates.'),
    'pad-time': fields/* duration */.p0
        .prefault('1m')
        .describe('On production’s rows, trials take whole multiples of this, so that their time says little.'),
    'accept-lost': schemas/* array */.YOg(fields/* plainText */.wh)
        .default([])
        .describe('Tables (shop.notes) and columns (shop.orders.note) that a migration may drop or empty.'),
    'may-change': schemas/* array */.YOg(table)
        .default([])
        .describe('Tables whose existing values a migration may change without naming them.'),
    'way-back': schemas/* array */.YOg(wayBack)
        .default([])
        .describe('What the release in use does with the database, to be tried on the new schema.'),
    'exclude-from-shape': schemas/* array */.YOg(fields/* plainText */.wh)
        .default([])
        .describe('Objects that are no part of the shape, with all that needs them: shop.secret_function, or internal.*.'),
    masking: schemas/* record */.g1P(schemas/* string */.YjP(), masking)
        .default({})
        // A map, since keys of the file are turned to camel case, and these are names.
        .transform((rules) => new Map(Object.entries(rules)))
        .describe('Per column (shop.customers.email) or table (shop.products.*): keep, hash, email, null, or a constant. A column that is not named is refused.'),
});

;// CONCATENATED MODULE: ./lib/domain/environment/target-schema.js



/** `target:` where the application runs: how it is restarted, deployed, asked for its health and rerouted. */
const health = schemas/* strictObject */.rej({
    url: fields/* template */.vs.describe('A URL of the application that answers with `status` when it is well.'),
    attempts: fields/* positiveInteger */.Cq.max(1000).default(30).describe('How often it is asked at most.'),
    interval: fields/* duration */.p0.prefault('10s').describe('Time between two attempts.'),
    timeout: fields/* duration */.p0.prefault('10s').describe('How long one attempt may take.'),
    status: schemas/* int */.Whr().min(100).max(599).default(200).describe('The HTTP status that means well.'),
});
/** What every kind of target may have. */
const anyTarget = {
    health: health.optional().describe('How the application is asked whether it is well.'),
    reroute: fields/* argv */.vU
        .optional()
        .describe('A program that leads the application to a database; its connection URL stands in LIFEBOAT_DATABASE_URL.'),
    migrate: fields/* argv */.vU
        .optional()
        .describe('A program that changes the data for a version, which it finds in LIFEBOAT_VERSION. Run again, it does only what is left to do. Default: the data stays as it is.'),
    'migrate-timeout': fields/* duration */.p0.prefault('15m').describe('How long changing the data may take.'),
    variables: schemas/* array */.YOg(schemas/* string */.YjP()
        .regex(/^(?!GITHUB_|ACTIONS_|RUNNER_|INPUT_|LIFEBOAT_)[A-Za-z_][A-Za-z0-9_]*$/i, {
        error: 'accepted: the name of a variable',
    })
        .register(wording/* wordings */.M3, {
        type: 'name of a variable',
        accepted: 'the name of a variable, not beginning with GITHUB_, ACTIONS_, RUNNER_, INPUT_ or LIFEBOAT_',
    }))
        .default([])
        .describe('Variables of the job that the programs started here are given.'),
};
const composeTarget = schemas/* strictObject */.rej({
    type: schemas/* literal */.euz('compose').describe('Docker Compose on the machine that restores.'),
    files: schemas/* array */.YOg(fields/* plainText */.wh)
        .default([])
        .describe('Compose files, in their order. Default: those that Compose finds in the working directory.'),
    project: fields/* plainText */.wh.optional().describe("The project's name. Default: Compose's own choice."),
    services: schemas/* array */.YOg(fields/* plainText */.wh)
        .default([])
        .describe('Services to deploy and restart; those that they depend on come along in a deployment. Default: all of them.'),
    profiles: schemas/* array */.YOg(fields/* plainText */.wh)
        .default([])
        .describe('Profiles of the Compose files that belong to this environment.'),
    'env-file': fields/* plainText */.wh
        .optional()
        .describe("A file with variables for the Compose files. Default: Compose's own choice, .env."),
    'version-variable': schemas/* string */.YjP()
        .regex(/^(?!GITHUB_|ACTIONS_|RUNNER_|INPUT_)[A-Za-z_][A-Za-z0-9_]*$/i, {
        error: 'accepted: the name of a variable',
    })
        .register(wording/* wordings */.M3, {
        type: 'name of a variable',
        accepted: 'the name of a variable, not beginning with GITHUB_, ACTIONS_, RUNNER_ or INPUT_',
    })
        .default('LIFEBOAT_VERSION')
        .describe('The variable by which the Compose files take the version to deploy, such as IMAGE_TAG.'),
    images: schemas/* enum */.k5n(['here', 'pull', 'build'])
        .default('here')
        .describe('Where the images of a version come from: `here`, or pulled where they are missing; `pull`, always asked of the registry; `build`, built from the checkout.'),
    timeout: fields/* duration */.p0.prefault('2m').describe('How long the services may take until they run.'),
    ...anyTarget,
});
const workload = schemas/* string */.YjP()
    .regex(/^(deployment|statefulset|daemonset)\/[a-z0-9][a-z0-9.-]*$/, {
    error: 'accepted: a workload such as deployment/web',
})
    .register(wording/* wordings */.M3, { type: 'workload', accepted: 'a workload such as deployment/web' });
const kubernetesTarget = schemas/* strictObject */.rej({
    type: schemas/* literal */.euz('kubernetes').describe('Workloads in a Kubernetes cluster, through kubectl.'),
    workloads: schemas/* array */.YOg(workload)
        .min(1)
        .describe('Workloads to deploy and restart: deployment/…, statefulset/… or daemonset/….'),
    manifests: schemas/* array */.YOg(fields/* plainText */.wh)
        .default([])
        .describe('Files, or folders of files, that a deployment applies; `${LIFEBOAT_VERSION}` in them becomes the version.'),
    'server-side': schemas/* boolean */.zMY()
        .default(true)
        .describe('Whether they are applied by the server (kubectl apply --server-side).'),
    images: schemas/* array */.YOg(schemas/* strictObject */.rej({
        workload: workload.describe('The workload, as it stands under `workloads`.'),
        container: fields/* plainText */.wh.describe('Name of its container.'),
        image: fields/* plainText */.wh.describe('Its image without a tag: the version becomes the tag.'),
    }))
        .default([])
        .describe('Containers whose image a deployment sets to the version.'),
    context: fields/* plainText */.wh.optional().describe("The context of kubectl's configuration. Default: its current one."),
    namespace: fields/* plainText */.wh.optional().describe("The namespace. Default: the context's."),
    timeout: fields/* duration */.p0.prefault('5m').describe('How long one workload may take until it is rolled out.'),
    ...anyTarget,
});
const commandTarget = schemas/* strictObject */.rej({
    type: schemas/* literal */.euz('command').describe('A program of your own.'),
    restart: fields/* argv */.vU.describe('A program that restarts the application and ends when it runs.'),
    deploy: fields/* argv */.vU
        .optional()
        .describe('A program that brings up the version in LIFEBOAT_VERSION and ends when it runs. Default: a person does it.'),
    'roll-back': fields/* argv */.vU
        .optional()
        .describe('A program that brings back the version in LIFEBOAT_VERSION; LIFEBOAT_IMAGES holds its images as JSON. Default: `deploy`, with that version.'),
    services: fields/* argv */.vU
        .optional()
        .describe('A program that prints, as JSON, a list of services: name, status (running, starting, unhealthy, stopped or unknown), and where known version, image, restarts. An empty list, [], says that nothing runs.'),
    stop: fields/* argv */.vU.optional().describe('A program that stops the application and keeps its data.'),
    clean: fields/* argv */.vU.optional().describe('A program that removes the application and its data.'),
    timeout: fields/* duration */.p0.prefault('5m').describe('How long each of these programs may take.'),
    ...anyTarget,
});
const manualTarget = schemas/* strictObject */.rej({
    type: schemas/* literal */.euz('manual').describe('A person restarts the application.'),
    restart: fields/* plainText */.wh.optional().describe('What the person is asked to do, in a sentence.'),
    ...anyTarget,
});
const targetSchema = schemas/* discriminatedUnion */.gMt('type', [
    composeTarget,
    kubernetesTarget,
    commandTarget,
    manualTarget,
]);

// EXTERNAL MODULE: ./lib/domain/environment/template.js
var template = __webpack_require__(98018);
// EXTERNAL MODULE: ./lib/domain/environment/validation-schema.js
var validation_schema = __webpack_require__(18491);
// EXTERNAL MODULE: ./lib/domain/schedule-cron.js
var schedule_cron = __webpack_require__(37920);
;// CONCATENATED MODULE: ./lib/domain/environment/watch-schema.js




const cronForm = 'a cron line of five fields in UTC, such as "11,41 * * * *"';
const cron = fields/* plainText */.wh
    .refine(isCron, { error: `accepted: ${cronForm}` })
    .register(wording/* wordings */.M3, { type: 'cron line', accepted: cronForm });
const lines = schemas/* array */.YOg(cron).min(1).optional();
/** `watch:` what the watch looks at, besides the objectives. */
const watchSchema = schemas/* strictObject */.rej({
    heartbeat: fields/* template */.vs
        .optional()
        .describe('A URL that is pinged after each run of the watch, so that the watch itself is watched.'),
    window: fields/* duration */.p0
        .prefault('30d')
        .describe('How far back success rates, missed runs and the ledger are looked at.'),
    tolerance: fields/* duration */.p0
        .prefault('45m')
        .describe('How late a run may come before it counts as missed: schedulers are often late.'),
    schedules: schemas/* strictObject */.rej({
        backup: lines.describe('Cron lines of the backups.'),
        verify: lines.describe('Cron lines of the restore tests.'),
        retention: lines.describe('Cron lines of retention.'),
    })
        .prefault({})
        .describe('When runs are expected. Default: what the workflows say that run Lifeboat for this environment; else the objectives.'),
    'success-rate': fields/* positiveInteger */.Cq
        .max(100)
        .default(90)
        .describe('Percent of the expected runs of the window that must have been made.'),
    shrink: fields/* positiveInteger */.Cq
        .max(100)
        .default(50)
        .describe('Percent by which a source may shrink from one backup to the next.'),
    jump: fields/* positiveInteger */.Cq
        .default(200)
        .describe('Percent by which a source may grow from one backup to the next.'),
    disk: fields/* positiveInteger */.Cq
        .max(99)
        .default(10)
        .describe('Percent of the disk that must be free where local stores and the spool lie.'),
});
function isCron(text) {
    try {
        return (0,schedule_cron/* parseCron */.E)(text).minutes.size > 0;
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./lib/domain/environment/schema.js

















/**
 * The environment file, as users write it. Keys are kebab-case as in the file; `camelKeys` turns them for the code.
 * The JSON Schema for editors and the tables in the docs are generated from here.
 */
const objectives = schemas/* strictObject */.rej({
    rpo: fields/* duration */.p0.optional().describe('Recovery point objective: how much data, in time, may be lost at most.'),
    rto: fields/* duration */.p0
        .optional()
        .describe('Recovery time objective: how long a recovery may take, from detection to service.'),
    'backup-every': fields/* duration */.p0.optional().describe('How often a backup is made.'),
    'verify-every': fields/* duration */.p0.optional().describe('How often a restore test is made.'),
    'drill-every': fields/* duration */.p0.optional().describe('How often a drill is held.'),
    detection: fields/* duration */.p0.optional().describe('Time allowed for noticing a failure; part of the RTO estimate.'),
    reroute: fields/* duration */.p0
        .optional()
        .describe('Time allowed for leading the application to the restored database; part of the RTO estimate.'),
});
const sqlCheck = schemas/* strictObject */.rej({
    name: fields/* plainText */.wh.describe('A sentence that is true of good data.'),
    sql: fields/* plainText */.wh.describe('A query that gives one row with one boolean, true when the sentence holds.'),
});
const postgresSource = schemas/* strictObject */.rej({
    name: fields/* nameSchema */.Jq.describe('Name of the source; becomes a folder in the backup.'),
    type: schemas/* literal */.euz('postgres').describe('A PostgreSQL database.'),
    url: fields/* template */.vs
        .optional()
        .describe('Connection URL, postgres://user:password@host:port/database?sslmode=verify-full.'),
    host: fields/* template */.vs.optional().describe('Instead of url: host name, address, or folder of a socket.'),
    port: schemas/* union */.KCZ([
        fields/* template */.vs,
        schemas/* int */.Whr()
            .min(1)
            .max(65535)
            .transform((port) => new template/* Template */.B(String(port), '')),
    ])
        .register(wording/* wordings */.M3, { type: 'port', accepted: 'a whole number from 1 to 65535, or "${NAME}"' })
        .optional()
        .describe('Instead of url. Default: 5432.'),
    user: fields/* template */.vs.optional().describe('Instead of url: the role that reads.'),
    password: fields/* template */.vs.optional().describe("Instead of url: the role's password."),
    database: fields/* template */.vs.optional().describe('Instead of url: the database.'),
    sslmode: schemas/* enum */.k5n(['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full'])
        .optional()
        .describe('As in libpq.'),
    sslrootcert: fields/* template */.vs.optional().describe('Path of a file with root certificates, or "system".'),
    jobs: fields/* positiveInteger */.Cq.max(64).default(4).describe('Parallel connections of pg_dump.'),
    'max-block': fields/* duration */.p0
        .prefault('30s')
        .describe('End the dump when it makes another session wait longer than this.'),
    freshness: fields/* plainText */.wh
        .optional()
        .describe('A query that gives the time of the newest data, such as select max(created_at) from orders.'),
    checks: schemas/* array */.YOg(sqlCheck).default([]).describe('Assertions about restored data.'),
    client: schemas/* enum */.k5n(['same', 'newer'])
        .default('same')
        .describe('"newer" lets pg_dump of a later major than the server be used.'),
    install: schemas/* enum */.k5n(['auto', 'never'])
        .default('auto')
        .describe('Whether missing PostgreSQL programs may be installed.'),
    'role-passwords': schemas/* boolean */.zMY()
        .default(false)
        .describe("Whether roles' password hashes are part of the backup."),
    'accept-not-included': schemas/* array */.YOg(fields/* plainText */.wh)
        .default([])
        .describe('Objects that pg_dump leaves out and that may be missing without making the run degraded, as it names them.'),
    'accept-unproven': schemas/* array */.YOg(fields/* plainText */.wh)
        .default([])
        .describe('Extensions that may be missing in the laboratory without making the proof degraded.'),
});
const redisSource = schemas/* strictObject */.rej({
    name: fields/* nameSchema */.Jq.describe('Name of the source; becomes a folder in the backup.'),
    type: schemas/* literal */.euz('redis').describe('A Redis server.'),
    url: fields/* template */.vs.describe('Connection URL, rediss://user:password@host:port.'),
});
const filesSource = schemas/* strictObject */.rej({
    name: fields/* nameSchema */.Jq.describe('Name of the source; becomes a folder in the backup.'),
    type: schemas/* literal */.euz('files').describe('A file tree.'),
    path: fields/* plainText */.wh.describe('A folder. Relative paths start at the working directory.'),
    exclude: schemas/* array */.YOg(fields/* plainText */.wh).default([]).describe('Patterns of files that are left out, such as *.tmp.'),
});
/** How long a store's own lock holds new objects, by the class of their backup. */
const lockPeriods = {
    scheduled: fields/* duration */.p0
        .optional()
        .describe('How long objects of scheduled backups are held. Default: not at all.'),
    critical: fields/* duration */.p0
        .optional()
        .describe('How long objects of critical backups are held. Default: not at all.'),
};
const bandwidth = schemas/* string */.YjP()
    .refine((text) => ((0,units/* parseSize */.DB)(text) ?? 0) >= 1024, { error: `accepted: ${units/* sizeForm */._$}, at least 1KiB` })
    .register(wording/* wordings */.M3, { type: 'size', accepted: `${units/* sizeForm */._$}, at least 1KiB` })
    .transform((text) => (0,units/* parseSize */.DB)(text) ?? 0)
    .optional()
    .describe('Bytes a second at most, up and down together, such as 20MB. Default: no limit.');
const offsite = schemas/* boolean */.zMY()
    .optional()
    .describe('Whether it stands elsewhere than the database, for the rule of 3-2-1. Default: false for local folders, else true.');
const localStore = schemas/* strictObject */.rej({
    name: fields/* nameSchema */.Jq.describe('Name of the store in reports.'),
    type: schemas/* literal */.euz('local').describe('A folder of this machine.'),
    path: fields/* template */.vs.describe('A folder. Relative paths start at the working directory.'),
    ephemeral: schemas/* boolean */.zMY()
        .default(false)
        .describe('Says that the folder goes away with the machine, so it never counts as a copy.'),
    bandwidth,
    offsite,
});
const s3Store = schemas/* strictObject */.rej({
    name: fields/* nameSchema */.Jq.describe('Name of the store in reports.'),
    type: schemas/* literal */.euz('s3').describe('An S3-compatible bucket.'),
    bucket: fields/* template */.vs.describe("The bucket's name alone."),
    region: fields/* template */.vs
        .optional()
        .describe('Region; "auto" for Cloudflare R2. Default: AWS_REGION, else us-east-1.'),
    endpoint: fields/* template */.vs.optional().describe('URL of an S3-compatible service. Default: AWS.'),
    prefix: fields/* template */.vs.optional().describe('Key prefix inside the bucket.'),
    'access-key-id': fields/* template */.vs
        .optional()
        .describe('Default: the credentials that the AWS SDK finds (variables, profile, instance).'),
    'secret-access-key': fields/* template */.vs.optional().describe('Stands together with access-key-id.'),
    'session-token': fields/* template */.vs.optional().describe('With temporary keys.'),
    'role-arn': fields/* template */.vs.optional().describe("An AWS role that is assumed with the job's OIDC token."),
    'path-style': schemas/* boolean */.zMY()
        .optional()
        .describe('Bucket in the path rather than the host name. Default: true with an endpoint.'),
    'storage-class': fields/* plainText */.wh
        .optional()
        .describe("Storage class of new objects, such as STANDARD_IA. Default: the bucket's own."),
    sse: schemas/* enum */.k5n(['AES256', 'aws:kms'])
        .optional()
        .describe("Encryption by the service. Default: the bucket's own."),
    'kms-key-id': fields/* template */.vs.optional().describe("With sse: aws:kms: the key. Default: the account's own."),
    'object-lock': schemas/* strictObject */.rej({
        mode: schemas/* enum */.k5n(['governance', 'compliance'])
            .default('governance')
            .describe('"compliance" cannot be shortened by anybody; try "governance" first.'),
        ...lockPeriods,
    })
        .optional()
        .describe('Object Lock of each object, by the class of its backup.'),
    bandwidth,
    offsite,
});
const azureStore = schemas/* strictObject */.rej({
    name: fields/* nameSchema */.Jq.describe('Name of the store in reports.'),
    type: schemas/* literal */.euz('azure').describe('A container of Azure Blob Storage.'),
    container: fields/* template */.vs.describe("The container's name alone."),
    account: fields/* template */.vs.optional().describe('The storage account.'),
    endpoint: fields/* template */.vs
        .optional()
        .describe("URL of the account's blob service. Default: https://<account>.blob.core.windows.net."),
    prefix: fields/* template */.vs.optional().describe('Name prefix inside the container.'),
    'connection-string': fields/* template */.vs
        .optional()
        .describe('Account and credentials in one, as the portal shows them.'),
    'account-key': fields/* template */.vs.optional().describe('Key of the account; it may do everything.'),
    'sas-token': fields/* template */.vs.optional().describe('Shared access signature of the container.'),
    'tenant-id': fields/* template */.vs
        .optional()
        .describe("Entra tenant, for the job's OIDC token. Default: AZURE_TENANT_ID."),
    'client-id': fields/* template */.vs
        .optional()
        .describe("Entra application that trusts the job's OIDC token. Default: AZURE_CLIENT_ID."),
    'access-tier': schemas/* enum */.k5n(['Hot', 'Cool', 'Cold']).optional().describe("Default: the account's own tier."),
    immutability: schemas/* strictObject */.rej({
        mode: schemas/* enum */.k5n(['unlocked', 'locked'])
            .default('unlocked')
            .describe('"locked" cannot be shortened by anybody; try "unlocked" first.'),
        ...lockPeriods,
    })
        .optional()
        .describe('Time-based retention of each object, by the class of its backup.'),
    bandwidth,
    offsite,
});
const gcsStore = schemas/* strictObject */.rej({
    name: fields/* nameSchema */.Jq.describe('Name of the store in reports.'),
    type: schemas/* literal */.euz('gcs').describe('A bucket of Google Cloud Storage.'),
    bucket: fields/* template */.vs.describe("The bucket's name alone."),
    endpoint: fields/* template */.vs.optional().describe('URL of an emulator. Default: Google.'),
    prefix: fields/* template */.vs.optional().describe('Key prefix inside the bucket.'),
    credentials: fields/* template */.vs.optional().describe('The JSON of a service account key.'),
    'workload-identity-provider': fields/* template */.vs
        .optional()
        .describe("Provider that trusts the job's OIDC token: projects/<number>/locations/global/workloadIdentityPools/<pool>/providers/<provider>."),
    'service-account': fields/* template */.vs
        .optional()
        .describe('With workload-identity-provider: the service account that is impersonated. Default: none.'),
    'storage-class': schemas/* enum */.k5n(['STANDARD', 'NEARLINE', 'COLDLINE', 'ARCHIVE'])
        .optional()
        .describe("Default: the bucket's own."),
    'object-retention': schemas/* strictObject */.rej({
        mode: schemas/* enum */.k5n(['unlocked', 'locked'])
            .default('unlocked')
            .describe('"locked" cannot be shortened by anybody; try "unlocked" first.'),
        ...lockPeriods,
    })
        .optional()
        .describe('Retention of each object, by the class of its backup.'),
    bandwidth,
    offsite,
});
const recipients = schemas/* strictObject */.rej({
    recipients: schemas/* array */.YOg(schemas/* string */.YjP()
        .regex(/^age1[0-9a-z]+$/, { error: 'accepted: an age recipient, which begins with age1' })
        .register(wording/* wordings */.M3, {
        type: 'age recipient',
        accepted: 'an age recipient, which begins with age1',
        secret: true,
    }))
        .min(1)
        .describe('age public keys; two are expected, one of them kept offline.'),
});
const passphrase = schemas/* strictObject */.rej({
    passphrase: fields/* template */.vs.describe('Seals and opens; whoever makes backups can then read them too.'),
    cipher: schemas/* enum */.k5n(['age', 'aes-256-gcm'])
        .default('age')
        .describe('How it seals: age (scrypt, ChaCha20-Poly1305), or aes-256-gcm (PBKDF2, AES) for those who must have AES.'),
});
const signingKeyForm = 'ed25519: followed by 44 characters of base64, as lifeboat keygen prints';
const signingKey = schemas/* string */.YjP()
    .regex(/^ed25519:[A-Za-z0-9+/]{43}=$/, { error: `accepted: ${signingKeyForm}` })
    .register(wording/* wordings */.M3, { type: 'public key', accepted: signingKeyForm, secret: true });
const environmentSchema = schemas/* strictObject */.rej({
    version: schemas/* literal */.euz(1).default(1).describe('Version of this format.'),
    environment: fields/* nameSchema */.Jq.describe('Name of what is protected.'),
    protected: schemas/* boolean */.zMY()
        .default(false)
        .describe('Demands signatures, and more care from operations that change things.'),
    timezone: schemas/* string */.YjP()
        .refine(isTimeZone, { error: 'accepted: a time zone such as UTC or Europe/Berlin' })
        .register(wording/* wordings */.M3, { type: 'time zone', accepted: 'a time zone such as UTC or Europe/Berlin' })
        .default('UTC')
        .describe('Time zone for people and for calendar retention.'),
    objectives: objectives.prefault({}).describe('What is promised.'),
    sources: schemas/* array */.YOg(schemas/* discriminatedUnion */.gMt('type', [postgresSource, redisSource, filesSource]))
        .min(1)
        .describe('What is backed up: all sources together are one backup.'),
    stores: schemas/* array */.YOg(schemas/* discriminatedUnion */.gMt('type', [localStore, s3Store, azureStore, gcsStore]))
        .min(1)
        .describe('Where backups go: every backup to all of them. A restore tries them in this order.'),
    encryption: schemas/* union */.KCZ([schemas/* literal */.euz('none'), recipients, passphrase])
        .register(wording/* wordings */.M3, {
        type: 'mapping',
        accepted: '{ recipients: [age1…, age1…] }, { passphrase: "${NAME}" }, or the word none',
    })
        .describe('Recipients, a passphrase, or the word none.'),
    signing: schemas/* strictObject */.rej({
        backup: signingKey.optional().describe('Public key of those who make backups.'),
        verify: signingKey.optional().describe('Public key of those who make proofs.'),
        retention: signingKey
            .optional()
            .describe('Public key of those who remove what has expired; signs their events in the ledger.'),
        restore: signingKey
            .optional()
            .describe('Public key of those who restore; signs their events in the ledger.'),
        deploy: signingKey
            .optional()
            .describe('Public key of those who deploy; signs their events in the ledger.'),
    })
        .prefault({})
        .describe('Public keys that backups and proofs must be signed with.'),
    retention: schemas/* strictObject */.rej({
        last: fields/* positiveInteger */.Cq.default(3).describe('The newest backups are kept, this many.'),
        hourly: fields/* count */.U9
            .default(0)
            .describe('Hours of which the last backup is kept. As for the tiers below, those without one do not count.'),
        daily: fields/* count */.U9.default(7).describe('Days of which the last backup is kept.'),
        weekly: fields/* count */.U9.default(4).describe('Weeks (from Monday) of which the last backup is kept.'),
        monthly: fields/* count */.U9.default(12).describe('Months of which the last backup is kept.'),
        yearly: fields/* count */.U9.default(3).describe('Years of which the last backup is kept.'),
        critical: fields/* duration */.p0
            .prefault('90d')
            .describe('How long backups of class critical are kept, whatever the tiers say.'),
        'max-removals': fields/* positiveInteger */.Cq
            .max(10_000)
            .default(200)
            .describe('How many backups one run may remove at most; the oldest go first.'),
        grace: fields/* duration */.p0
            .prefault('24h')
            .describe('How old what a killed run left behind must be before it is removed.'),
    })
        .prefault({})
        .describe('Which backups are kept; the others expire.'),
    'minimum-copies': fields/* positiveInteger */.Cq
        .default(1)
        .describe('How many stores must hold a backup for it not to be failed.'),
    target: targetSchema
        .optional()
        .describe('Where the application runs: what a deployment changes, and a restore restarts, asks for its health and reroutes.'),
    deploy: deploy_schema/* deploySchema */.zR.optional().describe('How a deployment goes, and what brings it back.'),
    gate: gateSchema.optional().describe('What a deployment is refused without.'),
    validation: validation_schema/* validationSchema */.ds.optional().describe('What makes the environment fit for service.'),
    'pull-requests': pullRequestsSchema
        .optional()
        .describe('How a pull request is tried on the data of this environment before it is merged.'),
    notifications: notificationsSchema.optional().describe('Who is told of what, and how.'),
    metrics: metricsSchema.optional().describe('Where figures for Prometheus go.'),
    watch: watchSchema.optional().describe('What the watch looks at, besides the objectives.'),
    drills: drills_schema/* drillsSchema */.O.optional().describe('Which failures are rehearsed, and their objectives.'),
    heartbeat: fields/* template */.vs.optional().describe('A URL that is pinged after each good backup and proof.'),
})
    .describe('A Lifeboat environment: what is protected, where its backups go, and what is promised.');
/** What a label of a backup may look like, as a schema for inputs. */
const labelSchema = schemas/* string */.YjP().regex(backup_id/* labelPattern */.FM, { error: `accepted: ${backup_id/* labelForm */.dN}` });
function isTimeZone(name) {
    try {
        return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 98018:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ Template),
/* harmony export */   M: () => (/* binding */ templateProblem)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);

/**
 * A value of the environment file that may name variables: `${NAME}`, with `$${` for a literal `${`.
 * It is resolved only by the operation that needs it, so that each job holds only its own secrets.
 */
class Template {
    /** The value as written in the file. Safe to show: it names variables, not their contents. */
    text;
    /** Where it stands, for error messages: `environments/production.yml:8 sources[0].url`. */
    place;
    constructor(text, place) {
        this.text = text;
        this.place = place;
    }
    /** The names of the variables in it. */
    get names() {
        return [...this.text.matchAll(reference)].flatMap(([, escape, name]) => escape === undefined && name !== undefined ? [name] : []);
    }
    /** @throws Failure `config` when a variable is not set or is empty. */
    resolve(variables) {
        return this.text.replaceAll(reference, (whole, escape, name) => {
            if (escape !== undefined || name === undefined)
                return whole.slice(1);
            const value = variables[name];
            if (value === undefined || value === '') {
                throw new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('config', `${this.place}: the variable ${name} is ${value === undefined ? 'not set' : 'empty'}`, {
                    hint: `Give ${name} a value: on a terminal export ${name}=…, in a job ${name}: \${{ secrets.${name} }} under env:.`,
                });
            }
            return value;
        });
    }
}
/** `$${` (escaped), or `${NAME}`. */
const reference = /(\$\$\{)|\$\{([A-Za-z_][A-Za-z0-9_]*)\}/g;
/** Why a template is not acceptable, or null. Checked when the file is read, before anything runs. */
function templateProblem(text) {
    const rest = text.replaceAll(reference, '');
    if (rest.includes('${'))
        return 'holds a ${ that is no ${NAME}; write $${ for a literal ${';
    for (const name of new Template(text, '').names) {
        if (/^(GITHUB_|ACTIONS_|RUNNER_|INPUT_)/i.test(name)) {
            return `names ${name}; variables that begin with GITHUB_, ACTIONS_, RUNNER_ or INPUT_ are not accepted`;
        }
    }
    return null;
}


/***/ }),

/***/ 18491:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M4: () => (/* binding */ validationCategories),
/* harmony export */   ds: () => (/* binding */ validationSchema)
/* harmony export */ });
/* unused harmony export validationChecks */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92857);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54533);
/* harmony import */ var _template_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(98018);
/* harmony import */ var _json_path_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(43414);
/* harmony import */ var _pattern_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(42022);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1642);






/** `validation:` what makes an environment fit for service, and how that is asked. Documented in docs/guides/validate.md. */
/** The categories as the file and the inputs name them; `smoke` is asked for by its depth. */
const validationCategories = [
    'environment-status',
    'service-health',
    'rto-compliance',
    'security-boundaries',
    'performance',
    'operational-readiness',
    'smoke',
];
/** Every kind of check, as `left-out` names it. */
const validationChecks = [
    'services',
    'versions',
    'restarts',
    'disk',
    'endpoints',
    'postgresql',
    'redis',
    'workers',
    'tables',
    'assertions',
    'redis-data',
    'backup-time',
    'recovery-point',
    'recovery-time',
    'proof',
    'authentication',
    'database-password',
    'redis-password',
    'outside',
    'encryption',
    'tls',
    'redirect',
    'headers',
    'default-passwords',
    'credentials',
    'performance',
    'logs',
    'metrics',
    'alerts',
    'schedule',
    'backups-on-time',
    'runbooks',
    'flows',
];
const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
const share = zod__WEBPACK_IMPORTED_MODULE_4__/* .int */ .Whr().min(1).max(100);
const weight = zod__WEBPACK_IMPORTED_MODULE_4__/* .int */ .Whr().min(0).max(100);
const status = zod__WEBPACK_IMPORTED_MODULE_4__/* .int */ .Whr().min(100).max(599);
const timeout = _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0.prefault('10s').describe('How long one request may take.');
/** `Name: value`, kept as a list, since the names are the user's own. */
const headers = zod__WEBPACK_IMPORTED_MODULE_4__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().regex(/^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/), _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .template */ .vs)
    .register(_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .wordings */ .M3, { type: 'mapping', accepted: 'a mapping of names of headers to their values' })
    .transform((given) => Object.entries(given).map(([name, value]) => ({ name, value })))
    .prefault({})
    .describe('Headers of the request; values may hold "${NAME}".');
const request = {
    name: _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .plainText */ .wh.describe('How reports call it.'),
    url: _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .template */ .vs.describe('A URL of the environment. Redirects are not followed: they are an answer too.'),
    method: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(methods).default('GET').describe('The HTTP method.'),
    headers,
    status: status.default(200).describe('The HTTP status that is right.'),
    timeout,
};
const worker = zod__WEBPACK_IMPORTED_MODULE_4__/* .discriminatedUnion */ .gMt('type', [
    zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
        type: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz('http').describe('A URL that a worker, or what watches it, answers.'),
        ...request,
    }),
    zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
        type: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz('sql').describe('A query on a PostgreSQL source.'),
        name: _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .plainText */ .wh.describe('How reports call it.'),
        source: _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .nameSchema */ .Jq.describe('The source that is asked.'),
        sql: _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .plainText */ .wh.describe('A query that gives one row with one boolean, true when the worker is at work.'),
    }),
    zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
        type: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz('redis').describe('A key of a Redis source that the worker writes.'),
        name: _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .plainText */ .wh.describe('How reports call it.'),
        source: _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .nameSchema */ .Jq.describe('The source that is asked.'),
        key: _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .plainText */ .wh.describe('The key; its value is a time: seconds or milliseconds of the epoch, or ISO 8601.'),
        'max-age': _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0.prefault('2m').describe('How old the time may be.'),
    }),
]);
const site = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    name: _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .plainText */ .wh.describe('How reports call it.'),
    url: _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .template */ .vs.describe('The address that users open, such as https://shop.example.com/.'),
    plaintext: _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .template */ .vs
        .optional()
        .describe('Its address without TLS. Default: the same host, http:// and port 80.'),
});
const security = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    refused: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
        ...request,
        status: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(status).min(1).default([401, 403]).describe('The statuses that mean a refusal.'),
    }))
        .default([])
        .describe('Requests that must be refused, as they carry no credentials.'),
    sites: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(site).default([]).describe('What is asked for TLS, redirection and headers.'),
    'certificate-days': _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .positiveInteger */ .Cq
        .max(365)
        .default(14)
        .describe('How many days a certificate must still be valid.'),
    closed: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .template */ .vs)
        .default([])
        .describe('Addresses, as host:port, that must take no connection from where the validation runs.'),
    'try-passwords': zod__WEBPACK_IMPORTED_MODULE_4__/* .boolean */ .zMY()
        .default(true)
        .describe('Whether well-known passwords are tried, five at most for each service.'),
    credentials: zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
        key: _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .template */ .vs.describe('A secret of 32 characters or more that is the same in all environments.'),
        fingerprints: _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .plainText */ .wh
            .default('lifeboat-fingerprints.json')
            .describe('A file of the repository that holds the fingerprints of all environments.'),
        also: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
            name: _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .plainText */ .wh.describe('How reports call it.'),
            value: _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .template */ .vs.describe('The credential.'),
        }))
            .default([])
            .describe('Credentials to compare besides the passwords of the sources.'),
    })
        .optional()
        .describe('How it is found out that no other environment has the same credentials.'),
});
const performanceRequest = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    ...request,
    calls: _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .positiveInteger */ .Cq.max(200).default(20).describe('How often it is sent.'),
    concurrency: _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .positiveInteger */ .Cq.max(16).default(2).describe('How many are under way at once.'),
    p50: _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0.optional().describe('Half of the answers must be there within this time.'),
    p95: _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0.prefault('1s').describe('95 of 100 answers must be there within this time.'),
});
const readiness = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    logs: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
        path: _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .plainText */ .wh.describe('A log file on the machine that validates.'),
        'max-age': _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0.prefault('1h').describe('How long ago its last line may be written.'),
    }))
        .default([])
        .describe('Logs that must be written.'),
    metrics: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ ...request }))
        .default([])
        .describe('Endpoints that answer in the Prometheus text format.'),
    alerts: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
        name: _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .plainText */ .wh.describe('How reports call it.'),
        url: _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .template */ .vs.describe('Where alerts go: https://…, or smtp://host:port, smtps://…. A connection is made, and nothing sent.'),
    }))
        .default([])
        .describe('Ways to raise an alarm.'),
    workflows: _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .plainText */ .wh.default('.github/workflows').describe('The folder of the workflows.'),
    runbooks: _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .plainText */ .wh.default('runbooks').describe('The folder of the runbooks.'),
});
const pattern = formed(_pattern_js__WEBPACK_IMPORTED_MODULE_2__/* .patternProblem */ .A, 'pattern', 'a pattern such as name="csrf" value="([^"]+)"');
const jsonPath = formed(_json_path_js__WEBPACK_IMPORTED_MODULE_5__/* .jsonPathProblem */ .tX, 'path in JSON', 'a path such as $.items[0].id');
function formed(problemOf, type, accepted) {
    return zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()
        .min(1)
        .superRefine((text, context) => {
        const problem = problemOf(text);
        if (problem !== null)
            context.addIssue({ code: 'custom', message: `${problem}; accepted: ${accepted}` });
    })
        .register(_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .wordings */ .M3, { type, accepted, secret: true });
}
/** JSON with `${NAME}` and `{{capture}}` in its texts; kept as its text, so that no key of it is taken for one of ours. */
const body = zod__WEBPACK_IMPORTED_MODULE_4__/* .unknown */ .L5J()
    .superRefine((value, context) => {
    for (const text of textsOf(value)) {
        const problem = (0,_template_js__WEBPACK_IMPORTED_MODULE_1__/* .templateProblem */ .M)(text);
        if (problem !== null)
            context.addIssue({ code: 'custom', message: problem });
    }
})
    .register(_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .wordings */ .M3, { type: 'JSON', accepted: 'any value, which is sent as JSON', secret: true })
    .transform((value) => new _template_js__WEBPACK_IMPORTED_MODULE_1__/* .Template */ .B(JSON.stringify(value ?? null), ''));
const capture = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    name: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()
        .regex(/^[a-z][a-z0-9_]{0,39}$/, { error: 'accepted: a lower-case word such as token' })
        .register(_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .wordings */ .M3, { type: 'word', accepted: 'a lower-case word such as token' })
        .describe('Later steps write {{name}} for the value.'),
    json: jsonPath.optional().describe('Where it stands in a JSON answer: $.data.items[0].id.'),
    header: _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .plainText */ .wh.optional().describe('The header that holds it.'),
    pattern: pattern
        .optional()
        .describe('A pattern whose first group is the value; looked for in the header, or else in the body.'),
});
const expectation = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    json: jsonPath.optional().describe('Where a value stands in a JSON answer.'),
    header: _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .plainText */ .wh.optional().describe('A header.'),
    pattern: pattern.optional().describe('A pattern that the header, or else the body, must hold.'),
    equals: zod__WEBPACK_IMPORTED_MODULE_4__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig(), zod__WEBPACK_IMPORTED_MODULE_4__/* .boolean */ .zMY(), zod__WEBPACK_IMPORTED_MODULE_4__/* ["null"] */ .chJ()])
        .optional()
        .describe('What the value must be; text may hold {{name}}.'),
    'at-least': zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig().optional().describe('The least that a number, or the count of a list, may be.'),
});
const flow = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    name: _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .plainText */ .wh.describe('What a user does: log in and place an order.'),
    steps: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
        ...request,
        body: body.optional().describe('Sent as JSON; texts in it may hold "${NAME}" and {{name}}.'),
        capture: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(capture).default([]).describe('What later steps need of the answer.'),
        expect: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(expectation).default([]).describe('What must be true of the answer.'),
    }))
        .min(1)
        .max(50)
        .describe('Requests, in their order. Cookies are kept from step to step.'),
});
const validationSchema = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    // Not filled in: a deployment is held to it only where somebody has written it down.
    'min-score': share
        .optional()
        .describe('Below this score, of 100, the verdict is failed. Default: 80. A deployment is judged by it only when it is written here.'),
    'must-pass': zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(validationCategories))
        .default(['environment-status', 'service-health', 'smoke'])
        .describe('Categories in which no check may fail, and one must have passed, whenever they are asked.'),
    weights: zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
        'environment-status': weight.default(2).describe('What this category counts.'),
        'service-health': weight.default(3).describe('What this category counts.'),
        'rto-compliance': weight.default(2).describe('What this category counts.'),
        'security-boundaries': weight.default(2).describe('What this category counts.'),
        performance: weight.default(1).describe('What this category counts.'),
        'operational-readiness': weight.default(1).describe('What this category counts.'),
        smoke: weight.default(3).describe('What this category counts.'),
    })
        .prefault({})
        .describe('What each category counts in the score.'),
    'left-out': zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
        check: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(validationChecks).describe('The kind of check.'),
        because: _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .plainText */ .wh.describe('Why it means nothing here; stands in the report.'),
    }))
        .default([])
        .describe('Checks that mean nothing in this environment; they do not count.'),
    certificates: _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .plainText */ .wh
        .optional()
        .describe('A file with the certificates of an authority of your own, besides those that are known.'),
    services: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .plainText */ .wh)
        .default([])
        .describe('Services that must run. Default: all that the platform names.'),
    'max-restarts': zod__WEBPACK_IMPORTED_MODULE_4__/* .int */ .Whr().min(0).default(3).describe('How often a service may have been started again.'),
    disk: zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
        paths: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .plainText */ .wh)
            .default([])
            .describe('Folders whose disks are looked at. Default: / when Docker Compose runs here.'),
        'min-free': share.default(10).describe('How many percent must be free.'),
    })
        .prefault({})
        .describe('Room on the disks of the machine that validates.'),
    endpoints: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
        ...request,
        'max-latency': _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0.prefault('2s').describe('How long the answer may take.'),
    }))
        .default([])
        .describe('URLs of the application that must answer. target.health is asked besides.'),
    latency: zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
        postgres: _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0.prefault('500ms').describe('How long a query that reads nothing may take.'),
        redis: _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0.prefault('250ms').describe('How long a PING may take.'),
    })
        .prefault({})
        .describe('How fast the services must answer.'),
    workers: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(worker).default([]).describe('Workers, and how it is known that they are at work.'),
    tables: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .plainText */ .wh)
        .default([])
        .describe('Tables, as schema.table, that must be there with at least one row, in the first PostgreSQL source.'),
    'redis-keys': zod__WEBPACK_IMPORTED_MODULE_4__/* .int */ .Whr().min(0).default(1).describe('How many keys a Redis source must have at least.'),
    'require-proof-within': _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0
        .optional()
        .describe('How old the newest good restore test may be. Default: objectives.verify-every.'),
    security: security.prefault({}).describe('What must be closed to strangers.'),
    performance: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(performanceRequest).default([]).describe('Requests that are measured.'),
    readiness: readiness.prefault({}).describe('What is there for the day of trouble.'),
    smoke: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(flow).default([]).describe('Ways through the application, for the depth smoke.'),
});
function textsOf(value) {
    if (typeof value === 'string')
        return [value];
    if (value === null || typeof value !== 'object')
        return [];
    return Object.values(value).flatMap(textsOf);
}


/***/ }),

/***/ 1642:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I8: () => (/* binding */ core),
/* harmony export */   M3: () => (/* binding */ wordings),
/* harmony export */   O3: () => (/* binding */ wordingOf),
/* harmony export */   oR: () => (/* binding */ joined)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(29396);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92857);

const wordings = zod__WEBPACK_IMPORTED_MODULE_0__/* .registry */ .u5();
/** The schema below what only wraps it: optional, default, transformation. */
function core(schema) {
    if (schema instanceof zod__WEBPACK_IMPORTED_MODULE_1__/* .ZodOptional */ .IiU ||
        schema instanceof zod__WEBPACK_IMPORTED_MODULE_1__/* .ZodDefault */ .XiL ||
        schema instanceof zod__WEBPACK_IMPORTED_MODULE_1__/* .ZodPrefault */ .xgV ||
        schema instanceof zod__WEBPACK_IMPORTED_MODULE_1__/* .ZodNullable */ .l1C) {
        return core(schema.unwrap());
    }
    if (schema instanceof zod__WEBPACK_IMPORTED_MODULE_1__/* .ZodPipe */ .utH)
        return core(schema.in);
    return schema;
}
/** How a kind of value is described, from its registered wording or from the schema's own shape. */
function wordingOf(schema) {
    const inner = core(schema);
    const registered = wordings.get(inner);
    if (registered !== undefined)
        return registered;
    if (inner instanceof zod__WEBPACK_IMPORTED_MODULE_1__/* .ZodNumber */ .rSt)
        return numberWording(inner);
    if (inner instanceof zod__WEBPACK_IMPORTED_MODULE_1__/* .ZodBoolean */ .WFD)
        return { type: 'boolean', accepted: 'true or false' };
    if (inner instanceof zod__WEBPACK_IMPORTED_MODULE_1__/* .ZodEnum */ .Vb4)
        return choiceWording(inner.options);
    if (inner instanceof zod__WEBPACK_IMPORTED_MODULE_1__/* .ZodLiteral */ .DN5)
        return choiceWording([...inner.values]);
    if (inner instanceof zod__WEBPACK_IMPORTED_MODULE_1__/* .ZodArray */ .naA) {
        const item = wordingOf(inner.element);
        return { type: `list of ${item.type}`, accepted: `a list, each item ${item.accepted}` };
    }
    if (inner instanceof zod__WEBPACK_IMPORTED_MODULE_1__/* .ZodObject */ .bvH) {
        return { type: 'mapping', accepted: `a mapping with the keys ${joined(Object.keys(inner.shape), 'and')}` };
    }
    if (inner instanceof zod__WEBPACK_IMPORTED_MODULE_1__/* .ZodDiscriminatedUnion */ .jvo) {
        const key = inner.def.discriminator;
        const types = inner.options.flatMap((option) => {
            const literal = core(option);
            const value = literal instanceof zod__WEBPACK_IMPORTED_MODULE_1__/* .ZodObject */ .bvH ? literal.shape[key] : null;
            return value === null ? [] : [...value.values].map(String);
        });
        return { type: 'mapping', accepted: `a mapping whose ${key} is ${joined(types, 'or')}` };
    }
    if (inner instanceof zod__WEBPACK_IMPORTED_MODULE_1__/* .ZodUnion */ .fZ7) {
        const options = inner.options.map((option) => wordingOf(option));
        const types = [...new Set(options.map((option) => option.type))];
        return { type: joined(types, 'or'), accepted: options.map((option) => option.accepted).join(', or ') };
    }
    return { type: 'text', accepted: 'text' };
}
function numberWording(schema) {
    const low = schema.minValue;
    const high = schema.maxValue;
    const bounds = high !== null && Number.isFinite(high) && high < Number.MAX_SAFE_INTEGER
        ? ` from ${low} to ${high}`
        : low !== null && Number.isFinite(low) && low > Number.MIN_SAFE_INTEGER
            ? `, ${low} or more`
            : '';
    return { type: 'whole number', accepted: `a whole number${bounds}` };
}
function choiceWording(values) {
    const shown = joined(values.map(String), 'or');
    return { type: shown, accepted: shown };
}
/** `a, b or c` */
function joined(words, last) {
    if (words.length < 2)
        return words.join('');
    return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}


/***/ }),

/***/ 27550:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HR: () => (/* binding */ Failure),
/* harmony export */   I$: () => (/* binding */ exitCode),
/* harmony export */   PU: () => (/* binding */ isFailureKind),
/* harmony export */   cV: () => (/* binding */ failureKinds),
/* harmony export */   h_: () => (/* binding */ asFailure),
/* harmony export */   r: () => (/* binding */ bugReport)
/* harmony export */ });
/**
 * The one way to fail on purpose. A `Failure` says who must act and whether a retry can help; anything else
 * that is thrown is a bug in Lifeboat.
 */
/** What each kind means to a process that asks (`exit`) and to the retry decorators (`retried`). */
const failureKinds = {
    bug: { exit: 1, retried: false, meaning: 'our fault' },
    config: { exit: 2, retried: false, meaning: "the user's files or inputs are wrong" },
    missing: { exit: 3, retried: false, meaning: 'the named backup, object, tool or database does not exist' },
    refused: { exit: 4, retried: false, meaning: 'a guard said no: confirmation, lock, retention, protection' },
    access: { exit: 5, retried: false, meaning: 'credentials or permissions' },
    unavailable: { exit: 6, retried: true, meaning: 'network, server or store out of reach' },
    integrity: { exit: 7, retried: false, meaning: 'data is not what it was, or was not made by us' },
    objective: { exit: 8, retried: false, meaning: 'it worked, but an objective was missed or a check failed' },
    capacity: { exit: 9, retried: false, meaning: 'disk or memory does not suffice' },
    cancelled: { exit: 130, retried: false, meaning: 'stopped from outside' },
};
function isFailureKind(word) {
    return Object.hasOwn(failureKinds, word);
}
class Failure extends Error {
    kind;
    hint;
    subjects;
    constructor(kind, message, options = {}) {
        super(message, options.cause === undefined ? undefined : { cause: options.cause });
        this.name = 'Failure';
        this.kind = kind;
        this.hint = options.hint;
        this.subjects = options.subjects ?? [];
    }
}
/** Any thrown value as a Failure: a Failure as it is, an abort as `cancelled`, a full disk as `capacity`, the rest as `bug`. */
function asFailure(thrown) {
    if (thrown instanceof Failure)
        return thrown;
    // The clean-up failed too, as on a full disk it does; what it was that had to be cleaned up says more.
    if (thrown instanceof SuppressedError)
        return asFailure(thrown.suppressed);
    if (thrown instanceof Error) {
        if (thrown.name === 'AbortError') {
            return thrown.cause instanceof Failure
                ? thrown.cause
                : new Failure('cancelled', 'stopped from outside', { cause: thrown });
        }
        if ('code' in thrown && (thrown.code === 'ENOSPC' || thrown.code === 'EDQUOT')) {
            return new Failure('capacity', 'the disk is full', {
                cause: thrown,
                hint: 'Free disk space on the runner, or point RUNNER_TEMP at a larger disk.',
            });
        }
        return new Failure('bug', thrown.message, { cause: thrown });
    }
    return new Failure('bug', `something that is not an error was thrown: ${String(thrown)}`);
}
/** What whoever mends a bug needs. Places stand in our code alone; the message may quote what came from data. */
function bugReport(failure) {
    const { name, message, stack = '' } = failure.cause instanceof Error ? failure.cause : failure;
    const places = stack.split('\n').filter((line) => /^\s+at /.test(line));
    return { name, message, places: places.join('\n') };
}
/** The exit code of a process that ended with this failure; 0 when there was none. */
function exitCode(failure) {
    return failure === null ? 0 : failureKinds[failure.kind].exit;
}


/***/ }),

/***/ 43414:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ze: () => (/* binding */ atJsonPath),
/* harmony export */   tX: () => (/* binding */ jsonPathProblem)
/* harmony export */ });
/* unused harmony export parseJsonPath */
/**
 * Places in JSON: `$`, `.name`, `['name']`, `[0]`.
 * @throws SyntaxError when it is no path
 */
function parseJsonPath(path) {
    if (!path.startsWith('$'))
        throw new SyntaxError('a path begins with $');
    const parts = [];
    let rest = path.slice(1);
    while (rest !== '') {
        const match = /^(?:\.([A-Za-z_][\w-]*)|\[(\d{1,6})\]|\['([^']*)'\]|\["([^"]*)"\])/.exec(rest);
        if (match === null)
            throw new SyntaxError("accepted: $, .name, [0], ['name'], such as $.items[0].id");
        const [whole, name, index, single, double] = match;
        parts.push(index === undefined ? (name ?? single ?? double ?? '') : Number(index));
        rest = rest.slice(whole.length);
    }
    return parts;
}
/** Why a text is no path; null when it is one. */
function jsonPathProblem(path) {
    try {
        parseJsonPath(path);
        return null;
    }
    catch (error) {
        return error instanceof SyntaxError ? error.message : 'cannot be read';
    }
}
/** The value at a place; undefined when there is none. */
function atJsonPath(value, path) {
    let current = value;
    for (const part of parseJsonPath(path)) {
        if (current === null || typeof current !== 'object')
            return undefined;
        if (Object.hasOwn(current, part))
            current = current[part];
        else
            return undefined;
    }
    return current;
}


/***/ }),

/***/ 26981:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LH: () => (/* binding */ troubleOf),
/* harmony export */   Ms: () => (/* binding */ isNews),
/* harmony export */   Qq: () => (/* binding */ incidentKey),
/* harmony export */   TN: () => (/* binding */ keyOf),
/* harmony export */   cT: () => (/* binding */ missed),
/* harmony export */   gO: () => (/* binding */ severities),
/* harmony export */   gd: () => (/* binding */ newsKind),
/* harmony export */   hQ: () => (/* binding */ severityOfOutcome),
/* harmony export */   jN: () => (/* binding */ newsKinds),
/* harmony export */   r8: () => (/* binding */ isRoutine),
/* harmony export */   xJ: () => (/* binding */ severityOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _subject_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34512);


/** What a run is to those who are told of it: of which kind, how grave, and whether it is the same as before. */
const severities = ['info', 'warning', 'critical'];
/** What news is about, in the words of the environment file. */
const newsKinds = [
    'backup',
    'proof',
    'restore',
    'retention',
    'replication',
    'repair',
    'deployment',
    'validation',
    'drill',
    'watch',
    'runbook',
];
const kindOf = {
    backup: 'backup',
    'verify-restore': 'proof',
    restore: 'restore',
    retention: 'retention',
    replicate: 'replication',
    repair: 'repair',
    'deploy-env': 'deployment',
    gate: 'deployment',
    validate: 'validation',
    drill: 'drill',
    status: 'watch',
    runbook: 'runbook',
};
/** Null for what only answers a question: plans, lists, checks of stores and pull requests are nobody's trouble. */
function newsKind(operation) {
    return kindOf[operation] ?? null;
}
/**
 * Whether a run is news to anybody. A runbook's run that was not begun is read at once by whoever started it; and one that
 * waits for a person has no trouble of its own, as long as nothing has failed and the time is not over.
 */
function isNews(report) {
    if (report.operation !== 'runbook')
        return true;
    if (report.incident === undefined)
        return false;
    return report.waitsFor === undefined || hasFailed(report);
}
function hasFailed(report) {
    return (report.verdict === 'failed' ||
        missed(report).length > 0 ||
        report.checks.some(({ status }) => status === 'failed'));
}
/** Kinds of which several troubles may be open at once, each with its own end. */
const sideBySide = ['drill', 'runbook'];
/**
 * What news of one trouble have in common, from its beginning to its end. Most kinds have one line of troubles, which a pager
 * shows as one incident: its end is told when nothing of it is open any more. Of others each is told by itself.
 * @param parts what is in trouble, in the words of a run's subject
 */
function keyOf(environment, kind, parts) {
    const apart = sideBySide.includes(kind) ? parts : parts.filter((part) => part === _subject_js__WEBPACK_IMPORTED_MODULE_1__/* .gatePart */ .Fx);
    const which = apart.filter((part) => part !== '');
    return `lifeboat/${environment}/${kind}${which.length === 0 ? '' : `/${which.join('+')}`}`;
}
/** `INC-007/2026-11-21T10:15:00.000Z` */
function incidentKey({ id, beganAt, }) {
    return `${id}/${new Date(beganAt).toISOString()}`;
}
/** What is asked before each deployment is news only when it is not as it should be: the deployment itself is told. */
function isRoutine(operation) {
    return operation === 'gate';
}
/** Kinds whose failure takes away recovery or service; the others can wait for the morning. */
const graveKinds = ['backup', 'proof', 'restore', 'deployment', 'watch'];
/** Failures that whoever started the run reads at once, and mends by typing again. */
const ownMistakes = {
    restore: ['config', 'refused'],
    deployment: ['config'],
};
/** How grave a run is. @param rules of the environment file; the first that fits says it */
function severityOf(report, kind, rules) {
    const { verdict, failure } = report;
    return severityOfOutcome({ verdict, failure: failure?.kind ?? null, missed: missed(report) }, kind, rules);
}
function severityOfOutcome({ verdict, failure, missed }, kind, rules = []) {
    if (verdict === 'passed' && missed.length === 0)
        return 'info';
    const rule = rules.find(({ kinds, verdicts, failures, objectives }) => (kinds?.includes(kind) ?? true) &&
        (verdicts?.some((one) => one === verdict) ?? true) &&
        (failures?.some((one) => one === failure) ?? true) &&
        (objectives?.some((one) => missed.includes(one)) ?? true));
    if (rule !== undefined)
        return rule.severity;
    if (verdict !== 'failed')
        return 'warning';
    if (failure !== null && ownMistakes[kind]?.includes(failure) === true)
        return 'info';
    // A closed gate keeps a release back, and others wait for that too; what runs goes on running.
    if (failure === 'refused' && kind === 'deployment')
        return 'warning';
    return graveKinds.includes(kind) ? 'critical' : 'warning';
}
function missed({ objectives }) {
    return [...new Set(objectives.filter(({ met }) => met === false).map(({ name }) => name))];
}
/**
 * What is wrong, as a digest that is the same as long as the same is wrong: outcome, missed objectives, the checks that
 * fell short and the stores without a copy. Null when all is well. It tells nobody what the checks are called.
 */
function troubleOf(report) {
    const objectives = missed(report);
    if (report.verdict === 'passed' && objectives.length === 0)
        return null;
    const wrong = [
        report.verdict,
        report.failure?.kind ?? '',
        ...objectives,
        ...report.checks
            .filter(({ status }) => status === 'failed' || status === 'degraded')
            .map(({ rung, name, status }) => `${rung} ${name} ${status}`)
            .sort(),
        ...report.copies
            .filter(({ status }) => status !== 'complete')
            .map(({ store, status }) => `${store} ${status}`)
            .sort(),
    ];
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(wrong.join('\n')).digest('hex').slice(0, 16);
}


/***/ }),

/***/ 42022:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ patternProblem),
/* harmony export */   E: () => (/* binding */ compilePattern)
/* harmony export */ });
/** Larger patterns are refused, and longer texts cut: together they bound the time that a search can take. */
const largestProgram = 1_000;
const longestText = 262_144;
/** @throws SyntaxError when it is no pattern, or too large */
function compilePattern(source) {
    const node = parse(source);
    const program = [];
    emit({ type: 'group', inner: node, first: false }, program);
    program.push({ type: 'match' });
    const hasGroup = program.some((each) => each.type === 'save' && each.slot === 2);
    return { find: (text) => search(program, text.slice(0, longestText), hasGroup) };
}
/** Why a text is no pattern; null when it is one. */
function patternProblem(source) {
    try {
        compilePattern(source);
        return null;
    }
    catch (error) {
        return error instanceof SyntaxError ? error.message : 'cannot be read';
    }
}
function parse(source) {
    let at = 0;
    let hasFirst = false;
    const wrong = (what) => new SyntaxError(`${what} at character ${at + 1} of the pattern`);
    const choice = (depth) => {
        if (depth > 20)
            throw wrong('groups are nested too deeply');
        const options = [sequence(depth)];
        while (source[at] === '|') {
            at += 1;
            options.push(sequence(depth));
        }
        return options.length === 1 && options[0] !== undefined ? options[0] : { type: 'choice', options };
    };
    const sequence = (depth) => {
        const items = [];
        while (at < source.length && source[at] !== '|' && source[at] !== ')')
            items.push(repeated(atom(depth)));
        return { type: 'sequence', items };
    };
    const atom = (depth) => {
        const character = source[at] ?? '';
        at += 1;
        if (character === '^')
            return { type: 'start' };
        if (character === '$')
            return { type: 'end' };
        if (character === '.')
            return { type: 'char', test: (code) => code !== 10 };
        if (character === '[')
            return { type: 'char', test: set() };
        if (character === '\\')
            return { type: 'char', test: escape() };
        if (character === '(') {
            const isPlain = source.startsWith('?:', at);
            if (isPlain)
                at += 2;
            else if (source[at] === '?')
                throw wrong('only the groups ( ) and (?: ) are accepted');
            const first = !isPlain && !hasFirst;
            if (first)
                hasFirst = true;
            const inner = choice(depth + 1);
            if (source[at] !== ')')
                throw wrong('a group does not end');
            at += 1;
            return { type: 'group', inner, first };
        }
        if ('*+?'.includes(character))
            throw wrong('nothing stands before the repetition');
        return { type: 'char', test: equals(character.charCodeAt(0)) };
    };
    const repeated = (inner) => {
        const match = /^(?:([*+?])|\{(\d{1,3})(?:(,)(\d{1,3})?)?\})(\?)?/.exec(source.slice(at, at + 12));
        if (match === null)
            return inner;
        at += match[0].length;
        const [, sign, low, comma, high, lazy] = match;
        if (/^(?:[*+]|\{\d)/.test(source.slice(at, at + 2)))
            throw wrong('two repetitions follow each other');
        const least = sign === undefined ? Number(low) : sign === '+' ? 1 : 0;
        const most = sign === undefined
            ? high === undefined
                ? comma === undefined
                    ? least
                    : null
                : Number(high)
            : sign === '?'
                ? 1
                : null;
        if (most !== null && most < least)
            throw wrong('the repetition ends before it begins');
        return { type: 'repeat', inner, least, most, lazy: lazy !== undefined };
    };
    const escape = () => {
        const character = source[at];
        if (character === undefined)
            throw wrong('the pattern ends in a backslash');
        at += 1;
        const known = classes[character];
        if (known !== undefined)
            return known;
        const control = { n: 10, t: 9, r: 13 }[character];
        if (control !== undefined)
            return equals(control);
        if (/[A-Za-z0-9]/.test(character))
            throw wrong(`the escape \\${character} is not accepted`);
        return equals(character.charCodeAt(0));
    };
    const set = () => {
        const isNegated = source[at] === '^';
        if (isNegated)
            at += 1;
        const tests = [];
        for (let first = true; source[at] !== ']' || first; first = false) {
            if (at >= source.length)
                throw wrong('a set of characters does not end');
            const from = member();
            const isRange = source[at] === '-' && source[at + 1] !== ']' && source[at + 1] !== undefined;
            if (!isRange || from.code === null) {
                tests.push(from.test);
                continue;
            }
            at += 1;
            const to = member();
            const low = from.code;
            const high = to.code;
            if (high === null || high < low)
                throw wrong('a range of characters ends before it begins');
            tests.push((code) => code >= low && code <= high);
        }
        at += 1;
        return (code) => tests.some((test) => test(code)) !== isNegated;
    };
    const member = () => {
        const character = source[at] ?? '';
        at += 1;
        if (character !== '\\')
            return { test: equals(character.charCodeAt(0)), code: character.charCodeAt(0) };
        const next = source[at] ?? '';
        const test = escape();
        const code = next in classes ? null : ({ n: 10, t: 9, r: 13 }[next] ?? next.charCodeAt(0));
        return { test, code };
    };
    const whole = choice(0);
    if (at < source.length)
        throw wrong('a ) stands without its (');
    return whole;
}
const equals = (wanted) => (code) => code === wanted;
const isDigit = (code) => code >= 48 && code <= 57;
const isWord = (code) => isDigit(code) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 95;
const isSpace = (code) => code === 32 || (code >= 9 && code <= 13) || code === 160;
const not = (test) => (code) => !test(code);
const classes = {
    d: isDigit,
    D: not(isDigit),
    w: isWord,
    W: not(isWord),
    s: isSpace,
    S: not(isSpace),
};
function emit(node, program) {
    if (program.length > largestProgram)
        throw new SyntaxError('the pattern is too large');
    if (node.type === 'char' || node.type === 'start' || node.type === 'end') {
        program.push(node);
    }
    else if (node.type === 'sequence') {
        for (const item of node.items)
            emit(item, program);
    }
    else if (node.type === 'group') {
        // Slots 0 and 1 hold the place as a whole; the outermost group is written with them.
        const slot = node.first ? 2 : program.length === 0 ? 0 : null;
        if (slot !== null)
            program.push({ type: 'save', slot });
        emit(node.inner, program);
        if (slot !== null)
            program.push({ type: 'save', slot: slot + 1 });
    }
    else if (node.type === 'choice') {
        const ends = [];
        for (const [index, option] of node.options.entries()) {
            if (index === node.options.length - 1) {
                emit(option, program);
                break;
            }
            const split = { type: 'split', first: program.length + 1, second: 0 };
            program.push(split);
            emit(option, program);
            const end = { type: 'jump', to: 0 };
            program.push(end);
            ends.push(end);
            split.second = program.length;
        }
        for (const end of ends)
            end.to = program.length;
    }
    else
        emitRepeat(node, program);
}
function emitRepeat({ inner, least, most, lazy }, program) {
    const split = () => {
        const made = { type: 'split', first: 0, second: 0 };
        program.push(made);
        return made;
    };
    const lead = (made, into, past) => {
        made.first = lazy ? past : into;
        made.second = lazy ? into : past;
    };
    for (let count = 0; count < least; count += 1)
        emit(inner, program);
    if (most === null) {
        const start = program.length;
        const again = split();
        emit(inner, program);
        program.push({ type: 'jump', to: start });
        lead(again, start + 1, program.length);
        return;
    }
    const skips = [];
    for (let count = least; count < most; count += 1) {
        const skip = split();
        skips.push([skip, program.length]);
        emit(inner, program);
    }
    for (const [skip, into] of skips)
        lead(skip, into, program.length);
}
/** All ways through the pattern at once, in the order of preference; each instruction is entered once per character. */
function search(program, text, hasGroup) {
    let current = [];
    let best = null;
    for (let position = 0; position <= text.length; position += 1) {
        const seen = new Set();
        const entered = [];
        for (const thread of current)
            enter(thread, position, seen, entered);
        if (best === null)
            enter({ at: 0, saved: [] }, position, seen, entered);
        if (entered.length === 0 && best !== null)
            break;
        const next = [];
        for (const { at, saved } of entered) {
            const instruction = program[at];
            if (instruction?.type === 'match') {
                best = saved;
                break; // Those that follow are liked less.
            }
            if (instruction?.type === 'char' &&
                position < text.length &&
                instruction.test(text.charCodeAt(position))) {
                next.push({ at: at + 1, saved });
            }
        }
        current = next;
    }
    if (best === null)
        return null;
    const [start, end] = hasGroup ? [best[2], best[3]] : [best[0], best[1]];
    return start === undefined || end === undefined ? null : text.slice(start, end);
    function enter(thread, position, seen, entered) {
        const pending = [thread];
        for (let one = pending.pop(); one !== undefined; one = pending.pop()) {
            const { at, saved } = one;
            if (seen.has(at))
                continue;
            seen.add(at);
            const instruction = program[at];
            if (instruction?.type === 'jump')
                pending.push({ at: instruction.to, saved });
            else if (instruction?.type === 'split') {
                pending.push({ at: instruction.second, saved }, { at: instruction.first, saved });
            }
            else if (instruction?.type === 'save') {
                const copy = [...saved];
                copy[instruction.slot] = position;
                pending.push({ at: at + 1, saved: copy });
            }
            else if (instruction?.type === 'start') {
                if (position === 0)
                    pending.push({ at: at + 1, saved });
            }
            else if (instruction?.type === 'end') {
                if (position === text.length)
                    pending.push({ at: at + 1, saved });
            }
            else
                entered.push(one);
        }
    }
}


/***/ }),

/***/ 63421:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cr: () => (/* binding */ forThePublic),
/* harmony export */   Fw: () => (/* binding */ withoutNames),
/* harmony export */   QU: () => (/* binding */ maskSecrets),
/* harmony export */   eo: () => (/* binding */ secretForms),
/* harmony export */   lr: () => (/* binding */ mayBeSecret),
/* harmony export */   qD: () => (/* binding */ reduceServerError)
/* harmony export */ });
/** Keeps secrets and data out of whatever people may read. */
/** Replaces every occurrence of the given secrets; short ones (under 4 characters) would only garble text and are left. */
function maskSecrets(text, secrets) {
    let masked = text;
    // The longest first: a secret that begins with another one would keep its end otherwise.
    for (const secret of [...secrets].sort((a, b) => b.length - a.length)) {
        if (secret.length >= 4)
            masked = masked.replaceAll(secret, '***');
    }
    return masked;
}
/**
 * Whether what a service answered may be a secret, and is to be hidden wherever it turns up. A short value, a word, a
 * number or a date is none that could be kept, and hiding it would garble everything else that is said.
 */
function mayBeSecret(value) {
    return value.length >= 8 && !/^(?:[A-Za-z]{1,15}|-?\d{1,9}(?:\.\d{1,9})?|\d{4}-\d\d-\d\d)$/.test(value);
}
/** The forms in which a secret could turn up in a log: itself, its lines, percent-encoded, inside JSON, base64. */
function secretForms(secret) {
    const forms = new Set([
        secret,
        ...secret.split(/\r?\n/),
        encodeURIComponent(secret.toWellFormed()),
        JSON.stringify(secret).slice(1, -1),
        Buffer.from(secret).toString('base64'),
    ]);
    return [...forms].filter((form) => form.length >= 4);
}
/**
 * What a database server's error may say in a log: SQLSTATE, severity and position. Its message, DETAIL, HINT, CONTEXT
 * and WHERE can carry row values, so they are dropped; names of objects are returned apart.
 */
function reduceServerError(error) {
    const line = /\bline (\d+)\b/.exec(error.where ?? '')?.[1];
    const subjects = [];
    if (error.table !== undefined)
        subjects.push([error.schema, error.table, error.column].filter((part) => part !== undefined).join('.'));
    if (error.constraint !== undefined)
        subjects.push(error.constraint);
    const state = /^[0-9A-Z]{5}$/.test(error.code ?? '') ? error.code : 'unknown';
    return { text: `SQLSTATE ${state}${line === undefined ? '' : `, line ${line}`}`, subjects };
}
/**
 * A report that anybody may read. What a bug says of itself could quote anything, a row too, so it says only that it is
 * one. Names that came from data are the renderings' business.
 */
function forThePublic(report) {
    if (report.failure?.kind !== 'bug')
        return report;
    const message = 'something unexpected happened inside Lifeboat; the JSON report of the run says more';
    return { ...report, failure: { ...report.failure, message } };
}
/** A report without any name that came from data; how many there were is still said. */
function withoutNames(report) {
    const named = (subjects) => subjects.map(() => '(name hidden)');
    return {
        ...report,
        failure: report.failure === null ? null : { ...report.failure, subjects: named(report.failure.subjects) },
        checks: report.checks.map((check) => ({ ...check, subjects: named(check.subjects) })),
        notices: report.notices.map((notice) => ({ ...notice, subjects: named(notice.subjects) })),
        tables: report.tables.map((table) => ({ ...table, name: '(name hidden)' })),
        ...(report.restored === undefined ? {} : { restored: unnamed(report.restored) }),
    };
}
/** A schema that rows were restored into bears the name of theirs. */
function unnamed(restored) {
    return {
        ...restored,
        places: restored.places.map((place) => place.schema === undefined ? place : { ...place, schema: '(name hidden)' }),
    };
}


/***/ }),

/***/ 49012:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ failedReport),
/* harmony export */   x: () => (/* binding */ reportFailure)
/* harmony export */ });
/** A failure as reports tell it. */
function reportFailure({ kind, message, hint, subjects }) {
    return { kind, message, hint: hint ?? null, subjects };
}
/** The report of a run that failed before its operation could write one. */
function failedReport(about, failure) {
    return {
        format: 1,
        verdict: 'failed',
        failure: reportFailure(failure),
        backupId: null,
        ...about,
        objectives: [],
        checks: [],
        timeline: [],
        facts: [],
        tables: [],
        copies: [],
        notices: [],
        next: failure.hint === undefined ? [] : [failure.hint],
    };
}


/***/ }),

/***/ 60884:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SE: () => (/* binding */ stepSchema),
/* harmony export */   SU: () => (/* binding */ incidentIdPattern),
/* harmony export */   qq: () => (/* binding */ runbookSchema)
/* harmony export */ });
/* unused harmony export severities */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92857);
/* harmony import */ var _environment_fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54533);
/* harmony import */ var _environment_wording_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1642);



/**
 * A runbook: the typed procedure for one incident. Written by hand under `runbooks/`; docs/guides/runbooks.md explains it,
 * and the JSON Schema for editors is generated from here.
 */
const stepIdForm = 'lower-case letters, digits and hyphens, beginning with a letter, at most 40';
const stepId = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
    .regex(/^[a-z][a-z0-9-]{0,39}$/, { error: `accepted: ${stepIdForm}` })
    .register(_environment_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .wordings */ .M3, { type: 'id of a step', accepted: stepIdForm });
const incidentForm = 'letters, digits and hyphens, such as INC-001, at most 40';
const incidentIdPattern = /^[A-Za-z][A-Za-z0-9-]{0,39}$/;
const incidentId = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
    .regex(incidentIdPattern, { error: `accepted: ${incidentForm}` })
    .register(_environment_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .wordings */ .M3, { type: 'id of an incident', accepted: incidentForm });
/** What every step may have. */
const anyStep = {
    id: stepId.describe('Names the step in records and on the command line.'),
    title: _environment_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .plainText */ .wh.describe('What it does, in a few words.'),
    expect: _environment_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0
        .optional()
        .describe('How long it is expected to take: a simulation adds these up against the RTO.'),
    'on-failure': zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['stop', 'go-on'])
        .default('stop')
        .describe('What a failure means: the run stops there and can be resumed, or goes on and ends degraded.'),
};
const operationStep = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    type: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('operation').describe('A verb of Lifeboat.'),
    ...anyStep,
    verb: _environment_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .plainText */ .wh.describe('The verb, as on the command line: restore, validate, backup…'),
    with: zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(), zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY()]))
        .register(_environment_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .wordings */ .M3, { type: 'mapping', accepted: 'a mapping of inputs to text, numbers, true or false' })
        .prefault({})
        .transform((given) => new Map(Object.entries(given).map(([name, value]) => [name, String(value)])))
        .describe('Its inputs. The environment, the keys, reason and confirmation come from the run.'),
    ask: zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), _environment_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .plainText */ .wh)
        .register(_environment_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .wordings */ .M3, {
        type: 'mapping',
        accepted: 'a mapping of inputs to the questions that ask for them',
    })
        .prefault({})
        .transform((given) => new Map(Object.entries(given)))
        .describe('Inputs that a person gives in the hour of need, each with the question that asks for it.'),
});
const commandStep = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    type: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('command').describe('A program of your own.'),
    ...anyStep,
    run: _environment_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .argv */ .vU.describe('The program and its arguments. No shell reads them.'),
    variables: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(_environment_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .plainText */ .wh)
        .default([])
        .describe('Variables of the job that the program is given, besides LIFEBOAT_ENVIRONMENT and PATH.'),
    timeout: _environment_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0.prefault('10m').describe('How long it may take.'),
    again: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['ask', 'safe'])
        .default('ask')
        .describe('Whether it may simply be run again when nobody knows how far it came (the run was killed, or its time or a signal ended it), or a person is asked first.'),
});
const httpStep = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    type: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('http').describe('A question to a URL.'),
    ...anyStep,
    url: _environment_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .template */ .vs.describe('The URL that is asked.'),
    status: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().min(100).max(599).default(200).describe('The HTTP status that is good.'),
    attempts: _environment_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .positiveInteger */ .Cq.max(1_000).default(1).describe('How often it is asked at most.'),
    interval: _environment_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0.prefault('5s').describe('Time between two attempts.'),
    timeout: _environment_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0.prefault('10s').describe('How long one attempt may take.'),
});
const waitStep = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    type: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('wait').describe('A pause.'),
    ...anyStep,
    for: _environment_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0.describe('How long.'),
});
const decisionStep = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    type: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('decision').describe('A question to a person, whose answer says how to go on.'),
    ...anyStep,
    question: _environment_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .plainText */ .wh.describe('What is asked.'),
    answers: zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().regex(/^[a-z][a-z0-9-]{0,39}$/, { error: 'accepted: a word in lower case' }), zod__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('next'), zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('end'), stepId]))
        .refine((answers) => Object.keys(answers).length >= 2, { error: 'accepted: two answers or more' })
        .register(_environment_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .wordings */ .M3, {
        type: 'mapping',
        accepted: 'two answers or more, each with next, end or the id of a later step',
    })
        .transform((answers) => new Map(Object.entries(answers)))
        .describe('Per answer: a later step, `next`, or `end` for the verification. A simulation takes the first.'),
});
const manualStep = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    type: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('manual').describe('Something that only a person can do.'),
    ...anyStep,
    do: _environment_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .plainText */ .wh.describe('What is asked of the person.'),
});
const failoverStep = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    type: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('failover').describe('A replica of PostgreSQL takes the place of its primary.'),
    ...anyStep,
    primary: _environment_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .template */ .vs.describe('Connection URL of the primary, to make sure that it is gone.'),
    replica: _environment_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .template */ .vs.describe('Connection URL of the replica, as a role that may promote.'),
    fence: _environment_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .argv */ .vU
        .optional()
        .describe('A program that makes sure that the primary cannot come back: stops its machine, takes its address. Without one a primary that is merely out of our sight is refused.'),
    'max-loss': _environment_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0
        .prefault('1m')
        .describe('How old the newest change on the replica may be; an older one is refused.'),
    timeout: _environment_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0.prefault('2m').describe('How long the promotion may take.'),
});
const stepSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .discriminatedUnion */ .gMt('type', [
    operationStep,
    commandStep,
    httpStep,
    waitStep,
    decisionStep,
    manualStep,
    failoverStep,
]);
const severities = ['critical', 'high', 'medium', 'low'];
const runbookSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    version: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz(1).default(1).describe('Version of this format.'),
    incident: incidentId.describe('Id of the incident, such as INC-001.'),
    title: _environment_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .plainText */ .wh.describe('The incident, in a few words.'),
    severity: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(severities).describe('How bad it is.'),
    rto: _environment_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0.describe('How long the recovery may take, from its beginning to the end of the verification.'),
    detection: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(_environment_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .plainText */ .wh).min(1).describe('How it shows.'),
    drill: zod__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([_environment_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .plainText */ .wh, zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ none: _environment_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .plainText */ .wh.describe('Why no drill rehearses it.') })])
        .register(_environment_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .wordings */ .M3, {
        type: 'scenario',
        accepted: 'the name of a drill scenario, or { none: the reason why there is none }',
    })
        .describe('The drill that proves it: a runbook whose drill is stale or failed is shown as unproven.'),
    steps: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(stepSchema).min(1).describe('What is done, in order.'),
    verification: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(stepSchema)
        .min(1)
        .describe('How it is made sure that the incident is over. Always done last.'),
    escalation: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
        after: _environment_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0.describe('How long after the beginning.'),
        who: _environment_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .plainText */ .wh.describe('Who is told.'),
        channel: _environment_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .plainText */ .wh.describe('Name of a channel under `notifications:` of the environment file.'),
    }))
        .default([])
        .describe('Who else is told when it takes longer. The run does it by itself.'),
    communication: zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
        begin: _environment_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .plainText */ .wh.optional().describe('Told when it begins.'),
        late: _environment_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .plainText */ .wh.optional().describe('Told when the RTO has passed.'),
        end: _environment_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .plainText */ .wh.optional().describe('Told when it is over.'),
    })
        .prefault({})
        .describe('Texts for customers and colleagues; {environment}, {incident} and {minutes} are filled in.'),
})
    .describe('A Lifeboat runbook: what is done in an incident, step by step.');


/***/ }),

/***/ 37920:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ parseCron)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);

const cronForm = 'five fields: minute (0-59), hour (0-23), day of month (1-31), month (1-12 or JAN-DEC), day of week (0-6 or SUN-SAT); each *, a value, a range a-b, a list a,b or a step */n';
const monthNames = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const weekdayNames = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
const minuteField = { name: 'minute', low: 0, high: 59, names: [] };
const hourField = { name: 'hour', low: 0, high: 23, names: [] };
const dayField = { name: 'day of month', low: 1, high: 31, names: [] };
const monthField = { name: 'month', low: 1, high: 12, names: monthNames };
const weekdayField = { name: 'day of week', low: 0, high: 6, names: weekdayNames };
/** @throws Failure `config` that names the wrong field; `@daily` and six fields are not accepted, as GitHub refuses them */
function parseCron(text) {
    const fields = text.trim().split(/\s+/);
    const [minutes, hours, days, months, weekdays, ...rest] = fields;
    if (minutes === undefined ||
        hours === undefined ||
        days === undefined ||
        months === undefined ||
        weekdays === undefined ||
        rest.length > 0) {
        const problem = text.trim() === ''
            ? 'it is empty'
            : `it has ${fields.length} ${fields.length === 1 ? 'field' : 'fields'}`;
        throw notCron(text, problem);
    }
    return {
        text: fields.join(' '),
        minutes: parseField(minutes, minuteField, text),
        hours: parseField(hours, hourField, text),
        days: parseField(days, dayField, text),
        months: parseField(months, monthField, text),
        weekdays: parseField(weekdays, weekdayField, text),
        anyDay: days.startsWith('*'),
        anyWeekday: weekdays.startsWith('*'),
    };
}
function parseField(text, field, line) {
    const values = new Set();
    for (const part of text.split(',')) {
        const match = /^(?:\*|([A-Za-z0-9]+)(?:-([A-Za-z0-9]+))?)(?:\/(\d{1,3}))?$/.exec(part);
        const wrong = () => notCron(line, `${JSON.stringify(part)} is no ${field.name}`);
        if (!match)
            throw wrong();
        const [, from, to, step] = match;
        const low = from === undefined ? field.low : valueOf(from, field);
        // `5/15` means from 5 on, every 15; `5` alone means 5.
        const fallback = from === undefined || step !== undefined ? field.high : low;
        const high = to === undefined ? fallback : valueOf(to, field);
        const every = step === undefined ? 1 : Number(step);
        if (low === null || high === null || low > high || every < 1)
            throw wrong();
        for (let value = low; value <= high; value += every)
            values.add(value);
    }
    return values;
}
function valueOf(text, field) {
    const named = field.names.indexOf(text.toUpperCase());
    if (named >= 0)
        return named + field.low;
    if (!/^\d{1,2}$/.test(text))
        return null;
    const value = Number(text);
    return value >= field.low && value <= field.high ? value : null;
}
function notCron(text, problem) {
    return new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('config', `${JSON.stringify(text.slice(0, 80))} is no cron line: ${problem}`, {
        hint: `Accepted: ${cronForm}. Times are UTC.`,
    });
}


/***/ }),

/***/ 21002:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ storeRoles)
/* harmony export */ });
/**
 * Whose credentials a store is opened with: those who put backups, who read them, who do both (to restore, with a backup
 * of the present state first, and to replicate), and who remove what has expired.
 */
const storeRoles = ['writer', 'reader', 'restorer', 'keeper'];


/***/ }),

/***/ 34512:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Eg: () => (/* binding */ troubledParts),
/* harmony export */   Fx: () => (/* binding */ gatePart),
/* harmony export */   Gd: () => (/* binding */ isSameTrouble),
/* harmony export */   gA: () => (/* binding */ wholeKind),
/* harmony export */   iz: () => (/* binding */ leftAfter),
/* harmony export */   tb: () => (/* binding */ subjectWord)
/* harmony export */ });
/* harmony import */ var _backup_id_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82180);

/** Of kinds in which each run follows another about the same. */
const wholeKind = { tried: [], troubled: [], answers: 'all' };
/** The gate is asked before each deployment; that it is open says nothing of one that has failed. */
const gatePart = 'gate';
/** A word that a subject is made of: names and versions, with no sign in it that could be markup or end a comment. */
function subjectWord(text) {
    return text.replaceAll(/[^A-Za-z0-9._:/ +-]/g, '_').slice(0, 100);
}
/** What of it is in trouble; the empty word for a trouble of nothing in particular, which any good run ends. */
function troubledParts({ troubled }) {
    return troubled.length === 0 ? [''] : troubled;
}
/** What a run, well or not, leaves of what was in trouble before it. */
function leftAfter(parts, { tried, troubled, answers }, isWell) {
    if (isWell && answers === 'all')
        return [];
    // What fell short without a word for it may be any of it.
    if (!isWell && troubled.length === 0)
        return parts;
    const well = tried.filter((part) => isWell || !troubled.includes(part));
    return parts.filter((part) => {
        if (part === '')
            return !isWell;
        return !well.some((one) => one === part || (answers === 'older' && (0,_backup_id_js__WEBPACK_IMPORTED_MODULE_0__/* .answersFor */ .ze)(one, part)));
    });
}
/** Whether two runs are in trouble with the same things. */
function isSameTrouble(one, other) {
    const parts = troubledParts(other);
    return (troubledParts(one).length === parts.length && troubledParts(one).every((part) => parts.includes(part)));
}


/***/ }),

/***/ 96087:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CE: () => (/* binding */ formatRate),
/* harmony export */   DB: () => (/* binding */ parseSize),
/* harmony export */   E9: () => (/* binding */ parseDuration),
/* harmony export */   _$: () => (/* binding */ sizeForm),
/* harmony export */   a3: () => (/* binding */ formatDuration),
/* harmony export */   hS: () => (/* binding */ counted),
/* harmony export */   rk: () => (/* binding */ durationForm),
/* harmony export */   z3: () => (/* binding */ formatBytes),
/* harmony export */   zD: () => (/* binding */ grouped)
/* harmony export */ });
/** Durations and sizes: parsed where text comes in, carried as numbers with a unit in their type. */
const durationUnits = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };
const sizeUnits = {
    B: 1,
    KB: 1e3,
    MB: 1e6,
    GB: 1e9,
    TB: 1e12,
    KiB: 1024,
    MiB: 1024 ** 2,
    GiB: 1024 ** 3,
    TiB: 1024 ** 4,
};
/** What a duration may look like, for error messages. */
const durationForm = 'a number with a unit, such as 90s, 15m, 6h or 30d';
/** What a size may look like, for error messages. */
const sizeForm = 'a number with a unit, such as 512KiB, 8MiB or 2GB';
/** `15m` → 900000. Several parts may follow each other: `1h30m`. Resolves null when the text is no duration. */
function parseDuration(text) {
    if (!/^(\d+(\.\d+)?(ms|s|m|h|d|w))+$/.test(text))
        return null;
    let total = 0;
    for (const [, amount, unit] of text.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h|d|w)/g)) {
        total += Number(amount) * durationUnits[unit];
    }
    return Number.isSafeInteger(Math.round(total)) ? Math.round(total) : null;
}
/** `8MiB` → 8388608. Null when the text is no size. */
function parseSize(text) {
    const match = /^(\d+(?:\.\d+)?) ?(B|[KMGT]i?B)$/.exec(text);
    if (!match)
        return null;
    const bytes = Math.round(Number(match[1]) * sizeUnits[match[2]]);
    return Number.isSafeInteger(bytes) ? bytes : null;
}
/** For people: `0.4 s`, `12 s`, `3 min 20 s`, `2 h 5 min`, `4 d 3 h`. */
function formatDuration(span) {
    if (span < 0)
        return `−${formatDuration(-span)}`;
    if (span < 9_950)
        return `${(span / 1_000).toFixed(1)} s`;
    const seconds = Math.round(span / 1_000);
    if (seconds < 60)
        return `${seconds} s`;
    if (seconds < 3_600)
        return join(Math.floor(seconds / 60), 'min', seconds % 60, 's');
    const minutes = Math.round(seconds / 60);
    if (minutes < 1_440)
        return join(Math.floor(minutes / 60), 'h', minutes % 60, 'min');
    const hours = Math.round(minutes / 60);
    return join(Math.floor(hours / 24), 'd', hours % 24, 'h');
}
function join(large, largeUnit, small, smallUnit) {
    return small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`;
}
/** For people: `1 check`, `2 checks`; `1 entry`, `2 entries` where the plural is given. */
function counted(count, word, plural = `${word}s`) {
    return `${grouped(count)} ${count === 1 ? word : plural}`;
}
/** For people: `1,234,567`. */
function grouped(count) {
    return String(count).replaceAll(/\B(?=(\d{3})+$)/g, ',');
}
/** For people: `999 B`, `1.5 KiB`, `734 MiB`. */
function formatBytes(size) {
    const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];
    let value = size;
    let unit = 0;
    while (value >= 1023.5 && unit < units.length - 1) {
        value /= 1024;
        unit += 1;
    }
    return `${unit === 0 || value >= 99.5 ? Math.round(value) : value.toFixed(1)} ${units[unit]}`;
}
/** For people: bytes over a span as `120 MiB/s`; an em dash when the span is too short to divide by. */
function formatRate(size, span) {
    return span <= 0 ? '—' : `${formatBytes((size / span) * 1_000)}/s`;
}


/***/ }),

/***/ 75141:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JJ: () => (/* binding */ worse),
/* harmony export */   KL: () => (/* binding */ asksForData),
/* harmony export */   LZ: () => (/* binding */ judgeChecks),
/* harmony export */   W2: () => (/* binding */ rungs),
/* harmony export */   d4: () => (/* binding */ troubles),
/* harmony export */   f0: () => (/* binding */ hasReadData),
/* harmony export */   wc: () => (/* binding */ aspects)
/* harmony export */ });
/** The proof ladder, lowest rung first. Each rung is a named group of checks. */
const rungs = [
    'stored',
    'intact',
    'complete',
    'restorable',
    'equal',
    'sound',
    'fresh',
    'useful',
];
/** Rungs that read restored data. A verification in which none of their checks passed proves nothing. */
const rungsThatReadData = ['equal', 'sound', 'fresh', 'useful'];
/** Groups of checks that are no part of a proof: the six categories of a validation, and one for each other operation. */
const aspects = [
    'environment status',
    'service health',
    'RTO compliance',
    'security boundaries',
    'performance',
    'operational readiness',
    'smoke',
    'gate',
    'deployment',
    'pull request',
    'watch',
    'drill',
    'runbook',
];
/** Checks that did not pass, the gravest first. */
function troubles(checks) {
    const order = ['failed', 'degraded', 'skipped'];
    return order.flatMap((status) => checks.filter((check) => check.status === status));
}
/** The worse of two verdicts. */
function worse(a, b) {
    const order = ['passed', 'degraded', 'failed'];
    return order.indexOf(a) >= order.indexOf(b) ? a : b;
}
/**
 * What the checks of a verification amount to. Failed if one failed, or if nothing that reads restored data passed
 * although the level asked for it; degraded if one is degraded or was skipped, or if the level asked for nothing that
 * reads restored data, since then nothing is proven to come back; passed otherwise.
 * @param level the highest rung that was asked for
 */
function judgeChecks(checks, level) {
    if (checks.some((check) => check.status === 'failed') ||
        checks.every((check) => check.status === 'skipped'))
        return 'failed';
    if (asksForData(level) && !hasReadData(checks))
        return 'failed';
    return !asksForData(level) || checks.some((check) => check.status !== 'passed') ? 'degraded' : 'passed';
}
/** Whether a verification up to this level is to read restored data; else nothing is proven to come back. */
function asksForData(level) {
    return rungs.indexOf(level) >= rungs.indexOf('equal');
}
/** Whether restored data was read, and something was right about it. */
function hasReadData(checks) {
    return checks.some(({ rung, status }) => status === 'passed' && rungsThatReadData.includes(rung));
}


/***/ }),

/***/ 49144:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ systemClock)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);

/** This machine's time. */
const systemClock = {
    now: () => Date.now(),
    ticks: () => performance.now(),
    sleep: async (span, signal) => {
        try {
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(span, undefined, signal === undefined ? {} : { signal });
        }
        catch (thrown) {
            signal?.throwIfAborted();
            throw thrown;
        }
    },
    every: (span, work) => {
        let isAtWork = false;
        const turn = async () => {
            if (isAtWork)
                return;
            isAtWork = true;
            await work().finally(() => {
                isAtWork = false;
            });
        };
        const timer = setInterval(() => void turn(), span).unref();
        return { [Symbol.dispose]: () => clearInterval(timer) };
    },
};


/***/ }),

/***/ 82671:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bt: () => (/* binding */ actionPattern),
/* harmony export */   W6: () => (/* binding */ optionNames),
/* harmony export */   fF: () => (/* binding */ options)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92857);
/* harmony import */ var _domain_environment_schema_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(64226);
/* harmony import */ var _domain_environment_template_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(98018);
/* harmony import */ var _domain_units_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(96087);




/** In the order in which they are asked. */
const optionNames = [
    'environment',
    'database-url-name',
    'store',
    'bucket',
    'region',
    'endpoint',
    'prefix',
    'credentials',
    'path',
    'rpo',
    'rto',
    'backup-every',
    'verify-every',
    'freshness',
    'heartbeat-name',
    'protected',
    'action',
    'action-version',
    'runs-on',
    'default-branch',
    'pull-requests',
];
const isS3 = (given) => given.store === 's3';
const isProduction = (given) => (given.environment ?? '').startsWith('prod');
/** Kept as `true` or `false`, which options of a command say too. */
const yesOrNo = {
    problem: (text) => (truthOf(text) === undefined ? 'yes or no' : null),
    read: (text) => truthOf(text) ?? text,
};
const options = {
    environment: {
        question: 'What is the environment called?',
        otherwise: 'production',
        problem: (text) => _domain_environment_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .nameSchema */ .Jq.safeParse(text).success ? null : 'lower-case letters, digits and inner hyphens',
    },
    'database-url-name': {
        question: 'Which variable holds the database URL? (its name, not its value)',
        otherwise: 'DATABASE_URL',
        problem: variableProblem,
    },
    store: {
        question: 'Where do backups go: s3 (any S3-compatible bucket) or local (a folder on a machine of your own)?',
        otherwise: 's3',
        problem: oneOf('s3', 'local'),
    },
    bucket: {
        question: 'Name of the bucket?',
        otherwise: null,
        problem: (text) => /^[a-zA-Z0-9][a-zA-Z0-9._-]{1,254}$/.test(text)
            ? null
            : 'letters, digits, dots, hyphens and underscores',
        applies: isS3,
    },
    region: {
        question: 'Region of the bucket? (auto for Cloudflare R2)',
        otherwise: 'us-east-1',
        problem: (text) => (/^[a-z0-9-]+$/.test(text) ? null : 'a region such as eu-central-1, or auto'),
        applies: isS3,
    },
    endpoint: {
        question: 'Endpoint URL? (empty for AWS)',
        otherwise: '',
        problem: endpointProblem,
        applies: isS3,
    },
    prefix: {
        question: 'Key prefix inside the bucket? (empty for none)',
        otherwise: '',
        problem: (text) => /^([A-Za-z0-9._-]+(\/[A-Za-z0-9._-]+)*)?$/.test(text) && !/(^|\/)\.{1,2}(\/|$)/.test(text)
            ? null
            : 'letters, digits, dots, hyphens and underscores, parts separated by single slashes',
        applies: isS3,
    },
    credentials: {
        question: 'Credentials for the bucket: keys, or oidc (an AWS role, no stored secret)?',
        otherwise: 'keys',
        problem: oneOf('keys', 'oidc'),
        applies: isS3,
    },
    path: {
        question: 'Which folder?',
        otherwise: null,
        problem: (text) => /^[^\p{Cc}$]+$/u.test(text) ? null : 'a path without control characters and dollar signs',
        applies: (given) => given.store === 'local',
    },
    rpo: {
        question: 'RPO: how much data, in time, may be lost at most?',
        otherwise: (given) => (isProduction(given) ? '6h' : '24h'),
        problem: durationProblem,
    },
    rto: {
        question: 'RTO: how long may a recovery take?',
        otherwise: '1h',
        problem: durationProblem,
    },
    'backup-every': {
        question: 'How often should a backup be made?',
        otherwise: (given) => halfOf(given.rpo),
        problem: durationProblem,
    },
    'verify-every': {
        question: 'How often should a restore test be made?',
        otherwise: '24h',
        problem: durationProblem,
    },
    freshness: {
        question: 'A query for the time of the newest data? (empty: the time of the snapshot counts)',
        otherwise: '',
        problem: (text) => (/[\r\n]/.test(text) ? 'one line' : null),
    },
    'heartbeat-name': {
        question: 'Which variable holds a URL to ping after each good backup and proof? (empty for none)',
        otherwise: '',
        problem: (text) => (text === '' ? null : variableProblem(text)),
    },
    protected: {
        question: 'Is it protected: are unsigned backups and proofs refused? (yes or no)',
        otherwise: (given) => (isProduction(given) ? 'yes' : 'no'),
        ...yesOrNo,
    },
    action: {
        question: 'Which Lifeboat do the workflows use? (owner/lifeboat@<full commit SHA>)',
        otherwise: null,
        problem: (text) => actionPattern.test(text)
            ? null
            : 'owner/repository@ followed by the 40 hex digits of a commit, never a branch or tag',
    },
    'action-version': {
        question: 'Which version is that commit? (stands beside it as a comment)',
        otherwise: 'unreleased',
        problem: (text) => (/^[A-Za-z0-9][A-Za-z0-9.+-]{0,39}$/.test(text) ? null : 'a version such as v0.1.0'),
    },
    'runs-on': {
        question: 'Which runner do the jobs use?',
        otherwise: (given) => (given.store === 'local' ? 'self-hosted' : 'ubuntu-24.04'),
        problem: (text) => (/^[A-Za-z0-9._-]+$/.test(text) ? null : 'the label of a runner'),
    },
    'default-branch': {
        question: 'What is the default branch of the repository?',
        otherwise: 'main',
        problem: (text) => (/^[A-Za-z0-9][A-Za-z0-9._/-]*$/.test(text) ? null : 'the name of a branch'),
    },
    'pull-requests': {
        question: 'Should pull requests be tried on the shape and the rows of the database? (yes or no)',
        otherwise: 'no',
        ...yesOrNo,
    },
};
/** `owner/repository@` and a whole commit. */
const actionPattern = /^([A-Za-z0-9][A-Za-z0-9-]*\/[A-Za-z0-9._-]+)@([0-9a-fA-F]{40})$/;
/** GitHub refuses secrets whose names begin with GITHUB_ or a digit. */
function variableProblem(text) {
    if (!/^[A-Z_][A-Z0-9_]*$/.test(text))
        return 'the name of a variable, such as DATABASE_URL';
    return (0,_domain_environment_template_js__WEBPACK_IMPORTED_MODULE_1__/* .templateProblem */ .M)(`\${${text}}`);
}
function endpointProblem(text) {
    if (text === '')
        return null;
    const url = zod__WEBPACK_IMPORTED_MODULE_3__/* .url */ .OZ5({ protocol: /^https?$/ }).safeParse(text);
    if (!url.success)
        return 'a URL such as https://s3.example.org';
    const { username, password, search } = new URL(text);
    return username + password + search === ''
        ? null
        : 'a URL without credentials and query; it stands in a file that everybody reads';
}
function durationProblem(text) {
    return ((0,_domain_units_js__WEBPACK_IMPORTED_MODULE_2__/* .parseDuration */ .E9)(text) ?? 0) > 0 ? null : _domain_units_js__WEBPACK_IMPORTED_MODULE_2__/* .durationForm */ .rk;
}
function truthOf(text) {
    const word = text.toLowerCase();
    if (['yes', 'y', 'true'].includes(word))
        return 'true';
    return ['no', 'n', 'false'].includes(word) ? 'false' : undefined;
}
function oneOf(...words) {
    return (text) => (words.includes(text) ? null : words.join(' or '));
}
/** Twice as often as the RPO asks: one run may then be late or fail. */
function halfOf(rpo) {
    const half = ((0,_domain_units_js__WEBPACK_IMPORTED_MODULE_2__/* .parseDuration */ .E9)(rpo ?? '') ?? 0) / 2;
    return half >= 3_600_000 && half % 3_600_000 === 0
        ? `${half / 3_600_000}h`
        : `${Math.max(5, Math.floor(half / 60_000))}m`;
}


/***/ }),

/***/ 95290:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $W: () => (/* binding */ config),
/* harmony export */   Ae: () => (/* binding */ path),
/* harmony export */   Ej: () => (/* binding */ size),
/* harmony export */   J$: () => (/* binding */ several),
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   KT: () => (/* binding */ named),
/* harmony export */   Mn: () => (/* binding */ lines),
/* harmony export */   aL: () => (/* binding */ words),
/* harmony export */   cA: () => (/* binding */ environment),
/* harmony export */   dO: () => (/* binding */ sharedInputs),
/* harmony export */   dT: () => (/* binding */ environments),
/* harmony export */   g_: () => (/* binding */ identityInputs),
/* harmony export */   hY: () => (/* binding */ signingInputs),
/* harmony export */   lR: () => (/* binding */ isSeveral),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   pl: () => (/* binding */ onTerminalsOnly),
/* harmony export */   zM: () => (/* binding */ boolean)
/* harmony export */ });
/* unused harmony export secret */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92857);
/* harmony import */ var _domain_environment_schema_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(64226);
/* harmony import */ var _domain_units_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96087);



/** What inputs of several verbs are made of. Every value arrives as text. */
/** A secret is never shown, and must not stand in a command line, where every user of a machine can read it. */
const secret = { secret: true, only: 'action' };
/** GitHub has secrets and schedules in place of these. */
const onTerminalsOnly = { only: 'cli' };
/** On the command line it stands alone, without a value. */
const flag = { flag: true };
/** On the command line, empty is a mistake rather than a way to leave it out: something is written by that name. */
const named = { named: true };
const boolean = zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['true', 'false'], { error: 'accepted: true or false' })
    .default('false')
    .transform((word) => word === 'true');
const duration = withUnit(_domain_units_js__WEBPACK_IMPORTED_MODULE_1__/* .durationForm */ .rk, _domain_units_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDuration */ .E9);
const size = withUnit(_domain_units_js__WEBPACK_IMPORTED_MODULE_1__/* .sizeForm */ ._$, _domain_units_js__WEBPACK_IMPORTED_MODULE_1__/* .parseSize */ .DB);
const path = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().min(1);
const words = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().min(1);
const environment = _domain_environment_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .nameSchema */ .Jq.describe('Name of the environment: its file is `environments/<name>.yml` or `environments/<application>/<name>.yml`.');
const config = path
    .optional()
    .describe('Path of the environment file, when it stands elsewhere than under `environments/`.');
const sharedInputs = {
    environment,
    config,
    reason: words
        .max(500)
        .optional()
        .describe('Why it is run, in a sentence. Kept in the manifest, the proof, the ledger and the report.'),
    'fail-on': zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['failed', 'degraded'])
        .default('failed')
        .describe('The mildest verdict that makes the run fail: `failed`, or `degraded` to be strict.'),
    'github-token': words
        .optional()
        .describe('Token that opens and closes issues. Needs `issues: write`; without it no issue is written.')
        .meta(secret),
};
const signingInputs = {
    'signing-key-file': path
        .optional()
        .describe('Path of the file with the signing key. Or set `LIFEBOAT_SIGNING_KEY` to its text.')
        .meta(onTerminalsOnly),
};
const identityInputs = {
    identity: words
        .optional()
        .describe('age secret key that opens the backups, as text of an identity file. Or set `LIFEBOAT_IDENTITY` in `env:`.')
        .meta(secret),
    'identity-file': path
        .optional()
        .describe('Path of an age identity file. Or set `LIFEBOAT_IDENTITY` to the text of one.'),
};
/** Of inputs that hold several: on the command line each may be given several times, one to a line then. */
const several = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().min(1);
/** Whether an input holds several. */
function isSeveral(schema) {
    if (schema instanceof zod__WEBPACK_IMPORTED_MODULE_2__/* .ZodOptional */ .IiU || schema instanceof zod__WEBPACK_IMPORTED_MODULE_2__/* .ZodDefault */ .XiL || schema instanceof zod__WEBPACK_IMPORTED_MODULE_2__/* .ZodPrefault */ .xgV) {
        return isSeveral(schema.unwrap());
    }
    return schema instanceof zod__WEBPACK_IMPORTED_MODULE_2__/* .ZodPipe */ .utH ? isSeveral(schema.in) : schema === several;
}
/** Several, one per line or separated by semicolons. */
const lines = several.transform((text) => text
    .split(/\r?\n|;/)
    .map((line) => line.trim())
    .filter((line) => line !== ''));
/** Names of environments, however they are separated. */
const environments = several
    .transform((text) => text.split(/[\s,;]+/).filter((name) => name !== ''))
    .pipe(zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(_domain_environment_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .nameSchema */ .Jq).min(1))
    .describe('Names of environments, separated by commas: `dev,staging,production`.');
/** Text with a unit, as the number that it means. */
function withUnit(form, parse) {
    return zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
        .refine((text) => parse(text) !== null, { error: `accepted: ${form}` })
        .transform((text) => parse(text) ?? 0);
}


/***/ }),

/***/ 47381:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cf: () => (/* binding */ actionVerb),
/* harmony export */   ST: () => (/* binding */ sharedOutputs),
/* harmony export */   w3: () => (/* binding */ verb)
/* harmony export */ });
/** The outputs that every action sets, before it fails. */
const sharedOutputs = {
    verdict: '`passed`, `degraded` or `failed`.',
    failure: 'Kind of the failure (`config`, `missing`, `refused`, `access`, `unavailable`, `integrity`, `objective`, `capacity`, `cancelled`, `bug`); empty when there was none.',
    report: "Path of the JSON report in the runner's temporary folder.",
};
/** A verb that is an action too. */
function actionVerb(verb) {
    return verb;
}
/** A verb of the command line alone. */
function verb(description) {
    return { ...description, outputs: {}, action: null };
}


/***/ }),

/***/ 39675:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  P: () => (/* binding */ verbs)
});

// UNUSED EXPORTS: actionVerbs

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./lib/domain/environment/schema.js + 6 modules
var schema = __webpack_require__(64226);
// EXTERNAL MODULE: ./lib/domain/store-role.js
var store_role = __webpack_require__(21002);
// EXTERNAL MODULE: ./lib/domain/verdict.js
var verdict = __webpack_require__(75141);
// EXTERNAL MODULE: ./lib/wiring/input-fields.js
var input_fields = __webpack_require__(95290);
;// CONCATENATED MODULE: ./lib/ports/restoration.js
/** How what is restored and what is in use come to stand to each other. */
const restoreModes = ['side-by-side', 'swap', 'in-place'];

// EXTERNAL MODULE: ./lib/operations/init/options.js
var options = __webpack_require__(82671);
;// CONCATENATED MODULE: ./lib/wiring/inputs.js







const backupInputs = schemas/* object */.Ikc({
    ...input_fields/* sharedInputs */.dO,
    ...input_fields/* signingInputs */.hY,
    label: schema/* labelSchema */.Gx
        .optional()
        .describe('A name for this backup that becomes part of its id, such as `pre-deploy-142`.'),
    class: schemas/* enum */.k5n(['scheduled', 'critical'])
        .default('scheduled')
        .describe('`critical` backups are kept for `retention.critical`, whatever their number.'),
    every: input_fields/* duration */.p0
        .refine((span) => span >= 1_000 && span <= 7 * 86_400_000, { error: 'accepted: from 1s to 7d' })
        .optional()
        .describe('Makes a backup this often, such as `15m`, until it is stopped: for a machine of your own, where it starts on time.')
        .meta(input_fields/* onTerminalsOnly */.pl),
});
const verifyInputs = schemas/* object */.Ikc({
    ...input_fields/* sharedInputs */.dO,
    backup: input_fields/* words */.aL
        .default('latest')
        .describe('A backup id, `latest`, or a date or time: the last backup before it.'),
    level: schemas/* enum */.k5n([...verdict/* rungs */.W2, 'full'])
        .default('full')
        .describe(`How far up the ladder of proof to go: ${verdict/* rungs */.W2.map((rung) => `\`${rung}\``).join(', ')}; \`full\` is all of it.`),
    ...input_fields/* identityInputs */.g_,
    ...input_fields/* signingInputs */.hY,
});
const retentionInputs = schemas/* object */.Ikc({
    ...input_fields/* sharedInputs */.dO,
    ...input_fields/* signingInputs */.hY,
    'dry-run': input_fields/* boolean */.zM
        .describe('Says what would be kept and removed, and by which rule, and changes nothing.')
        .meta(input_fields/* flag */.Jt),
});
const replicateInputs = schemas/* object */.Ikc({
    ...input_fields/* sharedInputs */.dO,
    ...input_fields/* signingInputs */.hY,
    'dry-run': input_fields/* boolean */.zM.describe('Says what would be copied, and changes nothing.').meta(input_fields/* flag */.Jt),
});
const repairInputs = schemas/* object */.Ikc({
    ...input_fields/* sharedInputs */.dO,
    ...input_fields/* signingInputs */.hY,
    backup: input_fields/* words */.aL
        .default('latest')
        .describe('A backup id, `latest`, or a date or time: the last backup before it.'),
    level: schemas/* enum */.k5n(['stored', 'intact'])
        .default('intact')
        .describe('`stored` compares sizes alone; `intact` reads every byte of every copy.'),
    confirm: input_fields/* words */.aL
        .optional()
        .describe('Name of the environment, typed once more; needed with a reason where it is protected.'),
    'dry-run': input_fields/* boolean */.zM.describe('Says what is damaged and would be mended, and changes nothing.').meta(input_fields/* flag */.Jt),
});
const ledgerVerifyInputs = schemas/* object */.Ikc({ environment: input_fields/* environment */.cA, config: input_fields/* config */.$W });
const leaseListInputs = schemas/* object */.Ikc({ environment: input_fields/* environment */.cA, config: input_fields/* config */.$W });
const leaseBreakInputs = schemas/* object */.Ikc({
    environment: input_fields/* environment */.cA,
    config: input_fields/* config */.$W,
    name: input_fields/* words */.aL.describe('Name of the lease, as `lifeboat lease list` prints it.'),
    reason: input_fields/* words */.aL.max(500).describe('Why it may be cleared, in a sentence. Kept in the ledger.'),
    ...input_fields/* signingInputs */.hY,
});
/** `schema.table: where …`, each on a line of its own, since a condition may hold anything else. */
const rowConditions = input_fields/* several */.J$
    .refine((text) => parseRows(text) !== null, {
    error: 'accepted: lines such as shop.orders: where customer_id = 7',
})
    .transform((text) => parseRows(text) ?? []);
function parseRows(text) {
    const parsed = text
        .split(/\r?\n/)
        .filter((line) => line.trim() !== '')
        .map((line) => /^\s*([^:]+\.[^:]+?)\s*:\s*(?:where\s+)?(\S.*?)\s*$/i.exec(line));
    const rows = parsed.flatMap((match) => match?.[1] === undefined || match[2] === undefined ? [] : [{ table: match[1], where: match[2] }]);
    return rows.length === parsed.length ? rows : null;
}
const restoreInputs = schemas/* object */.Ikc({
    ...input_fields/* sharedInputs */.dO,
    backup: input_fields/* words */.aL
        .default('latest')
        .describe('What to restore, read as the first of these that fits: `latest`; `latest-proven`, the newest that a restore test has proven; a backup id; a date or time, the last backup before it; a label, the newest backup that bears it.'),
    mode: schemas/* enum */.k5n(restoreModes)
        .default('side-by-side')
        .describe('`side-by-side` restores into a database beside the one in use; `swap` then exchanges the two by renaming, and keeps the old one; `in-place` moves the schemas aside, for servers where no database may be made.'),
    target: input_fields/* words */.aL
        .optional()
        .describe('Where to restore: a connection URL, or the name of a database on the same server; of a file tree, the path of a folder. A URL with a password comes from a secret, as `${NAME}` or in `LIFEBOAT_TARGET_URL`. Default: by mode and backup id.'),
    source: schema/* nameSchema */.Jq.optional().describe('Only this source of the environment. Default: all.'),
    confirm: input_fields/* words */.aL
        .optional()
        .describe('The name of the environment, typed by whoever starts a `swap`, `in-place` or `reroute`.'),
    'fall-back': input_fields/* boolean */.zM
        .describe('Takes the next older backup when no store has a sound copy of the chosen one.')
        .meta(input_fields/* flag */.Jt),
    'emergency-backup': input_fields/* boolean */.zM
        .describe('Backs up the present state before anything is touched, as class `critical`. `in-place` always does.')
        .meta(input_fields/* flag */.Jt),
    tables: input_fields/* lines */.Mn
        .optional()
        .describe('Only these, one per line: `schema.table`, or `schema.*` for a whole schema. `side-by-side` only.'),
    rows: rowConditions
        .optional()
        .describe('Only the rows for which a condition holds, one table per line: `shop.orders: where customer_id = 7`. `side-by-side` only.')
        .meta({ secret: true }),
    answered: input_fields/* lines */.Mn
        .optional()
        .describe('Names of what a refused `swap` listed as bound to the database, and what may be given up.'),
    reroute: input_fields/* boolean */.zM
        .describe('With `side-by-side`: leads the application to what was restored, by `target.reroute` of the environment file.')
        .meta(input_fields/* flag */.Jt),
    'dry-run': input_fields/* boolean */.zM
        .describe('Says what would be done and what stands in its way, and changes nothing.')
        .meta(input_fields/* flag */.Jt),
    ...input_fields/* identityInputs */.g_,
    ...input_fields/* signingInputs */.hY,
});
const listInputs = schemas/* object */.Ikc({ environment: input_fields/* environment */.cA, config: input_fields/* config */.$W });
const keygenInputs = schemas/* object */.Ikc({
    folder: input_fields/* path */.Ae
        .optional()
        .describe('Folder for the key files, outside of the repository; `lifeboat-keys` in your home by default. Made when it is not there.'),
});
const storeCheckInputs = schemas/* object */.Ikc({
    environment: input_fields/* environment */.cA,
    config: input_fields/* config */.$W,
    store: schema/* nameSchema */.Jq.optional().describe('Only the store of this name.'),
    role: schemas/* enum */.k5n(store_role/* storeRoles */.x)
        .optional()
        .describe('Whose keys these are meant to be: `writer`, `reader`, `restorer` or `keeper`. Tries what they can do, and compares it with what the role should.'),
});
const planInputs = schemas/* object */.Ikc({
    environment: input_fields/* environment */.cA,
    config: input_fields/* config */.$W,
    'backup-schedule': input_fields/* lines */.Mn
        .optional()
        .describe('Cron lines of the backup workflow, separated by semicolons; by default those that init would write.'),
    'verify-schedule': input_fields/* lines */.Mn.optional().describe('Cron lines of the verify workflow, likewise.'),
    'backup-duration': input_fields/* duration */.p0.optional().describe('How long a backup takes, as an earlier report has it.'),
    'verify-duration': input_fields/* duration */.p0.optional().describe('How long a verification takes.'),
    delay: input_fields/* duration */.p0.optional().describe('How late the scheduler may start a run.'),
    'backup-size': input_fields/* size */.Ej.optional().describe('Stored size of one backup.'),
    'backup-objects': schemas/* string */.YjP()
        .regex(/^\d+$/, { error: 'accepted: a whole number' })
        .transform(Number)
        .optional()
        .describe('Stored objects of one backup.'),
});
const initInputs = schemas/* object */.Ikc({
    ...questions(),
    'keys-folder': input_fields/* path */.Ae
        .optional()
        .describe('Where key files go, outside of the repository; `lifeboat-keys/<repository>/<environment>` in your home by default.'),
    force: input_fields/* boolean */.zM.describe('Replaces files that exist with another text.').meta(input_fields/* flag */.Jt),
});
/** What init asks, each as an option. */
function questions() {
    const entries = options/* optionNames */.W6.map((name) => [name, input_fields/* words */.aL.optional().describe(options/* options */.fF[name].question)]);
    return Object.fromEntries(entries);
}

// EXTERNAL MODULE: ./lib/wiring/verb.js
var verb = __webpack_require__(47381);
;// CONCATENATED MODULE: ./lib/wiring/verbs/dashboard.js



const dashboardInputs = schemas/* object */.Ikc({
    environments: input_fields/* environments */.dT,
    output: input_fields/* path */.Ae.default('dashboard').describe('Folder that `index.html` is written to.'),
    'show-names': input_fields/* boolean */.zM
        .describe('Shows names that came from data, such as those of tables. Leave it out for a public page.')
        .meta(input_fields/* flag */.Jt),
});
const dashboardVerb = (0,verb/* verb */.w3)({
    name: 'dashboard',
    summary: 'Write a page that shows how environments stand, and how they stood',
    description: 'Reads what `status` reads, and writes one HTML file: state, data age and recovery over time, restore tests, drills, ' +
        'growth and missed runs. It has no script and loads nothing, so that it opens from a disk, as an artifact of a ' +
        'workflow, and on GitHub Pages.',
    examples: [
        {
            text: 'All environments on one page',
            command: 'lifeboat dashboard --environments dev,staging,production --output dashboard',
        },
    ],
    inputs: dashboardInputs,
    load: async () => (await Promise.all(/* import() */[__webpack_require__.e(9872), __webpack_require__.e(4375), __webpack_require__.e(8340), __webpack_require__.e(5495), __webpack_require__.e(5909), __webpack_require__.e(2355)]).then(__webpack_require__.bind(__webpack_require__, 30438))).runDashboard,
});

// EXTERNAL MODULE: ./lib/domain/environment/drills-schema.js
var drills_schema = __webpack_require__(76064);
;// CONCATENATED MODULE: ./lib/wiring/verbs/drill.js




const drillInputs = schemas/* object */.Ikc({
    ...input_fields/* sharedInputs */.dO,
    scenario: schemas/* enum */.k5n(drills_schema/* scenarioNames */.L)
        .optional()
        .describe('The failure that is rehearsed. Default: those of the environment file, one after the other.'),
    'dry-run': input_fields/* boolean */.zM.describe('Says what would be done, and starts nothing.').meta(input_fields/* flag */.Jt),
    ...input_fields/* identityInputs */.g_,
    ...input_fields/* signingInputs */.hY,
});
const drillVerb = (0,verb/* actionVerb */.Cf)({
    name: 'drill',
    summary: 'Rehearse a real failure on a double of the environment, and measure the recovery',
    description: 'Builds a double of the environment in a throwaway laboratory, from its newest backup that no restore test has shown ' +
        'to be bad, lets a small application write to it, brings the failure about, notices it, recovers by the same operations that a real recovery uses, and compares ' +
        'the data. Measures the time to detect, the time to recover and the acknowledged writes that were lost. The database ' +
        'of the environment is never reached; its stores are read, and take the event of the ledger.',
    examples: [
        {
            text: 'What would be done',
            command: 'lifeboat drill --environment production --scenario region-failure --dry-run',
        },
        {
            text: 'The primary loses its machine',
            command: 'lifeboat drill --environment production --scenario single-server-failure --identity-file verify-identity.txt --signing-key-file verify-signing-key.txt',
        },
    ],
    inputs: drillInputs,
    outputs: {
        rto: 'Seconds from the failure to service, of the slowest scenario; empty when it was not recovered from.',
        rpo: 'Age in seconds of the oldest acknowledged write that was lost, of the worst scenario; empty when it could not be told.',
    },
    action: { folder: 'drill', title: 'Lifeboat drill', icon: 'alert-triangle', startsServers: true },
    load: async () => (await __webpack_require__.e(/* import() */ 5331).then(__webpack_require__.bind(__webpack_require__, 75331))).runDrill,
});
const drillListInputs = schemas/* object */.Ikc({ environment: input_fields/* environment */.cA, config: input_fields/* config */.$W });
const drillListVerb = (0,verb/* verb */.w3)({
    name: 'drill list',
    summary: 'List the failures that can be rehearsed, and which apply to an environment',
    description: 'Says of each scenario what happens in it, whether it applies, and why not. Reaches nothing.',
    examples: [{ text: 'All scenarios', command: 'lifeboat drill list --environment production' }],
    inputs: drillListInputs,
    load: async () => (await __webpack_require__.e(/* import() */ 5331).then(__webpack_require__.bind(__webpack_require__, 75331))).runDrillList,
});
const drillReportInputs = schemas/* object */.Ikc({
    environment: input_fields/* environment */.cA,
    config: input_fields/* config */.$W,
    last: schemas/* string */.YjP()
        .regex(/^[1-9]\d{0,3}$/, { error: 'accepted: a whole number from 1 to 9999' })
        .default('10')
        .transform(Number)
        .describe('How many drills are shown, the newest first.'),
});
const drillReportVerb = (0,verb/* verb */.w3)({
    name: 'drill report',
    summary: 'Show what the last drills measured',
    description: 'Reads the events of drills from the ledger in the stores; those whose signature does not hold are left out, and said to be.',
    examples: [{ text: 'The last five', command: 'lifeboat drill report --environment production --last 5' }],
    inputs: drillReportInputs,
    load: async () => (await __webpack_require__.e(/* import() */ 5331).then(__webpack_require__.bind(__webpack_require__, 75331))).runDrillReport,
});
const drillCleanVerb = (0,verb/* verb */.w3)({
    name: 'drill clean',
    summary: 'Stop and remove what a killed drill left on this machine',
    description: 'Ends the servers of drills and verifications whose run has died, and removes their data. What belongs to a run that is ' +
        'alive is left alone. The next drill does the same first; so does the step at the end of a job.',
    examples: [{ text: 'After a machine was short of memory', command: 'lifeboat drill clean' }],
    inputs: schemas/* object */.Ikc({}),
    load: async () => (await __webpack_require__.e(/* import() */ 5331).then(__webpack_require__.bind(__webpack_require__, 75331))).runDrillClean,
});

;// CONCATENATED MODULE: ./lib/wiring/verbs/anonymise.js



const anonymiseInputs = schemas/* object */.Ikc({
    environment: input_fields/* environment */.cA,
    config: input_fields/* config */.$W,
    backup: input_fields/* words */.aL
        .default('latest')
        .describe('A backup id, `latest`, or a date or time: the last backup before it.'),
    into: input_fields/* path */.Ae.describe('The folder that is made, and filled with the anonymised set.'),
    reason: input_fields/* sharedInputs */.dO.reason,
    'fail-on': input_fields/* sharedInputs */.dO['fail-on'],
    ...input_fields/* identityInputs */.g_,
});
const anonymiseVerb = (0,verb/* actionVerb */.Cf)({
    name: 'anonymise',
    summary: 'Make an anonymised set of a backup’s rows, for pull requests to be tried on',
    description: 'Restores a backup into a laboratory, masks each column as `pull-requests.masking` says, looks that no masked value is ' +
        'left, and dumps the result, unsealed. A column without a rule refuses the whole: what is added later is masked ' +
        'before it is published.',
    examples: [
        {
            text: 'Into a folder that may be published',
            command: 'lifeboat anonymise --environment production --identity-file verify-identity.txt --into anonymised',
        },
    ],
    inputs: anonymiseInputs,
    outputs: { 'backup-id': 'Id of the backup that the set was made from.' },
    action: { folder: 'anonymise', title: 'Lifeboat anonymise', icon: 'eye-off', startsServers: true },
    load: async () => (await __webpack_require__.e(/* import() */ 2341).then(__webpack_require__.bind(__webpack_require__, 32341))).runAnonymise,
});

;// CONCATENATED MODULE: ./lib/operations/deploy/deploy-input.js
/** The parts of a deployment, in their order, which stands here alone. Jobs of their own take one each. */
const deploySteps = ['gate', 'backup', 'deploy', 'backup-after', 'verify'];
/**
 * What happens to a deployment that failed: `auto` takes it back; `never` leaves it, for a person to decide. `now` deploys
 * nothing, and takes the newest deployment back.
 */
const rollbackModes = ['auto', 'never', 'now'];
/** Where the record of the deployment on GitHub comes from. */
const deploymentModes = ['job', 'create', 'none'];

;// CONCATENATED MODULE: ./lib/wiring/verbs/deploy.js




/** The parts by name, or `all` of them. */
const steps = input_fields/* several */.J$
    .default('all')
    .refine((text) => parseSteps(text) !== null, {
    error: `accepted: all, or some of ${deploySteps.join(', ')}, separated by commas`,
})
    .transform((text) => parseSteps(text) ?? []);
function parseSteps(text) {
    const given = text.split(/[\s,]+/).filter((word) => word !== '');
    if (given.length === 1 && given[0] === 'all')
        return [...deploySteps];
    const known = deploySteps.filter((step) => given.includes(step));
    return known.length === given.length && known.length > 0 ? known : null;
}
const deployInputs = schemas/* object */.Ikc({
    ...input_fields/* sharedInputs */.dO,
    version: input_fields/* words */.aL
        .optional()
        .describe('The version to deploy, such as `1.4.2` or a commit. Not needed with `rollback: now`.'),
    commit: schemas/* string */.YjP()
        .regex(/^([0-9a-f]{40}|[0-9a-f]{64})$/, { error: 'accepted: a whole commit id' })
        .optional()
        .describe('The commit that the version was built from. Default: the commit of the workflow run.'),
    confirm: input_fields/* words */.aL
        .optional()
        .describe('The name of the environment, typed by whoever starts it. A protected environment takes it, and a reason.'),
    override: input_fields/* words */.aL
        .max(500)
        .optional()
        .describe('Lets the version through although the gate is closed, for this reason. Kept in the ledger and told in an issue.'),
    rollback: schemas/* enum */.k5n(rollbackModes)
        .default('auto')
        .describe('What becomes of a deployment that fails: `auto` takes it back, `never` leaves it to a person. `now` deploys nothing, and takes the newest deployment back.'),
    'restore-data': input_fields/* boolean */.zM
        .describe('With `deploy.restore-data: ask` in the environment file: bring the data back too, if the deployment fails and has changed it. With `rollback: now`: bring it back.')
        .meta(input_fields/* flag */.Jt),
    deployment: schemas/* enum */.k5n(deploymentModes)
        .default('job')
        .describe("The record that GitHub shows: `job` takes up the one that the job's `environment:` made, `create` makes one (needs `deployments: write`), `none` tells GitHub nothing."),
    steps: steps.describe(`The parts to do, in their own order: ${deploySteps.map((step) => `\`${step}\``).join(', ')}. Jobs of their own take one each; \`deploy\` asks the gate again.`),
    backup: input_fields/* words */.aL
        .optional()
        .describe('Id of the backup that an earlier job made: for `deploy` the one to go back to, for `verify` the one to prove.'),
    wait: input_fields/* duration */.p0
        .optional()
        .describe('How long to wait for another deployment or restore of the environment to end, such as `15m`. Default: not at all.'),
    'dry-run': input_fields/* boolean */.zM
        .describe('Says what would be done and what the gate finds, and changes nothing.')
        .meta(input_fields/* flag */.Jt),
    ...input_fields/* identityInputs */.g_,
    ...input_fields/* signingInputs */.hY,
});
const deployVerb = (0,verb/* actionVerb */.Cf)({
    name: 'deploy',
    summary: 'Deploy a version with a proven way back',
    description: 'Asks the gate, makes a critical backup, changes the data and brings the version up, waits until it is well, validates ' +
        'the environment, makes another backup and proves it. What fails before the validation has passed is taken back: the ' +
        'release, and, where the deployment has changed the data and the environment file asks for it, the data too; what was ' +
        'written since is kept under another name. Two deployments of one environment never overlap, and a run that was killed ' +
        'is gone on with, or taken back, by the next.',
    examples: [
        {
            text: 'What would be done, and what the gate finds',
            command: 'lifeboat deploy --environment production --version 1.4.2 --dry-run',
        },
        {
            text: 'Deploy, with all keys on this machine, one per line of the file',
            command: 'lifeboat deploy --environment production --version 1.4.2 --confirm production --reason "release of week 47" --identity-file verify-identity.txt --signing-key-file deploy-keys.txt',
        },
        {
            text: 'Take the newest deployment back, its data too',
            command: 'lifeboat deploy --environment production --rollback now --restore-data --confirm production --reason "orders are wrong since 1.4.2" --steps backup,deploy --identity-file verify-identity.txt --signing-key-file deploy-keys.txt',
        },
    ],
    inputs: deployInputs,
    outputs: {
        'deployment-id': 'Id of the deployment on GitHub; empty when there is none.',
        url: 'Where people find the application, as the environment file says.',
        'backup-id': 'Id of the backup that was made, or is gone back to: with the step `backup-after` the one made at the end.',
        state: '`stands`, `rolled-back`, `broken` (a person is needed) or `refused`; empty when nothing was deployed.',
    },
    action: {
        folder: 'deploy-env',
        title: 'Lifeboat deploy-env',
        icon: 'upload-cloud',
        startsServers: true,
        isComposite: true,
    },
    load: async () => (await __webpack_require__.e(/* import() */ 5975).then(__webpack_require__.bind(__webpack_require__, 85975))).runDeploy,
});

;// CONCATENATED MODULE: ./lib/wiring/verbs/env.js



const env_confirm = input_fields/* words */.aL.optional();
const envUpInputs = schemas/* object */.Ikc({
    environment: input_fields/* environment */.cA,
    config: input_fields/* config */.$W,
    version: input_fields/* words */.aL
        .optional()
        .describe('The version to bring up. Default: what runs or is stopped already, else, where the environment is protected, what stands ' +
        'in its ledger, or `local` when nothing is there.'),
    confirm: env_confirm.describe('Name of the environment, typed once more; needed where it is protected.'),
});
const envStatusInputs = schemas/* object */.Ikc({ environment: input_fields/* environment */.cA, config: input_fields/* config */.$W });
const envStopInputs = schemas/* object */.Ikc({
    environment: input_fields/* environment */.cA,
    config: input_fields/* config */.$W,
    confirm: env_confirm.describe('Name of the environment, typed once more; needed where it is protected.'),
});
const envCleanInputs = schemas/* object */.Ikc({
    environment: input_fields/* environment */.cA,
    config: input_fields/* config */.$W,
    confirm: env_confirm.describe('Name of the environment, typed once more: its data will be gone.'),
});
const envUp = (0,verb/* verb */.w3)({
    name: 'env up',
    summary: 'Bring the application of an environment up from nothing, and wait until it is well',
    description: 'Makes the secrets that its files name and that are not there (each in a file that only its owner can read, never ' +
        'over one that is there), changes the data to the version, starts the services, and asks for their health. Run ' +
        'again, it does what is left to do. A protected environment that is in use is deployed to with `deploy` instead.',
    examples: [
        {
            text: 'The developers’ environment, out of the working copy',
            command: 'lifeboat env up --environment dev',
        },
        { text: 'A released version', command: 'lifeboat env up --environment staging --version 1.4.2' },
    ],
    inputs: envUpInputs,
    load: async () => (await Promise.all(/* import() */[__webpack_require__.e(9872), __webpack_require__.e(9396), __webpack_require__.e(4993)]).then(__webpack_require__.bind(__webpack_require__, 64993))).runEnvUp,
});
const envStatus = (0,verb/* verb */.w3)({
    name: 'env status',
    summary: 'Say what runs in an environment: services, versions, restarts, the newest backup',
    description: 'Asks the platform, not a record of ours. Fails as `objective` when some services run and others do not. The newest ' +
        'backup is named where the credentials of a store are at hand.',
    examples: [
        { text: 'What runs', command: 'lifeboat env status --environment dev' },
        { text: 'For a script', command: 'lifeboat env status --environment dev --json' },
    ],
    inputs: envStatusInputs,
    load: async () => (await Promise.all(/* import() */[__webpack_require__.e(9872), __webpack_require__.e(9396), __webpack_require__.e(4993)]).then(__webpack_require__.bind(__webpack_require__, 64993))).runEnvStatus,
});
const envStop = (0,verb/* verb */.w3)({
    name: 'env stop',
    summary: 'Stop the application of an environment; its data stays',
    description: 'What is stopped already is left as it is. `env up` starts it again with the data that it had.',
    examples: [
        { text: 'Over the weekend', command: 'lifeboat env stop --environment dev' },
        {
            text: 'One that is protected',
            command: 'lifeboat env stop --environment production --confirm production',
        },
    ],
    inputs: envStopInputs,
    load: async () => (await Promise.all(/* import() */[__webpack_require__.e(9872), __webpack_require__.e(9396), __webpack_require__.e(4993)]).then(__webpack_require__.bind(__webpack_require__, 64993))).runEnvStop,
});
const envClean = (0,verb/* verb */.w3)({
    name: 'env clean',
    summary: 'Remove the application of an environment with its data, and say what was removed',
    description: 'Containers, networks and volumes; of a cluster, what the manifests name. Secrets stay, and so do backups. A ' +
        'protected environment is refused, whatever is typed.',
    examples: [{ text: 'Start afresh', command: 'lifeboat env clean --environment dev --confirm dev' }],
    inputs: envCleanInputs,
    load: async () => (await Promise.all(/* import() */[__webpack_require__.e(9872), __webpack_require__.e(9396), __webpack_require__.e(4993)]).then(__webpack_require__.bind(__webpack_require__, 64993))).runEnvClean,
});

;// CONCATENATED MODULE: ./lib/wiring/verbs/gate.js



const gateInputs = schemas/* object */.Ikc({
    ...input_fields/* sharedInputs */.dO,
    ...input_fields/* signingInputs */.hY,
    version: input_fields/* words */.aL.describe('The version that is to be deployed, such as `1.4.2` or a commit.'),
    commit: schemas/* string */.YjP()
        .regex(/^([0-9a-f]{40}|[0-9a-f]{64})$/, { error: 'accepted: a whole commit id' })
        .optional()
        .describe('The commit that the version was built from. Default: the commit of the workflow run.'),
    override: input_fields/* words */.aL
        .max(500)
        .optional()
        .describe('Lets the version through although conditions are not met, for this reason. Kept in the ledger and told in an issue; needs the signing key of deployments.'),
});
const gateVerb = (0,verb/* actionVerb */.Cf)({
    name: 'gate',
    summary: 'Say whether a version may be deployed, and what is missing',
    description: 'Judges the conditions of the environment file: a young backup, a young and good restore test, a passed drill, the ' +
        'same version validated in the environment before, the required checks of the commit. Lists each with its evidence. ' +
        'Reads only, unless it is overridden: that goes to the ledger.',
    examples: [
        { text: 'May it go out?', command: 'lifeboat gate --environment production --version 1.4.2' },
        {
            text: 'It must go out all the same',
            command: 'lifeboat gate --environment production --version 1.4.3 --override "mends the leak of this morning" --signing-key-file deploy-signing-key.txt',
        },
    ],
    inputs: gateInputs,
    outputs: {
        open: '`true` when the version may be deployed, also when the gate was overridden.',
        overridden: '`true` when conditions were not met and were overridden.',
        unmet: 'The conditions that are not met, one per line.',
    },
    action: { folder: 'gate', title: 'Lifeboat gate', icon: 'shield', startsServers: false },
    load: async () => (await __webpack_require__.e(/* import() */ 7587).then(__webpack_require__.bind(__webpack_require__, 7587))).runGate,
});

// EXTERNAL MODULE: ./lib/domain/units.js
var units = __webpack_require__(96087);
;// CONCATENATED MODULE: ./lib/wiring/verbs/metrics.js




const metricsInputs = schemas/* object */.Ikc({
    environment: input_fields/* environments */.dT,
    config: input_fields/* config */.$W.describe('Path of the environment file, when it stands elsewhere; with one environment.'),
    file: input_fields/* path */.Ae
        .refine((file) => file.endsWith('.prom'), { error: 'accepted: a name that ends in .prom' })
        .optional()
        .describe('File that the figures are written to, in one step: for the textfile collector of the node exporter, which reads names that end in `.prom` alone.'),
    push: input_fields/* boolean */.zM
        .describe('Sends the figures to the Pushgateway that the environment file names under `metrics`.')
        .meta(input_fields/* flag */.Jt),
    window: input_fields/* duration */.p0
        .refine((span) => span > 0, { error: `accepted: ${units/* durationForm */.rk}` })
        .prefault('35d')
        .describe('How far back runs are counted.'),
});
const metricsVerb = (0,verb/* verb */.w3)({
    name: 'metrics',
    summary: 'Figures for Prometheus, from the records in the stores',
    description: 'Reads manifests, proofs and ledger from all stores, and gives age, size and duration of backups, RPO and RTO with ' +
        'their targets, proofs, drills, copies per store, and how runs ended, in the text format of Prometheus. Without ' +
        '`--file` and `--push` they are printed to standard output. Needs no identity.',
    examples: [
        { text: 'Look at them', command: 'lifeboat metrics --environment production' },
        {
            text: 'For the node exporter, every few minutes by cron',
            command: 'lifeboat metrics --environment production,staging --file /var/lib/node_exporter/lifeboat.prom',
        },
        { text: 'To a Pushgateway', command: 'lifeboat metrics --environment production --push' },
    ],
    inputs: metricsInputs,
    load: async () => (await __webpack_require__.e(/* import() */ 8822).then(__webpack_require__.bind(__webpack_require__, 78822))).runMetrics,
});

;// CONCATENATED MODULE: ./lib/wiring/verbs/notify-test.js




const notifyTestInputs = schemas/* object */.Ikc({
    environment: input_fields/* environment */.cA,
    config: input_fields/* config */.$W,
    channel: schema/* nameSchema */.Jq.optional().describe('Only the channel of this name. Default: all of the environment.'),
});
const notifyTest = (0,verb/* verb */.w3)({
    name: 'notify test',
    summary: 'Send a test to every channel of an environment, and say what each answered',
    description: 'Sends a message that is clearly marked as a test to each channel under `notifications`, whatever its routing, and ' +
        'says which took it. A pager is triggered and resolved at once. Issues and the heartbeat are left alone: an issue ' +
        'needs the token of a job, and a ping would count as a good run.',
    examples: [
        { text: 'All channels', command: 'lifeboat notify test --environment production' },
        { text: 'One of them', command: 'lifeboat notify test --environment production --channel pager' },
    ],
    inputs: notifyTestInputs,
    load: async () => (await __webpack_require__.e(/* import() */ 6546).then(__webpack_require__.bind(__webpack_require__, 86546))).runNotifyTest,
});

;// CONCATENATED MODULE: ./lib/wiring/verbs/report-compliance.js



const moment = input_fields/* words */.aL
    .refine((text) => parseMoment(text) !== null, {
    error: 'accepted: a date such as 2026-11-01, or a time such as 2026-11-01T12:00:00Z',
})
    .transform((text) => parseMoment(text) ?? 0);
/** A date means its beginning in UTC. */
function parseMoment(text) {
    const isMoment = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/.test(text);
    const at = isMoment ? Date.parse(text) : NaN;
    return Number.isNaN(at) ? null : at;
}
const reportComplianceInputs = schemas/* object */.Ikc({
    environment: input_fields/* environment */.cA,
    config: input_fields/* config */.$W,
    from: moment.optional().describe('Beginning of the period, in UTC. Default: 30 days before its end.'),
    to: moment.optional().describe('Its end; the day itself does not belong to it. Default: now.'),
    format: schemas/* enum */.k5n(['markdown', 'html'])
        .optional()
        .describe("`markdown` or `html`. Default: by the file's name, else `markdown`."),
    file: input_fields/* path */.Ae
        .optional()
        .describe('File that the report is written to. Default: it is printed to standard output.'),
});
const reportCompliance = (0,verb/* verb */.w3)({
    name: 'report compliance',
    summary: 'Everything that was done in a period, from signed records, for an auditor',
    description: 'Lists every backup, restore test, drill, restore, deployment and override of a period with who, when and why, the ' +
        'share of runs that succeeded, how far RPO and RTO were kept, and the check of the whole ledger. It rests on what the ' +
        'stores hold alone, and says what it cannot know. As Markdown, or as one HTML file that loads nothing.',
    examples: [
        {
            text: 'The last quarter, to keep',
            command: 'lifeboat report compliance --environment production --from 2026-07-01 --to 2026-10-01 --file 2026-q3.html',
        },
        {
            text: 'The last 30 days, for a program',
            command: 'lifeboat report compliance --environment production --json',
        },
    ],
    inputs: reportComplianceInputs,
    load: async () => (await __webpack_require__.e(/* import() */ 6840).then(__webpack_require__.bind(__webpack_require__, 36840))).runReportCompliance,
});

// EXTERNAL MODULE: ./lib/wiring/verbs/runbook.js
var runbook = __webpack_require__(32539);
;// CONCATENATED MODULE: ./lib/wiring/verbs/status.js



const statusInputs = schemas/* object */.Ikc({ ...input_fields/* sharedInputs */.dO });
const statusVerb = (0,verb/* actionVerb */.Cf)({
    name: 'status',
    summary: 'Say how an environment stands, from what its stores hold',
    description: 'Reads manifests, proofs, ledger and leases from all stores, each held to its signature, and asks: how old are the ' +
        'newest backup and its data, the newest proof and drill; did every expected run come; are there enough copies; has ' +
        'anything vanished. Trusts nothing that an earlier run said. Needs credentials that read; changes nothing.',
    examples: [
        { text: 'How things stand', command: 'lifeboat status --environment production' },
        { text: 'For a script', command: 'lifeboat status --environment production --json' },
    ],
    inputs: statusInputs,
    outputs: {
        'last-backup': 'Id of the newest backup that some store holds whole, whose signature holds and that no restore test has condemned; empty when there is none.',
        'rpo-compliant': '`true` when the newest data in the stores is no older than the RPO, else `false`; empty without an RPO.',
        verified: '`true` when the newest restore test passed and is no older than was promised, else `false`.',
        score: 'From 0 to 100, as the guide to the watch explains; empty when nothing could be asked.',
    },
    action: { folder: 'status', title: 'Lifeboat status', icon: 'eye', startsServers: false },
    load: async () => (await __webpack_require__.e(/* import() */ 6382).then(__webpack_require__.bind(__webpack_require__, 36382))).runStatus,
});

// EXTERNAL MODULE: ./lib/domain/environment/validation-schema.js
var validation_schema = __webpack_require__(18491);
;// CONCATENATED MODULE: ./lib/wiring/verbs/validate.js




const known = validation_schema/* validationCategories */.M4;
/** Reports write categories as words: `RTO compliance` is meant as `rto-compliance`. */
const hyphenated = (text) => text.trim().toLowerCase().replaceAll(/\s+/g, '-');
const validateInputs = schemas/* object */.Ikc({
    ...input_fields/* sharedInputs */.dO,
    ...input_fields/* signingInputs */.hY,
    categories: input_fields/* lines */.Mn
        .transform((given) => given.flatMap((line) => line.split(',').map(hyphenated)))
        .refine((given) => given.every((category) => known.includes(category)), {
        error: `accepted: ${known.join(', ')}`,
    })
        .transform((given) => validation_schema/* validationCategories */.M4.filter((category) => given.includes(category)))
        .optional()
        .describe(`Only these categories, one per line or separated by commas: ${validation_schema/* validationCategories */.M4.map((category) => `\`${category}\``).join(', ')}. Default: those of the depth.`),
    depth: schemas/* enum */.k5n(['quick', 'full', 'smoke'])
        .default('full')
        .describe('`quick` asks what runs, whether it answers, and the objectives; `full` also data, security, performance and readiness; `smoke` also goes the ways through the application that the file describes.'),
    version: input_fields/* words */.aL
        .optional()
        .describe('The version that should run. Default: the one that the ledger says was deployed last.'),
    'require-proof-within': input_fields/* duration */.p0
        .optional()
        .describe('How old the newest good restore test may be, such as `24h`. Default: as the environment file says.'),
    junit: input_fields/* path */.Ae
        .optional()
        .describe('Path of a JUnit XML file to write. In a workflow, one is written to the temporary folder otherwise.'),
});
const validateVerb = (0,verb/* actionVerb */.Cf)({
    name: 'validate',
    summary: 'Say whether an environment is fit for service',
    description: 'Asks what runs, whether each service answers, whether the last backup and restore hold the objectives, whether ' +
        'strangers stay outside, how fast the application is, and whether all is there for the day of trouble. Every check ' +
        'says what it found; one that could not run is skipped and counts as lost. Changes nothing but what your own smoke ' +
        'flows do.',
    examples: [
        { text: 'Everything but the smoke flows', command: 'lifeboat validate --environment production' },
        {
            text: 'After a deployment',
            command: 'lifeboat validate --environment production --depth quick --version 1.4.2',
        },
        {
            text: 'Only what concerns security, for a test viewer',
            command: 'lifeboat validate --environment production --categories security-boundaries --junit validation.xml',
        },
    ],
    inputs: validateInputs,
    outputs: {
        score: '0 to 100; empty when the validation did not get to its end.',
        junit: 'Path of the JUnit XML file.',
    },
    action: { folder: 'validate', title: 'Lifeboat validate', icon: 'check-square', startsServers: false },
    load: async () => (await __webpack_require__.e(/* import() */ 646).then(__webpack_require__.bind(__webpack_require__, 50646))).runValidate,
});

;// CONCATENATED MODULE: ./lib/wiring/verbs/report-pr.js



const reportPrInputs = schemas/* object */.Ikc({
    environment: input_fields/* environment */.cA,
    result: input_fields/* path */.Ae
        .optional()
        .describe('The folder that the trial’s result was downloaded to. Its one JSON file is read as data of a fixed shape, and believed only where it makes things worse.'),
    outcome: schemas/* enum */.k5n(['success', 'failure', 'cancelled', 'skipped'])
        .optional()
        .describe('How the trial’s job ended, where the event does not say: `needs.<job>.result`.'),
    verdict: schemas/* enum */.k5n(['passed', 'degraded', 'failed'])
        .optional()
        .describe('What the trial’s step said, where no result may leave: its output `verdict`, as an output of the job. Believed only where it makes things worse.'),
    name: schemas/* string */.YjP()
        .min(1)
        .max(100)
        .optional()
        .describe('Name of the check, which can be made required. Default: `lifeboat / <environment>`.'),
    'github-token': input_fields/* sharedInputs */.dO['github-token'].describe('Token that writes the check and the comment. Needs `checks: write` and `pull-requests: write`.'),
    'fail-on': input_fields/* sharedInputs */.dO['fail-on'],
});
const reportPrVerb = (0,verb/* actionVerb */.Cf)({
    name: 'report-pr',
    summary: 'Tell a pull request how its trial ended',
    description: 'The trusted half of a trial: takes commit and number from the event that GitHub made, asks GitHub whether they still ' +
        'belong together, and writes one check and one comment, which it brings up to date from run to run. Runs no code of ' +
        'the pull request.',
    examples: [
        {
            text: 'In a workflow on workflow_run',
            command: 'lifeboat report-pr --environment production --result result',
        },
    ],
    inputs: reportPrInputs,
    outputs: {
        conclusion: '`success`, `neutral` or `failure`: what the check says; empty when none was written.',
    },
    action: { folder: 'report-pr', title: 'Lifeboat report-pr', icon: 'message-square', startsServers: false },
    load: async () => (await __webpack_require__.e(/* import() */ 1269).then(__webpack_require__.bind(__webpack_require__, 31269))).runReportPr,
});

;// CONCATENATED MODULE: ./lib/wiring/verbs/open-backup.js



const openBackupInputs = schemas/* object */.Ikc({
    environment: input_fields/* environment */.cA,
    config: input_fields/* config */.$W,
    backup: input_fields/* words */.aL
        .default('latest')
        .describe('A backup id, `latest`, or a date or time: the last backup before it.'),
    source: input_fields/* words */.aL.optional().describe('Which source. Default: `pull-requests.source`, or the only one.'),
    into: input_fields/* path */.Ae.describe('The folder that is made and filled; only this user may enter it. `validate-pr` removes it.'),
    reason: input_fields/* sharedInputs */.dO.reason,
    'fail-on': input_fields/* sharedInputs */.dO['fail-on'],
    ...input_fields/* identityInputs */.g_,
});
const openBackupVerb = (0,verb/* actionVerb */.Cf)({
    name: 'open-backup',
    summary: 'Unseal a backup into a folder, for a later step that holds no key',
    description: 'The trusted half of a trial on production’s rows: fetches a backup from the first store that has it whole, opens it ' +
        'and writes its artifacts as they were before sealing. Then it ends, and the identity and the keys of the stores with ' +
        'it: the step that runs proposed code is given none of them.',
    examples: [
        {
            text: 'Before a trial',
            command: 'lifeboat open-backup --environment production --identity-file verify-identity.txt --into /var/tmp/opened',
        },
    ],
    inputs: openBackupInputs,
    outputs: { 'backup-id': 'Id of the backup that was opened.' },
    action: { folder: 'open-backup', title: 'Lifeboat open-backup', icon: 'unlock', startsServers: false },
    load: async () => (await __webpack_require__.e(/* import() */ 4495).then(__webpack_require__.bind(__webpack_require__, 94495))).runOpenBackup,
});

;// CONCATENATED MODULE: ./lib/wiring/verbs/shape.js



const shapeInputs = schemas/* object */.Ikc({
    environment: input_fields/* environment */.cA,
    config: input_fields/* config */.$W,
    output: input_fields/* path */.Ae.default('shape.json').describe('The file that is written; it must not exist.').meta(input_fields/* named */.KT),
    'fail-on': input_fields/* sharedInputs */.dO['fail-on'],
});
const shapeVerb = (0,verb/* actionVerb */.Cf)({
    name: 'shape',
    summary: 'Write down a database’s definitions and sizes, without its rows',
    description: 'Reads the catalog of the source and writes one JSON file: definitions, names of roles, size and estimated rows of ' +
        'each table and index. No rows, no column statistics, no comments, grants, settings or passwords. Pull requests are ' +
        'tried on it, so look at it once before you publish it: definitions hold what their authors wrote into them.',
    examples: [{ text: 'To look at', command: 'lifeboat shape --environment production --output shape.json' }],
    inputs: shapeInputs,
    outputs: { shape: 'Path of the file; empty when none was written.' },
    action: { folder: 'shape', title: 'Lifeboat shape', icon: 'layout', startsServers: false },
    load: async () => (await __webpack_require__.e(/* import() */ 8051).then(__webpack_require__.bind(__webpack_require__, 48051))).runShape,
});

;// CONCATENATED MODULE: ./lib/wiring/verbs/validate-pr.js



const validatePrInputs = schemas/* object */.Ikc({
    environment: input_fields/* environment */.cA,
    config: input_fields/* config */.$W,
    on: schemas/* enum */.k5n(['shape', 'anonymised', 'rows'])
        .default('shape')
        .describe('What the migrations are tried on: `shape` (definitions and sizes, no rows), `anonymised` (a set made by `anonymise`), or `rows` (what `open-backup` has opened; only a verdict comes out).'),
    data: input_fields/* path */.Ae
        .optional()
        .describe('The file that `shape` wrote, or the folder that `anonymise` or `open-backup` filled. The latter is removed.'),
    proposed: input_fields/* path */.Ae.default('.').describe('The checkout of what is proposed.'),
    base: input_fields/* path */.Ae
        .optional()
        .describe('A checkout of the branch that it is proposed for. Only files that differ are judged; without it, all.'),
    'fail-on': input_fields/* sharedInputs */.dO['fail-on'],
});
const validatePrVerb = (0,verb/* actionVerb */.Cf)({
    name: 'validate-pr',
    summary: 'Try what a pull request proposes, before it is merged',
    description: 'Reads the environment files, runbooks and workflows that changed, and runs the migrations in a laboratory: on ' +
        'production’s definitions and sizes, on an anonymised set, or on its rows. Names statements that rewrite or block ' +
        'large tables, what is destroyed, and what the release in use would miss. Needs no secret.',
    examples: [
        {
            text: 'On the shape of production',
            command: 'lifeboat validate-pr --environment production --data shape.json --base ../main',
        },
    ],
    inputs: validatePrInputs,
    outputs: {},
    action: {
        folder: 'validate-pr',
        title: 'Lifeboat validate-pr',
        icon: 'git-pull-request',
        startsServers: true,
    },
    load: async () => (await __webpack_require__.e(/* import() */ 8217).then(__webpack_require__.bind(__webpack_require__, 58217))).runValidatePr,
});

;// CONCATENATED MODULE: ./lib/wiring/verbs.js


















/** The one table of verbs: it gives the CLI, each action.yml, the READMEs' tables and the reference. */
const verbs = {
    backup: (0,verb/* actionVerb */.Cf)({
        name: 'backup',
        summary: 'Make a backup of an environment and store it in all its stores',
        description: 'Dumps every source of the environment in one consistent snapshot, compresses, seals and signs it, and writes it ' +
            'to every store. Reads only from the sources. A run that is stopped at any moment leaves either a whole backup or none.',
        examples: [
            {
                text: 'A backup now',
                command: 'lifeboat backup --environment production --signing-key-file backup-signing-key.txt',
            },
            {
                text: 'Before a risky change, kept longer',
                command: 'lifeboat backup --environment production --label pre-deploy-142 --class critical --signing-key-file backup-signing-key.txt',
            },
            {
                text: 'Every 15 minutes until stopped, on a machine of your own; a run that fails is told, and the next still comes',
                command: 'lifeboat backup --environment production --every 15m --signing-key-file backup-signing-key.txt',
            },
        ],
        inputs: backupInputs,
        outputs: {
            'backup-id': 'Id of the backup; empty when none was made.',
            size: 'Bytes of one stored copy.',
            duration: 'Seconds that the backup took.',
        },
        action: { folder: 'backup', title: 'Lifeboat backup', icon: 'save', startsServers: false },
        load: async () => (await __webpack_require__.e(/* import() */ 5666).then(__webpack_require__.bind(__webpack_require__, 65666))).runBackup,
    }),
    verify: (0,verb/* actionVerb */.Cf)({
        name: 'verify',
        summary: 'Restore a backup into a throwaway server and prove that the data came back',
        description: 'Takes a backup from the first store that has a sound copy, restores it into a throwaway server on this machine, ' +
            'compares every table with what was dumped, measures recovery time and data age against the objectives, and ' +
            'stores the result as a signed proof beside the backup. The sources are never touched.',
        examples: [
            {
                text: 'Prove the newest backup',
                command: 'lifeboat verify --environment production --identity-file verify-identity.txt --signing-key-file verify-signing-key.txt',
            },
            {
                text: 'Only check that every stored byte is sound, without restoring',
                command: 'lifeboat verify --environment production --level intact --identity-file verify-identity.txt --signing-key-file verify-signing-key.txt',
            },
            {
                text: 'The last backup before a date',
                command: 'lifeboat verify --environment production --backup 2026-11-01 --identity-file verify-identity.txt --signing-key-file verify-signing-key.txt',
            },
        ],
        inputs: verifyInputs,
        outputs: {
            'backup-id': 'Id of the backup that was tried.',
            rto: 'Estimated recovery time in seconds; empty when the restore did not get so far.',
            rpo: 'Age of the newest restored data in seconds; empty when it could not be told.',
            proof: 'Key of the proof in the stores; empty when none was written.',
        },
        action: {
            folder: 'verify-restore',
            title: 'Lifeboat verify-restore',
            icon: 'check-circle',
            startsServers: true,
        },
        load: async () => (await __webpack_require__.e(/* import() */ 8849).then(__webpack_require__.bind(__webpack_require__, 58849))).runVerify,
    }),
    retention: (0,verb/* actionVerb */.Cf)({
        name: 'retention',
        summary: 'Remove the backups that no rule keeps, and what killed runs left behind',
        description: 'Keeps what the tiers of the environment file keep, and in any case the newest proven backup, the newest of each ' +
            'source, whatever a store still locks and whatever another run is using. Only backups whose signature holds count. ' +
            'Runs with the keeper’s credentials, in a job of its own.',
        examples: [
            { text: 'See every decision first', command: 'lifeboat retention --environment production --dry-run' },
            {
                text: 'Remove what has expired',
                command: 'lifeboat retention --environment production --signing-key-file retention-signing-key.txt',
            },
        ],
        inputs: retentionInputs,
        outputs: {
            kept: 'Ids of the backups that are kept, one per line, the newest first.',
            removed: 'Ids of the backups that were removed, one per line; with `dry-run` those that would be.',
        },
        action: { folder: 'retention', title: 'Lifeboat retention', icon: 'trash-2', startsServers: false },
        load: async () => (await __webpack_require__.e(/* import() */ 9936).then(__webpack_require__.bind(__webpack_require__, 79936))).runRetention,
    }),
    replicate: (0,verb/* actionVerb */.Cf)({
        name: 'replicate',
        summary: 'Copy to each store what it lacks of backups, proofs and ledger',
        description: 'Compares the stores by one listing each, and copies only what is missing. Every artifact is held to the signed ' +
            'manifest on its way, and the manifest comes last, so that a run that is stopped leaves no half backup and the next ' +
            'goes on where it stopped. Needs credentials that read and add objects; nothing is overwritten or removed.',
        examples: [
            { text: 'See what is missing', command: 'lifeboat replicate --environment production --dry-run' },
            {
                text: 'Fill a store that was down, or is new',
                command: 'lifeboat replicate --environment production --signing-key-file backup-signing-key.txt',
            },
        ],
        inputs: replicateInputs,
        outputs: {
            copied: 'Ids of the backups that were brought to a store, one per line, the newest first; with `dry-run` those that would be.',
        },
        action: { folder: 'replicate', title: 'Lifeboat replicate', icon: 'copy', startsServers: false },
        load: async () => (await __webpack_require__.e(/* import() */ 3929).then(__webpack_require__.bind(__webpack_require__, 63929))).runReplicate,
    }),
    repair: (0,verb/* verb */.w3)({
        name: 'repair',
        summary: 'Put sound copies in the place of damaged and missing ones',
        description: 'Holds every copy of a backup to its signed manifest. Where an object is damaged or missing, a sound copy from ' +
            'another store is fetched and checked whole; only then is the damaged one removed and the sound one put in its ' +
            'place. Needs the credentials of the keeper and of the restorer together, as it removes and puts; a dry run only ' +
            'reads. A store’s own lock is respected.',
        examples: [
            { text: 'Look first', command: 'lifeboat repair --environment production --dry-run' },
            {
                text: 'Mend a backup of a protected environment',
                command: 'lifeboat repair --environment production --backup 20261121T101500Z-k3f9x --confirm production --reason "disk of the second store failed" --signing-key-file retention-signing-key.txt',
            },
        ],
        inputs: repairInputs,
        load: async () => (await __webpack_require__.e(/* import() */ 2477).then(__webpack_require__.bind(__webpack_require__, 12477))).runRepair,
    }),
    'ledger verify': (0,verb/* verb */.w3)({
        name: 'ledger verify',
        summary: 'Check that nothing was taken out of the ledger, or changed in it',
        description: 'Reads every event from every store, holds each to its signature and to what the events after it say of it, and ' +
            'to what proofs say was there. Prints who did what last.',
        examples: [{ text: 'The whole ledger', command: 'lifeboat ledger verify --environment production' }],
        inputs: ledgerVerifyInputs,
        load: async () => (await __webpack_require__.e(/* import() */ 5363).then(__webpack_require__.bind(__webpack_require__, 5363))).runLedgerVerify,
    }),
    'lease list': (0,verb/* verb */.w3)({
        name: 'lease list',
        summary: 'Say which runs hold something up, and until when',
        description: 'Lists the leases in all stores: who holds them, since when, why, and when they expire.',
        examples: [{ text: 'All leases', command: 'lifeboat lease list --environment production' }],
        inputs: leaseListInputs,
        load: async () => (await Promise.all(/* import() */[__webpack_require__.e(9872), __webpack_require__.e(4375), __webpack_require__.e(2362)]).then(__webpack_require__.bind(__webpack_require__, 12362))).runLeaseList,
    }),
    'lease break': (0,verb/* verb */.w3)({
        name: 'lease break',
        summary: 'Clear the lease of a run that is known to be dead',
        description: 'A lease expires by itself within minutes of its run; clear one by hand only when that is too late. A run that is ' +
            'alive after all notices before its next step that cannot be undone, and stops. Stands in the ledger.',
        examples: [
            {
                text: 'A run on a machine that is gone',
                command: 'lifeboat lease break --environment production --name retention --reason "runner-7 was switched off" --signing-key-file retention-signing-key.txt',
            },
        ],
        inputs: leaseBreakInputs,
        load: async () => (await Promise.all(/* import() */[__webpack_require__.e(9872), __webpack_require__.e(4375), __webpack_require__.e(2362)]).then(__webpack_require__.bind(__webpack_require__, 12362))).runLeaseBreak,
    }),
    restore: (0,verb/* actionVerb */.Cf)({
        name: 'restore',
        summary: 'Bring an environment back from the best copy of a backup',
        description: 'Chooses a backup, reads each artifact from the first store that has a sound copy, and restores it beside what is in ' +
            'use, compared with what was dumped. Only then, where it was asked to and confirmed, it exchanges the two, restarts ' +
            'the application, waits until it is well and reroutes. What is replaced is kept under another name. The whole is ' +
            'one timed sequence, judged against the RTO, and the loss of data is stated.',
        examples: [
            {
                text: 'Beside the database in use, to look at',
                command: 'lifeboat restore --environment production --identity-file verify-identity.txt --signing-key-file backup-signing-key.txt',
            },
            {
                text: 'What it would do, and how long it would take',
                command: 'lifeboat restore --environment production --identity-file verify-identity.txt --mode swap --dry-run',
            },
            {
                text: 'In the place of the database in use, which is kept under another name',
                command: 'lifeboat restore --environment production --identity-file verify-identity.txt --mode swap --confirm production --signing-key-file backup-signing-key.txt --reason "orders were deleted" --fall-back',
            },
            {
                text: 'One table as it was before a date, onto another server',
                command: "lifeboat restore --environment production --identity-file verify-identity.txt --backup 2026-11-01 --tables shop.orders --target '${NEW_DATABASE_URL}' --signing-key-file backup-signing-key.txt",
            },
        ],
        inputs: restoreInputs,
        outputs: {
            'backup-id': 'Id of the backup that was restored.',
            database: 'The database that holds what was restored; of several sources one per line.',
            'data-loss': 'Seconds from the newest data that is certainly in the backup to the start of the restore: what was written then is not in it.',
        },
        action: { folder: 'restore', title: 'Lifeboat restore', icon: 'life-buoy', startsServers: false },
        load: async () => (await __webpack_require__.e(/* import() */ 8928).then(__webpack_require__.bind(__webpack_require__, 88928))).runRestore,
    }),
    gate: gateVerb,
    'validate-pr': validatePrVerb,
    shape: shapeVerb,
    'open-backup': openBackupVerb,
    anonymise: anonymiseVerb,
    deploy: deployVerb,
    status: statusVerb,
    'report-pr': reportPrVerb,
    dashboard: dashboardVerb,
    validate: validateVerb,
    list: (0,verb/* verb */.w3)({
        name: 'list',
        summary: 'List the backups of an environment: age, size, stores and proofs',
        description: 'Reads manifests and proofs from all stores. Needs no identity. With `--json`, `at` of a backup is in milliseconds since 1970, cut to the second as in its name, and `age` in milliseconds; `proof.at` is a text such as `2026-11-21T10:15:00.000Z`.',
        examples: [
            { text: 'What could be restored', command: 'lifeboat list --environment production' },
            { text: 'For a script', command: 'lifeboat list --environment production --json' },
        ],
        inputs: listInputs,
        load: async () => (await Promise.all(/* import() */[__webpack_require__.e(9872), __webpack_require__.e(5248)]).then(__webpack_require__.bind(__webpack_require__, 25248))).runList,
    }),
    keygen: (0,verb/* verb */.w3)({
        name: 'keygen',
        summary: 'Make the keys: two age identities and four signing keys',
        description: 'Writes each secret key to a file of its own that only you can read, never over an existing file, and prints the ' +
            'public parts for the environment file. The offline identity comes first: move it off this machine, to paper or ' +
            'a safe, since it opens every backup when all else is lost.',
        examples: [{ text: 'Into a new folder', command: 'lifeboat keygen --folder ~/keys/production' }],
        inputs: keygenInputs,
        load: async () => (await Promise.all(/* import() */[__webpack_require__.e(1539), __webpack_require__.e(8311)]).then(__webpack_require__.bind(__webpack_require__, 58311))).runKeygen,
    }),
    plan: (0,verb/* verb */.w3)({
        name: 'plan',
        summary: 'Say what a schedule can promise, and what it costs',
        description: 'Works out the RPO that the cron lines can hold, and the minutes, requests and bytes of a month. Computes only: it ' +
            'reaches neither the sources nor the stores.',
        examples: [
            { text: 'With the schedule that init writes', command: 'lifeboat plan --environment production' },
            {
                text: 'With what is known of the backups',
                command: 'lifeboat plan --environment production --backup-size 12GB --backup-duration 9m',
            },
        ],
        inputs: planInputs,
        load: async () => (await __webpack_require__.e(/* import() */ 5866).then(__webpack_require__.bind(__webpack_require__, 35866))).runPlan,
    }),
    init: (0,verb/* verb */.w3)({
        name: 'init',
        summary: 'Adopt Lifeboat in a repository: keys, environment file, workflows',
        description: 'Run at the root of the repository. Asks what it was not told, makes the keys (the offline one first), writes the ' +
            'environment file and the workflows, and says what is left to do by hand. Run again with the same answers, it ' +
            'changes nothing, and where the stores hold a backup of the environment it makes no first one.',
        examples: [
            { text: 'Answer its questions', command: 'lifeboat init' },
            {
                text: 'Without questions',
                command: 'lifeboat init --environment production --store s3 --bucket shop-backups --region eu-central-1 --action OWNER/lifeboat@COMMIT < /dev/null',
            },
        ],
        inputs: initInputs,
        load: async () => (await Promise.all(/* import() */[__webpack_require__.e(1539), __webpack_require__.e(9872), __webpack_require__.e(4375), __webpack_require__.e(3947), __webpack_require__.e(9157), __webpack_require__.e(9905), __webpack_require__.e(7063), __webpack_require__.e(2623), __webpack_require__.e(9172), __webpack_require__.e(7695), __webpack_require__.e(8298)]).then(__webpack_require__.bind(__webpack_require__, 96266))).runInit,
    }),
    'store check': (0,verb/* verb */.w3)({
        name: 'store check',
        summary: 'Ask the stores whether they keep the promises that backups rest on',
        description: 'Writes, reads and removes objects under `leases/` of each store, 12 MiB in all, and reports what it keeps and ' +
            'enforces: whether it refuses to overwrite, keeps older versions, and what these credentials may do.',
        examples: [
            { text: 'All stores', command: 'lifeboat store check --environment production' },
            {
                text: 'Whether the keys in hand are those of the writer, and no more',
                command: 'lifeboat store check --environment production --role writer',
            },
        ],
        inputs: storeCheckInputs,
        load: async () => (await __webpack_require__.e(/* import() */ 4934).then(__webpack_require__.bind(__webpack_require__, 74934))).runStoreCheck,
    }),
    'notify test': notifyTest,
    metrics: metricsVerb,
    'report compliance': reportCompliance,
    'runbook list': runbook/* runbookList */.Vj,
    'runbook show': runbook/* runbookShow */.YE,
    'runbook lint': runbook/* runbookLint */.sI,
    'runbook run': runbook/* runbookRun */.Yz,
    'runbook abandon': runbook/* runbookAbandon */.mC,
    drill: drillVerb,
    'drill list': drillListVerb,
    'drill report': drillReportVerb,
    'drill clean': drillCleanVerb,
    'env up': envUp,
    'env status': envStatus,
    'env stop': envStop,
    'env clean': envClean,
};
/** The verbs that are actions, by the folder they stand in. */
function actionVerbs() {
    return Object.values(verbs).filter((verb) => verb.action !== null);
}


/***/ }),

/***/ 32539:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vj: () => (/* binding */ runbookList),
/* harmony export */   YE: () => (/* binding */ runbookShow),
/* harmony export */   Yz: () => (/* binding */ runbookRun),
/* harmony export */   mC: () => (/* binding */ runbookAbandon),
/* harmony export */   sI: () => (/* binding */ runbookLint)
/* harmony export */ });
/* unused harmony exports runbookRunInputs, runbookListInputs, runbookAbandonInputs, runbookShowInputs, runbookLintInputs */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92857);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(64377);
/* harmony import */ var _domain_runbook_schema_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60884);
/* harmony import */ var _input_fields_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95290);
/* harmony import */ var _verb_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(47381);




const folder = _input_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .path */ .Ae.default('runbooks').describe('Folder of the runbooks.');
const incident = zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()
    .regex(_domain_runbook_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .incidentIdPattern */ .SU, { error: 'accepted: the id of an incident, such as INC-001' })
    .describe('Id of the incident, as its runbook has it: `INC-002`.');
/** Of two answers to one question neither is taken. */
const once = (all) => new Set(all.map((line) => line.slice(0, line.indexOf('=')))).size === all.length;
const onceForm = { error: 'accepted: one for each, and not two' };
/** `look=broken`, one per line. */
const answers = _input_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .lines */ .Mn
    .refine((all) => all.every((line) => /^[a-z][a-z0-9-]*=[a-z][a-z0-9-]*$/.test(line)), {
    error: 'accepted: step=answer, such as look=broken',
})
    .refine(once, onceForm)
    .transform((all) => new Map(all.map((line) => line.split('=', 2))));
/** `restore.backup=20261121T101500Z-k3f9x`, one per line. */
const gifts = _input_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .lines */ .Mn
    .refine((all) => all.every((line) => /^[a-z][a-z0-9-]*\.[a-z][a-z-]*=.+$/.test(line)), {
    error: 'accepted: step.input=value, such as restore.backup=2026-11-21T10:00:00Z',
})
    .refine(once, onceForm)
    .transform((all) => new Map(all.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)])));
const steps = _input_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .lines */ .Mn.transform((all) => new Set(all));
const runbookRunInputs = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    ..._input_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .sharedInputs */ .dO,
    incident,
    folder,
    run: _input_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL
        .optional()
        .describe('Id of a run to go on with, as its report has it; or `new`, to begin one although another of the same incident is open. Default: a new run begins where none is open.'),
    began: zod__WEBPACK_IMPORTED_MODULE_4__/* .datetime */ .w$({ offset: true, error: 'accepted: a time such as 2026-11-21T10:15:00Z' })
        .transform((text) => Date.parse(text))
        .optional()
        .describe('When the incident began, as `2026-11-21T10:15:00Z`: its RTO counts from then. Default: now.'),
    answer: answers
        .optional()
        .describe('Answers to decisions, one `step=answer` per line or separated by semicolons; on the command line also given several times.'),
    give: gifts
        .optional()
        .describe('Inputs that steps ask for, as `step.input=value`, one per line or separated by semicolons.'),
    done: steps.optional().describe('Ids of steps that a person has done, likewise.'),
    skip: steps.optional().describe('Ids of steps that are left out, likewise; the run is then degraded.'),
    confirm: _input_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL
        .optional()
        .describe('The name of the environment, typed by whoever starts it: handed to the steps that ask for it.'),
    simulate: _input_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zM.describe('Says what each step would do, and does nothing.').meta(_input_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt),
    ..._input_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .identityInputs */ .g_,
    ..._input_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .signingInputs */ .hY,
});
const runbookRun = (0,_verb_js__WEBPACK_IMPORTED_MODULE_2__/* .actionVerb */ .Cf)({
    name: 'runbook run',
    summary: 'Carry out the runbook of an incident, step by step',
    description: 'Does what can be done by a machine, asks for what only a person can do, and records each step in the ledger as it is ' +
        'done. Where nobody sits at a terminal it ends at such a step, and goes on when it is run again with the id of the run. ' +
        'It is timed against the RTO of the incident, and tells those whom the runbook names when it runs late.',
    examples: [
        {
            text: 'What would be done',
            command: 'lifeboat runbook run --environment production --incident INC-003 --simulate',
        },
        {
            text: 'Do it',
            command: 'lifeboat runbook run --environment production --incident INC-003 --confirm production --reason "server lost" --identity-file verify-identity.txt --signing-key-file backup-signing-key.txt',
        },
        {
            text: 'Go on after a person has done their part',
            command: 'lifeboat runbook run --environment production --incident INC-003 --run INC-003-20261121T101500Z-1f2e3 --done tell-customers',
        },
    ],
    inputs: runbookRunInputs,
    outputs: {
        run: 'Id of the run, to go on with it.',
        state: '`done`, `waiting` for a person, `failed`, or `simulated`.',
        'waiting-for': 'Id of the step that waits for a person; empty when none does.',
    },
    action: { folder: 'runbook', title: 'Lifeboat runbook', icon: 'book-open', startsServers: true },
    load: async () => (await Promise.all(/* import() */[__webpack_require__.e(4699), __webpack_require__.e(7695), __webpack_require__.e(1338), __webpack_require__.e(2849)]).then(__webpack_require__.bind(__webpack_require__, 51338))).runRunbookVerb,
});
const runbookListInputs = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    environment: _input_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .environment */ .cA.optional().describe('Environment whose drills say which runbooks are proven.'),
    config: _input_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .config */ .$W,
    folder,
});
const runbookList = (0,_verb_js__WEBPACK_IMPORTED_MODULE_2__/* .verb */ .w3)({
    name: 'runbook list',
    summary: 'List the runbooks: incident, severity, RTO, and whether a drill proves them',
    description: 'Reads the runbooks of the folder. With an environment, also its ledger: a runbook whose drill is stale, failed or was ' +
        'never held is shown as unproven, and runs that have not ended are listed.',
    examples: [{ text: 'With their proofs', command: 'lifeboat runbook list --environment production' }],
    inputs: runbookListInputs,
    load: async () => (await Promise.all(/* import() */[__webpack_require__.e(9872), __webpack_require__.e(4375), __webpack_require__.e(4699), __webpack_require__.e(7321)]).then(__webpack_require__.bind(__webpack_require__, 27358))).runRunbookList,
});
const runbookAbandonInputs = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    environment: _input_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .environment */ .cA,
    config: _input_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .config */ .$W,
    run: _input_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL.describe('Id of the run, as `runbook list` has it.'),
    reason: _input_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL.max(500).describe('Why nobody goes on with it. Kept in the ledger.'),
    ..._input_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .signingInputs */ .hY,
});
const runbookAbandon = (0,_verb_js__WEBPACK_IMPORTED_MODULE_2__/* .verb */ .w3)({
    name: 'runbook abandon',
    summary: 'End a run of a runbook that nobody will go on with',
    description: 'Writes into the ledger that the run is over and why, without its having come to its end. Nothing that it did is undone. ' +
        'A run that is open keeps another of the same incident from beginning unnoticed.',
    examples: [
        {
            text: 'Two people had begun',
            command: 'lifeboat runbook abandon --environment production --run INC-003-20261121T101500Z-1f2e3 --reason "begun twice" --signing-key-file backup-signing-key.txt',
        },
    ],
    inputs: runbookAbandonInputs,
    load: async () => (await Promise.all(/* import() */[__webpack_require__.e(9872), __webpack_require__.e(4375), __webpack_require__.e(4699), __webpack_require__.e(7321)]).then(__webpack_require__.bind(__webpack_require__, 27358))).runRunbookAbandon,
});
const runbookShowInputs = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ incident, folder });
const runbookShow = (0,_verb_js__WEBPACK_IMPORTED_MODULE_2__/* .verb */ .w3)({
    name: 'runbook show',
    summary: 'Show a runbook, to read or to follow by hand',
    description: 'Prints how the incident shows, what is done, how it is verified, who is told and when.',
    examples: [{ text: 'The database does not start', command: 'lifeboat runbook show --incident INC-003' }],
    inputs: runbookShowInputs,
    load: async () => (await Promise.all(/* import() */[__webpack_require__.e(9872), __webpack_require__.e(4375), __webpack_require__.e(4699), __webpack_require__.e(7321)]).then(__webpack_require__.bind(__webpack_require__, 27358))).runRunbookShow,
});
const runbookLintInputs = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ folder });
const runbookLint = (0,_verb_js__WEBPACK_IMPORTED_MODULE_2__/* .verb */ .w3)({
    name: 'runbook lint',
    summary: 'Check the runbooks without running anything',
    description: 'Names problems with file, line and column: unknown keys and verbs, inputs that a verb would refuse, ways that ' +
        'lead back, drills that there are not. Reads no variable and reaches nothing.',
    examples: [{ text: 'All runbooks of the folder', command: 'lifeboat runbook lint' }],
    inputs: runbookLintInputs,
    load: async () => (await Promise.all(/* import() */[__webpack_require__.e(9872), __webpack_require__.e(4375), __webpack_require__.e(4699), __webpack_require__.e(7321)]).then(__webpack_require__.bind(__webpack_require__, 27358))).runRunbookLint,
});


/***/ })

};
