// Stands in the bundle for `lit/decorators.js`: see ../stand-ins.ts.
import type {PropertyDeclaration, ReactiveElement} from 'lit';

type Decorator = (prototype: ReactiveElement, name: string) => PropertyDescriptor | undefined;

export const property =
  (options?: PropertyDeclaration): Decorator =>
  (prototype, name) => {
    (prototype.constructor as typeof ReactiveElement).createProperty(name, options);
    // Else an accessor of the class's own would be put back in place of the one that Lit has made around it.
    return Object.getOwnPropertyDescriptor(prototype, name);
  };

export const state = (): Decorator => property({state: true, attribute: false});
