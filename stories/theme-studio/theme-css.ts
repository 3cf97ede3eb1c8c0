import {darkModeOf} from './dark-mode.js';
import {valuesIn, type Theme, type Values} from './theme.js';
import {tagNames, tokens} from './tokens.js';

/** What dark changes. `initial` makes the elements use their default again. */
function differences(base: Values, dark: Values): Values {
  const changed = tokens.filter(({name}) => base[name] !== dark[name]);
  return Object.fromEntries(changed.map(({name}) => [name, dark[name] ?? 'initial']));
}

const isEmpty = (values: Values): boolean => Object.keys(values).length === 0;

const indent = (text: string): string => text.replace(/^/gm, '  ');

function rule(selector: string, values: Values): string {
  const names = ['color-scheme', ...tokens.map(({name}) => name)].filter(name => values[name]);
  return `${selector} {\n${names.map(name => `  ${name}: ${values[name]};\n`).join('')}}`;
}

function darkRule(condition: string, values: Values): string {
  if (condition.startsWith('@')) return `${condition} {\n${indent(rule(tagNames.join(',\n'), values))}\n}`;
  return rule(tagNames.map(tag => `${condition} ${tag}`).join(',\n'), {'color-scheme': 'dark', ...values});
}

/**
 * The style sheet to copy. If it has colours for one scheme only, it sets `color-scheme` too: without it, the elements
 * follow the page, which may be in the other scheme.
 */
export function themeCss(theme: Theme, darkMode: string): string {
  const {schemes, condition = ''} = darkModeOf(darkMode);
  const [first, second] = schemes;
  const base = valuesIn(theme, first);
  const dark = second ? differences(base, valuesIn(theme, second)) : {};
  if (isEmpty(base) && isEmpty(dark) && first === 'light') return '/* No changes yet: the elements need no CSS. */';
  const selector = tagNames.join(',\n');
  if (!second) return rule(selector, {'color-scheme': first, ...base});
  if (isEmpty(dark)) return rule(selector, base);
  const scheme = condition.startsWith('@') ? 'light dark' : 'light';
  return `${rule(selector, {'color-scheme': scheme, ...base})}\n\n${darkRule(condition, dark)}`;
}
