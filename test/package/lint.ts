import {ESLint} from 'eslint';
import {readdirSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import tseslint from 'typescript-eslint';

const root = fileURLToPath(new URL('../..', import.meta.url));

// Type-aware rules require an existing file; the rules under test need no types.
const eslint = new ESLint({cwd: root, overrideConfig: [tseslint.configs.disableTypeChecked]});

/** The rules that a file with this text violates at this path. */
export async function rulesBroken(file: string, text: string): Promise<ReadonlySet<string | null>> {
  const [result] = await eslint.lintText(text, {filePath: root + file});
  if (!result) throw new Error(`ESLint ignores ${file}`);
  return new Set(result.messages.map(({ruleId, message}) => ruleId ?? message));
}

/** An existing module of a layer: the rules about paths ignore an import that does not resolve. */
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
  if (!one || !other) throw new Error('src/elements has fewer than two folders');
  return [one, other];
}
