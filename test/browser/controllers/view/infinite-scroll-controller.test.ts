import {expect} from '@open-wc/testing';

import {InfiniteScrollController} from '../../../../src/controllers/view/infinite-scroll-controller.js';
import {connectHost, createHost, removeHosts} from '../../../support/controller-host.js';

/** An observer that the test triggers, because a background page renders no frames and reports no intersections. */
class FakeIntersectionObserver {
  static all: FakeIntersectionObserver[] = [];
  target: Element | undefined;

  constructor(readonly callback: (entries: readonly {isIntersecting: boolean}[]) => void) {
    FakeIntersectionObserver.all.push(this);
  }

  observe(target: Element): void {
    this.target = target;
  }

  unobserve(): void {
    this.target = undefined;
  }

  disconnect(): void {
    this.target = undefined;
  }
}

describe('infinite scroll controller', () => {
  const {IntersectionObserver: native} = window;

  beforeEach(() => {
    FakeIntersectionObserver.all = [];
    Object.assign(window, {IntersectionObserver: FakeIntersectionObserver});
  });

  afterEach(() => {
    removeHosts();
    Object.assign(window, {IntersectionObserver: native});
  });

  async function observe(target: Element | null) {
    const found: {target: Element | null; loading?: Promise<unknown>} = {target};
    const revealed = {times: 0};
    const {host} = createHost(
      {},
      each =>
        new InfiniteScrollController(
          each,
          () => found.target,
          () => {
            revealed.times++;
            return found.loading;
          },
        ),
    );
    await connectHost(host);
    const move = (...visible: boolean[]): void => {
      for (const isIntersecting of visible) {
        for (const each of FakeIntersectionObserver.all) if (each.target) each.callback([{isIntersecting}]);
      }
    };
    const update = async (): Promise<void> => {
      host.requestUpdate();
      await host.updateComplete;
    };
    return {
      host,
      found,
      revealed,
      move,
      update,
      watched: () => FakeIntersectionObserver.all.filter(({target}) => target).length,
    };
  }

  const button = (): Element => document.createElement('button');

  it('calls back each time the target scrolls into view', async () => {
    const {revealed, move} = await observe(button());
    move(false, true);
    expect(revealed.times).to.equal(1);
    move(false, true);
    expect(revealed.times).to.equal(2);
  });

  it('does not call back when the target is in view from the start', async () => {
    const {revealed, move} = await observe(button());
    move(true);
    expect(revealed.times).to.equal(0);
    move(false, true);
    expect(revealed.times).to.equal(1);
  });

  it('calls back again when the target is in view after what was loaded, and ends when nothing is', async () => {
    const {found, revealed, move} = await observe(button());
    found.loading = Promise.resolve();
    move(false, true);
    await found.loading;
    delete found.loading;
    move(true);
    expect(revealed.times).to.equal(2);
    move(true);
    expect(revealed.times).to.equal(2);
  });

  it('does not observe again when the host was disconnected while it was loading', async () => {
    const {host, found, move, watched} = await observe(button());
    found.loading = Promise.resolve();
    move(false, true);
    host.remove();
    await found.loading;
    expect(watched()).to.equal(0);
  });

  it('observes the current target only, after each update', async () => {
    const {found, revealed, move, update, watched} = await observe(null);
    expect(watched()).to.equal(0);
    found.target = button();
    await update();
    await update();
    expect(watched()).to.equal(1);
    found.target = button();
    await update();
    expect(watched()).to.equal(1);
    move(false, true);
    expect(revealed.times).to.equal(1);
    found.target = null;
    await update();
    expect(watched()).to.equal(0);
  });

  it('stops observing when the host is disconnected and resumes when it reconnects', async () => {
    const {host, watched} = await observe(button());
    host.remove();
    expect(watched()).to.equal(0);
    await connectHost(host);
    host.requestUpdate();
    await host.updateComplete;
    expect(watched()).to.equal(1);
  });
});
