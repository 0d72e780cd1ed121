// The address says all that a screen shows: #/council/Torbay/years?option=pooled&change=prices.gdp%3D3%25.
// It stands behind the #, which no browser sends to a server: so may the token do that the program gave, whose folder is open.

/** What a reader may expect to be spent. */
export const expectations = ['less', 'same', 'more'];

export const screens = ['answer', 'options', 'years', 'why', 'evidence', 'place'];

/** What an address says; null for the start. */
export function read(hash = location.hash) {
  const [way, query = ''] = hash.replace(/^#\/?/, '').split('?');
  const [kind, name, screen = 'answer'] = way.split('/').map(decodeURIComponent);
  if (!['council', 'place', 'file', 'folder'].includes(kind) || !name) {
    return null;
  }
  const said = new URLSearchParams(query);
  return {
    kind,
    name,
    screen: screens.includes(screen) ? screen : 'answer',
    option: said.get('option') ?? '',
    told: said.get('told') ?? '',
    changes: said.getAll('change'),
    reasons: said.getAll('why'),
    expected: expectations.includes(said.get('expected')) ? said.get('expected') : '',
    token: said.get('token') ?? '',
  };
}

/** The address of what is to be shown. */
export function write({ kind, name, screen, option, told, changes, reasons = [], expected, token }) {
  const said = new URLSearchParams();
  if (option) {
    said.set('option', option);
  }
  if (told) {
    said.set('told', told);
  }
  for (const change of changes) {
    said.append('change', change);
  }
  for (const reason of reasons) {
    said.append('why', reason);
  }
  if (expected) {
    said.set('expected', expected);
  }
  if (token) {
    said.set('token', token);
  }
  const way = [kind, name, screen].map(encodeURIComponent).join('/');
  return `#/${way}${said.size > 0 ? `?${said}` : ''}`;
}
