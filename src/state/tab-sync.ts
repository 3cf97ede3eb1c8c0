/**
 * Messages between the tabs of one customer. Does nothing if the engine has no BroadcastChannel, or the customer no
 * name.
 */
export class TabSync<Message> {
  #channel: BroadcastChannel | undefined;

  constructor(name: string, onMessage: (message: Message) => void) {
    if (!name || !(globalThis as Partial<typeof globalThis>).BroadcastChannel) return;
    this.#channel = new BroadcastChannel(name);
    this.#channel.onmessage = ({data}: MessageEvent<Message>) => onMessage(data);
  }

  broadcast(message: Message): void {
    try {
      this.#channel?.postMessage(message);
    } catch {
      // A host's own backend may return values that cannot be cloned. The other tabs load them from the server.
    }
  }

  close(): void {
    this.#channel?.close();
    this.#channel = undefined;
  }
}
