import {readFile} from 'node:fs/promises';

import {parse} from 'yaml';

/** An example of a request or response body in `docs/openapi.yaml`. */
export interface ContractExample {
  readonly operation: string;
  /** A status such as `200`, `default`, or `request`. */
  readonly section: string;
  readonly mediaType: string;
  readonly name: string;
  readonly value: unknown;
}

type Node = Readonly<Record<string, unknown>>;

const methods = new Set(['get', 'post', 'put', 'patch', 'delete']);

const node = (value: unknown): Node => (typeof value === 'object' && value !== null ? (value as Node) : {});

/**
 * Every section where the contract has a body, with its examples; a section without any has one that is `undefined`.
 */
export async function readContractExamples(): Promise<readonly ContractExample[]> {
  const whole = node(parse(await readFile(new URL('../../docs/openapi.yaml', import.meta.url), 'utf8')));
  const resolved = (value: unknown): Node => {
    const {$ref} = node(value);
    if (typeof $ref !== 'string') return node(value);
    return resolved(
      $ref
        .slice(2)
        .split('/')
        .reduce<unknown>((inner, key) => node(inner)[key], whole),
    );
  };

  const examplesIn = (operation: string, section: string, body: unknown): ContractExample[] =>
    Object.entries(node(resolved(body)['content'])).flatMap(([mediaType, content]) => {
      const {example, examples} = node(content);
      const named = Object.entries(node(examples)).map(([name, each]) => [name, resolved(each)['value']] as const);
      const all = named.length > 0 ? named : [['example', example] as const];
      return all.map(([name, value]) => ({operation, section, mediaType, name, value}));
    });

  return Object.values(node(whole['paths']))
    .flatMap(path => Object.entries(node(path)).filter(([method]) => methods.has(method)))
    .flatMap(([, each]) => {
      const {operationId, requestBody, responses} = node(each);
      const operation = String(operationId);
      return [
        ...examplesIn(operation, 'request', requestBody),
        ...Object.entries(node(responses)).flatMap(([status, body]) => examplesIn(operation, status, body)),
      ];
    });
}
