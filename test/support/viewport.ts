import {nextFrame} from '@open-wc/testing';
import {setViewport as setWindowViewport} from '@web/test-runner-commands';

export interface Viewport {
  readonly width: number;
  readonly height: number;
}

/** Sets the size of the viewport: of the frame that the tests run in, or of the window if there is none. */
export async function setViewport({width, height}: Viewport): Promise<void> {
  const frame = frameElement as HTMLElement | null;
  if (!frame) return setWindowViewport({width, height});
  Object.assign(frame.style, {inlineSize: `${width}px`, blockSize: `${height}px`});
  await nextFrame();
}
