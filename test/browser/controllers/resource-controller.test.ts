import {expect} from '@open-wc/testing';

import {SupportError} from '../../../src/contract/errors.js';
import {SupportErrorEvent} from '../../../src/contract/session-events.js';
import {ResourceController} from '../../../src/controllers/base/resource-controller.js';
import {Resource} from '../../../src/state/cache/resource.js';
import {connectHost, createHost, removeHosts} from '../../support/controller-host.js';
import {deferred} from '../../support/deferred.js';
import {answerSequence} from '../../support/stub-backend.js';

function resourceOf(...answers: readonly (string | Promise<string> | Error)[]) {
  const {ask, asked} = answerSequence<AbortSignal, string>(...answers);
  return {asked, resource: new Resource<string>(signal => ask(signal))};
}

async function watching(resource: Resource<string> | undefined) {
  const picked = {resource};
  const {host, controller} = createHost({}, each => new ResourceController(each, () => picked.resource));
  const told: string[] = [];
  host.addEventListener(SupportErrorEvent.type, event => told.push(event.code));
  const update = async (): Promise<void> => {
    host.requestUpdate();
    await host.updateComplete;
  };
  await connectHost(host);
  return {host, controller, picked, told, update};
}

/** What was changed is told in a microtask, and drawn in another. */
const drawn = async (host: {updateComplete: Promise<boolean>}): Promise<void> => {
  await Promise.resolve();
  await host.updateComplete;
};

describe('an element that shows a resource', () => {
  afterEach(removeHosts);

  it('loads it, and is drawn when it is there', async () => {
    const answer = deferred<string>();
    const {resource} = resourceOf(answer.promise);
    const {host, controller} = await watching(resource);
    expect(controller.progress).to.equal('loading');
    const {renderCount} = host;
    answer.resolve('value');
    await resource.load();
    await drawn(host);
    expect(controller).to.include({progress: 'shown', value: 'value'});
    expect(host.renderCount).to.be.above(renderCount);
  });

  it('asks for nothing that somebody else has loaded', async () => {
    const {resource, asked} = resourceOf('value');
    await Promise.all([watching(resource), watching(resource)]);
    await resource.load();
    await watching(resource);
    expect(asked).to.have.lengthOf(1);
  });

  it('shows what it has, whatever becomes of reading it again', async () => {
    const {resource} = resourceOf('value', new SupportError('network'));
    const {controller, told, host} = await watching(resource);
    await resource.load();
    await resource.refresh();
    await drawn(host);
    expect(controller).to.include({progress: 'shown', value: 'value'});
    expect(told).to.eql(['network']);
  });

  it('has failed where there is nothing to show', async () => {
    const {resource} = resourceOf(new SupportError('unavailable'));
    const {controller, host} = await watching(resource);
    await resource.load();
    await drawn(host);
    expect(controller.progress).to.equal('failed');
  });

  it('tells the page of each failure once', async () => {
    const {resource} = resourceOf(new SupportError('network'), new SupportError('network'));
    const {host, told, update} = await watching(resource);
    await resource.load();
    await drawn(host);
    await update();
    expect(told).to.eql(['network']);
    await resource.refresh();
    await drawn(host);
    expect(told).to.eql(['network', 'network']);
  });

  it('leaves it to the session to tell that the account is refused', async () => {
    const {resource} = resourceOf(new SupportError('gone'));
    const {host, told} = await watching(resource);
    await resource.load();
    await drawn(host);
    expect(told).to.eql([]);
  });

  it('shows another as soon as it picks it, and nothing more of the first', async () => {
    const [late, soon] = [deferred<string>(), deferred<string>()];
    const [first, second] = [resourceOf(late.promise), resourceOf(soon.promise)];
    const {host, controller, picked, update} = await watching(first.resource);
    picked.resource = second.resource;
    await update();
    late.resolve('first');
    await first.resource.load();
    await drawn(host);
    expect(controller.value).to.be.undefined;
    soon.resolve('second');
    await second.resource.load();
    await drawn(host);
    expect(controller.value).to.equal('second');
  });

  it('is idle while there is nothing to pick', async () => {
    const {controller} = await watching(undefined);
    expect(controller.state).to.eql({status: 'idle'});
    expect(controller.progress).to.equal('loading');
  });

  it('is not drawn any more when it has left the page, and shows it again when it is back', async () => {
    const {resource, asked} = resourceOf('old', 'new');
    const {host, controller} = await watching(resource);
    await resource.load();
    await drawn(host);
    host.remove();
    const {renderCount} = host;
    await resource.refresh();
    await drawn(host);
    expect(host.renderCount).to.equal(renderCount);
    await connectHost(host);
    expect(controller.value).to.equal('new');
    expect(asked).to.have.lengthOf(2);
  });
});
