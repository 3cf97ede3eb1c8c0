import {expect, fixture, html, nextFrame, waitUntil} from '@open-wc/testing';

import '../../../src/define/all.js';
import {createBrowserDesk, seededTicketId, type BrowserDesk} from '../../../demo/desk/browser.js';
import {en} from '../../../src/i18n/locales/en.js';
import {FormHarness} from '../../support/form-harness.js';
import {createTicket, fetchSeededTicket} from '../../support/desk-api.js';
import {isCapable, requires} from '../../support/capabilities.js';
import {callDevTools} from '../../support/dev-tools.js';
import {mount} from '../../support/mount.js';
import {getByRole, queryAllByRole} from '../../support/role-queries.js';
import {ThreadHarness} from '../../support/thread-harness.js';
import {setViewport} from '../../support/viewport.js';

/** Applies the styles for a medium. Unlike printing, this fires no events. */
async function emulateMedia(media: 'print' | ''): Promise<void> {
  await callDevTools('emulated media', 'Emulation.setEmulatedMedia', {media});
  await nextFrame();
}

/** Prints the page, as a user does, and returns the number of printed pages. */
async function print(): Promise<number> {
  const {data} = await callDevTools<{data: string}>('emulated media', 'Page.printToPDF');
  return atob(data).match(/\/Type \/Page\b(?!s)/g)!.length;
}

const isVisible = (element: Element): boolean => element.getClientRects().length > 0;
const inShadow = (element: Element, selector: string): HTMLElement[] => [
  ...element.shadowRoot!.querySelectorAll<HTMLElement>(selector),
];

const lines = (count: number, start = ''): string =>
  Array.from({length: count}, (_, index) => `${start}line ${index} of a message that goes on for pages`).join('\n');

/** The rectangles of a text, or of a field, one for each line and page. */
function rectsOf(element: HTMLElement): DOMRect[] {
  const range = document.createRange();
  range.selectNodeContents(element);
  const rects = element.matches('textarea') ? element.getClientRects() : range.getClientRects();
  return [...rects].filter(({width, height}) => width > 0 && height > 0);
}

const overlap = (a: DOMRect, b: DOMRect): boolean =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;

/** What lies on top of each other on pages of many heights. Columns break as pages do, and can be measured. */
function overprints(element: HTMLElement, selector: string): string[] {
  const found = new Set<string>();
  const page = element.parentElement!;
  for (let height = 500; height < 1100; height += 5) {
    page.style.cssText = `column-width: 700px; column-fill: auto; inline-size: 700px; block-size: ${height}px`;
    const items = inShadow(element, selector).map(each => ({each, rects: rectsOf(each)}));
    for (const [index, {each, rects}] of items.entries()) {
      for (const next of items.slice(index + 1, index + 4)) {
        if (next.rects.some(a => rects.some(b => overlap(a, b)))) {
          found.add(`${next.each.innerText} on ${each.className}, ${height}px`);
        }
      }
    }
  }
  return [...found];
}

