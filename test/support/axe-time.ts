/** What a test that runs axe may take, in milliseconds: it is the largest script of the whole suite, and loads with the first one. */
export const axeTime = 20_000;
