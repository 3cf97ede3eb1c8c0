import type {TokenRequest} from 'isp-support-elements';

interface Pending {
  readonly resolve: (token: string) => void;
  readonly reject: (reason: Error) => void;
  isLate: boolean;
}

/** The requests for a token that the app has not answered. */
export class TokenRequests {
  readonly #pending = new Map<string, Pending>();
  readonly #send: (id: string, reason: TokenRequest['reason']) => void;
  readonly #onLateToken: (token: string) => void;
  readonly #timeout: number;

  /**
   * `timeout` is in milliseconds. `onLateToken` is called with a token that arrives after it: the customer may have
   * been signing in.
   */
  constructor(
    timeout: number,
    send: (id: string, reason: TokenRequest['reason']) => void,
    onLateToken: (token: string) => void,
  ) {
    this.#timeout = timeout;
    this.#send = send;
    this.#onLateToken = onLateToken;
  }

  /** Asks the app for a token. Rejects if the app does not answer in time. */
  request({reason, signal}: TokenRequest): Promise<string> {
    // Not randomUUID(), which only secure contexts have.
    const id = crypto.getRandomValues(new Uint32Array(4)).join('-');
    return new Promise<string>((resolve, reject) => {
      const pending: Pending = {
        isLate: false,
        resolve(token) {
          settle();
          resolve(token);
        },
        reject(error) {
          settle();
          reject(error);
        },
      };
      const timer = setTimeout(() => {
        pending.isLate = true;
        reject(new Error(`The app has not answered the token request within ${this.#timeout / 1000} s.`));
      }, this.#timeout);
      const abort = (): void => this.answer(id, new Error('The token is no longer needed.'));
      const settle = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', abort);
      };
      signal.addEventListener('abort', abort);
      this.#pending.set(id, pending);
      this.#send(id, reason);
    });
  }

  /** Takes the app's answer to a request. An answer to no request is ignored. */
  answer(id: string, answer: string | Error): void {
    const pending = this.#pending.get(id);
    this.#pending.delete(id);
    if (answer instanceof Error) pending?.reject(answer);
    else if (!pending?.isLate) pending?.resolve(answer);
    else if (answer) this.#onLateToken(answer);
  }

  /** Ends all requests. */
  close(): void {
    for (const {reject} of this.#pending.values()) reject(new Error('The bridge is disconnected.'));
    this.#pending.clear();
  }
}
