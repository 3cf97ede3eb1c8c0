import {ESLint} from 'eslint';
import {readdirSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import tseslint from 'typescript-eslint';

const root = fileURLToPath(new URL('../..', import.meta.url));

// The rules that ask for types want a file that is there; those under test do not ask.
const eslint = new ESLint({cwd: root, overrideConfig: [tseslint.configs.disableTypeChecked]});

/** The rules that a file of this text would break at this place in the project. */
export async function rulesBroken(file: string, text: string): Promise<ReadonlySet<string | null>> {
  const [result] = await eslint.lintText(text, {filePath: root + file});
  if (!result) throw new Error(`ESLint does not look at ${file}`);
  return new Set(result.messages.map(({ruleId, message}) => ruleId ?? message));
}

/** Some module of a floor, as seen from another: a path leads nowhere, and proves nothing, unless there is a file. */
export function someModule(folder: string): string {
  const files = readdirSync(`${root}src/${folder}`, {recursive: true, encoding: 'utf8'});
  const name = files.map(file => file.replaceAll('\\', '/')).find(file => file.endsWith('.ts'));
  if (!name) throw new Error(`src/${folder} has no module`);
  return `${folder}/${name.replace(/\.ts$/, '.js')}`;
}

/** The folders of two elements. */
export function twoElements(): readonly [string, string] {
  const folders = readdirSync(`${root}src/elements`, {withFileTypes: true}).filter(entry => entry.isDirectory());
  const [one, other] = folders.map(({name}) => name);
  if (!one || !other) throw new Error('There are no two elements');
  return [one, other];
}
