const literal = tag => `TaggedTemplateExpression[tag.name="${tag}"] TemplateElement`;
const inTemplate = pattern => `:matches(${literal('html')}, ${literal('svg')})[value.raw=/${pattern}/]`;
const lookbehind = String.raw`/\(\?<[=!]/`;

/** Syntax that requires a weaker Content-Security-Policy, or turns ticket text into markup. */
const markup = [
  {
    selector: inTemplate(String.raw`\sstyle\s*=`),
    message: 'A style attribute violates a strict style-src. Use a class, a custom property or `.style`.',
  },
  {selector: inTemplate('<style'), message: 'A style element violates a strict style-src. Use `static styles`.'},
  {selector: inTemplate(String.raw`\ssrcdoc\s*=`), message: 'srcdoc turns text into markup.'},
  {
    selector: inTemplate(String.raw`\.(?:inner|outer)HTML\s*=`),
    message: 'innerHTML turns text into markup.',
  },
  {
    selector:
      'MemberExpression[property.name=/^(?:innerHTML|outerHTML|insertAdjacentHTML|createContextualFragment|setHTMLUnsafe)$/]',
    message: 'Create markup only with Lit templates.',
  },
];

/** Syntax and APIs that the oldest supported browsers do not have. */
const engines = [
  {
    selector: `:matches(Literal[regex.pattern=${lookbehind}], NewExpression[callee.name="RegExp"] Literal[value=${lookbehind}])`,
    message: 'Safari before 16.4 cannot parse a lookbehind assertion: the whole script fails.',
  },
  {selector: 'Literal[regex.flags=/v/]', message: 'The oldest supported browsers do not have the v flag.'},
  {
    selector: ':matches(AwaitExpression, ForOfStatement[await=true]):not(:function *)',
    message: 'A classic script has no top-level await.',
  },
  {
    selector: `${literal('css')}[value.raw=/&/]`,
    message: 'CSS nesting requires Chromium 120 and Safari 17.2: write the whole selector.',
  },
  {
    selector: 'MemberExpression[object.name="AbortSignal"][property.name=/^(?:any|timeout)$/]',
    message: 'The oldest supported browsers do not have AbortSignal.any and AbortSignal.timeout.',
  },
];

const zodConfig = [
  'MemberExpression[object.name="z"][property.name="config"]',
  'ImportDeclaration[source.value=/^zod/] > ImportSpecifier[imported.name="config"]',
].map(selector => ({
  selector,
  message:
    'zod shares its configuration with every other copy on the page: https://github.com/colinhacks/zod/pull/5889',
}));

/** Rules for code that runs in the host's page. */
export const restrictedSyntax = {
  'no-restricted-syntax': ['error', ...markup, ...engines, ...zodConfig],
  'no-console': 'error',
  'no-eval': 'error',
  'no-new-func': 'error',
  '@typescript-eslint/no-implied-eval': 'error',
};
