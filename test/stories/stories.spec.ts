import {expect, test} from './fixtures.js';
import {readEntries} from './storybook.js';

for (const entry of readEntries()) {
  const name = `${entry.title}: ${entry.name}`;
  if (entry.type === 'story') {
    test(`${name}, when played, finishes without axe violations or console errors`, async ({preview}) => {
      expect(await preview.problemsOf(entry)).toEqual([]);
    });
  } else {
    test(
      `${name}, when opened, renders its stories without console errors`,
      {tag: '@light-only'},
      async ({preview}) => {
        expect(await preview.problemsOf(entry)).toEqual([]);
      },
    );
  }
}
