import {isComposing} from './is-composing.js';

/** Whether a key press is Enter, and not the one that ends a composition. */
export const isEnter = (event: KeyboardEvent): boolean => event.key === 'Enter' && !isComposing(event);
