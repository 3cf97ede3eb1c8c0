import {expect, nextFrame} from '@open-wc/testing';

import '../../../src/define/isp-ticket-list.js';
import {createBrowserDesk} from '../../../demo/desk/browser.js';
import {ar} from '../../../src/i18n/locales/ar.js';
import {allTickets} from '../../../src/contract/ticket-filter.js';
import {registerLocale} from '../../../src/i18n/registry.js';
import {callDevTools} from '../../support/dev-tools.js';
import {pressKeys} from '../../support/keyboard.js';
import {LongList} from '../../support/long-list.js';
import {mountTogether} from '../../support/mount-together.js';
import {backendWithTickets, countNodes} from '../../support/scrolled-rows.js';
import {setViewport} from '../../support/viewport.js';

const count = 160;
const portrait = {width: 360, height: 740} as const;
const landscape = {width: 740, height: 360} as const;
const root = document.documentElement;

type Change = (list: LongList) => unknown;

/** What happens elsewhere, or to colours: what is read stays where it is. */
const harmless: Record<string, Change> = {
  'it is shown in dark colours': ({element}) => (element.colorScheme = 'dark'),
  'it is printed': async () => {
    dispatchEvent(new Event('beforeprint'));
    await nextFrame();
    dispatchEvent(new Event('afterprint'));
  },
  'a ticket far above is deleted': list => list.changeAtServer(tickets => tickets.splice(4, 1)),
  'many tickets far above are deleted': list => list.changeAtServer(tickets => tickets.splice(4, 20)),
  'tickets far away are resolved, get replies, and lose some': list =>
    list.changeAtServer(tickets => {
      for (const [index, ticket] of tickets.entries()) {
        if (Math.abs(index - count / 2) < 40) continue;
        const unread = {unreadCount: 3, replyCount: 3, lastReplyBy: 'operator', lastReplyAt: ticket.updatedAt} as const;
        tickets[index] = {...ticket, ...(index % 2 ? unread : {status: 'resolved', priority: null})};
      }
    }),
};

/** What may take the view elsewhere, as it does in a short list: its rows are there, too. */
const reflowing: Record<string, Change> = {
  'its language is written from right to left': ({element}) => (element.locale = 'ar'),
  'the page makes its text twice as large': ({container}) => (container.style.fontSize = '200%'),
  'the page makes its text half as large': ({container}) => (container.style.fontSize = '50%'),
  'a phone is turned, and turned back': async list => {
    await setViewport(landscape);
    await list.settle();
    await setViewport(portrait);
  },
  'a phone is turned': () => setViewport(landscape),
  'the window becomes wide': () => setViewport({width: 1280, height: 800}),
  'it is hidden for a while': async ({element, settle}) => {
    element.style.display = 'none';
    await settle();
    element.style.display = '';
  },
  'it is refreshed while it is hidden': async list => {
    list.element.style.display = 'none';
    await list.changeAtServer(tickets => tickets.splice(4, 1));
    await list.settle();
    list.element.style.display = '';
  },
  'it is moved in the document': ({element, container}) => container.append(element),
  'it is moved to the document of a frame': ({element, container}) => {
    const frame = Object.assign(document.createElement('iframe'), {width: '360', height: '700'});
    container.append(frame);
    const box = document.createElement('div');
    box.style.cssText = 'block-size: 600px; overflow: auto';
    frame.contentDocument!.body.append(box);
    box.append(element);
  },
  'another list is searched, and then it': async ({element, settle}) => {
    for (const search of ['Problem 7', 'Problem 15', '']) {
      element.filter = {...allTickets, search};
      await settle();
    }
  },
};

/** Where the list is. */
const places: Record<string, (list: LongList) => unknown> = {
  'in a container that scrolls': ({container}) =>
    Object.assign(container.style, {blockSize: '500px', overflow: 'auto'}),
  'in a flex row': ({container, element}) => {
    container.style.display = 'flex';
    element.style.flex = '1';
    element.before(Object.assign(document.createElement('nav'), {innerHTML: '<div style="inline-size: 80px"></div>'}));
  },
  'in a page from right to left': ({element}) => {
    root.dir = 'rtl';
    element.locale = 'ar';
  },
  'with large text': () => (root.style.fontSize = '200%'),
};

