import 'isp-support-elements/define';
import 'isp-support-elements/types/solid';
import type {SupportElement} from 'isp-support-elements';
import type {JSX} from 'solid-js';

const getToken = async (): Promise<string> => 'jwt';

export function Portal(): JSX.Element {
  const keep = (support: SupportElement): void => void support.refresh();
  return (
    <main>
      <isp-support
        ref={keep}
        id="support"
        class="tab"
        aria-label="Support"
        api-base="/api"
        attr:history="push"
        prop:layout="app"
        prop:tokenProvider={getToken}
        context={{Plan: '100 Mbit/s'}}
        on:isp-navigate={event => event.preventDefault()}
        on:isp-ticket-created={event => event.ticketNumber.toUpperCase()}
        on:isp-unread-change={event => event.total.toFixed()}
        on:isp-error={event => event.currentTarget.refresh()}
        onClick={event => event.currentTarget.goBack()}
      >
        <p slot="fallback">Call us.</p>
      </isp-support>
      <isp-ticket-list
        ref={list => void list.refresh()}
        prop:filter={{status: 'open', search: 'router'}}
        on:isp-ticket-select={event => event.ticketId.toUpperCase()}
      />
      <isp-ticket-thread ticket-id="7" on:isp-reply-sent={event => event.replyId.toUpperCase()} />
      <isp-new-ticket prop:prefill={{subject: 'Slow'}} on:isp-ticket-submit={event => event.preventDefault()} />
      <isp-reply-banner ticket-url="/t/{id}" debug on:isp-unread-change={event => event.total.toFixed()} />
    </main>
  );
}

export const mistakes = (): JSX.Element[] => [
  // @ts-expect-error -- there is no such layout
  <isp-support prop:layout="apps" />,
  // @ts-expect-error -- there is no such property
  <isp-support prop:apiBaseUrl="/api" />,
  // @ts-expect-error -- a provider is a function
  <isp-ticket-list prop:tokenProvider="jwt" />,
  // @ts-expect-error -- the data is in the fields of the event
  <isp-reply-banner on:isp-unread-change={event => event.detail} />,
];
