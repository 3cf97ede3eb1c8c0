import {emulateMedia, setViewport} from '@web/test-runner-commands';

import '../../../src/define/isp-new-ticket.js';
import {createBrowserDesk, faultKinds, type BrowserDesk} from '../../../demo/desk/browser.js';
import {FormHarness} from '../../support/form-harness.js';
import {expectAccessibleInBothSchemes} from '../../support/color-schemes.js';

const posted = {method: 'POST', path: '/customer/tickets'};
const filled = {subject: 'Slow', description: 'Since Monday.', category: 'Slow speed', priority: 'High'};

describe('<isp-new-ticket>, to axe', function () {
  let desk: BrowserDesk;

  before(async () => {
    await setViewport({width: 900, height: 1600});
    await emulateMedia({reducedMotion: 'reduce'});
  });

  beforeEach(() => {
    desk = createBrowserDesk();
  });

  it('is in order: empty', async () => {
    await expectAccessibleInBothSchemes(await FormHarness.mount(desk));
  });

  it('is in order: filled in, with what the portal knows of the line', async () => {
    const form = await FormHarness.mount(desk, {properties: {context: {Plan: 'Fibre 300'}}});
    await form.fill(filled);
    await expectAccessibleInBothSchemes(form);
  });

  it('is in order: without a subject and a description', async () => {
    const form = await FormHarness.mount(desk);
    await form.pressCreate();
    await expectAccessibleInBothSchemes(form);
  });

  it('is in order: on its way, not taken, and taken', async () => {
    const held = faultKinds.hold();
    desk.faults.set(posted, held.fault);
    desk.faults.set(posted, faultKinds.answer(413));
    const form = await FormHarness.mount(desk);
    await form.fill(filled);
    await form.pressCreate();
    await held.arrived;
    await expectAccessibleInBothSchemes(form);
    held.release();
    await form.waitUntil(() => form.errorSummary !== '');
    await expectAccessibleInBothSchemes(form);
    await form.pressCreate();
    await form.waitUntilCreated();
    await expectAccessibleInBothSchemes(form);
  });

  it('is in order: with the server’s words at each field', async () => {
    const names = ['subject', 'description', 'category', 'priority'];
    const errors = names.map(name => ({pointer: `/${name}`, detail: `Not this ${name}`}));
    desk.faults.set(posted, async () => Response.json({title: 'Not accepted', errors}, {status: 422}));
    const form = await FormHarness.mount(desk);
    await form.fill(filled);
    await form.pressCreate();
    await form.waitUntil(() => form.errorSummary !== '');
    await expectAccessibleInBothSchemes(form);
  });

  it('is in order: nobody signed in, a refused account, and one that is gone', async () => {
    for (const username of [null, 'tomas.reyes', 'old.account']) {
      await expectAccessibleInBothSchemes(await FormHarness.mount(desk, {username}));
    }
  });

  it('is in order: a session that ended over a form', async () => {
    const form = await FormHarness.mount(desk);
    await form.fill(filled);
    desk.faults.set({times: Infinity}, faultKinds.answer(401));
    await form.pressCreate();
    await form.waitUntil(() => /session has ended/.test(form.text));
    await expectAccessibleInBothSchemes(form);
  });
});
