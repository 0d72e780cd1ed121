// What somebody takes away: files, pictures of charts, the command that gives the same.

/** Saves bytes as a file. */
export function save(name, bytes, type) {
  const address = URL.createObjectURL(new Blob([bytes], { type }));
  const way = Object.assign(document.createElement('a'), { href: address, download: name });
  way.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** A chart as a file of its own: title, place, range and source are in the picture. */
export function saveSvg(svg) {
  save(`${nameOf(svg)}.svg`, text(svg), 'image/svg+xml');
}

/** The same as an image, at three times its size. */
export async function savePng(svg) {
  const times = 3;
  const picture = new Image();
  const address = URL.createObjectURL(new Blob([text(svg)], { type: 'image/svg+xml' }));
  picture.src = address;
  await picture.decode();
  URL.revokeObjectURL(address);
  const canvas = document.createElement('canvas');
  const { width, height } = svg.viewBox.baseVal;
  Object.assign(canvas, { width: width * times, height: height * times });
  canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise(done => canvas.toBlob(done, 'image/png'));
  save(`${nameOf(svg)}.png`, blob, 'image/png');
}

/** The commands that give the same on a machine that has the program. */
export function commands({ kind, name, changes, told }) {
  const [before, place] =
    kind === 'council' ? [`systemsim init ${word(folder(name))} --place ${word(name)}\n`, folder(name)]
    : kind === 'place' ? ['', `scenarios/places/${name}`]
    : ['', name];
  const words = ['systemsim', 'run', word(place), ...changes.flatMap(change => ['--set', word(change)]), ...(told ? ['--option', word(told)] : [])];
  return before + words.join(' ');
}

function folder(name) {
  return name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '');
}

function word(text) {
  return /^[\w./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

function nameOf(svg) {
  return svg.querySelector('title').id.replace(/-title$/, '');
}

function text(svg) {
  return new XMLSerializer().serializeToString(svg);
}
