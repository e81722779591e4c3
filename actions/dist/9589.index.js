export const id = 9589;
export const ids = [9589];
export const modules = {

/***/ 28836:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ folderOf)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);
/* harmony import */ var _keys_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49552);


/** A prefix of the environment file as a folder: empty, or ending in `/`. @throws Failure `config` */
function folderOf(prefix, place) {
    const inner = prefix.replaceAll(/^\/+|\/+$/g, '');
    if (inner === '')
        return '';
    if (!(0,_keys_js__WEBPACK_IMPORTED_MODULE_1__/* .isKey */ .m0)(inner) || inner.length > 100) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('config', `${place}: the prefix is not usable`, {
            hint: 'Accepted: up to 100 letters, digits, dots, underscores and hyphens, in parts separated by single slashes.',
        });
    }
    return `${inner}/`;
}


/***/ }),

/***/ 79589:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  s3Options: () => (/* binding */ s3Options)
});

// EXTERNAL MODULE: ./lib/domain/failure.js
var failure = __webpack_require__(27550);
// EXTERNAL MODULE: ./lib/stores/folder.js
var folder = __webpack_require__(28836);
;// CONCATENATED MODULE: ./lib/stores/s3/services.js

/** By the host of the endpoint. */
function serviceOf(endpoint) {
    if (endpoint === null)
        return 'aws';
    const host = URL.parse(endpoint)?.hostname ?? '';
    if (host.endsWith('.r2.cloudflarestorage.com'))
        return 'r2';
    if (host.endsWith('.backblazeb2.com'))
        return 'b2';
    return /(^|\.)amazonaws\.com(\.cn)?$/.test(host) ? 'aws' : 'other';
}
/** What the signature must name, where the service itself tells; null where it does not. */
function regionOf(service, endpoint) {
    if (service === 'r2')
        return 'auto';
    if (service !== 'b2')
        return null;
    return (/^s3\.([a-z]+-[a-z]+-\d+)\.backblazeb2\.com$/.exec(URL.parse(endpoint ?? '')?.hostname ?? '')?.[1] ?? null);
}
/** @throws Failure `config` when the store wants what the service does not have; found out now, not in mid-backup */
function checkAbilities(service, config) {
    for (const [wanted, missing, hint] of lacks[service] ?? []) {
        if (!wanted(config))
            continue;
        throw new failure/* Failure */.HR('config', `the S3 store ${config.name} has ${missing}`, { hint });
    }
}
const lacks = {
    r2: [
        [
            ({ objectLock }) => objectLock !== undefined,
            'object-lock, which Cloudflare R2 does not have',
            "Take it out, and give the bucket a bucket lock rule for the backups' prefix (docs/stores.md says how).",
        ],
        [
            ({ sse }) => sse !== undefined,
            'sse, which Cloudflare R2 does not have',
            'Take it out: R2 encrypts everything.',
        ],
        [
            ({ storageClass }) => storageClass !== undefined && !/^STANDARD(_IA)?$/.test(storageClass),
            'a storage-class that Cloudflare R2 does not have',
            'Accepted there: STANDARD and STANDARD_IA.',
        ],
    ],
    b2: [
        [
            ({ sse }) => sse === 'aws:kms',
            'sse: aws:kms, which Backblaze B2 does not have',
            'Accepted there: AES256.',
        ],
        [
            ({ storageClass }) => storageClass !== undefined && storageClass !== 'STANDARD',
            'a storage-class that Backblaze B2 does not have',
            'Take it out.',
        ],
    ],
};

// EXTERNAL MODULE: ./lib/stores/backoff.js
var backoff = __webpack_require__(67218);
;// CONCATENATED MODULE: ./lib/stores/s3/web-identity.js


const audience = 'sts.amazonaws.com';
/** The longest that every role allows unless told otherwise. */
const lifetimeSeconds = 3_600;
const timeoutMilliseconds = 15_000;
/**
 * A source of credentials for the SDK, which keeps them and asks again when they have less than five minutes left. Each
 * time a new token is fetched, since GitHub's live for minutes only.
 */
