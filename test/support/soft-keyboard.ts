import {nextFrame} from '@open-wc/testing';

const viewport = visualViewport!;

export interface SoftKeyboard {
  /** How much of the view it covers, in CSS pixels. */
  readonly height: number;
  /** How far iOS has moved the visible part of the page up, to show the focused field. Default: 0. */
  readonly offsetTop?: number;
  /** How far the user has zoomed the page in. Default: 1. */
  readonly scale?: number;
}

/**
 * Plays the soft keyboard of iOS, and of Android without `interactive-widget=resizes-content`: the visual viewport becomes
 * smaller, and the layout viewport stays (https://developer.mozilla.org/docs/Web/API/Visual_Viewport_API).
 */
export async function openSoftKeyboard({height, offsetTop = 0, scale = 1}: SoftKeyboard): Promise<void> {
  const values = {height: (innerHeight - height) / scale, offsetTop, scale};
  for (const [name, value] of Object.entries(values)) {
    Object.defineProperty(viewport, name, {value, configurable: true});
  }
  await dispatchChanges();
}

export async function closeSoftKeyboard(): Promise<void> {
  for (const name of ['height', 'offsetTop', 'scale'] as const) Reflect.deleteProperty(viewport, name);
  await dispatchChanges();
}

async function dispatchChanges(): Promise<void> {
  for (const type of ['resize', 'scroll']) viewport.dispatchEvent(new Event(type));
  // One frame for the layout, and one for what is scrolled after it.
  for (let frames = 0; frames < 2; frames++) await nextFrame();
}
