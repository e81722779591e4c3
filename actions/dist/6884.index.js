export const id = 6884;
export const ids = [6884];
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


/***/ })

};
