export const id = 6419;
export const ids = [6419];
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
/* harmony export */   ll: () => (/* binding */ newestFirst)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);

const idPattern = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z-([a-z0-9]{5})(?:-([a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?))?$/;
/** What a label may look like; labels become part of keys, so only characters that every store treats alike. */
const labelPattern = /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/;
const labelForm = 'up to 40 lower-case letters, digits and inner hyphens, such as pre-deploy-142';
/** @param random at least five random bytes */
function makeBackupId(at, random, label) {
    if (label !== undefined && !labelPattern.test(label)) {
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('config', `the label ${JSON.stringify(label)} is not usable; accepted: ${labelForm}`);
    }
    const alphabet = 'abcdefghijklmnopqrstuvwxyz012345'; // 32 characters, so a byte's low five bits choose evenly
    const suffix = Array.from(random.subarray(0, 5), (byte) => alphabet[byte & 31]).join('');
    return `${compactTime(at)}-${suffix}${label === undefined ? '' : `-${label}`}`;
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
/** Newest first. Ids of the same second order by their random part, so the order is total. */
function newestFirst(ids) {
    return [...ids].sort((a, b) => (a < b ? 1 : a > b ? -1 : 0));
}


/***/ }),

/***/ 71603:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gx: () => (/* binding */ labelSchema),
/* harmony export */   Jq: () => (/* binding */ nameSchema),
/* harmony export */   RA: () => (/* binding */ camelKeys),
/* harmony export */   VW: () => (/* binding */ environmentSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(13603);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96087);
/* harmony import */ var _backup_id_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(82180);
/* harmony import */ var _template_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(98018);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1642);





/**
 * The environment file, as users write it. Keys are kebab-case as in the file; `camelKeys` turns them for the code.
 * The JSON Schema for editors and the tables in the docs are generated from here.
 */
const nameForm = 'lower-case letters, digits and inner hyphens, at most 40, such as main or production-eu';
const nameSchema = zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()
    .regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/, { error: `accepted: ${nameForm}` })
    .register(_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .wordings */ .M3, { type: 'name', accepted: nameForm });
const duration = zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()
    .refine((text) => ((0,_units_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E9)(text) ?? 0) > 0, { error: `accepted: ${_units_js__WEBPACK_IMPORTED_MODULE_0__/* .durationForm */ .rk}` })
    .register(_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .wordings */ .M3, { type: 'duration', accepted: _units_js__WEBPACK_IMPORTED_MODULE_0__/* .durationForm */ .rk })
    .transform((text) => (0,_units_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E9)(text) ?? 0)
    .meta({ description: `A duration: ${_units_js__WEBPACK_IMPORTED_MODULE_0__/* .durationForm */ .rk}.` });
/** A connection or credential field: may hold `${NAME}`. The place is filled in by the parser. */
const template = zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()
    .min(1)
    .superRefine((text, context) => {
    const problem = (0,_template_js__WEBPACK_IMPORTED_MODULE_2__/* .templateProblem */ .M)(text);
    if (problem !== null)
        context.addIssue({ code: 'custom', message: problem });
})
    .register(_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .wordings */ .M3, { type: 'text with ${NAME}', accepted: 'text, which may hold "${NAME}"', secret: true })
    .transform((text) => new _template_js__WEBPACK_IMPORTED_MODULE_2__/* .Template */ .B(text, ''));
