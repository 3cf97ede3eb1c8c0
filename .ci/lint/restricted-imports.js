/** Exports of allowed packages that must not be imported. */
export const restrictedImports = {
  paths: [
    {
      name: 'lit',
      importNames: ['unsafeCSS'],
      message: 'Styles are constants: use css`…`.',
    },
  ],
  patterns: [
    {
      regex: '^lit/directives/unsafe-',
      message:
        'Ticket text must never become markup. Trusted Types do not stop unsafeHTML: the policy of Lit allows everything.',
    },
    {
      regex: '^lit/directives/style-map',
      message: 'The first render of styleMap violates a strict style-src: https://github.com/lit/lit/issues/4719',
    },
  ],
};
