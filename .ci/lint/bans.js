const literal = tag => `TaggedTemplateExpression[tag.name="${tag}"] TemplateElement`;
const inTemplate = pattern => `:matches(${literal('html')}, ${literal('svg')})[value.raw=/${pattern}/]`;
const lookbehind = String.raw`/\(\?<[=!]/`;

/** What would need a laxer Content-Security-Policy of the host, or would turn ticket text into markup. */
const markup = [
  {
    selector: inTemplate(String.raw`\sstyle\s*=`),
    message: 'A style attribute breaks a strict style-src. Use a class, a custom property or `.style`.',
  },
  {selector: inTemplate('<style'), message: 'A style element breaks a strict style-src. Use `static styles`.'},
  {selector: inTemplate(String.raw`\ssrcdoc\s*=`), message: 'srcdoc turns text into markup.'},
  {
    selector: inTemplate(String.raw`\.(?:inner|outer)HTML\s*=`),
    message: 'innerHTML turns text into markup.',
  },
  {
    selector:
      'MemberExpression[property.name=/^(?:innerHTML|outerHTML|insertAdjacentHTML|createContextualFragment|setHTMLUnsafe)$/]',
    message: 'Text becomes markup in Lit templates only.',
  },
];

/** What the oldest engines we support cannot parse or do not have. */
const engines = [
  {
    selector: `:matches(Literal[regex.pattern=${lookbehind}], NewExpression[callee.name="RegExp"] Literal[value=${lookbehind}])`,
    message: 'Safari before 16.4 cannot parse a lookbehind, and with it none of the file.',
  },
  {selector: 'Literal[regex.flags=/v/]', message: 'The v flag is younger than the oldest engines we support.'},
  {
    selector: ':matches(AwaitExpression, ForOfStatement[await=true]):not(:function *)',
    message: 'A classic script has no top-level await.',
  },
  {
    selector: `${literal('css')}[value.raw=/&/]`,
    message: 'Nested rules need Chromium 120 and Safari 17.2: write the selector out.',
  },
  {
    selector: 'MemberExpression[object.name="AbortSignal"][property.name=/^(?:any|timeout)$/]',
    message: 'AbortSignal.any and .timeout are younger than the oldest engines we support.',
  },
];

const zodConfig = [
  'MemberExpression[object.name="z"][property.name="config"]',
  'ImportDeclaration[source.value=/^zod/] > ImportSpecifier[imported.name="config"]',
].map(selector => ({
  selector,
  message: 'zod shares its configuration with every zod on the page: https://github.com/colinhacks/zod/pull/5889',
}));

/** For what runs in somebody else's page. */
export const bans = {
  'no-restricted-syntax': ['error', ...markup, ...engines, ...zodConfig],
  'no-console': 'error',
  'no-eval': 'error',
  'no-new-func': 'error',
  '@typescript-eslint/no-implied-eval': 'error',
};
