import {LitElement, type TemplateResult, html} from 'lit';

/** An element that has nothing but what a test gives it. */
export class ControllerHost extends LitElement {
  renders = 0;

  protected override render(): TemplateResult {
    this.renders++;
    return html`<slot></slot>`;
  }
}
customElements.define('controller-host', ControllerHost);

/** A host with these properties, not in the page yet, and its controller. */
export function hostWith<Properties extends object, Controller>(
  properties: Properties,
  create: (host: ControllerHost & Properties) => Controller,
): {readonly host: ControllerHost & Properties; readonly controller: Controller} {
  const host = Object.assign(new ControllerHost(), properties);
  return {host, controller: create(host)};
}

/** Puts a host into the page, or into an element there, and waits until it is drawn. */
export async function connect<Host extends ControllerHost>(
  host: Host,
  parent: ParentNode = document.body,
): Promise<Host> {
  parent.append(host);
  await host.updateComplete;
  return host;
}

/** For `afterEach`: takes all hosts out of the page. */
export function removeHosts(): void {
  for (const host of document.querySelectorAll('controller-host')) host.remove();
}
