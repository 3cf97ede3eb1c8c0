import {expect} from '@open-wc/testing';
import type {ReactiveController} from 'lit';

import {Subscriptions, type Observed} from '../../../../src/controllers/base/subscriptions.js';
import {ObservableValue} from '../../../../src/internal/observable-value.js';
import {connectHost, createHost, removeHosts, type ControllerHost} from '../../../support/controller-host.js';
import {nextTask} from '../../../support/next-task.js';

/** Observes one value for its host. */
class ObservingController implements ReactiveController {
  readonly observed: Observed<number | undefined>;
  readonly #subscriptions: Subscriptions;

  constructor(host: ControllerHost, value: ObservableValue<number | undefined>) {
    this.#subscriptions = new Subscriptions(host);
    this.observed = this.#subscriptions.observe(() => value);
    host.addController(this);
  }

  hostUpdate(): void {
    this.#subscriptions.update();
  }

  hostUpdated(): void {
    this.#subscriptions.rendered();
  }
}

describe('subscriptions', () => {
  let value: ObservableValue<number | undefined>;
  let host: ControllerHost;

  beforeEach(async () => {
    value = new ObservableValue<number | undefined>(0);
    ({host} = createHost({}, of => new ObservingController(of, value)));
    await connectHost(host);
  });

  afterEach(removeHosts);

  /** The number of renders that an action causes. */
  async function rendersAfter(act: () => void): Promise<number> {
    const {renderCount} = host;
    act();
    await nextTask();
    return host.renderCount - renderCount;
  }

  it('render the host once when a value changes, also to undefined', async () => {
    expect(await rendersAfter(() => (value.value = 1))).to.equal(1);
    expect(await rendersAfter(() => (value.value = undefined))).to.equal(1);
  });

  it('render the host once when it is about to render at the time of the change', async () => {
    const renders = await rendersAfter(() => {
      host.requestUpdate();
      value.value = 1;
    });
    expect(renders).to.equal(1);
  });

  it('do not render the host for a value that changes and changes back', async () => {
    const renders = await rendersAfter(() => {
      value.value = 1;
      value.value = 0;
    });
    expect(renders).to.equal(0);
  });
});
