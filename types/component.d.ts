import type {ForwardRefExoticComponent, HTMLAttributes, RefAttributes} from 'react';

import type {ElementOf, EventTypeOf, ListenerOf, PropertiesAndAttributesOf, Tag, Without} from './shared.js';

type PascalCase<Name extends string> = Name extends `${infer First}-${infer Rest}`
  ? `${Capitalize<First>}${PascalCase<Rest>}`
  : Capitalize<Name>;

/** `onIspReady` and the like. */
type ListenersOf<Name extends Tag> = {
  [Type in EventTypeOf<Name> as `on${PascalCase<Type>}`]?: ListenerOf<Name, Type> | undefined;
};

/** The component of an element in `isp-support-elements/react`. */
export type Component<Name extends Tag> = ForwardRefExoticComponent<
  Without<Name, HTMLAttributes<ElementOf<Name>>> &
    PropertiesAndAttributesOf<Name> &
    ListenersOf<Name> &
    RefAttributes<ElementOf<Name>>
>;
