import {execFileSync, spawnSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import {delimiter, join} from 'node:path';

const commands = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];

/** The paths at which installers put a browser that is not on the PATH. */
function installationPaths() {
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

/** The prefix of a command that may call apt-get, or undefined if that is not allowed. */
function aptPrefix() {
  if (process.platform !== 'linux' || spawnSync('apt-get', ['--version']).status !== 0) return undefined;
  if (process.getuid() === 0) return [];
  return spawnSync('sudo', ['-n', 'true']).status === 0 ? ['sudo', '-n'] : undefined;
}

/** Installs packages with apt-get if that is allowed. */
export function installPackages(...packages) {
  const prefix = aptPrefix();
  if (!prefix) return;
  console.log(`Installing with apt-get: ${packages.join(', ')}.`);
  const apt = (...options) => {
    const [command, ...rest] = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq', ...options];
    execFileSync(command, rest, {stdio: ['ignore', 'ignore', 'inherit']});
  };
  apt('update');
  apt('install', '-y', '--no-install-recommends', ...packages);
}

const advice =
  'No browser found. Install Google Chrome or Chromium (on Debian and Ubuntu: sudo apt-get install chromium), ' +
  'or set CHROME_PATH to the browser to use, and start again.';

/**
 * The path of a Chromium-based browser: `CHROME_PATH`, an installed browser, or, with `install`, one that is installed
 * by apt-get. If there is none, throws an error that explains what to do.
 */
export function findBrowser({install = false} = {}) {
  const {CHROME_PATH: chosen} = process.env;
  if (chosen) {
    if (!existsSync(chosen)) throw new Error(`CHROME_PATH is ${chosen}, which does not exist.`);
    return chosen;
  }
  const find = () => [...onPath(), ...installationPaths()].find(path => existsSync(path));
  const found = find();
  if (found) return found;

  if (install) installPackages('chromium');
  const installed = find();
  if (!installed) throw new Error(advice);
  return installed;
}

/** Arguments that disable background requests of the browser, and allow it to start as root. */
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
