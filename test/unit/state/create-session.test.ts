import {expect} from '@open-wc/testing';

import {createSession, sessionKey, type ConnectionOptions} from '../../../src/state/create-session.js';
import {SupportError} from '../../../src/contract/errors.js';
import {MemoryStorage} from '../../../src/storage/memory-storage.js';
import {createBrowserDesk} from '../../../demo/desk/browser.js';
import {stubBackend} from '../../support/stub-backend.js';
import {ticketPage} from '../../support/ticket-fixtures.js';
import {unsignedJwt} from '../../support/unsigned-jwt.js';

const desk = (changes: object = {}): ConnectionOptions => ({
  apiBase: '/api',
  backend: undefined,
  fetch: undefined,
  persistence: 'none',
  storage: undefined,
  ...changes,
});
const lena = unsignedJwt({sub: 'lena', exp: 1});

describe('a session’s key', () => {
  it('is the same for one customer at one server, however that is written', () => {
    const key = sessionKey(desk(), lena);
    expect(sessionKey(desk({apiBase: '/api/'}), lena)).to.equal(key);
    expect(sessionKey(desk({apiBase: `${location.origin}/api`}), lena)).to.equal(key);
    expect(sessionKey(desk(), unsignedJwt({sub: 'lena', exp: 2}))).to.equal(key);
  });

  const fetchOfTheirOwn = () => fetch('/');
  const others = {
    'another customer': sessionKey(desk(), unsignedJwt({sub: 'tomas', exp: 1})),
    'another server': sessionKey(desk({apiBase: '/other'}), lena),
    'another origin': sessionKey(desk({apiBase: 'https://desk.example/api'}), lena),
    'another fetch': sessionKey(desk({fetch: fetchOfTheirOwn}), lena),
    'a backend of the host’s own': sessionKey(desk({backend: stubBackend({})}), lena),
    'another backend of the host’s own': sessionKey(desk({backend: stubBackend({})}), lena),
    'an opaque token': sessionKey(desk(), 'opaque'),
  };
  it('is another for everything else', () => {
    const keys = [sessionKey(desk(), lena), ...Object.values(others)];
    expect(new Set(keys)).to.have.lengthOf(keys.length);
  });

  it('is the same for the same fetch or backend', () => {
    const own = {backend: stubBackend({}), fetch: fetchOfTheirOwn};
    expect(sessionKey(desk(own), lena)).to.equal(sessionKey(desk(own), lena));
  });

  it('holds nothing of the token but whom it speaks of', () => {
    const [header, payload, signature] = lena.split('.') as [string, string, string];
    const key = sessionKey(desk(), lena);
    expect([header, payload].some(part => key.includes(part)) || key.includes(`.${signature}`)).to.be.false;
  });

  it('is none for an address that a token must not go to', () => {
    expect(() => sessionKey(desk({apiBase: 'ftp://desk.example'}), lena)).to.throw(SupportError);
  });

  it('asks for no address where the host brings a backend', () => {
    expect(() => sessionKey(desk({apiBase: '', backend: stubBackend({})}), lena)).not.to.throw();
  });
});

describe('a session that is opened', () => {
  it('speaks the default contract with the server, through the fetch it is given', async () => {
    const server = createBrowserDesk();
    const session = createSession(desk({fetch: server.fetch}), await server.tokenFor());
    await session.tickets.load();
    expect(session.tickets.state.value.value?.rows.length).to.be.above(0);
    expect(server.requests.map(({path}) => path)).to.eql(['/api/customer/tickets']);
  });

  it('speaks with the host’s own backend, where there is one', async () => {
    const backend = stubBackend({listTickets: async () => ticketPage('a')});
    const session = createSession(desk({backend}), lena);
    await session.tickets.load();
    expect(session.tickets.state.value.value?.rows).to.have.lengthOf(1);
  });

  it('remembers that an account is refused', async () => {
    const backend = stubBackend({listTickets: () => Promise.reject(new SupportError('gone'))});
    const session = createSession(desk({backend}), lena);
    await session.tickets.load();
    expect(session.access.refusal.value?.code).to.equal('gone');
  });

  it('finds what the same customer wrote here before, and nobody else’s', async () => {
    const here = desk({backend: stubBackend({})});
    const written = async (where: ConnectionOptions, token: string): Promise<string> => {
      const {mail} = createSession(where, token);
      await mail.restored;
      return mail.drafts.reply('t1').value;
    };
    const {mail} = createSession(here, lena);
    await mail.restored;
    mail.drafts.reply('t1').set('half a reply');
    expect(await written(here, unsignedJwt({sub: 'lena', exp: 2}))).to.equal('half a reply');
    expect(await written(here, unsignedJwt({sub: 'tomas'}))).to.equal('');
    expect(await written(desk({backend: stubBackend({})}), lena)).to.equal('');
  });

  it('finds nothing of what was written before a logout', async () => {
    const here = desk({backend: stubBackend({})});
    const session = createSession(here, lena);
    session.mail.drafts.reply('t1').set('half a reply');
    await session.logout();
    const {mail} = createSession(here, lena);
    await mail.restored;
    expect(mail.drafts.reply('t1').value).to.equal('');
  });

  it('keeps neither the token, nor who the customer is, where others can read it', async () => {
    const storage = new MemoryStorage();
    const session = createSession(desk({storage, backend: stubBackend({})}), lena);
    session.mail.drafts.reply('t1').set('half a reply');
    session.mail.outbox.enqueue({ticketId: 't1', draft: {message: 'a whole one'}});
    await session.mail.drafts.reply('t2').clear();
    const kept = JSON.stringify(await storage.entries(''));
    expect(kept).to.contain('half a reply').and.to.contain('a whole one');
    for (const secret of [lena, 'lena']) expect(kept).not.to.contain(secret);
  });
});
