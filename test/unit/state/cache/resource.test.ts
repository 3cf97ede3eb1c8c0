import {expect} from '@open-wc/testing';

import {SupportError} from '../../../../src/contract/errors.js';
import {Resource} from '../../../../src/state/cache/resource.js';
import {deferred} from '../../../support/deferred.js';
import {answerSequence} from '../../../support/stub-backend.js';

function loading<Value>(...answers: readonly (Value | Promise<Value> | Error)[]) {
  const {ask, asked} = answerSequence<AbortSignal, Value>(...answers);
  return {asked, resource: new Resource<Value>(signal => ask(signal))};
}

describe('a resource', () => {
  it('knows nothing and asks for nothing until somebody loads it', () => {
    const {resource, asked} = loading('value');
    expect(resource.state.value).to.eql({status: 'idle'});
    expect(asked).to.be.empty;
  });

  it('is loaded once however many ask', async () => {
    const {resource, asked} = loading('value');
    await Promise.all([resource.load(), resource.load(), resource.refresh()]);
    await resource.load();
    expect(asked).to.have.lengthOf(1);
    expect(resource.state.value).to.eql({status: 'ready', value: 'value'});
  });

  it('is loading while it is', async () => {
    const answer = deferred<string>();
    const {resource} = loading(answer.promise);
    const loaded = resource.load();
    expect(resource.state.value).to.eql({status: 'loading', value: undefined});
    answer.resolve('value');
    await loaded;
    expect(resource.value).to.equal('value');
  });

  it('keeps its value while it is refreshed', async () => {
    const answer = deferred<string>();
    const {resource} = loading('old', answer.promise);
    await resource.load();
    const refreshed = resource.refresh();
    expect(resource.state.value).to.eql({status: 'loading', value: 'old'});
    answer.resolve('new');
    await refreshed;
    expect(resource.state.value).to.eql({status: 'ready', value: 'new'});
  });

  it('keeps its value when a refresh fails', async () => {
    const error = new SupportError('network');
    const {resource} = loading<string>('old', error, 'new');
    await resource.load();
    await resource.refresh();
    expect(resource.state.value).to.eql({status: 'failed', value: 'old', error});
    await resource.refresh();
    expect(resource.state.value).to.eql({status: 'ready', value: 'new'});
  });

  it('stays failed until somebody refreshes it', async () => {
    const error = new SupportError('network');
    const {resource, asked} = loading<string>(error, 'value');
    await resource.load();
    await resource.load();
    expect(asked).to.have.lengthOf(1);
    expect(resource.state.value).to.eql({status: 'failed', value: undefined, error});
    await resource.refresh();
    expect(resource.value).to.equal('value');
  });

  it('stays failed while it is tried again by itself, until there is more to say', async () => {
    const error = new SupportError('network');
    const worse = new SupportError('unavailable');
    const answer = deferred<string>();
    const {resource} = loading<string>(error, worse, answer.promise);
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

  it('is loading for who refreshes it while it is tried again by itself, and is read once', async () => {
    const answer = deferred<string>();
    const {resource, asked} = loading<string>(new SupportError('network'), answer.promise);
    await resource.load();
    void resource.retry();
    expect(resource.state.value.status).to.equal('failed');
    const refreshed = resource.refresh();
    expect(resource.state.value).to.eql({status: 'loading', value: undefined});
    answer.resolve('value');
    await refreshed;
    expect(resource.value).to.equal('value');
    expect(asked).to.have.length(2);
  });

  for (const code of ['offline', 'unauthenticated'] as const) {
    it(`is loading when it is tried again after ${code}, which is over by then`, async () => {
      const {resource} = loading<string>(new SupportError(code), 'value');
      await resource.load();
      const retried = resource.retry();
      expect(resource.state.value).to.eql({status: 'loading', value: undefined});
      await retried;
      expect(resource.value).to.equal('value');
    });
  }

  it('is read anew for who refreshes it as soon as it has failed', async () => {
    const {resource, asked} = loading<string>(new SupportError('network'), 'value');
    let refreshed: Promise<void> | undefined;
    resource.state.subscribe(() => {
      if (resource.state.value.status === 'failed') refreshed = resource.refresh();
    });
    await resource.load();
    await refreshed;
    expect(resource.state.value).to.eql({status: 'ready', value: 'value'});
    expect(asked).to.have.length(2);
  });

  it('is not tried again unless it has failed', async () => {
    const {resource, asked} = loading<string>('value');
    await resource.retry();
    await resource.load();
    await resource.retry();
    expect(asked).to.have.length(1);
  });

  it('is refreshed with what is known already', async () => {
    const known: (string | undefined)[] = [];
    const resource = new Resource<string>(async (_, value) => {
      known.push(value);
      return 'value';
    });
    await resource.load();
    await resource.refresh();
    expect(known).to.eql([undefined, 'value']);
  });
});

describe('a resource that is patched', () => {
  it('has the change at once', async () => {
    const {resource} = loading(1);
    await resource.load();
    resource.patch(value => value + 1);
    expect(resource.state.value).to.eql({status: 'ready', value: 2});
  });

  it('is left alone where there is nothing to change', async () => {
    const {resource} = loading(1);
    resource.patch(value => value + 1);
    expect(resource.state.value).to.eql({status: 'idle'});
    await resource.load();
    const before = resource.state.value;
    resource.patch(value => value);
    expect(resource.state.value).to.equal(before);
  });

  it('does not take an answer that was on its way by then: it is read again', async () => {
    const answer = deferred<string>();
    const {resource, asked} = loading('old', answer.promise, 'as it is with the patch');
    await resource.load();
    const refreshed = resource.refresh();
    resource.patch(() => 'patched');
    expect(resource.state.value).to.eql({status: 'loading', value: 'patched'});
    answer.resolve('as it was before the patch');
    await refreshed;
    expect(asked).to.have.lengthOf(3);
    expect(resource.state.value).to.eql({status: 'ready', value: 'as it is with the patch'});
  });

  it('shows no older value between the two readings', async () => {
    const [first, second] = [deferred<string>(), deferred<string>()];
    const {resource} = loading('old', first.promise, second.promise);
    await resource.load();
    const seen: (string | undefined)[] = [];
    resource.state.subscribe(() => seen.push(resource.value));
    const refreshed = resource.refresh();
    resource.patch(() => 'patched');
    first.resolve('before the patch');
    await Promise.resolve();
    second.resolve('new');
    await refreshed;
    await Promise.resolve();
    expect(seen).not.to.include('before the patch');
    expect(seen[seen.length - 1]).to.equal('new');
  });

  it('keeps the change when the refresh fails', async () => {
    const answer = deferred<string>();
    const {resource} = loading('old', answer.promise);
    await resource.load();
    const refreshed = resource.refresh();
    resource.patch(() => 'patched');
    answer.reject(new SupportError('network'));
    await refreshed;
    expect(resource.value).to.equal('patched');
    expect(resource.state.value.status).to.equal('failed');
  });
});

describe('a resource that is out of date', () => {
  it('reads again what was on its way by then, the first answer too', async () => {
    const answer = deferred<string>();
    const {resource} = loading(answer.promise, 'new');
    const loaded = resource.load();
    resource.invalidate();
    answer.resolve('old');
    await loaded;
    expect(resource.state.value).to.eql({status: 'ready', value: 'new'});
  });

  it('reads nothing that nobody has asked for', async () => {
    const {resource, asked} = loading('value');
    resource.invalidate();
    expect(asked).to.be.empty;
    await resource.load();
    expect(asked).to.have.lengthOf(1);
  });
});

describe('a resource that is disposed of', () => {
  it('aborts what is under way, and does not take that for a failure', async () => {
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
