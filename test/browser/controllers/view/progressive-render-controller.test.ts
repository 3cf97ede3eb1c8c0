import {expect, waitUntil} from '@open-wc/testing';

import {ProgressiveRenderController} from '../../../../src/controllers/view/progressive-render-controller.js';
import type {Progress} from '../../../../src/controllers/base/resource-controller.js';
import {connectHost, createHost, removeHosts, type ControllerHost} from '../../../support/controller-host.js';

const rows: readonly number[] = Array.from({length: 100}, (_, index) => index);
const rowHeight = 50;

describe('progressive render controller', () => {
  let host: ControllerHost & {progress: Progress};
  let controller: ProgressiveRenderController;

  beforeEach(() => {
    ({host, controller} = createHost(
      {progress: 'loading' as Progress},
      of => new ProgressiveRenderController(of, of, rowHeight),
    ));
  });

  /** Renders a placeholder row. */
  async function wait(): Promise<void> {
    await connectHost(host);
    const skeletonRow = document.createElement('div');
    skeletonRow.className = 'skeleton-row';
    skeletonRow.style.blockSize = `${rowHeight}px`;
    host.renderRoot.append(skeletonRow);
  }

  afterEach(removeHosts);

  const become = async (progress: Progress): Promise<void> => {
    host.progress = progress;
    host.requestUpdate();
    await host.updateComplete;
  };

  const arrive = (): Promise<void> => become('shown');

  const nextUpdate = async (): Promise<void> => {
    const {renderCount} = host;
    while (host.renderCount === renderCount) await new Promise(requestAnimationFrame);
  };

  it('renders the rows of the first screen in the first update and all rows in the next', async () => {
    await wait();
    await arrive();
    const first = controller.rendered(rows);
    expect(first.length * rowHeight).to.be.within(innerHeight, innerHeight + rowHeight);
    expect(first).to.eql(rows.slice(0, first.length));
    expect(controller.progress).to.equal('loading');
    await nextUpdate();
    expect(controller.rendered(rows)).to.equal(rows);
    expect(controller.progress).to.equal('shown');
  });

  it('renders progressively again after the next loading state', async () => {
    await wait();
    await arrive();
    await nextUpdate();
    await become('loading');
    expect(controller.rendered(rows)).to.have.length.below(rows.length);
  });

  it('reports a failure at once and renders progressively after it, without a placeholder', async () => {
    await wait();
    await become('failed');
    expect(controller.progress).to.equal('failed');
    host.renderRoot.querySelector('.skeleton-row')!.remove();
    await arrive();
    expect(controller.progress).to.equal('loading');
    expect(controller.rendered(rows)).to.have.length.within(1, rows.length - 1);
    await nextUpdate();
    expect(controller.rendered(rows)).to.equal(rows);
    expect(controller.progress).to.equal('shown');
  });

  it('renders all rows at once when there was no loading state', async () => {
    host.progress = 'shown';
    await connectHost(host);
    expect(controller.rendered(rows)).to.equal(rows);
  });

  it('renders all rows when the page is hidden and has no animation frames', async () => {
    await wait();
    const {requestAnimationFrame} = window;
    window.requestAnimationFrame = () => 0;
    try {
      await arrive();
      await waitUntil(() => controller.progress === 'shown');
      expect(controller.rendered(rows)).to.equal(rows);
    } finally {
      window.requestAnimationFrame = requestAnimationFrame;
    }
  });
});