const plainText = zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().min(1).register(_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .wordings */ .M3, { type: 'text', accepted: 'text' });
const positiveInteger = zod__WEBPACK_IMPORTED_MODULE_4__/* .int */ .Whr().min(1);
const count = zod__WEBPACK_IMPORTED_MODULE_4__/* .int */ .Whr().min(0);
const objectives = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    rpo: duration.optional().describe('Recovery point objective: how much data, in time, may be lost at most.'),
    rto: duration
        .optional()
        .describe('Recovery time objective: how long a recovery may take, from detection to service.'),
    'backup-every': duration.optional().describe('How often a backup is made.'),
    'verify-every': duration.optional().describe('How often a restore test is made.'),
    'drill-every': duration.optional().describe('How often a drill is held.'),
    detection: duration.optional().describe('Time allowed for noticing a failure; part of the RTO estimate.'),
    reroute: duration
        .optional()
        .describe('Time allowed for leading the application to the restored database; part of the RTO estimate.'),
});
const sqlCheck = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    name: plainText.describe('A sentence that is true of good data.'),
    sql: plainText.describe('A query that gives one row with one boolean, true when the sentence holds.'),
});
const postgresSource = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    name: nameSchema.describe('Name of the source; becomes a folder in the backup.'),
    type: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz('postgres').describe('A PostgreSQL database.'),
    url: template
        .optional()
        .describe('Connection URL, postgres://user:password@host:port/database?sslmode=verify-full.'),
    host: template.optional().describe('Instead of url: host name, address, or folder of a socket.'),
    port: zod__WEBPACK_IMPORTED_MODULE_4__/* .union */ .KCZ([
        template,
        zod__WEBPACK_IMPORTED_MODULE_4__/* .int */ .Whr()
            .min(1)
            .max(65535)
            .transform((port) => new _template_js__WEBPACK_IMPORTED_MODULE_2__/* .Template */ .B(String(port), '')),
    ])
        .register(_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .wordings */ .M3, { type: 'port', accepted: 'a whole number from 1 to 65535, or "${NAME}"' })
        .optional()
        .describe('Instead of url. Default: 5432.'),
    user: template.optional().describe('Instead of url: the role that reads.'),
    password: template.optional().describe("Instead of url: the role's password."),
    database: template.optional().describe('Instead of url: the database.'),
    sslmode: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full'])
        .optional()
        .describe('As in libpq.'),
    sslrootcert: template.optional().describe('Path of a file with root certificates, or "system".'),
    jobs: positiveInteger.max(64).default(4).describe('Parallel connections of pg_dump.'),
    'max-block': duration
        .prefault('30s')
        .describe('End the dump when it makes another session wait longer than this.'),
    freshness: plainText
        .optional()
        .describe('A query that gives the time of the newest data, such as select max(created_at) from orders.'),
    checks: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(sqlCheck).default([]).describe('Assertions about restored data.'),
    client: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(['same', 'newer'])
        .default('same')
        .describe('"newer" lets pg_dump of a later major than the server be used.'),
    install: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(['auto', 'never'])
        .default('auto')
        .describe('Whether missing PostgreSQL programs may be installed.'),
    'role-passwords': zod__WEBPACK_IMPORTED_MODULE_4__/* .boolean */ .zMY()
        .default(false)
        .describe("Whether roles' password hashes are part of the backup."),
    'accept-not-included': zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(plainText)
        .default([])
        .describe('Objects that pg_dump leaves out and that may be missing without making the run degraded, as it names them.'),
    'accept-unproven': zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(plainText)
        .default([])
        .describe('Extensions that may be missing in the laboratory without making the proof degraded.'),
});
const redisSource = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    name: nameSchema.describe('Name of the source; becomes a folder in the backup.'),
    type: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz('redis').describe('A Redis server.'),
    url: template.describe('Connection URL, rediss://user:password@host:port.'),
});
const filesSource = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    name: nameSchema.describe('Name of the source; becomes a folder in the backup.'),
    type: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz('files').describe('A file tree.'),
    path: plainText.describe('A folder. Relative paths start at the working directory.'),
    exclude: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(plainText).default([]).describe('Patterns of files that are left out, such as *.tmp.'),
});
/** How long a store's own lock holds new objects, by the class of their backup. */
const lockPeriods = {
    scheduled: duration
        .optional()
        .describe('How long objects of scheduled backups are held. Default: not at all.'),
    critical: duration
        .optional()
        .describe('How long objects of critical backups are held. Default: not at all.'),
};
const bandwidth = zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()
    .refine((text) => ((0,_units_js__WEBPACK_IMPORTED_MODULE_0__/* .parseSize */ .DB)(text) ?? 0) >= 1024, { error: `accepted: ${_units_js__WEBPACK_IMPORTED_MODULE_0__/* .sizeForm */ ._$}, at least 1KiB` })
    .register(_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .wordings */ .M3, { type: 'size', accepted: `${_units_js__WEBPACK_IMPORTED_MODULE_0__/* .sizeForm */ ._$}, at least 1KiB` })
    .transform((text) => (0,_units_js__WEBPACK_IMPORTED_MODULE_0__/* .parseSize */ .DB)(text) ?? 0)
    .optional()
    .describe('Bytes a second at most, up and down together, such as 20MB. Default: no limit.');
const offsite = zod__WEBPACK_IMPORTED_MODULE_4__/* .boolean */ .zMY()
    .optional()
    .describe('Whether it stands elsewhere than the database, for the rule of 3-2-1. Default: false for local folders, else true.');
