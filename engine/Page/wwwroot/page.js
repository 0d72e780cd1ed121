// The page: shows what the address says. Two engines work behind it, each in a worker: one that is always free for what is shown next,
// and one for what takes long, which is ended as soon as nobody wants its answer any more.
import * as address from './address.js';
import { readFolder, writeScenario } from './folder.js';
import { commands, save, savePng, saveSvg } from './leaves.js';
import { Numbers, changed, parts } from './numbers.js';
import { showPlace } from './place.js';
import { redraw } from './redraw.js';
import { isMade, markPresets, pressed, sharesSaid, showPresets, showShares, showStart as showStarting } from './terms.js';
import { copyTables } from './tables.js';
import { expected, fill, readFiles, showStart } from './start.js';
import { Unreachable, explained } from './unreachable.js';
import { Engine } from './worker.js';

const stages = {
  read: 'Reading the place',
  run: 'Running every option, month by month',
  tabulate: 'Adding up who pays what',
  draw: 'Running simulations, to see how sure it is',
  sensitivity: 'Moving each number, to see what matters',
  tell: 'Putting it into words',
};
const titles = { answer: 'Answer', options: 'Options', years: 'Years', why: 'Why', evidence: 'Evidence', place: 'Place' };

const [screen, opened, another, nav, doing, told] =
  ['#screen', '#opened', '.another', 'nav', '#doing', '#told'].map(where => document.querySelector(where));

// How long after a number has been moved the slow engine sets to work again.
const pause = 700;
const types = { workbook: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', report: 'application/zip', place: 'application/zip' };

const quick = new Engine();
const numbers = new Numbers(document.getElementById('numbers'), {
  list: async () => JSON.parse(await quick.ask('Numbers')),
  slider: async path => JSON.parse(await quick.ask('Slider', path)),
  change: changes => go({ changes }),
  explain,
  named: showChanges,
});
let slow = null;
let isWhole = false;
let undone = [];
let resting = 0;

/** What is open: its address, the texts that were chosen or typed, what came of opening, and the screens that the slow engine left. */
let now = null;
let shown = '';

quick.ask('About').then(said => {
  fill(screen, JSON.parse(said));
}, broken);

addEventListener('hashchange', follow);
document.addEventListener('click', event => {
  const way = event.target.closest('a[href^="#"]');
  if (!way || event.ctrlKey || event.metaKey || event.shiftKey) {
    return;
  }
  const to = way.getAttribute('href').slice(1);
  if (to === 'screen') {
    event.preventDefault();
    screen.focus();
  } else if (address.screens.includes(to)) {
    event.preventDefault();
    location.hash = address.write({ ...now.at, screen: to });
  }
});
document.getElementById('undo').addEventListener('click', () => {
  const before = now.done.pop();
  if (before) {
    undone.push(now.at.changes);
    go({ changes: before }, true);
  }
});
document.getElementById('redo').addEventListener('click', () => {
  const next = undone.pop();
  if (next) {
    now.done.push(now.at.changes);
    go({ changes: next }, true);
  }
});
document.getElementById('reset').addEventListener('click', () => go({ changes: [] }));
document.getElementById('changed').addEventListener('click', event => {
  const { path, preset } = event.target.dataset;
  if (path) {
    go({ changes: changed(now.at.changes, path, '') });
  } else if (preset) {
    go({ changes: pressed(now.choices.presets[preset], now.at.changes) });
  }
});
document.getElementById('starting-year').addEventListener('change', event => {
  const { value, dataset: { path } } = event.target;
  go({ changes: changed(now.at.changes, path, value === now.choices.start.now ? '' : `${path}=${value}`) });
});
document.getElementById('options').addEventListener('change', event => go({ told: event.target.value }));
document.getElementById('copy-link').addEventListener('click', async () => {
  // Who has the token may write the folder: it is in no link that is given away.
  const link = new URL(address.write({ ...now.at, token: '' }), location.href).href;
  try {
    await navigator.clipboard.writeText(link);
    say('The link is copied. Who opens it sees the same; of a file of yours they need the file.');
  } catch {
    say(`Copy the address of this page: ${link}`);
  }
});
document.getElementById('leaves').addEventListener('click', async event => {
  const { leaf } = event.target.dataset;
  if (leaf) {
    await takeAway(leaf).catch(broken);
  }
});
document.getElementById('keep').addEventListener('submit', event => {
  event.preventDefault();
  keepChanges(event.submitter.value === 'option').catch(broken);
});
document.getElementById('stop').addEventListener('click', () => {
  endSlow();
  say('Stopped. What is shown is what was known by then.');
});
screen.addEventListener('change', event => {
  const { target } = event;
  if (target.id === 'files') {
    open(target.files);
  } else if (target.matches('[data-option]')) {
    location.hash = address.write({ ...now.at, option: target.value });
  } else if (target.matches('[data-table]')) {
    showTable();
  } else if (target.matches('[data-column]')) {
    showColumns();
  } else if (target.matches('[data-filter]')) {
    showRows();
  }
});
screen.addEventListener('click', event => {
  const { picture } = event.target.dataset;
  if (picture) {
    const svg = event.target.closest('figure').querySelector('svg');
    picture === 'svg' ? saveSvg(svg) : savePng(svg);
  } else if (event.target.matches('[data-information]')) {
    workOutInformation(event.target).catch(broken);
  }
});
screen.addEventListener('input', event => {
  if (event.target.matches('[data-find]')) {
    showRows();
  }
});
addEventListener('dragover', event => {
  event.preventDefault();
  document.body.classList.add('dropping');
});
for (const over of ['dragleave', 'drop']) {
  addEventListener(over, () => document.body.classList.remove('dropping'));
}
addEventListener('drop', event => {
  event.preventDefault();
  open(event.dataTransfer.files);
});
addEventListener('beforeunload', event => {
  if (now?.isEdited) {
    event.preventDefault();
  }
});
follow();
keep();

/** Keeps the page's own files for the next visit, where the browser can: it needs https, or this machine. */
async function keep() {
  if (!isSecureContext || !navigator.serviceWorker || address.read()?.token) {
    return;
  }
  // What came before the keeper was there passes by it once more, out of the browser's own store.
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    for (const { name } of [{ name: location.pathname }, ...performance.getEntriesByType('resource')]) {
      fetch(name).catch(() => {});
    }
  });
  await navigator.serviceWorker.register('offline.js').catch(() => {});
}

