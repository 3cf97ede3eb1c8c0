export function ensureBuilt(checkout?: string): void;
export function isBuilt(checkout: string): boolean;
