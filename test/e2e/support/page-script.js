// Runs in every page before its own scripts. A plain script: what is compiled brings names that a page does not have.
const report = (kind, words) => globalThis.tellWitness(kind, words);

document.addEventListener('securitypolicyviolation', ({effectiveDirective, blockedURI, sourceFile, lineNumber}) =>
  report('complaint', `CSP: ${effectiveDirective} refuses ${blockedURI} (${sourceFile}:${lineNumber})`),
);

function written(value) {
  try {
    return typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  } catch {
    return String(value);
  }
}

/** Whatever an event carries: its own fields and those of its classes, up to what every event has. */
function fieldsOf(event) {
  const fields = {};
  for (let object = event; object && object !== Event.prototype; object = Object.getPrototypeOf(object)) {
    for (const name of Object.getOwnPropertyNames(object)) {
      if (typeof event[name] !== 'function') fields[name] = written(event[name]);
    }
  }
  return fields;
}

globalThis.witnessEvents = names => {
  for (const name of names) {
    addEventListener(name, event => report('event', `${name} ${JSON.stringify(fieldsOf(event))}`), true);
  }
};

function* rootsBelow(root) {
  yield root;
  for (const element of root.querySelectorAll('*')) if (element.shadowRoot) yield* rootsBelow(element.shadowRoot);
}

/** What a storage holds. Where there may be none, as in a sandboxed frame, to ask for it throws. */
function stored(name) {
  try {
    return written({...globalThis[name]});
  } catch {
    return '';
  }
}

/** Everything in a page that can be read without being told where to look, by the name of the place. */
globalThis.readWholePage = () => {
  const roots = [...rootsBelow(document)];
  const controls = roots.flatMap(root => [...root.querySelectorAll('input, textarea, select')]);
  return {
    address: location.href,
    referrer: document.referrer,
    'state of its history': written(history.state),
    'name of its window': window.name,
    markup: [document.documentElement.outerHTML, ...roots.slice(1).map(root => root.innerHTML)].join('\n'),
    'values of its fields': controls.map(({value}) => value).join('\n'),
    'session storage': stored('sessionStorage'),
    'local storage': stored('localStorage'),
    'addresses it loaded': performance
      .getEntries()
      .map(({name}) => name)
      .join('\n'),
  };
};

/** Where an element is, once it has been there for ten frames: what scrolls into view is drawn, and grows, bit by bit. */
globalThis.steadyTop = async element => {
  let top;
  for (let frames = 0; frames < 10; frames++) {
    const now = element.getBoundingClientRect().top;
    if (now !== top) frames = 0;
    top = now;
    await new Promise(requestAnimationFrame);
  }
  return top;
};
