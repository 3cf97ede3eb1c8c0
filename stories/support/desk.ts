import type {Decorator, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {keyed} from 'lit/directives/keyed.js';
import {useMemo} from 'storybook/preview-api';

import {createBrowserDesk, faultKinds, type BrowserDesk, type BrowserDeskOptions} from '../../demo/desk/browser.js';

type Fault = Parameters<BrowserDesk['faults']['set']>[1];

/** How things stand at the desk when a story begins: its `desk` parameter. */
export interface Scenario extends Pick<BrowserDeskOptions, 'seed'> {
  /** Whose token the element gets; `null` for none. Default: Léna's. */
  as?: string | null;
  arrange?(desk: BrowserDesk): unknown;
}

/** A story of an element: a scenario of the demo desk. */
export type DeskStory<Properties> = StoryObj<Properties> & {parameters?: {desk?: Scenario}};

function everyOther(fault: Fault): () => Fault {
  return () => {
    let count = 0;
    return (request, next) => (count++ % 2 ? fault(request, next) : next(request));
  };
}

/** A bad line, which the toolbar puts before any story's own faults. */
const lines = {
  slow: () => faultKinds.latency(2000),
  flaky: everyOther(faultKinds.dropRequest),
  down: () => faultKinds.dropRequest,
  portal: () => faultKinds.html,
  busy: () => faultKinds.answer(429, {retryAfter: 30}),
  broken: () => faultKinds.answer(500),
};

type Line = keyof typeof lines | 'story' | 'fast';

function open({as, seed = 'small', arrange}: Scenario, line: Line) {
  const desk = createBrowserDesk({seed});
  if (line in lines) desk.faults.set({times: Infinity}, lines[line as keyof typeof lines]());
  const arranged = Promise.resolve(line === 'fast' ? undefined : arrange?.(desk));
  const tokenProvider = async (): Promise<string> => {
    await arranged;
    return desk.tokenFor(as ?? undefined);
  };
  // What one story has written is not for the next.
  const persistence = 'none' as const;
  return {fetch: desk.fetch, persistence, tokenProvider: as === null ? undefined : tokenProvider};
}

/** Gives each story a desk of its own, which lasts until the story is left. */
export const withDesk: Decorator = (story, {args, globals, parameters}) => {
  const {line} = globals as {line: Line};
  const connection = useMemo(() => open((parameters['desk'] ?? {}) as Scenario, line), [line]);
  return html`${keyed(connection, story({args: {...args, ...connection}}))}`;
};
