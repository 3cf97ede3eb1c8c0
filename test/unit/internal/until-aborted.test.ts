import {expect} from 'chai';
import {describe, it} from 'node:test';

import {untilAborted} from '../../../src/internal/until-aborted.js';
import {rejectionOf} from '../../support/rejection.js';
import {newSignal} from '../../support/stub-backend.js';

const never = new Promise<never>(() => {});

describe('untilAborted', () => {
  it('settles as the promise does if the signal is not aborted', async () => {
    const error = new Error('no');
    expect(await untilAborted(Promise.resolve(1), newSignal())).to.equal(1);
    expect(await rejectionOf(untilAborted(Promise.reject(error), newSignal()))).to.equal(error);
  });

  it('rejects with the signal’s reason when it is aborted', async () => {
    const caller = new AbortController();
    const rejected = rejectionOf(untilAborted(never, caller.signal));
    caller.abort('left');
    expect(await rejected).to.equal('left');
  });

  it('rejects at once if the signal has been aborted before', async () => {
    expect(await rejectionOf(untilAborted(never, AbortSignal.abort('left')))).to.equal('left');
  });

  it('leaves no listener on a signal that outlives the promise', async () => {
    const {signal} = new AbortController();
    const listeners = new Set<unknown>();
    signal.addEventListener = (_: string, listener: unknown) => void listeners.add(listener);
    signal.removeEventListener = (_: string, listener: unknown) => void listeners.delete(listener);
    const settled = untilAborted(Promise.resolve(), signal);
    expect(listeners).to.have.lengthOf(1);
    await settled;
    expect(listeners).to.be.empty;
  });
});