const localStore = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    name: nameSchema.describe('Name of the store in reports.'),
    type: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz('local').describe('A folder of this machine.'),
    path: template.describe('A folder. Relative paths start at the working directory.'),
    ephemeral: zod__WEBPACK_IMPORTED_MODULE_4__/* .boolean */ .zMY()
        .default(false)
        .describe('Says that the folder goes away with the machine, so it never counts as a copy.'),
    bandwidth,
    offsite,
});
const s3Store = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    name: nameSchema.describe('Name of the store in reports.'),
    type: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz('s3').describe('An S3-compatible bucket.'),
    bucket: template.describe("The bucket's name alone."),
    region: template
        .optional()
        .describe('Region; "auto" for Cloudflare R2. Default: AWS_REGION, else us-east-1.'),
    endpoint: template.optional().describe('URL of an S3-compatible service. Default: AWS.'),
    prefix: template.optional().describe('Key prefix inside the bucket.'),
    'access-key-id': template
        .optional()
        .describe('Default: the credentials that the AWS SDK finds (variables, profile, instance).'),
    'secret-access-key': template.optional().describe('Stands together with access-key-id.'),
    'session-token': template.optional().describe('With temporary keys.'),
    'role-arn': template.optional().describe("An AWS role that is assumed with the job's OIDC token."),
    'path-style': zod__WEBPACK_IMPORTED_MODULE_4__/* .boolean */ .zMY()
        .optional()
        .describe('Bucket in the path rather than the host name. Default: true with an endpoint.'),
    'storage-class': plainText
        .optional()
        .describe("Storage class of new objects, such as STANDARD_IA. Default: the bucket's own."),
    sse: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(['AES256', 'aws:kms'])
        .optional()
        .describe("Encryption by the service. Default: the bucket's own."),
    'kms-key-id': template.optional().describe("With sse: aws:kms: the key. Default: the account's own."),
    'object-lock': zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
        mode: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(['governance', 'compliance'])
            .default('governance')
            .describe('"compliance" cannot be shortened by anybody; try "governance" first.'),
        ...lockPeriods,
    })
        .optional()
        .describe('Object Lock of each object, by the class of its backup.'),
    bandwidth,
    offsite,
});
const azureStore = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    name: nameSchema.describe('Name of the store in reports.'),
    type: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz('azure').describe('A container of Azure Blob Storage.'),
    container: template.describe("The container's name alone."),
    account: template.optional().describe('The storage account.'),
    endpoint: template
        .optional()
        .describe("URL of the account's blob service. Default: https://<account>.blob.core.windows.net."),
    prefix: template.optional().describe('Name prefix inside the container.'),
    'connection-string': template
        .optional()
        .describe('Account and credentials in one, as the portal shows them.'),
    'account-key': template.optional().describe('Key of the account; it may do everything.'),
    'sas-token': template.optional().describe('Shared access signature of the container.'),
    'tenant-id': template
        .optional()
        .describe("Entra tenant, for the job's OIDC token. Default: AZURE_TENANT_ID."),
    'client-id': template
        .optional()
        .describe("Entra application that trusts the job's OIDC token. Default: AZURE_CLIENT_ID."),
    'access-tier': zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(['Hot', 'Cool', 'Cold']).optional().describe("Default: the account's own tier."),
    immutability: zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
        mode: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(['unlocked', 'locked'])
            .default('unlocked')
            .describe('"locked" cannot be shortened by anybody; try "unlocked" first.'),
        ...lockPeriods,
    })
        .optional()
        .describe('Time-based retention of each object, by the class of its backup.'),
    bandwidth,
    offsite,
});
const gcsStore = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    name: nameSchema.describe('Name of the store in reports.'),
    type: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz('gcs').describe('A bucket of Google Cloud Storage.'),
    bucket: template.describe("The bucket's name alone."),
    endpoint: template.optional().describe('URL of an emulator. Default: Google.'),
    prefix: template.optional().describe('Key prefix inside the bucket.'),
    credentials: template.optional().describe('The JSON of a service account key.'),
    'workload-identity-provider': template
        .optional()
        .describe("Provider that trusts the job's OIDC token: projects/<number>/locations/global/workloadIdentityPools/<pool>/providers/<provider>."),
    'service-account': template
        .optional()
        .describe('With workload-identity-provider: the service account that is impersonated. Default: none.'),
    'storage-class': zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(['STANDARD', 'NEARLINE', 'COLDLINE', 'ARCHIVE'])
        .optional()
        .describe("Default: the bucket's own."),
    'object-retention': zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
        mode: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(['unlocked', 'locked'])
            .default('unlocked')
            .describe('"locked" cannot be shortened by anybody; try "unlocked" first.'),
        ...lockPeriods,
    })
        .optional()
        .describe('Retention of each object, by the class of its backup.'),
    bandwidth,
    offsite,
});
const recipients = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    recipients: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()
        .regex(/^age1[0-9a-z]+$/, { error: 'accepted: an age recipient, which begins with age1' })
        .register(_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .wordings */ .M3, {
        type: 'age recipient',
        accepted: 'an age recipient, which begins with age1',
        secret: true,
    }))
        .min(1)
        .describe('age public keys; two are expected, one of them kept offline.'),
});
const passphrase = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    passphrase: template.describe('Seals and opens; whoever makes backups can then read them too.'),
    cipher: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(['age', 'aes-256-gcm'])
        .default('age')
        .describe('How it seals: age (scrypt, ChaCha20-Poly1305), or aes-256-gcm (PBKDF2, AES) for those who must have AES.'),
});
const signingKeyForm = 'ed25519: followed by 44 characters of base64, as lifeboat keygen prints';
const signingKey = zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()
    .regex(/^ed25519:[A-Za-z0-9+/]{43}=$/, { error: `accepted: ${signingKeyForm}` })
    .register(_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .wordings */ .M3, { type: 'public key', accepted: signingKeyForm, secret: true });
