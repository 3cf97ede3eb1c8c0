import {expect, fixture, html} from '@open-wc/testing';

import '../../../src/define/all.js';
import {SupportErrorEvent} from '../../../src/contract/session-events.js';
import {createBrowserDesk, faultKinds, seededTicketId, type BrowserDesk} from '../../../demo/desk/browser.js';
import {elementTags} from '../../support/element-tags.js';
import {consoleOutputOf} from '../../support/captured-console.js';
import {Harness} from '../../support/harness.js';
import {reachableStrings} from '../../support/reachable-strings.js';
import {readStoredStrings} from '../../support/stored-strings.js';

const eventTypes = [
  'isp-ready',
  'isp-error',
  'isp-token-expired',
  'isp-unread-change',
  'isp-navigate',
  'isp-ticket-select',
  'isp-ticket-submit',
  'isp-ticket-created',
];

describe('token secrecy: the token is', () => {
  let desk: BrowserDesk;
  let token: string;
  let box: HTMLElement;
  let events: Event[];
  let form: Harness;

  /** Uses all five elements: reads tickets, creates one, and lets requests fail, some with 401. */
  beforeEach(async () => {
    desk = createBrowserDesk();
    token = await desk.tokenFor();
    box = await fixture<HTMLElement>(html`<main></main>`);
    events = [];
    for (const type of eventTypes) box.addEventListener(type, event => events.push(event));
    const elements = elementTags.map(tag => document.createElement(tag));
    for (const element of elements) Object.assign(element, {apiBase: '/api', fetch: desk.fetch, token});
    desk.faults.set({path: `/customer/tickets/${seededTicketId('wifi-bedroom')}`}, faultKinds.html);
    elements[2]!.setAttribute('ticket-id', seededTicketId('wifi-bedroom'));
    box.append(...elements);
    form = new Harness(elements[3]!);
    await form.waitUntil(() => events.filter(event => event.type === 'isp-ready').length === elementTags.length);
    await form.typeInto('Subject', 'No dial tone');
    await form.typeInto('Description', 'Since this morning.');
    await form.pressButton('Create ticket');
    await form.waitUntil(() => events.some(event => event.type === 'isp-ticket-created'));
    desk.faults.set({path: '/customer/**', times: Infinity}, faultKinds.answer(401));
    await elements[1]!.refresh();
    await form.waitUntil(() => events.some(event => event.type === 'isp-token-expired'));
  });

  const expectNoToken = (texts: readonly string[]): void => {
    const [header, payload, signature] = token.split('.');
    expect([header, payload, signature].every(part => part && part.length > 10)).to.be.true;
    for (const text of texts) expect(text).not.to.contain(signature).and.not.to.contain(payload);
  };

  it('not in the document, shadow roots included', () => {
    const markup = [...box.querySelectorAll('*')].flatMap(element => [element.outerHTML, ...shadowMarkup(element)]);
    expect(markup.join()).to.contain('TKT-');
    expectNoToken(markup);
  });

  it('not reachable from the elements’ properties', () => {
    const texts = reachableStrings(...box.children);
    expect(texts).to.include('/api');
    expectNoToken(texts);
  });

  it('not in the JSON of an element', () => {
    const circles = new Set<unknown>();
    const once = (_key: string, value: unknown): unknown => {
      if (typeof value === 'object' && value !== null && circles.has(value)) return undefined;
      circles.add(value);
      return value;
    };
    expectNoToken([...box.children].map(element => JSON.stringify(element, once)));
  });

  it('not in dispatched events', () => {
    expect(events.map(event => event.type)).to.include.members(['isp-error', 'isp-token-expired', 'isp-ready']);
    expectNoToken(events.flatMap(event => [JSON.stringify(event), ...reachableStrings(event)]));
  });

  it('not in isp-error and not on the console when the page’s backend rejects with an error that contains it', async () => {
    const raw = Object.assign(new Error(`refused: Bearer ${token}`), {request: {headers: {Authorization: token}}});
    const backend = {listTickets: () => Promise.reject(raw), getTicket: () => Promise.reject(raw)};
    const list = document.createElement('isp-ticket-list');
    Object.assign(list, {backend, token});
    const shown = new Harness(list);
    const lines = await consoleOutputOf(async () => {
      box.append(list);
      await shown.waitUntil(() => shown.hasButton('Try again'));
    });
    expect(lines.join()).to.contain('listTickets of the backend has thrown: Error');
    const errors = events.filter(event => event instanceof SupportErrorEvent);
    expect(errors.map(error => error.code)).to.include('bad_response');
    expectNoToken([...lines, shown.text, list.outerHTML, ...reachableStrings(...errors)]);
  });

  it('not in any URL', () => {
    expect(desk.requests).to.have.length.above(5);
    expectNoToken(desk.requests.flatMap(({path, search}) => [path, search]));
    expectNoToken([location.href, ...performance.getEntriesByType('resource').map(entry => entry.name)]);
  });

  it('in no header but Authorization', () => {
    expectNoToken(desk.requests.flatMap(({headers}) => Object.values(headers)));
  });

  it('in no storage of the browser', async () => {
    expectNoToken(await readStoredStrings());
  });
});

function shadowMarkup(element: Element): string[] {
  const {shadowRoot} = element;
  if (!shadowRoot) return [];
  return [shadowRoot.innerHTML, ...[...shadowRoot.querySelectorAll('*')].flatMap(shadowMarkup)];
}
