import {describe, it} from 'node:test';

import {expect} from 'chai';

import {SupportError} from '../../../../src/contract/errors.js';
import {Resource} from '../../../../src/state/cache/resource.js';
import {deferred} from '../../../support/deferred.js';
import {answerSequence} from '../../../support/stub-backend.js';

/** A resource that gets these responses one after the other. */
function resourceOf<Value>(...responses: readonly (Value | Promise<Value> | Error)[]) {
  const {ask, calls} = answerSequence<AbortSignal, Value>(...responses);
  return {requests: calls, resource: new Resource<Value>(signal => ask(signal))};
}

describe('Resource', () => {
  it('is idle and sends no request before it is loaded', () => {
    const {resource, requests} = resourceOf('value');
    expect(resource.state.value).to.eql({status: 'idle', value: undefined});
    expect(requests).to.be.empty;
  });

  it('sends one request for several callers', async () => {
    const {resource, requests} = resourceOf('value');
    await Promise.all([resource.load(), resource.load(), resource.refresh()]);
    await resource.load();
    expect(requests).to.have.lengthOf(1);
    expect(resource.state.value).to.eql({status: 'ready', value: 'value'});
  });

  it('is loading until the response arrives', async () => {
    const answer = deferred<string>();
    const {resource} = resourceOf(answer.promise);
    const loaded = resource.load();
    expect(resource.state.value).to.eql({status: 'loading', value: undefined});
    answer.resolve('value');
    await loaded;
    expect(resource.value).to.equal('value');
  });

  it('keeps its value during a refresh', async () => {
    const answer = deferred<string>();
    const {resource} = resourceOf('old', answer.promise);
    await resource.load();
    const refreshed = resource.refresh();
    expect(resource.state.value).to.eql({status: 'loading', value: 'old'});
    answer.resolve('new');
    await refreshed;
    expect(resource.state.value).to.eql({status: 'ready', value: 'new'});
  });

  it('keeps its value, and notifies no view, when a poll returns the same content', async () => {
    const {resource} = resourceOf({rows: [{id: 'a'}]}, {rows: [{id: 'a'}]}, {rows: [{id: 'b'}]});
    await resource.load();
    const {value} = resource;
    let changes = 0;
    resource.state.subscribe(() => changes++);
    await resource.poll();
    expect(resource.value).to.equal(value);
    expect(changes).to.equal(0);
    await resource.poll();
    expect(resource.value).to.eql({rows: [{id: 'b'}]});
    expect(changes).to.equal(1);
  });

  it('keeps its value when a refresh fails', async () => {
    const error = new SupportError('network');
    const {resource} = resourceOf<string>('old', error, 'new');
    await resource.load();
    await resource.refresh();
    expect(resource.state.value).to.eql({status: 'failed', value: 'old', error});
    await resource.refresh();
    expect(resource.state.value).to.eql({status: 'ready', value: 'new'});
  });

  it('stays failed until it is refreshed', async () => {
    const error = new SupportError('network');
    const {resource, requests} = resourceOf<string>(error, 'value');
    await resource.load();
    await resource.load();
    expect(requests).to.have.lengthOf(1);
    expect(resource.state.value).to.eql({status: 'failed', value: undefined, error});
    await resource.refresh();
    expect(resource.value).to.equal('value');
  });

  it('stays failed during a retry, until that has ended', async () => {
    const error = new SupportError('network');
    const worse = new SupportError('unavailable');
    const answer = deferred<string>();
    const {resource} = resourceOf<string>(error, worse, answer.promise);
    await resource.load();
    const states: string[] = [];
    resource.state.subscribe(() => states.push(resource.state.value.status));
    await resource.retry();
    expect(resource.state.value).to.eql({status: 'failed', value: undefined, error: worse});
    const retried = resource.retry();
    answer.resolve('value');
    await retried;
    expect(resource.value).to.equal('value');
    await Promise.resolve();
    expect(states).to.eql(['failed', 'ready']);
  });

  it('is loading if it is refreshed during a retry, and shares its request', async () => {
    const answer = deferred<string>();
    const {resource, requests} = resourceOf<string>(new SupportError('network'), answer.promise);
    await resource.load();
    void resource.retry();
    expect(resource.state.value.status).to.equal('failed');
    const refreshed = resource.refresh();
    expect(resource.state.value).to.eql({status: 'loading', value: undefined});
    answer.resolve('value');
    await refreshed;
    expect(resource.value).to.equal('value');
    expect(requests).to.have.length(2);
  });

  for (const code of ['offline', 'unauthenticated'] as const) {
    it(`is loading during a retry after ${code}, as the cause is over by then`, async () => {
      const {resource} = resourceOf<string>(new SupportError(code), 'value');
      await resource.load();
      const retried = resource.retry();
      expect(resource.state.value).to.eql({status: 'loading', value: undefined});
      await retried;
      expect(resource.value).to.equal('value');
    });
  }

  it('sends a new request if it is refreshed as soon as it has failed', async () => {
    const {resource, requests} = resourceOf<string>(new SupportError('network'), 'value');
    let refreshed: Promise<void> | undefined;
    resource.state.subscribe(() => {
      if (resource.state.value.status === 'failed') refreshed = resource.refresh();
    });
    await resource.load();
    await refreshed;
    expect(resource.state.value).to.eql({status: 'ready', value: 'value'});
    expect(requests).to.have.length(2);
  });

  it('sends no request on retry unless it has failed', async () => {
    const {resource, requests} = resourceOf<string>('value');
    await resource.retry();
    await resource.load();
    await resource.retry();
    expect(requests).to.have.length(1);
  });

  it('passes the cached value to its load function', async () => {
    const cachedValues: (string | undefined)[] = [];
    const resource = new Resource<string>(async (_, cached) => {
      cachedValues.push(cached);
      return 'value';
    });
    await resource.load();
    await resource.refresh();
    expect(cachedValues).to.eql([undefined, 'value']);
  });
});

