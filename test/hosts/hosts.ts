/** An app in demo/hosts. */
export interface Host {
  readonly name: string;
  readonly folder: string;
  /**
   * What happens if the elements are defined after the framework has rendered them: they get the properties anyway, or
   * they report to the page's developer that they have not.
   */
  readonly definedLate: 'works' | 'reported';
  /** The module that renders the app on the server. */
  readonly server?: string;
}

export const hosts: readonly Host[] = [
  {name: 'React 19', folder: 'react', definedLate: 'reported'},
  {name: 'React 19, server-rendered', folder: 'react-ssr', definedLate: 'works', server: 'dist/server/server.js'},
  {name: 'React 18', folder: 'react-18', definedLate: 'works'},
  {name: 'Preact', folder: 'preact', definedLate: 'reported'},
  {name: 'Vue 3', folder: 'vue', definedLate: 'works'},
  {name: 'Svelte 5', folder: 'svelte', definedLate: 'reported'},
  {name: 'Angular', folder: 'angular', definedLate: 'works'},
  {name: 'Solid', folder: 'solid', definedLate: 'works'},
];
