import {expect, waitUntil} from '@open-wc/testing';

import '../../../src/define/all.js';
import {createBrowserDesk, seededTicketId} from '../../../demo/desk/browser.js';
import {mount} from '../../support/mount.js';
import {nextTask} from '../../support/next-task.js';

/** A format that notes when one of its kind is made: it is then that an engine reads how a place writes. */
const noting = <Format extends object>(format: Format, note: () => void): Format =>
  new Proxy(format, {
    construct(target, options: unknown[], self) {
      note();
      return Reflect.construct(target as never, options, self as never) as object;
    },
  });

describe('while what was asked for is on its way', () => {
  const {NumberFormat, DateTimeFormat} = Intl;
  const never: Promise<Response> = new Promise(() => undefined);
  let happened: string[];

  beforeEach(() => {
    happened = [];
    Intl.NumberFormat = noting(NumberFormat, () => happened.push('numbers'));
    Intl.DateTimeFormat = noting(DateTimeFormat, () => happened.push('times'));
  });

  afterEach(() => Object.assign(Intl, {NumberFormat, DateTimeFormat}));

  for (const [tag, options] of [
    ['isp-ticket-list', {locale: 'sv'}],
    ['isp-ticket-thread', {locale: 'fi', ticketId: seededTicketId('evening-slowdown')}],
  ] as const) {
    it(`<${tag}> asks before it draws, and learns how numbers and times are written after that`, async () => {
      const fetch = async (): Promise<Response> => {
        const isDrawn = document.querySelector(tag)!.shadowRoot!.childElementCount > 0;
        happened.push(isDrawn ? 'asked' : 'asked, with nothing drawn');
        return never;
      };
      const element = await mount(tag, createBrowserDesk(), {properties: {...options, fetch}, waitForReady: false});
      await waitUntil(() => happened.includes('times'));
      expect(happened[0]).to.equal('asked, with nothing drawn');
      const shown = element.shadowRoot!.querySelector('.skeleton')!;
      expect(shown.querySelectorAll('time, a, button')).to.be.empty;
    });
  }

  it('the next list in that language has nothing to learn', async () => {
    let isAsked = false;
    const fetch = async (): Promise<Response> => {
      isAsked = true;
      return never;
    };
    await mount('isp-ticket-list', createBrowserDesk(), {properties: {locale: 'sv', fetch}, waitForReady: false});
    await waitUntil(() => isAsked);
    await nextTask();
    expect(happened).to.be.empty;
  });
});
