import globals from 'globals';

/** The layers that must run in Node. */
const layersWithoutDom = ['contract', 'i18n', 'internal', 'state'];

/** Newer versions of Node have these, but Node 20 does not. */
const laterInNode = ['navigator', 'localStorage', 'sessionStorage'];

const domGlobals = Object.keys(globals.browser).filter(
  name => !(name in globals['shared-node-browser']) || laterInNode.includes(name),
);

/** Reports globals that only browsers have, also as properties of `globalThis`. */
export const noDomGlobals = {
  files: layersWithoutDom.map(layer => `src/${layer}/**/*.ts`),
  // Web Locks, which Node has since version 24.
  ignores: ['src/state/outbox/locks.ts'],
  rules: {
    'no-restricted-globals': [
      'error',
      {
        globals: domGlobals.map(name => ({name, message: 'This layer must not use the DOM: it also runs in Node.'})),
        checkGlobalObject: true,
      },
    ],
  },
};
