import type {LitElement, ReactiveController} from 'lit';

/** A text node of the host, and the text that it had before it was replaced. */
interface Replaced {
  readonly text: Text;
  readonly original: string;
}

/**
 * Lets a page translator replace text nodes, by `<font>` elements for example. Lit writes into the nodes that it has
 * created, and inserts before them: it would write what nobody sees, or throw. So each replaced node comes back,
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
    for (const [node, {text}] of this.#replaced) {
      if (text.data === '' && text.isConnected) continue;
      (node as ChildNode).remove();
      this.#replaced.delete(node);
    }
  }

  #bringBack(records: readonly MutationRecord[]): void {
    const added = new Set(records.flatMap(({addedNodes}) => [...addedNodes]));
    for (const {removedNodes, addedNodes, previousSibling, nextSibling} of records) {
      const [removed] = removedNodes;
      const node = [...addedNodes, previousSibling, nextSibling].find(each => each && added.has(each));
      // A translation may be replaced by another one.
      const replaced = removed && (this.#replaced.get(removed) ?? replacedText(removed));
      if (!replaced || !node) continue;
      added.delete(node);
      this.#replaced.delete(removed);
      this.#replaced.set(node, replaced);
    }
    for (const [node, {text, original}] of this.#replaced) {
      if (node !== text && node.isConnected) insertEmpty(text, node as ChildNode);
      else {
        // The translator shows the original again.
        text.data ||= original;
        this.#replaced.delete(node);
      }
    }
    this.#observer.takeRecords();
  }
}

const replacedText = (node: Node): Replaced | undefined =>
  node.nodeType === Node.TEXT_NODE ? {text: node as Text, original: (node as Text).data} : undefined;

function insertEmpty(text: Text, before: ChildNode): void {
  if (before.previousSibling === text) return;
  // It may be within the node that replaces it.
  text.replaceWith(text.cloneNode());
  text.data = '';
  before.before(text);
}
