// Draws a second of processor time of the borough scenario, with the engine in Node's V8, which is a browser's.
// node browser.mjs SCENARIO PAGE: PAGE is a folder with main.js, modules.js and the page's _framework.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const [scenario, folder] = process.argv.slice(2);
const text = readFileSync(scenario, 'utf8');
const { page } = await import(pathToFileURL(`${folder}/main.js`));

function rate(executor, isFused, draws, isDrawn) {
  page.Ready(text, executor, isFused);
  // V8 and the engine's interpreter both compile better what they have run for a while.
  page.Run(draws, isDrawn);
  page.Run(draws, isDrawn);
  const rates = [];
  for (let repeat = 0; repeat < 5; repeat++) {
    const before = process.cpuUsage();
    page.Run(draws, isDrawn);
    const { user, system } = process.cpuUsage(before);
    rates.push(draws / (user + system) * 1e6);
  }
  return Math.round(rates.sort((a, b) => a - b)[2]);
}

const fused = page.IsFused();
const rates = [
  ...(fused ? [['fused', rate('Module', true, 8000, false)], ['fused, with drawing', rate('Module', true, 8000, true)]] : []),
  ['emulated', rate('Module', false, 1600, false)],
  ['interpreter', rate('Interpreter', false, 64, false)],
];
for (const [name, value] of rates) {
  console.log(`${name}: ${value}`);
}
process.exit(0);
