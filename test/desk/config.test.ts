import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import {demoConfig} from '../../demo/desk/config.js';
import {customer, fixedTimeDesk} from './api-client.js';
import {assertSchema, contract} from './contract-assertions.js';

const configIn = async (language?: string) =>
  (await customer(fixedTimeDesk())).get('/ticket-config', language === undefined ? {} : {'Accept-Language': language});

describe('the configuration', () => {
  test('names the operator, other ways to reach it, and when and how it answers', async () => {
    const {json} = await configIn('en');
    assert.equal(json.operator_name, 'Brindlemoor Fibre');
    assert.match(json.contact.telephone, /^\+?[\d ]+$/);
    assert.equal(new URL(json.contact.url).protocol, 'https:');
    assert.match(json.contact.email, /^\S+@\S+$/);
    assert.ok(json.answers.usual_minutes > 0);
    assert.match(json.answers.opening_hours, /Monday/);
    assert.deepEqual(json.answers.channels, ['portal', 'email', 'whatsapp']);
    assert.match(json.quick_replies.any_update, /any update/);
    assert.equal(json.features.search, true);
  });

  test('has its texts in the language that is asked for, by quality and by prefix', async () => {
    const openingHours = async (language?: string) => (await configIn(language)).json.answers.opening_hours;
    const [english, german, french] = [await openingHours('en'), await openingHours('de'), await openingHours('fr')];
    assert.equal(new Set([english, german, french]).size, 3);
    assert.equal(await openingHours('de-AT, en;q=0.9'), german);
    assert.equal(await openingHours('en;q=0.5, fr-CA;q=0.8'), french);
    assert.equal(await openingHours('DE'), german);
    for (const language of [undefined, '', '*', 'xx', 'tlh-Latn', 'de;q=0', 'dex', ';;,']) {
      assert.equal(await openingHours(language), english, language);
    }
  });

  test('has an ETag for each language, and names the language', async () => {
    const german = await configIn('de-CH');
    const english = await configIn('en-GB');
    assert.equal(german.headers.get('Content-Language'), 'de');
    assert.equal(english.headers.get('Content-Language'), 'en');
    assert.notEqual(german.headers.get('ETag'), english.headers.get('ETag'));
  });

  test('leaves quick replies to the elements in a language without texts of the operator', async () => {
    const {json} = await configIn('hu');
    assert.equal(json.quick_replies, undefined);
    assert.equal(json.operator_name, 'Brindlemoor Fibre');
  });

  test('can be changed for a test, with parts that are switched off', async () => {
    const desk = fixedTimeDesk({
      config: {contact: {}, answers: {channels: []}, quick_replies: {resolved_yes: false}, translations: {}},
    });
    const {json} = await (await customer(desk)).get('/ticket-config');
    assert.deepEqual(json.contact, {});
    assert.deepEqual(json.answers, {channels: []});
    assert.deepEqual(json.quick_replies, {resolved_yes: false});
    assert.deepEqual(json.categories, demoConfig.categories);
  });

  test('matches the contract without each of the optional parts, and not with other types', () => {
    const schema = contract.components.schemas.Config;
    const {value: full} = contract.components.examples.Config;
    const added = ['operator_name', 'contact', 'answers', 'quick_replies'];
    for (const name of added) assert.ok(name in full, `the example has no ${name}`);
    assertSchema(schema, Object.fromEntries(Object.entries(full).filter(([name]) => !added.includes(name))), 'without');
    assertSchema(schema, {...full, contact: {}, answers: {}, quick_replies: {any_update: false}}, 'empty');
    for (const part of [
      {contact: {telephone: 112}},
      {answers: {usual_minutes: -5}},
      {answers: {channels: 'email'}},
      {quick_replies: {any_update: true}},
    ]) {
      assert.throws(() => assertSchema(schema, {...full, ...part}, 'invalid'), JSON.stringify(part));
    }
  });
});
