import type {Plugin} from 'vite';

/**
 * Stands in the bundle for `lit/decorators.js`, which reads decorators of either kind and so brings both: TypeScript's old
 * ones, which ours are, say the same in a line or two each. One that is not here fails the build.
 */
const decorators = `
  export const property = options => (prototype, name) => {
    prototype.constructor.createProperty(name, options);
    // Else an accessor of the class's own would be put back in place of the one that Lit has made around it.
    return Object.getOwnPropertyDescriptor(prototype, name);
  };
  export const state = () => property({state: true, attribute: false});
`;

export const plainDecorators = (): Plugin => ({
  name: 'plain-decorators',
  enforce: 'pre',
  resolveId: id => (id === 'lit/decorators.js' ? '\0plain-decorators' : undefined),
  load: id => (id === '\0plain-decorators' ? decorators : undefined),
});
