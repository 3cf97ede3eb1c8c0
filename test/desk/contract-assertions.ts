import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {Ajv2020, type ValidateFunction} from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import {parse} from 'yaml';
import type {Answer, Json} from './api-client.js';

export const contract: Json = parse(readFileSync(new URL('../../docs/openapi.yaml', import.meta.url), 'utf8'));

const ajv = new Ajv2020({allErrors: true, strict: false});
addFormats.default(ajv);

export interface Operation {
  id: string;
  method: string;
  path: string;
  responses: Record<string, Json>;
}

export const operations: Operation[] = Object.entries<Json>(contract.paths).flatMap(([path, item]) =>
  ['get', 'post', 'put', 'patch', 'delete']
    .filter(method => item[method])
    .map(method => ({
      id: item[method].operationId,
      method: method.toUpperCase(),
      path,
      responses: item[method].responses,
    })),
);

/** Checks a response against the operation, and returns the key of the response in the contract. */
export function assertAnswer(operation: Operation, {status, headers, text, json}: Answer): string {
  const name = `${operation.id} ${status}`;
  // Only a 5xx response may match "default".
  const described = operation.responses[status] ? String(status) : 'default';
  assert.ok(described !== 'default' || status >= 500, `${name} is not in the contract: ${text}`);
  const response = resolve(operation.responses[described]);

  for (const header of Object.keys(response.headers ?? {})) {
    const optional = header === 'Retry-After' || header === 'Idempotent-Replayed';
    assert.ok(optional || headers.has(header), `${name} has no ${header}`);
  }
  const [[mediaType, media] = []] = Object.entries<Json>(response.content ?? {});
  if (!mediaType) {
    assert.equal(text, '', `${name} has a body`);
    return described;
  }
  assert.equal(headers.get('Content-Type')?.split(';')[0], mediaType, name);
  if (mediaType !== 'text/event-stream') assertSchema(media.schema, json, name);
  return described;
}

export function assertSchema(schema: Json, value: unknown, name: string) {
  const validate = validatorFor(schema);
  assert.ok(validate(value), `${name}: ${ajv.errorsText(validate.errors)}`);
}

const validators = new Map<string, ValidateFunction>();

function validatorFor(schema: Json): ValidateFunction {
  const key = JSON.stringify(schema);
  const validate = validators.get(key) ?? ajv.compile(closed(schema));
  validators.set(key, validate);
  return validate;
}

/** The schema with resolved references and without additional properties. */
function closed(schema: Json): Json {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  if (schema.$ref) return closed(resolve(schema));
  if (schema.allOf?.length > 1) {
    const parts = schema.allOf.map(resolve);
    return closed({
      type: 'object',
      required: parts.flatMap((part: Json) => part.required ?? []),
      properties: Object.assign({}, ...parts.map((part: Json) => part.properties)),
    });
  }
  const inner = Object.fromEntries(Object.entries<Json>(schema).map(([name, value]) => [name, closed(value)]));
  return schema.type === 'object' ? {...inner, additionalProperties: false} : inner;
}

export function resolve(node: Json): Json {
  if (!node?.$ref) return node;
  const path: string[] = node.$ref.slice(2).split('/');
  return resolve(path.reduce((at: Json, name) => at[name.replaceAll('~1', '/')], contract));
}
