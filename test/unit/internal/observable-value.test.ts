import {expect} from '@open-wc/testing';

import {ObservableValue} from '../../../src/internal/observable-value.js';

const told = (): Promise<void> => Promise.resolve();

describe('a state', () => {
  it('tells once of however many changes', async () => {
    const state = new ObservableValue(0);
    const heard: number[] = [];
    state.subscribe(() => heard.push(state.value));
    state.value = 1;
    state.value = 2;
    expect(heard).to.eql([]);
    await told();
    expect(heard).to.eql([2]);
  });

  it('tells again of a later change', async () => {
    const state = new ObservableValue(0);
    const heard: number[] = [];
    state.subscribe(() => heard.push(state.value));
    state.value = 1;
    await told();
    state.value = 2;
    await told();
    expect(heard).to.eql([1, 2]);
  });

  it('says nothing of a value that is the same', async () => {
    const state = new ObservableValue(Number.NaN);
    let heard = 0;
    state.subscribe(() => heard++);
    state.value = Number.NaN;
    await told();
    expect(heard).to.equal(0);
  });

  it('has its new value at once, before anybody is told', () => {
    const state = new ObservableValue('old');
    state.value = 'new';
    expect(state.value).to.equal('new');
  });

  it('tells everyone who watches, and nobody who has stopped', async () => {
    const state = new ObservableValue(0);
    const heard: string[] = [];
    const stop = state.subscribe(() => heard.push('first'));
    state.subscribe(() => heard.push('second'));
    stop();
    state.value = 1;
    await told();
    expect(heard).to.eql(['second']);
  });

  it('does not tell somebody who stopped between the change and the telling', async () => {
    const state = new ObservableValue(0);
    let heard = 0;
    const stop = state.subscribe(() => heard++);
    state.value = 1;
    stop();
    await told();
    expect(heard).to.equal(0);
  });

  it('may be changed by those who are told', async () => {
    const state = new ObservableValue(0);
    state.subscribe(() => {
      if (state.value < 3) state.value++;
    });
    state.value = 1;
    await told();
    await told();
    await told();
    expect(state.value).to.equal(3);
  });
});
