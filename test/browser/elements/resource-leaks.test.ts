import {expect, fixture, html} from '@open-wc/testing';
import {callDevTools} from '../../support/dev-tools.js';

import '../../../src/define/all.js';
import {ReadyEvent} from '../../../src/contract/session-events.js';
import {createBrowserDesk, faultKinds, seededTicketId, type BrowserDesk} from '../../../demo/desk/browser.js';
import {createTicket} from '../../support/desk-api.js';
import {elementTags, type ElementTag} from '../../support/element-tags.js';
import {nextEvent} from '../../support/next-event.js';
import {nextTask} from '../../support/next-task.js';
import {ResourceLeakDetector} from '../../support/resource-leaks.js';
import {signalRecordingFetch} from '../../support/signal-recording-fetch.js';

const rounds = 10;

describe('resource leaks of removed elements', () => {
  let desk: BrowserDesk;
  let box: HTMLElement;
  let token: string;

  beforeEach(async () => {
    desk = createBrowserDesk();
    token = await desk.tokenFor();
    // More than one page, so that the list observes its end.
    for (let count = 0; count < 8; count++) await createTicket(desk, {subject: `Extra ${count}`, description: 'More.'});
    box = await fixture<HTMLElement>(html`<main></main>`);
  });

  function append(tag: ElementTag, send: typeof fetch): Element {
    const element = document.createElement(tag);
    Object.assign(element, {apiBase: '/api', fetch: send, token, ticketId: seededTicketId('moving-house')});
    box.append(element);
    return element;
  }

  /** Mounts one element, waits until it is ready and removes it. */
  async function round(tag: ElementTag, send: typeof fetch): Promise<WeakRef<Element>> {
    const element = append(tag, send);
    await nextEvent(element, ReadyEvent);
    element.remove();
    await nextTask();
    return new WeakRef(element);
  }

  for (const tag of elementTags) {
    it(`no listener, interval or observer is left (<${tag}>)`, async () => {
      const detector = new ResourceLeakDetector();
      try {
        for (let count = 0; count < rounds; count++) await round(tag, desk.fetch);
      } finally {
        detector.restore();
      }
      expect(detector.leaks).to.be.empty;
    });

    it(`requests of the session are aborted (<${tag}>)`, async () => {
      const {fetch, signals} = signalRecordingFetch(desk);
      for (const requests of [1, 2]) {
        const held = faultKinds.hold();
        desk.faults.set({path: '/**', times: Infinity}, held.fault);
        const element = append(tag, fetch);
        await held.arrived;
        element.remove();
        await nextTask();
        expect(signals).to.have.length.at.least(requests);
        expect(signals.every(signal => signal.aborted)).to.be.true;
        desk.faults.clear();
        held.release();
      }
    });

    const isForgotten = async (): Promise<void> => {
      const references: WeakRef<Element>[] = [];
      for (let count = 0; count < rounds; count++) references.push(await round(tag, desk.fetch));
      await callDevTools('garbage collection', 'HeapProfiler.collectGarbage');
      const retained = references.filter(reference => reference.deref());
      // The browser itself may retain the last one or two for a while. A leak retains all of them.
      expect(retained).to.have.length.below(rounds / 2);
    };

    it(`elements are garbage-collected (<${tag}>)`, isForgotten);

    it(`elements are garbage-collected while another element of the customer stays (<${tag}>)`, async () => {
      await nextEvent(append('isp-ticket-list', desk.fetch), ReadyEvent);
      await isForgotten();
    });
  }
});
