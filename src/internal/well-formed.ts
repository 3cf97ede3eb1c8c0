/**
 * Replaces lone surrogates, as `String.prototype.toWellFormed` does, which Firefox 115 does not have, and removes NUL:
 * many servers and databases refuse both.
 */
export const toWellFormed = (text: string): string => text.replace(/\0/g, '').replace(/[\ud800-\udfff]/gu, '\ufffd');
