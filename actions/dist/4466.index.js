export const id = 4466;
export const ids = [4466];
export const modules = {

/***/ 4466:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N6: () => (/* binding */ makeIdentity),
/* harmony export */   NJ: () => (/* binding */ notAnIdentity),
/* harmony export */   du: () => (/* binding */ recipientOf),
/* harmony export */   parseIdentities: () => (/* binding */ parseIdentities)
/* harmony export */ });
/* harmony import */ var age_encryption__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81539);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27550);


/** A new key pair. X25519, which every version of age can use. */
async function makeIdentity() {
    const identity = await (0,age_encryption__WEBPACK_IMPORTED_MODULE_0__/* .generateX25519Identity */ .ou)();
    return { identity, recipient: await (0,age_encryption__WEBPACK_IMPORTED_MODULE_0__/* .identityToRecipient */ .RE)(identity) };
}
/** The recipient of an identity. @throws Failure `config` when the text is no identity; the text is not repeated */
async function recipientOf(identity) {
    try {
        return await (0,age_encryption__WEBPACK_IMPORTED_MODULE_0__/* .identityToRecipient */ .RE)(identity);
    }
    catch {
        throw notAnIdentity(); // no cause: the library's message could repeat the key
    }
}
/** The identities in the text of an identity file: one per line, comments and blank lines aside. @throws Failure `config` */
function parseIdentities(text) {
    const lines = text
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== '' && !line.startsWith('#'));
    if (lines.length === 0 || lines.some((line) => !/^AGE-SECRET-KEY-(PQ-)?1[0-9A-Z]+$/.test(line))) {
        throw notAnIdentity();
    }
    return lines;
}
function notAnIdentity() {
    return new _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR('config', 'the identity given is not an age secret key', {
        hint: 'An age identity is a line that begins with AGE-SECRET-KEY-1, as lifeboat keygen and age-keygen print it.',
    });
}


/***/ })

};
