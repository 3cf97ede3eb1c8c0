import {describe, it} from 'node:test';

import {expect} from 'chai';

import {ObservableValue} from '../../../src/internal/observable-value.js';

const notified = (): Promise<void> => Promise.resolve();

describe('ObservableValue', () => {
  it('notifies once for several changes in one task', async () => {
    const state = new ObservableValue(0);
    const values: number[] = [];
    state.subscribe(() => values.push(state.value));
    state.value = 1;
    state.value = 2;
    expect(values).to.eql([]);
    await notified();
    expect(values).to.eql([2]);
  });

  it('notifies again for a later change', async () => {
    const state = new ObservableValue(0);
    const values: number[] = [];
    state.subscribe(() => values.push(state.value));
    state.value = 1;
    await notified();
    state.value = 2;
    await notified();
    expect(values).to.eql([1, 2]);
  });

  it('does not notify if the value is the same', async () => {
    const state = new ObservableValue(Number.NaN);
    let notifications = 0;
    state.subscribe(() => notifications++);
    state.value = Number.NaN;
    await notified();
    expect(notifications).to.equal(0);
  });

  it('has its new value at once', () => {
    const state = new ObservableValue('old');
    state.value = 'new';
    expect(state.value).to.equal('new');
  });

  it('notifies all subscribers but those that have unsubscribed', async () => {
    const state = new ObservableValue(0);
    const values: string[] = [];
    const unsubscribe = state.subscribe(() => values.push('first'));
    state.subscribe(() => values.push('second'));
    unsubscribe();
    state.value = 1;
    await notified();
    expect(values).to.eql(['second']);
  });

  it('does not notify a subscriber that unsubscribes after the change', async () => {
    const state = new ObservableValue(0);
    let notifications = 0;
    const unsubscribe = state.subscribe(() => notifications++);
    state.value = 1;
    unsubscribe();
    await notified();
    expect(notifications).to.equal(0);
  });

  it('can be changed by its subscribers', async () => {
    const state = new ObservableValue(0);
    state.subscribe(() => {
      if (state.value < 3) state.value++;
    });
    state.value = 1;
    await notified();
    await notified();
    await notified();
    expect(state.value).to.equal(3);
  });
});
