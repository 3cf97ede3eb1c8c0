export function findBrowser(options?: {readonly install?: boolean}): string;
export function browserArguments(): string[];
export function installPackages(...packages: readonly string[]): void;
