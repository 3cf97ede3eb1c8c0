import type {EmitFn, HTMLAttributes, PublicProps} from 'vue';

import type {ElementOf, EmitsOf, PropertiesOf, Tag, Without} from './shared.js';

/** @see https://vuejs.org/guide/extras/web-components#non-vue-web-components-and-typescript */
type Component<Name extends Tag> = new () => ElementOf<Name> & {
  /** Only for the type checker. */
  $props: Without<Name, HTMLAttributes> & PropertiesOf<Name> & PublicProps;
  /** Only for the type checker. */
  $emit: EmitFn<EmitsOf<Name>>;
};

type Tags = {[Name in Tag]: Component<Name>};

declare module 'vue' {
  interface GlobalComponents extends Tags {}
}
