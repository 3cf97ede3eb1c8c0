// Runs in the project: imports and requires every entry of the package in Node.
import {readdirSync, readFileSync} from 'node:fs';
import {createRequire} from 'node:module';

const folder = 'node_modules/isp-support-elements';
const {name, exports} = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
const require = createRequire(import.meta.url);

/** An entry with an asterisk stands for each module of its folder. What is null is not public. */
function entriesOf([entry, target]) {
  if (target === null) return [];
  if (!entry.includes('*')) return [entry];
  const [before] = target.default.split('*');
  const modules = readdirSync(`${folder}/${before}`).filter(file => file.endsWith('.js'));
  return modules.map(file => entry.replace('*', file.slice(0, -'.js'.length)));
}

const outcomes = {};
for (const entry of Object.entries(exports).flatMap(entriesOf)) {
  const specifier = name + entry.slice(1);
  if (specifier.endsWith('.yaml')) continue;
  const options = specifier.endsWith('.json') ? {with: {type: 'json'}} : undefined;
  for (const [how, load] of [
    ['import', () => import(specifier, options)],
    ['require', () => require(specifier)],
  ]) {
    try {
      await load();
      outcomes[`${how} ${entry}`] = 'loaded';
    } catch (error) {
      outcomes[`${how} ${entry}`] = error.message;
    }
  }
}
console.log(JSON.stringify(outcomes));
