import 'isp-support-elements/define';
import 'isp-support-elements/types/react';
import type {SupportElement, TicketListElement} from 'isp-support-elements';
import {createRef, type ReactElement} from 'react';

const getToken = async (): Promise<string> => 'jwt';
const support = createRef<SupportElement>();

export const portal = (): ReactElement => (
  <main>
    <isp-support
      ref={support}
      id="support"
      className="tab"
      aria-label="Support"
      style={{blockSize: '40rem'}}
      api-base="/api"
      history="push"
      layout="app"
      heading-level={3}
      tokenProvider={getToken}
      context={{Plan: '100 Mbit/s'}}
      onisp-navigate={event => event.preventDefault()}
      onisp-ticket-created={event => event.ticketNumber.toUpperCase()}
      onisp-unread-change={event => event.total.toFixed()}
      onisp-error={event => event.currentTarget.refresh()}
      onClick={event => event.currentTarget.goBack()}
    >
      <p slot="fallback">Call us.</p>
    </isp-support>
    <isp-ticket-list
      key="list"
      ref={(list: TicketListElement | null) => void list?.refresh()}
      apiBase="/api"
      token={null}
      filter={{status: 'open', search: 'router'}}
      onisp-ticket-select={event => event.ticketId.toUpperCase()}
    />
    <isp-ticket-thread ticket-id="7" onisp-reply-sent={event => event.replyId.toUpperCase()} />
    <isp-new-ticket prefill={{subject: 'Slow'}} onisp-ticket-submit={event => event.preventDefault()} />
    <isp-reply-banner ticket-url="/t/{id}" debug onisp-unread-change={event => event.total.toFixed()} />
  </main>
);

export const mistakes = (): ReactElement[] => [
  // @ts-expect-error -- there is no such layout
  <isp-support layout="apps" />,
  // @ts-expect-error -- there is no such property
  <isp-support apiBaseUrl="/api" />,
  // @ts-expect-error -- a provider is a function
  <isp-ticket-list tokenProvider="jwt" />,
  // @ts-expect-error -- the data is in the fields of the event
  <isp-reply-banner onisp-unread-change={event => event.detail} />,
];
