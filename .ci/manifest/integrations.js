// Runs at the end of `npm run build`: writes what editors and the types of frameworks read, and the components for React,
// from custom-elements.json.
import {generateJetBrainsWebTypes} from 'custom-element-jet-brains-integration';
import {generateVsCodeCustomElementData} from 'custom-element-vs-code-integration';
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

import {elementTypes} from './element-types.js';
import {reactComponents} from './react-components.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const outdir = `${root}dist/types`;
const read = () => JSON.parse(readFileSync(`${root}custom-elements.json`, 'utf8'));

mkdirSync(outdir, {recursive: true});
writeFileSync(`${outdir}/elements.d.ts`, elementTypes(read()));
mkdirSync(`${root}dist/react`, {recursive: true});
for (const [name, content] of reactComponents(read())) writeFileSync(`${root}dist/react/${name}`, content);
// Each generator changes the manifest that it is given.
generateVsCodeCustomElementData(read(), {outdir, cssFileName: null, hideLogs: true});
generateJetBrainsWebTypes(read(), {outdir, packageJson: false, hideLogs: true});
