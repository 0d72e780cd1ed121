// Tables of figures, taken away by hand: as text with tabs, which every spreadsheet takes.

/** Puts a button by each table that copies it. */
export function copyTables(screen, say) {
  for (const table of screen.querySelectorAll('.wide > table')) {
    const region = table.parentElement;
    if (!region.nextElementSibling?.matches('.copy')) {
      const box = Object.assign(document.createElement('p'), { className: 'copy' });
      const button = Object.assign(document.createElement('button'), { type: 'button', className: 'way', textContent: 'Copy this table' });
      button.setAttribute('aria-label', `Copy this table: ${table.caption?.textContent.trim() ?? ''}`);
      button.addEventListener('click', () => copy(box, textOf(table), say));
      box.append(button);
      region.after(box);
    }
  }
}

/** The figures of a table that are shown, a line a row: numbers as digits, everything else as it reads. */
export function textOf(table) {
  return [...table.rows].map(row => [...row.cells].filter(cell => !cell.hidden).map(cell => {
    const number = cell.querySelector(':scope > data');
    return (number?.value ?? cell.textContent).replaceAll(/\s+/g, ' ').trim();
  }).join('\t')).join('\n');
}

/** Copies a text; where the browser does not allow that, shows it to be copied by hand. */
async function copy(box, text, say) {
  try {
    await navigator.clipboard.writeText(text);
    say('The table is copied: paste it into a spreadsheet.');
  } catch {
    const area = Object.assign(document.createElement('textarea'), { value: text, readOnly: true, rows: 6 });
    area.setAttribute('aria-label', 'The table, to be copied by hand');
    box.querySelector('textarea')?.remove();
    box.append(area);
    area.select();
    say('This browser does not let the page copy: the table stands below it, marked, to be copied by hand.');
  }
}
