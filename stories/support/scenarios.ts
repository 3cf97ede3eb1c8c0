import {faultKinds, type BrowserDesk} from '../../demo/desk/browser.js';
import {rewriteResponse} from '../../test/support/rewrite-response.js';
import type {Scenario} from './desk.js';

type Fault = Parameters<BrowserDesk['faults']['set']>[1];

const always =
  (fault: () => Fault): Required<Scenario>['arrange'] =>
  ({faults}) =>
    faults.set({times: Infinity}, fault());

export const noTicketsYet: Scenario = {seed: 'empty'};

/** The server does not respond. */
export const pending: Scenario = {arrange: always(() => faultKinds.hold().fault)};

export const serverFault: Scenario = {arrange: always(() => faultKinds.answer(503))};

export const unreachable: Scenario = {arrange: always(() => faultKinds.dropRequest)};

/** The response of a captive portal until the user has signed in. */
export const captivePortal: Scenario = {arrange: always(() => faultKinds.html)};

export const signedOut: Scenario = {as: null};

export const sessionEnded: Scenario = {arrange: always(() => faultKinds.answer(401))};

/** An account without access to tickets. */
export const notAllowed: Scenario = {as: 'tomas.reyes'};

export const deletedAccount: Scenario = {as: 'old.account'};

/** A server without idempotent writes: a reply that may have arrived is not sent again automatically. */
export const withoutIdempotency: Scenario = {
  arrange: ({faults}) => {
    const config = rewriteResponse<{features: object}>(({features, ...others}) => ({
      ...others,
      features: {...features, idempotent_writes: false},
    }));
    faults.set({path: '/customer/ticket-config', times: Infinity}, config);
    faults.set({method: 'POST', times: Infinity}, faultKinds.dropRequest);
  },
};

/** The session ends before the first write. */
export const sessionEnds: Scenario = {
  arrange({faults}) {
    faults.set({method: 'POST', times: Infinity}, faultKinds.answer(401));
    faults.set({method: 'GET', path: '/customer/tickets', times: Infinity}, faultKinds.answer(401));
  },
};

/** A fault for all writes. Reads succeed. */
export const failingWrites = (fault: () => Fault): Scenario => ({
  arrange: ({faults}) => faults.set({method: 'POST', times: Infinity}, fault()),
});