/** Makes one of the files that can be taken away, and saves it. */
async function takeAway(leaf) {
  if (!await isAllThere()) {
    return;
  }
  const mine = slow;
  say('Being written …');
  if (leaf !== 'place') {
    await mine.takeBooks();
  }
  const bytes = await mine.ask('Leaf', leaf, JSON.stringify(reasonsOf(now.at)));
  save(`${folder()}${leaf === 'workbook' ? '.xlsx' : leaf === 'report' ? '-report.zip' : '.zip'}`, bytes, types[leaf]);
  say('Saved.');
}

async function open(chosen) {
  const { files, name, wrong } = await readFiles(chosen);
  if (wrong) {
    say(wrong);
    return;
  }
  now = { at: null, files };
  const to = address.write({ kind: 'file', name, screen: 'answer', option: '', told: '', changes: [], expected: expected() });
  if (location.hash === to) {
    follow();
  } else {
    location.hash = to;
  }
}

/** Shows what the address says. */
async function follow() {
  const at = address.read();
  if (!at) {
    endSlow();
    now = null;
    shown = '';
    frame();
    showStart(screen);
    return;
  }
  // Who goes elsewhere has no more to choose between two texts.
  shown = shown === 'both' ? '' : shown;
  const isHere = now?.at && ['kind', 'name'].every(part => now.at[part] === at[part]);
  if (isHere && now.isRun && !(same(now.at.changes, at.changes) && now.at.told === at.told)) {
    now.at = at;
    await move();
  } else if (isHere) {
    now.at = at;
    await show();
  } else if (at.kind === 'file' && !now?.files?.length) {
    now = null;
    frame();
    showStart(screen);
    say(`This address is about a file of somebody's own, ${at.name}: open it here to see it.`);
  } else if (at.kind === 'folder') {
    await openFolder(at);
  } else {
    const files = now?.at && now.at.name !== at.name ? [] : now?.files ?? [];
    await begin({ at, files, screens: {} });
  }
}

