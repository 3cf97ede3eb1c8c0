export function ensureBuilt(): void;
export function isBuilt(checkout: string): boolean;
