import {eventsOf} from './element-types.js';

const notice = '// Generated from custom-elements.json by `npm run build`.';

/** `isp-reply-sent` → `IspReplySent` */
const pascalCase = name => name.replace(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase());

const lines = (...all) => `${all.flat().join('\n')}\n`;

/** React Server Components import a file with this directive as a component of the client. */
const isForClient = "'use client';";

function component({name, tagName, events}) {
  return lines(
    notice,
    isForClient,
    "import {createComponent} from '@lit/react';",
    "import * as react from 'react';",
    '',
    `import '../define/${tagName}.js';`,
    `import {${name}} from '../index.js';`,
    '',
    `export const ${pascalCase(tagName)} = createComponent({`,
    '  react,',
    `  tagName: '${tagName}',`,
    `  elementClass: ${name},`,
    `  displayName: '${pascalCase(tagName)}',`,
    '  events: {',
    events.map(event => `    on${pascalCase(event.name)}: '${event.name}',`),
    '  },',
    '});',
  );
}

const declaration = ({tagName, summary}) =>
  lines(
    notice,
    "import type {Component} from '../../types/component.js';",
    '',
    `/** ${summary.replaceAll('\n', ' ')} */`,
    `export declare const ${pascalCase(tagName)}: Component<'${tagName}'>;`,
  );

/** The modules of `isp-support-elements/react` and their declarations: a component for each element. */
export function reactComponents({modules}) {
  const elements = modules.flatMap(({declarations}) => declarations).filter(({tagName}) => tagName);
  const all = lines(
    notice,
    elements.map(({tagName}) => `export {${pascalCase(tagName)}} from './${tagName}.js';`),
  );
  return new Map([
    ['index.js', all],
    ['index.d.ts', all],
    ...elements.flatMap(element => [
      [`${element.tagName}.js`, component({...element, events: eventsOf(element, elements)})],
      [`${element.tagName}.d.ts`, declaration(element)],
    ]),
  ]);
}
