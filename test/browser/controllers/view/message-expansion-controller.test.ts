import {expect} from '@open-wc/testing';

import {LinkOpenEvent} from '../../../../src/contract/session-events.js';
import {MessageExpansionController} from '../../../../src/controllers/view/message-expansion-controller.js';
import {connectHost, createHost, removeHosts} from '../../../support/controller-host.js';

describe('message expansion controller: long message', () => {
  afterEach(removeHosts);

  const showing = async () => {
    const {host, controller} = createHost({}, each => new MessageExpansionController(each, () => {}));
    await connectHost(host);
    return {host, controller, shown: (id: string) => controller.optionsFor(id).maxLength};
  };

  it('shows 4,000 characters first and four times as many after each "show more"', async () => {
    const {host, controller, shown} = await showing();
    const steps = [shown('r1')];
    for (let step = 0; step < 4; step++) {
      controller.optionsFor('r1').onShowMore();
      await host.updateComplete;
      steps.push(shown('r1'));
    }
    expect(steps).to.eql([4_000, 16_000, 64_000, 256_000, 1_024_000]);
  });

  it('renders the host after each "show more"', async () => {
    const {host, controller} = await showing();
    const {renderCount} = host;
    controller.optionsFor('r1').onShowMore();
    await host.updateComplete;
    expect(host.renderCount).to.equal(renderCount + 1);
  });

  it('keeps a separate length for each message', async () => {
    const {controller, shown} = await showing();
    controller.optionsFor('r1').onShowMore();
    expect([shown('r1'), shown('r2'), shown('constructor')]).to.eql([16_000, 4_000, 4_000]);
  });

  it('resets the length when the host is disconnected', async () => {
    const {host, controller, shown} = await showing();
    controller.optionsFor('r1').onShowMore();
    host.remove();
    expect(shown('r1')).to.equal(4_000);
  });
});

describe('message expansion controller: link in a message', () => {
  afterEach(removeHosts);

  async function clicked(keep: boolean) {
    const {host, controller} = createHost({}, each => new MessageExpansionController(each, () => {}));
    const link = document.createElement('a');
    link.href = 'https://example.com/a';
    link.addEventListener('click', controller.optionsFor('r1').onLinkOpen);
    host.append(link);
    await connectHost(host);
    const opened: string[] = [];
    host.addEventListener(LinkOpenEvent.type, event => {
      opened.push(event.href);
      if (keep) event.preventDefault();
    });
    let isBrowsers: boolean | undefined;
    host.addEventListener('click', event => {
      isBrowsers = !event.defaultPrevented;
      event.preventDefault();
    });
    link.click();
    return {opened, isBrowsers};
  }

  it('dispatches isp-link-open and lets the browser open the link', async () => {
    expect(await clicked(false)).to.eql({opened: ['https://example.com/a'], isBrowsers: true});
  });

  it('does not open the link when the page cancels isp-link-open', async () => {
    expect(await clicked(true)).to.eql({opened: ['https://example.com/a'], isBrowsers: false});
  });
});
