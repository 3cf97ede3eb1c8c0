// The policies of docs/security.md: test/package/security-page.test.ts compares them.

export interface Policy {
  readonly policy: string;
  readonly script: string;
}

const rest = "require-trusted-types-for 'script'; trusted-types lit-html 'allow-duplicates'";
const connect = `connect-src {api-origin} {files}; ${rest}`;
const crossOrigin = 'src="{files}/isp-support.js" crossorigin="anonymous"';

/** Each allows nothing but what the elements need. */
export const policies = {
  self: {
    policy: `default-src 'none'; script-src 'self'; connect-src {api-origin} 'self'; ${rest}`,
    script: '<script src="/isp-support.js"></script>',
  },
  host: {
    policy: `default-src 'none'; script-src {files}; ${connect}`,
    script: `<script ${crossOrigin}></script>`,
  },
  nonce: {
    policy: `default-src 'none'; script-src 'nonce-{nonce}'; ${connect}`,
    script: `<script ${crossOrigin} nonce="{nonce}"></script>`,
  },
  'strict-dynamic': {
    policy: `default-src 'none'; script-src 'nonce-{nonce}' 'strict-dynamic'; ${connect}`,
    script: `<script ${crossOrigin} nonce="{nonce}"></script>`,
  },
  hash: {
    policy: `default-src 'none'; script-src '{hash}'; ${connect}`,
    script: `<script ${crossOrigin} integrity="{hash}"></script>`,
  },
} satisfies Readonly<Record<string, Policy>>;

/** A policy that also allows the scripts of the test. */
export const withTestScripts = ({policy, script}: Policy): Policy => ({
  policy: policy.includes('nonce-') ? policy : policy.replace('script-src', "script-src 'nonce-{nonce}'"),
  script,
});
