import {expect, waitUntil} from '@open-wc/testing';

import '../../../src/define/all.js';
import {createBrowserDesk, seededTicketId} from '../../../demo/desk/browser.js';
import {mount} from '../../support/mount.js';
import {nextTask} from '../../support/next-task.js';

/** Reports each construction of an `Intl` format, which is when the engine loads locale data. */
const observeConstruction = <Format extends object>(format: Format, onConstruct: () => void): Format =>
  new Proxy(format, {
    construct(target, options: unknown[], self) {
      onConstruct();
      return Reflect.construct(target as never, options, self as never) as object;
    },
  });

describe('warm-up', () => {
  const {NumberFormat, DateTimeFormat} = Intl;
  const never: Promise<Response> = new Promise(() => undefined);
  let log: string[];

  // In the first idle moment, the file itself creates formats in the language of the browser.
  before(
    () => new Promise<unknown>(resolve => ((window as Partial<Window>).requestIdleCallback ?? setTimeout)(resolve)),
  );

  beforeEach(() => {
    log = [];
    Intl.NumberFormat = observeConstruction(NumberFormat, () => log.push('numbers'));
    Intl.DateTimeFormat = observeConstruction(DateTimeFormat, () => log.push('times'));
  });

  afterEach(() => Object.assign(Intl, {NumberFormat, DateTimeFormat}));

  for (const [tag, options] of [
    ['isp-ticket-list', {locale: 'sv'}],
    ['isp-ticket-thread', {locale: 'fi', ticketId: seededTicketId('evening-slowdown')}],
  ] as const) {
    it(`of <${tag}> creates Intl formats only after the request was sent, and shows nothing of it`, async () => {
      const fetch = async (): Promise<Response> => {
        log.push('request');
        return never;
      };
      const element = await mount(tag, createBrowserDesk(), {properties: {...options, fetch}, waitForReady: false});
      await waitUntil(() => log.includes('times'));
      expect(log[0]).to.equal('request');
      const shown = element.shadowRoot!.querySelector('.skeleton')!;
      expect(shown.querySelectorAll('time, a, button')).to.be.empty;
    });
  }

  it('leaves no Intl format to create for the next list in the same locale', async () => {
    let isAsked = false;
    const fetch = async (): Promise<Response> => {
      isAsked = true;
      return never;
    };
    await mount('isp-ticket-list', createBrowserDesk(), {properties: {locale: 'sv', fetch}, waitForReady: false});
    await waitUntil(() => isAsked);
    await nextTask();
    expect(log).to.be.empty;
  });
});
