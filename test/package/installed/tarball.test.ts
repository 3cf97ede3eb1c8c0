import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {cpSync, mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {chromium, type Browser} from 'playwright-core';

import {brotliSize} from '../../../.ci/build/size.js';
import {en} from '../../../src/i18n/locales/en.js';
import {browserArguments, findBrowser} from '../../browser.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const tags = ['isp-new-ticket', 'isp-reply-banner', 'isp-support', 'isp-ticket-list', 'isp-ticket-thread'];

describe('the tarball, installed into an empty project', () => {
  let project: string;
  let browser: Browser;

  const run = (command: string, ...args: readonly string[]): string =>
    execFileSync(command, args, {cwd: project, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe']});
  const read = (path: string): string => readFileSync(join(project, path), 'utf8');

  before(async () => {
    project = mkdtempSync(join(tmpdir(), 'isp-support-elements-'));
    cpSync(`${root}test/package/installed/scripts`, project, {recursive: true});
    cpSync(`${root}test/package/installed/project.json`, join(project, 'package.json'));
    const pack = ['pack', '--json', '--ignore-scripts', '--pack-destination', project];
    const output = execFileSync('npm', pack, {cwd: root, encoding: 'utf8'});
    const [{filename}] = JSON.parse(output) as [{filename: string}];
    run('npm', 'install', '--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund', `./${filename}`);
    browser = await chromium.launch({executablePath: findBrowser(), args: browserArguments()});
  });
  after(async () => {
    await browser.close();
    rmSync(project, {recursive: true});
  });

  /** The tags that a classic script defines. */
  async function tagsDefinedBy(path: string): Promise<readonly string[]> {
    const page = await browser.newPage();
    const errors: string[] = [];
    page.on('pageerror', error => errors.push(error.message));
    await page.addScriptTag({content: read(path)});
    const defined = await page.evaluate(names => names.filter(name => customElements.get(name)), tags);
    await page.close();
    assert.deepEqual(errors, []);
    return defined;
  }

  it('can be imported and required in Node, every entry', () => {
    const outcomes = JSON.parse(run(process.execPath, 'entries.js')) as Record<string, string>;
    assert(Object.keys(outcomes).length > 60);
    assert.deepEqual(
      Object.entries(outcomes).filter(([, outcome]) => outcome !== 'loaded'),
      [],
    );
  });

  for (const [environment, ...command] of [
    ['jsdom, as modules', 'jsdom.js', 'modules'],
    ['jsdom, as the standalone file', 'jsdom.js', 'standalone'],
    ['happy-dom', 'happy-dom.js'],
  ] as const) {
    it(`mounts every element in ${environment}`, () => {
      const {texts, problems} = JSON.parse(run(process.execPath, ...command)) as {
        texts: Record<string, string>;
        problems: readonly string[];
      };
      assert.deepEqual(problems, []);
      assert.deepEqual(Object.keys(texts).sort(), tags);
      assert(texts['isp-ticket-list']!.includes(String(en['error.signedOut'])), texts['isp-ticket-list']);
    });
  }

  it('defines every element by a script tag', async () => {
    assert.deepEqual(await tagsDefinedBy('node_modules/isp-support-elements/dist/standalone/isp-support.js'), tags);
  });

  for (const [what, code] of [
    ['one element', "import 'isp-support-elements/define/isp-ticket-list';"],
    [
      'one component for React',
      "import {IspTicketList} from 'isp-support-elements/react'; console.log(IspTicketList);",
    ],
  ] as const) {
    it(`can be bundled by esbuild, Vite and webpack, ${what} alone`, async () => {
      run(process.execPath, 'bundle.js', code);
      for (const file of ['esbuild.js', 'vite/vite.js', 'webpack.js']) {
        assert.deepEqual(await tagsDefinedBy(file), ['isp-ticket-list']);
        console.log(`${what} with ${file}: ${brotliSize(Buffer.from(read(file)))} bytes (brotli)`);
      }
    });
  }

  it('has one copy of each dependency, and a bill of materials', () => {
    const {components} = JSON.parse(run('npm', 'sbom', '--sbom-format=cyclonedx')) as {
      components: readonly {name: string}[];
    };
    for (const name of ['lit', 'lit-html', '@lit/reactive-element', '@lit/context', 'ky', 'zod', 'is-network-error']) {
      assert.equal(components.filter(component => component.name === name).length, 1, name);
    }
  });
});
