// The page: shows what the address says. Two engines work behind it, each in a worker: one that is always free for what is shown next,
// and one for what takes long, which is ended as soon as nobody wants its answer any more.
import * as address from './address.js';
import { showPlace } from './place.js';
import { redraw } from './redraw.js';
import { fill, readFiles, showStart } from './start.js';
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

const quick = new Engine();
let slow = null;

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

async function open(chosen) {
  const { files, name, wrong } = await readFiles(chosen);
  if (wrong) {
    say(wrong);
    return;
  }
  now = { at: null, files };
  const to = address.write({ kind: 'file', name, screen: 'answer', option: '', changes: [] });
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
  const isSame = now?.at && ['kind', 'name'].every(part => now.at[part] === at[part]) && same(now.at.changes, at.changes);
  if (isSame) {
    now.at = at;
    await show();
  } else if (at.kind === 'file' && !now?.files?.length) {
    now = null;
    frame();
    showStart(screen);
    say(`This address is about a file of somebody's own, ${at.name}: open it here to see it.`);
  } else {
    const files = now?.at && now.at.name !== at.name ? [] : now?.files ?? [];
    await begin({ at, files, screens: {} });
  }
}

/** Opens a place and has it run. */
async function begin(wanted) {
  endSlow();
  now = wanted;
  shown = '';
  frame();
  screen.replaceChildren(element('h1', wanted.at.name), element('p', 'The first answer is here in a moment.'));
  work('read', 0);
  try {
    const said = JSON.parse(await quick.ask('Open', asked(wanted)));
    if (now !== wanted) {
      return;
    }
    now.opened = said;
    frame();
    if (!said.isSound) {
      rest();
      now.at = { ...now.at, screen: 'place' };
      history.replaceState(null, '', address.write(now.at));
      await show();
      return;
    }
    work('run', 0);
    const wrong = await quick.ask('First');
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
  await mine.ask('Open', asked(wanted));
  const wrong = await mine.ask('Whole');
  if (slow === mine) {
    rest();
    say(wrong || 'All is worked out.');
  }
}

function asked({ at, files }) {
  return JSON.stringify({ kind: at.kind, name: at.name, files, changes: at.changes });
}

/** Shows the screen of the address. */
async function show() {
  const wanted = now;
  const { screen: name, option } = now.at;
  frame();
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
  if (now !== wanted || now.at.screen !== name) {
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
  return JSON.parse(await quick.ask('Open', asked({ at: now.at, files: merged(files) })));
}

function use(files) {
  const at = { ...now.at, screen: 'answer' };
  history.pushState(null, '', address.write(at));
  begin({ at, files: merged(files), screens: {}, isEdited: true, original: now.original ?? now.files });
}

function reset() {
  begin({ at: now.at, files: now.original ?? [], screens: {} });
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
  if (!isOpen) {
    rest();
  }
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
  rest();
  say('');
}

function broken(fault) {
  rest();
  say(`This went wrong: ${fault.message} Load the page again; if it happens again, please report it.`);
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
