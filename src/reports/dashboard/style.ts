/** The whole look. Colours are chosen for a contrast of 4.5 and more on their own ground, in both schemes. */
export const style = `
:root{color-scheme:light dark;--ground:#f4f6f8;--card:#fff;--ink:#16202a;--soft:#566472;--edge:#dfe5ea;--accent:#0b6b7d;--area:#0b6b7d22;
--good:#15703a;--good-ground:#e3f4e9;--warn:#8a5300;--warn-ground:#fdf0d8;--bad:#b3261e;--bad-ground:#fce8e6;--none-ground:#e9edf1;
--bar-good:#3fa56b;--bar-late:#e0a02e;--bar-bad:#d5473d;--shadow:0 1px 2px #16202a14,0 4px 16px #16202a0d}
@media(prefers-color-scheme:dark){:root{--ground:#0e141a;--card:#172029;--ink:#e8eef3;--soft:#9fb0bf;--edge:#293541;--accent:#5cc5d8;--area:#5cc5d826;
--good:#7fdba2;--good-ground:#16321f;--warn:#f2c063;--warn-ground:#3a2c10;--bad:#ff9b92;--bad-ground:#41191a;--none-ground:#232e38;
--bar-good:#3d9a64;--bar-late:#d79a33;--bar-bad:#e5655b;--shadow:none}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,Ubuntu,sans-serif;font-variant-numeric:tabular-nums}
main,header,footer{max-width:1180px;margin:0 auto;padding:0 20px}
header{padding-top:28px;padding-bottom:8px;display:flex;flex-wrap:wrap;gap:4px 20px;align-items:baseline;justify-content:space-between}
h1{font-size:26px;letter-spacing:-.02em;margin:0}h2{font-size:21px;letter-spacing:-.01em;margin:0}h3{font-size:14px;font-weight:600;margin:0 0 2px}
p{margin:0}.soft{color:var(--soft)}.small{font-size:13px}
a{color:var(--accent)}
.overview{display:grid;grid-template-columns:repeat(auto-fit,minmax(250px,1fr));gap:14px;margin:14px 0 34px;padding:0;list-style:none}
.overview a{display:flex;gap:14px;align-items:center;height:100%;text-decoration:none;color:inherit}
.card,.overview a{background:var(--card);border:1px solid var(--edge);border-radius:12px;padding:16px 18px;box-shadow:var(--shadow);min-width:0}
.overview a:hover{border-color:var(--accent)}
section{margin:0 0 44px;scroll-margin-top:12px}
.title{display:flex;flex-wrap:wrap;gap:8px 12px;align-items:center;margin:0 0 14px}
.pill{display:inline-block;border-radius:99px;padding:1px 10px;font-size:12.5px;font-weight:600;white-space:nowrap;background:var(--none-ground);color:var(--soft)}
.pill.passed{background:var(--good-ground);color:var(--good)}.pill.degraded{background:var(--warn-ground);color:var(--warn)}.pill.failed{background:var(--bad-ground);color:var(--bad)}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(170px,1fr));gap:14px;margin:0 0 14px}
.figure b{display:block;font-size:24px;line-height:1.25;letter-spacing:-.02em;font-weight:650}
.figure.failed b{color:var(--bad)}.figure.degraded b{color:var(--warn)}.figure.passed b{color:var(--good)}
.charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,420px),1fr));gap:14px;margin:0 0 14px}
svg{display:block;width:100%;height:auto;margin:6px 0 2px;overflow:visible}
.ring{width:52px;flex:none;margin:0}.ring circle{fill:none;stroke-width:6;stroke:var(--edge)}.ring .arc{stroke:var(--bar-good);stroke-linecap:round}
.ring.degraded .arc{stroke:var(--bar-late)}.ring.failed .arc{stroke:var(--bar-bad)}.ring text{font-size:17px;font-weight:650;fill:var(--ink);text-anchor:middle}
.grid{stroke:var(--edge)}.tick{fill:var(--soft);font-size:11.5px}.line{fill:none;stroke:var(--accent);stroke-width:2;stroke-linejoin:round}
.area{fill:var(--area)}.dot{fill:var(--accent)}.dot.bad{fill:var(--bar-bad)}.target{stroke:var(--bar-bad);stroke-width:1.5;stroke-dasharray:5 4}.target-text{fill:var(--bad);font-size:11.5px}
.bar.made{fill:var(--bar-good)}.bar.late{fill:var(--bar-late)}.bar.missed{fill:var(--bar-bad);stroke:var(--card);stroke-dasharray:2 2}
.key{display:flex;flex-wrap:wrap;gap:2px 14px;font-size:12.5px;color:var(--soft)}.key span::before{content:"";display:inline-block;width:9px;height:9px;border-radius:2px;margin-right:5px;background:var(--bar-good)}
.key .late::before{background:var(--bar-late)}.key .missed::before{background:var(--bar-bad)}
.checks{list-style:none;margin:0;padding:0}.checks li{display:grid;grid-template-columns:86px 1fr;gap:12px;padding:7px 0;border-top:1px solid var(--edge)}.checks li:first-child{border:0}
.checks p{overflow-wrap:anywhere}
details{margin-top:6px}summary{cursor:pointer;color:var(--soft);font-size:13px}summary:hover{color:var(--accent)}
.wide{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:13px}th,td{text-align:left;padding:5px 12px 5px 0;border-top:1px solid var(--edge);white-space:nowrap}
th{color:var(--soft);font-weight:600;border:0}td.number,th.number{text-align:right}
.halves th,.halves td:has(time),.wraps{white-space:normal}.halves td:has(time){width:1%}.halves time{display:inline-block;white-space:nowrap}.halves th,.halves td{padding-right:10px;vertical-align:top}.halves td:last-child,.halves th:last-child{padding-right:0}
.halves{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,420px),1fr));gap:14px;margin:0 0 14px}
footer{padding-bottom:36px;color:var(--soft);font-size:13px}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
@media(max-width:520px){.halves td{white-space:normal}.halves .pill{padding:1px 6px}.tick,.target-text{font-size:14px}main,header,footer{padding-left:14px;padding-right:14px}.card,.overview a{padding:13px 14px}.figures{grid-template-columns:1fr 1fr;gap:10px}.figure b{font-size:20px}.checks li{grid-template-columns:1fr;gap:2px}}
@media print{body{background:#fff}.card{break-inside:avoid;box-shadow:none}}
`
