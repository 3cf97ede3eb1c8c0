import type {LitElement, ReactiveController} from 'lit';

/** Text nodes and comments of the host, and the data that they had before they were replaced. */
interface Replaced {
  readonly nodes: readonly CharacterData[];
  readonly originals: readonly string[];
}

/**
 * Lets a page translator replace text nodes, by `<font>` elements for example. Lit writes into the nodes that it has
 * created, and inserts before them: its text would not be visible, or it would throw. So each replaced node comes back,
 * without text, before what replaces it. When Lit gives it a new text, the replacement goes. See
 * docs/decisions/0015-text-that-translators-replace.md.
 */
export class ReplacedTextController implements ReactiveController {
  readonly #host: LitElement;
  /** By what shows in place of the text node. */
  readonly #replaced = new Map<Node, Replaced>();
  readonly #observer = new MutationObserver(records => this.#bringBack(records));

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer.observe(this.#host.renderRoot, {childList: true, subtree: true});
  }

  hostDisconnected(): void {
    this.hostUpdate();
    this.#observer.disconnect();
  }

  hostUpdate(): void {
    this.#bringBack(this.#observer.takeRecords());
  }

  hostUpdated(): void {
    // These are the changes of the host itself.
    this.#observer.takeRecords();
    for (const [node, replaced] of this.#replaced) {
      if (replaced.nodes.every(({data, isConnected}) => data === '' && isConnected)) continue;
      (node as ChildNode).remove();
      this.#restore(node, replaced);
    }
  }

  #bringBack(records: readonly MutationRecord[]): void {
    const added = new Set(records.flatMap(({addedNodes}) => [...addedNodes]));
    for (const {removedNodes, addedNodes, previousSibling, nextSibling} of records) {
      const removed = [...removedNodes];
      const node = [...addedNodes, previousSibling, nextSibling].find(each => each && added.has(each));
      // A translation may be replaced by another one.
      const replaced = removed.map(each => this.#replaced.get(each)).find(Boolean) ?? replacedBy(removed);
      if (!replaced || !node) continue;
      added.delete(node);
      for (const each of removed) this.#replaced.delete(each);
      this.#replaced.set(node, replaced);
    }
    for (const [node, replaced] of this.#replaced) {
      const isOriginal = replaced.nodes.includes(node as CharacterData);
      if (!isOriginal && node.isConnected) insertEmpty(replaced.nodes, node as ChildNode);
      // The translator shows the original again.
      else this.#restore(node, replaced);
    }
    this.#observer.takeRecords();
  }

  /** Gives the nodes their data again, except what Lit has given to one. */
  #restore(node: Node, {nodes, originals}: Replaced): void {
    for (const [index, each] of nodes.entries()) each.data ||= originals[index] ?? '';
    this.#replaced.delete(node);
  }
}

/** Undefined if elements were removed. */
const replacedBy = (nodes: readonly Node[]): Replaced | undefined =>
  nodes.length > 0 && nodes.every((node): node is CharacterData => 'data' in node)
    ? {nodes, originals: nodes.map(({data}) => data)}
    : undefined;

function insertEmpty(nodes: readonly CharacterData[], before: ChildNode): void {
  if (before.previousSibling === nodes[nodes.length - 1]) return;
  for (const node of nodes) {
    // It may be within the node that replaces it.
    node.replaceWith(node.cloneNode());
    node.data = '';
  }
  before.before(...nodes);
}
