/**
 * The tag that has loaded this file: the other files are next to it. `currentScript` is only set while a classic script
 * runs for the first time, and not in a module.
 */
export const scriptTag = (document.currentScript ??
  document.querySelector('script[src*="isp-support"]') ??
  {}) as Partial<HTMLScriptElement>;

/** A CDN also serves this file at the address of the package, and the files next to it only in their folder. */
export const folder = scriptTag.src?.replace(/\/isp-support-elements(@[^/?]*)?(?=\?|$)/, '$&/dist/standalone/');
