import {IspSupport} from 'isp-support-elements/react';
import type {NavigateEvent} from 'isp-support-elements';
import {useState, type ReactElement} from 'react';

const facts = {Plan: '100 Mbit/s'};

async function getToken(): Promise<string> {
  const response = await fetch('/portal/token');
  if (!response.ok) throw new Error(`No token: ${response.status}`);
  return response.text();
}

export function Portal(): ReactElement {
  const [isOpen, setIsOpen] = useState(true);
  const [unread, setUnread] = useState(0);
  const [isAdvised, setIsAdvised] = useState(false);

  /** Asks for a restart of the router before the first ticket. */
  function advise(event: NavigateEvent): void {
    if (event.view !== 'new-ticket' || isAdvised) return;
    event.preventDefault();
    setIsAdvised(true);
  }

  return (
    <main>
      <button onClick={() => setIsOpen(!isOpen)}>Support ({unread})</button>
      {isAdvised && <p role="status">Have you restarted your router?</p>}
      {isOpen && (
        <IspSupport
          apiBase="/api"
          context={facts}
          tokenProvider={getToken}
          onIspNavigate={advise}
          onIspUnreadChange={event => setUnread(event.total)}
        />
      )}
    </main>
  );
}
