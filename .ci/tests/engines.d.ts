export function findCommand(...commands: string[]): string;
export function findMiniBrowser(): string;