/** Opens the scenario whose folder the program serves, as it is on the disk now. */
async function openFolder(at, said = '') {
  try {
    const { name, named, files, version } = await readFolder(at.token);
    await begin({ at: { ...at, name }, files, screens: {}, named, said, onDisk: { files, version } });
  } catch (fault) {
    if (fault instanceof Unreachable && now) {
      broken(fault);
      return;
    }
    now = null;
    frame();
    showStart(screen);
    say(fault instanceof Unreachable ? explained(fault, { at }) : fault.message);
  }
}

/** Puts what is changed into the text of the scenario: as an option of its own, or into the scenario itself. */
async function keepChanges(isOption) {
  const mine = now;
  const like = isOption ? mine.at.told || mine.choices.told || mine.choices.options.at(-1)?.name || '' : '';
  const { text, why } = JSON.parse(await quick.ask('Keep', JSON.stringify({
    opening: JSON.parse(asked(mine)),
    like,
    title: document.getElementById('keep-title').value.trim() || 'With my numbers',
    note: [document.getElementById('keep-note').value.trim(), ...reasonsOf(mine.at).map(({ path, said }) => `${labelOf(path)}: ${said}`)]
      .filter(said => said).join('; '),
  })));
  if (now !== mine) {
    return;
  }
  if (why) {
    say(`Nothing was saved: ${why}`);
  } else if (mine.at.kind === 'folder') {
    await keepOnDisk(mine, text, mine.onDisk.version);
  } else {
    save(mine.at.kind === 'file' ? mine.at.name : 'scenario.yaml', text, 'text/yaml');
    say('Saved: put the file in the place of the one that you opened. All else in it is as it was.');
  }
}

/** Writes the text of the scenario where it was opened, and goes on from there. */
async function keepOnDisk(mine, text, version) {
  const typed = mine.files.filter(({ name, text: now }) =>
    name !== mine.at.name && mine.onDisk.files.find(one => one.name === name)?.text !== now);
  if (typed.length > 0) {
    say(`Nothing was saved: ${typed[0].name} may be read by other scenarios, and is written by hand alone. Take the place away to keep what you typed.`);
    return;
  }
  let answer;
  try {
    answer = await writeScenario(mine.at.token, version, text);
  } catch (fault) {
    if (fault instanceof Unreachable) {
      save(mine.at.name.split('/').at(-1), text, 'text/yaml');
    }
    throw fault;
  }
  const { isWritten, there, version: theirs, wrong } = answer;
  if (now !== mine) {
    return;
  }
  if (isWritten) {
    mine.isEdited = false;
    const at = { ...mine.at, changes: [], reasons: [] };
    history.pushState(null, '', address.write(at));
    await openFolder(at, `Saved: ${at.name.split('/').at(-1)} is on the disk with what you changed, and all else in it is as it was.`);
  } else if (there !== undefined) {
    showBoth(mine, there, theirs, text);
  } else {
    say(`Nothing was saved: ${wrong}`);
  }
}

/** The file is another one by now: both texts are shown, and it is the reader who chooses. */
function showBoth(mine, there, theirs, text) {
  screen.replaceChildren(document.getElementById('both').content.cloneNode(true));
  for (const [of, said] of Object.entries({ there, mine: text })) {
    screen.querySelector(`[data-text=${of}]`).textContent = said;
  }
  const acts = {
    there: () => openFolder(mine.at),
    mine: async () => keepOnDisk(mine, text, theirs),
    away: () => save(mine.at.name.split('/').at(-1), text, 'text/yaml'),
  };
  for (const button of screen.querySelectorAll('[data-both]')) {
    button.addEventListener('click', async () => {
      try {
        await acts[button.dataset.both]();
      } catch (fault) {
        broken(fault);
      }
    });
  }
  say('Nothing was saved: the file has been changed since you opened it. Both are shown.');
  arrive('both');
}

