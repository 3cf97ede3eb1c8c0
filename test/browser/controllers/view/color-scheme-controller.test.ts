import {expect} from '@open-wc/testing';

import {ColorSchemeController, type ColorScheme} from '../../../../src/controllers/view/color-scheme-controller.js';
import {connectHost, createHost, removeHosts} from '../../../support/controller-host.js';

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
    document.documentElement.style.removeProperty('color-scheme');
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
});
