import {LitElement} from 'lit';

/**
 * Draws nothing while it is out of the document. Lit carries out an update that was asked for just before an element left, and what
 * its controllers subscribe to in it would hold the element for as long as the page.
 */
export abstract class ConnectedElement extends LitElement {
  protected override shouldUpdate(): boolean {
    return this.isConnected;
  }
}
