/** Keys that are no characters, as WebDriver calls them: https://www.w3.org/TR/webdriver2/#keyboard-actions */
const webdriverKeys = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  F1: '\uE031',
  Meta: '\uE03D',
};

/** The keys that go down and up, in order, for one chord: the last key while the others are down. */
const strokesOf = chord => [
  ...chord.map(key => ({type: 'keyDown', key})),
  ...[...chord].reverse().map(key => ({type: 'keyUp', key})),
];

async function pressInPuppeteer({keyboard}, strokes) {
  for (const {type, key} of strokes) await (type === 'keyDown' ? keyboard.down(key) : keyboard.up(key));
}

async function pressInWebdriver(driver, strokes) {
  const actions = strokes.map(({type, key}) => ({type, value: webdriverKeys[key] ?? key}));
  await driver.performActions([{type: 'key', id: 'keyboard', actions}]);
}

/**
 * Presses keys in each engine: `executeServerCommand('press-keys', {chords})`. The command `send-keys` of
 * @web/test-runner holds no key down in WebDriver.
 */
export function pressKeysPlugin() {
  return {
    name: 'press-keys-command',
    async executeCommand({command, payload, session: {browser, id}}) {
      if (command !== 'press-keys') return undefined;
      const strokes = payload.chords.flatMap(strokesOf);
      await (browser.type === 'webdriver'
        ? pressInWebdriver(browser.driver, strokes)
        : pressInPuppeteer(browser.getPage(id), strokes));
      return true;
    },
  };
}
