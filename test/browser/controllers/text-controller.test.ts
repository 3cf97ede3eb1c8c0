import {expect} from '@open-wc/testing';

import {LinkOpenEvent} from '../../../src/contract/session-events.js';
import {TextController} from '../../../src/controllers/view/message-expansion-controller.js';
import {connectHost, createHost, removeHosts} from '../../support/controller-host.js';

describe('a long message', () => {
  afterEach(removeHosts);

  const showing = async () => {
    const {host, controller} = createHost({}, each => new TextController(each));
    await connectHost(host);
    return {host, controller, shown: (id: string) => controller.optionsFor(id).shown};
  };

  it('is shown by four thousand characters, and four times as much at each step', async () => {
    const {host, controller, shown} = await showing();
    const steps = [shown('r1')];
    for (let step = 0; step < 4; step++) {
      controller.optionsFor('r1').onShowMore();
      await host.updateComplete;
      steps.push(shown('r1'));
    }
    expect(steps).to.eql([4_000, 16_000, 64_000, 256_000, 1_024_000]);
  });

  it('is drawn again with each step', async () => {
    const {host, controller} = await showing();
    const {renderCount} = host;
    controller.optionsFor('r1').onShowMore();
    await host.updateComplete;
    expect(host.renderCount).to.equal(renderCount + 1);
  });

  it('has steps of its own', async () => {
    const {controller, shown} = await showing();
    controller.optionsFor('r1').onShowMore();
    expect([shown('r1'), shown('r2'), shown('constructor')]).to.eql([16_000, 4_000, 4_000]);
  });

  it('is short again when its element has left the page', async () => {
    const {host, controller, shown} = await showing();
    controller.optionsFor('r1').onShowMore();
    host.remove();
    expect(shown('r1')).to.equal(4_000);
  });
});

describe('a link in a message', () => {
  afterEach(removeHosts);

  async function clicked(keep: boolean) {
    const {host, controller} = createHost({}, each => new TextController(each));
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

  it('is the browser’s to open, once the page has been told', async () => {
    expect(await clicked(false)).to.eql({opened: ['https://example.com/a'], isBrowsers: true});
  });

  it('is the page’s to open where it says so', async () => {
    expect(await clicked(true)).to.eql({opened: ['https://example.com/a'], isBrowsers: false});
  });
});
