import {expect, nextFrame, waitUntil} from '@open-wc/testing';

import {ColorSchemeController, type ColorScheme} from '../../../../src/controllers/view/color-scheme-controller.js';
import {connectHost, createHost, removeHosts} from '../../../support/controller-host.js';
import {nextTask} from '../../../support/next-task.js';

const schemes = ['light', 'dark'] as const;

/** A `MediaQueryList` whose value the test sets. */
class Device extends EventTarget {
  matches = false;

  set scheme(scheme: 'light' | 'dark') {
    this.matches = scheme === 'dark';
    this.dispatchEvent(new Event('change'));
  }
}

describe('color scheme controller', () => {
  const {matchMedia} = window;
  let device: Device;

  beforeEach(() => {
    device = new Device();
    window.matchMedia = query => {
      expect(query).to.equal('(prefers-color-scheme: dark)');
      return device as unknown as MediaQueryList;
    };
  });

  afterEach(() => {
    removeHosts();
    document.documentElement.removeAttribute('style');
    document.documentElement.removeAttribute('class');
    window.matchMedia = matchMedia;
  });

  async function schemeOf(colorScheme: string, page = '') {
    document.documentElement.style.setProperty('color-scheme', page);
    const properties = {colorScheme: colorScheme as ColorScheme};
    const {host, controller} = createHost(properties, each => new ColorSchemeController(each));
    await connectHost(host);
    return {host, controller};
  }

  for (const scheme of schemes) {
    for (const colorScheme of schemes) {
      it(`is ${colorScheme} when the host’s color-scheme is ${colorScheme}, on a ${scheme} device`, async () => {
        device.scheme = scheme;
        expect((await schemeOf(colorScheme, 'light dark')).controller.value).to.equal(colorScheme);
      });
    }

    it(`follows a ${scheme} device when the page supports both schemes`, async () => {
      device.scheme = scheme;
      expect((await schemeOf('auto', 'light dark')).controller.value).to.equal(scheme);
    });

    it(`follows the page when it supports one scheme, on a ${scheme} device`, async () => {
      device.scheme = scheme;
      expect((await schemeOf('auto', 'light')).controller.value).to.equal('light');
      expect((await schemeOf('auto', '')).controller.value).to.equal('light');
      expect((await schemeOf('auto', 'dark')).controller.value).to.equal('dark');
    });
  }

  it('treats an unknown color-scheme as auto', async () => {
    device.scheme = 'dark';
    expect((await schemeOf('purple', 'light dark')).controller.value).to.equal('dark');
  });

  const backgrounds: Readonly<Record<string, 'light' | 'dark'>> = {
    '#16191d': 'dark',
    'rgb(0 0 0 / 0.8)': 'dark',
    'color-mix(in srgb, black, navy)': 'dark',
    'oklch(0.25 0.02 250)': 'dark',
    'lab(20 1 1)': 'dark',
    'color(display-p3 0.1 0.1 0.1)': 'dark',
    '#f0f0f0': 'light',
    'oklch(0.95 0.02 250)': 'light',
    'lab(90 1 1)': 'light',
    'rgb(0 0 0 / 0.05)': 'light',
  };
  for (const [background, scheme] of Object.entries(backgrounds)) {
    it(`is ${scheme} on a page without color-scheme whose background is ${background}`, async () => {
      document.documentElement.style.backgroundColor = background;
      expect((await schemeOf('auto', '')).controller.value).to.equal(scheme);
    });
  }

  it('is that of the nearest opaque background', async () => {
    document.documentElement.style.backgroundColor = 'black';
    const {host, controller} = await schemeOf('auto', '');
    for (const [background, scheme] of [
      ['white', 'light'],
      ['', 'dark'],
    ] as const) {
      host.parentElement!.style.backgroundColor = background;
      host.requestUpdate();
      await waitUntil(() => controller.value === scheme);
    }
    host.parentElement!.removeAttribute('style');
  });

  it('updates the host when the page becomes dark by a class, but not for other attributes', async () => {
    const style = document.createElement('style');
    style.textContent = 'html.dark { background: black }';
    document.head.append(style);
    const {host, controller} = await schemeOf('auto', '');
    const {renderCount} = host;
    const {documentElement} = document;
    documentElement.style.setProperty('--mouse-x', '10');
    await nextFrame();
    expect(host.renderCount).to.equal(renderCount);
    documentElement.className = 'dark';
    await waitUntil(() => host.renderCount === renderCount + 1);
    expect(controller.value).to.equal('dark');
    host.remove();
    documentElement.className = '';
    await nextFrame();
    expect(host.renderCount).to.equal(renderCount + 1);
    style.remove();
  });

  it('updates the host when the device scheme changes, until the host is disconnected', async () => {
    const {host, controller} = await schemeOf('auto', 'light dark');
    const {renderCount} = host;
    device.scheme = 'dark';
    await host.updateComplete;
    expect(controller.value).to.equal('dark');
    expect(host.renderCount).to.equal(renderCount + 1);
    host.remove();
    device.scheme = 'light';
    await host.updateComplete;
    expect(host.renderCount).to.equal(renderCount + 1);
  });

  it('reads no style between an update and its paint, even if an earlier update has been painted', async () => {
    const {host} = await schemeOf('auto');
    await nextFrame();
    const {getComputedStyle} = window;
    let reads = 0;
    window.getComputedStyle = (...parameters) => {
      reads++;
      return getComputedStyle.apply(window, parameters);
    };
    try {
      host.requestUpdate();
      await nextTask();
      expect(reads).to.equal(0);
      await nextFrame();
      await nextTask();
      expect(reads).to.be.at.least(1);
    } finally {
      window.getComputedStyle = getComputedStyle;
    }
  });
});
