import {expect} from '@open-wc/testing';

import {
  HistoryController,
  type HistoryMode,
  type ViewState,
} from '../../../../src/controllers/navigation/history-controller.js';
import {connectHost, createHost, removeHosts} from '../../../support/controller-host.js';

const start = location.href;
const list: ViewState = {view: 'list', ticketId: ''};
const form: ViewState = {view: 'new-ticket', ticketId: ''};
const ticket = (ticketId: string): ViewState => ({view: 'ticket', ticketId});

async function following(history: HistoryMode) {
  const visits: ViewState[] = [];
  const {host, controller} = createHost({history}, each => new HistoryController(each, place => visits.push(place)));
  await connectHost(host);
  return {host, controller, visits};
}

const at = (address: string): void => history.replaceState(null, '', address);

/** What the browser does when the user goes back or forward to a URL. */
function visit(address: string): void {
  at(address);
  dispatchEvent(new PopStateEvent('popstate'));
}

describe('history controller', () => {
  afterEach(() => {
    removeHosts();
    at(start);
  });

  it('ignores the URL when history is none', async () => {
    at('?ticket=t1#ticket=t2');
    const {controller} = await following('none');
    controller.push(ticket('t3'), list);
    expect(controller.current).to.be.undefined;
    expect(controller.ticketUrl).to.equal('');
    expect(location.search + location.hash).to.equal('?ticket=t1#ticket=t2');
  });

  for (const [mode, mark] of [
    ['push', '?'],
    ['hash', '#'],
  ] as const) {
    describe(`when history is ${mode}`, () => {
      it('reads the view from the URL', async () => {
        const {controller} = await following(mode);
        at(`${mark}ticket=t1`);
        expect(controller.current).to.eql(ticket('t1'));
        at(`${mark}new-ticket=`);
        expect(controller.current).to.eql(form);
        at(mark);
        expect(controller.current).to.eql(list);
      });

      it('round-trips every place through the URL, whatever characters the ticket id contains', async () => {
        const {controller} = await following(mode);
        for (const place of [ticket('t1'), ticket('a/b?c#d&e=f g%20+ü🌙'), form, list, ticket('{id}')]) {
          controller.push(place, list);
          expect(controller.current).to.eql(place);
        }
      });

      it('keeps the rest of the URL when it changes the view', async () => {
        const {controller} = await following(mode);
        at(`/portal?tab=support${mode === 'hash' ? '#side=open' : '#top'}`);
        controller.push(ticket('t1'), list);
        expect(location.href).to.match(/\/portal\?tab=support/);
        expect(location.href).to.match(mode === 'hash' ? /#side=open&ticket=t1$/ : /&ticket=t1#top$/);
        controller.push(list, list);
        expect(location.href).not.to.contain('ticket');
        expect(location.href).to.match(/tab=support/);
      });

      it('keeps foreign history.state when it pushes an entry', async () => {
        const {controller} = await following(mode);
        history.replaceState({router: 7}, '');
        controller.push(ticket('t1'), list);
        expect(history.state).to.eql({router: 7, ispSupport: ticket('t1')});
      });

      it('pushes one history entry for each place', async () => {
        const {controller} = await following(mode);
        const {pushState} = history;
        let entries = 0;
        // Browsers cap the history at 50 entries, so history.length is no measure.
        history.pushState = (...entry) => {
          entries++;
          pushState.apply(history, entry);
        };
        controller.push(ticket('t1'), list);
        Reflect.deleteProperty(history, 'pushState');
        expect(entries).to.equal(1);
        expect(history.state).to.eql({ispSupport: ticket('t1')});
      });

      it('reports the view when the user goes back or forward', async () => {
        const {visits} = await following(mode);
        visit(`${mark}ticket=t1`);
        visit(`${mark}new-ticket=`);
        visit(mark);
        expect(visits).to.eql([ticket('t1'), form, list]);
      });

      it('provides a URL template with {id} that leads to the ticket', async () => {
        const {controller} = await following(mode);
        const address = controller.ticketUrl.replace('{id}', encodeURIComponent('a b&c'));
        at(address);
        expect(controller.current).to.eql(ticket('a b&c'));
      });
    });
  }

  it('returns the list when history is push and the URL has only parameters of the page', async () => {
    const {controller} = await following('push');
    at('?tab=support#main');
    expect(controller.current).to.eql(list);
  });

  it('ignores hashes of the page when history is hash', async () => {
    const {controller, visits} = await following('hash');
    for (const hash of ['#main', '#section=2']) {
      visit(hash);
      expect(controller.current).to.be.undefined;
    }
    expect(visits).to.eql([]);
  });

  it('restores the view from history.state when the user goes back to a hash of the page', async () => {
    const {controller, visits} = await following('hash');
    for (const [hash, place] of [
      ['#section=2', list],
      ['#main', ticket('t1')],
    ] as const) {
      at(hash);
      controller.push(ticket('t2'), place);
      const popped = new Promise(resolve => addEventListener('popstate', resolve, {once: true}));
      history.back();
      await popped;
      expect(location.hash).to.equal(hash);
      expect(visits.pop()).to.eql(place);
    }
  });

  it('reports no view when history is none or after the host is disconnected', async () => {
    const {visits: unasked} = await following('none');
    const {host, visits} = await following('push');
    host.remove();
    visit('?ticket=t1');
    expect(unasked).to.eql([]);
    expect(visits).to.eql([]);
  });
});
