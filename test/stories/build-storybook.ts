import {spawnSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {storybookFolder} from './storybook.js';

/** Global set-up: builds the Storybook if it has not been built yet. Playwright then reads its stories. */
export default function buildStorybook(): void {
  if (existsSync(`${storybookFolder}/index.json`)) return;
  console.log('Building the Storybook.');
  const {status} = spawnSync('npm', ['run', '--silent', 'build-storybook', '--', '--quiet'], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error('The Storybook could not be built; the reason is above.');
}
