import type {Plugin} from 'vite';

/**
 * Makes browsers decode the script as UTF-8. Without a charset of its own, a script has the encoding of its page, which
 * is not UTF-8 in every portal: "·" became "Â·". The mark has three bytes; escape sequences would have a hundred.
 *
 * @see https://html.spec.whatwg.org/multipage/webappapis.html#fetch-a-classic-script
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