const argv = zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(plainText).min(1).register(_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .wordings */ .M3, {
    type: 'list of text',
    accepted: 'a list: a program and its arguments, such as [./scripts/restart.sh, web]',
});
const health = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    url: template.describe('A URL of the application that answers with `status` when it is well.'),
    attempts: positiveInteger.max(1000).default(30).describe('How often it is asked at most.'),
    interval: duration.prefault('10s').describe('Time between two attempts.'),
    timeout: duration.prefault('10s').describe('How long one attempt may take.'),
    status: zod__WEBPACK_IMPORTED_MODULE_4__/* .int */ .Whr().min(100).max(599).default(200).describe('The HTTP status that means well.'),
});
/** What every kind of target may have. */
const anyTarget = {
    health: health.optional().describe('How the application is asked whether it is well.'),
    reroute: argv
        .optional()
        .describe('A program that leads the application to a database; its connection URL stands in LIFEBOAT_DATABASE_URL.'),
    variables: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()
        .regex(/^(?!GITHUB_|ACTIONS_|RUNNER_|INPUT_|LIFEBOAT_)[A-Za-z_][A-Za-z0-9_]*$/i, {
        error: 'accepted: the name of a variable',
    })
        .register(_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .wordings */ .M3, {
        type: 'name of a variable',
        accepted: 'the name of a variable, not beginning with GITHUB_, ACTIONS_, RUNNER_, INPUT_ or LIFEBOAT_',
    }))
        .default([])
        .describe('Variables of the job that the programs started here are given.'),
};
const composeTarget = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    type: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz('compose').describe('Docker Compose on the machine that restores.'),
    files: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(plainText)
        .default([])
        .describe('Compose files, in their order. Default: those that Compose finds in the working directory.'),
    project: plainText.optional().describe("The project's name. Default: Compose's own choice."),
    services: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(plainText).default([]).describe('Services to restart. Default: all of them.'),
    timeout: duration.prefault('2m').describe('How long the services may take until they run.'),
    ...anyTarget,
});
const kubernetesTarget = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    type: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz('kubernetes').describe('Workloads in a Kubernetes cluster, through kubectl.'),
    workloads: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()
        .regex(/^(deployment|statefulset|daemonset)\/[a-z0-9][a-z0-9.-]*$/, {
        error: 'accepted: a workload such as deployment/web',
    })
        .register(_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .wordings */ .M3, { type: 'workload', accepted: 'a workload such as deployment/web' }))
        .min(1)
        .describe('Workloads to restart: deployment/…, statefulset/… or daemonset/….'),
    context: plainText.optional().describe("The context of kubectl's configuration. Default: its current one."),
    namespace: plainText.optional().describe("The namespace. Default: the context's."),
    timeout: duration.prefault('5m').describe('How long one workload may take until it is rolled out.'),
    ...anyTarget,
});
const commandTarget = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    type: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz('command').describe('A program of your own.'),
    restart: argv.describe('A program that restarts the application and ends when it runs.'),
    timeout: duration.prefault('5m').describe('How long the program may take.'),
    ...anyTarget,
});
const manualTarget = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    type: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz('manual').describe('A person restarts the application.'),
    restart: plainText.optional().describe('What the person is asked to do, in a sentence.'),
    ...anyTarget,
});
const environmentSchema = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    version: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz(1).default(1).describe('Version of this format.'),
    environment: nameSchema.describe('Name of what is protected.'),
    protected: zod__WEBPACK_IMPORTED_MODULE_4__/* .boolean */ .zMY()
        .default(false)
        .describe('Demands signatures, and more care from operations that change things.'),
    timezone: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()
        .refine(isTimeZone, { error: 'accepted: a time zone such as UTC or Europe/Berlin' })
        .register(_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .wordings */ .M3, { type: 'time zone', accepted: 'a time zone such as UTC or Europe/Berlin' })
        .default('UTC')
        .describe('Time zone for people and for calendar retention.'),
    objectives: objectives.prefault({}).describe('What is promised.'),
    sources: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .discriminatedUnion */ .gMt('type', [postgresSource, redisSource, filesSource]))
        .min(1)
        .describe('What is backed up: all sources together are one backup.'),
    stores: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .discriminatedUnion */ .gMt('type', [localStore, s3Store, azureStore, gcsStore]))
        .min(1)
        .describe('Where backups go: every backup to all of them. A restore tries them in this order.'),
    encryption: zod__WEBPACK_IMPORTED_MODULE_4__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz('none'), recipients, passphrase])
        .register(_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .wordings */ .M3, {
        type: 'mapping',
        accepted: '{ recipients: [age1…, age1…] }, { passphrase: "${NAME}" }, or the word none',
    })
        .describe('Recipients, a passphrase, or the word none.'),
    signing: zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
        backup: signingKey.optional().describe('Public key of those who make backups.'),
        verify: signingKey.optional().describe('Public key of those who make proofs.'),
        retention: signingKey
            .optional()
            .describe('Public key of those who remove what has expired; signs their events in the ledger.'),
        restore: signingKey
            .optional()
            .describe('Public key of those who restore; signs their events in the ledger.'),
    })
        .prefault({})
        .describe('Public keys that backups and proofs must be signed with.'),
    retention: zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
        last: positiveInteger.default(3).describe('The newest backups are kept, this many.'),
        hourly: count
            .default(0)
            .describe('Hours of which the last backup is kept. As for the tiers below, those without one do not count.'),
        daily: count.default(7).describe('Days of which the last backup is kept.'),
        weekly: count.default(4).describe('Weeks (from Monday) of which the last backup is kept.'),
        monthly: count.default(12).describe('Months of which the last backup is kept.'),
        yearly: count.default(3).describe('Years of which the last backup is kept.'),
        critical: duration
            .prefault('90d')
            .describe('How long backups of class critical are kept, whatever the tiers say.'),
        'max-removals': positiveInteger
            .max(10_000)
            .default(200)
            .describe('How many backups one run may remove at most; the oldest go first.'),
        grace: duration
            .prefault('24h')
            .describe('How old what a killed run left behind must be before it is removed.'),
    })
        .prefault({})
        .describe('Which backups are kept; the others expire.'),
    'minimum-copies': positiveInteger
        .default(1)
        .describe('How many stores must hold a backup for it not to be failed.'),
    target: zod__WEBPACK_IMPORTED_MODULE_4__/* .discriminatedUnion */ .gMt('type', [composeTarget, kubernetesTarget, commandTarget, manualTarget])
        .optional()
        .describe('Where the application runs: what a restore restarts, asks for its health and reroutes.'),
    heartbeat: template.optional().describe('A URL that is pinged after each good backup and proof.'),
})
    .describe('A Lifeboat environment: what is protected, where its backups go, and what is promised.');
