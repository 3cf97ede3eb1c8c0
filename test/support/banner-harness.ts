import type {ReplyBannerElement} from '../../src/elements/reply-banner/reply-banner.js';
import type {BrowserDesk} from '../../demo/desk/browser.js';
import {Harness} from './harness.js';
import {mount, type MountOptions} from './mount.js';
import {queryAllByRole, accessibleNameOf} from './role-queries.js';

export class BannerHarness extends Harness<ReplyBannerElement> {
  static async mount(desk: BrowserDesk, options?: MountOptions): Promise<BannerHarness> {
    return new BannerHarness(await mount('isp-reply-banner', desk, options));
  }

  /** The banner’s message, or an empty string if the banner is hidden. */
  get message(): string {
    return queryAllByRole(this.element, 'region').map(accessibleNameOf).join();
  }

  /** The buttons or links that open a ticket. */
  get ticketControls(): HTMLElement[] {
    const items = queryAllByRole(this.element, 'listitem');
    return items.flatMap(item => [...queryAllByRole(item, 'button'), ...queryAllByRole(item, 'link')]);
  }

  get ticketControlNames(): string[] {
    return this.ticketControls.map(accessibleNameOf);
  }

  /** The button or link whose name contains the subject. */
  ticketControl(subject: string): HTMLElement {
    const control = this.ticketControls.find(each => accessibleNameOf(each).includes(subject));
    if (!control) throw new Error(`no button or link for ${subject} among ${this.ticketControlNames.join(' | ')}`);
    return control;
  }
}
