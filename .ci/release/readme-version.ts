// `npm run release:version` runs this after `changeset version`, so that the snippet of the README loads the new version.
import {readFileSync, writeFileSync} from 'node:fs';

const {version} = JSON.parse(readFileSync('package.json', 'utf8')) as {readonly version: string};
const readme = readFileSync('README.md', 'utf8');

writeFileSync('README.md', readme.replace(/(?<=npm\/isp-support-elements@)\d+\.\d+\.\d+/g, version));
