/** The product's elements. */
export const elementTags = [
  'isp-support',
  'isp-ticket-list',
  'isp-ticket-thread',
  'isp-new-ticket',
  'isp-reply-banner',
] as const;

export type ElementTag = (typeof elementTags)[number];
