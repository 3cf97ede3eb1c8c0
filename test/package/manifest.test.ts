import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {exportedParts} from '../../src/elements/support/exported-parts.js';
import {allMatches, elements, namesOf, sourcesIn, type Described} from './manifest.js';

const drawing = sourcesIn('ui', 'elements');

const within = {
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
    it(`describes all of <${element.tagName}> in sentences`, () => {
      const {members, attributes, events, slots, cssParts, cssProperties, cssStates} = element;
      const all: readonly Described[] = [
        element,
        ...[members, attributes, events, slots, cssParts, cssProperties, cssStates].flatMap(sort => sort ?? []),
      ];
      const unworded = all.filter(({description}) => !/^[\p{Lu}`<].*\.$/su.test(description ?? ''));
      assert.deepEqual(
        unworded.map(({name}) => name),
        [],
      );
    });

    it(`gives <${element.tagName}> attributes for public properties only`, () => {
      const hidden = allMatches(
        sourcesIn('elements'),
        /@state\(\)\s+(?:(?:private|protected|accessor|override)\s+)*(\w+)/g,
      );
      const attributes = element.attributes?.map(({fieldName, name}) => fieldName ?? name) ?? [];
      assert(attributes.includes('apiBase'));
      assert.deepEqual(
        attributes.filter(name => hidden.includes(name)),
        [],
      );
    });

    it(`shows no value of a token in <${element.tagName}>`, () => {
      const tokens = [...(element.attributes ?? []), ...(element.members ?? [])].filter(({name}) => name === 'token');
      assert(tokens.length > 0);
      assert(tokens.every(token => !('default' in token)));
    });
  }

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
    assert.deepEqual(namesOf('slots'), allMatches(drawing, /<slot name="([a-z-]+)"/g));
  });

  it('lists the parts that the templates have', () => {
    const values = allMatches(drawing, /\bpart="([^"]+)"/g);
    const fixed = values.flatMap(value => value.replace(/\$\{[^}]*\}/g, '').split(/\s+/)).filter(Boolean);
    // `part="article ${kind}"`: such a kind is one of the words in the sources.
    const spoken = values.some(value => value.includes('${')) ? allMatches(drawing, /'([a-z-]+)'/g) : [];
    const listed = namesOf('cssParts');
    assert.deepEqual(
      fixed.filter(part => !listed.includes(part)),
      [],
      'in a template, and not listed',
    );
    assert.deepEqual(
      listed.filter(part => ![...fixed, ...spoken].includes(part)),
      [],
      'listed, and in no template',
    );
  });

  it('lists for <isp-support> the parts of the elements within it, all of which it hands on', () => {
    const partsOf = (tag: string): string[] =>
      elements.find(({tagName}) => tagName === tag)?.cssParts?.map(({name}) => name ?? '') ?? [];
    for (const [key, tag] of Object.entries(within)) {
      const handedOn = exportedParts[key as keyof typeof within].split(', ');
      // Its own root, and what it is in all, go by other names there.
      const expected = partsOf(tag).filter(name => !['root', 'banner', 'form'].includes(name));
      assert.deepEqual(handedOn.sort(), expected.sort(), tag);
      assert.deepEqual(
        handedOn.filter(name => !partsOf('isp-support').includes(name)),
        [],
      );
    }
  });

  it('lists the custom properties that the styles read', () => {
    assert.deepEqual(namesOf('cssProperties'), allMatches(drawing, /var\(\s*(--isp-[a-z0-9-]+)/g));
  });
});