describe(`<isp-ticket-list> with ${count} tickets, scrolled to the middle`, () => {
  before(() => registerLocale('ar', ar));

  beforeEach(() => setViewport(portrait));

  afterEach(() => {
    root.removeAttribute('dir');
    root.removeAttribute('style');
    scrollTo(0, 0);
  });

  after(() => setViewport({width: 800, height: 600}));

  async function mount(place?: (list: LongList) => unknown): Promise<LongList> {
    const list = await LongList.mountWith(count);
    list.container.style.inlineSize = '100%';
    place?.(list);
    await list.scrollToMiddle();
    expect(list.rowOf(1)).to.be.undefined;
    expect(list.rowOf(count)).to.be.undefined;
    return list;
  }

  for (const [name, change] of Object.entries(harmless)) {
    it(`keeps what is read and the focus in place when ${name}`, async () => {
      const list = await mount();
      const {readRow} = list;
      const link = readRow.querySelector<HTMLElement>('.row-open')!;
      link.focus({preventScroll: true});
      const {top} = readRow.getBoundingClientRect();
      await change(list);
      await list.settle();
      expect(readRow.getBoundingClientRect().top).to.be.closeTo(top, 1);
      expect(list.focusedElement).to.equal(link);
      await list.expectWhole();
    });
  }

  for (const [name, change] of Object.entries(reflowing)) {
    it(`has its rows when ${name}`, async () => {
      const list = await mount();
      await change(list);
      await list.expectWhole();
    });
  }

  for (const [name, place] of Object.entries(places)) {
    it(`has its rows ${name}`, async () => {
      const list = await mount(place);
      await list.expectWhole();
    });
  }

  it('has the rows of each of two lists in a page', async () => {
    const backend = backendWithTickets(count);
    const elements = await mountTogether(['isp-ticket-list', 'isp-ticket-list'], createBrowserDesk(), {
      properties: {backend},
    });
    for (const element of elements) element.parentElement!.style.inlineSize = '100%';
    const [first, second] = elements.map(element => LongList.of(element, backend)) as [LongList, LongList];
    await second.scrollToMiddle();
    for (const [list, share] of [
      [first, 0.25],
      [second, 0.75],
      [first, 0.4],
    ] as const) {
      list.scroller.scrollTop = share * list.scroller.scrollHeight;
      await list.expectWhole();
    }
    for (const {element} of [first, second]) expect(countNodes(element.shadowRoot!)).to.be.below(5_000);
  });

  it('moves the focus from row to row while Tab is held down, there and back', async () => {
    const list = await mount();
    const focused: string[] = [];
    list.readRow.querySelector<HTMLElement>('.row-open')!.focus();
    const note = (): unknown => focused.push(list.focusedElement?.textContent.trim() ?? '');
    list.element.shadowRoot!.addEventListener('focusin', note);
    const start = Number(list.readRow.ariaPosInSet);
    await pressKeys(...Array<string>(40).fill('Tab'), ...Array<string>(60).fill('Shift+Tab'));
    await list.settle();
    const numbers = [
      ...new Set(focused.filter(text => text.startsWith('Problem')).map(text => parseInt(text.slice(8)))),
    ];
    const down = Array.from({length: 40}, (_, index) => start + 1 + index);
    const up = Array.from({length: 20}, (_, index) => start - 1 - index);
    expect(numbers).to.eql([...down, start, ...up]);
    expect(list.isInView(list.focusedElement!)).to.be.true;
    await list.expectWhole();
  });

  for (const [key, number] of [
    ['PageDown', count],
    ['PageUp', 1],
    ['End', count],
    ['Home', 1],
  ] as const) {
    it(`has its rows while ${key} is held down`, async () => {
      const list = await mount();
      list.readRow.querySelector<HTMLElement>('.row-open')!.focus();
      while (!list.isInView(list.rowOf(number))) {
        await pressKeys(key);
        await list.settle();
        expect(list.isBlank).to.be.false;
      }
      await list.expectWhole();
    });
  }

  it('has its rows after a fling', async () => {
    const list = await mount();
    for (const yDistance of [4_000, -8_000]) {
      await callDevTools('input gestures', 'Input.synthesizeScrollGesture', {
        x: 180,
        y: 400,
        yDistance,
        speed: 8_000,
        gestureSourceType: 'touch',
        preventFling: false,
      });
      await list.settle();
      expect(list.isBlank).to.be.false;
    }
    await list.expectWhole();
  });
});
