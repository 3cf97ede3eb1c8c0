import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {LitElement} from 'lit';

import * as sessionEvents from '../../src/contract/session-events.js';
import * as ticketEvents from '../../src/contract/ticket-events.js';
import {exportedParts} from '../../src/elements/support/exported-parts.js';
import * as api from '../../src/index.js';
import {type ColorScheme, type HistoryMode, type Persistence} from '../../src/index.js';
import {allMatches, declarations, elements, namesOf, sourcesIn, type Described, type Member} from './manifest.js';

const rendering = sourcesIn('ui', 'elements');

/** The values of each union, which the compiler compares with the exported types. */
const unions = {
  colorScheme: ['light', 'dark', 'auto'] satisfies readonly ColorScheme[],
  persistence: ['device', 'session', 'none'] satisfies readonly Persistence[],
  history: ['none', 'hash', 'push'] satisfies readonly HistoryMode[],
};

const eventClasses = Object.entries<new (argument: object) => Event>({
  ...sessionEvents,
  ...ticketEvents,
} as never);

const membersOf = (className: string): readonly Member[] =>
  declarations.find(({name}) => name === className)?.members ?? [];

/** Attributes of the start tag in an example, without their values. */
const attributesIn = (markup: string, tag: string): readonly string[] =>
  [...(markup.match(new RegExp(`<${tag}([^>]*)>`))?.[1] ?? '').matchAll(/([\w-]+)="/g)].map(([, name = '']) => name);

const innerElements = {
  list: 'isp-ticket-list',
  thread: 'isp-ticket-thread',
  form: 'isp-new-ticket',
  banner: 'isp-reply-banner',
} as const;

describe('custom-elements.json', () => {
  it('declares every tag that is defined, and no other', () => {
    const defined = allMatches(sourcesIn('define'), /\bdefine\('(isp-[a-z-]+)'/g);
    assert(defined.length > 0);
    assert.deepEqual(elements.map(({tagName}) => tagName).sort(), defined);
  });

  for (const element of elements) {
    it(`describes every member of <${element.tagName}> in full sentences`, () => {
      const {members, attributes, events, slots, cssParts, cssProperties, cssStates} = element;
      const all: readonly Described[] = [
        element,
        ...[members, attributes, events, slots, cssParts, cssProperties, cssStates].flatMap(group => group ?? []),
      ];
      const incomplete = all.filter(({description}) => !/^[\p{Lu}`<].*\.$/su.test(description ?? ''));
      assert.deepEqual(
        incomplete.map(({name}) => name),
        [],
      );
    });

    it(`gives <${element.tagName}> attributes for public properties only`, () => {
      const internalState = allMatches(
        sourcesIn('elements'),
        /@state\(\)\s+(?:(?:private|protected|accessor|override)\s+)*(\w+)/g,
      );
      const attributes = element.attributes?.map(({fieldName, name}) => fieldName ?? name) ?? [];
      assert(attributes.includes('apiBase'));
      assert.deepEqual(
        attributes.filter(name => internalState.includes(name)),
        [],
      );
    });

    it(`states each default of <${element.tagName}> as a value, not by the name of a constant`, () => {
      const fields = (element.members ?? []).filter(({kind}) => kind === 'field');
      const literal = /^('.*'|\d+|true|false|undefined|\{.*\})$/;
      assert(fields.some(field => field.default !== undefined));
      assert.deepEqual(
        fields.filter(field => field.default !== undefined && !literal.test(field.default)).map(({name}) => name),
        [],
      );
    });

    it(`states no default for the token of <${element.tagName}>`, () => {
      const tokens = [...(element.attributes ?? []), ...(element.members ?? [])].filter(({name}) => name === 'token');
      assert(tokens.length > 0);
      assert(tokens.every(token => !('default' in token)));
    });
  }

  for (const {tagName, summary, examples = [], members = [], attributes = []} of elements) {
    it(`types the token of <${tagName}> as a string, so that generated types accept it`, () => {
      const tokens = [...members, ...attributes].filter(({name}) => name === 'token');
      assert.deepEqual(
        tokens.map(({type}) => type?.text),
        ['string', 'string'],
      );
    });

    it(`writes out the unions of <${tagName}>`, () => {
      for (const [property, values] of Object.entries(unions)) {
        const described = [
          ...members.filter(({name}) => name === property),
          ...attributes.filter(({fieldName}) => fieldName === property),
        ];
        for (const {type} of described) assert.equal(type?.text, values.map(value => `'${value}'`).join(' | '));
        if (property !== 'history') assert.equal(described.length, 2, property);
      }
    });

    it(`states the default of every property and attribute of <${tagName}>, apart from the token`, () => {
      const fields = members.filter(({kind, name}) => kind === 'field' && name !== 'token');
      assert.deepEqual(
        fields.filter(field => field.default === undefined).map(({name}) => name),
        [],
      );
      const defaults = new Map(fields.map(field => [field.name, field.default]));
      for (const attribute of attributes.filter(({name}) => name !== 'token')) {
        assert.equal(attribute.default, defaults.get(attribute.fieldName ?? ''), attribute.name);
      }
    });

    it(`summarizes <${tagName}> in one sentence and shows how to use it`, () => {
      assert.match(summary ?? '', /^\p{Lu}[^.]+\.$/u);
      assert.equal(examples.length, 1);
      const [example = ''] = examples;
      const used = attributesIn(example, tagName);
      assert(used.includes('api-base'), example);
      assert.deepEqual(
        used.filter(name => !attributes.some(attribute => attribute.name === name)),
        [],
      );
      assert.match(example, /\.tokenProvider = /);
    });
  }

  for (const [className, EventClass] of eventClasses) {
    it(`lists the fields of ${className}, and whether it can be cancelled`, () => {
      const event = new EventClass({});
      const members = membersOf(className);
      const fields = members.filter(({kind}) => kind === 'field').map(({name}) => name);
      assert.deepEqual(
        Object.keys(event)
          .filter(key => key !== 'isTrusted')
          .filter(key => !fields.includes(key)),
        [],
      );
      assert.equal(members.find(({name}) => name === 'cancelable')?.default, String(event.cancelable));
      assert.equal(members.find(({name}) => name === 'type')?.default, `'${event.type}'`);
      assert(members.every(({description}) => /^[\p{Lu}`].*\.$/su.test(description ?? '')));
    });
  }

  it('declares only what the package exports, and base classes of that', () => {
    const exported = Object.keys(api);
    const bases = declarations.map(({superclass}) => superclass?.name);
    assert.deepEqual(
      declarations.map(({name}) => name).filter(name => !exported.includes(name) && !bases.includes(name)),
      [],
    );
  });

  it('has no member that is private, protected or internal, or that belongs to Lit', () => {
    const internal = allMatches(
      sourcesIn('elements', 'contract'),
      /(?:@internal \*\/\s+|\bprotected\s+)(?:(?:protected|abstract|override|static|readonly|async|get|set)\s+)*(\w+)/g,
    );
    assert(internal.includes('focusTarget'));
    const lit = [LitElement, LitElement.prototype].flatMap(start => {
      const chain: string[] = [];
      for (let each: object = start; each !== Function.prototype && each !== Object.prototype;) {
        chain.push(...Object.getOwnPropertyNames(each));
        each = Object.getPrototypeOf(each) as object;
      }
      return chain;
    });
    assert(lit.includes('requestUpdate'));
    const members = declarations.flatMap(declaration => declaration.members ?? []);
    const leaked = members.filter(
      ({name, privacy}) => privacy !== undefined || /^[#_]/.test(name) || internal.includes(name) || lit.includes(name),
    );
    assert.deepEqual(
      leaked.map(({name}) => name),
      [],
    );
  });

  it('lists the events that are fired, and no other, each with its class', () => {
    const fired = allMatches(sourcesIn('elements', 'controllers'), /new (\w+Event)\(/g);
    const types = new Map(
      [
        ...sourcesIn('contract').matchAll(/class (\w+Event) extends Event \{\s+static readonly type = '([a-z-]+)'/g),
      ].map(([, className = '', type = '']) => [className, type]),
    );
    assert.deepEqual(fired, [...types.keys()].sort(), 'every event class is fired somewhere');
    assert.deepEqual(namesOf('events'), [...types.values()].sort());
    for (const event of elements.flatMap(({events}) => events ?? [])) {
      assert.equal(types.get(event.type?.text ?? ''), event.name);
    }
  });

  it('lists the slots that the templates have', () => {
    assert.deepEqual(namesOf('slots'), allMatches(rendering, /<slot name="([a-z-]+)"/g));
  });

  it('lists the parts that the templates have', () => {
    const values = allMatches(rendering, /\bpart="([^"]+)"/g);
    const fixed = values.flatMap(value => value.replace(/\$\{[^}]*\}/g, '').split(/\s+/)).filter(Boolean);
    // In `part="article ${kind}"`, the kind is one of the string literals in the sources.
    const computed = values.some(value => value.includes('${')) ? allMatches(rendering, /'([a-z-]+)'/g) : [];
    const listed = namesOf('cssParts');
    assert.deepEqual(
      fixed.filter(part => !listed.includes(part)),
      [],
      'in a template, but not listed',
    );
    assert.deepEqual(
      listed.filter(part => ![...fixed, ...computed].includes(part)),
      [],
      'listed, but in no template',
    );
  });

  it('lists for <isp-support> the parts of its inner elements, and exports all of them', () => {
    const partsOf = (tag: string): string[] =>
      elements.find(({tagName}) => tagName === tag)?.cssParts?.map(({name}) => name ?? '') ?? [];
    for (const [key, tag] of Object.entries(innerElements)) {
      const exported = exportedParts[key as keyof typeof innerElements].split(', ');
      // `<isp-support>` has a root of its own, and names each inner element as a whole by a part of its own.
      const expected = partsOf(tag).filter(name => !['root', 'banner', 'form'].includes(name));
      assert.deepEqual(exported.sort(), expected.sort(), tag);
      assert.deepEqual(
        exported.filter(name => !partsOf('isp-support').includes(name)),
        [],
      );
    }
  });

  it('lists the custom properties that the styles read', () => {
    assert.deepEqual(namesOf('cssProperties'), allMatches(rendering, /var\(\s*(--isp-[a-z0-9-]+)/g));
  });
});
