import type {ConformanceResult} from './run.js';

export function lineOf(result: ConformanceResult): string;

export function countOf(results: readonly ConformanceResult[]): Record<ConformanceResult['outcome'], number>;

export function tableOf(servers: Readonly<Record<string, readonly ConformanceResult[]>>): string;
