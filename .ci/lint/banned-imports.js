/** Parts of allowed packages that we keep out. */
export const bannedImports = {
  paths: [
    {
      name: 'lit',
      importNames: ['unsafeCSS'],
      message: 'Styles are constants: write them as css`…`.',
    },
  ],
  patterns: [
    {
      regex: '^lit/directives/unsafe-',
      message: 'Ticket text is text. Trusted Types do not stop unsafeHTML: its policy lets everything pass.',
    },
    {
      regex: '^lit/directives/style-map',
      message: 'The first render of styleMap breaks a strict style-src: https://github.com/lit/lit/issues/4719',
    },
  ],
};