/** What a label of a backup may look like, as a schema for inputs. */
const labelSchema = zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().regex(_backup_id_js__WEBPACK_IMPORTED_MODULE_1__/* .labelPattern */ .FM, { error: `accepted: ${_backup_id_js__WEBPACK_IMPORTED_MODULE_1__/* .labelForm */ .dN}` });
function isTimeZone(name) {
    try {
        return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
    }
    catch {
        return false;
    }
}
/** `backup-every` → `backupEvery`, all the way down. */
function camelKeys(value) {
    return turn(value);
}
function turn(value) {
    if (Array.isArray(value))
        return value.map(turn);
    if (value === null || typeof value !== 'object' || value instanceof _template_js__WEBPACK_IMPORTED_MODULE_2__/* .Template */ .B)
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [
        key.replaceAll(/-([a-z])/g, (_, letter) => letter.toUpperCase()),
        turn(inner),
    ]));
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
                    hint: `Give ${name} a value in the job's env: block, for example ${name}: \${{ secrets.${name} }}.`,
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

/***/ 1642:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I8: () => (/* binding */ core),
/* harmony export */   M3: () => (/* binding */ wordings),
/* harmony export */   O3: () => (/* binding */ wordingOf),
/* harmony export */   oR: () => (/* binding */ joined)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(29396);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13603);

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

/***/ 63421:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cr: () => (/* binding */ forThePublic),
/* harmony export */   QU: () => (/* binding */ maskSecrets),
/* harmony export */   eo: () => (/* binding */ secretForms),
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
/* harmony export */   LZ: () => (/* binding */ judgeChecks),
/* harmony export */   W2: () => (/* binding */ rungs)
/* harmony export */ });
/* unused harmony export rungsThatReadData */
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
    const asksForData = rungs.indexOf(level) >= rungs.indexOf('equal');
    const readsData = checks.some((check) => check.status === 'passed' && rungsThatReadData.includes(check.rung));
    if (asksForData && !readsData)
        return 'failed';
    return !asksForData || checks.some((check) => check.status !== 'passed') ? 'degraded' : 'passed';
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
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(13603);
/* harmony import */ var _domain_environment_schema_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71603);
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
];
const isS3 = (given) => given.store === 's3';
const isProduction = (given) => (given.environment ?? '').startsWith('prod');
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
        question: 'Is it protected: are unsigned backups and proofs refused?',
        otherwise: (given) => (isProduction(given) ? 'true' : 'false'),
        problem: oneOf('true', 'false'),
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

