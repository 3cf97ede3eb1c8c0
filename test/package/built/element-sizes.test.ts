import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {bundleElement, elementProblem} from '../../../.ci/build/element-sizes.js';
import {elementTags} from '../../support/element-tags.js';

describe('an element in a bundle of its own, from the npm package', () => {
  for (const tag of elementTags) {
    it(`is not larger than it may be: ${tag}`, async () => {
      const problem = elementProblem(await bundleElement(tag));
      assert.equal(problem, undefined, problem);
    });
  }

  it('has nothing of tickets, drafts and unsent messages if it is the banner', async () => {
    const {bundle} = await bundleElement('isp-reply-banner');
    const {sources} = JSON.parse(bundle.map) as {readonly sources: readonly string[]};
    const folders = sources.map(source => /dist\/(.*)\/[^/]*$/.exec(source)?.[1]).filter(Boolean);
    assert(folders.includes('state/cache'));
    for (const folder of ['state/drafts', 'ui/thread', 'ui/list', 'ui/form', 'controllers/tickets']) {
      assert(!folders.includes(folder), `${folder} in ${sources.join('\n')}`);
    }
    for (const module of ['outbox', 'mailbox', 'ticket-list', 'ticket-thread', 'rest-backend', 'en']) {
      assert(!sources.some(source => source.endsWith(`/${module}.js`)), module);
    }
  });
});
