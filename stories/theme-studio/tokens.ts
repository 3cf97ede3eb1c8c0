import manifest from '../../custom-elements.json' with {type: 'json'};

interface CssProperty {
  readonly name: string;
  readonly description: string;
  readonly default?: string;
}

interface Declaration {
  readonly tagName?: string;
  readonly cssProperties?: readonly CssProperty[];
}

export const groups = ['Colours', 'Text', 'Shape and spacing', 'More colours'] as const;

export type Group = (typeof groups)[number];

/** A custom property that an operator can set on the elements. */
export interface Token extends CssProperty {
  readonly label: string;
  readonly group: Group;
  readonly isColor: boolean;
  /** The CSS property that takes the same values, to check what a designer enters. */
  readonly property?: string;
  /** Common values, with their names. */
  readonly choices?: Readonly<Record<string, string>>;
}

/** The colours that most portals set. The others derive from them. */
const mainColors = ['accent', 'on-accent', 'surface', 'text'].map(name => `--isp-color-${name}`);

/** What the manifest does not say about a token. A token that is missing here gets a field as well. */
const details: Readonly<Record<string, Partial<Token>>> = {
  '--isp-color-on-accent': {label: 'Text on accent'},
  '--isp-color-muted': {label: 'Muted text'},
  '--isp-own-background': {label: 'Own messages'},
  '--isp-font-family': {
    label: 'Typeface',
    property: 'font-family',
    choices: {'Georgia, serif': 'Serif', "'Noto Sans', sans-serif": 'Noto Sans', monospace: 'Monospace'},
  },
  '--isp-font-size': {
    label: 'Text size',
    property: 'font-size',
    choices: {'15px': 'Small', '18px': 'Large', '20px': 'Very large'},
  },
  '--isp-line-length': {property: 'max-inline-size', choices: {'56ch': 'Short', '80ch': 'Long', none: 'No limit'}},
  '--isp-radius': {
    label: 'Corners',
    property: 'border-radius',
    choices: {'0px': 'Square', '4px': 'Slightly round', '1em': 'Round'},
  },
  '--isp-button-radius': {
    label: 'Corners of buttons',
    property: 'border-radius',
    choices: {'0px': 'Square', '4px': 'Slightly round', '99em': 'Pills'},
  },
  '--isp-density': {property: 'flex-grow', choices: {'0.75': 'Compact', '1.25': 'Airy'}},
};

const {modules} = manifest as {readonly modules: readonly {readonly declarations: readonly Declaration[]}[]};

const elements = modules.flatMap(({declarations}) => declarations).filter(({tagName}) => tagName);

/** The tags of all elements, the whole Support tab first. */
export const tagNames: readonly string[] = elements
  .flatMap(({tagName = ''}) => tagName)
  .sort((one, other) => Number(other === 'isp-support') - Number(one === 'isp-support'));

/** `Line length` for `--isp-line-length`. */
function labelOf(name: string): string {
  const words = name.replace(/^--isp-(color-)?/, '').replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function groupOf(name: string, isColor: boolean): Group {
  if (isColor) return mainColors.includes(name) ? 'Colours' : 'More colours';
  return /-(font|line)-/.test(name) ? 'Text' : 'Shape and spacing';
}

function describe(property: CssProperty): Token {
  const {name} = property;
  const isColor = /-(color|background)\b/.test(name);
  const known = {...(isColor && {property: 'color'}), ...details[name]};
  return {...property, label: labelOf(name), group: groupOf(name, isColor), isColor, ...known};
}

const properties = new Map(
  elements.flatMap(({cssProperties = []}) => cssProperties.map(property => [property.name, property] as const)),
);

/** All tokens of the manifest, in its order. */
export const tokens: readonly Token[] = [...properties.values()].map(describe);
