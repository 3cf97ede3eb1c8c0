type Engine = 'chromium' | 'firefox' | 'webkit';

/** What not every engine can do in a test, with the reason why tests that need it are skipped there. */
const capabilities = {
  'accessibility tree': {
    engines: ['chromium'],
    reason: 'only the Chrome DevTools Protocol reads the accessibility tree',
  },
  'emulated media': {
    engines: ['chromium'],
    reason: 'only the Chrome DevTools Protocol emulates print and the preferences of a device',
  },
  'browser font size': {
    engines: ['chromium'],
    reason: 'only the Chrome DevTools Protocol changes the font size in the settings of the browser',
  },
  AltGr: {
    engines: ['chromium', 'firefox'],
    reason: 'WebKit has no AltGraph in the events that a script makes; a key press of a user has no modifier there',
  },
  popup: {
    engines: ['chromium', 'firefox'],
    reason: 'MiniBrowser opens no popup while it is automated',
  },
  'layout shift': {
    engines: ['chromium'],
    reason: 'only Chromium measures layout shifts',
  },
  'media queries after a resize': {
    engines: ['chromium', 'firefox'],
    reason: 'WebKitGTK keeps the old styles in shadow roots when the frame that the tests run in gets another height',
  },
  'room above the reply box': {
    engines: ['chromium', 'webkit'],
    reason:
      'in Firefox the reply box is higher in a narrow view, and what grows above it reaches 24 px below the bar of the page',
  },
  'range of a line': {
    engines: ['chromium', 'firefox'],
    reason: 'WebKitGTK reports the range of a line of preformatted text a line too high',
  },
  'input gestures': {
    engines: ['chromium'],
    reason: 'only the Chrome DevTools Protocol turns a wheel and swipes',
  },
  'garbage collection': {
    engines: ['chromium'],
    reason: 'only the Chrome DevTools Protocol collects garbage on request',
  },
} as const satisfies Record<string, {readonly engines: readonly Engine[]; readonly reason: string}>;

export type Capability = keyof typeof capabilities;

function currentEngine(): Engine {
  if (navigator.userAgent.includes('Firefox/')) return 'firefox';
  return navigator.userAgent.includes('Chrome/') ? 'chromium' : 'webkit';
}

export const engine = currentEngine();

export const isCapable = (capability: Capability): boolean =>
  (capabilities[capability].engines as readonly Engine[]).includes(engine);

let runningTest: Mocha.Test | undefined;

beforeEach(function rememberTest() {
  runningTest = this.currentTest;
});

/** The report of a run shows the reason with the name of the test. */
function giveReason(test: Mocha.Test, capability: Capability): void {
  test.title += ` — skipped: ${capabilities[capability].reason}`;
}

/** Skips the running test in an engine without the capability. */
export function requires(capability: Capability): void {
  if (isCapable(capability)) return;
  giveReason(runningTest!, capability);
  runningTest!.skip();
}

/** A hook for `before()`, which skips all tests of a suite in an engine without the capability. */
export const suiteRequires = (capability: Capability): Mocha.Func =>
  function skipSuite() {
    if (isCapable(capability)) return;
    this.test!.parent!.eachTest(test => giveReason(test, capability));
    this.skip();
  };
