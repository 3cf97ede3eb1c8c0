import {expect} from 'chai';
import {describe, it} from 'node:test';

import {Http} from '../../../src/client/http.js';
import {supportErrorOf} from '../../support/rejection.js';
import {jsonResponse, recordingFetch} from '../../support/recording-fetch.js';
import {authFor, apiBaseUrl, credentialsFor} from '../../support/rest-backend.js';
import {newSignal} from '../../support/stub-backend.js';

describe('a request', () => {
  for (const path of ['../admin', '../apis', 'customer/../../admin', '%2e%2e/admin', '..\\admin', '.\t./admin']) {
    it(`is not sent if its path leaves the API: ${JSON.stringify(path)}`, async () => {
      const {fetch, requests} = recordingFetch(jsonResponse({}));
      const http = new Http(apiBaseUrl, authFor(credentialsFor('token-1')), {fetch});
      const error = await supportErrorOf(http.send({path, signal: newSignal()}));
      expect(error.code).to.equal('not_found');
      expect(requests).to.be.empty;
    });
  }
});
