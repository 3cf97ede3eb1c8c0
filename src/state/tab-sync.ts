/** What the tabs of one customer tell each other; nothing where the engine has no channel, or the customer no name. */
export class TabChannel<Message> {
  #channel: BroadcastChannel | undefined;

  constructor(name: string, onMessage: (message: Message) => void) {
    if (!name || !('BroadcastChannel' in globalThis)) return;
    this.#channel = new BroadcastChannel(name);
    this.#channel.onmessage = ({data}: MessageEvent<Message>) => onMessage(data);
  }

  tell(message: Message): void {
    try {
      this.#channel?.postMessage(message);
    } catch {
      // What a host's own backend answers may be nothing that can be copied. The other tabs read it from the server.
    }
  }

  close(): void {
    this.#channel?.close();
    this.#channel = undefined;
  }
}