/***/ 14855:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  P: () => (/* binding */ verbs)
});

// UNUSED EXPORTS: actionVerbs

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 16 modules
var schemas = __webpack_require__(13603);
// EXTERNAL MODULE: ./lib/domain/environment/schema.js
var schema = __webpack_require__(71603);
// EXTERNAL MODULE: ./lib/domain/store-role.js
var store_role = __webpack_require__(21002);
// EXTERNAL MODULE: ./lib/domain/units.js
var units = __webpack_require__(96087);
// EXTERNAL MODULE: ./lib/domain/verdict.js
var verdict = __webpack_require__(75141);
;// CONCATENATED MODULE: ./lib/ports/restoration.js
/** How what is restored and what is in use come to stand to each other. */
const restoreModes = ['side-by-side', 'swap', 'in-place'];

// EXTERNAL MODULE: ./lib/operations/init/options.js
var options = __webpack_require__(82671);
;// CONCATENATED MODULE: ./lib/wiring/inputs.js







/** A secret is never shown, and must not stand in a command line, where every user of a machine can read it. */
const secret = { secret: true, only: 'action' };
/** GitHub has secrets and schedules in place of these. */
const onTerminalsOnly = { only: 'cli' };
/** On the command line it stands alone, without a value. */
const flag = { flag: true };
const inputs_boolean = schemas/* enum */.k5n(['true', 'false'], { error: 'accepted: true or false' })
    .default('false')
    .transform((word) => word === 'true');
const duration = withUnit(units/* durationForm */.rk, units/* parseDuration */.E9);
const size = withUnit(units/* sizeForm */._$, units/* parseSize */.DB);
const path = schemas/* string */.YjP().min(1);
const words = schemas/* string */.YjP().min(1);
const environment = schema/* nameSchema */.Jq.describe('Name of the environment: its file is `environments/<name>.yml` or `environments/<application>/<name>.yml`.');
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
    'fail-on': schemas/* enum */.k5n(['failed', 'degraded'])
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
const backupInputs = schemas/* object */.Ikc({
    ...sharedInputs,
    ...signingInputs,
    label: schema/* labelSchema */.Gx
        .optional()
        .describe('A name for this backup that becomes part of its id, such as `pre-deploy-142`.'),
    class: schemas/* enum */.k5n(['scheduled', 'critical'])
        .default('scheduled')
        .describe('`critical` backups are kept for `retention.critical`, whatever their number.'),
    every: duration
        .refine((span) => span >= 1_000 && span <= 7 * 86_400_000, { error: 'accepted: from 1s to 7d' })
        .optional()
        .describe('Makes a backup this often, such as `15m`, until it is stopped: for a machine of your own, where it starts on time.')
        .meta(onTerminalsOnly),
});
const verifyInputs = schemas/* object */.Ikc({
    ...sharedInputs,
    backup: words
        .default('latest')
        .describe('A backup id, `latest`, or a date or time: the last backup before it.'),
    level: schemas/* enum */.k5n([...verdict/* rungs */.W2, 'full'])
        .default('full')
        .describe(`How far up the ladder of proof to go: ${verdict/* rungs */.W2.map((rung) => `\`${rung}\``).join(', ')}; \`full\` is all of it.`),
    ...identityInputs,
    ...signingInputs,
});
const retentionInputs = schemas/* object */.Ikc({
    ...sharedInputs,
    ...signingInputs,
    'dry-run': inputs_boolean
        .describe('Says what would be kept and removed, and by which rule, and changes nothing.')
        .meta(flag),
});
const replicateInputs = schemas/* object */.Ikc({
    ...sharedInputs,
    ...signingInputs,
    'dry-run': inputs_boolean.describe('Says what would be copied, and changes nothing.').meta(flag),
});
const repairInputs = schemas/* object */.Ikc({
    ...sharedInputs,
    ...signingInputs,
    backup: words
        .default('latest')
        .describe('A backup id, `latest`, or a date or time: the last backup before it.'),
    level: schemas/* enum */.k5n(['stored', 'intact'])
        .default('intact')
        .describe('`stored` compares sizes alone; `intact` reads every byte of every copy.'),
    confirm: words
        .optional()
        .describe('Name of the environment, typed once more; needed with a reason where it is protected.'),
    'dry-run': inputs_boolean.describe('Says what is damaged and would be mended, and changes nothing.').meta(flag),
});
const ledgerVerifyInputs = schemas/* object */.Ikc({ environment, config });
const leaseListInputs = schemas/* object */.Ikc({ environment, config });
const leaseBreakInputs = schemas/* object */.Ikc({
    environment,
    config,
    name: words.describe('Name of the lease, as `lifeboat lease list` prints it.'),
    reason: words.max(500).describe('Why it may be cleared, in a sentence. Kept in the ledger.'),
    ...signingInputs,
});
const lines = words.transform((text) => text
    .split(/\r?\n|;/)
    .map((line) => line.trim())
    .filter((line) => line !== ''));