describe('Resource.patch', () => {
  it('changes the value at once', async () => {
    const {resource} = resourceOf(1);
    await resource.load();
    resource.patch(value => value + 1);
    expect(resource.state.value).to.eql({status: 'ready', value: 2});
  });

  it('does nothing without a value, or if the value stays the same', async () => {
    const {resource} = resourceOf(1);
    resource.patch(value => value + 1);
    expect(resource.state.value).to.eql({status: 'idle', value: undefined});
    await resource.load();
    const before = resource.state.value;
    resource.patch(value => value);
    expect(resource.state.value).to.equal(before);
  });

  it('discards a response that was requested before, and requests it again', async () => {
    const answer = deferred<string>();
    const {resource, requests} = resourceOf('old', answer.promise, 'requested after the patch');
    await resource.load();
    const refreshed = resource.refresh();
    resource.patch(() => 'patched');
    expect(resource.state.value).to.eql({status: 'loading', value: 'patched'});
    answer.resolve('requested before the patch');
    await refreshed;
    expect(requests).to.have.lengthOf(3);
    expect(resource.state.value).to.eql({status: 'ready', value: 'requested after the patch'});
  });

  it('never shows the discarded response', async () => {
    const [first, second] = [deferred<string>(), deferred<string>()];
    const {resource} = resourceOf('old', first.promise, second.promise);
    await resource.load();
    const values: (string | undefined)[] = [];
    resource.state.subscribe(() => values.push(resource.value));
    const refreshed = resource.refresh();
    resource.patch(() => 'patched');
    first.resolve('requested before the patch');
    await Promise.resolve();
    second.resolve('new');
    await refreshed;
    await Promise.resolve();
    expect(values).not.to.include('requested before the patch');
    expect(values[values.length - 1]).to.equal('new');
  });

  it('stays in force if the pending request fails', async () => {
    const answer = deferred<string>();
    const {resource} = resourceOf('old', answer.promise);
    await resource.load();
    const refreshed = resource.refresh();
    resource.patch(() => 'patched');
    answer.reject(new SupportError('network'));
    await refreshed;
    expect(resource.value).to.equal('patched');
    expect(resource.state.value.status).to.equal('failed');
  });
});

describe('Resource.invalidate', () => {
  it('requests a pending response again, even the first one', async () => {
    const answer = deferred<string>();
    const {resource} = resourceOf(answer.promise, 'new');
    const loaded = resource.load();
    resource.invalidate();
    answer.resolve('old');
    await loaded;
    expect(resource.state.value).to.eql({status: 'ready', value: 'new'});
  });

  it('sends no request by itself', async () => {
    const {resource, requests} = resourceOf('value');
    resource.invalidate();
    expect(requests).to.be.empty;
    await resource.load();
    expect(requests).to.have.lengthOf(1);
  });
});

describe('Resource.dispose', () => {
  it('aborts the pending request, which is no failure', async () => {
    const resource = new Resource<string>(
      signal => new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
    );
    const loaded = resource.load();
    resource.dispose();
    await loaded;
    expect(resource.signal.aborted).to.be.true;
    expect(resource.state.value.error).to.be.undefined;
  });
});
