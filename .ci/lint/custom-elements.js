import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';

const strictLit = {
  'lit/attribute-names': ['error', {convention: 'kebab'}],
  'lit/lifecycle-super': 'error',
  'lit/no-classfield-shadowing': 'error',
  'lit/no-invalid-escape-sequences': 'error',
  'lit/no-legacy-imports': 'error',
  'lit/no-private-properties': 'error',
  'lit/no-this-assign-in-render': 'error',
  'lit/no-useless-template-literals': 'error',
  'lit/prefer-static-styles': 'error',
  'lit/value-after-constraints': 'error',
};

/** Rules for custom elements, Lit templates, and the accessibility of both. */
export const customElements = {
  plugins: {...lit.configs['flat/recommended'].plugins, ...litA11y.configs.recommended.plugins, wc},
  settings: {litHtmlSources: true},
  rules: {
    ...lit.configs['flat/recommended'].rules,
    ...strictLit,
    ...litA11y.configs.recommended.rules,
    // Safari removes the list role from a list without bullets unless the role is explicit:
    // https://www.scottohara.me/blog/2019/01/12/lists-and-safari.html
    'lit-a11y/no-redundant-role': 'off',
    ...wc.configs['flat/best-practice'].rules,
    // Every base class has the callbacks, so a guard is unnecessary.
    'wc/guard-super-call': 'off',
    'wc/file-name-matches-element': ['error', {transform: 'kebab', suffix: ['Element']}],
  },
};
