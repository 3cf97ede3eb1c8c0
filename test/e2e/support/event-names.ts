import {readFileSync} from 'node:fs';

interface Declaration {
  readonly events?: readonly {readonly name: string}[];
}

interface Manifest {
  readonly modules: readonly {readonly declarations?: readonly Declaration[]}[];
}

/** The names of all events that our elements fire, from the manifest. */
export function eventNames(): string[] {
  const file = new URL('../../../custom-elements.json', import.meta.url);
  const {modules} = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  const declarations = modules.flatMap(module => module.declarations ?? []);
  return [...new Set(declarations.flatMap(({events = []}) => events.map(({name}) => name)))];
}
