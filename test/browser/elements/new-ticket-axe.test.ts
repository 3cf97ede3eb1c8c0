import '../../../src/define/isp-new-ticket.js';
import {createBrowserDesk, faultKinds, type BrowserDesk} from '../../../demo/desk/browser.js';
import {en} from '../../../src/i18n/locales/en.js';
import {FormHarness} from '../../support/form-harness.js';
import {expectAccessibleInBothSchemes} from '../../support/color-schemes.js';
import {setViewport} from '../../support/viewport.js';

const posted = {method: 'POST', path: '/customer/tickets'};
const filled = {subject: 'Slow', description: 'Since Monday.', category: 'Slow speed', priority: 'High'};

describe('<isp-new-ticket> passes axe in light and dark', function () {
  let desk: BrowserDesk;

  before(async () => {
    await setViewport({width: 900, height: 1600});
  });

  beforeEach(() => {
    desk = createBrowserDesk();
  });

  it('when it is empty', async () => {
    await expectAccessibleInBothSchemes(await FormHarness.mount(desk));
  });

  it('when it is filled in and shows the portal’s context', async () => {
    const form = await FormHarness.mount(desk, {properties: {context: {Plan: 'Fibre 300'}}});
    await form.fill(filled);
    await expectAccessibleInBothSchemes(form);
  });

  it('when subject and description are missing', async () => {
    const form = await FormHarness.mount(desk);
    await form.pressCreate();
    await expectAccessibleInBothSchemes(form);
  });

  it('when the ticket is being sent, was refused and was created', async () => {
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

  it('when the server reports an error for each field', async () => {
    const names = ['subject', 'description', 'category', 'priority'];
    const errors = names.map(name => ({pointer: `/${name}`, detail: `Not this ${name}`}));
    desk.faults.set(posted, async () => Response.json({title: 'Not accepted', errors}, {status: 422}));
    const form = await FormHarness.mount(desk);
    await form.fill(filled);
    await form.pressCreate();
    await form.waitUntil(() => form.errorSummary !== '');
    await expectAccessibleInBothSchemes(form);
  });

  it('when no customer is signed in, the account is refused and the account was deleted', async () => {
    for (const username of [null, 'tomas.reyes', 'old.account']) {
      await expectAccessibleInBothSchemes(await FormHarness.mount(desk, {username}));
    }
  });

  it('when a required field is empty', async () => {
    const form = await FormHarness.mount(desk);
    await form.pressCreate();
    await form.waitUntil(() => form.summaryLines.length > 0);
    await expectAccessibleInBothSchemes(form);
  });

  it('when the session has ended while the form was open', async () => {
    const form = await FormHarness.mount(desk);
    await form.fill(filled);
    desk.faults.set({times: Infinity}, faultKinds.answer(401));
    await form.pressCreate();
    await form.waitUntil(() => form.text.includes(en['error.unauthenticated']));
    await expectAccessibleInBothSchemes(form);
  });
});
