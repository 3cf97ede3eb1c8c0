import {visitLinks} from './link-targets.js';

/** Names that are reserved for examples (https://www.rfc-editor.org/rfc/rfc2606), and the device itself. */
const isExample = ({hostname}) => /(?:^|\.)(?:example(?:\.(?:com|net|org))?|test|localhost)$/.test(hostname);

/** Why a page cannot be read, or undefined if it can. */
async function problemOf(url) {
  try {
    const {ok, status} = await fetch(url, {signal: AbortSignal.timeout(20_000)});
    return ok ? undefined : `answers with ${status}`;
  } catch (error) {
    return `cannot be reached: ${error.cause?.message ?? error.message}`;
  }
}

const known = new Map();

function problemOnce(url) {
  if (!known.has(url)) known.set(url, problemOf(url));
  return known.get(url);
}

/** Checks that the pages of other sites exist: `npm run links:external`. */
export default function externalLinks() {
  return async (tree, file) => {
    const checks = [];
    visitLinks(tree, ({url, position}) => {
      if (!/^https?:/.test(url)) return;
      const address = new URL(url);
      address.hash = '';
      if (isExample(address)) return;
      checks.push(
        problemOnce(address.href).then(problem => {
          if (problem) file.message(`\`${url}\` ${problem}`, position);
        }),
      );
    });
    await Promise.all(checks);
  };
}
