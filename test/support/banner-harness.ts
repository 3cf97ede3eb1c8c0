import type {ReplyBannerElement} from '../../src/elements/reply-banner/reply-banner.js';
import type {BrowserDesk} from '../../demo/desk/browser.js';
import {Harness} from './harness.js';
import {mount, type MountOptions} from './mount.js';
import {allByRole, nameOf} from './roles.js';

export class BannerHarness extends Harness<ReplyBannerElement> {
  static async open(desk: BrowserDesk, options?: MountOptions): Promise<BannerHarness> {
    return new BannerHarness(await mount('isp-reply-banner', desk, options));
  }

  /** What the banner says; empty where there is none. */
  get message(): string {
    return allByRole(this.element, 'region').map(nameOf).join();
  }

  /** The ways to a ticket. */
  get ways(): HTMLElement[] {
    return [...allByRole(this.element, 'button'), ...allByRole(this.element, 'link')];
  }

  get wayNames(): string[] {
    return this.ways.map(nameOf);
  }

  /** The way whose name speaks of a subject. */
  way(subject: string): HTMLElement {
    const way = this.ways.find(each => nameOf(each).includes(subject));
    if (!way) throw new Error(`no way to ${subject} among ${this.wayNames.join(' | ')}`);
    return way;
  }
}
