import {expect} from '@open-wc/testing';
import {getSnapshot, getSnapshotConfig, saveSnapshot} from '@web/test-runner-commands';

import {callDevTools} from './dev-tools.js';

interface Value {
  readonly value?: unknown;
}

/** https://chromedevtools.github.io/devtools-protocol/tot/Accessibility/#type-AXNode */
interface Node {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly role?: Value;
  readonly name?: Value;
  readonly description?: Value;
  readonly value?: Value;
  readonly properties?: readonly {readonly name: string; readonly value: Value}[];
  readonly childIds?: readonly string[];
}

/** AXNode properties that the snapshot includes, unless they have one of the default values. */
const reportedProperties = [
  'level',
  'live',
  'busy',
  'invalid',
  'required',
  'checked',
  'expanded',
  'disabled',
  'readonly',
];
const defaultValues: readonly unknown[] = [undefined, false, 'false', 'off'];

/** Roles that assistive technology does not announce. Their children are included. */
const skippedRoles = ['none', 'generic', 'InlineTextBox', 'LayoutTableCell'];

/** Replaces everything that depends on the current time. */
const normalize = (text: unknown): string =>
  String(text)
    .replace(/(?:\w+day, )?[A-Z][a-z]+ \d{1,2}, 20\d\d(?: at \d{1,2}:\d\d\s[AP]M)?/g, '‹date›')
    .replace(/\d+ (?:minute|hour|day)s? ago|yesterday|just now/g, '‹ago›')
    .replace(/\d{1,2}:\d\d\s[AP]M/g, '‹time›')
    .replace(/TKT-20\d\d-/g, 'TKT-‹year›-')
    .replace(/\s+/g, ' ')
    .trim();

/** The accessibility tree of the page’s `<main>` as text: one line for each node, indented by its depth. */
export async function serializeAccessibilityTree(): Promise<string> {
  const {nodes} = await callDevTools<{nodes: readonly Node[]}>('accessibility tree', 'Accessibility.getFullAXTree');
  const byId = new Map(nodes.map(node => [node.nodeId, node]));
  const main = nodes.find(({role}) => role?.value === 'main');
  if (!main) throw new Error('The page has no <main>.');

  const formatTree = (node: Node, depth: number, parentName: string): string[] => {
    const name = normalize(node.name?.value ?? '');
    const isIncluded =
      !node.ignored && !skippedRoles.includes(String(node.role?.value)) && !(isText(node) && parentName.includes(name));
    const childLines = (node.childIds ?? []).flatMap(id => {
      const child = byId.get(id);
      return child ? formatTree(child, isIncluded ? depth + 1 : depth, isIncluded ? name : parentName) : [];
    });
    return isIncluded ? ['  '.repeat(depth) + formatNode(node, name), ...childLines] : childLines;
  };
  return formatTree(main, 0, '').slice(1).join('\n');
}

const isText = ({role}: Node): boolean => role?.value === 'StaticText';

function formatNode(node: Node, name: string): string {
  const properties = reportedProperties.flatMap(property => {
    const value = node.properties?.find(({name: each}) => each === property)?.value.value;
    return defaultValues.includes(value) ? [] : [value === true ? property : `${property}=${String(value)}`];
  });
  const description = node.description?.value ? [`(${normalize(node.description.value)})`] : [];
  const value = node.value?.value ? [`= ${normalize(node.value.value)}`] : [];
  return [isText(node) ? 'text' : String(node.role?.value), `“${name}”`, ...value, ...description, ...properties].join(
    ' ',
  );
}

/** Compares the tree with its snapshot. `npm test -- --update-snapshots --files …` updates the snapshot. */
export async function expectTreeToMatchSnapshot(name: string): Promise<void> {
  const tree = await serializeAccessibilityTree();
  const {updateSnapshots} = (await getSnapshotConfig()) as {updateSnapshots: boolean};
  if (updateSnapshots) await saveSnapshot({name, content: tree});
  expect(tree).to.equal(await getSnapshot({name}));
}
