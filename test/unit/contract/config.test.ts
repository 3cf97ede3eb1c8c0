import {expect} from '@open-wc/testing';

import {defaultConfig, TicketConfig} from '../../../src/contract/config.js';
import {ticketConfigJson} from '../../support/json-fixtures.js';

describe('a configuration', () => {
  it('has the choices of the server, with the labels and hints it gives', () => {
    const config = TicketConfig.parse(
      ticketConfigJson({statuses: [{value: 'engineer_booked', label: 'Engineer booked'}], limits: {subject: 80}}),
    );
    expect(config.categories).to.eql([
      {value: 'general', label: null, hint: null},
      {value: 'tv', label: 'Television', hint: 'Which channel'},
    ]);
    expect(config.statuses).to.eql([{value: 'engineer_booked', label: 'Engineer booked', hint: null}]);
    expect(config).to.include({defaultCategory: 'general', defaultPriority: 'normal', subjectLimit: 80});
  });

  it('has no statuses and no limit where the server gives none', () => {
    const config = TicketConfig.parse(ticketConfigJson());
    expect(config.statuses).to.eql([]);
    expect(config.subjectLimit).to.be.undefined;
  });

  it('promises a write that is done once only where the server says exactly so', () => {
    const promised = (features: unknown): boolean =>
      TicketConfig.parse(ticketConfigJson({features})).features.idempotentWrites;
    expect(promised({idempotent_writes: true})).to.be.true;
    for (const no of [{idempotent_writes: 'true'}, {idempotent_writes: 1}, {}, null, undefined, []]) {
      expect(promised(no), JSON.stringify(no)).to.be.false;
    }
  });

  for (const name of ['categories', 'priorities', 'default_category', 'default_priority']) {
    it(`is refused without its ${name}`, () => {
      expect(TicketConfig.safeParse(ticketConfigJson({[name]: undefined})).success).to.be.false;
    });
  }
});

describe('what holds where a server has no configuration', () => {
  const values = (choices: readonly {value: string}[]): string[] => choices.map(choice => choice.value);

  it('offers the six categories, general first and by default', () => {
    expect(values(defaultConfig.categories)).to.eql([
      'general',
      'billing',
      'connectivity',
      'slow_speed',
      'wifi',
      'other',
    ]);
    expect(defaultConfig.defaultCategory).to.equal('general');
  });

  it('offers the three priorities, normal by default', () => {
    expect(values(defaultConfig.priorities)).to.eql(['low', 'normal', 'high']);
    expect(defaultConfig.defaultPriority).to.equal('normal');
  });

  it('promises nothing about writes', () => {
    expect(defaultConfig.features.idempotentWrites).to.be.false;
  });
});