/** `schema.table: where …`, each on a line of its own, since a condition may hold anything else. */
const rowConditions = words
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
    ...sharedInputs,
    backup: words
        .default('latest')
        .describe('What to restore, read as the first of these that fits: `latest`; `latest-proven`, the newest that a restore test has proven; a backup id; a date or time, the last backup before it; a label, the newest backup that bears it.'),
    mode: schemas/* enum */.k5n(restoreModes)
        .default('side-by-side')
        .describe('`side-by-side` restores into a database beside the one in use; `swap` then exchanges the two by renaming, and keeps the old one; `in-place` moves the schemas aside, for servers where no database may be made.'),
    target: words
        .optional()
        .describe('Where to restore: a connection URL, or the name of a database on the same server. A URL with a password comes from a secret, as `${NAME}` or in `LIFEBOAT_TARGET_URL`. Default: by mode and backup id.'),
    source: schema/* nameSchema */.Jq.optional().describe('Only this source of the environment. Default: all.'),
    confirm: words
        .optional()
        .describe('The name of the environment, typed by whoever starts a `swap`, `in-place` or `reroute`.'),
    'fall-back': inputs_boolean
        .describe('Takes the next older backup when no store has a sound copy of the chosen one.')
        .meta(flag),
    'emergency-backup': inputs_boolean
        .describe('Backs up the present state before anything is touched, as class `critical`. `in-place` always does.')
        .meta(flag),
    tables: lines
        .optional()
        .describe('Only these, one per line: `schema.table`, or `schema.*` for a whole schema. `side-by-side` only.'),
    rows: rowConditions
        .optional()
        .describe('Only the rows for which a condition holds, one table per line: `shop.orders: where customer_id = 7`. `side-by-side` only.')
        .meta({ secret: true }),
    answered: lines
        .optional()
        .describe('Names of what a refused `swap` listed as bound to the database, and what may be given up.'),
    reroute: inputs_boolean
        .describe('With `side-by-side`: leads the application to what was restored, by `target.reroute` of the environment file.')
        .meta(flag),
    'dry-run': inputs_boolean
        .describe('Says what would be done and what stands in its way, and changes nothing.')
        .meta(flag),
    ...identityInputs,
    ...signingInputs,
});
const listInputs = schemas/* object */.Ikc({ environment, config });
const keygenInputs = schemas/* object */.Ikc({
    folder: path
        .optional()
        .describe('Folder for the key files, outside of the repository; `lifeboat-keys` in your home by default. Made when it is not there.'),
});
const storeCheckInputs = schemas/* object */.Ikc({
    environment,
    config,
    store: schema/* nameSchema */.Jq.optional().describe('Only the store of this name.'),
    role: schemas/* enum */.k5n(store_role/* storeRoles */.x)
        .optional()
        .describe('Whose keys these are meant to be: `writer`, `reader`, `restorer` or `keeper`. Tries what they can do, and compares it with what the role should.'),
});
const planInputs = schemas/* object */.Ikc({
    environment,
    config,
    'backup-schedule': lines
        .optional()
        .describe('Cron lines of the backup workflow, separated by semicolons; by default those that init would write.'),
    'verify-schedule': lines.optional().describe('Cron lines of the verify workflow, likewise.'),
    'backup-duration': duration.optional().describe('How long a backup takes, as an earlier report has it.'),
    'verify-duration': duration.optional().describe('How long a verification takes.'),
    delay: duration.optional().describe('How late the scheduler may start a run.'),
    'backup-size': size.optional().describe('Stored size of one backup.'),
    'backup-objects': schemas/* string */.YjP()
        .regex(/^\d+$/, { error: 'accepted: a whole number' })
        .transform(Number)
        .optional()
        .describe('Stored objects of one backup.'),
});
const initInputs = schemas/* object */.Ikc({
    ...questions(),
    'keys-folder': path
        .optional()
        .describe('Where key files go, outside of the repository; `lifeboat-keys/<repository>/<environment>` in your home by default.'),
    force: inputs_boolean.describe('Replaces files that exist with another text.').meta(flag),
});
/** What init asks, each as an option. */
function questions() {
    const entries = options/* optionNames */.W6.map((name) => [name, words.optional().describe(options/* options */.fF[name].question)]);
    return Object.fromEntries(entries);
}
/** Text with a unit, as the number that it means. */
function withUnit(form, parse) {
    return schemas/* string */.YjP()
        .refine((text) => parse(text) !== null, { error: `accepted: ${form}` })
        .transform((text) => parse(text) ?? 0);
}

;// CONCATENATED MODULE: ./lib/wiring/verbs.js

