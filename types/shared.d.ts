import type {SupportElements} from '../dist/types/elements.js';

export type Tag = keyof SupportElements;

export type ElementOf<Name extends Tag> = SupportElements[Name]['element'];

export type AttributesOf<Name extends Tag> = SupportElements[Name]['attributes'];

export type PropertiesOf<Name extends Tag> = SupportElements[Name]['properties'];

/** For frameworks in which markup has both. If they have the same name, the framework sets the property. */
export type PropertiesAndAttributesOf<Name extends Tag> = PropertiesOf<Name> &
  Omit<AttributesOf<Name>, keyof PropertiesOf<Name>>;

/** What the framework itself offers for any element, without what ours declare differently. */
export type Without<Name extends Tag, Common> = Omit<Common, keyof PropertiesAndAttributesOf<Name>>;

/** `onisp-ready` and the like: listeners by event, with a prefix. */
export type ListenersOf<Name extends Tag, Prefix extends string> = {
  [Type in EventTypeOf<Name> as `${Prefix}${Type}`]?: ListenerOf<Name, Type> | undefined;
};

export type EventTypeOf<Name extends Tag> = keyof SupportElements[Name]['events'] & string;

export type ListenerOf<Name extends Tag, Type extends EventTypeOf<Name>> = (
  event: SupportElements[Name]['events'][Type] & {readonly currentTarget: ElementOf<Name>},
) => void;

export type EmitsOf<Name extends Tag> = {
  [Type in keyof SupportElements[Name]['events']]: (event: SupportElements[Name]['events'][Type]) => void;
};
