// The start: choose a council, a place, or files of one's own.

import { exact } from './folder.js';

const most = 12;

let catalogue = null;
let expects = '';

/** What the reader expects to be spent, before looking; empty where they do not say. */
export function expected() {
  return expects;
}

/** Shows the start; the lists of what can be opened come as soon as they are known. */
export function showStart(screen) {
  screen.replaceChildren(document.getElementById('start').content.cloneNode(true));
  const search = screen.querySelector('#council');
  search.addEventListener('input', () => showCouncils(screen));
  search.addEventListener('keydown', event => {
    const [only] = screen.querySelectorAll('#councils a');
    if (event.key === 'Enter' && only) {
      only.click();
    }
  });
  const choice = screen.querySelector('#expecting');
  choice.querySelector(`[value="${expects}"]`).checked = true;
  choice.addEventListener('change', event => {
    expects = event.target.value;
    if (catalogue) {
      showLists(screen);
    }
  });
  if (catalogue) {
    showLists(screen);
  } else {
    screen.querySelector('#councils-count').textContent = 'The list is on its way.';
  }
}

/** Takes what can be opened, which the engine knows. */
export function fill(screen, known) {
  catalogue = known;
  if (screen.querySelector('#council')) {
    showLists(screen);
  }
}

function showLists(screen) {
  showCouncils(screen);
  screen.querySelector('#places').replaceChildren(...catalogue.places.map(place => link('place', place)));
}

function showCouncils(screen) {
  if (!catalogue) {
    return;
  }
  const said = folded(screen.querySelector('#council').value);
  const starts = council => (folded(council.title).startsWith(said) ? 1 : 0);
  const found = catalogue.councils
    .filter(council => folded(`${council.title} ${council.about}`).includes(said))
    .sort((one, other) => starts(other) - starts(one));
  screen.querySelector('#councils').replaceChildren(...found.slice(0, most).map(council => link('council', council)));
  screen.querySelector('#councils-count').textContent = found.length === 0
    ? 'No council of that name. Districts are in their county; the City of London and the Isles of Scilly are too small.'
    : found.length > most
      ? `${found.length} councils; the first ${most} are shown. Type to find yours.`
      : `${found.length} ${found.length === 1 ? 'council' : 'councils'}.`;
}

function folded(text) {
  return text.toLowerCase().replaceAll(/['’.,-]/g, ' ').replaceAll('&', 'and').replaceAll(/\s+/g, ' ').trim();
}

function link(kind, { name, title, about }) {
  const item = document.createElement('li');
  const way = document.createElement('a');
  way.href = `#/${kind}/${encodeURIComponent(name)}/answer${expects ? `?expected=${expects}` : ''}`;
  way.textContent = title;
  item.append(way);
  if (about) {
    const said = document.createElement('span');
    said.className = 'about';
    said.textContent = about;
    item.append(' ', said);
  }
  return item;
}

/** The texts of files that somebody chose or dropped, and which of them is the scenario; or what is wrong with them. */
export async function readFiles(chosen) {
  const files = [];
  for (const file of chosen) {
    const way = file.webkitRelativePath || file.name;
    files.push({ name: way.includes('/') ? way.slice(way.indexOf('/') + 1) : way, text: await exact(file) });
  }
  const yaml = files.filter(file => /\.ya?ml$/i.test(file.name) && file.name !== 'checks.yaml');
  const scenario =
    yaml.find(file => file.name === 'scenario.yaml')
    ?? yaml.find(file => /^(compare|headline|question):/m.test(file.text))
    ?? yaml[0];
  return scenario
    ? { files, name: scenario.name }
    : { wrong: 'None of these is a scenario: its name ends in .yaml.' };
}
