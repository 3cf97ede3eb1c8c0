interface Brand {
  readonly title: string;
  /** The tokens in each colour scheme, as in an operator's style sheet. */
  readonly light: Readonly<Record<string, string>>;
  readonly dark?: Readonly<Record<string, string>>;
}

/** Fictional operators with very different brands. */
export const brands: Readonly<Record<string, Brand>> = {
  moor: {
    title: 'Brindlemoor: teal, soft',
    light: {'--isp-color-accent': '#0d6b63', '--isp-radius': '0.75em', '--isp-font-family': "'Noto Sans', sans-serif"},
    dark: {'--isp-color-accent': '#1d8a80', '--isp-color-surface': '#101a1c', '--isp-color-text': '#dfeaea'},
  },
  plum: {
    title: 'Plum Telecom: purple, pills, on paper',
    light: {
      '--isp-color-accent': '#7a1fa2',
      '--isp-color-surface': '#faf7f2',
      '--isp-color-text': '#2b2622',
      '--isp-font-family': 'Georgia, serif',
      '--isp-button-radius': '99em',
    },
    dark: {'--isp-color-surface': '#1e1b20', '--isp-color-text': '#efe7f2'},
  },
  lemon: {
    title: 'Lemon Mobile: a yellow that no text can be written in',
    light: {'--isp-color-accent': '#ffd400', '--isp-radius': '1em'},
  },
  council: {
    title: 'Council broadband: black, square, compact',
    light: {'--isp-color-accent': '#0b0c0c', '--isp-radius': '0px', '--isp-density': '0.75'},
  },
};
