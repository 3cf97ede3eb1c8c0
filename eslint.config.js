import js from '@eslint/js';
import {createTypeScriptImportResolver} from 'eslint-import-resolver-typescript';
import {importX} from 'eslint-plugin-import-x';
import {defineConfig} from 'eslint/config';
import tseslint from 'typescript-eslint';

import {customElements} from './.ci/lint/custom-elements.js';
import {noDomGlobals} from './.ci/lint/dom-globals.js';
import {layerImports, layerPaths} from './.ci/lint/layers.js';
import {functionLimits, lineLength, testLimits} from './.ci/lint/limits.js';
import {restrictedSyntax} from './.ci/lint/restricted-syntax.js';

export default defineConfig(
  {ignores: ['**/dist', 'storybook-static', 'pages', '**/__snapshots__', 'demo/.data', 'test/.output', '**/*.cjs']},
  {linterOptions: {reportUnusedDisableDirectives: 'error'}},
  js.configs.recommended,
  tseslint.configs.strict,
  importX.flatConfigs.typescript,
  {
    // Without the resolver, `./x.js` does not resolve to x.ts, and the rules about paths report nothing.
    settings: {'import-x/resolver-next': [createTypeScriptImportResolver({project: 'tsconfig.json'})]},
    rules: {
      ...functionLimits,
      eqeqeq: ['error', 'always', {null: 'ignore'}],
      'no-var': 'error',
      'prefer-const': 'error',
      'import-x/no-cycle': ['error', {ignoreExternal: true}],
      'import-x/no-duplicates': 'error',
      'import-x/no-self-import': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', {fixStyle: 'inline-type-imports'}],
      '@typescript-eslint/no-unused-vars': [
        'error',
        {argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_'},
      ],
    },
  },
  {
    // tsc checks undefined names; ESLint would need the globals of each platform.
    rules: {'no-undef': 'off'},
  },
  {
    files: ['{src,bridge,adapters}/**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {parserOptions: {projectService: true, tsconfigRootDir: import.meta.dirname}},
    rules: {
      ...restrictedSyntax,
      '@typescript-eslint/restrict-template-expressions': ['error', {allowNumber: true}],
      '@typescript-eslint/no-confusing-void-expression': ['error', {ignoreArrowShorthand: true}],
      // It also reports assertions that widen an inferred type, such as the output of a schema.
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
      // An async method without an await turns an exception into a rejection.
      '@typescript-eslint/require-await': 'off',
      // The client removes control characters from the server's text.
      'no-control-regex': 'off',
    },
  },
  // It runs on a server: the rules about pages and old browsers do not apply.
  {
    files: ['gateway/**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {parserOptions: {projectService: true, tsconfigRootDir: import.meta.dirname}},
    rules: {
      'no-eval': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', {allowNumber: true}],
      '@typescript-eslint/no-confusing-void-expression': ['error', {ignoreArrowShorthand: true}],
      '@typescript-eslint/require-await': 'off',
      'no-control-regex': 'off',
    },
  },
  // Extracted from the source, whose comments say where and why.
  {files: ['docs/reference/api.d.ts'], rules: {'@typescript-eslint/no-explicit-any': 'off'}},
  // One loop reads the stream, restarts the time-out and dispatches the events.
  {files: ['src/client/event-stream.ts'], rules: {'max-statements': ['error', 24]}},
  {files: ['src/**/*.ts', 'stories/**/*.ts'], ...customElements},
  {
    files: ['{src,bridge,adapters,gateway,conformance,stories,.storybook,bench,demo}/**/*.{ts,js}'],
    // Translations and demo conversations stay on one line, however long they are.
    ignores: ['src/i18n/locales/*.ts', 'demo/desk/seed/*.ts'],
    ...lineLength,
  },
  {
    files: ['test/**/*.{js,ts}'],
    rules: {
      ...testLimits,
      // Chai's assertions, such as `expect(list).to.be.empty`, are expressions.
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  // As in the templates of Vite: the element is in index.html.
  {files: ['demo/hosts/*/*.{ts,tsx}'], rules: {'@typescript-eslint/no-non-null-assertion': 'off'}},
  // Only an interface can be merged with that of a framework.
  {
    files: ['types/*.d.ts'],
    rules: {'@typescript-eslint/no-empty-object-type': ['error', {allowInterfaces: 'with-single-extends'}]},
  },
  noDomGlobals,
  ...layerPaths,
  ...layerImports,
);
