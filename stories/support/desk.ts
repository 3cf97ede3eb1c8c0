import type {Decorator, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {keyed} from 'lit/directives/keyed.js';
import {useMemo} from 'storybook/preview-api';

import {createBrowserDesk, faultKinds, type BrowserDesk, type BrowserDeskOptions} from '../../demo/desk/browser.js';

type Fault = Parameters<BrowserDesk['faults']['set']>[1];

/** The initial state of the desk: the `desk` parameter of a story. */
export interface Scenario extends Pick<BrowserDeskOptions, 'seed'> {
  /** The subscriber whose token the element gets; `null` for none. Default: Léna. */
  as?: string | null;
  arrange?(desk: BrowserDesk): unknown;
}

/** A story of an element with a scenario of the demo desk. */
export type DeskStory<Properties> = StoryObj<Properties> & {parameters?: {desk?: Scenario}};

function everyOther(fault: Fault): () => Fault {
  return () => {
    let count = 0;
    return (request, next) => (count++ % 2 ? fault(request, next) : next(request));
  };
}

/** Network conditions for the toolbar. They apply before the faults of the story. */
const connections = {
  slow: () => faultKinds.latency(2000),
  flaky: everyOther(faultKinds.dropRequest),
  down: () => faultKinds.dropRequest,
  portal: () => faultKinds.html,
  busy: () => faultKinds.answer(429, {retryAfter: 30}),
  broken: () => faultKinds.answer(500),
};

type Network = keyof typeof connections | 'story' | 'fast';

function connect({as, seed = 'small', arrange}: Scenario, network: Network) {
  const desk = createBrowserDesk({seed});
  if (network in connections) desk.faults.set({times: Infinity}, connections[network as keyof typeof connections]());
  const arranged = Promise.resolve(network === 'fast' ? undefined : arrange?.(desk));
  const tokenProvider = async (): Promise<string> => {
    await arranged;
    return desk.tokenFor(as ?? undefined);
  };
  // A story must not see the drafts of another story.
  const persistence = 'none' as const;
  return {fetch: desk.fetch, persistence, tokenProvider: as === null ? undefined : tokenProvider};
}

/** Gives each story its own desk until the story unmounts. */
export const withDesk: Decorator = (story, {args, globals, parameters}) => {
  const {network} = globals as {network: Network};
  const connection = useMemo(() => connect((parameters['desk'] ?? {}) as Scenario, network), [network]);
  return html`${keyed(connection, story({args: {...args, ...connection}}))}`;
};
