import type {DetailedHTMLProps, HTMLAttributes} from 'react';

import type {ElementOf, ListenersOf, PropertiesAndAttributesOf, Tag, Without} from './shared.js';

/** React 19 calls `addEventListener()` for a property that begins with `on`. React 18 does not: use a ref. */
type Tags = {
  [Name in Tag]: Without<Name, DetailedHTMLProps<HTMLAttributes<ElementOf<Name>>, ElementOf<Name>>> &
    PropertiesAndAttributesOf<Name> &
    ListenersOf<Name, 'on'> & {class?: string | undefined};
};

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends Tags {}
  }
}
