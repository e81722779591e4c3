export const id = 8202;
export const ids = [8202];
export const modules = {

/***/ 88202:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   main: () => (/* binding */ main)
/* harmony export */ });
/* harmony import */ var _github_run_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(222);
/* harmony import */ var _wiring_run_deploy_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85975);
/* harmony import */ var _wiring_verbs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(39675);
/* harmony import */ var _render_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63707);




const { inputs, outputs } = _wiring_verbs_js__WEBPACK_IMPORTED_MODULE_2__/* .verbs */ .P.deploy;
const main = () => (0,_github_run_js__WEBPACK_IMPORTED_MODULE_0__/* .runAction */ .C)({ operation: 'deploy-env', inputs, outputs: Object.keys(outputs), render: _render_js__WEBPACK_IMPORTED_MODULE_3__/* .render */ .X }, _wiring_run_deploy_js__WEBPACK_IMPORTED_MODULE_1__.runDeploy);


/***/ })

};
