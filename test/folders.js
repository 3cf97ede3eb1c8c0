/** What `npm test` runs, in this order. Each kind of tests is a folder of its own. */
export const testKinds = [
  {name: 'unit', runner: 'node', subject: 'contract, i18n, client, storage, state, and text of ui, in Node'},
  {name: 'desk', runner: 'node', subject: 'the demo server, in Node'},
  {name: 'package', runner: 'node', subject: 'lint rules, manifest and documents, in Node'},
  {name: 'browser', runner: 'browser', subject: 'elements, controllers and views, in a browser'},
];

/** These tests need a build: `npm run test:built`. */
export const builtTests = {name: 'package/built', runner: 'node', subject: 'the built package, in Node'};

/** These tests need a build and the npm registry or its cache: `npm run test:package`. */
export const installedTests = {name: 'package/installed', runner: 'node', subject: 'the tarball in an empty project'};
