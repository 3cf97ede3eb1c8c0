import type {ReactiveControllerHost} from 'lit';

import type {PagedRows} from '../../state/cache/pagination.js';
import type {Resource} from '../../state/cache/resource.js';
import type {Session} from '../../state/session.js';
import type {SessionObserver} from './session-observer.js';
import {ResourceController} from './resource-controller.js';

/** Also reports why a further page of rows could not be loaded. */
export class PagedResourceController<Value extends PagedRows<unknown>> extends ResourceController<Value> {
  constructor(
    host: ReactiveControllerHost,
    session: SessionObserver,
    pick: (session: Session) => Resource<Value> | undefined,
  ) {
    super(host, session, pick);
    session.reportError(() => (this.value?.pageStatus === 'failed' ? this.value.error : undefined));
  }
}