/** The one table of verbs: it gives the CLI, each action.yml, the READMEs' tables and the reference. */
const verbs = {
    backup: actionVerb({
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
    verify: actionVerb({
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
    retention: actionVerb({
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
    replicate: actionVerb({
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
    repair: verb({
        name: 'repair',
        summary: 'Put sound copies in the place of damaged and missing ones',
        description: 'Holds every copy of a backup to its signed manifest. Where an object is damaged or missing, a sound copy from ' +
            'another store is fetched and checked whole; only then is the damaged one removed and the sound one put in its ' +
            'place. Needs the keeper’s credentials; a store’s own lock is respected.',
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
    'ledger verify': verb({
        name: 'ledger verify',
        summary: 'Check that nothing was taken out of the ledger, or changed in it',
        description: 'Reads every event from every store, holds each to its signature and to what the events after it say of it, and ' +
            'to what proofs say was there. Prints who did what last.',
        examples: [{ text: 'The whole ledger', command: 'lifeboat ledger verify --environment production' }],
        inputs: ledgerVerifyInputs,
        load: async () => (await __webpack_require__.e(/* import() */ 5363).then(__webpack_require__.bind(__webpack_require__, 5363))).runLedgerVerify,
    }),
    'lease list': verb({
        name: 'lease list',
        summary: 'Say which runs hold something up, and until when',
        description: 'Lists the leases in all stores: who holds them, since when, why, and when they expire.',
        examples: [{ text: 'All leases', command: 'lifeboat lease list --environment production' }],
        inputs: leaseListInputs,
        load: async () => (await Promise.all(/* import() */[__webpack_require__.e(503), __webpack_require__.e(1808), __webpack_require__.e(6676)]).then(__webpack_require__.bind(__webpack_require__, 12362))).runLeaseList,
    }),
    'lease break': verb({
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
        load: async () => (await Promise.all(/* import() */[__webpack_require__.e(503), __webpack_require__.e(1808), __webpack_require__.e(6676)]).then(__webpack_require__.bind(__webpack_require__, 12362))).runLeaseBreak,
    }),
    restore: actionVerb({
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
    list: verb({
        name: 'list',
        summary: 'List the backups of an environment: age, size, stores and proofs',
        description: 'Reads manifests and proofs from all stores. Needs no identity.',
        examples: [
            { text: 'What could be restored', command: 'lifeboat list --environment production' },
            { text: 'For a script', command: 'lifeboat list --environment production --json' },
        ],
        inputs: listInputs,
        load: async () => (await Promise.all(/* import() */[__webpack_require__.e(503), __webpack_require__.e(1808), __webpack_require__.e(3964)]).then(__webpack_require__.bind(__webpack_require__, 80318))).runList,
    }),
    keygen: verb({
        name: 'keygen',
        summary: 'Make the keys: two age identities and three signing keys',
        description: 'Writes each secret key to a file of its own that only you can read, never over an existing file, and prints the ' +
            'public parts for the environment file. The offline identity comes first: move it off this machine, to paper or ' +
            'a safe, since it opens every backup when all else is lost.',
        examples: [{ text: 'Into a new folder', command: 'lifeboat keygen --folder ~/keys/production' }],
        inputs: keygenInputs,
        load: async () => (await Promise.all(/* import() */[__webpack_require__.e(1539), __webpack_require__.e(8311)]).then(__webpack_require__.bind(__webpack_require__, 58311))).runKeygen,
    }),
    plan: verb({
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
    init: verb({
        name: 'init',
        summary: 'Adopt Lifeboat in a repository: keys, environment file, workflows',
        description: 'Run at the root of the repository. Asks what it was not told, makes the keys (the offline one first), writes the ' +
            'environment file and the workflows, and says what is left to do by hand. Run again with the same answers, it ' +
            'changes nothing.',
        examples: [
            { text: 'Answer its questions', command: 'lifeboat init' },
            {
                text: 'Without questions',
                command: 'lifeboat init --environment production --store s3 --bucket shop-backups --region eu-central-1 --action OWNER/lifeboat@COMMIT < /dev/null',
            },
        ],
        inputs: initInputs,
        load: async () => (await Promise.all(/* import() */[__webpack_require__.e(1539), __webpack_require__.e(503), __webpack_require__.e(2243), __webpack_require__.e(6907), __webpack_require__.e(1808), __webpack_require__.e(1235), __webpack_require__.e(9157), __webpack_require__.e(7063), __webpack_require__.e(2623), __webpack_require__.e(1510), __webpack_require__.e(2162)]).then(__webpack_require__.bind(__webpack_require__, 21459))).runInit,
    }),
    'store check': verb({
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
};
/** The verbs that are actions, by the folder they stand in. */
function actionVerbs() {
    return Object.values(verbs).filter((verb) => verb.action !== null);
}
function actionVerb(verb) {
    return verb;
}
function verb(description) {
    return { ...description, outputs: {}, action: null };
}


/***/ })

};
