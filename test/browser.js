import {execFileSync, spawnSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import {delimiter, join} from 'node:path';

const commands = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];

/** Where installers put a browser without putting it on the PATH. */
function usualPlaces() {
  const {HOME = '', LOCALAPPDATA, PROGRAMFILES, 'PROGRAMFILES(X86)': programFiles32} = process.env;
  switch (process.platform) {
    case 'darwin':
      return ['', HOME].flatMap(root => [
        `${root}/Applications/Google Chrome.app/Contents/MacOS/Google Chrome`,
        `${root}/Applications/Chromium.app/Contents/MacOS/Chromium`,
        `${root}/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge`,
      ]);
    case 'win32':
      return [PROGRAMFILES, programFiles32, LOCALAPPDATA]
        .filter(Boolean)
        .flatMap(root => [
          `${root}\\Google\\Chrome\\Application\\chrome.exe`,
          `${root}\\Chromium\\Application\\chrome.exe`,
          `${root}\\Microsoft\\Edge\\Application\\msedge.exe`,
        ]);
    default:
      return ['/usr/bin/chromium', '/opt/google/chrome/chrome', '/snap/bin/chromium'];
  }
}

function onPath() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return commands.flatMap(command => folders.map(folder => join(folder, command)));
}

/** The prefix that lets us call apt-get, or undefined where we may not. */
function aptPrefix() {
  if (process.platform !== 'linux' || spawnSync('apt-get', ['--version']).status !== 0) return undefined;
  if (process.getuid() === 0) return [];
  return spawnSync('sudo', ['-n', 'true']).status === 0 ? ['sudo', '-n'] : undefined;
}

function installChromium(prefix) {
  console.log('No browser found; installing Chromium with apt-get.');
  const apt = (...words) => {
    const [command, ...rest] = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq', ...words];
    execFileSync(command, rest, {stdio: ['ignore', 'ignore', 'inherit']});
  };
  apt('update');
  apt('install', '-y', '--no-install-recommends', 'chromium');
}

const advice =
  'No browser found. Install Google Chrome or Chromium (on Debian and Ubuntu: sudo apt-get install chromium), ' +
  'or set CHROME_PATH to the browser to use, and start again.';

/**
 * The path of a Chromium-like browser: CHROME_PATH, else an installed one, else one installed now where `install`
 * allows it and the system can. Throws a sentence that says what to do when there is none.
 */
export function findBrowser({install = false} = {}) {
  const {CHROME_PATH: chosen} = process.env;
  if (chosen) {
    if (!existsSync(chosen)) throw new Error(`CHROME_PATH names ${chosen}, and nothing is there.`);
    return chosen;
  }
  const find = () => [...onPath(), ...usualPlaces()].find(path => existsSync(path));
  const found = find();
  if (found) return found;

  const prefix = install ? aptPrefix() : undefined;
  if (prefix) installChromium(prefix);
  const installed = find();
  if (!installed) throw new Error(advice);
  return installed;
}

/** Arguments that keep the browser off the network, and let it start as root. */
export function browserArguments() {
  return [
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    // Chromium's sandbox refuses to run as root: https://crbug.com/638180
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ];
}
