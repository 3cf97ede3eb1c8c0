import {expect} from '@open-wc/testing';
import {executeServerCommand, getSnapshot, getSnapshotConfig, saveSnapshot} from '@web/test-runner-commands';

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

/** What is told of a node beside its role and its name, where it is not what goes without saying. */
const told = ['level', 'live', 'busy', 'invalid', 'required', 'checked', 'expanded', 'disabled', 'readonly'];
const untold: readonly unknown[] = [undefined, false, 'false', 'off'];

/** Boxes that say nothing of themselves: what is in them is said. */
const silent = ['none', 'generic', 'InlineTextBox', 'LayoutTableCell'];

/** What runs with the clock. */
const plain = (text: unknown): string =>
  String(text)
    .replace(/(?:\w+day, )?[A-Z][a-z]+ \d{1,2}, 20\d\d(?: at \d{1,2}:\d\d\s[AP]M)?/g, '‹date›')
    .replace(/\d+ (?:minute|hour|day)s? ago|yesterday|just now/g, '‹ago›')
    .replace(/\d{1,2}:\d\d\s[AP]M/g, '‹time›')
    .replace(/TKT-20\d\d-/g, 'TKT-‹year›-')
    .replace(/\s+/g, ' ')
    .trim();

/** What assistive technology is given of the page’s main part: a line a node, as deep as it lies. */
export async function accessibilityTree(): Promise<string> {
  const {nodes} = await executeServerCommand<{nodes: readonly Node[]}, object>('cdp', {
    method: 'Accessibility.getFullAXTree',
    params: {},
  });
  const byId = new Map(nodes.map(node => [node.nodeId, node]));
  const main = nodes.find(({role}) => role?.value === 'main');
  if (!main) throw new Error('The page has no main part.');

  const lines = (node: Node, depth: number, above: string): string[] => {
    const name = plain(node.name?.value ?? '');
    const isSaid =
      !node.ignored && !silent.includes(String(node.role?.value)) && !(isText(node) && above.includes(name));
    const within = (node.childIds ?? []).flatMap(id => {
      const child = byId.get(id);
      return child ? lines(child, isSaid ? depth + 1 : depth, isSaid ? name : above) : [];
    });
    return isSaid ? ['  '.repeat(depth) + line(node, name), ...within] : within;
  };
  return lines(main, 0, '').slice(1).join('\n');
}

const isText = ({role}: Node): boolean => role?.value === 'StaticText';

function line(node: Node, name: string): string {
  const facts = told.flatMap(fact => {
    const value = node.properties?.find(each => each.name === fact)?.value.value;
    return untold.includes(value) ? [] : [value === true ? fact : `${fact}=${String(value)}`];
  });
  const description = node.description?.value ? [`(${plain(node.description.value)})`] : [];
  const value = node.value?.value ? [`= ${plain(node.value.value)}`] : [];
  return [isText(node) ? 'text' : String(node.role?.value), `“${name}”`, ...value, ...description, ...facts].join(' ');
}

/** The tree is what it was when somebody last looked at it: `npm test -- --update-snapshots --files …` writes it anew. */
export async function matchesTree(name: string): Promise<void> {
  const tree = await accessibilityTree();
  const {updateSnapshots} = (await getSnapshotConfig()) as {updateSnapshots: boolean};
  if (updateSnapshots) await saveSnapshot({name, content: tree});
  expect(tree).to.equal(await getSnapshot({name}));
}
