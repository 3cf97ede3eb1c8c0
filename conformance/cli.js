#!/usr/bin/env node
import {resolve} from 'node:path';
import {pathToFileURL} from 'node:url';
import {parseArgs} from 'node:util';

import {reasonOf} from './client.js';
import {countOf, lineOf} from './report.js';
import {cases, runConformance} from './run.js';

const usage = `isp-support-conformance --api-base URL --token JWT [options]

Tries whether a server implements the REST API of isp-support-elements, and says what to do where it does not.
It creates tickets: use a test account.

--api-base URL          the URL before /customer, as in the attribute of the elements
--token JWT             a token of a customer
--other-token JWT       a token of another customer
--expired-token JWT     a token that has expired
--barred-token JWT      a token of an account without access to tickets
--gone-token JWT        a token of an account that was deleted
--staff FILE            a module that exports note, reply, lock and resolve: (ticketId, text) => Promise
--origin URL            the origin of the portal, for CORS
--only TEXT             only cases whose ID contains the text; may be repeated
--list                  print the cases
--json                  print the results as JSON

The exit code is 1 if a case has failed, and 2 if the options are wrong or no server answers.`;

const tokenNames = ['token', 'other-token', 'expired-token', 'barred-token', 'gone-token'];

/** Seconds in which a server has to answer at all. */
const patience = 20;

const text = {type: 'string'};
const flag = {type: 'boolean'};

function readOptions() {
  const {values} = parseArgs({
    options: {
      ...Object.fromEntries(['api-base', ...tokenNames, 'staff', 'origin'].map(name => [name, text])),
      only: {type: 'string', multiple: true},
      ...{list: flag, json: flag, help: flag},
    },
  });
  if (!values.help && !values.list && !(values['api-base'] && values.token)) {
    throw new Error('--api-base and --token are required.');
  }
  for (const name of tokenNames) {
    // No header can have it. `Bearer` is added by the kit.
    if (/[^!-~]/.test(values[name] ?? ''))
      throw new Error(`--${name} is no token: it has a space or another character.`);
  }
  return values;
}

/** Else, each case would say so. */
async function checkConnection(url) {
  const options = {redirect: 'manual', signal: AbortSignal.timeout(patience * 1000)};
  await fetch(url, options).catch(error => {
    const isLate = error.name === 'TimeoutError';
    const reason = isLate ? `nothing has come within ${patience} seconds` : reasonOf(error);
    const hint = /certificate/i.test(reason) ? '. NODE_EXTRA_CA_CERTS names a file with certificates to trust' : '';
    throw new Error(`No server answers at ${url}: ${reason}${hint}`);
  });
}

async function main(values) {
  if (values.help) return console.log(usage);
  if (values.list) return console.log(cases.map(({id, name}) => `${id}  ${name}`).join('\n'));
  await checkConnection(values['api-base']);
  const results = [];
  for await (const result of runConformance({
    apiBase: values['api-base'],
    token: values.token,
    tokens: Object.fromEntries(['other', 'expired', 'barred', 'gone'].map(name => [name, values[`${name}-token`]])),
    staff: values.staff && (await import(pathToFileURL(resolve(values.staff)).href)),
    origin: values.origin,
    only: values.only,
  })) {
    results.push(result);
    if (!values.json) console.log(lineOf(result));
  }
  const count = countOf(results);
  if (values.json) console.log(JSON.stringify({...count, results}, null, 2));
  else console.log(`\n${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`);
  if (results.length === 0) throw new Error('No case has such an ID: see --list.');
  process.exitCode = count.failed > 0 ? 1 : 0;
}

function fail(message) {
  console.error(message);
  process.exitCode = 2;
}

let values;
try {
  values = readOptions();
} catch (error) {
  fail(`${error.message}\n\n${usage}`);
}
if (values) await main(values).catch(error => fail(reasonOf(error)));
