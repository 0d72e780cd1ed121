// What can be chosen beside single numbers: presets, the year in which an option starts, who bears what a pool overspends.
import { parts } from './numbers.js';

/** Whether all that a preset changes is changed as it says. */
export function isMade({ changes: wanted }, changes) {
  return wanted.every(change => changes.includes(change));
}

/** What is changed once a preset is made; once it is taken back, where it is made already. */
export function pressed(preset, changes) {
  const paths = new Set(preset.changes.map(change => parts(change).path));
  const others = changes.filter(change => !paths.has(parts(change).path));
  return isMade(preset, changes) ? others : [...others, ...preset.changes];
}

/** The presets as buttons. */
export function showPresets(box, presets, press) {
  box.hidden = presets.length === 0;
  box.replaceChildren(box.firstElementChild, ...presets.map(preset => {
    const button = Object.assign(document.createElement('button'), { type: 'button', textContent: preset.title });
    button.addEventListener('click', () => press(preset));
    return button;
  }));
}

/** Which of the buttons are pressed. */
export function markPresets(box, presets, changes) {
  [...box.querySelectorAll('button')].forEach((button, place) => button.setAttribute('aria-pressed', String(isMade(presets[place], changes))));
}

/** The year in which the option that is told of starts. */
export function showStart(box, start, changes) {
  const now = changes.map(parts).find(({ path }) => path === start?.path)?.text ?? start?.now;
  box.hidden = !start;
  const select = box.querySelector('select');
  select.replaceChildren(...(start?.years ?? []).map(year => new Option(year, year, false, year === now)));
  select.dataset.path = start?.path ?? '';
}

/** Who bears what pools overspend: boxes that are taken only when they add up to all of it. */
export function showShares(box, pools, changes, change) {
  box.replaceChildren(...pools.map(pool => {
    const fieldset = document.getElementById('pool-shares').content.cloneNode(true).firstElementChild;
    const [legend, about, wrong, use] = ['legend', '.about', '.beyond', '.use'].map(where => fieldset.querySelector(where));
    legend.textContent = `Risk share: ${pool.title}`;
    if (pool.why) {
      about.textContent = pool.why;
      use.remove();
      return fieldset;
    }
    const stated = changes.map(parts).find(({ path }) => path === pool.path)?.text;
    const boxes = pool.partners.map(({ name, title, percent }) => {
      const label = Object.assign(document.createElement('label'), { textContent: title });
      const input = Object.assign(document.createElement('input'), {
        type: 'text', inputMode: 'decimal', autocomplete: 'off', value: shareOf(stated, name) ?? percent,
      });
      label.append(input);
      wrong.before(label);
      return input;
    });
    use.addEventListener('click', () => {
      const said = refusal(boxes.map(input => input.value.trim()));
      wrong.hidden = !said;
      wrong.textContent = said;
      if (!said) {
        const shares = pool.partners.map(({ name }, place) => `${name}: ${boxes[place].value.trim()}%`);
        const by = `{${shares.join(', ')}}`;
        change(`${pool.path}=${pool.isWhole ? `{share: proportional, by: ${by}}` : by}`);
      }
    });
    return fieldset;
  }));
}

/** Shares that have been stated, as people write them. */
export function sharesSaid(change) {
  return (change.match(/\w+: [0-9.]+%/g) ?? []).join(', ');
}

/** A partner's share where shares have been stated here, in percent. */
function shareOf(stated, name) {
  return stated?.match(new RegExp(`[{ ]${name}: ([0-9.]+)%`))?.[1];
}

/** Why shares cannot be taken; empty where they can. */
export function refusal(shares) {
  if (shares.some(share => !/^\d+(\.\d{1,2})?$/.test(share))) {
    return 'Each needs a number of percent, such as 60 or 33.33.';
  }
  // In hundredths of a percent, which are whole numbers.
  const sum = shares.reduce((all, share) => all + Math.round(Number(share) * 100), 0);
  const away = Math.abs(10_000 - sum) / 100;
  return sum === 10_000 ? '' : `They add up to ${sum / 100}%, and must to 100%: ${away}% is ${sum < 10_000 ? 'missing' : 'too much'}.`;
}