/** Goes where the address is to differ from now; what is changed can be undone. */
function go(differs, isUndo = false) {
  if (differs.changes && !isUndo) {
    now.done.push(now.at.changes);
    undone = [];
  }
  history.pushState(null, '', address.write({ ...now.at, ...differs }));
  follow();
}

/** Keeps why a number was moved: in the address, as the change is, but not as a step to go back to. */
function explain(path, reason) {
  const reasons = changed(now.at.reasons ?? [], path, reason && `${path}=${reason}`);
  now.at = { ...now.at, reasons };
  history.replaceState(null, '', address.write(now.at));
}

/** Why numbers were moved that are moved now. */
function reasonsOf({ changes, reasons = [] }) {
  const moved = new Set(changes.map(change => parts(change).path));
  return reasons.map(parts).filter(({ path }) => moved.has(path)).map(({ path, text }) => ({ path, said: text }));
}

/** Runs again with what is changed now; what is changed meanwhile comes next, and nothing in between. */
async function move() {
  endSlow();
  clearTimeout(resting);
  const mine = now;
  mine.screens = {};
  mine.information = null;
  numbers.weigh();
  showChanges();
  if (mine.isMoving) {
    mine.isBehind = true;
    return;
  }
  mine.isMoving = true;
  let wrong;
  do {
    mine.isBehind = false;
    work('run', 0);
    wrong = await quick.ask('Move', mine.at.changes.join('\n'), mine.at.told);
  } while (mine.isBehind && now === mine);
  mine.isMoving = false;
  if (now !== mine) {
    return;
  }
  rest();
  if (wrong) {
    say(wrong);
    return;
  }
  if (mine.toldOf !== mine.at.told) {
    mine.toldOf = mine.at.told;
    mine.choices = JSON.parse(await quick.ask('Choices', mine.at.told));
  }
  showTerms();
  showChanges();
  await show();
  resting = setTimeout(() => now === mine && goOn(mine).catch(broken), pause);
}

/** Opens a place and has it run. */
async function begin(wanted) {
  endSlow();
  clearTimeout(resting);
  now = wanted;
  now.done = [];
  undone = [];
  shown = '';
  numbers.clear();
  frame();
  screen.replaceChildren(element('h1', wanted.at.name), element('p', 'The first answer is here in a moment.'));
  work('read', 0);
  try {
    const said = JSON.parse(await openIn(quick, wanted));
    if (now !== wanted) {
      return;
    }
    now.opened = { ...said, isEdited: now.isEdited };
    frame();
    if (!said.isSound) {
      rest();
      now.at = { ...now.at, screen: 'place' };
      history.replaceState(null, '', address.write(now.at));
      await show();
      return;
    }
    work('run', 0);
    const wrong = await quick.ask('First', wanted.at.told);
    if (now !== wanted) {
      return;
    }
    if (wrong) {
      rest();
      say(wrong);
      return;
    }
    now.isRun = true;
    await show();
    say(wanted.said ?? '');
    wanted.choices = JSON.parse(await quick.ask('Choices', wanted.at.told));
    wanted.toldOf = wanted.at.told;
    showPanels(wanted.choices);
    for (const path of wanted.choices.sliders) {
      numbers.add(path);
    }
    await goOn(wanted);
  } catch (fault) {
    if (now === wanted) {
      broken(fault);
    }
  }
}

