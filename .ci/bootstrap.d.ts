/** Installs the packages in the lock file of a folder unless they are installed. Default: those of the repository. */
export function ensureInstalled(folder?: string): void;
