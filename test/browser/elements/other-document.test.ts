import {expect, fixture, html, nextFrame} from '@open-wc/testing';

import '../../../src/define/all.js';
import {createBrowserDesk, seededTicketId, type BrowserDesk} from '../../../demo/desk/browser.js';
import {ReadyEvent} from '../../../src/contract/session-events.js';
import type {TicketElement} from '../../../src/elements/ticket-element.js';
import {suiteRequires} from '../../support/capabilities.js';
import {elementTags, type ElementTag} from '../../support/element-tags.js';
import {nextEvent} from '../../support/next-event.js';
import {fetchSeededTicket} from '../../support/desk-api.js';

const slug = 'evening-slowdown';

/** Every element that is rendered below a root, through shadow roots. */
const deepQuery = (root: ParentNode, selector: string): HTMLElement[] =>
  [...root.querySelectorAll<HTMLElement>('*')].flatMap(element => [
    ...(element.matches(selector) ? [element] : []),
    ...(element.shadowRoot ? deepQuery(element.shadowRoot, selector) : []),
  ]);

/** Another document of the same origin, and how to get rid of it. */
type OpenDocument = () => Promise<{document: Document; close: () => void}>;

const otherDocuments: Record<string, OpenDocument> = {
  async frame() {
    const frame = await fixture<HTMLIFrameElement>(html`<iframe width="800" height="600"></iframe>`);
    return {document: frame.contentDocument!, close: () => frame.remove()};
  },
  async popup() {
    const popup = open('', '', 'popup,width=800,height=600')!;
    return {document: popup.document, close: () => popup.close()};
  },
};

for (const [kind, openDocument] of Object.entries(otherDocuments)) {
  describe(`elements in the document of a ${kind}`, () => {
    let desk: BrowserDesk;
    let other: Document;
    let close: () => void;
    let errors: unknown[];

    if (kind === 'popup') before(suiteRequires('popup'));

    const onError = (event: Event): void => {
      errors.push((event as Partial<ErrorEvent & PromiseRejectionEvent>).error ?? event.type);
    };

    beforeEach(async () => {
      desk = createBrowserDesk();
      errors = [];
      addEventListener('unhandledrejection', onError);
      ({document: other, close} = await openDocument());
    });

    afterEach(() => {
      removeEventListener('unhandledrejection', onError);
      close();
    });

    async function create(tag: ElementTag): Promise<TicketElement> {
      const element = document.createElement(tag) as TicketElement;
      const ticketId = seededTicketId(slug);
      const token = await desk.tokenFor();
      return Object.assign(element, {apiBase: '/api', fetch: desk.fetch, token, persistence: 'none', ticketId});
    }

    const append = async (box: ParentNode, element: TicketElement): Promise<void> => {
      const ready = nextEvent(element, ReadyEvent);
      box.append(element);
      await ready;
      await element.updateComplete;
    };

    const waitFor = async (condition: () => unknown): Promise<void> => {
      while (!condition()) await nextFrame();
    };

    /** Whether each root, and each button in it, has our styles. */
    const expectStyles = (element: TicketElement): void => {
      const roots = deepQuery(element.shadowRoot!, '.root');
      expect(roots).not.to.be.empty;
      for (const root of roots) expect(getComputedStyle(root).containerType).to.equal('inline-size');
      for (const button of deepQuery(element.shadowRoot!, '.button')) {
        expect(parseFloat(getComputedStyle(button).minHeight)).to.be.at.least(32);
      }
    };

    const control = <Control extends HTMLElement>(element: TicketElement, selector: string): Control =>
      deepQuery(element.shadowRoot!, selector)[0] as Control;

    for (const tag of elementTags) {
      it(`<${tag}> has its styles when it was created for the other document`, async () => {
        const element = await create(tag);
        await append(other.body, element);
        expectStyles(element);
        expect(errors).to.be.empty;
      });

      it(`<${tag}> has its styles when it is moved there while connected, and moved back`, async () => {
        const box = await fixture<HTMLElement>(html`<main></main>`);
        const element = await create(tag);
        await append(box, element);
        const sheets = element.shadowRoot!.adoptedStyleSheets.length;
        for (const parent of [other.body, box, other.body, box]) {
          parent.append(element);
          await element.updateComplete;
          await nextFrame();
          expectStyles(element);
        }
        expect(element.shadowRoot!.adoptedStyleSheets).to.have.length.at.most(sheets);
        expect(errors).to.be.empty;
      });
    }

    it('an element has its styles after it was adopted without being inserted', async () => {
      const box = await fixture<HTMLElement>(html`<main></main>`);
      const element = await create('isp-ticket-list');
      await append(box, element);
      other.adoptNode(element);
      document.adoptNode(element);
      box.append(element);
      await element.updateComplete;
      expectStyles(element);
    });

    it('an element survives a document without a window', async () => {
      const element = await create('isp-ticket-list');
      const windowless = document.implementation.createHTMLDocument();
      windowless.body.append(element);
      await element.updateComplete;
      await append(other.body, element);
      expectStyles(element);
      expect(errors).to.be.empty;
    });

    it('a reply is typed and sent, and its draft survives the move', async () => {
      const box = await fixture<HTMLElement>(html`<main></main>`);
      const element = await create('isp-ticket-thread');
      await append(box, element);
      const type = (text: string): void => {
        const field = control<HTMLTextAreaElement>(element, 'textarea');
        field.value = text;
        field.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
      };
      type('Written in the page.');
      other.body.append(element);
      await waitFor(() => control<HTMLTextAreaElement>(element, 'textarea')?.value === 'Written in the page.');
      type('Finished in the other document.');
      await element.updateComplete;
      control(element, '[part~=send]').click();
      await waitFor(() => control<HTMLTextAreaElement>(element, 'textarea').value === '');
      await waitFor(() => !element.shadowRoot!.querySelector('.unsent-status'));
      expect((await fetchSeededTicket(desk, slug)).replies.at(-1)).to.include({
        message: 'Finished in the other document.',
      });
      expect(errors).to.be.empty;
    });

    it('the focus moves within the document that the element is in', async () => {
      const element = await create('isp-ticket-thread');
      await append(other.body, element);
      other.defaultView!.focus();
      element.focus();
      expect(other.activeElement).to.equal(element);
      expect(element.shadowRoot!.activeElement?.className).to.include('heading');
      expect(document.activeElement).not.to.equal(element);
    });

    it('the focus waits for the heading, unless another element of that document has it by then', async () => {
      const link = other.createElement('button');
      other.body.append(link);
      for (const isElsewhere of [false, true]) {
        const element = await create('isp-ticket-thread');
        other.body.append(element);
        element.focus();
        if (isElsewhere) link.focus();
        await waitFor(() => element.shadowRoot?.querySelector('.heading'));
        await element.updateComplete;
        expect(other.activeElement === link).to.equal(isElsewhere);
        element.remove();
      }
    });

    it('the language of that document applies, also through its shadow roots', async () => {
      const outer = other.createElement('div');
      outer.lang = 'en-AU';
      const inner = outer.attachShadow({mode: 'open'}).appendChild(other.createElement('div'));
      other.body.append(outer);
      const element = await create('isp-ticket-list');
      await append(inner, element);
      expect(control(element, '.root').lang).to.equal('en-AU');
    });
  });
}
