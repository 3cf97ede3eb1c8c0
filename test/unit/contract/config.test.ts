import {describe, it} from 'node:test';

import {expect} from 'chai';
import {parse, safeParse} from 'zod/v4/core';

import {defaultConfig, TicketConfig} from '../../../src/contract/config.js';
import {readTolerantly} from '../../../src/contract/flaws.js';
import {ticketConfigJson} from '../../support/json-fixtures.js';

describe('TicketConfig', () => {
  it('has the choices of the server with their labels and hints', () => {
    const config = parse(
      TicketConfig,
      ticketConfigJson({statuses: [{value: 'engineer_booked', label: 'Engineer booked'}], limits: {subject: 80}}),
    );
    expect(config.categories).to.eql([
      {value: 'general', label: null, hint: null},
      {value: 'tv', label: 'Television', hint: 'Which channel'},
    ]);
    expect(config.statuses).to.eql([{value: 'engineer_booked', label: 'Engineer booked', hint: null, kind: null}]);
    expect(config).to.include({defaultCategory: 'general', defaultPriority: 'normal', subjectLimit: 80});
  });

  it('knows the label of a status however it is written', () => {
    const statuses = [{value: 'In Progress', label: 'Being fixed'}];
    const {output} = readTolerantly(TicketConfig, ticketConfigJson({statuses}));
    expect(output.statuses).to.eql([{value: 'in_progress', label: 'Being fixed', hint: null, kind: null}]);
  });

  it('has no statuses and no limit if the server sends none', () => {
    const config = parse(TicketConfig, ticketConfigJson());
    expect(config.statuses).to.eql([]);
    expect(config.subjectLimit).to.be.undefined;
    expect(config.descriptionLimit).to.be.undefined;
    expect(config.messageLimit).to.be.undefined;
  });

  it('has the limits of all texts, and none that is not plausible', () => {
    const {output} = readTolerantly(
      TicketConfig,
      ticketConfigJson({limits: {subject: 80, description: '4000', message: 0}}),
    );
    expect(output).to.include({subjectLimit: 80, descriptionLimit: 4000, messageLimit: undefined});
  });

  it('has the kind of a status, and none for a kind that it does not know', () => {
    const kinds = [
      ['open', 'open'],
      ['Waiting', 'waiting'],
      ['done', 'done'],
      ['paused', null],
      [1, null],
      [undefined, null],
    ];
    const statuses = kinds.map(([kind], index) => ({value: `s${index}`, kind}));
    const {output, flaws} = readTolerantly(TicketConfig, ticketConfigJson({statuses}));
    expect(output.statuses.map(({kind}) => kind)).to.eql(kinds.map(([, read]) => read));
    expect(flaws.map(({path}) => path)).to.eql(['statuses.1.kind', 'statuses.3.kind', 'statuses.4.kind']);
  });

  for (const [name, key] of [
    ['updates', 'updates'],
    ['mark_read', 'markRead'],
    ['realtime', 'realtime'],
  ] as const) {
    it(`has ${name} unless the server says no: a server of 1.0 may not mention it`, () => {
      const isOffered = (features: unknown): boolean | undefined =>
        readTolerantly(TicketConfig, ticketConfigJson({features})).output.features[key];
      for (const no of [false, 0, '0', 'false']) expect(isOffered({[name]: no}), String(no)).to.be.false;
      for (const yes of [true, 1, 'true', null, undefined]) expect(isOffered({[name]: yes}), String(yes)).to.be.true;
      expect(isOffered(undefined)).to.be.true;
    });
  }

  it('supports idempotent writes only if the server says exactly true', () => {
    const isSupported = (features: unknown): boolean =>
      readTolerantly(TicketConfig, ticketConfigJson({features})).output.features.idempotentWrites;
    expect(isSupported({idempotent_writes: true})).to.be.true;
    for (const features of [{idempotent_writes: 'true'}, {idempotent_writes: 1}, {}, null, undefined, []]) {
      expect(isSupported(features), JSON.stringify(features)).to.be.false;
    }
  });

  const read = (changes: object) => {
    const {output, flaws} = readTolerantly(TicketConfig, ticketConfigJson(changes));
    return {...output, flawPaths: flaws.map(({path}) => path)};
  };

  it('has the ways to reach the operator, its answering times and the replies with one tap', () => {
    const config = read({
      operator_name: 'Brindlemoor Fibre',
      contact: {
        telephone: '+44 1632 960142',
        url: 'https://brindlemoor.example/help',
        email: 'help@brindlemoor.example',
      },
      answers: {usual_minutes: 120, opening_hours: 'Monday to Friday', channels: ['portal', 'email']},
      quick_replies: {resolved_yes: 'Solved!', resolved_no: false},
      features: {status_filter: true, search: true, attachments: true},
    });
    expect(config).to.deep.include({
      operatorName: 'Brindlemoor Fibre',
      contact: {
        telephone: '+44 1632 960142',
        url: 'https://brindlemoor.example/help',
        email: 'help@brindlemoor.example',
      },
      answers: {usualMinutes: 120, openingHours: 'Monday to Friday', channels: ['portal', 'email']},
      quickReplies: {solved: 'Solved!', notSolved: false, anyUpdate: null},
      features: {
        ...{idempotentWrites: false, statusFilter: true, search: true, attachments: true},
        ...{updates: true, markRead: true, realtime: true},
      },
      flawPaths: [],
    });
  });

  it('has none of them if the server sends none, which is no flaw', () => {
    const {operatorName, contact, answers, quickReplies} = defaultConfig;
    expect(read({})).to.deep.include({operatorName, contact, answers, quickReplies, flawPaths: []});
  });

  for (const url of ['javascript:alert(1)', 'data:text/html,x', '/help', 'https://', 'mailto:a@b', 7]) {
    it(`has no page to contact the operator at ${String(url)}, and reports it`, () => {
      const {contact, flawPaths} = read({contact: {url, telephone: '112'}});
      expect(contact).to.include({url: null, telephone: '112'});
      expect(flawPaths).to.eql(['contact.url']);
    });
  }

  for (const email of ['a@b?bcc=c@d', 'a@b, c@d', 'Support', 'a b@c', '<a@b>', 'a%0a@b', 'a@b#c']) {
    it(`has no email address if the server’s is “${email}”, and reports it`, () => {
      const {contact, flawPaths} = read({contact: {email}});
      expect(contact.email).to.be.null;
      expect(flawPaths).to.eql(['contact.email']);
    });
  }

  for (const [text, expected] of [
    [false, false],
    [null, null],
    [undefined, null],
    ['', null],
    [true, null],
    ['Solved', 'Solved'],
  ] as const) {
    it(`reads ${JSON.stringify(text)} for a reply with one tap as ${JSON.stringify(expected)}`, () => {
      expect(read({quick_replies: {resolved_yes: text}}).quickReplies.solved).to.equal(expected);
    });
  }

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
      expect(safeParse(TicketConfig, ticketConfigJson({[name]: undefined})).success).to.be.false;
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
