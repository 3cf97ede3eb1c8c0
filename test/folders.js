/** These mirror src/ and run in a browser. */
export const browserFolders = ['unit', 'browser'];

/** These are started by commands of their own: they need a build, or a server. */
export const separateFolders = ['package/built', 'e2e'];