function webIdentityCredentials(identity) {
    return () => (0,backoff/* patiently */.d_)(identity.patience, async () => {
        const token = await identity.oidcToken(audience);
        return readCredentials(await ask(identity, token), identity.where);
    });
}
async function ask(identity, token) {
    let response;
    try {
        response = await fetch(identity.endpoint ?? regionalEndpoint(identity.region), {
            method: 'POST',
            // Set here, so that only this body is sent whatever fetch would choose.
            headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
            body: new URLSearchParams({
                Action: 'AssumeRoleWithWebIdentity',
                Version: '2011-06-15',
                RoleArn: identity.roleArn,
                RoleSessionName: identity.sessionName,
                WebIdentityToken: token,
                DurationSeconds: String(lifetimeSeconds),
            }).toString(),
            redirect: 'error',
            signal: AbortSignal.timeout(timeoutMilliseconds),
        });
    }
    catch (cause) {
        throw new failure/* Failure */.HR('unavailable', `${identity.where}: AWS STS cannot be reached`, { cause });
    }
    const text = await response.text().catch((cause) => {
        throw new failure/* Failure */.HR('unavailable', `${identity.where}: the answer of AWS STS broke off`, { cause });
    });
    if (response.ok)
        return text;
    const code = web_identity_element(text, 'Code') ?? 'no code';
    const what = `${identity.where}: AWS STS did not give the role (${code}, ${response.status})`;
    if (response.status >= 500 || response.status === 429 || retriedCodes.has(code))
        throw new failure/* Failure */.HR('unavailable', what);
    throw new failure/* Failure */.HR('access', what, {
        hint: "Let the role's trust policy accept the provider token.actions.githubusercontent.com with the audience " +
            'sts.amazonaws.com and the subject of this job, repo:OWNER/REPOSITORY:environment:NAME, and give the job id-token: write.',
    });
}
const retriedCodes = new Set(['IDPCommunicationError', 'Throttling', 'ThrottlingException', 'RequestTimeout']);
function readCredentials(text, where) {
    const accessKeyId = web_identity_element(text, 'AccessKeyId');
    const secretAccessKey = web_identity_element(text, 'SecretAccessKey');
    const sessionToken = web_identity_element(text, 'SessionToken');
    const expiration = new Date(web_identity_element(text, 'Expiration') ?? '');
    if (!accessKeyId || !secretAccessKey || !sessionToken || Number.isNaN(expiration.getTime())) {
        throw new failure/* Failure */.HR('unavailable', `${where}: AWS STS gave an answer without credentials`, {
            hint: 'If AWS_ENDPOINT_URL_STS is set, look whether it leads to an STS.',
        });
    }
    return { accessKeyId, secretAccessKey, sessionToken, expiration };
}
/** The text of the first element of this name. STS answers in flat XML, whose values need no more than this. */
function web_identity_element(xml, name) {
    return new RegExp(`<${name}>\\s*([^<]*?)\\s*</${name}>`)
        .exec(xml)?.[1]
        ?.replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&amp;', '&');
}
function regionalEndpoint(region) {
    const domain = region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
    return `https://sts.${region}.${domain}/`;
}

;// CONCATENATED MODULE: ./lib/stores/s3/options.js




