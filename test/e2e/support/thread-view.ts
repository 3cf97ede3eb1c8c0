import type {Locator, Page} from 'playwright-core';
import {words} from './words.js';

/** One ticket, as it is read. */
export class ThreadView {
  constructor(readonly page: Page) {}

  heading(subject: string): Locator {
    return this.page.getByRole('heading', {name: subject, exact: true});
  }

  /** The description and then the replies, from top to bottom. */
  get messages(): Locator {
    return this.page.getByRole('article');
  }

  get description(): Locator {
    return this.page.getByRole('article', {name: words('thread.description')});
  }

  get replies(): Locator {
    return this.page.getByRole('list', {name: words('thread.replies')}).getByRole('article');
  }

  /** What somebody wrote, by their name as the customer reads it. */
  replyBy(author: string, text: string): Locator {
    return this.page.getByRole('article', {name: author}).filter({hasText: text});
  }

  /** What the server has: a text that is still on its way has words about that. */
  sent(text: string): Locator {
    return this.replyBy(words('thread.you'), text).filter({hasNot: this.page.getByRole('status')});
  }

  /** The sentence that says what a status means to the customer. */
  turn(status: 'open' | 'in_progress' | 'pending' | 'resolved' | 'closed'): Locator {
    return this.page.getByText(words(`turn.${status}`));
  }

  get box(): Locator {
    return this.page.getByRole('textbox', {name: words('composer.label')});
  }

  /** What is said of the box before anything is sent. */
  get reopensHint(): Locator {
    return this.page.getByText(words('composer.reopens'));
  }

  get sendButton(): Locator {
    return this.page.getByRole('button', {name: words('composer.send'), exact: true});
  }

  get earlier(): Locator {
    return this.page.getByRole('button', {name: words('thread.earlier')});
  }

  get showMore(): Locator {
    return this.page.getByRole('button', {name: words('text.more')});
  }

  /** Where there is room for one pane only. */
  get back(): Locator {
    return this.page.getByRole('button', {name: words('thread.back')});
  }

  get missing(): Locator {
    return this.page.getByText(words('error.not_found'));
  }

  /** What a screen reader hears. */
  said(text: string): Locator {
    return this.page.getByRole('status').filter({hasText: text});
  }

  /** Resolves once there are at least so many replies. */
  async reaches(count: number): Promise<void> {
    await this.replies.nth(count - 1).waitFor({state: 'attached'});
  }

  async reply(text: string): Promise<void> {
    await this.box.fill(text);
    await this.sendButton.click();
  }
}
