// Puts new HTML in the place of old, and touches only what differs: focus, scrolling and what was unfolded stay as they are.

/** @param {Element} target @param {string} html */
export function redraw(target, html) {
  const fresh = document.createElement('template');
  fresh.innerHTML = html;
  match(target, fresh.content);
}

function match(old, fresh) {
  const wanted = [...fresh.childNodes];
  for (const [place, node] of wanted.entries()) {
    const there = old.childNodes[place];
    if (!there) {
      old.append(node);
    } else if (there.nodeName !== node.nodeName || there.id !== node.id) {
      there.replaceWith(node);
    } else if (node.nodeType !== Node.ELEMENT_NODE) {
      if (there.data !== node.data) {
        there.data = node.data;
      }
    } else if (!there.isEqualNode(node)) {
      attributes(there, node);
      match(there, node);
    }
  }
  while (old.childNodes.length > wanted.length) {
    old.lastChild.remove();
  }
}

// What the reader has done, which no redrawing undoes.
const own = ['open', 'checked', 'hidden'];

function attributes(there, node) {
  for (const { name } of [...there.attributes]) {
    if (!node.hasAttribute(name) && !own.includes(name)) {
      there.removeAttribute(name);
    }
  }
  for (const { name, value } of node.attributes) {
    if (there.getAttribute(name) !== value && !own.includes(name)) {
      there.setAttribute(name, value);
    }
  }
}
