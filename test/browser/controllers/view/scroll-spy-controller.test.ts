import {expect, nextFrame} from '@open-wc/testing';

import {ScrollSpyController} from '../../../../src/controllers/view/scroll-spy-controller.js';
import {connectHost, createHost, removeHosts} from '../../../support/controller-host.js';
import {nextTask} from '../../../support/next-task.js';

describe('scroll spy controller', () => {
  afterEach(removeHosts);

  it('measures nothing between an update and its paint, even if an earlier update has been painted', async () => {
    const {host} = createHost({}, each => new ScrollSpyController(each));
    let measurements = 0;
    host.getBoundingClientRect = () => {
      measurements++;
      return new DOMRect();
    };
    await connectHost(host);
    await nextFrame();
    host.requestUpdate();
    await nextTask();
    expect(measurements).to.equal(0);
    await nextFrame();
    await nextTask();
    expect(measurements).to.be.at.least(1);
  });
});
