import {hash} from './hash.js';

const prefix = 'customer-key:';

/** Stands for the token of a customer whose session is a cookie: it keeps customers apart, and is never sent. */
export const customerKeyToken = (customerKey: string): string => prefix + hash(customerKey);

/** Whether a token is one that the server knows. */
export const isToken = (token: string): boolean => !token.startsWith(prefix);