/** Has the rest worked out by the slow engine: the range, what matters, where the answer turns. */
async function goOn(wanted) {
  slow = new Engine({
    onStage: work,
    onScreens: screens => {
      const isFirst = Object.keys(now.screens).length === 0;
      now.screens = screens;
      show();
      if (isFirst) {
        say('Now with its likely range.');
      }
    },
  });
  const mine = slow;
  await openIn(mine, wanted);
  const wrong = await mine.ask('Whole', wanted.at.told);
  if (slow !== mine) {
    return;
  }
  rest();
  isWhole = !wrong;
  document.getElementById('leaves-about').hidden = isWhole;
  say(wrong || 'All is worked out.');
  for (const path of JSON.parse(await mine.ask('Widest'))) {
    if (wanted.sliders !== true) {
      numbers.add(path);
    }
  }
  wanted.sliders = true;
  numbers.weigh(JSON.parse(await mine.ask('Turns')), JSON.parse(await mine.ask('Effects')));
  document.getElementById('sliders-about').hidden = true;
  if (navigator.serviceWorker?.controller) {
    await mine.keepBooks().catch(() => {});
  }
}

/** Whether all is worked out. Where somebody has stopped that, it is begun again. */
async function isAllThere() {
  if (!isWhole && slow === null && now.isRun && !now.isMoving) {
    clearTimeout(resting);
    await goOn(now);
  } else if (!isWhole) {
    say('Not yet: as soon as all is worked out.');
  }
  return isWhole;
}

/** Has it worked out what it is worth to know each number; the slow engine does it, and can be ended. */
async function workOutInformation(button) {
  if (!await isAllThere()) {
    return;
  }
  const mine = slow;
  button.disabled = true;
  work('sensitivity', 0);
  const html = await mine.ask('Information');
  if (slow !== mine) {
    return;
  }
  rest();
  now.information = html;
  showInformation();
  say('What more knowledge is worth is worked out.');
}

/** Shows what it is worth to know more, where that has been worked out for what is changed now. */
function showInformation() {
  const box = screen.querySelector('[data-information-found]');
  if (box) {
    const button = screen.querySelector('[data-information]');
    box.innerHTML = now?.information ?? '';
    button.hidden = Boolean(now?.information);
    button.disabled = false;
  }
}

/** Has an engine open something. */
async function openIn(engine, what) {
  if (what.files.some(({ name }) => /\.xlsx$/i.test(name))) {
    await engine.takeBooks();
  }
  return engine.ask('Open', asked(what));
}

function asked({ at, files }) {
  return JSON.stringify({ kind: at.kind, name: at.name, files, changes: at.changes });
}

/** Shows the screen of the address. */
async function show() {
  const wanted = now;
  const { screen: name, option } = now.at;
  frame();
  // Who is to choose between two texts is left to it, whatever is worked out meanwhile.
  if (shown === 'both') {
    return;
  }
  if (name === 'place') {
    if (now.opened && shown !== 'place') {
      showPlace(screen, now.opened, { check, use, reset });
      arrive(name);
    }
    return;
  }
  if (!now.isRun) {
    return;
  }
  const html = now.screens[name] ?? await quick.ask('Screen', name, option);
  if (now !== wanted || now.at.screen !== name || shown === 'both') {
    return;
  }
  if (shown === name) {
    redraw(screen, html);
  } else {
    screen.innerHTML = html;
    arrive(name);
  }
  showTable();
  showColumns();
  showRows();
  showTaking();
  showInformation();
  copyTables(screen, say);
}

/** A screen was not there before: the reader starts at its top. */
function arrive(name) {
  const isFirst = shown === '';
  shown = name;
  scrollTo(0, 0);
  if (!isFirst) {
    screen.focus({ preventScroll: true });
  }
}

async function check(files) {
  return JSON.parse(await openIn(quick, { at: now.at, files: merged(files) }));
}

function use(files) {
  const at = { ...now.at, screen: 'answer' };
  history.pushState(null, '', address.write(at));
  begin({ at, files: merged(files), screens: {}, isEdited: true, original: now.original ?? now.files, named: now.named, onDisk: now.onDisk });
}

