import type {ReactiveController, ReactiveControllerHost} from 'lit';

import type {TicketConfig} from '../../contract/config.js';
import type {ResourceState} from '../../state/cache/resource.js';
import type {SessionObserver} from '../base/session-observer.js';
import type {Observed} from '../base/subscriptions.js';

interface ContactHost extends ReactiveControllerHost, HTMLElement {
  readonly signInUrl: string;
  readonly contact: string;
}

/** The ways out of a failure: where to sign in, and other ways to reach the operator. */
export class ContactController implements ReactiveController {
  readonly #host: ContactHost;
  readonly #config: Observed<ResourceState<TicketConfig>>;
  /** Stays when the session has ended, and with it the configuration. */
  #known: TicketConfig['contact'] | undefined;

  constructor(host: ContactHost, session: SessionObserver) {
    this.#host = host;
    host.addController(this);
    this.#config = session.observe(value => value?.config.state);
  }

  /** `tel:` and `mailto:` URLs, and URLs of pages: those of the configuration; until it is known, the page's. */
  get links(): readonly string[] {
    const {telephone, email, url} = this.#known ?? {};
    const known = [telephone && `tel:${telephone}`, email && `mailto:${email}`, url].filter(link => link != null);
    return known.length > 0 ? known : (this.#host.contact.match(/\S+/g) ?? []).filter(this.#isSafe);
  }

  /** Empty if there is none that a link may lead to. */
  get signInUrl(): string {
    const {signInUrl} = this.#host;
    return signInUrl && this.#isSafe(signInUrl) ? signInUrl : '';
  }

  hostUpdate(): void {
    this.#known = this.#config.value?.value?.contact ?? this.#known;
  }

  /** Whether a link may lead there: never to a script. */
  readonly #isSafe = (url: string): boolean => {
    try {
      const {protocol} = new URL(url, this.#host.ownerDocument.baseURI);
      return /^(https?|tel|mailto):$/.test(protocol);
    } catch {
      return false;
    }
  };
}
