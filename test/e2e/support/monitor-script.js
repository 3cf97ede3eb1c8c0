// Runs in every page before the page's own scripts (page-monitor.ts).
const report = (kind, text) => globalThis.reportToMonitor(kind, text);

document.addEventListener('securitypolicyviolation', ({effectiveDirective, blockedURI, sourceFile, lineNumber}) =>
  report('problem', `CSP: ${effectiveDirective} blocks ${blockedURI} (${sourceFile}:${lineNumber})`),
);

function stringify(value) {
  try {
    return typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  } catch {
    return String(value);
  }
}

/** The fields of an event and of its classes, without those that every event has. */
function fieldsOf(event) {
  const fields = {};
  for (let object = event; object && object !== Event.prototype; object = Object.getPrototypeOf(object)) {
    for (const name of Object.getOwnPropertyNames(object)) {
      if (typeof event[name] !== 'function') fields[name] = stringify(event[name]);
    }
  }
  return fields;
}

globalThis.monitorEvents = names => {
  for (const name of names) {
    addEventListener(name, event => report('event', `${name} ${JSON.stringify(fieldsOf(event))}`), true);
  }
};

function* rootsBelow(root) {
  yield root;
  for (const element of root.querySelectorAll('*')) if (element.shadowRoot) yield* rootsBelow(element.shadowRoot);
}

/** The content of a storage. In a sandboxed frame, access to a storage throws. */
function storageContent(name) {
  try {
    return stringify({...globalThis[name]});
  } catch {
    return '';
  }
}

/** Everything in a page that any script can read, by the name of the place. */
globalThis.readWholePage = () => {
  const roots = [...rootsBelow(document)];
  const controls = roots.flatMap(root => [...root.querySelectorAll('input, textarea, select')]);
  return {
    address: location.href,
    referrer: document.referrer,
    'history state': stringify(history.state),
    'window name': window.name,
    markup: [document.documentElement.outerHTML, ...roots.slice(1).map(root => root.innerHTML)].join('\n'),
    'values of form fields': controls.map(({value}) => value).join('\n'),
    'session storage': storageContent('sessionStorage'),
    'local storage': storageContent('localStorage'),
    'loaded addresses': performance
      .getEntries()
      .map(({name}) => name)
      .join('\n'),
  };
};

/** The top of an element when it has not moved for ten frames: rows grow as they scroll into view and are rendered. */
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