function reset() {
  begin({ at: now.at, files: now.original ?? [], screens: {}, named: now.named, onDisk: now.onDisk });
}

/** The texts that take the place of others, those that are typed now over those of before. */
function merged(files) {
  const names = new Set(files.map(file => file.name));
  return [...now.files.filter(file => !names.has(file.name)), ...files];
}

/** The frame around the screen: which place, which screen. */
function frame() {
  const isOpen = now !== null;
  nav.hidden = !isOpen;
  another.hidden = !isOpen;
  opened.textContent = isOpen ? now.opened?.title ?? now.at.name : '';
  for (const way of nav.querySelectorAll('a')) {
    const is = isOpen && way.getAttribute('href') === `#${now.at.screen}`;
    is ? way.setAttribute('aria-current', 'page') : way.removeAttribute('aria-current');
  }
  document.title = isOpen ? `${titles[now.at.screen]}: ${opened.textContent}, SystemSim` : 'SystemSim: one budget or many?';
  const expects = { less: 'less', same: 'about as much', more: 'more' }[now?.at?.expected];
  const beside = document.getElementById('expected');
  beside.hidden = !expects;
  beside.textContent = expects ? `Expected before looking: that ${expects} is spent.` : '';
  if (!isOpen) {
    rest();
    for (const id of ['numbers', 'leaves', 'changed']) {
      document.getElementById(id).hidden = true;
    }
  } else {
    showChanges();
  }
}

/** What stands beside the screen once something has been run. */
function showPanels({ told: of, options }) {
  for (const id of ['numbers', 'leaves']) {
    document.getElementById(id).hidden = false;
  }
  document.getElementById('numbers').open = matchMedia('(min-width: 60rem)').matches;
  const box = document.getElementById('options');
  box.hidden = options.length < 2;
  box.replaceChildren(box.firstElementChild, ...options.map(({ name, title }) => {
    const label = element('label', '');
    const radio = Object.assign(element('input', ''), { type: 'radio', name: 'told', value: name, checked: name === of });
    label.append(radio, ` ${title}`);
    return label;
  }));
  showPresets(document.getElementById('presets'), now.choices.presets, preset => go({ changes: pressed(preset, now.at.changes) }));
  showTerms();
  showChanges();
}

/** When the option that is told of starts, and who bears what its pools overspend. */
function showTerms() {
  const { choices: { start, shares }, at: { changes } } = now;
  const change = one => go({ changes: changed(now.at.changes, parts(one).path, one) });
  showStarting(document.getElementById('starting'), start, changes);
  showShares(document.getElementById('shares'), shares, changes, change);
}

/** What differs from what was opened, each with its way back. */
function showChanges() {
  const changes = now?.at?.changes ?? [];
  const box = document.getElementById('changed');
  const isUsed = changes.length > 0 || now?.done?.length > 0 || undone.length > 0;
  box.hidden = !isUsed;
  const presets = now?.choices?.presets ?? [];
  const made = presets.filter(preset => isMade(preset, changes));
  const together = new Set(made.flatMap(preset => preset.changes));
  const terms = [now?.choices?.start?.path, ...(now?.choices?.shares ?? []).map(({ path }) => path)];
  numbers.show(changes, now?.at?.reasons ?? [], new Set([...[...together].map(change => parts(change).path), ...terms]));
  markPresets(document.getElementById('presets'), presets, changes);
  box.querySelector('strong').textContent = changes.length === 0 ? 'As in the file'
    : `${changes.length} ${changes.length === 1 ? 'number' : 'numbers'} changed`;
  box.querySelector('#undo').disabled = !now?.done?.length;
  box.querySelector('#redo').disabled = undone.length === 0;
  box.querySelector('#reset').disabled = changes.length === 0;
  box.querySelector('ul').replaceChildren(
    ...made.map(preset => changedItem(preset.title, preset.title, { preset: String(presets.indexOf(preset)) })),
    ...changes.filter(change => !together.has(change)).map(change => {
      const { path } = parts(change);
      const name = labelOf(path);
      const said = now.choices?.shares.some(pool => pool.path === path) ? sharesSaid(change) : numbers.said(change);
      return changedItem(`${name}: ${said}`, name, { path });
    }),
  );
  if (now?.at) {
    document.getElementById('commands').textContent = commands({ ...now.at, name: now.named ?? now.at.name });
  }
}