/** What the environment file says of an S3 store, with its variables filled in. @throws Failure `config` */
function s3Options(config, surroundings) {
    const { variables } = surroundings;
    const resolve = (template) => template?.resolve(variables);
    const endpoint = resolve(config.endpoint) ??
        given(variables['AWS_ENDPOINT_URL_S3']) ??
        given(variables['AWS_ENDPOINT_URL']) ??
        null;
    const service = serviceOf(endpoint);
    checkAbilities(service, config);
    const region = resolve(config.region) ??
        regionOf(service, endpoint) ??
        given(variables['AWS_REGION']) ??
        given(variables['AWS_DEFAULT_REGION']) ??
        'us-east-1';
    const bucket = config.bucket.resolve(variables);
    if (endpoint !== null)
        checkEndpoint(endpoint, bucket, config);
    return {
        name: config.name,
        bucket,
        prefix: (0,folder/* folderOf */.y)(resolve(config.prefix) ?? '', config.prefix?.place ?? config.name),
        region,
        endpoint,
        pathStyle: config.pathStyle ?? endpoint !== null,
        credentials: credentials(config, region, surroundings),
        checksum: endpoint === null ? 'sha256' : 'md5',
        service,
        storageClass: (config.storageClass ?? null),
        sse: config.sse ?? null,
        kmsKeyId: resolve(config.kmsKeyId) ?? null,
        lock: config.objectLock === undefined
            ? null
            : {
                mode: config.objectLock.mode,
                periods: {
                    scheduled: config.objectLock.scheduled ?? null,
                    critical: config.objectLock.critical ?? null,
                },
            },
        patience: { clock: surroundings.clock, random: surroundings.random },
        log: surroundings.log,
    };
}
function credentials(config, region, { variables, oidcToken, clock, random }) {
    const fail = (message, hint) => new failure/* Failure */.HR('config', `the S3 store ${config.name} ${message}`, { hint });
    if ((config.accessKeyId === undefined) !== (config.secretAccessKey === undefined)) {
        throw fail('has one half of a key', 'Give both access-key-id and secret-access-key, or neither.');
    }
    if (config.roleArn !== undefined) {
        if (config.accessKeyId !== undefined) {
            throw fail('has both a key and a role-arn', 'Give a key or a role-arn; the role is assumed with the OIDC token.');
        }
        if (oidcToken === null) {
            throw fail('has a role-arn, but this run has no OIDC token', 'Give the job permissions: id-token: write. Outside of GitHub Actions use a key or an AWS profile.');
        }
        return webIdentityCredentials({
            where: `the S3 store ${config.name}`,
            roleArn: config.roleArn.resolve(variables),
            // Services other than AWS have regions that STS does not know.
            region: config.endpoint === undefined && /^[a-z]{2,}-[a-z-]+-\d+$/.test(region) ? region : 'us-east-1',
            endpoint: given(variables['AWS_ENDPOINT_URL_STS']) ?? null,
            sessionName: sessionName(variables),
            oidcToken,
            patience: { clock, random },
        });
    }
    if (config.accessKeyId !== undefined && config.secretAccessKey !== undefined) {
        const sessionToken = config.sessionToken?.resolve(variables);
        return {
            accessKeyId: config.accessKeyId.resolve(variables),
            secretAccessKey: config.secretAccessKey.resolve(variables),
            ...(sessionToken !== undefined && { sessionToken }),
        };
    }
    // Taken from here rather than by the SDK, since secrets may have been taken out of the process's environment.
    const accessKeyId = given(variables['AWS_ACCESS_KEY_ID']);
    const secretAccessKey = given(variables['AWS_SECRET_ACCESS_KEY']);
    const sessionToken = given(variables['AWS_SESSION_TOKEN']);
    if (accessKeyId === undefined || secretAccessKey === undefined)
        return null;
    return { accessKeyId, secretAccessKey, ...(sessionToken !== undefined && { sessionToken }) };
}
/** `lifeboat-1234567890-1`: leads from CloudTrail to the run. */
function sessionName(variables) {
    const run = [given(variables['GITHUB_RUN_ID']), given(variables['GITHUB_RUN_ATTEMPT'])].filter((part) => part !== undefined && /^\d+$/.test(part));
    return ['lifeboat', ...run].join('-');
}
function checkEndpoint(endpoint, bucket, config) {
    const fail = (message, hint) => new failure/* Failure */.HR('config', `${config.endpoint?.place ?? 'AWS_ENDPOINT_URL_S3'}: ${message}`, { hint });
    const url = URL.parse(endpoint);
    if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) {
        throw fail('the endpoint is no URL', 'Write it as https://host or https://host:port.');
    }
    if (url.username !== '' || url.password !== '') {
        throw fail('the endpoint holds credentials', 'Give them as access-key-id and secret-access-key.');
    }
    if (url.pathname.replaceAll('/', '') === bucket) {
        throw fail('the endpoint holds the bucket', 'Leave the bucket out of the endpoint; it has a key of its own.');
    }
}
function given(value) {
    return value === undefined || value === '' ? undefined : value;
}


/***/ })

};
