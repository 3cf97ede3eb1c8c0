/** The English texts that only the banner shows. */
export const bannerTexts = {
  'banner.unread': {
    one: '{operator} has replied to your ticket',
    other: 'You have {count} new replies from {operator}',
  },
  'banner.read': 'Read the reply',
  'banner.more': 'and {count} more',
  'banner.hide': 'Hide',
  'banner.readOf': '{subject} ({number})',
};

export const noSubject = '(no subject)';
export const operator = 'Support';

/** All English texts of the banner: a part of `en`, which a page that has only the banner does not load. */
export const bannerEnglish = {...bannerTexts, 'row.noSubject': noSubject, 'thread.operator': operator};
