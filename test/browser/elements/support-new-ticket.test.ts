import {expect, nextFrame} from '@open-wc/testing';

import '../../../src/define/isp-support.js';
import type {BrowserDesk} from '../../../demo/desk/browser.js';
import {en} from '../../../src/i18n/locales/en.js';
import {requestsTo} from '../../support/desk-api.js';
import type {FormHarness} from '../../support/form-harness.js';
import {createFullDesk} from '../../support/full-desk.js';
import {waitForNetworkIdle} from '../../support/network-idle.js';
import {getByRole} from '../../support/role-queries.js';
import {ScreenReaderLog} from '../../support/screen-reader-log.js';
import {SupportHarness} from '../../support/support-harness.js';
import {setViewport} from '../../support/viewport.js';

const barHeight = 56;

const rejected = {
  subject: 'No capitals only, please',
  category: 'Wi-Fi is served elsewhere',
  priority: 'High is not for you',
  description: 'Leave out your password',
};

for (const width of [360, 1280]) {
  describe(`The form of <isp-support> with 60 tickets below a fixed bar, ${width} px wide`, () => {
    let desk: BrowserDesk;
    let support: SupportHarness;
    let bar: HTMLElement;

    beforeEach(async () => {
      await setViewport({width, height: 740});
      bar = document.createElement('header');
      bar.style.cssText = `position: fixed; inset: 0 0 auto; block-size: ${barHeight}px; background: silver; z-index: 1`;
      document.body.prepend(bar);
      document.body.style.paddingBlockStart = `${barHeight}px`;
      desk = await createFullDesk();
      support = await SupportHarness.mount(desk);
      support.element.parentElement!.style.width = '100%';
      await support.openNewTicketForm();
      await settle();
    });

    afterEach(() => {
      bar.remove();
      document.body.style.removeProperty('padding-block-start');
      scrollTo(0, 0);
    });

    /** Waits until nothing is loading and nothing moves. */
    async function settle(): Promise<void> {
      await waitForNetworkIdle(desk);
      for (let frames = 0; frames < 20; frames++) await nextFrame();
    }

    async function create(form: FormHarness): Promise<void> {
      getByRole(form.element, 'button', en['form.create']).scrollIntoView({block: 'end'});
      await form.pressCreate();
      await settle();
    }

    /** The label, the control and the error of a field. */
    function partsOf(control: HTMLElement): Element[] {
      const field = control.closest('[part="field"]')!;
      return [...field.querySelectorAll('[part="label"], [part="control"], [part="error"]')];
    }

    function expectInView(...elements: readonly Element[]): void {
      for (const element of elements) {
        const {top, bottom} = element.getBoundingClientRect();
        expect(top, element.outerHTML).to.be.above(barHeight - 1);
        // Firefox scrolls by whole pixels.
        expect(bottom, element.outerHTML).to.be.below(innerHeight + 1);
      }
    }

    it('shows summary, label and error after Create was pressed in an empty form', async () => {
      const {form} = support;
      await create(form);
      expect(support.focusedElement).to.equal(form.subjectInput);
      expectInView(form.summaryElement!, ...partsOf(form.subjectInput));
    });

    it('shows label and error of the description when only that is missing', async () => {
      const {form} = support;
      await form.fill({subject: 'Slow'});
      form.subjectInput.scrollIntoView({block: 'end'});
      await create(form);
      expect(support.focusedElement).to.equal(form.descriptionInput);
      expectInView(...partsOf(form.descriptionInput));
    });

    it('shows label and error of the subject when the server rejects it', async () => {
      const {form} = support;
      const errors = [{pointer: '/subject', code: 'bad', detail: rejected.subject}];
      desk.faults.set({method: 'POST'}, async () => Response.json({title: 'No', status: 422, errors}, {status: 422}));
      await form.fill({subject: 'SLOW', description: 'Since Monday.\n'.repeat(40)});
      await create(form);
      expect(support.focusedElement).to.equal(form.subjectInput);
      expectInView(...partsOf(form.subjectInput));
    });

    it('shows and focuses each field whose line in the summary is pressed', async () => {
      const {form} = support;
      const errors = Object.entries(rejected).map(([field, detail]) => ({pointer: `/${field}`, code: 'bad', detail}));
      desk.faults.set({method: 'POST'}, async () => Response.json({title: 'No', status: 422, errors}, {status: 422}));
      await form.fill({subject: 'SLOW', description: 'Since Monday.'});
      await create(form);
      expect(form.summaryLines).to.eql(Object.values(rejected));
      const controls = {
        [rejected.subject]: form.subjectInput,
        [rejected.category]: form.categorySelect,
        [rejected.priority]: form.priorityRadios.find(({checked}) => checked)!,
        [rejected.description]: form.descriptionInput,
      };
      for (const [line, control] of Object.entries(controls)) {
        form.summaryElement!.scrollIntoView();
        await form.pressButton(line);
        await settle();
        expect(support.focusedElement).to.equal(control);
        expectInView(...partsOf(control));
      }
    });

    it('says one thing after Create was pressed in an empty form, and then the field', async () => {
      const {form} = support;
      const log = new ScreenReaderLog(support.element.parentElement!);
      await create(form);
      const announcements = log.readAnnouncements();
      expect(announcements.filter(text => !text.startsWith('→'))).to.eql([en['form.required']]);
      expect(announcements.filter(text => text.includes(en['form.subject.required']))).to.have.length(1);
    });

    it('says what is wrong with one field only once, when it focuses the field', async () => {
      const {form} = support;
      await form.fill({subject: 'Slow'});
      const log = new ScreenReaderLog(support.element.parentElement!);
      await create(form);
      expect(form.summaryLines).to.eql([en['form.description.required']]);
      const said = log.readAnnouncements().filter(text => text.includes(en['form.description.required']));
      expect(said).to.have.length(1);
      expect(form.lastAnnouncement).to.equal('');
    });

    it('says once that the server has refused the ticket', async () => {
      const {form} = support;
      desk.faults.set({method: 'POST'}, async () =>
        Response.json({title: 'Too many tickets', status: 409}, {status: 409}),
      );
      await form.fill({subject: 'Slow', description: 'Since Monday.'});
      const log = new ScreenReaderLog(support.element.parentElement!);
      await create(form);
      const refusal = en['form.failed'].replace('{reason}', 'Too many tickets');
      expect(log.readAnnouncements().filter(text => text.includes(refusal))).to.have.length(1);
    });

    it('names in the summary only what is missing, and leads to it', async () => {
      const {form} = support;
      await create(form);
      expect(form.summaryLines).to.eql([en['form.required']]);
      await form.fill({subject: 'Slow'});
      await form.pressButton(en['form.required']);
      expect(support.focusedElement).to.equal(form.descriptionInput);
      await create(form);
      expect(form.summaryLines).to.eql([en['form.description.required']]);
      await form.fill({description: 'Since Monday.', subject: ''});
      await create(form);
      expect(form.summaryLines).to.eql([en['form.subject.required']]);
      await form.pressButton(en['form.subject.required']);
      expect(support.focusedElement).to.equal(form.subjectInput);
    });

    it('keeps the field in its place while the customer corrects it', async () => {
      const {form} = support;
      await create(form);
      const {top} = form.subjectInput.getBoundingClientRect();
      await form.fill({subject: 'Slow'});
      await settle();
      expect(form.subjectInput.getBoundingClientRect().top).to.equal(top);
      form.descriptionInput.focus();
      await settle();
      const {top: descriptionTop} = form.descriptionInput.getBoundingClientRect();
      await form.fill({description: 'Since Monday.'});
      await settle();
      expect(form.descriptionInput.getBoundingClientRect().top).to.equal(descriptionTop);
      expect(form.errorSummary).to.equal('');
    });

    it('shows the confirmation with the focus on its heading, and says it once', async () => {
      const {form} = support;
      await form.fill({subject: 'No connection', description: 'Since this morning.\n'.repeat(30)});
      const log = new ScreenReaderLog(support.element.parentElement!);
      await create(form);
      await form.waitUntilCreated();
      await settle();
      const number = form.createdTicketNumber;
      expect(support.focusedElement).to.equal(form.heading);
      expect(form.heading.innerText).to.equal(en['form.created'].replace('{number}', number));
      expect(form.text).to.include(en['form.created.next']);
      expectInView(form.heading, form.button(en['form.open']));
      const said = log.readAnnouncements();
      expect(said.filter(each => each.includes(number))).to.have.length(1);
      expect(said.filter(each => each.includes(en['form.created.next']))).to.have.length(1);
    });

    it('puts the new ticket at the top of the list', async () => {
      const {form} = support;
      await form.fill({subject: 'No connection', description: 'Since this morning.'});
      await create(form);
      await form.waitUntilCreated();
      const [post] = requestsTo(desk, 'POST', /\/tickets$/).slice(-1);
      expect(post?.status).to.equal(201);
      support.element.showList();
      await settle();
      expect(support.list.subjects[0]).to.equal('No connection');
    });

    it('does not move the description when High is chosen', async () => {
      const {form} = support;
      const {top} = form.descriptionInput.getBoundingClientRect();
      await form.fill({priority: en['priority.high']});
      await settle();
      expect(form.text).to.include(en['priority.high.hint']);
      expect(form.descriptionInput.getBoundingClientRect().top).to.equal(top);
    });
  });
}
