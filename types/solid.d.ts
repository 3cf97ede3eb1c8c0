import type {JSX} from 'solid-js';

import type {
  AttributesOf,
  ElementOf,
  ListenersOf,
  PropertiesAndAttributesOf,
  PropertiesOf,
  Tag,
  Without,
} from './shared.js';

/** Solid sets a property with `prop:`, and an attribute with `attr:`. */
type Prefixed<Prefix extends string, Values> = {
  [Name in keyof Values & string as `${Prefix}:${Name}`]?: Values[Name];
};

type Tags = {
  [Name in Tag]: Without<Name, JSX.HTMLAttributes<ElementOf<Name>>> &
    PropertiesAndAttributesOf<Name> &
    Prefixed<'prop', PropertiesOf<Name>> &
    Prefixed<'attr', AttributesOf<Name>> &
    ListenersOf<Name, 'on:'>;
};

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements extends Tags {}
  }
}
