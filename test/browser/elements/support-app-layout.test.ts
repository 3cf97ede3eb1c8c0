import {expect, nextFrame} from '@open-wc/testing';

import '../../../src/define/isp-support.js';
import {createBrowserDesk, seededTicketId, type BrowserDesk} from '../../../demo/desk/browser.js';
import {en} from '../../../src/i18n/locales/en.js';
import {engine} from '../../support/capabilities.js';
import {createTicket} from '../../support/desk-api.js';
import {createFullDesk} from '../../support/full-desk.js';
import {waitForNetworkIdle} from '../../support/network-idle.js';
import {closeSoftKeyboard, openSoftKeyboard} from '../../support/soft-keyboard.js';
import {SupportHarness} from '../../support/support-harness.js';
import {setViewport} from '../../support/viewport.js';

const replyCount = 60;
const keyboardHeight = 300;
const phone = {width: 360, height: 740};

const boxOf = (element: Element): DOMRect => element.getBoundingClientRect();

describe('<isp-support layout="app"> on a phone', () => {
  let desk: BrowserDesk;
  let support: SupportHarness;
  let page: HTMLElement;

  beforeEach(async () => {
    await setViewport(phone);
    page = document.createElement('p');
    page.style.blockSize = '3000px';
    document.body.append(page);
    desk = createBrowserDesk();
  });

  afterEach(async () => {
    page.remove();
    await closeSoftKeyboard();
    scrollTo(0, 0);
  });

  const mount = async (properties: object = {}): Promise<void> => {
    support = await SupportHarness.mount(desk, {properties: {layout: 'app', ...properties}});
    support.element.parentElement!.style.width = '100%';
  };

  /** Waits until nothing is loading and nothing moves. */
  async function settle(): Promise<void> {
    await waitForNetworkIdle(desk);
    for (let frames = 0; frames < 20; frames++) await nextFrame();
  }

  async function openTicket(): Promise<void> {
    await mount();
    const {id} = await createTicket(desk, {subject: 'Many replies', description: 'The line drops.'});
    for (let number = 1; number <= replyCount; number++) {
      await desk.staff.reply(id, `Reply ${number}: we are looking into it.\n`.repeat(4));
    }
    support.element.ticketId = id;
    await support.waitUntil(() => support.thread.element.ticketId === id);
    await support.waitUntilShown('ticket');
    await settle();
  }

  /** Checks that an element is in the part of the view that the keyboard leaves. */
  function expectAboveKeyboard(element: Element, {height = keyboardHeight, offsetTop = 0} = {}): void {
    const {top, bottom} = boxOf(element);
    expect(top).to.be.at.least(offsetTop);
    expect(bottom).to.be.at.most(innerHeight - height + offsetTop);
  }

  const sendButton = (): HTMLElement => support.thread.button(en['composer.send']);
  const scroller = (): HTMLElement => support.element.renderRoot.querySelector('.root')!;

  describe('with a ticket of 60 replies', () => {
    beforeEach(openTicket);

    it('fills the view, and leaves the page behind it where it is when the thread is scrolled to its ends', async () => {
      expect(boxOf(scroller())).to.deep.include({x: 0, y: 0, width: phone.width, height: phone.height});
      for (const end of [1e6, -1e6]) scroller().scrollBy(0, end);
      expect(getComputedStyle(scroller()).overscrollBehaviorY).to.equal('contain');
      expect(scrollY).to.equal(0);
    });

    for (const position of ['beginning', 'middle', 'end'] as const) {
      it(`keeps the reply box above the soft keyboard, at the ${position} of the thread`, async () => {
        const {scrollHeight} = scroller();
        scroller().scrollTop = {beginning: 0, middle: scrollHeight / 2, end: scrollHeight}[position];
        await settle();
        support.thread.replyBox.focus();
        await openSoftKeyboard({height: keyboardHeight});
        for (const element of [support.thread.replyBox, sendButton()]) expectAboveKeyboard(element);
        await closeSoftKeyboard();
        expect(boxOf(sendButton()).bottom).to.be.within(innerHeight - 200, innerHeight);
      });
    }

    for (const height of [200, 300, 380]) {
      it(`keeps a long reply above a soft keyboard of ${height} px while it is written and after Send`, async () => {
        support.thread.replyBox.focus();
        await openSoftKeyboard({height});
        await support.thread.typeReply('It dropped again.\n'.repeat(40));
        await settle();
        for (const element of [support.thread.replyBox, sendButton()]) expectAboveKeyboard(element, {height});
        await support.thread.pressSend();
        await support.waitUntil(() => support.thread.lastMessage.text.startsWith('It dropped'));
        await settle();
        for (const element of [support.thread.replyBox, sendButton()]) expectAboveKeyboard(element, {height});
      });
    }

    it('shows a reply that was sent between the top of the view and the reply box above the soft keyboard', async () => {
      support.thread.replyBox.focus();
      await openSoftKeyboard({height: keyboardHeight});
      await support.thread.sendReply('It dropped again.');
      await support.waitUntil(() => support.thread.lastMessage.text === 'It dropped again.');
      await settle();
      const {top, bottom} = boxOf(support.thread.lastMessage.element);
      expect(top).to.be.at.least(0);
      expect(bottom).to.be.at.most(boxOf(support.thread.element.renderRoot.querySelector('.composer')!).top);
    });

    it('keeps what is read, and the reply box, where they are when a reply arrives', async () => {
      support.thread.replyBox.focus();
      await openSoftKeyboard({height: keyboardHeight});
      scroller().scrollTop = scroller().scrollHeight / 2;
      await settle();
      const read = support.thread.messages.find(({element}) => boxOf(element).top > 60)!.element;
      const tops = (): number[] => [read, support.thread.replyBox].map(element => boxOf(element).top);
      const before = tops();
      await desk.staff.reply(support.element.ticketId, 'A technician is on the way.');
      await support.element.refresh();
      await support.waitUntil(() => support.thread.lastMessage.text === 'A technician is on the way.');
      await settle();
      tops().forEach((top, index) => expect(top).to.be.closeTo(before[index]!, 1));
    });

    it('keeps the reply box in the visible part when iOS moves the page up', async () => {
      support.thread.replyBox.focus();
      await openSoftKeyboard({height: keyboardHeight, offsetTop: 220});
      for (const element of [support.thread.replyBox, sendButton()]) expectAboveKeyboard(element, {offsetTop: 220});
      scroller().scrollTop = 0;
      await settle();
      expect(boxOf(support.button(en['thread.back'])).top).to.be.at.least(220);
    });

    it('keeps the reply box in a view that the app has made lower', async () => {
      support.thread.replyBox.focus();
      await setViewport({...phone, height: phone.height - keyboardHeight});
      await settle();
      for (const element of [support.thread.replyBox, sendButton()]) expectAboveKeyboard(element, {height: 0});
    });

    it('moves nothing when the page is zoomed in and moved, without a keyboard', async () => {
      const {top} = boxOf(support.thread.replyBox);
      for (const offsetTop of [0, 180, 370]) {
        await openSoftKeyboard({height: 0, offsetTop, scale: 2});
        expect(boxOf(support.thread.replyBox).top).to.equal(top);
      }
    });

    it('scrolls to the reply box of a view that is too low for one at its lower edge', async () => {
      await setViewport({width: 740, height: 360});
      support.thread.replyBox.focus();
      await openSoftKeyboard({height: 200});
      await settle();
      expectAboveKeyboard(support.thread.replyBox, {height: 200});
      expect(boxOf(scroller()).bottom).to.equal(innerHeight);
    });
  });

  describe('with the form', () => {
    beforeEach(async () => {
      await mount();
      await support.openNewTicketForm();
      await settle();
    });

    const fields = {
      subject: () => support.form.subjectInput,
      category: () => support.form.categorySelect,
      description: () => support.form.descriptionInput,
    };

    for (const [name, fieldOf] of Object.entries(fields)) {
      it(`scrolls the focused field clear of the soft keyboard when it opens: ${name}`, async () => {
        fieldOf().focus();
        await openSoftKeyboard({height: keyboardHeight});
        expectAboveKeyboard(fieldOf());
      });

      it(`scrolls a field that takes the focus clear of the soft keyboard: ${name}`, async () => {
        await openSoftKeyboard({height: keyboardHeight});
        fieldOf().focus();
        await settle();
        // WebKit scrolls to the first line of a text box.
        if (engine === 'webkit') expect(boxOf(fieldOf()).top).to.be.within(0, innerHeight - keyboardHeight - 44);
        else expectAboveKeyboard(fieldOf());
      });
    }

    it('keeps a long description above the soft keyboard, and leads to Create', async () => {
      support.form.descriptionInput.focus();
      await openSoftKeyboard({height: keyboardHeight});
      await support.form.fill({description: 'It dropped again.\n'.repeat(40)});
      await settle();
      expectAboveKeyboard(support.form.descriptionInput);
      const create = support.form.button(en['form.create']);
      create.focus();
      await settle();
      expectAboveKeyboard(create);
    });

    it('has no field with text below 16 px, which iOS would zoom in to', async () => {
      support.element.style.setProperty('--isp-font-size', '11px');
      for (const fieldOf of Object.values(fields)) {
        expect(parseFloat(getComputedStyle(fieldOf()).fontSize)).to.be.at.least(16);
      }
    });
  });

  it('returns to the row that was opened, far down a list of 60 tickets', async () => {
    desk = await createFullDesk();
    await mount();
    await support.waitUntilShown('list');
    for (const count of [40, 60]) {
      await support.list.pressButton(en['list.more']);
      await support.waitUntil(() => support.list.rows.length === count);
    }
    support.list.rows[50]!.scrollIntoView({block: 'center'});
    await settle();
    support.list.rows[50]!.querySelector<HTMLElement>('.row-open')!.click();
    await support.waitUntilShown('ticket');
    await settle();
    expect(boxOf(support.thread.firstUnreadMessage?.element ?? support.thread.heading).top).to.be.within(0, 120);
    expect(support.element.goBack()).to.be.true;
    await settle();
    expect(support.list.rows[50]!.contains(support.focusedElement)).to.be.true;
    const {top, bottom} = boxOf(support.list.rows[50]!);
    expect(top).to.be.at.least(0);
    expect(bottom).to.be.at.most(innerHeight);
  });

  it('fills the view on a page with important resets if it is isolated', async () => {
    await mount({isolate: true, ticketId: seededTicketId('line-drops')});
    await support.waitUntilShown('ticket');
    expect(boxOf(scroller())).to.deep.include({x: 0, y: 0, width: phone.width, height: phone.height});
  });

  it('keeps the reply box above the soft keyboard below a bar of the page', async () => {
    await mount({ticketId: seededTicketId('line-drops')});
    Object.assign(support.element.style, {insetBlockStart: '56px'});
    await support.waitUntilShown('ticket');
    support.thread.replyBox.focus();
    await openSoftKeyboard({height: keyboardHeight});
    expect(boxOf(scroller()).top).to.equal(56);
    for (const element of [support.thread.replyBox, sendButton()]) expectAboveKeyboard(element, {offsetTop: 0});
    expect(boxOf(sendButton()).bottom).to.be.above(innerHeight - keyboardHeight - 60);
  });

  it('draws a reply that grows over the buttons to the ends of the thread', async () => {
    await mount({ticketId: seededTicketId('line-drops')});
    await support.waitUntilShown('ticket');
    scroller().scrollTop = 0;
    await support.waitUntil(() => support.thread.hasButton(en['thread.newest']));
    await openSoftKeyboard({height: keyboardHeight});
    await support.thread.typeReply('It dropped again.\n'.repeat(40));
    await nextFrame();
    const {left, right, top, bottom} = boxOf(support.thread.replyBox);
    const {shadowRoot} = support.thread.element;
    for (const x of [left + 20, (left + right) / 2, right - 40]) {
      for (const y of [top + 10, (top + bottom) / 2, bottom - 20]) {
        expect(shadowRoot!.elementFromPoint(x, y) === support.thread.replyBox).to.be.true;
      }
    }
  });

  it('follows the page again when the layout changes', async () => {
    await mount({ticketId: seededTicketId('line-drops')});
    await support.waitUntilShown('ticket');
    await openSoftKeyboard({height: keyboardHeight});
    support.element.layout = 'page';
    await settle();
    expect(boxOf(scroller()).height).to.be.above(2 * innerHeight);
    expect(getComputedStyle(scroller()).borderBlockEndWidth).to.equal('0px');
    const form = support.thread.element.renderRoot.querySelector('.composer')!;
    expect(getComputedStyle(form).position).to.equal('static');
  });
});
