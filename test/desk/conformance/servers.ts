import type {ConformanceOptions, StaffHooks} from '../../../conformance/run.js';
import {serveDesk} from '../../../demo/desk/node-server.js';
import {harbourView, lena} from '../../../demo/desk/seed/people.js';
import {listen, serveFixture, type Fixture} from '../../../demo/gateway/fixture-server.js';
import {memoryStore, type HelpdeskStore} from '../../../demo/gateway/helpdesk-store.js';
import {splynxGateway, splynxPath, splynxStaff} from '../../../demo/gateway/splynx-gateway.js';
import {splynx} from '../../../demo/gateway/splynx.js';
import {whmcsGateway, whmcsPath, whmcsStaff} from '../../../demo/gateway/whmcs-gateway.js';
import {whmcs} from '../../../demo/gateway/whmcs.js';
import {
  memoryReceipts,
  serveBackend,
  verifyJwt,
  type GatewayOptions,
  type JwtCustomer,
} from '../../../gateway/index.js';
import {SignJWT} from 'jose';
import {FakeHelpdesk} from '../../unit/gateway/fake-backend.js';
import {createSeededDesk, storeKinds} from '../seeded-desk.js';
import {carelessServer} from './careless-server.js';
import {differently} from './other-server.js';

export interface TriedServer extends ConformanceOptions {
  close(): Promise<void>;
}

export async function serve(fetch: (request: Request) => Promise<Response>) {
  const {origin, close} = await listen(fetch);
  return {apiBase: `${origin}/api`, close};
}

async function desk(open: (typeof storeKinds)[number][1]): Promise<TriedServer> {
  const store = await open();
  const seeded = await createSeededDesk(store, {now: () => new Date()});
  const {port, close} = await serveDesk({desk: seeded.desk, port: 0});
  const {staff, tokenFor} = seeded;
  const withState = async (state: 'deleted' | 'no_tickets') => {
    const id = `account-${state}`;
    await store.write(writes =>
      writes.load({subscribers: [{...lena, id, username: id, state}], tickets: [], replies: [], numbers: []}),
    );
    return tokenFor({id, username: id});
  };
  return {
    apiBase: `http://127.0.0.1:${port}/api`,
    token: await tokenFor(),
    tokens: {
      other: await tokenFor(harbourView),
      expired: await tokenFor(lena, -60),
      barred: await withState('no_tickets'),
      gone: await withState('deleted'),
    },
    staff: {
      note: async (id, text) => (await staff.note(id, text, 'Anna')).id,
      reply: (id, text) => staff.reply(id, text, 'Anna'),
      lock: id => staff.change(id, {acceptsReplies: false}),
      resolve: id => staff.change(id, {status: 'resolved'}),
    },
    async close() {
      await close();
      await store.close();
    },
  };
}

export const key = 'a secret that is at least 32 bytes long';

export const origins = ['https://portal.example'];

export const tokenOf = (sub: string, seconds = 3600): Promise<string> =>
  new SignJWT({sub, exp: Math.floor(Date.now() / 1000) + seconds})
    .setProtectedHeader({alg: 'HS256'})
    .sign(new TextEncoder().encode(key));

interface Variant {
  readonly options?: (helpdesk: FakeHelpdesk) => Partial<GatewayOptions<JwtCustomer>>;
  readonly wrap?: (fetch: (request: Request) => Promise<Response>) => (request: Request) => Promise<Response>;
}

async function gateway({options = () => ({}), wrap = fetch => fetch}: Variant = {}): Promise<TriedServer> {
  const helpdesk = new FakeHelpdesk();
  const verify = verifyJwt({key});
  const {apiBase, close} = await serve(
    wrap(
      serveBackend({
        async customer(request) {
          const customer = await verify(request);
          if (customer.id === 'barred') throw {code: 'forbidden'};
          if (customer.id === 'gone') throw {code: 'gone'};
          return customer;
        },
        backend: ({id}) => helpdesk.backendOf(id),
        basePath: '/api',
        origins,
        rateLimit: false,
        ...options(helpdesk),
      }),
    ),
  );
  return {
    apiBase,
    close,
    token: await tokenOf('lena'),
    tokens: {
      other: await tokenOf('omar'),
      expired: await tokenOf('lena', -60),
      barred: await tokenOf('barred'),
      gone: await tokenOf('gone'),
    },
    staff: hooksOf(helpdesk),
  };
}

interface Vendor {
  readonly fixture: (store: HelpdeskStore) => Fixture;
  readonly path: string;
  readonly gateway: typeof splynxGateway;
  readonly staff: (origin: string) => StaffHooks;
}

/** The gateway in front of a fixture of a helpdesk. */
async function gatewayTo({fixture, path, gateway: create, staff}: Vendor): Promise<TriedServer> {
  const helpdesk = await serveFixture(fixture(memoryStore({42: 'Lena', 43: 'Omar'})), path);
  const {apiBase, close} = await serve(create(helpdesk.origin, key, {origins, rateLimit: false}));
  return {
    apiBase,
    token: await tokenOf('42'),
    tokens: {other: await tokenOf('43'), expired: await tokenOf('42', -60)},
    staff: staff(helpdesk.origin),
    async close() {
      await close();
      await helpdesk.close();
    },
  };
}

export const hooksOf = (helpdesk: FakeHelpdesk): StaffHooks => ({
  note: async (id, text) => helpdesk.answer('lena', id, text, true).id,
  reply: async (id, text) => helpdesk.answer('lena', id, text),
  lock: async id => helpdesk.lock('lena', id),
  resolve: async id => helpdesk.resolve('lena', id),
});

/** The servers that the kit is run against, by name. */
export const servers: Readonly<Record<string, () => Promise<TriedServer>>> = {
  ...Object.fromEntries(storeKinds.map(([name, open]) => [`desk (${name})`, () => desk(open)])),
  gateway: () => gateway(),
  'gateway to Splynx': () => gatewayTo({fixture: splynx, path: splynxPath, gateway: splynxGateway, staff: splynxStaff}),
  'gateway to WHMCS': () => gatewayTo({fixture: whmcs, path: whmcsPath, gateway: whmcsGateway, staff: whmcsStaff}),
  'other form': () => gateway({wrap: differently}),
  async careless() {
    const helpdesk = new FakeHelpdesk();
    const {apiBase, close} = await serve(carelessServer(helpdesk));
    return {apiBase, close, token: 'lena', tokens: {other: 'omar', expired: 'expired'}, staff: hooksOf(helpdesk)};
  },
};

/** Servers with one mistake each. */
export const mutants = {
  /** Every attempt is a new one. */
  forgetful: () =>
    gateway({
      options: () => ({
        receipts: {
          ...memoryReceipts(),
          claim: async claim => ({...claim, since: claim.now, state: 'new', answer: null}),
        },
      }),
    }),
  /** The updates have the same version, whatever changes. */
  unchanging: () =>
    gateway({
      options(helpdesk) {
        helpdesk.version = 'v1';
        return {counts: 'backend'};
      },
    }),
  /** Any customer can read a ticket by its ID. */
  trusting: () =>
    gateway({
      options: helpdesk => ({
        backend: ({id}) => ({
          ...helpdesk.backendOf(id),
          getTicket: (ticketId, options) =>
            helpdesk
              .backendOf(id)
              .getTicket(ticketId, options)
              .catch(() => helpdesk.backendOf('lena').getTicket(ticketId, options)),
        }),
      }),
    }),
} satisfies Readonly<Record<string, () => Promise<TriedServer>>>;
