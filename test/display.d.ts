export function startDisplay(): Promise<string>;
