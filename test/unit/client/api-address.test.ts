import {expect} from 'chai';
import {describe, it} from 'node:test';

import {apiAddress} from '../../../src/client/api-address.js';
import {SupportError} from '../../../src/contract/errors.js';

const page = 'https://portal.example/customer/tickets?tab=1#top';

function refused(apiBase: string, from = page): void {
  expect(() => apiAddress(apiBase, from))
    .to.throw(SupportError)
    .with.property('code', 'misconfigured');
}

describe('apiAddress', () => {
  it('returns an absolute address that ends with one slash', () => {
    expect(apiAddress('https://desk.example/api', page)).to.equal('https://desk.example/api/');
    expect(apiAddress('https://desk.example/api/', page)).to.equal('https://desk.example/api/');
    expect(apiAddress('https://desk.example/api///', page)).to.equal('https://desk.example/api/');
    expect(apiAddress('https://desk.example', page)).to.equal('https://desk.example/');
  });

  it('resolves a relative address against the page', () => {
    expect(apiAddress('/api', page)).to.equal('https://portal.example/api/');
    expect(apiAddress('api', page)).to.equal('https://portal.example/customer/api/');
    expect(apiAddress('/api', 'http://localhost:5173/')).to.equal('http://localhost:5173/api/');
  });

  it('accepts another origin over HTTPS', () => {
    expect(apiAddress('https://desk.example:8443/api', page)).to.equal('https://desk.example:8443/api/');
    expect(apiAddress('HTTPS://Desk.example', page)).to.equal('https://desk.example/');
    expect(apiAddress('https://bücher.example/api\n', page)).to.equal('https://xn--bcher-kva.example/api/');
  });

  // Each of these is a path in the eyes of a reader, and another host in those of a browser.
  for (const [form, from = page] of [
    ['//desk.example/api'],
    ['///desk.example/api'],
    ['/\\desk.example/api'],
    ['\\\\desk.example/api'],
    ['\\/desk.example/api'],
    ['/\t/desk.example/api'],
    ['\n//desk.example/api'],
    ['\u0000//desk.example/api'],
    [' https://desk.example/api'],
    ['\u001fhttps://desk.example/api'],
    ['ht\ttps://desk.example/api'],
    ['https:\n//desk.example/api'],
    ['https://de\tsk.example/api'],
    ['https://de\u00adsk.example/api'],
    ['https:///desk.example/api'],
    ['https:/\\desk.example/api'],
    ['https:\\\\desk.example/api'],
    ['https://desk.example\\api'],
    ['https:desk.example/api', 'http://portal.lan/'],
    ['https:/desk.example/api', 'http://portal.lan/'],
    ['http:desk.example/api', 'file:///app/index.html'],
  ] as readonly (readonly [string, string?])[]) {
    it(`refuses another host that is not written as an absolute URL: ${JSON.stringify(form)}`, () => {
      refused(form, from);
    });
  }

  it('accepts the host of the page in any form', () => {
    expect(apiAddress('//portal.example/api', page)).to.equal('https://portal.example/api/');
    expect(apiAddress(' /api\n', page)).to.equal('https://portal.example/api/');
    expect(apiAddress('https:api', page)).to.equal('https://portal.example/customer/api/');
  });

  for (const local of [
    'http://localhost:5173/api',
    'http://127.0.0.1/api',
    'http://[::1]:9000/api',
    'http://10.0.2.2/api',
  ]) {
    it(`accepts HTTP for the device itself: ${local}`, () => {
      expect(apiAddress(local, page)).to.equal(`${local}/`);
    });
  }

  it('accepts HTTP if the page itself is served over HTTP', () => {
    expect(apiAddress('http://desk.lan/api', 'http://portal.lan/')).to.equal('http://desk.lan/api/');
  });

  for (const inClear of [
    'http://desk.example/api',
    'http://localhost.evil.example/api',
    'http://127.0.0.1.nip.example/',
  ]) {
    it(`refuses HTTP on an HTTPS page: ${inClear}`, () => refused(inClear));
  }

  for (const scheme of [
    'ftp://desk.example/',
    'javascript:alert(1)',
    'data:application/json,{}',
    'file:///etc/',
    'blob:x',
  ]) {
    it(`refuses a scheme other than HTTPS and HTTP: ${scheme}`, () => refused(scheme));
  }

  it('refuses an address with credentials', () => {
    refused('https://user@desk.example/api');
    refused('https://user:word@desk.example/api');
  });

  for (const tail of ['?tenant=7', '#top', '?', '#', '?#']) {
    it(`refuses an address with a query or a fragment: ${tail}`, () => refused(`https://desk.example/api${tail}`));
  }

  it('rejects a text that is not an address', () => {
    refused('https://');
    refused('https://desk.example:port/');
    refused('/api', 'about:blank');
  });
});
