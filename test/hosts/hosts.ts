/** An app in demo/hosts. */
export interface Host {
  readonly name: string;
  readonly folder: string;
  /**
   * The attribute that the framework writes in place of a property, if it renders the elements before they are defined.
   * Undefined if it sets the property.
   */
  readonly lostAttribute?: string;
  /** The module that renders the app on the server. */
  readonly server?: string;
}

export const hosts: readonly Host[] = [
  {name: 'React 19', folder: 'react', lostAttribute: 'context'},
  {name: 'React 19, server-rendered', folder: 'react-ssr', server: 'dist/server/server.js'},
  {name: 'React 18', folder: 'react-18'},
  {name: 'Preact', folder: 'preact', lostAttribute: 'context'},
  {name: 'Vue 3', folder: 'vue'},
  {name: 'Svelte 5', folder: 'svelte', lostAttribute: 'tokenprovider'},
  {name: 'Angular', folder: 'angular'},
  {name: 'Solid', folder: 'solid'},
];
