import {describe, it} from 'node:test';

import {expect} from 'chai';

import {defaultConfig, type TicketConfig} from '../../../src/contract/config.js';
import {de} from '../../../src/i18n/locales/de.js';
import {createTranslator} from '../../support/translator.js';
import {whenYouHear} from '../../../src/ui/text/when-you-hear.js';

const t = createTranslator('en');
const lines = (answers: Partial<TicketConfig['answers']>, translator = t): readonly string[] =>
  whenYouHear({...defaultConfig, answers: {...defaultConfig.answers, ...answers}}, translator);

describe('when the customer hears from support', () => {
  it('is not said unless it is configured', () => {
    expect(lines({})).to.deep.equal([]);
  });

  for (const [usualMinutes, duration] of [
    [1, '1 minute'],
    [45, '45 minutes'],
    [90, '90 minutes'],
    [91, '2 hours'],
    [120, '2 hours'],
    [121, '3 hours'],
    [24 * 60, '24 hours'],
    [48 * 60, '48 hours'],
    [49 * 60, '3 days'],
    [7 * 24 * 60, '7 days'],
  ] as const) {
    it(`rounds the usual time up to whole minutes, hours or days: ${usualMinutes} minutes`, () => {
      expect(lines({usualMinutes})).to.deep.equal([t('hear.usual', {duration})]);
    });
  }

  it('has the opening hours as the operator wrote them', () => {
    expect(lines({openingHours: 'Mo–Fr {hours} $1'})).to.deep.equal([t('hear.hours', {hours: 'Mo–Fr {hours} $1'})]);
  });

  it('names the channels with the notice on this page last, and leaves unknown ones out', () => {
    const [channels, ...others] = lines({channels: ['portal', 'pigeon', 'whatsapp', 'email']});
    const names = 'email, WhatsApp, and ' + t('channel.portal');
    expect(channels).to.equal(t('hear.channels', {channels: names}));
    expect(others).to.deep.equal([t('hear.contactDetails')]);
  });

  it('names no channel if all are unknown', () => {
    expect(lines({channels: ['pigeon']})).to.deep.equal([]);
  });

  it('asks for contact details if the customer is told nowhere else', () => {
    expect(lines({channels: ['portal']})).to.deep.equal([t('hear.portal')]);
  });

  it('is in the language of the customer', () => {
    const translator = createTranslator('de', de);
    const [usual, channels] = lines({usualMinutes: 120, channels: ['email', 'sms']}, translator);
    expect(usual).to.include('2 Stunden');
    expect(channels).to.include(` und ${translator('channel.sms')}`);
  });

  it('has only the opening hours in a language that the engine does not know', () => {
    const translator = createTranslator('xx', {});
    const answers = {usualMinutes: 120, openingHours: '9–17', channels: ['email', 'sms']};
    expect(lines(answers, translator)).to.deep.equal([t('hear.hours', {hours: '9–17'})]);
  });
});