describe('on paper', () => {
  let desk: BrowserDesk;

  before(() => setViewport({width: 1000, height: 800}));

  beforeEach(() => {
    desk = createBrowserDesk();
  });

  afterEach(async () => {
    if (isCapable('emulated media')) await emulateMedia('');
  });

  async function openWith(description: string, properties: object = {}): Promise<ThreadHarness> {
    const {id} = await createTicket(desk, {subject: 'Printed', description});
    return ThreadHarness.mount(desk, '', {properties: {ticketId: id, ...properties}});
  }

  describe('a long message', () => {
    it('is expanded before the browser prints it, and collapsed again afterwards', async () => {
      requires('emulated media');
      const thread = await openWith(lines(500));
      const shownAt: string[] = [];
      const onPrint = (): unknown => shownAt.push(thread.messages[0]!.text);
      addEventListener('beforeprint', onPrint);
      const pages = await print();
      removeEventListener('beforeprint', onPrint);
      expect(shownAt).to.eql([lines(500)]);
      // 500 lines of 24px on Letter pages with margins of 0.4in.
      expect(pages).to.be.at.least(11);
      expect(thread.messages[0]!.text.length).to.be.at.most(4_000);
    });

    it('is expanded when the document that the thread was moved to is printed, and no longer after it left', async () => {
      const {element} = await openWith(lines(500));
      const frame = await fixture<HTMLIFrameElement>(html`<iframe></iframe>`);
      const [here, there] = [window, frame.contentWindow!];
      const box = element.parentElement!;
      const isExpandedBy = async (type: string, printed: Window): Promise<boolean> => {
        await waitUntil(() => inShadow(element, '.text').length > 0);
        printed.dispatchEvent(new Event(type));
        return inShadow(element, '.text')[0]!.innerText.length > 4_000;
      };
      for (const [place, printed, other] of [
        [frame.contentDocument!.body, there, here],
        [box, here, there],
      ] as const) {
        place.append(element);
        expect(await isExpandedBy('beforeprint', other)).to.be.false;
        expect(await isExpandedBy('beforeprint', printed)).to.be.true;
        expect(await isExpandedBy('afterprint', printed)).to.be.false;
      }
    });

    it('has its folded quotations open, and leaves one open that the customer had opened', async () => {
      const quotation = `Anna wrote:\n${lines(40, '> ')}`;
      const thread = await openWith(`${quotation}\n\nand before that, Tom wrote:\n${lines(40, '> ')}`);
      const [first, second] = queryAllByRole(thread.element, 'group') as HTMLDetailsElement[];
      first!.open = true;
      dispatchEvent(new Event('beforeprint'));
      expect([first!.open, second!.open]).to.eql([true, true]);
      dispatchEvent(new Event('afterprint'));
      expect([first!.open, second!.open]).to.eql([true, false]);
    });

    it('does not keep listening when the thread is removed', async () => {
      const thread = await openWith(lines(500));
      const {element} = thread;
      element.remove();
      dispatchEvent(new Event('beforeprint'));
      expect(element.isUpdatePending).to.be.false;
    });
  });

  describe('a thread', () => {
    it('has no controls and no reply box', async () => {
      const thread = await ThreadHarness.mount(desk, 'evening-slowdown');
      await thread.sendReply('One more thing');
      await emulateMedia('print');
      expect(inShadow(thread.element, 'button, textarea, label').filter(isVisible)).to.eql([]);
      expect(thread.messages.filter(({body}) => isVisible(body))).to.have.lengthOf(5);
    });

    it('prints nothing over the end of a long message or of an opened quotation, wherever a page ends', async () => {
      const {element} = await openWith(lines(60));
      for (const message of [
        lines(220),
        'Short',
        `Anna wrote:\n${lines(60, '> ')}`,
        'سطر من النص\n'.repeat(80),
        'End',
      ]) {
        await desk.staff.reply(element.ticketId!, message);
      }
      await element.refresh();
      await emulateMedia('print');
      dispatchEvent(new Event('beforeprint'));
      await element.updateComplete;
      expect(overprints(element, '.day, .article-header, .block')).to.eql([]);
      dispatchEvent(new Event('afterprint'));
    });

    it('has no prompt to write a new ticket if it is closed', async () => {
      const thread = await ThreadHarness.mount(desk, 'duplicate');
      await emulateMedia('print');
      expect(inShadow(thread.element, '.notice')).to.have.lengthOf(1);
      expect(inShadow(thread.element, '.notice').filter(isVisible)).to.eql([]);
    });

    it('renders the replies that are off-screen', async () => {
      const thread = await ThreadHarness.mount(desk, 'evening-slowdown');
      await emulateMedia('print');
      const rows = inShadow(thread.element, '.reply');
      expect(rows).not.to.be.empty;
      for (const row of rows) {
        expect(getComputedStyle(row).contentVisibility).to.equal('visible');
      }
    });

    it('says how many earlier replies are missing, which the screen does not', async () => {
      const thread = await ThreadHarness.mount(desk, 'line-drops');
      const {reply_count: total} = await fetchSeededTicket(desk, 'line-drops');
      const missing = Number(total) - thread.replies.length;
      const [line] = inShadow(thread.element, '.earlier p');
      expect(isVisible(line!)).to.be.false;
      await emulateMedia('print');
      expect(line!.innerText).to.equal(en['thread.earlierLeft'].replace('{count}', String(missing)));
    });

    it('has dates in place of relative times', async () => {
      const thread = await openWith('Just now');
      await emulateMedia('print');
      const {innerText} = thread.messages[0]!.time;
      expect(innerText).to.match(/20\d\d/);
      expect(innerText).not.to.contain(en['time.now']);
    });

    it('has the colours of paper in the dark scheme and with an operator’s dark tokens', async () => {
      const [plain, dark] = await Promise.all([openWith('a'), openWith('a', {colorScheme: 'dark'})]);
      const colors = (element: Element): string[] =>
        inShadow(element, '.root, .muted, .status').map(each => getComputedStyle(each).color);
      for (const name of ['text', 'surface', 'muted', 'border']) {
        dark.element.style.setProperty(`--isp-color-${name}`, name === 'surface' ? '#111' : '#eee');
      }
      await emulateMedia('print');
      expect(colors(dark.element)).to.eql(colors(plain.element));
      expect(getComputedStyle(inShadow(dark.element, '.root')[0]!).backgroundColor).to.equal('rgba(0, 0, 0, 0)');
    });
  });

  describe('the form', () => {
    it('has the whole description, and nothing printed over it', async () => {
      const {element, descriptionInput} = await FormHarness.mount(desk);
      descriptionInput.value = lines(90);
      await emulateMedia('print');
      expect(descriptionInput.clientHeight).to.be.at.least(90 * 16);
      expect(descriptionInput.scrollHeight).to.be.at.most(descriptionInput.clientHeight);
      expect(overprints(element, '.field-label, .field-hint, .guidance, textarea')).to.eql([]);
    });
  });

  describe('the list', () => {
    it('has whole subjects, dates, and no button', async () => {
      const subject = 'In the evening everything is slow, and to say so takes many lines. '.repeat(2).trim();
      await createTicket(desk, {subject, description: 'x'});
      const list = await mount('isp-ticket-list', desk);
      list.parentElement!.style.inlineSize = '360px';
      await emulateMedia('print');
      const link = getByRole(list, 'button', subject);
      expect(link.scrollHeight).to.be.at.most(link.clientHeight);
      expect(queryAllByRole(list, 'button', en['list.new'])).to.eql([]);
      expect(inShadow(list, '.row-reply')[0]!.innerText).to.match(/20\d\d/);
    });

    it('is not beside the ticket that is open in the Support tab', async () => {
      const support = await mount('isp-support', desk);
      await support.showTicket(seededTicketId('evening-slowdown'));
      await support.updateComplete;
      const [list] = inShadow(support, '.list-pane');
      expect(isVisible(list!)).to.be.true;
      await emulateMedia('print');
      expect(isVisible(list!)).to.be.false;
    });
  });
});