/** Something that is changed, with its way back. */
function changedItem(said, name, data) {
  const item = element('li', `${said} `);
  const back = Object.assign(element('button', 'Reset'), { type: 'button', className: 'way' });
  Object.assign(back.dataset, data);
  back.setAttribute('aria-label', `Reset ${name}`);
  item.append(back);
  return item;
}

/** What is at a path, as people know it. */
function labelOf(path) {
  const { start, shares = [] } = now?.choices ?? {};
  const pool = shares.find(one => one.path === path);
  return path === start?.path ? 'It starts in' : pool ? `Risk share: ${pool.title}` : numbers.label(path);
}

/** Each chart can be taken away. */
function showTaking() {
  for (const figure of screen.querySelectorAll('figure')) {
    if (!figure.querySelector('.take')) {
      const box = Object.assign(element('p', ''), { className: 'take' });
      box.append(...['svg', 'png'].map(kind => {
        const button = Object.assign(element('button', kind.toUpperCase()), { type: 'button', className: 'way' });
        button.dataset.picture = kind;
        button.setAttribute('aria-label', `Save this chart as ${kind.toUpperCase()}`);
        return button;
      }));
      figure.append(box);
    }
  }
}

function folder() {
  return now.at.name.replace(/\.ya?ml$/, '').replaceAll(/[^\w-]+/g, '-').toLowerCase();
}

/** Says what is being done, with how far it is. */
function work(stage, share) {
  doing.hidden = false;
  const [words, bar] = doing.children;
  words.textContent = `${stages[stage] ?? stage} …`;
  share > 0 ? bar.setAttribute('value', String(share)) : bar.removeAttribute('value');
  document.getElementById('stop').hidden = slow === null;
}

function rest() {
  doing.hidden = true;
}

function say(sentence) {
  told.textContent = sentence;
}

function endSlow() {
  slow?.end();
  slow = null;
  isWhole = false;
  document.getElementById('leaves-about').hidden = false;
  showInformation();
  rest();
  say('');
}

function broken(fault) {
  rest();
  say(explained(fault, now));
}

/** Shows the table that is chosen. */
function showTable() {
  const chosen = screen.querySelector('[data-table]')?.value;
  for (const table of screen.querySelectorAll('[data-place]')) {
    table.hidden = table.dataset.place !== chosen;
  }
}

/** Shows the options that are ticked. */
function showColumns() {
  const table = screen.querySelector('[data-compare] ~ .wide table');
  if (!table) {
    return;
  }
  const boxes = [...screen.querySelectorAll('[data-column]')];
  for (const row of table.rows) {
    for (const box of boxes) {
      row.cells[Number(box.dataset.column)].hidden = !box.checked;
    }
  }
}

/** Shows the numbers that are looked for. */
function showRows() {
  const find = screen.querySelector('[data-find]');
  if (!find) {
    return;
  }
  const kind = screen.querySelector('[data-filter]').value;
  const words = find.value.toLowerCase();
  const rows = [...document.getElementById(find.dataset.find).rows];
  for (const row of rows) {
    row.hidden = !((kind === '' || row.dataset.is.split(' ').includes(kind)) && row.textContent.toLowerCase().includes(words));
  }
  const count = rows.filter(row => !row.hidden).length;
  screen.querySelector('#evidence-shown').textContent = count === rows.length ? '' : `${count} of ${rows.length} numbers are shown.`;
}

function element(name, text) {
  return Object.assign(document.createElement(name), { textContent: text });
}

function same(one, other) {
  return one.length === other.length && one.every((part, place) => part === other[place]);
}
