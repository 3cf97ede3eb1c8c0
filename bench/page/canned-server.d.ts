export interface CannedServer {
  bodyOf(ticketId?: string): string;
}
export function cannedServer(options: {
  readonly view: 'list' | 'thread';
  readonly count: number;
  readonly page: 'whole' | 'paged';
}): CannedServer;
