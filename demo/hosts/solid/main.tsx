import 'isp-support-elements/define';
import 'isp-support-elements/types/solid';
import type {NavigateEvent} from 'isp-support-elements';
import {createSignal, Show, type JSX} from 'solid-js';
import {render} from 'solid-js/web';

const facts = {Plan: '100 Mbit/s'};

async function getToken(): Promise<string> {
  const response = await fetch('/portal/token');
  if (!response.ok) throw new Error(`No token: ${response.status}`);
  return response.text();
}

function Portal(): JSX.Element {
  const [isOpen, setIsOpen] = createSignal(true);
  const [unread, setUnread] = createSignal(0);
  const [isAdvised, setIsAdvised] = createSignal(false);

  /** Asks for a restart of the router before the first ticket. */
  function advise(event: NavigateEvent): void {
    if (event.view !== 'new-ticket' || isAdvised()) return;
    event.preventDefault();
    setIsAdvised(true);
  }

  return (
    <main>
      <button onClick={() => setIsOpen(!isOpen())}>Support ({unread()})</button>
      <Show when={isAdvised()}>
        <p role="status">Have you restarted your router?</p>
      </Show>
      <Show when={isOpen()}>
        <isp-support
          api-base="/api"
          prop:context={facts}
          prop:tokenProvider={getToken}
          on:isp-navigate={advise}
          on:isp-unread-change={event => setUnread(event.total)}
        />
      </Show>
    </main>
  );
}

render(() => <Portal />, document.querySelector('#root')!);
