import {seededTicketId} from '../../demo/desk/seed/rows-from-script.js';
import {languages} from '../../src/i18n/languages.js';
import {element, type Case, type Table} from './case.js';
import {deepAll, field, fill, press, t, textOf, until, untilReady, untilText} from './page/verbs.js';
import {policies, withTestScripts} from './policies.js';

const ticketId = seededTicketId('evening-slowdown');
const list = element('isp-ticket-list');
const thread = element('isp-ticket-thread', `ticket-id="${ticketId}"`);
const form = element('isp-new-ticket');
const support = element('isp-support', 'history="hash"');
const firstSubject = 'Red LOS light on the fibre box, no internet at all';
const always = {path: '/customer/**', times: Infinity};

async function writeReply(text = 'The line is down again.'): Promise<void> {
  await fill(t('composer.label'), text);
  await press(t('composer.send'));
}

async function writeTicket(subject = 'No dial tone'): Promise<void> {
  await untilReady();
  await fill(t('form.subject'), subject);
  await fill(t('form.description'), 'Since this morning.');
  await press(t('form.create'));
}

async function untilOffline(): Promise<void> {
  Object.defineProperty(navigator, 'onLine', {configurable: true, get: () => false});
  dispatchEvent(new Event('offline'));
  await untilText(t('error.offline.notice'));
}

