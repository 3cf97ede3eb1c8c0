import type {HTMLAttributes} from 'svelte/elements';

import type {ElementOf, ListenersOf, PropertiesAndAttributesOf, Tag, Without} from './shared.js';

/** Listeners are `onisp-ready={…}` in Svelte 5, and `on:isp-ready={…}` in Svelte 4. */
type Tags = {
  [Name in Tag]: Without<Name, HTMLAttributes<ElementOf<Name>>> &
    PropertiesAndAttributesOf<Name> &
    ListenersOf<Name, 'on' | 'on:'>;
};

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends Tags {}
}
