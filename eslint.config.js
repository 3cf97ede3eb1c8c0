import js from '@eslint/js';
import {createTypeScriptImportResolver} from 'eslint-import-resolver-typescript';
import {importX} from 'eslint-plugin-import-x';
import {defineConfig} from 'eslint/config';
import tseslint from 'typescript-eslint';

import {bans} from './.ci/lint/bans.js';
import {elementRules} from './.ci/lint/elements.js';
import {floorImports, floorPaths} from './.ci/lint/floors.js';

const lines = max => ({'max-lines': ['error', {max}]});

export default defineConfig(
  {ignores: ['dist', 'storybook-static', 'pages', '**/__snapshots__', 'demo/.data', 'test/.output', '**/*.cjs']},
  {linterOptions: {reportUnusedDisableDirectives: 'error'}},
  js.configs.recommended,
  tseslint.configs.strict,
  importX.flatConfigs.typescript,
  {
    // Without the resolver, `./x.js` does not lead to x.ts, and every rule about paths is silent.
    settings: {'import-x/resolver-next': [createTypeScriptImportResolver({project: 'tsconfig.json'})]},
    rules: {
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
    // tsc knows the names that are there; ESLint would need to be told those of each platform.
    rules: {'no-undef': 'off'},
  },
  {
    files: ['src/**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {parserOptions: {projectService: true, tsconfigRootDir: import.meta.dirname}},
    rules: {
      ...bans,
      ...lines(120),
      '@typescript-eslint/restrict-template-expressions': ['error', {allowNumber: true}],
      '@typescript-eslint/no-confusing-void-expression': ['error', {ignoreArrowShorthand: true}],
      // It also reports those that widen what is then inferred, such as a schema's output.
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
      // An async method without an await turns what it throws into a rejection.
      '@typescript-eslint/require-await': 'off',
      // Control characters are what we take out of a server's text.
      'no-control-regex': 'off',
    },
  },
  {files: ['src/**/*.ts', 'stories/**/*.ts'], ...elementRules},
  {files: ['src/elements/**/*.ts'], rules: lines(200)},
  // A language is one file, however many words it takes.
  {files: ['src/i18n/locales/*.ts'], rules: lines(250)},
  {
    files: ['test/**/*.{js,ts}'],
    rules: {
      ...lines(250),
      // `expect(list).to.be.empty` and its like are expressions that act.
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  ...floorPaths,
  ...floorImports,
);