/** What customers see, each in a page of its own. */
export const states: readonly Case[] = [
  {name: 'list', body: list, run: () => untilText(firstSubject)},
  {
    name: 'list of 60 tickets',
    body: list,
    arrange: async desk => {
      const headers = {Authorization: `Bearer ${await desk.tokenFor()}`, 'Content-Type': 'application/json'};
      for (let number = 15; number <= 60; number++) {
        const body = JSON.stringify({subject: `Problem ${number}`, description: 'The line drops.'});
        const base = desk.faults.base;
        await desk.fetch(`http://localhost${base}/customer/tickets`, {method: 'POST', headers, body});
      }
    },
    run: async () => {
      await untilText('Problem 60');
      const {length} = deepAll('.row');
      await press(t('list.more'));
      await until('more rows', () => deepAll('.row').length > length);
    },
  },
  {
    name: 'list, searched',
    body: list,
    run: async () => {
      await fill(t('list.search'), 'invoice');
      await until('fewer rows', () => !textOf().includes(firstSubject));
      await untilText('Charged twice');
    },
  },
  {
    name: 'list, empty',
    body: list,
    arrange: (desk, faults) =>
      desk.faults.set(always, async (request, next) =>
        new URL(request.url).pathname.endsWith('/tickets')
          ? Response.json({data: [], next_cursor: null})
          : faults.latency(0)(request, next),
      ),
    run: () => untilText(t('list.empty')),
  },
  {
    name: 'list, loading',
    body: list,
    arrange: (desk, faults) => desk.faults.set(always, faults.hold().fault),
    run: () => untilText(t('list.loading')),
  },
  {
    name: 'list, server failing',
    body: list,
    arrange: (desk, faults) => desk.faults.set(always, faults.answer(503)),
    run: () => untilText(t('list.failed')),
  },
  {
    name: 'list, server unreachable',
    body: list,
    arrange: (desk, faults) => desk.faults.set(always, faults.dropRequest),
    run: () => untilText(t('list.failed')),
  },
  {
    name: 'list, a page in place of JSON',
    body: list,
    arrange: (desk, faults) => desk.faults.set(always, faults.html),
    // The developer is told what is wrong with the response.
    expected: /^console\.\w+: isp-support-elements:/,
    run: () => untilText(t('list.failed')),
  },
  {
    name: 'account without tickets',
    body: list,
    arrange: (desk, faults) => desk.faults.set(always, faults.answer(403)),
    run: () => untilText(t('error.forbidden')),
  },
  {name: 'thread', body: thread, run: () => untilText(t('thread.description'))},
  {
    name: 'thread, long, with earlier replies',
    body: element('isp-ticket-thread', `ticket-id="${seededTicketId('line-drops')}"`),
    run: async () => {
      const {length} = await until('replies', () => (deepAll('article').length > 5 ? deepAll('article') : false));
      await press(t('thread.earlier'));
      await until('more replies', () => deepAll('article').length > length);
    },
  },
  {
    name: 'thread, HTML and links as text',
    body: element('isp-ticket-thread', `ticket-id="${seededTicketId('typed-markup')}"`),
    run: () => untilText('<b>an error</b>'),
  },
  {
    name: 'thread, ticket not found',
    body: element('isp-ticket-thread', 'ticket-id="missing"'),
    run: () => untilText(t('error.not_found')),
  },
  {
    name: 'thread, closed',
    body: element('isp-ticket-thread', `ticket-id="${seededTicketId('duplicate')}"`),
    run: () => untilText(t('turn.final')),
  },
  {
    name: 'reply box with a draft',
    body: thread,
    run: async () => {
      await untilReady();
      await fill(t('composer.label'), 'Half a thought');
      await untilText(t('composer.saved'));
    },
  },
  {
    name: 'reply, sent',
    body: thread,
    run: async () => {
      await writeReply();
      await untilText(t('composer.sent'));
    },
  },
  {
    name: 'reply, waiting',
    body: thread,
    arrange: (desk, faults) => desk.faults.set({...always, method: 'POST'}, faults.dropRequest),
    run: async () => {
      await writeReply();
      await untilText('Not sent yet');
    },
  },
  {
    name: 'reply, refused',
    body: thread,
    arrange: (desk, faults) => desk.faults.set({...always, method: 'POST'}, faults.answer(400)),
    run: async () => {
      await writeReply();
      await untilText('Not sent.');
    },
  },
  {name: 'form', body: form, run: () => field(t('form.subject'))},
  {
    name: 'form with faulty fields',
    body: form,
    run: async () => {
      await untilReady();
      await press(t('form.create'));
      await untilText(t('form.subject.required'));
    },
  },
  {
    name: 'form, refused',
    body: form,
    arrange: (desk, faults) => desk.faults.set({...always, method: 'POST'}, faults.answer(400)),
    run: async () => {
      await writeTicket();
      await untilText('Your ticket was not created.');
    },
  },
  {
    name: 'form, confirmation',
    body: form,
    run: async () => {
      await writeTicket();
      await untilText(t('form.created.next'));
    },
  },
  {name: 'banner', body: element('isp-reply-banner'), run: () => untilText(t('banner.hide'))},
  {
    name: 'Support tab, through its views',
    body: support,
    run: async () => {
      await press(firstSubject);
      await untilText(t('thread.description'));
      await press(t('list.new'));
      await writeTicket();
      await untilText(t('form.created.next'));
    },
  },
  {
    name: 'signed out',
    body: element('isp-support', 'token="" data-signed-out sign-in-url="/sign-in"'),
    run: () => untilText(t('error.signedOut')),
  },
  {
    name: 'ended session',
    body: support,
    arrange: (desk, faults) => desk.faults.set(always, faults.answer(401)),
    run: () => untilText(t('error.unauthenticated')),
  },
  {
    name: 'offline',
    body: list,
    run: async () => {
      await untilText(firstSubject);
      await untilOffline();
    },
  },
  {
    name: 'no setup',
    body: '<isp-ticket-list data-signed-out></isp-ticket-list>',
    // The developer is told what is missing.
    expected: /^console\.\w+: isp-support-elements:/,
    run: () => untilText(t('error.misconfigured')),
  },
  {
    name: 'dark',
    body: element('isp-support', 'color-scheme="dark"'),
    run: () => untilText(firstSubject),
  },
  {
    name: 'layout of an app',
    body: element('isp-support', `layout="app" ticket-id="${ticketId}"`),
    run: () => untilText(t('thread.description')),
  },
  {
    name: 'theme and parts set by script',
    body: support,
    run: async () => {
      await untilText(firstSubject);
      const {style} = deepAll('isp-support')[0]!;
      style.setProperty('--isp-color-accent', 'rebeccapurple');
      style.setProperty('--isp-font-size', '20px');
    },
  },
  {
    name: 'print',
    body: thread,
    run: async () => {
      await untilText(t('thread.description'));
      dispatchEvent(new Event('beforeprint'));
      dispatchEvent(new Event('afterprint'));
    },
  },
];

const statesUnderPolicies = Object.entries(policies).flatMap(([name, policy]) =>
  states.map((state): Case => ({...state, ...withTestScripts(policy), name: `${state.name} | ${name}`})),
);

const languageCases = Object.keys(languages).map((lang): Case => ({
  ...policies['nonce']!,
  name: `language ${lang} | nonce`,
  lang,
  body: support,
  run: async () => {
    await untilText(firstSubject);
    await until(`the language ${lang}`, () => textOf().includes(t('column.lastReply')) === (lang === 'en'));
  },
}));

export const stateTable: Table = {
  title: "state under default-src 'none' and Trusted Types",
  cases: statesUnderPolicies,
};
export const languageTable: Table = {
  title: "language under default-src 'none' and Trusted Types",
  cases: languageCases,
};
