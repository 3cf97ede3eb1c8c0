import {expect} from '@open-wc/testing';

import {SupportError} from '../../../../src/contract/errors.js';
import {SupportErrorEvent} from '../../../../src/contract/session-events.js';
import {ResourceController} from '../../../../src/controllers/base/resource-controller.js';
import {Resource} from '../../../../src/state/cache/resource.js';
import {connectHost, createHost, removeHosts} from '../../../support/controller-host.js';
import {deferred} from '../../../support/deferred.js';
import {ObservedSession} from '../../../support/observed-session.js';
import {createTestSession} from '../../../support/session-fixtures.js';
import {answerSequence} from '../../../support/stub-backend.js';

function resourceOf(...answers: readonly (string | Promise<string> | Error)[]) {
  const {ask, calls} = answerSequence<AbortSignal, string>(...answers);
  return {calls, resource: new Resource<string>(signal => ask(signal))};
}

async function watching(resource: Resource<string> | undefined) {
  const picked = {resource};
  const {host, controller} = createHost(
    {},
    each => new ResourceController(each, new ObservedSession(each, createTestSession()), () => picked.resource),
  );
  const errorCodes: string[] = [];
  host.addEventListener(SupportErrorEvent.type, event => errorCodes.push(event.code));
  const update = async (): Promise<void> => {
    host.requestUpdate();
    await host.updateComplete;
  };
  await connectHost(host);
  return {host, controller, picked, errorCodes, update};
}

/** The state change is delivered in one microtask and rendered in the next. */
const rendered = async (host: {updateComplete: Promise<boolean>}): Promise<void> => {
  await Promise.resolve();
  await host.updateComplete;
};

describe('resource controller', () => {
  afterEach(removeHosts);

  it('loads the resource and renders the host when the value arrives', async () => {
    const answer = deferred<string>();
    const {resource} = resourceOf(answer.promise);
    const {host, controller} = await watching(resource);
    expect(controller.progress).to.equal('loading');
    const {renderCount} = host;
    answer.resolve('value');
    await resource.load();
    await rendered(host);
    expect(controller).to.include({progress: 'shown', value: 'value'});
    expect(host.renderCount).to.be.above(renderCount);
  });

  it('makes no request when another host has already loaded the resource', async () => {
    const {resource, calls} = resourceOf('value');
    await Promise.all([watching(resource), watching(resource)]);
    await resource.load();
    await watching(resource);
    expect(calls).to.have.lengthOf(1);
  });

  it('keeps the value when a refresh fails', async () => {
    const {resource} = resourceOf('value', new SupportError('network'));
    const {controller, errorCodes, host} = await watching(resource);
    await resource.load();
    await resource.refresh();
    await rendered(host);
    expect(controller).to.include({progress: 'shown', value: 'value'});
    expect(errorCodes).to.eql(['network']);
  });

  it('reports progress "failed" when the first load fails', async () => {
    const {resource} = resourceOf(new SupportError('unavailable'));
    const {controller, host} = await watching(resource);
    await resource.load();
    await rendered(host);
    expect(controller.progress).to.equal('failed');
  });

  it('dispatches isp-error once for each failure', async () => {
    const {resource} = resourceOf(new SupportError('network'), new SupportError('network'));
    const {host, errorCodes, update} = await watching(resource);
    await resource.load();
    await rendered(host);
    await update();
    expect(errorCodes).to.eql(['network']);
    await resource.refresh();
    await rendered(host);
    expect(errorCodes).to.eql(['network', 'network']);
  });

  it('does not dispatch isp-error when the account is refused, because the session does', async () => {
    const {resource} = resourceOf(new SupportError('gone'));
    const {host, errorCodes} = await watching(resource);
    await resource.load();
    await rendered(host);
    expect(errorCodes).to.eql([]);
  });

  it('switches to the resource that is picked next and ignores late values of the previous one', async () => {
    const [late, soon] = [deferred<string>(), deferred<string>()];
    const [first, second] = [resourceOf(late.promise), resourceOf(soon.promise)];
    const {host, controller, picked, update} = await watching(first.resource);
    picked.resource = second.resource;
    await update();
    late.resolve('first');
    await first.resource.load();
    await rendered(host);
    expect(controller.value).to.be.undefined;
    soon.resolve('second');
    await second.resource.load();
    await rendered(host);
    expect(controller.value).to.equal('second');
  });

  it('is idle while no resource is picked', async () => {
    const {controller} = await watching(undefined);
    expect(controller.state).to.eql({status: 'idle', value: undefined});
    expect(controller.progress).to.equal('loading');
  });

  it('does not render the host after it is disconnected, and shows the current value when it reconnects', async () => {
    const {resource, calls} = resourceOf('old', 'new');
    const {host, controller} = await watching(resource);
    await resource.load();
    await rendered(host);
    host.remove();
    const {renderCount} = host;
    await resource.refresh();
    await rendered(host);
    expect(host.renderCount).to.equal(renderCount);
    await connectHost(host);
    expect(controller.value).to.equal('new');
    expect(calls).to.have.lengthOf(2);
  });
});
