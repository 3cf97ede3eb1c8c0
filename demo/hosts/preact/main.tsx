import 'isp-support-elements/define';
import 'isp-support-elements/types/preact';
import type {NavigateEvent} from 'isp-support-elements';
import {render, type VNode} from 'preact';
import {useState} from 'preact/hooks';

const facts = {Plan: '100 Mbit/s'};

async function getToken(): Promise<string> {
  const response = await fetch('/portal/token');
  if (!response.ok) throw new Error(`No token: ${response.status}`);
  return response.text();
}

function Portal(): VNode {
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
        <isp-support
          api-base="/api"
          context={facts}
          tokenProvider={getToken}
          onisp-navigate={advise}
          onisp-unread-change={event => setUnread(event.total)}
        />
      )}
    </main>
  );
}

render(<Portal />, document.querySelector('#root')!);
