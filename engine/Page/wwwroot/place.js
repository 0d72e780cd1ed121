// The place as it is written: its texts with line numbers, and what is to be said of them, a moment after typing stops.

const pause = 200;

/**
 * @param {Element} screen
 * @param {{ files: { name: string, text: string }[], remarks: object[], edited: Set<string> }} opened
 * @param {{ check: (files: object[]) => Promise<object>, use: (files: object[]) => void, reset: () => void }} act
 */
export function showPlace(screen, opened, act) {
  screen.replaceChildren(document.getElementById('place').content.cloneNode(true));
  const files = opened.files.map(file => ({ ...file }));
  const [select, text, lines, remarks, use, reset] = ['text-name', 'text', 'text-lines', 'remarks', 'text-use', 'text-reset']
    .map(id => screen.querySelector(`#${id}`));
  select.replaceChildren(...files.map((file, place) => new Option(file.name, String(place))));
  reset.hidden = !opened.isEdited;
  let waiting;
  let latest = 0;

  select.addEventListener('change', show);
  text.addEventListener('input', () => {
    current().text = text.value;
    number();
    clearTimeout(waiting);
    waiting = setTimeout(check, pause);
  });
  use.addEventListener('click', () => act.use(changed()));
  reset.addEventListener('click', act.reset);
  remarks.addEventListener('click', event => {
    const way = event.target.closest('button[data-line]');
    if (way) {
      go(way.dataset.file, Number(way.dataset.line), Number(way.dataset.column));
    }
  });
  show();
  list(opened.remarks);

  function current() {
    return files[Number(select.value)];
  }

  function changed() {
    return files.filter((file, place) => file.text !== opened.files[place].text);
  }

  function show() {
    text.value = current().text;
    number();
  }

  function number() {
    const count = text.value.split('\n').length;
    if (lines.childElementCount !== count) {
      lines.replaceChildren(...Array.from({ length: count }, (_, line) => {
        const one = document.createElement('div');
        one.textContent = String(line + 1);
        return one;
      }));
      text.rows = count;
    }
  }

  async function check() {
    const mine = ++latest;
    const found = await act.check(changed());
    if (mine === latest && screen.contains(text)) {
      list(found.remarks);
      use.hidden = !found.isSound || changed().length === 0;
    }
  }

  function list(all) {
    const problems = all.filter(remark => remark.isProblem);
    const heading = document.createElement('p');
    heading.className = problems.length > 0 ? 'wrong' : 'right';
    heading.textContent = problems.length > 0
      ? `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}: it cannot be run.`
      : all.length > 0 ? 'It can be run. Worth a look:' : 'Nothing is wrong with it.';
    const items = document.createElement('ul');
    items.append(...[...problems, ...all.filter(remark => !remark.isProblem)].map(item));
    remarks.replaceChildren(heading, items);
    for (const line of lines.children) {
      line.className = '';
    }
    for (const { file, line } of problems) {
      if (file === current().name) {
        lines.children[line - 1]?.classList.add('wrong');
      }
    }
  }

  function item(remark) {
    const one = document.createElement('li');
    const way = document.createElement('button');
    way.type = 'button';
    way.className = 'way';
    way.textContent = `${remark.file}:${remark.line}:${remark.column}`;
    Object.assign(way.dataset, { file: remark.file, line: remark.line, column: remark.column });
    one.append(way, `: ${remark.text}`);
    if (remark.hint) {
      const hint = document.createElement('div');
      hint.className = 'about';
      hint.textContent = `hint: ${remark.hint}`;
      one.append(hint);
    }
    return one;
  }

  function go(file, line, column) {
    const place = files.findIndex(one => one.name === file);
    if (place < 0) {
      return;
    }
    select.value = String(place);
    show();
    const before = text.value.split('\n').slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
    text.focus();
    text.setSelectionRange(before + column - 1, before + column - 1);
    lines.children[line - 1]?.scrollIntoView({ block: 'center' });
  }
}
