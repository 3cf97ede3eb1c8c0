import type {ReactiveControllerHost} from 'lit';

import type {TicketConfig} from '../../contract/config.js';
import type {Loadable} from '../../state/cache/resource.js';
import type {Session} from '../../state/session.js';
import {ResourceController} from '../base/resource-controller.js';
import {StateController} from '../base/state-controller.js';

/** The operator's labels: asked for where its host wants them, and taken wherever they have been loaded anyway. */
export class LabelsController {
  readonly #config: StateController<Loadable<TicketConfig>>;

  constructor(
    host: ReactiveControllerHost & HTMLElement,
    session: () => Session | undefined,
    areWanted: () => boolean,
  ) {
    this.#config = new StateController(host, () => session()?.config.state);
    new ResourceController(host, () => (areWanted() ? session()?.config : undefined));
  }

  get value(): TicketConfig | undefined {
    return this.#config.value?.value;
  }
}
