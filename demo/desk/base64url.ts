// Not Buffer: the desk also runs in browsers.
export const toBase64Url = (ascii: string) => btoa(ascii).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

export const fromBase64Url = (text: string) => atob(text.replaceAll('-', '+').replaceAll('_', '/'));
