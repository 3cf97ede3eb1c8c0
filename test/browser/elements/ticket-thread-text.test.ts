import {expect} from '@open-wc/testing';

import '../../../src/define/isp-ticket-thread.js';
import {createBrowserDesk, type BrowserDesk} from '../../../demo/desk/browser.js';
import {LinkOpenEvent} from '../../../src/contract/session-events.js';
import {en} from '../../../src/i18n/locales/en.js';
import {createTicket, fetchSeededTicket} from '../../support/desk-api.js';
import {clickNavigates} from '../../support/click-navigates.js';
import {nextEvent} from '../../support/next-event.js';
import {queryAllByRole, getByRole} from '../../support/role-queries.js';
import {ThreadHarness} from '../../support/thread-harness.js';

describe('<isp-ticket-thread> message text', () => {
  let desk: BrowserDesk;

  beforeEach(() => {
    desk = createBrowserDesk();
  });

  async function openWith(description: string): Promise<ThreadHarness> {
    const {id} = await createTicket(desk, {subject: 'As written', description});
    return ThreadHarness.mount(desk, '', {properties: {ticketId: id}});
  }

  it('is plain text: neither Markdown nor HTML is rendered', async () => {
    const thread = await ThreadHarness.mount(desk, 'typed-markup');
    const {description} = await fetchSeededTicket(desk, 'typed-markup');
    expect(thread.messages[0]!.text).to.equal(description);
    expect(thread.heading.innerText).to.equal('**Router page** shows <b>an error</b>');
  });

  it('creates no elements but blocks and links', async () => {
    const hostile = '<img src=x onerror="alert(1)"><script>alert(2)</script><a href="https://a.example">a</a>&lt;b&gt;';
    const thread = await openWith(hostile);
    const {body, text} = thread.messages[0]!;
    expect(text).to.equal(hostile);
    expect([...body.querySelectorAll('*')].map(element => element.localName)).to.eql(['div', 'a']);
  });

  it('keeps line breaks and consecutive spaces', async () => {
    const thread = await openWith('20:15  14 down\n21:00  11 down\n\n  indented');
    // WebKit puts one more line break after it.
    expect(thread.messages[0]!.body.innerText.trimEnd()).to.equal('20:15  14 down\n21:00  11 down\n\n  indented');
    const oneLine = await openWith('20:15');
    const heights = [thread, oneLine].map(({messages: [message]}) => message!.body.getBoundingClientRect().height);
    expect(heights[0]! / heights[1]!).to.be.closeTo(4, 0.1);
  });

  it('links web, mail and telephone addresses, and nothing else', async () => {
    const thread = await openWith(
      'See https://example.com/a?b=1&c=2 or http://192.0.2.1/admin, mail ana@example.com, call +44 20 7946 0112. ' +
        'Not javascript:alert(1), data:text/html,x, file:///etc/passwd, /etc/passwd or 1 < 2.',
    );
    const links = queryAllByRole(thread.messages[0]!.element, 'link') as HTMLAnchorElement[];
    expect(links.map(({href}) => href)).to.eql([
      'https://example.com/a?b=1&c=2',
      'http://192.0.2.1/admin',
      'mailto:ana@example.com',
      'tel:+442079460112',
    ]);
  });

  it('opens links in a new window without opener and referrer', async () => {
    const thread = await ThreadHarness.mount(desk, 'long-words');
    const link = getByRole(thread.messages[0]!.element, 'link') as HTMLAnchorElement;
    expect(link.target).to.equal('_blank');
    expect([...link.relList]).to.have.members(['noopener', 'noreferrer', 'nofollow', 'ugc']);
    expect(link.referrerPolicy).to.equal('no-referrer');
  });

  it('dispatches isp-link-open before a link opens', async () => {
    const thread = await openWith('https://example.com/status');
    const opened = nextEvent(thread.element, LinkOpenEvent);
    expect(clickNavigates(getByRole(thread.messages[0]!.element, 'link'))).to.be.true;
    const {href, cancelable, composed} = await opened;
    expect({href, cancelable, composed}).to.eql({href: 'https://example.com/status', cancelable: true, composed: true});
  });

  it('does not open a link when the page cancels isp-link-open', async () => {
    const thread = await openWith('https://example.com/status');
    thread.element.addEventListener(LinkOpenEvent.type, event => event.preventDefault());
    expect(clickNavigates(getByRole(thread.messages[0]!.element, 'link'))).to.be.false;
  });

  it('is expanded in steps to its end when it is very long', async () => {
    const text = Array.from({length: 5000}, (_, n) => `line ${n}`).join('\n');
    const thread = await openWith(text);
    const lengths = [thread.messages[0]!.text.length];
    while (thread.hasButton(en['text.more'])) {
      await thread.pressButton(en['text.more']);
      lengths.push(thread.messages[0]!.text.length);
    }
    expect(lengths[0]).to.be.within(3_900, 4_000);
    expect(lengths.length).to.be.within(3, 4);
    expect(thread.messages[0]!.text).to.equal(text);
  });

  it('does not overflow at 320 px, however long a word is', async () => {
    const thread = await ThreadHarness.mount(desk, 'long-words');
    thread.element.parentElement!.style.width = '320px';
    const root = thread.element.renderRoot.querySelector('.root')!;
    expect(root.scrollWidth).to.be.at.most(320);
  });
});
