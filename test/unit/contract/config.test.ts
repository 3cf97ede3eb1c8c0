import {describe, it} from 'node:test';

import {expect} from 'chai';

import {defaultConfig, TicketConfig} from '../../../src/contract/config.js';
import {readTolerantly} from '../../../src/contract/flaws.js';
import {ticketConfigJson} from '../../support/json-fixtures.js';

describe('TicketConfig', () => {
  it('has the choices of the server with their labels and hints', () => {
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

  it('has no statuses and no limit if the server sends none', () => {
    const config = TicketConfig.parse(ticketConfigJson());
    expect(config.statuses).to.eql([]);
    expect(config.subjectLimit).to.be.undefined;
  });

  it('supports idempotent writes only if the server says exactly true', () => {
    const isSupported = (features: unknown): boolean =>
      readTolerantly(TicketConfig, ticketConfigJson({features})).output.features.idempotentWrites;
    expect(isSupported({idempotent_writes: true})).to.be.true;
    for (const features of [{idempotent_writes: 'true'}, {idempotent_writes: 1}, {}, null, undefined, []]) {
      expect(isSupported(features), JSON.stringify(features)).to.be.false;
    }
  });

  const ownChoices = {
    categories: [{value: 'internet'}, {value: 'tv'}],
    priorities: [{value: 'p1'}, {value: 'p2'}],
  };
  for (const value of [null, undefined, '', 'general', 'Internet', 7]) {
    it(`has the first choice as default if the server’s is ${JSON.stringify(value)}, which it does not offer`, () => {
      const json = ticketConfigJson({...ownChoices, default_category: value, default_priority: value});
      const {output, flaws} = readTolerantly(TicketConfig, json);
      expect(output).to.include({defaultCategory: 'internet', defaultPriority: 'p1'});
      const said = flaws.map(({path}) => path);
      if (value !== '') expect(said).to.include.members(['default_category', 'default_priority']);
    });
  }

  it('has the server’s default if it is offered', () => {
    const json = ticketConfigJson({...ownChoices, default_category: 'tv', default_priority: 'p2'});
    const {output, flaws} = readTolerantly(TicketConfig, json);
    expect(output).to.include({defaultCategory: 'tv', defaultPriority: 'p2'});
    expect(flaws).to.eql([]);
  });

  it('has any default if it offers no choices: the form does not show the field', () => {
    const json = ticketConfigJson({categories: [], priorities: [], default_category: 'tv', default_priority: 'p2'});
    const {output, flaws} = readTolerantly(TicketConfig, json);
    expect(output).to.include({defaultCategory: 'tv', defaultPriority: 'p2'});
    expect(flaws).to.eql([]);
  });

  for (const name of ['categories', 'priorities', 'default_category', 'default_priority']) {
    it(`is rejected without ${name}`, () => {
      expect(TicketConfig.safeParse(ticketConfigJson({[name]: undefined})).success).to.be.false;
    });
  }
});

describe('defaultConfig', () => {
  const values = (choices: readonly {value: string}[]): string[] => choices.map(choice => choice.value);

  it('has six categories, general first and as the default', () => {
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

  it('has three priorities, normal as the default', () => {
    expect(values(defaultConfig.priorities)).to.eql(['low', 'normal', 'high']);
    expect(defaultConfig.defaultPriority).to.equal('normal');
  });

  it('does not support idempotent writes', () => {
    expect(defaultConfig.features.idempotentWrites).to.be.false;
  });
});
