import {expect} from '@open-wc/testing';

import {DocumentLoadedController} from '../../../../src/controllers/session/document-loaded-controller.js';
import {connectHost, createHost, removeHosts} from '../../../support/controller-host.js';
import {nextTask} from '../../../support/next-task.js';

describe('document loaded controller', () => {
  afterEach(() => {
    removeHosts();
    Reflect.deleteProperty(document, 'readyState');
  });

  async function coming(readyState: DocumentReadyState) {
    Object.defineProperty(document, 'readyState', {configurable: true, value: readyState});
    const {host, controller} = createHost({}, each => new DocumentLoadedController(each, () => each.requestUpdate()));
    await connectHost(host);
    return {host, controller};
  }

  it('is loaded one task after the host connects, and renders it, when readyState is complete', async () => {
    const {host, controller} = await coming('complete');
    const {renderCount} = host;
    expect(controller.isLoaded).to.be.false;
    await nextTask();
    await host.updateComplete;
    expect(controller.isLoaded).to.be.true;
    expect(host.renderCount).to.equal(renderCount + 1);
  });

  for (const readyState of ['loading', 'interactive'] as const) {
    for (const [target, type] of [
      [document, 'DOMContentLoaded'],
      [window, 'load'],
    ] as const) {
      it(`is loaded one task after ${type} when readyState is ${readyState}`, async () => {
        const {controller} = await coming(readyState);
        await nextTask();
        expect(controller.isLoaded).to.be.false;
        target.dispatchEvent(new Event(type, {bubbles: true}));
        expect(controller.isLoaded).to.be.false;
        await nextTask();
        expect(controller.isLoaded).to.be.true;
      });
    }
  }
});
