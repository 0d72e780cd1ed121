// Numbers that can be moved: sliders, with what each number is, where it comes from, and how far it is likely to be off.

/** A change as it stands in the address: the path, and what is put there or done to what is there. */
export function parts(change) {
  const at = change.indexOf('=');
  return { path: change.slice(0, at), text: change.slice(at + 1) };
}

/** Changes with one more in the place of what was changed at its path; an empty text takes it back. */
export function changed(changes, path, change) {
  const others = changes.filter(one => parts(one).path !== path);
  return change ? [...others, change] : others;
}

/** The panel of numbers. It asks the engine for sliders, and tells what is changed. */
export class Numbers {
  #root;
  #act;
  #sliders = new Map();
  #changes = [];
  #labels = new Map();
  #isListed = false;
  #turns = new Map();
  #effects = new Map();
  #reasons = [];

  /**
   * @param {Element} root
   * @param {{ list: () => Promise<object>, slider: (path: string) => Promise<object>, change: (changes: string[]) => void,
   *   explain: (path: string, reason: string) => void }} act
   */
  constructor(root, act) {
    this.#root = root;
    this.#act = act;
    root.querySelector('#number-add').addEventListener('focus', () => this.#list());
    root.querySelector('#number-add').addEventListener('change', event => {
      const label = event.target.value;
      const found = [...this.#labels].find(([, one]) => one === label);
      if (found) {
        event.target.value = '';
        this.add(found[0], true);
      }
    });
  }

  /** Takes all sliders away: another place is open. */
  clear() {
    this.#sliders.clear();
    this.#turns.clear();
    this.#effects.clear();
    this.#labels.clear();
    this.#isListed = false;
    this.#root.querySelector('#sliders').replaceChildren();
    this.#root.querySelector('#number-names').replaceChildren();
  }

  /**
   * Shows what is changed.
   * @param {string[]} changes
   * @param {string[]} reasons why, each as path=text
   * @param {Set<string>} together paths that are changed by a preset, or chosen: they need no slider
   */
  show(changes, reasons, together = new Set()) {
    this.#changes = changes;
    this.#reasons = reasons;
    for (const { path } of changes.map(parts)) {
      if (!together.has(path)) {
        this.add(path);
      }
    }
    for (const slider of this.#sliders.values()) {
      this.#set(slider);
    }
  }

  /**
   * Marks where numbers turn the answer, and says how far they move it; nothing where that is not known.
   * @param {{ path: string, place: number, said: string }[]} turns
   * @param {{ path: string, said: string }[]} effects
   */
  weigh(turns = [], effects = []) {
    this.#turns = new Map(turns.map(turn => [turn.path, turn]));
    this.#effects = new Map(effects.map(({ path, said }) => [path, said]));
    for (const slider of this.#sliders.values()) {
      this.#mark(slider);
    }
  }

  /** What a number is called; its path before that is known. */
  label(path) {
    return this.#sliders.get(path)?.label ?? this.#labels.get(path) ?? path;
  }

  /** What a change comes to, as people write it. */
  said(change) {
    const { path, text } = parts(change);
    return this.#sliders.get(path)?.stops?.find(stop => stop.change === change)?.said ?? text;
  }

  /** Adds a number, unless it is there. */
  async add(path, isAsked = false) {
    if (this.#sliders.has(path)) {
      this.#sliders.get(path).focus?.();
      return;
    }
    const mine = { path };
    this.#sliders.set(path, mine);
    const slider = await this.#act.slider(path);
    if (slider === null || this.#sliders.get(path) !== mine) {
      return;
    }
    const change = one => this.#act.change(changed(this.#changes, path, one));
    Object.assign(mine, slider, build(slider, change, reason => this.#act.explain(path, reason)));
    this.#root.querySelector('#sliders').append(mine.box);
    this.#set(mine);
    this.#mark(mine);
    if (isAsked) {
      mine.focus();
    }
    this.#act.named();
  }

  #set(slider) {
    const at = list => list.find(one => parts(one).path === slider.path) ?? '';
    const reason = at(this.#reasons);
    slider.set?.(at(this.#changes), reason && parts(reason).text);
  }

  #mark(slider) {
    slider.mark?.(this.#turns.get(slider.path), this.#effects.get(slider.path) ?? '');
  }

  async #list() {
    if (this.#isListed) {
      return;
    }
    this.#isListed = true;
    const { numbers } = await this.#act.list();
    for (const { path, label } of numbers) {
      this.#labels.set(path, label);
    }
    this.#root.querySelector('#number-names').replaceChildren(...numbers.map(({ label }) => Object.assign(document.createElement('option'), { value: label })));
  }
}

/** A slider on the page. */
function build(slider, change, explain) {
  const box = document.getElementById('number').content.cloneNode(true).firstElementChild;
  const [legend, output, range, less, more, back, typed, use, about, beyond, track, turn, turns, path, effect, why] =
    ['legend', 'output', '[type=range]', '.less', '.more', '.back', '[type=text]', '.use', '.about', '.beyond', '.track', '.turn', '.turns', '.path code', '.effect', '.why']
      .map(where => box.querySelector(where));
  const middle = (slider.stops.length - 1) / 2;
  const last = slider.stops.length - 1;
  legend.textContent = slider.label;
  range.max = String(last);
  range.setAttribute('aria-label', slider.label);
  typed.setAttribute('aria-label', `${slider.label}: a value of your own`);
  less.setAttribute('aria-label', `${slider.label}: less`);
  more.setAttribute('aria-label', `${slider.label}: more`);
  back.setAttribute('aria-label', `${slider.label}: back to the file`);
  about.textContent = `In the file ${slider.stops[middle].said}${slider.likely ? `, likely ${slider.likely}` : ', no range stated'}. `
    + `${slider.source}${slider.grade ? `, grade ${slider.grade}` : ''}.${slider.note ? ` ${slider.note}` : ''}`;
  path.textContent = slider.path;
  track.classList.toggle('plain', slider.low === null);
  track.style.setProperty('--low', `${100 * (slider.low ?? 0)}%`);
  track.style.setProperty('--high', `${100 * (slider.high ?? 1)}%`);

  const reason = why.querySelector('input');
  reason.setAttribute('aria-label', `${slider.label}: why you moved it`);
  reason.addEventListener('change', () => explain(reason.value.trim()));

  const set = (now, said) => {
    if (document.activeElement !== reason) {
      reason.value = said;
    }
    const stop = slider.stops.findIndex(one => one.change === now);
    range.value = String(stop < 0 ? middle : stop);
    show(stop < 0 ? parts(now).text : slider.stops[stop].said, now !== '');
  };
  const show = (said, isChanged) => {
    output.textContent = said;
    range.setAttribute('aria-valuetext', said);
    box.classList.toggle('changed', isChanged);
    back.hidden = why.hidden = !isChanged;
    const place = Number(range.value) / last;
    beyond.hidden = slider.low === null || (place >= slider.low - 1e-9 && place <= slider.high + 1e-9);
    box.classList.toggle('far', !beyond.hidden);
  };
  const go = stop => {
    range.value = String(stop);
    show(slider.stops[Number(range.value)].said, Number(range.value) !== middle);
    change(slider.stops[Number(range.value)].change);
  };
  range.addEventListener('input', () => show(slider.stops[Number(range.value)].said, Number(range.value) !== middle));
  range.addEventListener('change', () => change(slider.stops[Number(range.value)].change));
  less.addEventListener('click', () => go(Number(range.value) - 1));
  more.addEventListener('click', () => go(Number(range.value) + 1));
  back.addEventListener('click', () => {
    go(middle);
    range.focus();
  });
  use.addEventListener('click', () => typed.value.trim() && change(`${slider.path}=${typed.value.trim()}`));
  typed.addEventListener('keydown', event => event.key === 'Enter' && use.click());
  const mark = (found, moves) => {
    effect.textContent = moves;
    turn.hidden = turns.hidden = !found;
    if (found) {
      turn.style.setProperty('--place', `${100 * found.place}%`);
      turns.textContent = `The answer turns at ${found.said}.`;
    }
  };
  return { box, set, mark, focus: () => range.focus() };
}
