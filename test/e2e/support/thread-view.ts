import type {Locator, Page} from '@playwright/test';
import {t} from './translate.js';

/** The thread of one ticket. */
export class ThreadView {
  constructor(readonly page: Page) {}

  heading(subject: string): Locator {
    return this.page.getByRole('heading', {name: subject, exact: true});
  }

  /** The description and the replies, from top to bottom. */
  get messages(): Locator {
    return this.page.getByRole('article');
  }

  get description(): Locator {
    return this.page.getByRole('article', {name: t('thread.description')});
  }

  get replies(): Locator {
    return this.page.getByRole('list', {name: t('thread.replies')}).getByRole('article');
  }

  /** A reply by its text and by the name of its author as the customer sees it. */
  replyBy(author: string, text: string): Locator {
    return this.page.getByRole('article', {name: author}).filter({hasText: text});
  }

  /** A reply of the customer's that the server has. An unsent one contains its status. */
  sentReply(text: string): Locator {
    return this.replyBy(t('thread.you'), text).filter({hasNot: this.page.locator('.unsent-status')});
  }

  /** The sentence that explains a status to the customer. */
  statusSentence(status: 'open' | 'in_progress' | 'pending' | 'resolved' | 'closed'): Locator {
    return this.page.getByText(t(`turn.${status}`));
  }

  get replyBox(): Locator {
    return this.page.getByRole('textbox', {name: t('composer.label')});
  }

  /** The hint at the reply box that a reply reopens the ticket. */
  get reopensHint(): Locator {
    return this.page.getByText(t('composer.reopens'));
  }

  get sendButton(): Locator {
    return this.page.getByRole('button', {name: t('composer.send'), exact: true});
  }

  get earlier(): Locator {
    return this.page.getByRole('button', {name: t('thread.earlier')});
  }

  get showMore(): Locator {
    return this.page.getByRole('button', {name: t('text.more')});
  }

  /** The button that leads back to the list, if there is room for one pane only. */
  get back(): Locator {
    return this.page.getByRole('button', {name: t('thread.back')});
  }

  get notFound(): Locator {
    return this.page.getByText(t('error.not_found'));
  }

  /** The live region with this text. */
  announcement(text: string): Locator {
    return this.page.getByRole('status').filter({hasText: text});
  }

  async reply(text: string): Promise<void> {
    await this.replyBox.fill(text);
    await this.sendButton.click();
  }
}
