// `npx tsx test/gateway/record-request-tracker.ts`: records what Request Tracker answers to its adapter, for the unit
// tests.
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {requestTrackerBackend} from '../../adapters/request-tracker.js';
import {requestTrackerStaff} from '../../demo/gateway/request-tracker-gateway.js';
import {startRequestTracker} from '../../demo/gateway/request-tracker.js';
import {serverTransport} from '../../gateway/index.js';

const folder = mkdtempSync(join(tmpdir(), 'request-tracker-'));
const file = new URL('../unit/adapters/fixtures/request-tracker.json', import.meta.url);
const signal = new AbortController().signal;
const write = {signal, idempotencyKey: 'key', writtenAt: '2026-05-01T09:00:00Z'};
const draft = (subject: string, description: string) => ({
  subject,
  description,
  category: 'billing',
  priority: 'normal',
});

async function record(): Promise<void> {
  const rt = await startRequestTracker(folder);
  const staff = requestTrackerStaff(rt);
  const records: object[] = [];
  const backendOf = (requestor: string, token = rt.tokens.portal) =>
    requestTrackerBackend({requestor, account: 'portal', queue: 'General', categoryField: 'Category'})(
      serverTransport({
        baseUrl: rt.url,
        token,
        async fetch(request) {
          const body = await request.clone().text();
          const response = await fetch(request);
          const answer = (await response.clone().text()).replaceAll(new URL(rt.url).origin, 'https://rt.example');
          records.push({
            method: request.method,
            url: decodeURIComponent(request.url.slice(rt.url.length + 1).replaceAll('+', ' ')),
            ...(body && {request: JSON.parse(body) as object}),
            status: response.status,
            location: response.headers.get('location'),
            answer: isJson(answer) ? (JSON.parse(answer) as object) : answer,
          });
          return response;
        },
      }),
    );
  const attachment = {FileName: 'line.txt', FileType: 'text/plain', FileContent: btoa('a file')};
  const send = (method: string, path: string, body: object) =>
    fetch(`${rt.url}/${path}`, {
      method,
      headers: {Authorization: `token ${rt.tokens.anna}`, 'Content-Type': 'application/json'},
      body: JSON.stringify(body),
    });
  const lena = backendOf('lena');
  const {ticket} = await lena.createTicket(draft('No internet', 'Since Monday.\n\nThe light is <b>red</b>.'), write);
  const path = `ticket/${ticket.id}`;
  await staff.reply(ticket.id, '<p>Hello <b>Lena</b>,</p><ul><li>restart it</li></ul>', 'text/html');
  await staff.note(ticket.id, 'She never pays.');
  await send('POST', `${path}/correspond`, {
    Content: 'See this.',
    ContentType: 'text/plain',
    Attachments: [attachment],
  });
  await send('POST', 'ticket', {Queue: 'General', Requestor: 'lena', Subject: 'Again', Content: 'Still nothing.'});
  await staff.reply('2', 'We are on it.');
  await send('PUT', 'ticket/2', {MergeInto: ticket.id});
  await staff.resolve(ticket.id);
  records.length = 0;
  await lena.createTicket(draft('A bill', 'Too high.'), write);
  await lena.addReply(ticket.id, {message: 'Now it works: ✓'}, write);
  await lena.listTickets({cursor: null}, {signal});
  await lena.getTicket(ticket.id, {signal});
  await backendOf("omar.o'neil@customer.example").listTickets({cursor: null}, {signal});
  await backendOf("omar.o'neil@customer.example")
    .getTicket(ticket.id, {signal})
    .catch(() => undefined);
  await backendOf('lena', 'refused')
    .listTickets({cursor: null}, {signal})
    .catch(() => undefined);
  writeFileSync(file, `${JSON.stringify(records, null, 1)}\n`);
  await rt.stop();
}

function isJson(text: string): boolean {
  try {
    return typeof JSON.parse(text) === 'object';
  } catch {
    return false;
  }
}

await record().finally(() => rmSync(folder, {recursive: true}));
