export interface BenchServer {
  readonly address: string;
  readonly bytes: Readonly<Record<string, number>>;
  close(): void;
}
export function serve(): Promise<BenchServer>;
