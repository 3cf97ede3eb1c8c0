/** A ticket in a list, as JSON of the contract. */
export const ticketJson = (changes: object = {}) => ({
  id: 't1',
  ticket_number: 'TKT-2026-1001',
  subject: 'Slow in the evening',
  status: 'open',
  priority: 'normal',
  category: 'slow_speed',
  created_at: '2026-05-01T09:00:00Z',
  updated_at: '2026-05-02T10:00:00Z',
  last_reply_at: '2026-05-02T10:00:00Z',
  last_reply_by: 'operator',
  reply_count: 1,
  unread_count: 1,
  customer_username: 'lena.moreau',
  ...changes,
});

export const replyJson = (changes: object = {}) => ({
  id: 'r1',
  author: {kind: 'operator', name: 'Anna'},
  message: 'We are looking at it.',
  created_at: '2026-05-02T10:00:00Z',
  ...changes,
});

/** A ticket with its replies, as JSON of the contract. */
export const ticketDetailJson = (changes: object = {}) => ({
  ...ticketJson(),
  description: 'It gets slow after eight.',
  can_reply: true,
  replies: [replyJson()],
  replies_earlier_cursor: null,
  ...changes,
});

export const ticketConfigJson = (changes: object = {}) => ({
  contract: '1.0',
  categories: [{value: 'general'}, {value: 'tv', label: 'Television', hint: 'Which channel'}],
  priorities: [{value: 'normal'}],
  default_category: 'general',
  default_priority: 'normal',
  features: {idempotent_writes: true},
  ...changes,
});
