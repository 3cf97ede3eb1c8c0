import {expect} from '@open-wc/testing';

import {Drafts} from '../../src/state/drafts.js';

describe('drafts', () => {
  it('are kept for each ticket apart', () => {
    const drafts = new Drafts();
    drafts.reply('t1').value = 'to the first';
    drafts.reply('t2').value = 'to the second';
    expect(drafts.reply('t1').value).to.equal('to the first');
    expect(drafts.reply('t2').value).to.equal('to the second');
    expect(drafts.reply('t3').value).to.equal('');
  });

  it('can be watched before anything is written', async () => {
    const drafts = new Drafts();
    const heard: string[] = [];
    const draft = drafts.reply('t1');
    draft.subscribe(() => heard.push(draft.value));
    drafts.reply('t1').value = 'hello';
    await Promise.resolve();
    expect(heard).to.eql(['hello']);
  });

  it('are told apart for ids that have the names of a prototype', () => {
    const drafts = new Drafts();
    drafts.reply('constructor').value = 'hello';
    expect(drafts.reply('__proto__').value).to.equal('');
    expect(drafts.reply('constructor').value).to.equal('hello');
  });

  it('are gone when they are wiped, and those who watch are told', async () => {
    const drafts = new Drafts();
    drafts.ticket.value = {subject: 'Slow'};
    drafts.reply('t1').value = 'hello';
    let heard = 0;
    drafts.reply('t1').subscribe(() => heard++);
    await Promise.resolve();
    heard = 0;
    drafts.wipe();
    await Promise.resolve();
    expect(drafts.ticket.value).to.eql({});
    expect(drafts.reply('t1').value).to.equal('');
    expect(heard).to.equal(1);
  });
});
