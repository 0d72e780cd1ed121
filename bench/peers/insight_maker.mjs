// The borough model in the npm package 'simulation' (the engine of Insight Maker). Usage: node insight_maker.mjs [RUNS], in a folder where the package is installed;
// SPEC_DIR holds params.json and reference.json. It checks itself against the reference before it is timed.
import { createRequire } from 'module'; import { pathToFileURL } from 'url'; import path from 'path'; import fs from 'fs';
const dir = path.join(process.cwd(), 'node_modules/simulation/src/api/Model.js');
const { Model } = await import(pathToFileURL(dir).href);
const here = process.env.SPEC_DIR || path.dirname(new URL(import.meta.url).pathname);
const P = JSON.parse(fs.readFileSync(here + '/params.json')), R = JSON.parse(fs.readFileSync(here + '/reference.json'));
const MASK = (1n << 64n) - 1n;
function uniform(d, i) { let z = (12345n + BigInt(d * 32 + i + 1) * 0x9E3779B97F4A7C15n) & MASK; z = ((z ^ (z >> 30n)) * 0xBF58476D1CE4E5B9n) & MASK; z = ((z ^ (z >> 27n)) * 0x94D049BB133111EBn) & MASK; return Number((z ^ (z >> 31n)) >> 11n) * 2 ** -53; }
const names = [...Array.from({ length: 8 }, (_, i) => 'dm' + (i + 1)), ...Array.from({ length: 8 }, (_, i) => 'cm' + (i + 1)), ...'xw1 xw2 xw3 xr1 xr2 xr3 xd xe xh xf xs xb xg xk'.split(' ')];
function build(mult, pooled, months = 240) {
  const m = new Model({ timeStart: 0, timeLength: months, timeStep: 1, timeUnits: 'Months', algorithm: 'Euler' });
  const obj = {}, eqs = {};
  const V = (n, e) => { obj[n] = m.Variable({ name: n, value: String(e) }); eqs[n] = String(e); };
  const S = (n, init, net) => { const s = obj[n] = m.Stock({ name: n, initial: init }); const f = obj['f' + n] = m.Flow(null, s, { name: 'flow_' + n, rate: net, nonNegative: false }); eqs['f' + n] = net; };
  const K = [0, 1, 2, 3, 4, 5, 6, 7], A = [0, 1, 2, 3, 4], L = [0, 1, 2, 3], r = n => `[${n}]`;
  names.forEach((n, i) => V(n, mult[i])); V('pooled', pooled ? 1 : 0);
  const sum = a => a.length ? a.join(' + ') : '0';
  for (const k of K) {
    V('uc' + k, `${P.unit_cost[k]}*[cm${k + 1}]`); V('kp' + k, `${P.keep[k]}*[xk]`);
    V('work' + k, `[dm${k + 1}]*(${sum(A.flatMap(a => L.map(s => `[n${a}${s}]*${P.rate[k][a][s]}`)))}) + [fail${k}] + [on${k}]`);
    V('on' + k, `[back${k}]*${1 - P.gives_up[k]}`); V('arrivals' + k, `[work${k}]-[on${k}]`);
    V('served' + k, `Min([work${k}], [budget]*[share${k}]/[uc${k}])`); V('unmet' + k, `[work${k}]-[served${k}]`);
    V('away' + k, `(1-[kp${k}])*Max([unmet${k}]-[on${k}], 0)`); V('nextback' + k, `[unmet${k}]-[away${k}]`);
    V('cost' + k, `[served${k}]*[uc${k}]`); V('leave' + k, `[back${k}]-[on${k}]+[away${k}]`);
    V('nextmissed' + k, `[missed${k}]*(1-1/${P.missed_months})+[leave${k}]`);
    V('u' + k, `Min(${P.people_per_contact[k]}*([nextback${k}]+[nextmissed${k}])/[alive], 1)`);
    V('weight' + k, `[share${k}]*(1+[pooled]*${P.lam}*${P.value[k]}*Max(([unseen${k}]+[arrivals${k}]-[served${k}])/([came${k}]+[arrivals${k}]), 0))`);
  }
  V('alive', sum(A.flatMap(a => L.map(s => `[n${a}${s}]`)))); V('spend', '12*([cost0]+[cost1])/[alive]');
  V('sat', `[xe]*[eff]/([eff]+${P.half}*[xh])`); V('fd', `[xd]*(1+${P.death_acute_sens}*[u7])`);
  for (const s of [0, 1, 2]) V('f' + s, `[xw${s + 1}]*(1+[xs]*(${sum(K.filter(k => P.sens[k][s]).map(k => `${P.sens[k][s]}*[u${k}]`))}))*(1-${P.emax[s]}*[sat])`);
  V('yearend', 'IfThenElse((Months() mod 12) = 11, 1, 0)'); V('sumw', sum(K.map(k => `[weight${k}]`)));
  for (const a of A) { for (const s of [0, 1, 2]) V(`net${a}${s}`, `[n${a}${s}]*${P.worsen[a][s]}*[f${s}]-[n${a}${s + 1}]*${P.recover[a][s]}*[xr${s + 1}]`);
    for (const s of L) { V(`die${a}${s}`, `[n${a}${s}]*${P.death[a][s]}*[fd]`); V(`old${a}${s}`, `[n${a}${s}]*${P.ageing[a]}`); } }
  for (const a of A) { for (const s of L) { let e = '0'; if (s < 3) e += `-[net${a}${s}]`; if (s > 0) e += `+[net${a}${s - 1}]`; e += `-[die${a}${s}]-[old${a}${s}]`; if (a > 0) e += `+[old${a - 1}${s}]`; if (a == 0 && s == 0) e += `+${P.births}*[xb]`; S(`n${a}${s}`, P.stock0[a][s], e); }
    S('dead' + a, 0, sum(L.map(s => `[die${a}${s}]`))); }
  for (const k of K) { S('back' + k, 0, `[nextback${k}]-[back${k}]`); S('missed' + k, 0, `[nextmissed${k}]-[missed${k}]`); S('fail' + k, 0, `[xf]*(${sum(K.filter(q => P.phi[q][k]).map(q => `${P.phi[q][k]}*[leave${q}]`))})-[fail${k}]`);
    S('came' + k, 0, `IfThenElse([yearend]=1, -[came${k}], [arrivals${k}])`);
    S('unseen' + k, 0, `IfThenElse([yearend]=1, -[unseen${k}], [arrivals${k}]-[served${k}])`); S('share' + k, P.share0[k], `IfThenElse([yearend]=1, [weight${k}]/[sumw]-[share${k}], 0)`); }
  S('budget', P.budget_month0, `IfThenElse([yearend]=1, [budget]*${P.growth_year}*[xg], 0)`); S('eff', P.eff0, `([spend]-[eff])/${P.tau}`);
  S('tcost', 0, sum(K.map(k => `[cost${k}]`))); S('tqaly', 0, `(${sum(A.flatMap(a => L.map(s => `[n${a}${s}]*${P.qaly[s]}`)))})/12`); S('tunmet', 0, sum(K.map(k => `[unmet${k}]`)));
  for (const [n, e] of Object.entries(eqs)) for (const x of new Set([...e.matchAll(/\[(\w+)\]/g)].map(y => y[1]))) if (x !== n && 'f' + x !== n) m.Link(obj[x], obj[n]);
  return [m, obj];
}
const outs = (res, o) => ['tcost', 'tqaly', 'tunmet', 'dead4', 'n43'].map(n => { const s = res.series(o[n]); return s[s.length - 1]; });
let worst = 0;
for (const pol of ['siloed', 'pooled']) for (let d = 0; d < 2; d++) { const [m, o] = build(P.halfwidth.map((h, i) => 1 + h * (2 * uniform(d, i) - 1)), pol == 'pooled'); const x = outs(m.simulate(), o); R[pol].draws[d].forEach((y, i) => worst = Math.max(worst, Math.abs(x[i] / y - 1))); }
console.log('simulation: worst relative difference', worst);
const [m, o] = build(Array(30).fill(1), true); let ts = []; const N = +(process.argv[2] || 10);
for (let r = 0; r < N; r++) { names.forEach((n, i) => { o[n].value = String(1 + P.halfwidth[i] * (2 * Math.random() - 1)); }); const c = process.cpuUsage(); m.simulate(); const u = process.cpuUsage(c); ts.push((u.user + u.system) / 1e3); }
ts.sort((a, b) => a - b); console.log(`simulation: simulate() after setting 30 values, cpu ms: median ${ts[N >> 1].toFixed(1)} min ${ts[0].toFixed(1)} max ${ts[N - 1].toFixed(1)} RSS ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`);
