import type {Plugin} from 'vite';

/**
 * A script without a charset of its own is read in its page's, and not every portal's pages are UTF-8: "·" came out as
 * "Â·". The mark settles it (https://html.spec.whatwg.org/multipage/webappapis.html#fetch-a-classic-script) in three
 * bytes, where escapes would cost a hundred.
 */
export function byteOrderMark(): Plugin {
  return {
    name: 'byte-order-mark',
    enforce: 'post',
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) if (file.type === 'chunk') file.code = `\uFEFF${file.code}`;
    },
  };
}
