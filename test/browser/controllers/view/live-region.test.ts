import {expect} from '@open-wc/testing';

import {LiveRegion} from '../../../../src/controllers/view/live-region.js';
import {connectHost, createHost, removeHosts} from '../../../support/controller-host.js';

describe('live region', () => {
  afterEach(removeHosts);

  const announcing = () => createHost({}, host => new LiveRegion(host));

  it('renders the host when a message is announced', async () => {
    const {host, controller} = announcing();
    await connectHost(host);
    const {renderCount} = host;
    controller.announce('Ticket opened');
    await host.updateComplete;
    expect(controller.text).to.equal('Ticket opened');
    expect(host.renderCount).to.equal(renderCount + 1);
  });

  it('changes its text when the same message is announced twice, so that screen readers repeat it', () => {
    const {controller} = announcing();
    const texts = [1, 2, 3].map(() => {
      controller.announce('Copied');
      return controller.text;
    });
    expect(texts[0]).not.to.equal(texts[1]);
    expect(texts[1]).not.to.equal(texts[2]);
    for (const text of texts) expect(text.trim()).to.equal('Copied');
  });

  it('is empty when the element reconnects', async () => {
    const {host, controller} = announcing();
    await connectHost(host);
    controller.announce('Ticket opened');
    host.remove();
    await connectHost(host);
    expect(controller.text).to.equal('');
  });
});
