import {describe, it} from 'node:test';

import {expect} from 'chai';

import {defaultConfig, type TicketConfig} from '../../../../src/contract/config.js';
import {filterTickets, toServerFilter} from '../../../../src/state/cache/ticket-filter.js';
import {idsOf, ticket} from '../../../support/ticket-fixtures.js';

const withFeatures = (features: Partial<TicketConfig['features']>): TicketConfig => ({
  ...defaultConfig,
  statuses: ['open', 'engineer_booked', 'closed'].map(value => ({value, label: null, hint: null})),
  features: {...defaultConfig.features, ...features},
});

const every = withFeatures({statusFilter: true, search: true});

describe('the filter that a server gets', () => {
  it('has every status that is neither resolved nor closed for open tickets, also the operator’s own', () => {
    const {status} = toServerFilter({status: 'open', search: ''}, every)!;
    expect(status).to.have.members(['open', 'in_progress', 'pending', 'engineer_booked']);
  });

  it('has resolved and closed for closed tickets', () => {
    expect(toServerFilter({status: 'closed', search: ' '}, every)).to.eql({status: ['resolved', 'closed']});
  });

  it('has the operator’s own statuses by their kind, and the others for open tickets', () => {
    const statuses = [
      {value: 'merged', kind: 'done'},
      {value: 'engineer_booked', kind: 'open'},
      {value: 'your_turn', kind: 'waiting'},
      {value: 'resolved', kind: 'open'},
      {value: 'parked'},
    ].map(choice => ({label: null, hint: null, ...choice})) as TicketConfig['statuses'];
    const own = {...every, statuses};
    const open = ['open', 'in_progress', 'pending', 'engineer_booked', 'your_turn', 'resolved', 'parked'];
    expect(toServerFilter({status: 'closed', search: ''}, own)?.status).to.have.members(['closed', 'merged']);
    expect(toServerFilter({status: 'open', search: ''}, own)?.status).to.have.members(open);
    const rows = [...open, 'closed', 'merged'].map(status => ticket(status, {status}));
    expect(idsOf(filterTickets(rows, [], {status: 'closed', search: ''}, statuses))).to.equal('closed merged');
    expect(idsOf(filterTickets(rows, [], {status: 'open', search: ''}, statuses))).to.equal(open.join(' '));
    expect(filterTickets(rows, [], {status: 'all', search: ''}, statuses)).to.have.lengthOf(9);
  });

  it('has the text without white space around it', () => {
    expect(toServerFilter({status: 'all', search: ' slow speed '}, every)).to.eql({search: 'slow speed'});
  });

  it('has both if there are both', () => {
    const filter = toServerFilter({status: 'closed', search: 'wifi'}, every);
    expect(filter).to.eql({status: ['resolved', 'closed'], search: 'wifi'});
  });

  for (const [filter, features] of [
    [
      {status: 'all', search: '  '},
      {statusFilter: true, search: true},
    ],
    [{status: 'open', search: ''}, {search: true}],
    [{status: 'all', search: 'wifi'}, {statusFilter: true}],
    [{status: 'open', search: 'wifi'}, {statusFilter: true}],
    [{status: 'open', search: 'wifi'}, {search: true}],
    [{status: 'closed', search: 'wifi'}, {}],
  ] as const) {
    it(`is none for ${JSON.stringify(filter)} if the server offers ${JSON.stringify(features)}`, () => {
      expect(toServerFilter(filter, withFeatures(features))).to.equal(undefined);
    });
  }
});

describe('the tickets that match a filter', () => {
  const rows = [
    ticket('f', {subject: 'Slow speeds', status: 'open'}),
    ticket('e', {subject: 'Wi-Fi', status: 'engineer_booked'}),
    ticket('d', {subject: 'SLOW again', status: 'resolved'}),
    ticket('c', {subject: 'Invoice', status: 'closed'}),
    ticket('b', {subject: 'No line', status: ''}),
  ];

  for (const [status, search, ids] of [
    ['all', '', 'f e d c b'],
    ['open', '', 'f e b'],
    ['closed', '', 'd c'],
    ['all', 'slow', 'f d'],
    ['all', ' SLOW ', 'f d'],
    ['closed', 'slow', 'd'],
    ['all', 'tkt-2026-c', 'c'],
    ['all', '2026-e', 'e'],
    ['all', 'router', ''],
  ] as const) {
    it(`are “${ids}” for ${status} and “${search}”`, () => {
      expect(idsOf(filterTickets(rows, [], {status, search}))).to.equal(ids);
    });
  }

  it('end with older ones that the server has found', () => {
    const found = [ticket('d', {status: 'resolved'}), ticket('a', {status: 'closed'})];
    expect(idsOf(filterTickets(rows, found, {status: 'closed', search: ''}))).to.equal('d c a');
  });

  it('include what only the server takes for a match', () => {
    const found = [ticket('b', {subject: 'Nø line'})];
    expect(idsOf(filterTickets(rows, found, {status: 'all', search: 'nö'}))).to.equal('b');
  });

  it('do not include a ticket that was reopened since the server found it', () => {
    const found = [ticket('f', {status: 'resolved'}), ticket('c', {status: 'closed'})];
    expect(idsOf(filterTickets(rows, found, {status: 'closed', search: ''}))).to.equal('d c');
  });
});
