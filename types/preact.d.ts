import type {ClassAttributes, HTMLAttributes} from 'preact';

import type {ElementOf, ListenersOf, PropertiesAndAttributesOf, Tag, Without} from './shared.js';

type Tags = {
  [Name in Tag]: Without<Name, HTMLAttributes<ElementOf<Name>>> &
    ClassAttributes<ElementOf<Name>> &
    PropertiesAndAttributesOf<Name> &
    ListenersOf<Name, 'on'>;
};

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements extends Tags {}
  }
}
