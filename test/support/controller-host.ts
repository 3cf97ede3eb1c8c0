import {LitElement, type TemplateResult, html} from 'lit';

/** A minimal Lit element for testing controllers. It counts its renders. */
export class ControllerHost extends LitElement {
  renderCount = 0;

  protected override render(): TemplateResult {
    this.renderCount++;
    return html`<slot></slot>`;
  }
}
customElements.define('controller-host', ControllerHost);

/** Creates a host with these properties and its controller, not connected yet. */
export function createHost<Properties extends object, Controller>(
  properties: Properties,
  create: (host: ControllerHost & Properties) => Controller,
): {readonly host: ControllerHost & Properties; readonly controller: Controller} {
  const host = Object.assign(new ControllerHost(), properties);
  return {host, controller: create(host)};
}

/** Connects a host to the page, or to a parent, and waits for its first update. */
export async function connectHost<Host extends ControllerHost>(
  host: Host,
  parent: ParentNode = document.body,
): Promise<Host> {
  parent.append(host);
  await host.updateComplete;
  return host;
}

/** Removes all hosts from the page. For `afterEach`. */
export function removeHosts(): void {
  for (const host of document.querySelectorAll('controller-host')) host.remove();
}
