import {IspNewTicket, IspReplyBanner, IspSupport, IspTicketList, IspTicketThread} from 'isp-support-elements/react';
import type {SupportElement, TicketListElement} from 'isp-support-elements';
import {createRef, type ReactElement} from 'react';

const getToken = async (): Promise<string> => 'jwt';
const support = createRef<SupportElement>();

export const portal = (): ReactElement => (
  <main>
    <IspSupport
      ref={support}
      id="support"
      className="tab"
      aria-label="Support"
      style={{blockSize: '40rem'}}
      apiBase="/api"
      history="push"
      layout="app"
      headingLevel={3}
      tokenProvider={getToken}
      context={{Plan: '100 Mbit/s'}}
      onIspNavigate={event => event.preventDefault()}
      onIspTicketCreated={event => event.ticketNumber.toUpperCase()}
      onIspUnreadChange={event => event.total.toFixed()}
      onIspError={event => event.currentTarget.refresh()}
      onClick={event => event.currentTarget.goBack()}
    >
      <p slot="fallback">Call us.</p>
    </IspSupport>
    <IspTicketList
      key="list"
      ref={(list: TicketListElement | null) => void list?.refresh()}
      api-base="/api"
      token={null}
      filter={{status: 'open', search: 'router'}}
      onIspTicketSelect={event => event.ticketId.toUpperCase()}
    />
    <IspTicketThread ticketId="7" onIspReplySent={event => event.replyId.toUpperCase()} />
    <IspNewTicket prefill={{subject: 'Slow'}} onIspTicketSubmit={event => event.preventDefault()} />
    <IspReplyBanner ticketUrl="/t/{id}" debug onIspUnreadChange={event => event.total.toFixed()} />
  </main>
);

export const mistakes = (): ReactElement[] => [
  // @ts-expect-error -- there is no such layout
  <IspSupport layout="apps" />,
  // @ts-expect-error -- there is no such property
  <IspSupport apiBaseUrl="/api" />,
  // @ts-expect-error -- a provider is a function
  <IspTicketList tokenProvider="jwt" />,
  // @ts-expect-error -- the data is in the fields of the event
  <IspReplyBanner onIspUnreadChange={event => event.detail} />,
  // @ts-expect-error -- a thread does not filter
  <IspTicketThread onIspFilterChange={() => undefined} />,
];
